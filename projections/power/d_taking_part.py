"""D1, D2 and D3: who comes, who gets help to vote, and whether "not sure" is said."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from domain.events import (
    AttendanceNoted,
    InterestDeclared,
    PositionVoiced,
    ProposalMade,
    SupportNoted,
)
from domain.ids import PersonId
from domain.kinds import ApologyCause, Position, Seat
from domain.voting.answers import Choice
from projections.power.ballots import Ballot
from projections.power.evidence import Evidence, Fact, Stream
from projections.power.groups import Did, groups, members_behind
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings

D1 = Card(
    "D1",
    Tier.CONTEXT,
    "Who comes to meetings?",
    "We count who was there, of all who sat here then. We count each meeting again. This can be "
    "fooled. A full room can still have no power. People often come or stay away together. So "
    "luck moves this number more than we can show.",
)
D2 = Card(
    "D2",
    Tier.CORE,
    "Could people get help to vote, from someone they picked?",
    "We count the votes of members with help, of all. A vote with help counts like all others. "
    "Much help does not mean little power. Did they pick the helper? Were their own words read "
    "back to them? Was the helper free of a side? Staff have a side if they had the idea or voted "
    "first. They have one if they said what they want. Whoever it touches has a side too.",
    "Mental Capacity Act 2005, section 1(3); Craigie 2021",
)
D3 = Card(
    "D3",
    Tier.CORE,
    "Is it OK to say “not sure”?",
    "We count the votes that say “not sure”, of all votes. We show members and staff side by side.",
)
NAMED_CAUSES = (ApologyCause.TRANSPORT, ApologyCause.TIME, ApologyCause.FORMAT)
"""What the group could mend. All else, such as health, stays together."""


def turnout(evidence: Evidence, settings: Settings) -> Measure:
    """D1, who came of those who sat here, meeting by meeting."""
    del settings
    streams = evidence.streams.values()
    noted = [found for stream in streams if (found := stream.last(AttendanceNoted))]
    noted = [one for one in noted if evidence.window.holds(one.occurred_at)]
    came = {seat: list(_came(evidence, seat, noted)) for seat in Seat}
    members = came[Seat.MEMBER]
    there = sum(is_there for _, is_there in members)
    sentence = f"Members were there {there} of {len(members)} times."
    behind = [*evidence.beginnings(noted), *evidence.seats.all]
    parts = [("meetings", len(noted)), *_causes(noted)]
    measure = D1.counted_in(there, len(members), sentence, noted, behind, parts)
    return _by_group(measure, came)


def votes(evidence: Evidence) -> dict[Seat | None, list[Ballot]]:
    """The last word of each voter in each vote, of those given in the window, by their seat then.

    What stands is sorted, not copied: there may be a million.
    """
    return evidence.once(_standing)


def _standing(evidence: Evidence) -> dict[Seat | None, list[Ballot]]:
    found: dict[Seat | None, list[Ballot]] = defaultdict(list)
    standing = chain.from_iterable(stream.standing() for stream in evidence.streams.values())
    for one, seat in evidence.cast_as(standing):
        found[seat].append(one)
    return dict(found)


def supported(evidence: Evidence, settings: Settings) -> Measure:
    """D2, votes with help; its parts tell what help it was."""
    del settings
    ours = votes(evidence).get(Seat.MEMBER, [])
    asked = ours if evidence.having(SupportNoted) else []
    helped = [(one, found) for one in asked if (found := _support(evidence, one))]
    voted_on = dict.fromkeys(one.originator_id for one, _ in helped)
    sentence = f"Members had help with {len(helped)} of {len(ours)} votes."
    behind: list[Fact] = [*evidence.beginnings(ours), *evidence.seats.all]
    behind += [fact for key in voted_on for fact in _talk(evidence.streams[key])]
    parts = _kinds_of_help(evidence, [found for _, found in helped])
    measure = D2.share([one for one, _ in helped], ours, sentence, behind, parts)
    had = {one.event_id for one, _ in helped}
    did: list[Did] = [(one.voter, bool(had) and one.event_id in had) for one in ours]
    return _by_group(replace(measure, so=(), among=()), {Seat.MEMBER: did}, side_by_side=False)


def _kinds_of_help(evidence: Evidence, given: list[SupportNoted]) -> Iterator[tuple[str, int]]:
    yield "helper picked by the voter", sum(one.chosen_by_voter is True for one in given)
    yield "helper without a side", sum(_is_free(evidence, one) for one in given)
    yield "own words read back", sum(one.read_back is True for one in given)


def not_sure(evidence: Evidence, settings: Settings) -> Measure:
    """D3, how often "not sure" is said, in each group."""
    del settings
    every = votes(evidence)
    ours, all_votes = every.get(Seat.MEMBER, []), [one for some in every.values() for one in some]
    unsure = [one for one in ours if one.answer is Choice.ABSTAIN]
    did: dict[Seat, list[Did]] = {
        seat: [(one.voter, one.answer is Choice.ABSTAIN) for one in some]
        for seat, some in every.items()
        if seat is not None
    }
    sentence = f"Members said “not sure” in {len(unsure)} of {len(ours)} votes."
    behind: list[Fact] = [*all_votes, *evidence.beginnings(all_votes), *evidence.seats.all]
    measure = D3.share(unsure, ours, sentence, behind)
    return _by_group(replace(measure, so=(), among=()), did)


def _by_group(
    measure: Measure, did: dict[Seat, list[Did]], *, side_by_side: bool = True
) -> Measure:
    """With the groups beside it, and how many members are behind the number."""
    every = groups(did)
    people = members_behind(every)
    return replace(measure, groups=every if side_by_side else (), people=people)


def _came(evidence: Evidence, seat: Seat, noted: Sequence[AttendanceNoted]) -> Iterator[Did]:
    for one in noted:
        for person in evidence.seats.sat(seat, one.occurred_at):
            yield person, person in one.present


def _causes(noted: Sequence[AttendanceNoted]) -> Iterator[tuple[str, int]]:
    """What kept people away, as they chose to tell; health stays among the others."""
    told = Counter(apology.cause for one in noted for apology in one.apologies)
    yield from ((f"away: {cause}", told[cause]) for cause in NAMED_CAUSES if told[cause])
    others = sum(many for cause, many in told.items() if cause not in NAMED_CAUSES)
    if others:
        yield "away: something else, or not told", others


def _support(evidence: Evidence, one: Ballot) -> SupportNoted | None:
    """The help that was noted with this vote."""
    noted = evidence.streams[one.originator_id].only(SupportNoted)
    return next((told for told in noted if told.voter == one.voter), None) if noted else None


def _is_free(evidence: Evidence, support: SupportNoted) -> bool:
    """Whether the helper had no side in it that we know of."""
    helper, stream = support.supporter, evidence.streams[support.originator_id]
    if helper is None or helper in {told.person for told in stream.only(InterestDeclared)}:
        return False
    if evidence.seats.seat(helper, support.occurred_at) is not Seat.STAFF:
        return True
    return helper not in _with_a_side(stream, support)


def _with_a_side(stream: Stream, support: SupportNoted) -> set[PersonId | object]:
    """Who brought it, said what they want, or had voted before this help was given."""
    made = stream.only(ProposalMade)
    brought = {who for told in made for who in (told.actor, told.idea_by, told.drafted_by)}
    said = {
        told.person
        for told in stream.only(PositionVoiced)
        if told.position is not Position.NOT_SURE
    }
    voted = {cast.voter for cast in stream.ballots if cast.occurred_at <= support.occurred_at}
    return brought | said | voted


def _talk(stream: Stream) -> list[Fact]:
    """What tells who helped whom, and who had a side."""
    kinds = (SupportNoted, InterestDeclared, PositionVoiced)
    return [*stream.ballots, *(one for one in stream.events if isinstance(one, kinds))]


MEASURES = (turnout, supported, not_sure)
