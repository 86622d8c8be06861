"""How it comes about who sits on a committee, how it decides, and who steps in."""

from collections.abc import Mapping

from domain import events
from domain.events import Event
from domain.values import NewMandate
from web.history.beyond import warn_of_mandate, warn_of_rule
from web.history.native.commands.of import Command, the_committee
from web.history.native.telling import Telling


def founded(it: Telling, event: events.CommitteeFounded) -> None:
    it.does.found_committee(
        it.act, event.name or "", purpose=event.purpose or "", founded_by=event.authority
    )


def closed(it: Telling, event: events.CommitteeClosed) -> None:
    it.does.close_committee(it.act, the_committee(event), authority=event.authority)


# ---- Seats


def seated(it: Telling, event: events.PersonSeated) -> None:
    it.does.seat_person(
        it.act,
        the_committee(event),
        event.person,
        event.seat,
        voting=event.voting,
        term_ends=event.term_ends,
        authority=event.authority,
    )


def left(it: Telling, event: events.PersonLeft) -> None:
    """What a log wrote out tells itself of what else somebody dropped out of."""
    committee = the_committee(event)
    votes, tasks = it.taking.open_with(committee, event.person) if it.is_by_hand else ([], [])
    it.does.leave_committee(it.act, committee, event.person, proposals=votes, tasks=tasks)


def removed(it: Telling, event: events.PersonRemoved) -> None:
    committee = the_committee(event)
    votes, tasks = it.taking.open_with(committee, event.person) if it.is_by_hand else ([], [])
    it.does.remove_person(
        it.act,
        committee,
        event.person,
        proposals=votes,
        tasks=tasks,
        authority=event.authority,
    )


def term_fixed(it: Telling, event: events.TermFixed) -> None:
    it.does.fix_term(
        it.act,
        the_committee(event),
        event.person,
        event.ends,
        role=event.role,
        authority=event.authority,
    )


def seat_named(it: Telling, event: events.SeatNamed) -> None:
    it.does.name_seat(it.act, the_committee(event), event.seat, event.label)


# ---- Rules, mandates and measures


def rule_adopted(it: Telling, event: events.RuleAdopted) -> None:
    it.does.adopt_rule(
        it.act,
        the_committee(event),
        event.terms,
        event.authority,
        domains=event.domains,
        stakes=event.stakes,
        ends=event.replaces,
    )
    warn_of_rule(it.taking, event.terms, event.authority)


def mandate_granted(it: Telling, event: events.MandateGranted) -> None:
    it.does.grant_mandate(
        it.act,
        the_committee(event),
        event.holder,
        event.words,
        says=event.says,
        limit=event.limit,
        starts=event.starts,
        expires=event.expires,
        renews=event.renews,
        authority=event.authority,
    )
    terms = NewMandate(
        holder=event.holder,
        words=event.words,
        says=event.says,
        limit=event.limit,
        starts=event.starts,
        expires=event.expires,
        renews=event.renews,
    )
    warn_of_mandate(it.taking, it.act, terms, event.authority)


def mandate_revoked(it: Telling, event: events.MandateRevoked) -> None:
    it.does.revoke_mandate(it.act, the_committee(event), event.mandate, authority=event.authority)


def benchmark_adopted(it: Telling, event: events.BenchmarkAdopted) -> None:
    it.does.adopt_benchmark(
        it.act,
        the_committee(event),
        event.metric,
        event.benchmark,
        event.value,
        hours=event.hours,
        authority=event.authority,
    )


# ---- Step-ins


def stepped_in(it: Telling, event: events.StepInApplied) -> None:
    it.does.step_in(
        it.act,
        the_committee(event),
        event.grounds,
        person=event.person,
        less_restrictive_tried=event.less_restrictive_tried,
        touches=event.touches,
        ends=event.ends,
    )


def step_in_told(it: Telling, event: events.StepInTold) -> None:
    it.does.tell_step_in(it.act, the_committee(event), event.step_in, event.to, event.format)


def step_in_lifted(it: Telling, event: events.StepInLifted) -> None:
    it.does.lift_step_in(it.act, the_committee(event), event.step_in)


def step_in_reviewed(it: Telling, event: events.StepInReviewed) -> None:
    it.does.review_step_in(
        it.act,
        the_committee(event),
        event.step_in,
        event.finding,
        event.reviewers,
        event.led_to,
    )


COMMANDS: Mapping[type[Event], Command] = {
    events.CommitteeFounded: founded,
    events.CommitteeClosed: closed,
    events.PersonSeated: seated,
    events.PersonLeft: left,
    events.PersonRemoved: removed,
    events.TermFixed: term_fixed,
    events.SeatNamed: seat_named,
    events.RuleAdopted: rule_adopted,
    events.MandateGranted: mandate_granted,
    events.MandateRevoked: mandate_revoked,
    events.BenchmarkAdopted: benchmark_adopted,
    events.StepInApplied: stepped_in,
    events.StepInTold: step_in_told,
    events.StepInLifted: step_in_lifted,
    events.StepInReviewed: step_in_reviewed,
}
