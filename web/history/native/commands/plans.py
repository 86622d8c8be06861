"""How plans and their lines come about."""

from collections.abc import Mapping

from domain import events
from domain.events import Event
from web.history.native.commands.of import Command, the_plan
from web.history.native.telling import Telling


def made(it: Telling, event: events.PlanMade) -> None:
    it.does.make_plan(
        it.act,
        event.committee,
        event.title,
        event.on,
        template=event.template,
        like=event.like,
        authority=event.authority,
    )


def moved(it: Telling, event: events.PlanMoved) -> None:
    it.does.move_plan(it.act, the_plan(event), event.on, authority=event.authority)


def cancelled(it: Telling, event: events.PlanCancelled) -> None:
    it.does.cancel_plan(it.act, the_plan(event), authority=event.authority)


def recurrence_planned(it: Telling, event: events.RecurrencePlanned) -> None:
    it.does.plan_recurrence(
        it.act, the_plan(event), event.rhythm, until=event.until, authority=event.authority
    )


def line_written(it: Telling, event: events.LineWritten) -> None:
    it.does.write_line(
        it.act,
        the_plan(event),
        event.label,
        event.words or "",
        line=event.line,
        kind=event.kind,
        money=event.money,
        income=event.income,
        authority=event.authority,
    )


def line_dropped(it: Telling, event: events.LineDropped) -> None:
    it.does.drop_line(it.act, the_plan(event), event.line, authority=event.authority)


def presence_noted(it: Telling, event: events.PresenceNoted) -> None:
    it.does.note_presence(it.act, the_plan(event), event.presence, event.person)


COMMANDS: Mapping[type[Event], Command] = {
    events.PlanMade: made,
    events.PlanMoved: moved,
    events.PlanCancelled: cancelled,
    events.RecurrencePlanned: recurrence_planned,
    events.LineWritten: line_written,
    events.LineDropped: line_dropped,
    events.PresenceNoted: presence_noted,
}
