"""Plans and tasks, for scripts."""

from collections.abc import Iterable, Sequence

from projections.audit import Entry
from projections.plan import PlanSeen, PresenceSeen, Recurrence, Turn
from projections.tasks import HelpSeen, Holder, Offer, TakeoverSeen, TaskSeen
from web.terminal import parts
from web.terminal.facts import history
from web.terminal.parts import Facts
from web.terminal.provenance import Provenance
from web.terminal.refs import Refs


def plan(
    refs: Refs, seen: PlanSeen, presence: Iterable[PresenceSeen], grounds: Provenance
) -> Facts:
    """A plan, each line with the events that it rests on."""
    return {
        "plan": refs.of(seen.plan),
        "on": parts.local(seen.on),
        "title": seen.title,
        "committee": refs.of(seen.committee),
        "authority": seen.authority,
        "decided_by": grounds.facts(seen.event),
        "moved": _turn(seen.moved, grounds),
        "cancelled": _turn(seen.cancelled, grounds),
        "recurs": _recurs(seen.recurs, grounds),
        "lines": [
            {
                "line": line.label,
                "value": line.value,
                "authority": line.authority,
                "why": [entry.sentence for entry in grounds.of(line.event).chain],
                "decided_by": grounds.facts(line.event),
            }
            for line in seen.lines
        ],
        "presence": [
            {
                "person": refs.of(one.person),
                "presence": one.presence.value,
                "since": parts.moment(one.since),
            }
            for one in presence
        ],
    }


def _turn(seen: Turn | None, grounds: Provenance) -> Facts | None:
    """When it was moved or cancelled, and by which right."""
    if seen is None:
        return None
    return {
        "at": parts.moment(seen.at),
        "authority": seen.authority,
        "decided_by": grounds.facts(seen.event),
    }


def _recurs(seen: Recurrence | None, grounds: Provenance) -> Facts | None:
    if seen is None:
        return None
    turn = _turn(seen.turn, grounds) or {}
    return {"rhythm": seen.rhythm.value, "until": parts.day(seen.until), **turn}


def task(refs: Refs, seen: TaskSeen, story: Iterable[Entry], grounds: Provenance) -> Facts:
    """A task, who holds it, and how that came."""
    return {
        "task": refs.of(seen.task),
        "title": seen.title,
        "holders": _people(refs, seen.holders),
        "status": seen.status.value,
        "due": parts.local(seen.on),
        "plan": refs.maybe(seen.plan),
        "committee": refs.of(seen.committee),
        "place": seen.place,
        "people": seen.people,
        "learning": _people(refs, seen.learners),
        "asked": [_offer(refs, one) for one in seen.offers],
        "takeovers": [_takeover(refs, one) for one in seen.takeovers],
        "help_wanted": [_help(refs, one) for one in seen.help_wanted],
        "help_given": [_help(refs, one) for one in seen.help_given],
        "authority": seen.authority,
        "decided_by": grounds.facts(seen.event),
        "history": history(story),
    }


def _people(refs: Refs, people: Sequence[Holder]) -> list[str]:
    return refs.every(one.person for one in people)


def _offer(refs: Refs, seen: Offer) -> Facts:
    return {
        "from": refs.of(seen.giver.person),
        "to": refs.of(seen.taker.person),
        "share": seen.share,
        "since": parts.moment(seen.since),
    }


def _takeover(refs: Refs, seen: TakeoverSeen) -> Facts:
    return {
        "from": refs.of(seen.giver.person),
        "by": refs.of(seen.taker.person),
        "at": parts.moment(seen.at),
        "told": seen.is_told,
        "asked": seen.asked,
        "answer": seen.answer and seen.answer.value,
        "returned": seen.is_returned,
    }


def _help(refs: Refs, seen: HelpSeen) -> Facts:
    return {
        "person": refs.of(seen.person.person),
        "kind": seen.kind.value,
        "at": parts.moment(seen.at),
    }
