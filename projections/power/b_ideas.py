"""B1, B1w and B2: whose ideas get on the list, and whose get a yes."""

from collections.abc import Sequence
from dataclasses import replace

from domain.kinds import Seat, Stake
from domain.voting.tally import Result
from projections.power.aims import headcount
from projections.power.decisions import SAID_YES, decisions
from projections.power.evidence import Evidence, Fact
from projections.power.groups import groups, people_behind
from projections.power.ideas import Idea, ideas
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings

B1 = Card(
    "B1",
    Tier.CORE,
    "Whose ideas get on the list?",
    "We count the ideas of members, of all ideas. An idea belongs to whoever had it. It does not "
    "matter who wrote it down. But we show how many of them staff wrote down. Is it an even "
    "share? Look at how many of the people here are members. If nobody said whose an idea was, we "
    "do not guess.",
    "Bachrach and Baratz; Lukes",
)
B1W = Card(
    "B1w",
    Tier.CORE,
    "Who brings the big ideas?",
    "We count as before, but a bigger idea counts for more. It counts two or three times. How big "
    "it is was said before we decided. Where nobody said, it counts once.",
)
B2 = Card(
    "B2",
    Tier.CONTEXT,
    "Do members’ ideas get a yes?",
    "We count the ideas of members that got a yes. We count them of all that were decided. This "
    "can be fooled. If people only dare to bring what will pass, it all does. So look at which "
    "ideas were lost before.",
)
NOBODY_SAID_WHOSE = "Nobody wrote down whose ideas these were."
SETTLED = SAID_YES | {Result.REJECTED}


def agenda(evidence: Evidence, settings: Settings) -> Measure:
    """B1, the agenda share; its parts tell how many of the people here are members."""
    del settings
    put = ideas(evidence)
    every = [one for one in put if one.is_of_somebody]
    ours = [one for one in every if one.begun_in is Seat.MEMBER]
    behind: list[Fact] = [*_made(put), *evidence.seats.all]
    if put and not every:
        return B1.cannot(NOBODY_SAID_WHOSE, behind)
    sentence = f"Members brought {len(ours)} of {len(every)} ideas."
    parts = [*_whose(every), *_not_told(put, every), *_headcount(every)]
    measure = B1.share(_made(ours), _made(every), sentence, behind, parts)
    return replace(measure, people=_behind(every))


def _not_told(put: Sequence[Idea], every: Sequence[Idea]) -> list[tuple[str, int]]:
    return [("nobody said whose", len(put) - len(every))] if len(put) > len(every) else []


def agenda_by_stake(evidence: Evidence, settings: Settings) -> Measure:
    """B1w, the agenda share with bigger ideas counting more."""
    del settings
    put = ideas(evidence)
    every = [one for one in put if one.is_of_somebody]
    if put and not every:
        return B1W.cannot(NOBODY_SAID_WHOSE, [*_made(put), *evidence.seats.all])
    ours = [one for one in every if one.begun_in is Seat.MEMBER]
    mine, all_of_it = sum(one.stake for one in ours), sum(one.stake for one in every)
    parts = [
        (f"ideas of size {stake:d}, {whose}", sum(one.stake is stake for one in them))
        for stake in Stake
        for whose, them in (("members", ours), ("everybody", every))
    ]
    parts.append(("nobody said how big", sum(one.said_stake is None for one in every)))
    parts += _not_told(put, every)
    sentence = f"Bigger ideas count for more: members brought {mine} of {all_of_it}."
    behind = [*evidence.seats.all, *(fact for one in put for fact in one.sizes())]
    things = _made(every)
    counted = B1W.counted_in(mine, all_of_it, sentence, things, behind, parts, len(things))
    return replace(counted, people=_behind(every), so=tuple(_made(ours)), among=tuple(_made(every)))


def success(evidence: Evidence, settings: Settings) -> Measure:
    """B2, whose ideas got a yes, in each group."""
    del settings
    settled = [one for one in decisions(evidence) if one.taken.outcome.result in SETTLED]
    ours = [one for one in settled if one.begun_in is Seat.MEMBER]
    passed = [one.taken for one in ours if one.said_yes]
    side_by_side = groups(
        {
            seat: [(one.idea_by, one.said_yes) for one in settled if one.begun_in is seat]
            for seat in Seat
        }
    )
    parts = [(f"{verb}, {one.seat}", n) for one in side_by_side for verb, n in _both(one.k, one.n)]
    sentence = f"{len(passed)} of {len(ours)} ideas of members got a yes."
    others = [one.taken for one in settled if one.begun_in is not Seat.MEMBER]
    made = [one.made for one in settled if one.made]
    measure = B2.share(
        passed,
        [one.taken for one in ours],
        sentence,
        [*others, *made, *evidence.seats.all],
        parts,
    )
    people = people_behind((one.idea_by, one.said_yes) for one in ours)
    return replace(measure, groups=side_by_side, people=people)


def _both(k: int, n: int) -> Sequence[tuple[str, int]]:
    return ("got a yes", k), ("decided", n)


def _made(some: Sequence[Idea]) -> list[Fact]:
    return [one.made for one in some]


def _behind(every: Sequence[Idea]) -> tuple[int, int]:
    return people_behind((one.by, one.begun_in is Seat.MEMBER) for one in every)


def _whose(every: Sequence[Idea]) -> list[tuple[str, int]]:
    """How many ideas each group brought, and how many of members' ideas staff wrote down."""
    found = [(f"by {seat}", sum(one.begun_in is seat for one in every)) for seat in Seat]
    told = [(name, many) for name, many in found if many]
    if from_outside := sum(one.begun_in is None for one in every):
        told.append(("by people who do not sit here", from_outside))
    ghosts = sum(one.begun_in is Seat.MEMBER and one.drafted_in is Seat.STAFF for one in every)
    return [*told, ("by member, but staff wrote it down", ghosts)]


def _headcount(every: Sequence[Idea]) -> list[tuple[str, int]]:
    """How many of the people here were members when the last of these ideas was put."""
    if not every:
        return []
    members, people = headcount(every[-1].evidence, every[-1].made.occurred_at)
    return [("members here", members), ("people here", people)]


MEASURES = (agenda, agenda_by_stake, success)
