"""From rows to what is seen: which ballot counts, how a worry went, what a decision rests on."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from domain.events import DecisionTaken, ProposalMade, VotingOpened
from domain.ids import ObjectionId, PersonId, ProposalId
from domain.kinds import ObjectionGround, Precision, Resolution, Through
from domain.voting.answers import Answer, Choice
from domain.voting.count import count
from domain.voting.say import count_in_words
from projections.naming import Naming
from projections.read_model import uid, when
from projections.seen import (
    BallotSeen,
    DecisionSeen,
    ObjectionSeen,
    OptionSeen,
    ProposalSeen,
    Stage,
    WhyNot,
)

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
_CHOICES = set(Choice)

Row = Sequence[Any]
Words = Callable[[Iterable[str | None]], dict[str, str]]


@dataclass(frozen=True, slots=True)
class Told:
    """All that the tables hold of one idea."""

    made: ProposalMade
    opened: VotingOpened | None
    decided: DecisionTaken | None
    decided_position: int
    ballots: Sequence[Row]
    stood_out: Sequence[Row]
    objections: Sequence[Row]
    endings: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who knows what things are called, and the words behind the seals."""

    naming: Naming
    words: Words


def proposal_seen(told: Told, reader: Reader, now: datetime) -> ProposalSeen:
    """One idea as the log and the clock tell it."""
    made, opened = told.made, told.opened
    naming, words = reader.naming, reader.words
    names = naming.names([made.idea_by, *(uid(row[1]) for row in told.ballots)])
    said = words([made.title, made.text, *(option.title for option in made.options)])
    closed_at = next((when(row[1]) for row in told.endings if row[0] == "closed"), None)
    return ProposalSeen(
        proposal=ProposalId(made.originator_id),
        committee=made.committee,
        title=said.get(made.title, "…"),
        text=said.get(made.text or ""),
        options=tuple(OptionSeen(o.option, said.get(o.title, "…")) for o in made.options),
        idea_by=made.idea_by,
        idea_by_name=names[made.idea_by] if made.idea_by else None,
        made_by=made.actor,
        made_at=made.occurred_at,
        stake=made.stake,
        stage=_stage(told, now),
        terms=opened.terms if opened else None,
        opened_at=opened.opens_at if opened else None,
        closes_at=opened.closes_at if opened else None,
        closed_at=closed_at,
        electorate=tuple(voter.person for voter in opened.electorate) if opened else (),
        stood_out=tuple(PersonId(uid(person)) for person, _ in told.stood_out),
        ballots=tuple(_ballots(told, names, words)),
        objections=tuple(_objections(told.objections, naming, words)),
        decision=decision_seen(made, opened, told.decided, told.decided_position, reader)
        if told.decided
        else None,
    )


def decision_seen(
    made: ProposalMade,
    opened: VotingOpened | None,
    decided: DecisionTaken,
    position: int,
    reader: Reader,
) -> DecisionSeen:
    """A decision as the register shows it."""
    titles = reader.naming.names(decided.outcome.options)
    said = reader.words([made.title, decided.stated_words, decided.reason])
    return DecisionSeen(
        proposal=ProposalId(decided.originator_id),
        title=said.get(made.title, "…"),
        outcome=decided.outcome,
        chosen=tuple(titles[option] for option in decided.outcome.options),
        route=decided.route,
        terms=opened.terms if opened else None,
        tally=decided.tally,
        entitled=decided.entitled,
        recused=len(decided.recused),
        stake=decided.stake,
        decided_at=decided.occurred_at,
        to_the_day=decided.occurred_to is Precision.DAY,
        event=decided.event_id,
        authority=decided.authority,
        review_on=decided.review_on,
        stated_outcome=decided.stated_outcome,
        stated_tally=decided.stated_tally,
        stated_words=said.get(decided.stated_words or ""),
        reason=said.get(decided.reason or ""),
        position=position,
    )


def explanation(told: Told, reader: Reader) -> str:
    """Why a vote came out as it did: its counted ballots, by its own rule, in sentences."""
    opened, decided = told.opened, told.decided
    names = reader.naming.names(uid(row[1]) for row in told.ballots)
    ballots = {b.voter: b.answer for b in _ballots(told, names, reader.words) if b.counted}
    if opened is None or decided is None or not ballots:
        return ""
    left = {uid(person) for person, how in told.stood_out if how == "left"}
    worries = _objections(told.objections, reader.naming, reader.words)
    counted = count(
        opened.terms,
        electorate=[v for v in opened.electorate if v.person not in left or v.person in ballots],
        ballots=ballots,
        options=[option.option for option in told.made.options],
        open_objections=sum(worry.how is None for worry in worries),
        recused=decided.recused,
    )
    return count_in_words(opened.terms, counted)


def _stage(told: Told, now: datetime) -> Stage:
    if told.decided:
        return Stage.DECIDED
    if any(row[0] == "withdrawn" for row in told.endings):
        return Stage.WITHDRAWN
    if told.opened is None:
        return Stage.MADE
    closes = told.opened.closes_at
    return Stage.OVER if told.endings or (closes and closes <= now) else Stage.OPEN


def _ballots(told: Told, names: Any, words: Words) -> Iterable[BallotSeen]:
    """Every ballot; the last of a voter before the end counts, unless they stood out of it."""
    end = next((row[2] for row in told.endings if row[0] == "closed"), float("inf"))
    voters = {voter.person for voter in told.opened.electorate} if told.opened else set()
    recused = {uid(person) for person, how in told.stood_out if how == "recused"}
    last = {row[1]: row for row in told.ballots if row[8] < end}
    said = words(row[3] for row in told.ballots)
    for row in told.ballots:
        _, voter, answer, reason, recorded_by, through, recorded_at, at, position = row
        if answer is None:
            continue
        person = PersonId(uid(voter))
        why_not = None
        if position > end:
            why_not = WhyNot.LATE
        elif person not in voters:
            why_not = WhyNot.NOT_A_VOTER
        elif person in recused:
            why_not = WhyNot.RECUSED
        elif last[voter] is not row:
            why_not = WhyNot.WITHDRAWN if last[voter][2] is None else WhyNot.CHANGED
        yield BallotSeen(
            voter=person,
            name=names[person],
            answer=Choice(answer) if answer in _CHOICES else _ANSWER.validate_json(answer),
            at=when(at),
            recorded_at=when(recorded_at),
            recorded_by=PersonId(uid(recorded_by)) if recorded_by else None,
            through=Through(through),
            reason=said.get(reason or ""),
            why_not=why_not,
            position=position,
        )


def _objections(rows: Sequence[Row], naming: Naming, words: Words) -> Iterable[ObjectionSeen]:
    said = words(row[5] for row in rows)
    raised = {row[1]: row for row in rows if row[2] == "raised"}
    first = {row[1]: row for row in reversed(rows) if row[2] == "raised"}
    names = naming.names(uid(row[3]) for row in raised.values())
    for key, row in raised.items():
        steps = [step for step in rows if step[1] == key]
        answers = [said.get(step[5] or "", "…") for step in steps if step[2] == "answered"]
        ends = [step for step in steps if step[2] not in ("raised", "answered")]
        yield ObjectionSeen(
            objection=ObjectionId(uid(key)),
            person=PersonId(uid(row[3])),
            name=names[uid(row[3])],
            ground=ObjectionGround(row[4]),
            words=said.get(row[5] or ""),
            raised_at=when(first[key][6]),
            answers=tuple(answers),
            how=Resolution(ends[-1][2]) if ends else None,
            resolved_at=when(ends[-1][6]) if ends else None,
        )
