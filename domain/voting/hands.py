"""Hands that were counted in a meeting, without names."""

from collections.abc import Iterator, Mapping, Sequence

from domain.ids import PersonId
from domain.voting.answers import Choice
from domain.voting.electorate import Voter
from domain.voting.quorum import ENTITLED, AtLeast
from domain.voting.rule import YES_OR_NO, Rule
from domain.voting.tally import StatedTally


def hands_problems(rule: Rule, voters: Sequence[Voter], hands: StatedTally) -> Iterator[str]:
    """Why these hands cannot be counted by this rule, as sentences; none when they can."""
    if rule.method not in YES_OR_NO:
        yield "Hands can only say yes or no. This question asks for more."
    if any(not isinstance(said, Choice) for said in hands.said):
        yield "Count the hands for yes, for no, and for each other answer."
    if any(number < 0 for number in hands.said.values()):
        yield "There cannot be less than no hand."
    if sum(hands.said.values()) > len(voters):
        yield "More hands were counted than people can vote here."
    if any(voter.weight != 1 for voter in voters):
        yield "Some votes weigh more here. Hands without names cannot tell which."
    if rule.last and len({voter.seat in rule.last for voter in voters}) > 1:
        yield "This rule asks who votes last. Hands without names cannot tell."
    if any(not (isinstance(q, AtLeast) and q.of == ENTITLED) for q in rule.quorum):
        yield "This rule asks which seats took part. Hands without names cannot tell."


def as_ballots(voters: Sequence[Voter], hands: StatedTally) -> Mapping[PersonId, Choice]:
    """As many ballots as hands. Whose they are does not matter where all voters count the same."""
    raised = [
        said
        for said, number in sorted(hands.said.items(), key=str)
        if isinstance(said, Choice)
        for _ in range(number)
    ]
    return {voter.person: said for voter, said in zip(voters, raised, strict=False)}
