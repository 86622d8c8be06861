"""From events to what is seen of a decision's afterlife: does it hold, and when to look again."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from domain.events import (
    DecisionConfirmed,
    DecisionRatified,
    DecisionReversed,
    DecisionReviewed,
    DecisionTaken,
    Event,
    OutcomeTold,
    RatificationRefused,
    ReasonGiven,
)
from domain.ids import ProposalId
from domain.values import EventId
from projections.talk_seen import (
    AfterwardsSeen,
    ConfirmedSeen,
    HoldsSeen,
    ReasonSeen,
    ReviewSeen,
    ToldSeen,
)
from projections.talk_told import Names, Words, only, said

WEIGHED = ("considered", "left_out", "risks")


def afterwards_seen(  # noqa: PLR0913 -- all that a decision's afterlife is told by
    proposal: ProposalId,
    told: Sequence[Event],
    replaced_by: Sequence[EventId],
    names: Names,
    words: Words,
    at: datetime,
    met_on: date | None = None,
) -> AfterwardsSeen:
    """What became of the decision on one idea, as it stood at a moment.

    ``met_on`` is the day on which the committee ended its next meeting.
    """
    taken = next(reversed(only(told, DecisionTaken)), None)
    ratified = next(iter(only(told, DecisionRatified)), None)
    refused = next(iter(only(told, RatificationRefused)), None)
    ended = next(iter(only(told, DecisionReversed)), None)
    ratify_by = taken.ratify_by if taken else None
    until = min(ratify_by, met_on or ratify_by) if ratify_by else None
    lapsed = until is not None and not (ratified or refused) and at.date() > until
    return AfterwardsSeen(
        proposal=proposal,
        decision=taken.event_id if taken else None,
        reasons=tuple(
            ReasonSeen(said(e, e.words, names, words), e.review_on) for e in only(told, ReasonGiven)
        ),
        confirmed=tuple(
            ConfirmedSeen(e.person, names[e.person], e.capacity, e.occurred_at)
            for e in only(told, DecisionConfirmed)
        ),
        told=tuple(ToldSeen(e.to, e.format, e.occurred_at) for e in only(told, OutcomeTold)),
        ratify_by=ratify_by,
        ratified=_holds(ratified, names, words),
        refused=_holds(refused, names, words),
        reviews=tuple(
            ReviewSeen(e.finding, e.come_true, e.review_on, said(e, e.reason, names, words))
            for e in only(told, DecisionReviewed)
        ),
        reversed=_holds(ended, names, words),
        review_on=None if ended or refused or lapsed else _review_on(told),
        replaces=taken.replaces if taken else None,
        replaced_by=tuple(replaced_by),
        answer_until=until,
        lapsed=lapsed,
        weighed=tuple(_weighed(taken, words)) if taken else (),
    )


def _holds(
    event: DecisionRatified | RatificationRefused | DecisionReversed | None,
    names: Names,
    words: Words,
) -> HoldsSeen | None:
    if event is None:
        return None
    authority = None if isinstance(event, RatificationRefused) else event.authority
    return HoldsSeen(said(event, event.reason, names, words), authority)


def _review_on(told: Sequence[Event]) -> date | None:
    """The day that was named last. A review that names none has ended the matter."""
    day = None
    for event in told:
        match event:
            case DecisionTaken() | DecisionReviewed():
                day = event.review_on
            case ReasonGiven(review_on=date() as named):
                day = named
            case _:
                pass
    return day


def _weighed(taken: DecisionTaken, words: Words) -> Iterable[tuple[str, tuple[str, ...]]]:
    for name in WEIGHED:
        if seals := getattr(taken, name):
            yield name, tuple(words.get(seal, "…") for seal in seals)
