"""Lines about proposals: how they were put, put better, and opened to votes."""

from uuid import uuid4

from domain.committee import Committee
from domain.errors import NotEligible
from domain.ids import CommitteeId, ObjectionId, OptionId, ProposalId
from domain.proposal import Proposal
from domain.proposal.electing import A_PERSON
from domain.sealed import Sealed
from domain.values import Option
from domain.voting.fits import problems_with
from web.history import names, vote_lines
from web.history.committees import rule
from web.history.names import BadLine
from web.history.taking import Taking


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
        options=[_option(it, line, one, options[one.option]) for one in line.options],
        stake=line.stake,
        idea_by=person,
    )
    it.names.add(names.PROPOSAL, scope, line.proposal, proposal)
    for name, option in options.items():
        it.names.add(names.OPTION, proposal.hex, name, option)
    return proposal


def _option(
    it: Taking, line: vote_lines.ProposalMade, one: vote_lines.OptionLine, name: OptionId
) -> Option:
    """An answer in its own words; of a person nothing but who it is."""
    who = it.person(line, one.candidate) if one.candidate else None
    words = A_PERSON if who and one.title is None else one.title or one.option
    return Option(option=name, title=Sealed.of(words), candidate=who)


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
    _warn_of_a_vote_in_vain(it, proposal)
    it.vote_opened(proposal)


def _warn_of_a_vote_in_vain(it: Taking, proposal: ProposalId) -> None:
    """It was held, so it is told; whoever brings it in should know that nothing could pass."""
    vote = it.governance.known(proposal)
    if isinstance(vote, Proposal):
        for problem in problems_with(vote.terms, vote.electorate.values()):
            it.warn(f"Nothing can pass in this vote. {problem}")


def _without_a_seat(it: Taking, committee: CommitteeId, electorate: list[str]) -> None:
    group = it.governance.known(committee)
    if isinstance(group, Committee):
        people = [p for p in electorate if it.names.the(names.PERSON, p) not in group.seats]
        if people:
            listed = ", ".join(f"“{name}”" for name in people)
            raise BadLine(f"No seat on this committee, and so no vote: {listed}.") from None


def amended(it: Taking, line: vote_lines.ProposalAmended) -> None:
    """Better words for a question, perhaps because of a worry."""
    proposal = it.proposal(line, line.proposal)
    worries = [
        ObjectionId(it.names.the(names.OBJECTION, name, proposal.hex)) for name in line.because_of
    ]
    it.governance.amend_proposal(
        it.act(line, it.person(line, line.person) if line.person else None),
        proposal,
        title=line.title or "",
        text=line.text or "",
        because_of=[it.governance.raised(proposal, worry) for worry in worries],
    )


def withdrawn(it: Taking, line: vote_lines.OfProposal) -> None:
    """A question taken back."""
    proposal = it.proposal(line, line.proposal)
    person = it.person(line, line.person) if line.person else None
    it.governance.withdraw_proposal(it.act(line, person), proposal)
    it.vote_ended(proposal)
