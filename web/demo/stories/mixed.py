"""Mixed: some nights go well and some do not, and there is too little of anything to tell."""

from domain.kinds import Finding, Route
from web.demo.stories.script import How, Night, StepIn, Story, TakeOver, Worry
from web.demo.stories.shared import CONSENT, FIRST_NIGHTS, FROM_THE_FOURTH

ALONE = How("Jo", route=Route.STAFF_ALONE)

_CHANGES: dict[int, dict[str, object]] = {
    5: {
        "chair": "Jo",
        "minutes": "Jo",
        "theme": How("Femi", "YYYNY-Y"),
        "rota": How("Jo", route=Route.STAFF_ALONE, wants="NYN---Y"),
        "spend": How("Femi", "YYYYN-N"),
        "moves": (TakeOver("songs", "Dev", "Jo"),),
        "away": "Femi",
        "by_staff": True,
    },
    6: {
        "step_in": StepIn(
            "Safe",
            "Only thirty people tonight.",
            "The fire door did not open.",
            reviewed=12,
            finding=Finding.UPHELD,
        ),
    },
    8: {
        "rota": How("Jo", route=CONSENT),
        "spend": ALONE,
        "moves": (TakeOver("bar", "Ella", "Jo", asked=True, back=True),),
        "step_in": None,
    },
    9: {"rota": How("Jo", route=CONSENT), "spend": How("Jo", "NYNYYYN")},
    10: {
        "chair": "Jo",
        "minutes": "Jo",
        "theme": How("Jo", "Y-YYYNY"),
        "rota": How("Jo", route=CONSENT),
        "spend": How("Jo", route=Route.URGENT),
        "moves": (TakeOver("briefing", "Cara", "Jo"),),
        "away": "Ben",
        "by_staff": True,
    },
    11: {
        "spend": How("Jo", "NNWNYYY", worry=Worry("Cara", "We have enough of them.")),
        "refuses": 10,
    },
    12: {
        "big": How("Jo", "YYYYNYY", title="We stay in the hall, and the front door is open late"),
        "ends": 9,
    },
}


def _otherwise(night: Night) -> Night:
    return night.other(**_CHANGES.get(night.number, {}))


MIXED = Story(
    "mixed",
    (*FIRST_NIGHTS, *map(_otherwise, FROM_THE_FOURTH)),
    said="CCM-CS",
    found="YYNY",
    asked="43454",
    scores=("334", "433"),
)
