"""``hands audit --breaches``: what went beyond a right, by staff or by the committee itself."""

from collections.abc import Iterator, Sequence

from rich.console import RenderableType

from domain.ids import CommitteeId
from projections.power.beyond import Beyond, beyond
from projections.power.evidence import Evidence, Window
from projections.power.reading import facts
from web.terminal import words
from web.terminal.asked import Asked
from web.terminal.parts import Facts, moment
from web.terminal.printing import filled, plain


def breaches(asked: Asked, committee: CommitteeId, window: Window) -> list[Beyond]:
    """All of it in a window, the oldest first."""
    return beyond(Evidence(facts(asked.services.governance, asked.upto), committee, window))


def in_json(asked: Asked, found: Sequence[Beyond]) -> list[Facts]:
    """One after the other, for scripts."""
    return [
        {
            "event": one.event.event_id,
            "at": moment(one.event.occurred_at),
            "sentence": sentence,
            "whose": one.whose,
            "ways": [way.value for way in one.ways],
            "authority": one.right,
        }
        for one, sentence in zip(found, _sentences(asked, found), strict=True)
    ]


def told(asked: Asked, found: Sequence[Beyond]) -> Iterator[RenderableType]:
    """The same to be read."""
    if not found:
        yield plain("Nothing went beyond what people may do.")
        return
    yield filled(
        ("When", "Whose", "What", "Why it went too far"),
        (
            (words.day(one.event.occurred_at), one.whose, sentence, ", ".join(one.ways))
            for one, sentence in zip(found, _sentences(asked, found), strict=True)
        ),
    )


def _sentences(asked: Asked, found: Sequence[Beyond]) -> list[str]:
    services = asked.services
    placed = [services.governance.placed_event(one.event.event_id) for one in found]
    return [entry.sentence for entry in services.audit.told(placed)]
