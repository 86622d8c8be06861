"""Shared: all choose, jobs go round, staff are outvoted and step in once, and say why."""

from domain.kinds import Resolution, Route
from web.demo.stories.script import How, Night, Offer, Showing, StepIn, Story, TakeOver, Worry

DELEGATED, CONSENT = Route.DELEGATED_MEMBER, Route.CONSENT

FIRST_NIGHTS = (
    Night(
        1,
        "Femi",
        "Ben",
        How("Dev", route=DELEGATED),
        How("Asha", route=CONSENT),
        How("Ben", "YYYYYYN", asks="Dev", answers="Ben"),
        "setup Femi, briefing Asha, songs Dev, bar Ella, door Ben, taxi Jo, clear Cara",
        moves=(Showing("bar", "Ella", "Jo"), Showing("songs", "Dev", "Ben")),
    ),
    Night(
        2,
        "Femi",
        "Ella",
        How("Ella", route=DELEGATED),
        How(
            "Ben",
            route=CONSENT,
            worry=Worry("Ella", "I cannot carry chairs.", Resolution.EXPLAINED),
        ),
        How("Jo", "YNYYYYY"),
        "setup Ben, briefing Asha, songs Dev, bar Ella, door Jo, taxi Cara, clear Femi",
    ),
    Night(
        3,
        "Asha",
        "Ben",
        How("Asha", route=DELEGATED),
        How("Cara", route=CONSENT),
        How("Cara", "YYYYNYY"),
        "setup Femi, briefing Asha, songs Dev, bar Ella, door Ben, taxi Jo, clear Cara",
        big=How("Cara", "YYYYYYY"),
    ),
)
"""These three are the same in every story."""

FROM_THE_FOURTH = (
    Night(
        4,
        "Asha",
        "Ella",
        How("Ben", route=DELEGATED, options=(("The seventies", "Ben"), ("The eighties", "Ella"))),
        How("Jo", route=CONSENT),
        How("Jo", "YYY?YYY", asks="Ella", answers="Jo"),
        "setup Ben, briefing Asha, songs Dev, bar Ella, door Femi, taxi Cara, clear Dev",
        moves=(Offer("briefing", "Asha", "Cara", share=True),),
    ),
    Night(
        5,
        "Ben",
        "Cara",
        How("Femi", route=DELEGATED),
        How(
            "Dev",
            route=CONSENT,
            worry=Worry(
                "Cara",
                "Nobody is at the door when I come.",
                Resolution.INTEGRATED,
                "As it was, and somebody is at the door from six.",
            ),
        ),
        How("Femi", "YYYYNYN"),
        "setup Femi, briefing Asha, songs Dev, bar Ella, door Ben, taxi Jo, clear Cara",
        moves=(Offer("briefing", "Asha", "Ben", share=True),),
    ),
    Night(
        6,
        "Ben",
        "Ella",
        How("Cara", route=DELEGATED),
        How("Ella", route=CONSENT),
        How("Jo", "NNNYNYY"),
        "setup Ben, briefing Cara, songs Dev, bar Femi, door Asha, taxi Ella, clear Dev",
        big=How(
            "Asha",
            "YYYYYYN",
            worry=Worry(
                "Ben",
                "If three are ill we can decide nothing.",
                Resolution.INTEGRATED,
                "At least four of us have to vote. You can vote from home.",
            ),
        ),
        looks_back_to=3,
    ),
    Night(
        7,
        "Cara",
        "Ben",
        How("Dev", route=DELEGATED, options=(("Our favorite songs", "Dev"), ("A quiz", "Asha"))),
        How("Jo", route=CONSENT),
        How("Ella", "YYYYYY?"),
        "setup Femi, briefing Asha, songs Cara, bar Ella, door Ben, taxi Jo, clear Dev",
        moves=(TakeOver("bar", "Ella", "Jo", asked=True, back=True),),
    ),
    Night(
        8,
        "Cara",
        "Ella",
        How("Asha", route=DELEGATED),
        How("Femi", route=CONSENT),
        How(
            "Jo",
            "YYYYNYY",
            worry=Worry("Ella", "He plays so loud.", Resolution.EXPLAINED),
        ),
        "setup Ben, briefing Cara, songs Dev, bar Ella, door Asha, taxi Femi, clear Cara",
        moves=(Offer("briefing", "Cara", "Femi", yes=False),),
        step_in=StepIn(
            "Safe",
            "Nobody comes in at the side door tonight.",
            "A man whom nobody knew followed two of us in.",
            reviewed=5,
        ),
    ),
    Night(
        9,
        "Dev",
        "Femi",
        How("Ella", route=DELEGATED),
        How("Asha", route=CONSENT),
        How("Ben", "NYNNYNN"),
        "setup Femi, briefing Asha, songs Dev, bar Ella, door Ben, taxi Jo, clear Cara",
        big=How("Jo", "YYNYYYY", asks="Femi", answers="Jo"),
        moves=(Offer("briefing", "Asha", "Femi", yes=False),),
        looks_back_to=6,
    ),
    Night(
        10,
        "Dev",
        "Cara",
        How("Ben", route=DELEGATED, options=(("Ghosts", "Ben"), ("Pumpkins", "Cara"))),
        How(
            "Jo",
            route=CONSENT,
            worry=Worry("Femi", "I have a job that evening already.", Resolution.WITHDRAWN),
        ),
        How("Dev", "YYYYYNN"),
        "setup Ben, briefing Cara, songs Femi, bar Ella, door Dev, taxi Asha, clear Femi",
    ),
    Night(
        11,
        "Femi",
        "Ella",
        How("Cara", route=DELEGATED),
        How("Ben", route=CONSENT),
        How("Jo", "NNNNYYY"),
        "setup Femi, briefing Asha, songs Dev, bar Ben, door Cara, taxi Jo, clear Ella",
        moves=(Showing("bar", "Ben", "Ella"),),
    ),
    Night(
        12,
        "Asha",
        "Ben",
        How("Femi", route=DELEGATED),
        How("Jo", route=CONSENT),
        How("Cara", "YYYYYYY"),
        "setup Ben, briefing Cara, songs Dev, bar Ella, door Asha, taxi Femi, clear Dev",
        big=How("Jo", "YYYYNYY", worry=Worry("Dev", "The hall is cold.", Resolution.EXPLAINED)),
        looks_back_to=9,
    ),
)

SHARED = Story(
    "shared",
    (*FIRST_NIGHTS, *FROM_THE_FOURTH),
    said="CCCSCC",
    found="YYYY",
    asked="55645",
    scores=("443", "434"),
)
