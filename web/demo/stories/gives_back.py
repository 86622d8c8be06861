"""Gives back: members choose to hand jobs to staff, one by one, and let her spend. It is theirs."""

from domain.kinds import Route
from web.demo.stories.script import How, Night, Offer, Story, TakeOver
from web.demo.stories.shared import FIRST_NIGHTS, FROM_THE_FOURTH

SPENDS = How("Jo", route=Route.DELEGATED_STAFF)

_CHANGES: dict[int, dict[str, object]] = {
    4: {"moves": (Offer("songs", "Dev", "Jo"),)},
    5: {"moves": (Offer("briefing", "Asha", "Jo"), Offer("songs", "Dev", "Jo"))},
    6: {
        "moves": (Offer("bar", "Femi", "Jo"), Offer("songs", "Dev", "Jo")),
        "big": How("Asha", "YYYYYN?", title="Jo buys what a night needs, for £60 at most"),
        "spend": How("Femi", "YYNYYYY"),
        "grants": True,
    },
    7: {
        "moves": (
            TakeOver("bar", "Ella", "Jo", asked=True, back=True),
            Offer("briefing", "Asha", "Jo"),
        ),
        "spend": SPENDS,
    },
    8: {"moves": (TakeOver("door", "Asha", "Jo", asked=True),), "spend": SPENDS},
    9: {
        "moves": (Offer("songs", "Dev", "Jo"), Offer("briefing", "Asha", "Jo", yes=False)),
        "spend": SPENDS,
    },
    10: {
        "moves": (Offer("bar", "Ella", "Jo"), TakeOver("briefing", "Cara", "Jo", asked=True)),
        "spend": SPENDS,
    },
    11: {"moves": (Offer("songs", "Dev", "Jo"), Offer("bar", "Ben", "Jo")), "spend": SPENDS},
    12: {"moves": (Offer("songs", "Dev", "Jo"), Offer("bar", "Ella", "Jo")), "spend": SPENDS},
}


def _otherwise(night: Night) -> Night:
    return night.other(**_CHANGES[night.number])


GIVES_BACK = Story(
    "gives-back",
    (*FIRST_NIGHTS, *map(_otherwise, FROM_THE_FOURTH)),
    said="CCCCCS",
    found="YYYY",
    asked="65645",
    scores=("434", "443"),
)
