"""Lines about what people said to a proposal: their ballots, and their worries."""

from typing import NoReturn
from uuid import UUID

from domain.act import Act
from domain.aggregate import Aggregate
from domain.errors import NotEligible
from domain.ids import ObjectionId, PersonId, ProposalId
from domain.kinds import Resolution
from domain.proposal import Proposal, Stage
from domain.voting.answers import Answer, Approvals, Choice, Ranking, Scores, Unlisted
from web.history import names, vote_lines
from web.history.names import BadLine, the_option
from web.history.taking import Taking

CHOICES = {str(one): one for one in Choice} | {"worry": Choice.OBJECTION}
ONE_ANSWER = "A ballot has one of choice, ranking, scores and approves."


def ballot_cast(it: Taking, line: vote_lines.BallotCast) -> None:
    """An answer; one that comes too late is kept, and never counts."""
    proposal, voter = it.proposal(line, line.proposal), it.person(line, line.person)
    act, answer = it.act(line, voter), _answer(it, line, proposal)
    before = it.batch.recorded
    try:
        it.governance.cast_ballot(act, proposal, answer, voter)
    except NotEligible:
        _no_voter(it, line, proposal, voter)
    known = it.governance.known(proposal)
    if isinstance(known, Proposal) and known.stage is not Stage.OPEN:
        it.warn("This ballot came after the end of the vote. It is kept, and does not count.")
    elif answer is not Choice.OBJECTION:
        _worry_ends(it, act, known, voter)
    elif it.batch.recorded > before:
        it.governance.raise_objection(act, proposal, line.reason or "", person=voter)
    if line.supported_by is not None:
        _supported(it, line, act, line.supported_by)


def _worry_ends(it: Taking, act: Act, known: Aggregate | None, voter: PersonId) -> None:
    """A worry that came with a ballot goes with it. One that has a name ends by its own line."""
    if not isinstance(known, Proposal) or not known.open_objections:
        return
    proposal = ProposalId(known.id)
    named = {*it.names.within(names.OBJECTION, proposal.hex).values()}
    for worry in [one for one in known.open_objections if one not in named]:
        if known.objections[worry] == voter:
            so = act.by_program()
            it.governance.resolve_objection(so, proposal, worry, Resolution.WITHDRAWN)


def _supported(
    it: Taking, line: vote_lines.BallotCast, act: Act, said: vote_lines.Supported
) -> None:
    it.governance.note_support(
        act,
        it.proposal(line, line.proposal),
        it.person(line, line.person),
        it.person(line, said.person),
        said.kind,
        chosen_by_voter=said.chosen,
    )


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
    if given.count(None) != len(given) - 1:
        raise BadLine(ONE_ANSWER)
    if line.unlisted is not None and line.ranking is None:
        raise BadLine("Only a ranking can say what its unlisted options mean.")
    if line.choice is not None:
        return CHOICES[line.choice]
    options = it.options(proposal)
    if not options:
        raise BadLine("This question is for yes or no. Say the answer with “choice”.")
    if line.ranking is not None:
        places = tuple(tuple(the_option(options, o) for o in place) for place in line.ranking)
        return Ranking(places=places, unlisted=line.unlisted or Unlisted.LAST)
    if line.scores is not None:
        return Scores(scores={the_option(options, o): n for o, n in line.scores.items()})
    return Approvals(options=tuple(the_option(options, o) for o in line.approves or ()))


def ballot_withdrawn(it: Taking, line: vote_lines.OfVoter) -> None:
    """An answer taken back."""
    proposal, voter = it.proposal(line, line.proposal), it.person(line, line.person)
    act = it.act(line, voter)
    try:
        it.governance.withdraw_ballot(act, proposal, voter)
    except NotEligible:
        _no_voter(it, line, proposal, voter)
    _worry_ends(it, act, it.governance.known(proposal), voter)


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
        it.act(line, person),
        proposal,
        line.text or "",
        person=person,
        besides=[ObjectionId(one) for one in it.names.within(names.OBJECTION, scope).values()],
    )
    it.names.add(names.OBJECTION, scope, line.objection, objection)


def objection_resolved(it: Taking, line: vote_lines.ObjectionResolved) -> None:
    """The end of a worry."""
    objection = ObjectionId(it.thing(line, names.OBJECTION, line.objection))
    proposal = ProposalId(UUID(it.names.scope_of(objection)))
    person = it.person(line, line.person) if line.person else None
    act = it.act(line, person, reason=line.text or line.reason)
    it.governance.resolve_objection(act, proposal, objection, line.how)
