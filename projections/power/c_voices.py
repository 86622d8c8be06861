"""C5 to C7: what happens when members and staff disagree, who speaks first, and if anybody does."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from domain.events import ObjectionRaised, PersonSeated, PositionVoiced
from domain.ids import PersonId
from domain.kinds import Position, Seat, Shown
from domain.voting.answers import Answer
from projections.power.ballots import Ballot
from projections.power.deciders import By, decided_by
from projections.power.decisions import Decision, around, decisions
from projections.power.evidence import Evidence, Fact
from projections.power.exact import flag, times
from projections.power.groups import Did, people_behind
from projections.power.guards import NO_DIFFERENCE, newcombe
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings
from projections.power.spending import BY_ALL
from projections.power.voices import (
    Side,
    side_of_most,
    sides,
    sides_in,
    somebody_disagreed,
    voiced,
    who_disagreed,
)

Word = PositionVoiced | ObjectionRaised | Ballot
LAST = 10
"""So many decisions without a no are worth a question."""
FOLLOW_FROM = 20
"""From so many votes on each side on, it may be said whether members follow staff."""

C5 = Card(
    "C5",
    Tier.CORE,
    "When we disagreed with staff, what happened?",
    "We look at all choices, also those that staff made alone. Most members who spoke up "
    "wanted one thing. Staff wanted another. How often was ours done? A vote counts, a "
    "wish too, and an open worry. Did staff decide and say nothing before? Then what "
    "they did is what they wanted. This can be fooled. If nobody writes down what we want, "
    "there is nothing to count.",
    "Ingham and Kolodny 2023; Abizadeh",
)
C6 = Card(
    "C6",
    Tier.CORE,
    "Did staff say what they wanted before we chose?",
    "We count votes that all could see. Did staff vote or speak before any member did? A member "
    "with a worry has spoken, or one who is not sure. Staff may say a worry at any time. We "
    "also look at what members did then. Did they vote as staff did, after they saw it? Did "
    "they do so without seeing it? We tell this from 20 votes of each kind on. Staff can vote "
    "last. Or we all vote at once.",
)
C7 = Card(
    "C7",
    Tier.CONTEXT,
    "Everyone always said yes. Is it OK to say no here?",
    "We look at the last 10 choices that we all made. In how many did nobody say no? Nobody "
    "had a worry, and nobody stood aside. This is a thing to talk about. It is no mark. We "
    "may all agree. We may be afraid, or bored. It looks the same here.",
    "Lukes: the third face of power",
)


@dataclass(frozen=True)
class Contest:
    """A decision in which members and staff wanted different things."""

    decision: Decision
    members: Side

    @property
    def members_won(self) -> bool:
        """Whether what members wanted was done."""
        return self.members.was_done(self.decision.taken.outcome)


def contests(evidence: Evidence) -> list[Contest]:
    """Every decision of the window in which most members wanted one thing and staff another."""
    if not staff_ever_sat(evidence):
        return []
    return [contest for one in decisions(evidence) if (contest := _contest(one))]


def staff_ever_sat(evidence: Evidence) -> bool:
    """Whether there is anybody to disagree with."""
    return any(told.seat is Seat.STAFF for told in evidence.ever(PersonSeated))


def _contest(one: Decision) -> Contest | None:
    told = sides(one)
    members = side_of_most(sides_in(one, Seat.MEMBER, told))
    staff = side_of_most(sides_in(one, Seat.STAFF, told)) or _as_decided(one)
    if members is None or staff is None or not members.is_against(staff):
        return None
    return Contest(one, members)


def _as_decided(one: Decision) -> Side | None:
    """What staff wanted, told by what they decided where they decided it."""
    picked = one.taken.outcome.options
    if decided_by(one) is not By.STAFF:
        return None
    if len(picked) == 1:
        return Side(is_for=True, option=picked[0])
    return Side(is_for=one.said_yes)


def disagreements(evidence: Evidence, settings: Settings) -> Measure:
    """C5, contested outcomes by all routes."""
    del settings
    found = contests(evidence)
    won = [one.decision.taken for one in found if one.members_won]
    lost = Counter(one.decision.route for one in found if not one.members_won)
    parts = [(f"not done: {route.value}", many) for route, many in sorted(lost.items())]
    sentence = f"We wanted other than staff {times(len(found))}. Ours was done {times(len(won))}."
    behind = around(one.decision for one in found)
    return C5.share(won, [one.decision.taken for one in found], sentence, behind, parts)


@dataclass(frozen=True)
class Open:
    """A vote that everybody could see, in the order in which people spoke."""

    decision: Decision

    @cached_property
    def spoken(self) -> list[tuple[Seat | None, Fact]]:
        """What was said or voted, by seat."""
        facts = [o for o in voiced(self.decision) if isinstance(o, Word)]
        words = [(self.decision.seat(_who(one)), one) for one in facts]
        return [(seat, one) for seat, one in words if _is_spoken(seat, one)]

    @property
    def staff_first(self) -> bool:
        """Whether staff spoke before any member."""
        first = next((seat for seat, _ in self.spoken if seat in (Seat.STAFF, Seat.MEMBER)), None)
        return first is Seat.STAFF

    @property
    def members_voted(self) -> bool:
        """Whether any member did."""
        return any(seat is Seat.MEMBER for _, seat in self.decision.seated)


def _who(fact: Word) -> PersonId:
    return fact.voter if isinstance(fact, Ballot) else fact.person


def _is_spoken(seat: Seat | None, fact: Word) -> bool:
    """Whether this is a word that others can follow.

    A member who is worried or not sure has spoken. Of staff that is no word on what they want: they
    may raise a worry at any time, and nobody shall keep one back for the sake of this number.
    """
    match fact:
        case ObjectionRaised():
            return fact.named and seat is not Seat.STAFF
        case PositionVoiced(position=Position.NOT_SURE | Position.WORRIED):
            return seat is not Seat.STAFF
    return True


def first_words(evidence: Evidence, settings: Settings) -> Measure:
    """C6: how often staff spoke first, and whether members follow what they have seen."""
    del settings
    held = [one for one in decisions(evidence) if one.opened and not one.opened.secret]
    seen = [Open(o) for o in held if o.opened and o.opened.shown is Shown.AS_CAST]
    with_staff = staff_ever_sat(evidence)
    among = [one for one in seen if with_staff and one.members_voted]
    first = [one.decision.taken for one in among if one.staff_first]
    followed = [pair for one in held for pair in _pairs(one)] if with_staff else []
    after = [same for (_, same), seen in followed if seen]
    before = [same for (_, same), seen in followed if not seen]
    parts = [
        ("as staff, after seeing it", sum(after)),
        ("votes after seeing it", len(after)),
        ("as staff, without seeing it", sum(before)),
        ("votes without seeing it", len(before)),
    ]
    sentence = f"Staff spoke first in {len(first)} of {len(among)} votes. {_told(after, before)}"
    taken = [one.decision.taken for one in among]
    measure = C6.share(first, taken, sentence.strip(), around(held), parts)
    return replace(measure, people=people_behind(did for did, _ in followed))


def _pairs(one: Decision) -> Iterator[tuple[Did, bool]]:
    """Each member and whether they voted as staff did, and whether they had seen it."""
    staff = [ballot for ballot, seat in one.seated if seat is Seat.STAFF]
    if len({repr(o.answer) for o in staff}) != 1 or one.opened is None:
        return
    said: Answer = staff[0].answer
    since = min(o.originator_version for o in one.answered if one.seat(o.voter) is Seat.STAFF)
    for ballot, seat in one.seated:
        if seat is Seat.MEMBER:
            is_later = ballot.originator_version > since
            did = ballot.voter, ballot.answer == said
            yield did, is_later and one.opened.shown is Shown.AS_CAST


def _told(after: list[bool], before: list[bool]) -> str:
    """Whether members follow, in words, where there are enough to say."""
    if min(len(after), len(before)) < FOLLOW_FROM:
        return ""
    between = newcombe((sum(after), len(after)), (sum(before), len(before)))
    if between is None or between.tells_nothing:
        return NO_DIFFERENCE
    how = "more" if between.low > 0 else "less"
    return f"After seeing it, members voted as staff {how} often."


def no_disagreement(evidence: Evidence, settings: Settings) -> Measure:
    """C7, a flag and never a score: the last ten decisions, and nobody said no."""
    del settings
    last = [one for one in decisions(evidence) if one.route in BY_ALL][-LAST:]
    calm = [one for one in last if not somebody_disagreed(one)]
    if len(last) < LAST:
        return C7.cannot(f"We ask this from {LAST} choices on.", around(last))
    sentence = ALL_YES if len(calm) == LAST else "Somebody said no, or had a worry. That is fine."
    parts = [("choices without a no", len(calm)), ("of the last", LAST)]
    measure = flag(C7, [one.taken for one in last], sentence, around(last), parts)
    voices = {who for one in last for who in one.deciders}
    against = {who for one in last for who in who_disagreed(one)}
    return replace(measure, people=(len(voices - against), len(against)))


ALL_YES = "In the last 10 choices nobody said no. Is it OK to say no here?"

MEASURES = (disagreements, first_words, no_disagreement)
