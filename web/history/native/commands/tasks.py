"""How jobs come about, pass on, and end."""

from collections.abc import Mapping

from domain import events
from domain.events import Event
from web.history.native.commands.of import Command, the_task
from web.history.native.telling import Telling


def added(it: Telling, event: events.TaskAdded) -> None:
    it.does.add_task(
        it.act,
        event.committee,
        event.title,
        plan=event.plan,
        due=event.due,
        place=event.place or "",
        people=event.people,
        needs=event.needs or "",
        stake=event.stake,
        authority=event.authority,
    )


def amended(it: Telling, event: events.TaskAmended) -> None:
    it.does.amend_task(
        it.act,
        the_task(event),
        event.title,
        plan=event.plan,
        due=event.due,
        place=event.place or "",
        people=event.people,
        needs=event.needs or "",
        stake=event.stake,
        authority=event.authority,
    )


def taken(it: Telling, event: events.TaskTaken) -> None:
    it.does.take_task(it.act, the_task(event), event.person)


def shadowed(it: Telling, event: events.TaskShadowed) -> None:
    it.does.shadow_task(it.act, the_task(event), event.person)


def laid_down(it: Telling, event: events.TaskLaidDown) -> None:
    it.does.lay_down_task(it.act, the_task(event), event.person)


def help_asked(it: Telling, event: events.HelpAsked) -> None:
    it.does.ask_help(it.act, the_task(event), event.kind, event.person)


def help_given(it: Telling, event: events.HelpGiven) -> None:
    it.does.give_help(it.act, the_task(event), event.by, event.kind)


# ---- From one person to another


def offered(it: Telling, event: events.HandoverOffered) -> None:
    it.does.offer_handover(
        it.act,
        the_task(event),
        event.taker,
        event.note or "",
        share=event.share,
        answer_by=event.answer_by,
        giver=event.giver,
    )


def accepted(it: Telling, event: events.HandoverAccepted) -> None:
    it.does.accept_handover(it.act, the_task(event), event.taker, event.giver)


def declined(it: Telling, event: events.HandoverDeclined) -> None:
    it.does.decline_handover(it.act, the_task(event), event.taker, event.giver)


def withdrawn(it: Telling, event: events.HandoverWithdrawn) -> None:
    it.does.withdraw_handover(it.act, the_task(event), event.taker, event.giver)


def reported(it: Telling, event: events.HandoverReported) -> None:
    it.does.report_handover(it.act, the_task(event), event.givers, event.takers)


def taken_over(it: Telling, event: events.TaskTakenOver) -> None:
    it.does.take_over_task(
        it.act, the_task(event), event.giver, asked=event.asked, taker=event.taker
    )


def takeover_answered(it: Telling, event: events.TakeoverAnswered) -> None:
    it.does.answer_takeover(it.act, the_task(event), event.taker, event.answer, event.giver)


def returned(it: Telling, event: events.TaskReturned) -> None:
    it.does.return_task(it.act, the_task(event), event.taker, event.giver)


# ---- The end


def done(it: Telling, event: events.TaskDone) -> None:
    it.does.finish_task(it.act, the_task(event), event.by)


def not_done(it: Telling, event: events.TaskNotDone) -> None:
    it.does.note_task_not_done(it.act, the_task(event))


def reopened(it: Telling, event: events.TaskReopened) -> None:
    it.does.reopen_task(it.act, the_task(event))


def dropped(it: Telling, event: events.TaskDropped) -> None:
    it.does.drop_task(it.act, the_task(event), authority=event.authority)


COMMANDS: Mapping[type[Event], Command] = {
    events.TaskAdded: added,
    events.TaskAmended: amended,
    events.TaskTaken: taken,
    events.TaskShadowed: shadowed,
    events.TaskLaidDown: laid_down,
    events.HelpAsked: help_asked,
    events.HelpGiven: help_given,
    events.HandoverOffered: offered,
    events.HandoverAccepted: accepted,
    events.HandoverDeclined: declined,
    events.HandoverWithdrawn: withdrawn,
    events.HandoverReported: reported,
    events.TaskTakenOver: taken_over,
    events.TakeoverAnswered: takeover_answered,
    events.TaskReturned: returned,
    events.TaskDone: done,
    events.TaskNotDone: not_done,
    events.TaskReopened: reopened,
    events.TaskDropped: dropped,
}
