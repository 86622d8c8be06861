"""From rows to what is seen: which ballot counts, how a worry went, what a decision rests on."""

from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter

from domain.events import CastingVoteGiven, HandsCounted, PositionVoiced, ProposalAmended
from domain.ids import ObjectionId, OptionId, PersonId, ProposalId, SlipId
from domain.kinds import ObjectionGround, Position, Precision, Resolution, Through
from domain.values import Election, Option
from domain.voting.answers import Answer, Choice
from domain.voting.count import Count, count
from domain.voting.electorate import Voter
from domain.voting.hands import as_ballots, hands_problems
from domain.voting.rule import Rule
from domain.voting.say import count_in_words
from domain.voting.say_people import of_people
from projections.mandate_asked import id_of, mandate_asked
from projections.naming import Naming
from projections.read_model import uid, when
from projections.seen import (
    SOMEBODY,
    BallotSeen,
    CastSeen,
    DecisionSeen,
    ElectionSeen,
    ObjectionSeen,
    OptionSeen,
    ProposalSeen,
    Stage,
    WhyNot,
)
from projections.stops import LAST, Stop
from projections.told import ObjectionRow, Taken, Told

_ANSWER: TypeAdapter[Answer] = TypeAdapter(Answer)
_CHOICES: Mapping[str, Answer] = {choice.value: choice for choice in Choice}
_THROUGH = {through.value: through for through in Through}
_RESOLUTIONS = set(Resolution)

Words = Callable[[Iterable[str | None]], dict[str, str]]
Names = dict[Any, str]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who knows what things are called at a stop in time, and the words behind the seals."""

    naming: Naming
    words: Words
    stop: Stop

    def names(self, things: Iterable[Any]) -> Names:
        """What these are called then."""
        return self.naming.names(things, *self.stop)


def proposal_seen(told: Told, reader: Reader, now: datetime) -> ProposalSeen:
    """One idea as the log and the clock tell it."""
    made, opened, options = told.made, told.opened, told.options
    election = made.election
    names = reader.names([made.idea_by, *(uid(row.voter) for row in told.ballots)])
    names |= reader.names([*_people(options), *((election.role,) if election else ())])
    called, new = election.called if election else None, made.new_mandate
    names |= reader.names([id_of(new.holder)] if new else [])
    given = new.words if new else None
    said = reader.words([told.title, told.text, called, given, *_worded(options)])
    return ProposalSeen(
        proposal=ProposalId(made.originator_id),
        committee=made.committee,
        title=said.get(told.title, "…"),
        text=said.get(told.text or ""),
        options=tuple(_option(option, said, names, told) for option in options),
        idea_by=made.idea_by,
        idea_by_name=names[made.idea_by] if made.idea_by else None,
        made_by=made.actor,
        made_at=made.occurred_at,
        stake=told.stake,
        about=told.about,
        amount=made.amount,
        stage=_stage(told, now),
        terms=opened.terms if opened else None,
        opened_at=opened.opens_at if opened else None,
        closes_at=told.closes_at,
        closed_at=next((when(row.at) for row in told.endings if row.how == "closed"), None),
        electorate=tuple(voter.person for voter in told.voters.values()),
        stood_out=tuple(PersonId(uid(row.person)) for row in told.out),
        ballots=tuple(_ballots(told, names, reader.words)),
        objections=tuple(_objections(told, reader)),
        decision=decisions_seen([told.decided], reader)[0] if told.decided else None,
        voters=tuple(told.voters.values()),
        recused=tuple(PersonId(uid(row.person)) for row in told.out if row.how == "recused"),
        replaces=made.replaces,
        ratifies=made.ratifies,
        new_rule=made.new_rule,
        new_mandate=mandate_asked(new, said, names) if new else None,
        ends_mandate=made.ends_mandate,
        new_rule_for=made.new_rule_for,
        because_of=made.because_of,
        rule=opened.rule if opened else None,
        election=_election(election, said, names) if election else None,
    )


def _election(election: Election, said: Mapping[str, str], names: Names) -> ElectionSeen:
    named = names[election.role] if election.role else ""
    called = said.get(election.called, "…") if election.called else named
    return ElectionSeen(election.places, election.role, election.seat, called)


def _people(options: Iterable[Option]) -> Iterator[OptionId]:
    """The options that are people, whose names stand for them."""
    return (option.option for option in options if option.candidate)


def _worded(options: Iterable[Option]) -> Iterator[str | None]:
    for option in options:
        yield from (option.title, option.picture)


def _option(option: Option, said: Mapping[str, str], names: Names, told: Told) -> OptionSeen:
    return OptionSeen(
        option.option,
        _title(option, said, names),
        option.amount,
        said.get(option.picture or ""),
        option.candidate,
        stands=option.candidate is not None and _stands(option, told),
    )


def _title(option: Option, said: Mapping[str, str], names: Names) -> str:
    """Its own words; of a person the name, which lies with them alone."""
    return names[option.option] if option.candidate else said.get(option.title, "…")


def _stands(option: Option, told: Told) -> bool:
    """Whether a person is on the list by their own word, as the last of their words is."""
    voiced = [one for one in told.only(PositionVoiced) if one.person == option.candidate]
    said_yes = bool(voiced) and (voiced[-1].position, voiced[-1].option) == (
        Position.FOR,
        option.option,
    )
    return said_yes or told.made.actor == option.candidate


def cast_seen(told: Told, reader: Reader) -> CastSeen:
    """The ballots that were read of one idea, and what they answer to."""
    said = reader.words([told.title, *(option.title for option in told.options)])
    names = reader.names([*_people(told.options), *(uid(row.voter) for row in told.ballots)])
    return CastSeen(
        proposal=ProposalId(told.made.originator_id),
        title=said.get(told.title, "…"),
        options=tuple(OptionSeen(o.option, _title(o, said, names)) for o in told.options),
        ballots=tuple(_ballots(told, names, reader.words)),
    )


def decisions_seen(found: Sequence[Taken], reader: Reader) -> list[DecisionSeen]:
    """Decisions as the register shows them, with all names and words asked for at once."""
    titles = reader.names(o for taken in found for o in taken.decided.outcome.options)
    said = reader.words(
        seal
        for taken in found
        for seal in (taken.title, taken.decided.stated_words, taken.decided.reason)
    )
    return [_decision_seen(taken, titles, said) for taken in found]


def _decision_seen(taken: Taken, titles: Names, said: dict[str, str]) -> DecisionSeen:
    decided = taken.decided
    return DecisionSeen(
        proposal=ProposalId(decided.originator_id),
        committee=taken.made.committee,
        title=said.get(taken.title, "…"),
        outcome=decided.outcome,
        chosen=tuple(titles[option] for option in decided.outcome.options),
        route=decided.route,
        terms=taken.terms,
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
        position=taken.position,
        reversed=taken.reversed,
        deciders=decided.deciders,
        rule=decided.rule,
    )


def explanation(told: Told, reader: Reader) -> str:
    """Why a vote came out as it did: what counted when it was decided, by its own rule.

    Empty where nobody voted, though somebody could.
    """
    told = told.when_decided()
    if told.opened is None or told.decided is None:
        return ""
    decided, lie = told.decided.decided, _as_they_lie(told, reader)
    counted = _count(told, told.opened.terms, lie, decided.recused)
    if not lie.answers and (counted.entitled or decided.stated_outcome):
        return ""
    words = count_in_words(told.opened.terms, counted)
    people = told.options and all(one.candidate for one in told.options)
    return of_people(words) if people else words


def counted_so_far(told: Told, reader: Reader) -> Count | None:
    """What a vote would come to with the answers that lie there; none where nobody votes on it."""
    if told.opened is None or told.decided is not None:
        return None
    recused = [PersonId(one) for one in told.people("recused")]
    return _count(told, told.opened.terms, _as_they_lie(told, reader), recused)


@dataclass(frozen=True, slots=True)
class _Lying:
    """The answers as they lie: on ballots with names, or as hands; who counts; open worries."""

    voters: Sequence[Voter]
    answers: Mapping[PersonId, Answer]
    worries: int


def _as_they_lie(told: Told, reader: Reader) -> _Lying:
    """Who left counts only with a ballot that was cast before; hands keep no list of worries."""
    names = reader.names(uid(row.voter) for row in told.ballots)
    ballots = {b.voter: b.answer for b in _ballots(told, names, reader.words) if b.counted}
    left, recused = told.people("left"), told.people("recused")
    voters = [v for v in told.voters.values() if v.person not in left or v.person in ballots]
    worries = _objections(told, reader)
    still_open = sum(w.how is None and w.person not in recused for w in worries)
    if ballots:
        return _Lying(voters, ballots, still_open)
    hands = _hands(told, [v for v in voters if v.person not in recused])
    return _Lying(
        voters, hands, max(still_open, sum(a is Choice.OBJECTION for a in hands.values()))
    )


def _count(told: Told, terms: Rule, lie: _Lying, recused: Collection[PersonId]) -> Count:
    return count(
        terms,
        electorate=lie.voters,
        ballots=lie.answers,
        options=[option.option for option in told.options],
        open_objections=lie.worries,
        recused=recused,
        chair_says=next((event.answer for event in told.only(CastingVoteGiven)), None),
    )


def _hands(told: Told, voters: Sequence[Voter]) -> Mapping[PersonId, Answer]:
    """The hands that were counted last, if this rule can count them."""
    counted = [event.counts for event in told.only(HandsCounted)]
    if told.opened is None or not counted:
        return {}
    if any(hands_problems(told.opened.terms, voters, counted[-1])):
        return {}
    return as_ballots(voters, counted[-1])


def _stage(told: Told, now: datetime) -> Stage:
    ends = {row.how for row in told.endings}
    if told.decided:
        return Stage.DECIDED
    for how, stage in (("withdrawn", Stage.WITHDRAWN), ("declined", Stage.DECLINED)):
        if how in ends:
            return stage
    if told.opened is None:
        return Stage.MADE
    closes = told.closes_at
    if not ends and told.is_planned and now < told.opened.opens_at:
        return Stage.PLANNED
    return Stage.OVER if ends or (closes and closes <= now) else Stage.OPEN


def _ballots(told: Told, names: Names, words: Words) -> Iterator[BallotSeen]:
    """Every ballot; the last of a voter before the end counts, unless they stood out of it."""
    end = told.endings[0].position if told.endings else LAST
    voters, recused = told.voters, told.people("recused")
    last = {row.voter: row for row in told.ballots if row.position < end}
    said = words(row.reason for row in told.ballots)
    for row in told.ballots:
        if row.answer is None:
            continue
        person = uid(row.voter)
        why_not = None
        if row.position > end:
            why_not = WhyNot.LATE
        elif row.position < told.answers_from:
            why_not = WhyNot.REWORDED
        elif person not in voters:
            why_not = WhyNot.NOT_A_VOTER
        elif person in recused:
            why_not = WhyNot.RECUSED
        elif last[row.voter] is not row:
            why_not = WhyNot.CHANGED if last[row.voter].answer else WhyNot.WITHDRAWN
        yield BallotSeen(
            voter=PersonId(person),
            name=names[person],
            answer=_CHOICES.get(row.answer) or _ANSWER.validate_json(row.answer),
            at=when(row.at),
            recorded_at=when(row.recorded_at),
            recorded_by=PersonId(uid(row.recorded_by)) if row.recorded_by else None,
            through=_THROUGH[row.through],
            reason=said.get(row.reason) if row.reason else None,
            why_not=why_not,
            position=row.position,
            slip=SlipId(uid(row.slip)) if row.slip else None,
        )


def _person(stored: bytes | str | None) -> PersonId | None:
    return PersonId(uid(stored)) if isinstance(stored, bytes) else None


def _objections(told: Told, reader: Reader) -> Iterator[ObjectionSeen]:
    """Every worry. One that was raised again is open again, and keeps the words it has."""
    rows = told.objections
    said = reader.words(row.words for row in rows)
    names = reader.names(uid(row.person) for row in rows if row.step == "raised")
    steps: dict[bytes, list[ObjectionRow]] = {}
    for row in rows:
        steps.setdefault(row.objection, []).append(row)
    for key, some in steps.items():
        raised = [row for row in some if row.step == "raised"]
        last = raised[-1]
        spoken = [row.words for row in raised if row.words]
        answers = [said.get(row.words or "", "…") for row in some if row.step == "answered"]
        events = {row.event for row in raised}
        ends = [row for row in some if row.step in _RESOLUTIONS and row.position > last.position]
        yield ObjectionSeen(
            objection=ObjectionId(uid(key)),
            person=PersonId(uid(last.person)),
            name=names[uid(last.person)] if last.named else SOMEBODY,
            ground=ObjectionGround(last.ground or ObjectionGround.NOT_STATED),
            words=said.get(spoken[-1]) if spoken else None,
            raised_at=when(raised[0].at),
            named=bool(last.named),
            answers=tuple(answers),
            better=tuple(
                one.occurred_at
                for one in told.only(ProposalAmended)
                if events.intersection(one.because_of)
            ),
            ending=said.get(ends[-1].words or "") if ends else None,
            ended_by=_person(ends[-1].person) if ends else None,
            how=Resolution(ends[-1].step) if ends else None,
            resolved_at=when(ends[-1].at) if ends else None,
        )
