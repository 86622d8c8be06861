"""How the steps of a meeting are put together to what it was."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from domain.events import (
    AttendanceNoted,
    DecidedElsewhereAnswered,
    DecisionTaken,
    Event,
    ItemPlaced,
    MeetingCalled,
    MeetingCancelled,
    MeetingClosed,
    MeetingMoved,
    MeetingOpened,
    MeetingRoleHeld,
    MinutesConfirmed,
    NoteTaken,
)
from domain.ids import MeetingId, ProposalId, StreamId
from domain.kinds import Precision
from projections.meetings_seen import (
    ApologySeen,
    ConfirmedSeen,
    DecidedSeen,
    ElsewhereSeen,
    ItemSeen,
    MeetingSeen,
    NoteSeen,
    Phase,
    RoleSeen,
    SomebodySeen,
)

E = TypeVar("E", bound=Event)
Names = Mapping[Any, str]
Words = Mapping[str, str]
Placed = Sequence[tuple[int, Event]]


def meeting_seen(
    meeting: MeetingId, steps: Placed, decided: Placed, names: Names, said: Words
) -> MeetingSeen:
    """A meeting, told from its steps and from what was decided in it."""
    began, ended = _last(MeetingOpened, steps), _last(MeetingClosed, steps)
    called, cancelled = _last(MeetingCalled, steps), _last(MeetingCancelled, steps)
    moved = [event for _, event in steps if isinstance(event, MeetingCalled | MeetingMoved)]
    places = [event.place for event in moved if event.place]
    attended = _last(AttendanceNoted, steps)
    elsewhere = _last(DecidedElsewhereAnswered, steps)
    return MeetingSeen(
        meeting=meeting,
        committee=next(it.committee for it in (called, began) if it is not None),
        phase=_phase(began, ended, cancelled),
        on=moved[-1].on if moved else None,
        place=said.get(places[-1], "…") if places else None,
        began=began.occurred_at if began else None,
        ended=ended.occurred_at if ended else None,
        to_the_day=began is not None and began.occurred_to is Precision.DAY,
        items=tuple(_item(event.item, names) for event in _all(ItemPlaced, steps)),
        present=tuple(SomebodySeen(p, names[p]) for p in (attended.present if attended else ())),
        apologies=tuple(
            ApologySeen(apology.person, names[apology.person], apology.cause)
            for apology in (attended.apologies if attended else ())
        ),
        roles=tuple(
            RoleSeen(event.role, event.person, names[event.person])
            for event in _all(MeetingRoleHeld, steps)
        ),
        notes=tuple(_notes(steps, names, said)),
        elsewhere=_elsewhere(elsewhere, said) if elsewhere else None,
        decided=tuple(_decided(decided, names)),
        confirmed=tuple(_confirmed(steps, decided, names)),
    )


def _phase(began: object, ended: object, cancelled: object) -> Phase:
    if cancelled:
        return Phase.CANCELLED
    if ended:
        return Phase.CLOSED
    return Phase.OPEN if began else Phase.CALLED


def _notes(steps: Placed, names: Names, said: Words) -> Iterable[NoteSeen]:
    is_late = False
    for position, event in steps:
        is_late |= isinstance(event, MeetingClosed)
        if isinstance(event, NoteTaken):
            item = _item(event.item, names) if event.item else None
            words = said.get(event.words, "…")
            yield NoteSeen(words, item, event.occurred_at, is_late, position)


def _decided(placed: Placed, names: Names) -> Iterable[DecidedSeen]:
    for position, event in placed:
        if isinstance(event, DecisionTaken):
            proposal = ProposalId(event.originator_id)
            yield DecidedSeen(proposal, names[proposal], event.outcome, event.event_id, position)


def _confirmed(steps: Placed, decided: Placed, names: Names) -> Iterable[ConfirmedSeen]:
    """Each person's last word; it is older than what was written down after what they had seen."""
    written = [
        p for p, e in (*steps, *decided) if not isinstance(e, MinutesConfirmed | MeetingClosed)
    ]
    last = {event.person: event for event in _all(MinutesConfirmed, steps)}
    for person, event in last.items():
        yield ConfirmedSeen(
            person=person,
            name=names[person],
            capacity=event.capacity,
            seen_to=event.seen_to,
            at=event.occurred_at,
            is_older=any(position > event.seen_to for position in written),
        )


def _elsewhere(event: DecidedElsewhereAnswered, said: Words) -> ElsewhereSeen:
    return ElsewhereSeen(event.answer, said.get(event.words) if event.words else None)


def _item(item: StreamId, names: Names) -> ItemSeen:
    return ItemSeen(item, names[item])


def _all(kind: type[E], steps: Placed) -> list[E]:
    return [event for _, event in steps if isinstance(event, kind)]


def _last(kind: type[E], steps: Placed) -> E | None:
    return next(reversed(_all(kind, steps)), None)
