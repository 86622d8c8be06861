"""B4 and B5: whether there was a real choice, and whether what members say changes it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from domain.events import (
    Event,
    ObjectionRaised,
    ObjectionResolved,
    PositionVoiced,
    ProposalAmended,
    ProposalMade,
)
from domain.ids import OptionId
from domain.kinds import NotAPerson, Resolution, Seat
from domain.values import Actor, EventId, Option
from domain.voting.answers import Answer, Approvals, Ranking, Scores
from projections.power.ballots import Ballot
from projections.power.decisions import Decision, decisions
from projections.power.evidence import Evidence, Fact, Stream
from projections.power.groups import people_behind
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings
from projections.power.voices import AGAINST_IT

NOBODY_SAID_WHO = "We left out those where nobody said who wrote the answers."
Concern = ObjectionRaised | PositionVoiced
Authors = list[tuple[Actor | None, Seat | None]]

B4 = Card(
    "B4",
    Tier.CORE,
    "Was there a real choice?",
    "We count choices between two answers or more. A member wrote at least one of the answers. We "
    "count them of all choices. If nobody says who wrote an answer, we ask who had the idea. A "
    "yes or a no is not a choice of this kind. We show how many votes went to answers that lost. "
    "Answers that nobody could want get none.",
)
B5 = Card(
    "B5",
    Tier.CORE,
    "When we say something, does the plan change?",
    "We count ideas that members were worried about or against. How many of them got new words "
    "because of it? The new words have to name what they answer to.",
)


def real_choice(evidence: Evidence, settings: Settings) -> Measure:
    """B4, decisions with a real choice."""
    del settings
    every = decisions(evidence)
    told = [(one, _authors(one)) for one in every]
    authors = [pair for pair in told if not _by_nobody(pair[1])]
    taken = [one for one, _ in authors]
    choices = [(one, wrote) for one, wrote in authors if len(wrote) > 1]
    real = [one.taken for one, wrote in choices if Seat.MEMBER in (seat for _, seat in wrote)]
    among = [one.taken for one in taken]
    sentence = f"Members wrote some of the answers in {len(real)} of {len(taken)} choices."
    if taken and not choices:
        sentence = "Every question was for yes or no."
    if len(every) > len(taken):
        sentence = f"{sentence} {NOBODY_SAID_WHO}"
    ballots = [ballot for one, _ in choices for ballot in one.stream.standing()]
    wording = [fact for one in every for fact in (one.taken, *_wording(one.stream))]
    behind: list[Fact] = [*wording, *ballots, *evidence.seats.all]
    parts = [*_beside(choices)]
    parts += (
        [("nobody said who wrote them", len(every) - len(taken))] if len(every) > len(taken) else []
    )
    measure = B4.share(real, among, sentence, behind, parts)
    wrote = [(who, seat is Seat.MEMBER) for _, found in choices for who, seat in found]
    return replace(measure, people=people_behind(wrote))


def _by_nobody(authors: Authors) -> bool:
    """Whether there was a choice between answers, and nobody said who wrote them."""
    return len(authors) > 1 and all(who is NotAPerson.UNKNOWN for who, _ in authors)


def _beside(choices: Sequence[tuple[Decision, Authors]]) -> Iterator[tuple[str, int]]:
    """How many answers each group wrote, and how many votes went to answers that lost."""
    wrote = Counter(seat for _, authors in choices for _, seat in authors)
    yield from ((f"answers by {seat}", wrote[seat]) for seat in Seat if wrote[seat])
    yield "choices between answers", len(choices)
    yield "votes for answers that lost", sum(len(_for_others(one)) for one, _ in choices)


def changed(evidence: Evidence, settings: Settings) -> Measure:
    """B5, ideas that changed because of members."""
    del settings
    heard = [
        (stream, concerns)
        for stream, _ in evidence.begun_by(ProposalMade)
        if (concerns := _concerns(evidence, stream))
    ]
    answered = [stream.events[0] for stream, said in heard if _answers(stream, said)]
    measure = B5.share(
        answered,
        [stream.events[0] for stream, _ in heard],
        f"{len(answered)} of {len(heard)} ideas changed because of what members said.",
        [*evidence.seats.all, *(fact for told in heard for fact in _talk(*told))],
        [
            ("what members said", sum(len(said) for _, said in heard)),
            ("built in, as told", sum(_built_in(*told) for told in heard)),
        ],
    )
    people = people_behind(
        (one.person, _answers(stream, said)) for stream, said in heard for one in said
    )
    return replace(measure, people=people)


def _authors(one: Decision) -> Authors:
    """Who wrote each answer, and as what they sat here; nothing where it was for yes or no."""
    told, options = _options(one.stream)
    writer = one.idea_by if isinstance(told, ProposalMade) else told.actor
    authors = [option.author or writer for option in options]
    return [(who, one.evidence.seats.seat(who, told.occurred_at)) for who in authors]


def _options(stream: Stream) -> tuple[Event, tuple[Option, ...]]:
    """The answers to choose from as they stood in the end, and what tells them."""
    for told in reversed(stream.only(ProposalAmended)):
        if told.options is not None:
            return told, told.options
    made = stream.first(ProposalMade)
    return (made, made.options) if made else (stream.events[0], ())


def _wording(stream: Stream) -> list[Event]:
    return [*stream.only(ProposalMade), *stream.only(ProposalAmended)]


def _for_others(one: Decision) -> list[Ballot]:
    """The votes that liked best what was not chosen."""
    won = set(one.taken.outcome.options)
    return [
        ballot
        for ballot in one.stream.standing()
        if (best := liked_best(ballot.answer)) and not best & won
    ]


def liked_best(answer: Answer) -> set[OptionId]:
    """What an answer likes best; nothing for yes or no."""
    match answer:
        case Ranking():
            return set(answer.places[0]) if answer.places else set()
        case Approvals():
            return set(answer.options)
        case Scores():
            most = max(answer.scores.values(), default=None)
            return {option for option, points in answer.scores.items() if points == most}
    return set()


def _concerns(evidence: Evidence, stream: Stream) -> list[Concern]:
    """What members said against it or were worried about, in the window."""
    said: list[Concern] = [
        *stream.only(ObjectionRaised),
        *(one for one in stream.only(PositionVoiced) if one.position in AGAINST_IT),
    ]
    return [
        one
        for one in said
        if evidence.window.holds(one.occurred_at)
        and evidence.seats.is_member(one.person, one.occurred_at)
    ]


def _talk(stream: Stream, concerns: list[Concern]) -> list[Event]:
    """What was said, and what came of it."""
    ends, words = stream.only(ObjectionResolved), stream.only(ProposalAmended)
    return [*concerns, *ends, *words]


def _built_in(stream: Stream, concerns: list[Concern]) -> int:
    """How many of these worries are told to have been built in, whether the words changed."""
    ours = {one.objection for one in concerns if isinstance(one, ObjectionRaised)}
    ends = stream.only(ObjectionResolved)
    return sum(one.how is Resolution.INTEGRATED and one.objection in ours for one in ends)


def _answers(stream: Stream, concerns: list[Concern]) -> bool:
    """Whether other words name one of these as what they answer to."""
    said = {one.event_id for one in concerns}
    return any(cited in said for cited in _cited(stream))


def _cited(stream: Stream) -> Iterator[EventId]:
    for amended in stream.only(ProposalAmended):
        yield from amended.because_of


MEASURES = (real_choice, changed)
