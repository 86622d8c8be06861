"""Parts of answers for people, in few words."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from uuid import UUID

from rich.console import RenderableType

from domain.events import EVENTS, Authorised, CommitteeFounded
from domain.ids import OptionId
from domain.kinds import Route
from domain.values import EventId, LocalMoment
from domain.voting.answers import Answer, Choice, Ranking, Scores
from domain.voting.say_options import amount
from domain.voting.tally import (
    ChoiceTally,
    OptionTally,
    RankedTally,
    Result,
    StatedTally,
    Tally,
)
from projections.audit import Entry
from projections.seen import DecisionSeen, ElectionSeen, OptionSeen
from web.terminal.printing import indented, row, table
from web.terminal.refs import Called

SAID = {
    Choice.YES: "yes",
    Choice.NO: "no",
    Choice.ABSTAIN: "abstained",
    Choice.OBJECTION: "objects",
    Choice.STAND_ASIDE: "stands aside",
}
OUTCOMES = {
    Result.ADOPTED: "adopted",
    Result.REJECTED: "rejected",
    Result.NO_QUORUM: "no quorum",
    Result.UNDECIDED: "undecided",
}

NO_RIGHT = "Nothing says by which right."


def answer(said: Answer, titles: Mapping[OptionId, str]) -> str:
    """What a ballot says."""
    match said:
        case Choice():
            return SAID[said]
        case Ranking():
            return " > ".join(" = ".join(titles[o] for o in place) for place in said.places)
        case Scores():
            return ", ".join(f"{titles[o]} {points}" for o, points in said.scores.items())
        case _:
            return ", ".join(titles[o] for o in said.options)


def outcome(seen: DecisionSeen) -> str:
    """What was decided."""
    return OUTCOMES.get(seen.outcome.result) or ", ".join(seen.chosen)


def route(by: Route) -> str:
    """The way in which something was decided."""
    return by.replace("_", " ")


def tally(refs: Called, counted: Tally | None) -> str:
    """How it was counted."""
    match counted:
        case None:
            return ""
        case ChoiceTally():
            told = [f"{counted.yes} yes", f"{counted.no} no"]
            rest = (
                (counted.abstain, "abstained"),
                (counted.objection, "objected"),
                (counted.stand_aside, "stood aside"),
                (counted.silent, "silent"),
                (counted.recused, "recused"),
            )
            return ", ".join([*told, *(f"{n} {what}" for n, what in rest if n)])
        case RankedTally():
            return number(counted.ballots, "ballot")
        case OptionTally():
            given = counted.in_order
            return ", ".join(f"{refs.of(option)} {amount(votes)}" for option, votes in given)
        case StatedTally():
            return ", ".join(
                f"{votes} {refs.of(what) if isinstance(what, UUID) else what}"
                for what, votes in counted.said.items()
            )


def number(how_many: int, what: str) -> str:
    """So many of something."""
    return f"{how_many:,} {what}{'' if how_many == 1 else 's'}"


def local(on: LocalMoment | None) -> str:
    """A day, or a moment of it, on the clock of the people there."""
    if on is None:
        return ""
    return on.day.isoformat() + (f" {on.at:%H:%M}" if on.at else "")


def day(at: datetime) -> str:
    """A day."""
    return at.date().isoformat()


def when(at: datetime, *, to_the_day: bool = False) -> str:
    """A moment, or its day where no more is known."""
    return day(at) if to_the_day else at.strftime("%Y-%m-%d %H:%M")


def because(chain: Iterable[Entry], authority: EventId | None) -> Iterator[RenderableType]:
    """The acts that something rests on, under what they are about."""
    shown = table("", "")
    shown.show_header = False
    for entry in chain:
        row(shown, day(entry.at), entry.sentence)
    yield indented(shown)
    if authority is None:
        yield indented(NO_RIGHT)


def lacks_right(entry: Entry) -> bool:
    """Whether this is a change, and states no right. A founding needs none."""
    kind = EVENTS[entry.topic]
    is_change = issubclass(kind, Authorised) and kind is not CommitteeFounded
    return is_change and entry.authority is None


def option(seen: OptionSeen) -> str:
    """An answer; of a person also whether they want it."""
    if seen.candidate is None:
        return seen.title
    return f"{seen.title} ({'wants it' if seen.stands else 'has not said yet'})"


def election(seen: ElectionSeen) -> str:
    """How many are chosen, and for what."""
    return f"{seen.places} for {f'the seat “{seen.seat}”' if seen.seat else f'“{seen.called}”'}"
