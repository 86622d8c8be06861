"""How ideas come about, and what is said about them before and after they are decided."""

from collections.abc import Mapping

from domain import events
from domain.events import Event
from domain.proposal import Proposal
from web.history.native.commands.of import Command, the_proposal
from web.history.native.telling import Telling


def made(it: Telling, event: events.ProposalMade) -> None:
    it.does.make_proposal(
        it.act,
        event.committee,
        event.title,
        text=event.text or "",
        options=event.options,
        stake=event.stake,
        domain=event.domain,
        amount=event.amount,
        promise=event.promise,
        idea_by=event.idea_by,
        drafted_by=event.drafted_by,
        part_of=event.part_of,
        replaces=event.replaces,
        ratifies=event.ratifies,
        new_rule=event.new_rule,
        new_rule_for=event.new_rule_for,
        because_of=event.because_of,
        election=event.election,
        new_mandate=event.new_mandate,
        ends_mandate=event.ends_mandate,
    )


def withdrawn(it: Telling, event: events.ProposalWithdrawn) -> None:
    it.does.withdraw_proposal(it.act, the_proposal(event))


def amended(it: Telling, event: events.ProposalAmended) -> None:
    it.does.amend_proposal(
        it.act,
        the_proposal(event),
        title=event.title or "",
        text=event.text or "",
        options=event.options,
        because_of=event.because_of,
        ballots_stand=event.ballots_stand,
    )


def stake_judged(it: Telling, event: events.StakeJudged) -> None:
    it.does.judge_stake(it.act, the_proposal(event), event.stake, event.domain)


def referred(it: Telling, event: events.ProposalReferred) -> None:
    it.does.refer_proposal(it.act, the_proposal(event), event.to, event.answer_by)


def referral_answered(it: Telling, event: events.ReferralAnswered) -> None:
    it.does.answer_referral(it.act, the_proposal(event), event.answer)


def declined(it: Telling, event: events.ProposalDeclined) -> None:
    it.does.decline_proposal(it.act, the_proposal(event))


def deferred(it: Telling, event: events.ProposalDeferred) -> None:
    it.does.defer_proposal(it.act, the_proposal(event), event.until)


# ---- What is read and said


def paper_shared(it: Telling, event: events.PaperShared) -> None:
    known = it.does.current(Proposal, event.originator_id).papers
    it.does.share_paper(
        it.act,
        the_proposal(event),
        event.content,
        event.format,
        to=event.to,
        available_from=event.available_from,
        paper=event.paper if event.paper in known else None,
    )


def understanding_voiced(it: Telling, event: events.UnderstandingVoiced) -> None:
    it.does.voice_understanding(it.act, the_proposal(event), event.answer, event.person)


def position_voiced(it: Telling, event: events.PositionVoiced) -> None:
    it.does.voice_position(
        it.act, the_proposal(event), event.position, event.option, person=event.person
    )


def question_asked(it: Telling, event: events.QuestionAsked) -> None:
    it.does.ask_question(it.act, the_proposal(event), event.words, event.person)


def question_answered(it: Telling, event: events.QuestionAnswered) -> None:
    it.does.answer_question(it.act, the_proposal(event), event.question, event.words)


def interest_declared(it: Telling, event: events.InterestDeclared) -> None:
    it.does.declare_interest(it.act, the_proposal(event), event.words, event.person)


def recused(it: Telling, event: events.PersonRecused) -> None:
    it.does.recuse(it.act, the_proposal(event), event.person)


# ---- Worries


def objection_raised(it: Telling, event: events.ObjectionRaised) -> None:
    it.does.raise_objection(
        it.act,
        the_proposal(event),
        event.words or "",
        event.ground,
        person=event.person,
        objection=event.objection if it.names_field("objection") else None,
        named=event.named,
    )


def objection_answered(it: Telling, event: events.ObjectionAnswered) -> None:
    it.does.answer_objection(it.act, the_proposal(event), event.objection, event.words)


def objection_resolved(it: Telling, event: events.ObjectionResolved) -> None:
    it.does.resolve_objection(it.act, the_proposal(event), event.objection, event.how)


COMMANDS: Mapping[type[Event], Command] = {
    events.ProposalMade: made,
    events.ProposalWithdrawn: withdrawn,
    events.ProposalAmended: amended,
    events.StakeJudged: stake_judged,
    events.ProposalReferred: referred,
    events.ReferralAnswered: referral_answered,
    events.ProposalDeclined: declined,
    events.ProposalDeferred: deferred,
    events.PaperShared: paper_shared,
    events.UnderstandingVoiced: understanding_voiced,
    events.PositionVoiced: position_voiced,
    events.QuestionAsked: question_asked,
    events.QuestionAnswered: question_answered,
    events.InterestDeclared: interest_declared,
    events.PersonRecused: recused,
    events.ObjectionRaised: objection_raised,
    events.ObjectionAnswered: objection_answered,
    events.ObjectionResolved: objection_resolved,
}
