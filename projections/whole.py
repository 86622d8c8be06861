"""The whole record of one decision, gathered from what the read models know and the log says."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TypeVar

from domain.events import (
    DecisionConfirmed,
    DecisionReversed,
    DecisionReviewed,
    DecisionTaken,
    Event,
    InterestDeclared,
    MandateGranted,
    PaperShared,
    ProposalMade,
    TaskAdded,
    VoterAdded,
    VotingOpened,
)
from domain.ids import CommitteeId, PersonId, ProposalId, TaskId
from domain.kinds import Domain, NotAPerson, Seat
from domain.proposal import Proposal
from domain.values import Actor, EventId, place_of
from domain.voting.rule import Rule
from domain.voting.tally import Result
from projections.audit import Audit
from projections.by_group import by_group
from projections.decisions import Decisions
from projections.mandates import Mandates
from projections.meetings import Meetings
from projections.meetings_seen import MeetingSeen
from projections.naming import Naming
from projections.seen import DecisionSeen, ObjectionSeen, OptionSeen
from projections.stops import Stop
from projections.talk import Talk
from projections.talk_seen import AfterwardsSeen
from projections.tasks import Tasks
from projections.views import Views
from projections.ways import ways
from projections.whole_seen import (
    Agreed,
    Away,
    Known,
    Looked,
    MayDecide,
    Other,
    Says,
    ToDo,
    Told,
    Touched,
    Undone,
    WholeSeen,
    Worry,
    WrittenDown,
)

E = TypeVar("E", bound=Event)


def whole(
    views: Views,
    proposal: ProposalId,
    now: datetime,
    at: datetime | None = None,
    known: int | None = None,
) -> WholeSeen | None:
    """All that was written down of this decision; none where nothing was decided."""
    return views.answer(lambda: Gathering(views, proposal, now, Stop(at, known)).whole())


class Gathering:
    """One decision, and whom to ask about it."""

    def __init__(self, views: Views, proposal: ProposalId, now: datetime, stop: Stop) -> None:
        self.views, self.stop, self.now = views, stop, stop.at or now
        self.idea = views.of(Decisions).proposal(proposal, now, *stop)
        placed = [one for one in views.ledger.placed_events_of(proposal) if stop.counts(*one)]
        self.told = [event for _, event in placed]

    def whole(self) -> WholeSeen | None:
        """Field by field."""
        idea = self.idea
        taken = next(reversed(self._only(DecisionTaken)), None)
        if idea is None or idea.decision is None or taken is None:
            return None
        made, talk = self._only(ProposalMade)[0], self.views.of(Talk)
        after = talk.afterwards(idea.proposal, self.now, self.stop.known)
        meeting, decided = self._meeting(taken), idea.decision
        weighed = dict(after.weighed)
        return WholeSeen(
            proposal=idea.proposal,
            committee=idea.committee,
            question=idea.title,
            text=idea.text,
            about=None if taken.domain is Domain.NOT_STATED else taken.domain,
            stake=decided.stake or idea.stake,
            promise=made.promise,
            outcome=decided.outcome,
            chosen=decided.chosen,
            route=decided.route,
            rule=taken.rule,
            terms=decided.terms or self._rule(taken),
            decided_at=decided.decided_at,
            to_the_day=decided.to_the_day,
            meeting=taken.meeting,
            place=meeting.place if meeting else None,
            entitled=idea.electorate,
            entitled_number=len(idea.electorate) or taken.entitled,
            present=tuple(one.person for one in meeting.present) if meeting else (),
            present_number=taken.present,
            apologies=tuple(Away(a.person, a.cause) for a in meeting.apologies) if meeting else (),
            recused=taken.recused,
            deciders=taken.deciders,
            quorum=_quorum(decided),
            asks_for_quorum=bool(decided.terms.quorum) if decided.terms else None,
            authority=decided.authority,
            may_decide=self._mandate(decided.event),
            amount=taken.amount or made.amount,
            proposer=made.idea_by or _known(made.actor),
            drafter=made.drafted_by or made.recorded_by,
            options=tuple(option.title for option in idea.options) or ("Yes", "No"),
            do_nothing=_do_nothing(decided, idea.options),
            known=tuple(self._known()),
            considered=weighed.get("considered", ()),
            left_out=weighed.get("left_out", ()),
            conflicts=tuple(self._conflicts()),
            tally=decided.tally,
            given=ways(self.told),
            by_group=tuple(by_group(idea, self._seats())),
            objections=tuple(map(_worry, idea.objections)),
            reasons=_reasons(decided, after),
            risks=weighed.get("risks", ()),
            tasks=tuple(self._tasks(decided.event)),
            review_on=after.review_on,
            reviews=tuple(self._reviews()),
            told=tuple(Told(one.to, one.format, one.at) for one in after.told),
            supersedes=self._other(after.replaces) if after.replaces else None,
            superseded_by=tuple(map(self._other, self._later(after))),
            ended=tuple(map(self._other, self._ended(after))),
            reversed_by=self._undone(),
            agreed=_agreed(after),
            recorded=WrittenDown(taken.actor, taken.recorded_by, taken.through, taken.recorded_at),
            confirmed=(*self._confirmed(), *_minuted(meeting, decided)),
            event=decided.event,
            position=decided.position,
        )

    # ---- Its parts

    def _only(self, kind: type[E]) -> list[E]:
        return [event for event in self.told if isinstance(event, kind)]

    def _words(self, *seals: str | None) -> tuple[str, ...]:
        """The words behind these; an ellipsis where they were erased."""
        said = self.views.vault.words(seals)
        return tuple(said.get(seal, "…") for seal in seals if seal)

    def _said(self, seal: str | None) -> str | None:
        return next(iter(self._words(seal)), None)

    def _seats(self) -> dict[PersonId, Seat]:
        """As what those who could vote sat here."""
        opened = self._only(VotingOpened)[-1:]
        voters = [voter for one in opened for voter in one.electorate]
        voters += [one.voter for one in self._only(VoterAdded)]
        return {voter.person: voter.seat for voter in voters}

    def _meeting(self, taken: DecisionTaken) -> MeetingSeen | None:
        meetings = self.views.of(Meetings)
        return meetings.meeting(taken.meeting, *self.stop) if taken.meeting else None

    def _rule(self, taken: DecisionTaken) -> Rule | None:
        """Without a vote, its terms stand where the rule was agreed."""
        made = self._only(ProposalMade)[0]
        agreed = self.views.of(Mandates).rules(made.committee, *self.stop)
        return next((one.terms for one in agreed if one.rule == taken.rule), None)

    def _mandate(self, event: EventId) -> MayDecide | None:
        """The first mandate on the way back from the decision to the founding."""
        chain = self.views.of(Audit).rests_on(event)
        cited = next((one for one in chain if one.topic == MandateGranted.TOPIC), None)
        if cited is None:
            return None
        granted = self.views.of(Mandates).mandates(CommitteeId(cited.stream), self.now)
        found = next(one for one in granted if one.event == cited.event)
        return MayDecide(found.words, found.limit, found.starts, found.expires, found.event)

    def _known(self) -> Iterator[Known]:
        for one in self._only(PaperShared):
            words = self._said(one.content)
            yield Known(words, one.format, one.available_from, one.to, one.event_id)

    def _conflicts(self) -> Iterator[Touched]:
        for one in self._only(InterestDeclared):
            yield Touched(one.person, self._said(one.words), one.event_id)

    def _tasks(self, event: EventId) -> Iterator[ToDo]:
        came = self.views.of(Audit).changed_by(event, *self.stop)
        for stream in dict.fromkeys(one.stream for one in came if one.topic == TaskAdded.TOPIC):
            if task := self.views.of(Tasks).task(TaskId(stream), *self.stop):
                yield ToDo(task.task, task.title, tuple(one.person for one in task.holders))

    def _reviews(self) -> Iterator[Looked]:
        for one in self._only(DecisionReviewed):
            yield Looked(one.finding, self._said(one.reason), one.occurred_at)

    def _other(self, event: EventId) -> Other:
        stream, _ = place_of(event)
        title = self.views.of(Naming).name(stream, *self.stop)
        return Other(ProposalId(stream), title, event)

    def _later(self, after: AfterwardsSeen) -> Iterable[EventId]:
        """What took its place, or ended it."""
        by = after.reversed.authority if after.reversed else None
        later = dict.fromkeys([*after.replaced_by, *([by] if by else [])])
        return [one for one in later if self._is_decision(one)]

    def _is_decision(self, event: EventId) -> bool:
        """A source may name any right for the end of a decision."""
        return self.views.ledger.kind_of(place_of(event)[0]) == Proposal.STREAM

    def _ended(self, after: AfterwardsSeen) -> Iterator[EventId]:
        """The decisions that this one ended."""
        if after.decision is None:
            return
        for one in self.views.of(Audit).changed_by(after.decision, *self.stop):
            if one.topic == DecisionReversed.TOPIC:
                older = self.views.of(Talk).afterwards(ProposalId(one.stream), self.now)
                if older.decision and older.decision != after.replaces:
                    yield older.decision

    def _undone(self) -> Undone | None:
        ended = next(iter(self._only(DecisionReversed)), None)
        if ended is None:
            return None
        return Undone(self._said(ended.reason), ended.occurred_at, ended.event_id)

    def _confirmed(self) -> Iterator[Says]:
        for one in self._only(DecisionConfirmed):
            yield Says(one.person, one.capacity, one.occurred_at, with_minutes=False)


def _minuted(meeting: MeetingSeen | None, decided: DecisionSeen) -> Iterator[Says]:
    """Who confirmed minutes in which this stood already."""
    for one in meeting.confirmed if meeting else ():
        if one.seen_to >= decided.position:
            yield Says(one.person, one.capacity, one.at, with_minutes=True)


def _agreed(after: AfterwardsSeen) -> Agreed | None:
    if after.answer_until is None:
        return None
    answer = True if after.ratified else False if after.refused else None
    return Agreed(after.answer_until, answer, after.lapsed)


def _known(actor: Actor) -> Actor | None:
    return None if actor is NotAPerson.UNKNOWN else actor


def _quorum(decided: DecisionSeen) -> bool | None:
    if decided.outcome.result is Result.NO_QUORUM:
        return False
    return True if decided.terms and decided.terms.quorum and decided.tally else None


def _do_nothing(decided: DecisionSeen, options: Sequence[OptionSeen]) -> str | None:
    """No leaves all as it is; of several options, the one that the rule names."""
    if not options:
        return "No"
    usual = decided.terms.default_option if decided.terms else None
    return next((one.title for one in options if one.option == usual), None)


def _worry(seen: ObjectionSeen) -> Worry:
    return Worry(
        person=seen.person if seen.named else None,
        ground=seen.ground,
        words=seen.words,
        answers=seen.answers,
        better=seen.better,
        how=seen.how,
        ending=seen.ending,
        ended_at=seen.resolved_at,
    )


def _reasons(decided: DecisionSeen, after: AfterwardsSeen) -> tuple[str, ...]:
    """What was said when it was decided, and what was added since."""
    said: Iterable[str | None] = (decided.reason, *(one.said.words for one in after.reasons))
    return tuple(words for words in said if words)
