"""Lines about what was decided: our own count, and beside it what the source states."""

from collections.abc import Mapping
from typing import Literal

from domain.ids import OptionId
from domain.proposal import Proposal
from domain.voting.answers import Choice
from domain.voting.tally import Outcome, Result, StatedTally
from web.history import names, vote_lines
from web.history.names import BadLine, the_option
from web.history.taking import Taking

RESULTS = {
    str(one): Outcome(result=one) for one in (Result.ADOPTED, Result.REJECTED, Result.NO_QUORUM)
}
COUNTED: dict[str, Choice | Literal["silent", "recused"]] = {
    **{str(one): one for one in Choice},
    "silent": "silent",
    "recused": "recused",
}


def decided(it: Taking, line: vote_lines.ProposalDecided) -> None:
    """The end of a vote: our own count, and beside it what the source states."""
    proposal = it.proposal(line, line.proposal)
    options = it.options(proposal)
    tally = None if line.tally is None else _tally(line.tally, options)
    it.governance.close_and_decide(
        it.act(line),
        proposal,
        route=line.route,
        outcome=None if line.outcome is None else _outcome(line.outcome, options),
        tally=tally,
        words=line.published or "",
        review_on=line.review_on,
        authority=it.authority(line),
    )
    vote = it.governance.known(proposal)
    if isinstance(vote, Proposal) and vote.electorate and not vote.electorate.keys() - vote.recused:
        it.warn("Everybody who could vote stayed out of this one. So nobody here decided it.")
    it.vote_ended(proposal)


def recorded(it: Taking, line: vote_lines.DecisionRecorded) -> None:
    """A decision of which only the result is known."""
    committee = it.committee(line.committee)
    scope = it.new(names.PROPOSAL, committee.hex, line.proposal)
    person = it.person(line, line.person) if line.person else None
    act = it.act(line, person)
    proposal = it.governance.make_proposal(act, committee, line.title, stake=line.stake)
    it.names.add(names.PROPOSAL, scope, line.proposal, proposal)
    it.governance.close_and_decide(
        act,
        proposal,
        route=line.route,
        outcome=_outcome(line.outcome, {}),
        deciders=[person] if person else (),
        authority=it.authority(line),
    )


def no_longer_holds(it: Taking, line: vote_lines.DecisionReversed) -> None:
    """A decision that no longer holds."""
    proposal = it.proposal(line, line.proposal)
    it.governance.reverse_decision(it.act(line), proposal, authority=it.authority(line))


def _outcome(stated: list[str], options: Mapping[str, OptionId]) -> Outcome:
    if len(stated) == 1 and stated[0] not in options and stated[0] in RESULTS:
        return RESULTS[stated[0]]
    chosen = tuple(the_option(options, name) for name in stated)
    return Outcome(result=Result.CHOSEN, options=chosen)


def _tally(stated: dict[str, int], options: Mapping[str, OptionId]) -> StatedTally:
    known = {**COUNTED, **options}
    for name in stated.keys() - known.keys():
        raise BadLine(f"tally: “{name}” is neither an option nor one of {', '.join(COUNTED)}.")
    return StatedTally(said={known[name]: number for name, number in stated.items()})
