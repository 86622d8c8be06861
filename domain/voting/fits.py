"""Whether anything can ever be decided by a rule, with the people who may vote by it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.ids import PersonId
from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.count import Count, count
from domain.voting.electorate import Voter, a_voter
from domain.voting.quorum import ENTITLED, PEOPLE, AtLeast, MoreThan, OverDefault
from domain.voting.rule import USUAL_THRESHOLD, Method, Rule
from domain.voting.say import condition_in_words
from domain.voting.say_terms import groups
from domain.voting.turnout import needed_of


@dataclass(frozen=True, slots=True)
class Group:
    """So many people of a seat, and how often the vote of each of them counts."""

    seat: Seat
    people: int = 1
    weight: int = 1


def problems_with(rule: Rule, voters: Iterable[Voter]) -> Iterator[str]:
    """Why nothing can ever be decided by this rule with these voters, as sentences.

    The rule is sound in itself. The voters are all whom it lets vote.
    """
    alike = Counter((voter.seat, voter.weight) for voter in voters)
    return problems_among(rule, [Group(seat, n, weight) for (seat, weight), n in alike.items()])


def problems_among(rule: Rule, voting: Sequence[Group]) -> Iterator[str]:
    """The same, where nobody has a name: how many there are of each kind is enough to tell."""
    if not any(group.people for group in voting):
        yield "Nobody can vote here."
    sitting = _by_seat(voting)
    for seat in dict.fromkeys((*rule.voters, *rule.double)):
        if not sitting[seat]:
            yield f"The rule names {PEOPLE[seat]}, and nobody sits here as one with a vote."
    if rule.last and +sitting and {*+sitting} <= {*rule.last}:
        yield f"The rule lets {groups(rule.last)} vote last. Here nobody votes before them."
    missed = list(_never_enough(rule, sitting))
    yield from missed
    if not missed and +sitting:
        yield from _never_passes(rule, voting)


def _by_seat(voting: Iterable[Group]) -> Counter[Seat]:
    """How many people there are of each seat."""
    sitting = Counter[Seat]()
    for group in voting:
        sitting[group.seat] += group.people
    return sitting


def _never_enough(rule: Rule, sitting: Counter[Seat]) -> Iterator[str]:
    """A quorum is sought with as many people as may take part together: more can never hurt."""
    most = _most_who_take_part(rule, sitting)
    for condition in rule.quorum:
        match condition:
            case AtLeast(of=whom):
                can = sum(most.values()) if whom == ENTITLED else most[Seat(whom)]
                all_of_them = sitting.total() if whom == ENTITLED else sitting[Seat(whom)]
                is_missed = can < needed_of(condition, all_of_them)
            case MoreThan(more=more, than=than):
                can = max(most[more], 0)
                is_missed = most[more] <= 0 or most[than] < 0
            case _:
                continue
        if is_missed:
            yield f"{condition_in_words(condition)} must take part. Here {can or 'nobody'} can."


def _most_who_take_part(rule: Rule, sitting: Counter[Seat]) -> Mapping[Seat, int]:
    """The most people of each seat who can take part where some must be fewer than others."""
    most = sitting.copy()
    pairs = [one for one in rule.quorum if isinstance(one, MoreThan)]
    for _ in pairs:  # one round for each settles chains of them
        for one in pairs:
            most[one.than] = min(most[one.than], most[one.more] - 1)
    return most


def _never_passes(rule: Rule, voting: Sequence[Group]) -> Iterator[str]:
    """Nobody's vote can count for anything; or even a yes of everybody would not be enough."""
    if not any(group.people * group.weight for group in voting):
        yield "By this rule nobody's vote counts for anything."
    elif rule.method is Method.DEBIAN:
        yield from _never_better(rule, sum(group.people * group.weight for group in voting))
    elif rule.method in USUAL_THRESHOLD:
        sitting = _by_seat(voting)
        why = _all_say_yes(rule, voting).explanation
        if why.numerator < why.needed:
            yield f"Nothing can pass: it needs {why.needed} votes, and {why.numerator} can say yes."
        for one in why.within:
            if not one.agree and sitting[one.seat]:
                who, can = PEOPLE[one.seat], one.yes or "nobody"
                yield f"Nothing can pass: {one.needed} of the {who} must say yes, and {can} can."


def _never_better(rule: Rule, votes: int) -> Iterator[str]:
    """More votes have to prefer an option to the default one than there are."""
    needed = max((q.at_least for q in rule.quorum if isinstance(q, OverDefault)), default=0)
    if votes <= needed:
        yield f"Nothing can be chosen: {int(needed) + 1} must like it better, and {votes} can vote."


def _all_say_yes(rule: Rule, voting: Sequence[Group]) -> Count:
    """What it comes to where all say yes who can take part together."""
    voters, folded, ballots = list[Voter](), dict[PersonId, int](), dict[PersonId, Choice]()
    for number, (group, takes_part) in enumerate(_heaviest(rule, voting)):
        person = PersonId(UUID(int=number))
        voters.append(a_voter(person, group.seat, group.people * group.weight))
        folded[person] = group.people
        if takes_part:
            ballots[person] = Choice.YES
    alone = rule.model_copy(update={"quorum": ()})
    return count(alone, electorate=voters, ballots=ballots, folded=folded)


def _heaviest(rule: Rule, voting: Sequence[Group]) -> Iterator[tuple[Group, bool]]:
    """As many of each seat as can take part, those whose votes weigh most; and all the others."""
    left = dict(_most_who_take_part(rule, _by_seat(voting)))
    for group in sorted(voting, key=lambda one: -one.weight):
        some = min(group.people, max(left[group.seat], 0))
        left[group.seat] -= some
        yield Group(group.seat, some, group.weight), True
        yield Group(group.seat, group.people - some, group.weight), False
