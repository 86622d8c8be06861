"""Whether anything can ever be decided by a rule, with the people who may vote by it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.count import count
from domain.voting.electorate import Voter
from domain.voting.quorum import ENTITLED, PEOPLE, AtLeast, MoreThan
from domain.voting.rule import USUAL_THRESHOLD, Rule
from domain.voting.say import condition_in_words
from domain.voting.say_terms import groups
from domain.voting.tally import Result
from domain.voting.turnout import needed_of


def problems_with(rule: Rule, voters: Sequence[Voter]) -> Iterator[str]:
    """Why nothing can ever be decided by this rule with these voters, as sentences.

    The rule is sound in itself. The voters are all whom it lets vote.
    """
    sitting = Counter(voter.seat for voter in voters)
    for seat in dict.fromkeys((*rule.voters, *rule.double)):
        if not sitting[seat]:
            yield f"The rule names {PEOPLE[seat]}, and nobody sits here as one with a vote."
    if rule.last and voters and set(sitting) <= set(rule.last):
        yield f"The rule lets {groups(rule.last)} vote last. Here nobody votes before them."
    missed = list(_never_enough(rule, voters))
    yield from missed
    if not missed and voters:
        yield from _never_passes(rule, voters)


def _never_enough(rule: Rule, voters: Sequence[Voter]) -> Iterator[str]:
    """A quorum is sought with as many people as may take part together: more can never hurt."""
    most = _most_who_take_part(rule, voters)
    for condition in rule.quorum:
        match condition:
            case AtLeast(of=whom):
                can = sum(most.values()) if whom == ENTITLED else most[Seat(whom)]
                is_missed = can < needed_of(condition, _number_of(whom, voters))
            case MoreThan(more=more, than=than):
                can = max(most[more], 0)
                is_missed = most[more] <= 0 or most[than] < 0
            case _:
                continue
        if is_missed:
            yield f"{condition_in_words(condition)} must take part. Here {can or 'nobody'} can."


def _number_of(whom: str, voters: Sequence[Voter]) -> int:
    return sum(whom in (voter.seat, ENTITLED) for voter in voters)


def _most_who_take_part(rule: Rule, voters: Sequence[Voter]) -> Mapping[Seat, int]:
    """The most people of each seat who can take part where some must be fewer than others."""
    most = Counter(voter.seat for voter in voters)
    pairs = [one for one in rule.quorum if isinstance(one, MoreThan)]
    for _ in pairs:  # one round for each settles chains of them
        for one in pairs:
            most[one.than] = min(most[one.than], most[one.more] - 1)
    return most


def _never_passes(rule: Rule, voters: Sequence[Voter]) -> Iterator[str]:
    """Nobody's vote can count for anything; or even a yes of everybody would not be enough."""
    if not any(voter.weight for voter in voters):
        yield "By this rule nobody's vote counts for anything."
    elif rule.method in USUAL_THRESHOLD:
        all_say_yes = {voter.person: Choice.YES for voter in _heaviest(rule, voters)}
        alone = rule.model_copy(update={"quorum": ()})
        counted = count(alone, electorate=voters, ballots=all_say_yes)
        if counted.outcome.result is Result.REJECTED:
            why = counted.explanation
            yield f"Nothing can pass: it needs {why.needed} votes, and {why.numerator} can say yes."


def _heaviest(rule: Rule, voters: Sequence[Voter]) -> Iterator[Voter]:
    """As many of each seat as can take part, those whose votes weigh most."""
    most = dict(_most_who_take_part(rule, voters))
    for voter in sorted(voters, key=lambda one: -one.weight):
        if most[voter.seat] > 0:
            most[voter.seat] -= 1
            yield voter
