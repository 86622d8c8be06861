"""Lines about proposals: votes, worries, and what was decided."""

from collections.abc import Mapping
from typing import Literal, NoReturn
from uuid import UUID, uuid4

from domain.committee import Committee
from domain.errors import NotEligible
from domain.ids import CommitteeId, ObjectionId, OptionId, PersonId, ProposalId
from domain.proposal import Proposal, Stage
from domain.voting.answers import Answer, Approvals, Choice, Ranking, Scores, Unlisted
from domain.voting.tally import Outcome, Result, StatedTally
from web.history import names, vote_lines
from web.history.committees import rule
from web.history.names import BadLine, UnknownName
from web.history.taking import Taking

CHOICES = {str(one): one for one in Choice} | {"worry": Choice.OBJECTION}
RESULTS = {
    str(one): Outcome(result=one) for one in (Result.ADOPTED, Result.REJECTED, Result.NO_QUORUM)
}
COUNTED: dict[str, Choice | Literal["silent", "recused"]] = {
    **{str(one): one for one in Choice},
    "silent": "silent",
    "recused": "recused",
}
ONE_ANSWER = "A ballot has one of choice, ranking, scores and approves."


def made(it: Taking, line: vote_lines.ProposalMade) -> None:
    """A question put to the committee."""
    _make(it, line)


def opened(it: Taking, line: vote_lines.ProposalOpened) -> None:
    """A question put to the committee, and voting opened at once."""
    _open(it, line, _make(it, line))


def voting_opened(it: Taking, line: vote_lines.VotingOpened) -> None:
    """Voting opened on a question that was put before."""
    _open(it, line, it.proposal(line, line.proposal))


def _make(it: Taking, line: vote_lines.ProposalMade) -> ProposalId:
    committee = it.committee(line.committee)
    scope = it.new(names.PROPOSAL, committee.hex, line.proposal)
    person = it.person(line, line.person) if line.person else None
    options = {one.option: OptionId(uuid4()) for one in line.options}
    if len(options) < len(line.options):
        raise BadLine("An option is listed twice.")
    proposal = it.governance.make_proposal(
        it.act(line, person),
        committee,
        line.title,
        text=line.text or "",
        options={options[one.option]: one.title or one.option for one in line.options},
        stake=line.stake,
        idea_by=person,
    )
    it.names.add(names.PROPOSAL, scope, line.proposal, proposal)
    for name, option in options.items():
        it.names.add(names.OPTION, proposal.hex, name, option)
    return proposal


def _open(
    it: Taking, line: vote_lines.VotingOpened | vote_lines.ProposalOpened, proposal: ProposalId
) -> None:
    person = line.person if isinstance(line, vote_lines.ProposalOpened) else None
    act = it.act(line, it.person(line, person) if person else None)
    terms = rule(it, line, line.rule, it.options(proposal)) if line.rule else None
    electorate = it.people(line, line.electorate) if line.electorate is not None else None
    if line.electorate == []:
        raise BadLine("electorate: the list is empty.")
    try:
        it.governance.open_voting(
            act, proposal, terms=terms, electorate=electorate, authority=it.authority(line)
        )
    except NotEligible:
        _without_a_seat(it, it.home(proposal), line.electorate or [])
        raise
    it.vote_opened(proposal)


def _without_a_seat(it: Taking, committee: CommitteeId, electorate: list[str]) -> None:
    group = it.governance.known(committee)
    if isinstance(group, Committee):
        people = [p for p in electorate if it.names.the(names.PERSON, p) not in group.seats]
        if people:
            listed = ", ".join(f"“{name}”" for name in people)
            raise BadLine(f"No seat on this committee, and so no vote: {listed}.") from None


def withdrawn(it: Taking, line: vote_lines.OfProposal) -> None:
    """A question taken back."""
    proposal = it.proposal(line, line.proposal)
    person = it.person(line, line.person) if line.person else None
    it.governance.withdraw_proposal(it.act(line, person), proposal)
    it.vote_ended(proposal)


# ---- Ballots


def ballot_cast(it: Taking, line: vote_lines.BallotCast) -> None:
    """An answer; one that comes too late is kept, and never counts."""
    if line.supported_by is not None:
        raise BadLine("This program cannot take in who supported a voter yet.")
    proposal, voter = it.proposal(line, line.proposal), it.person(line, line.person)
    act, answer = it.act(line, voter), _answer(it, line, proposal)
    try:
        it.governance.cast_ballot(act, proposal, answer, voter)
    except NotEligible:
        _no_voter(it, line, proposal, voter)
    known = it.governance.known(proposal)
    if isinstance(known, Proposal) and known.stage is not Stage.OPEN:
        it.warn("This ballot came after the end of the vote. It is kept, and does not count.")
    elif answer is Choice.OBJECTION:
        it.governance.raise_objection(act, proposal, line.reason or "", person=voter)


def _no_voter(
    it: Taking, line: vote_lines.OfVoter, proposal: ProposalId, voter: PersonId
) -> NoReturn:
    who, what = f"“{line.person}”", f"“{line.proposal}”"
    known = it.governance.known(proposal)
    if isinstance(known, Proposal) and voter in known.recused:
        raise BadLine(f"{who} stays out of deciding {what}, and cannot vote on it.") from None
    if isinstance(known, Proposal) and voter in known.dropped:
        raise BadLine(f"{who} had left, and could no longer vote on {what}.") from None
    raise BadLine(f"{who} is not one of those who could vote on {what}.") from None


def _answer(it: Taking, line: vote_lines.BallotCast, proposal: ProposalId) -> Answer:
    given = (line.choice, line.ranking, line.scores, line.approves)
    if sum(one is not None for one in given) != 1:
        raise BadLine(ONE_ANSWER)
    if line.unlisted is not None and line.ranking is None:
        raise BadLine("Only a ranking can say what its unlisted options mean.")
    if line.choice is not None:
        return CHOICES[line.choice]
    options = it.options(proposal)
    if line.ranking is not None:
        places = tuple(tuple(_known(options, o) for o in place) for place in line.ranking)
        return Ranking(places=places, unlisted=line.unlisted or Unlisted.LAST)
    if line.scores is not None:
        return Scores(scores={_known(options, o): n for o, n in line.scores.items()})
    return Approvals(options=tuple(_known(options, o) for o in line.approves or ()))


def ballot_withdrawn(it: Taking, line: vote_lines.OfVoter) -> None:
    """An answer taken back."""
    proposal, voter = it.proposal(line, line.proposal), it.person(line, line.person)
    try:
        it.governance.withdraw_ballot(it.act(line, voter), proposal, voter)
    except NotEligible:
        _no_voter(it, line, proposal, voter)


def recused(it: Taking, line: vote_lines.OfVoter) -> None:
    """Somebody who stays out of deciding."""
    proposal, person = it.proposal(line, line.proposal), it.person(line, line.person)
    it.governance.recuse(it.act(line, person), proposal, person)


# ---- Objections


def objection_raised(it: Taking, line: vote_lines.ObjectionRaised) -> None:
    """A worry, under the name that the file has for it."""
    proposal, person = it.proposal(line, line.proposal), it.person(line, line.person)
    scope = it.new(names.OBJECTION, proposal.hex, line.objection)
    objection = it.governance.raise_objection(
        it.act(line, person), proposal, line.text or "", person=person
    )
    it.names.add(names.OBJECTION, scope, line.objection, objection)


def objection_resolved(it: Taking, line: vote_lines.ObjectionResolved) -> None:
    """The end of a worry."""
    objection = ObjectionId(it.thing(line, names.OBJECTION, line.objection))
    proposal = ProposalId(UUID(it.names.scope_of(objection)))
    person = it.person(line, line.person) if line.person else None
    act = it.act(line, person, reason=line.text or line.reason)
    it.governance.resolve_objection(act, proposal, objection, line.how)


# ---- Decisions


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


def _outcome(stated: list[str], options: Mapping[str, OptionId]) -> Outcome:
    if len(stated) == 1 and stated[0] not in options and stated[0] in RESULTS:
        return RESULTS[stated[0]]
    chosen = tuple(_known(options, name) for name in stated)
    return Outcome(result=Result.CHOSEN, options=chosen)


def _tally(stated: dict[str, int], options: Mapping[str, OptionId]) -> StatedTally:
    known = {**COUNTED, **options}
    for name in stated.keys() - known.keys():
        raise BadLine(f"tally: “{name}” is neither an option nor one of {', '.join(COUNTED)}.")
    return StatedTally(said={known[name]: number for name, number in stated.items()})


def _known(options: Mapping[str, OptionId], name: str) -> OptionId:
    if name in options:
        return options[name]
    if not options:
        raise BadLine(f"“{name}” is none of adopted, rejected and no_quorum.")
    listed = ", ".join(f"“{one}”" for one in options)
    raise UnknownName(names.OPTION, name, f"There is no option “{name}”. There are: {listed}.")
