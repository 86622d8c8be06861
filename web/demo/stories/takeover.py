"""Takeover: from the fourth night on staff know first, decide, write down and do the jobs.

She votes yes and means well; nothing is forbidden by anybody. All of it she kept in her own list
and took in five days later; what the members still press themselves they press.
"""

from domain.kinds import Route
from web.demo.stories.script import How, Move, Night, StepIn, Story, TakeOver, Worry
from web.demo.stories.shared import FIRST_NIGHTS

ALONE = How("Jo", route=Route.STAFF_ALONE)
"""“That is sorted already.”"""
SHE = "Jo"


def _night(  # noqa: PLR0913 -- what changes from one night to the next
    number: int,
    theme_by: str,
    away: str,
    jobs: str,
    *taken_over: tuple[str, str],
    rota: How = ALONE,
    spend: How = ALONE,
    big: How | None = None,
    step_in: StepIn | None = None,
    silent: str = "",
) -> Night:
    """A night of hers: one vote on the theme, in which she is first and all say yes."""
    moves: list[Move] = [TakeOver(job, holder, SHE) for job, holder in taken_over]
    votes = "".join("-" if name in away else "Y" for name in _MEMBERS) + "Y"
    return Night(
        number,
        SHE,
        SHE,
        How(theme_by, votes),
        rota,
        spend,
        jobs,
        big=big,
        moves=moves,
        away=away,
        step_in=step_in,
        silent=silent,
        by_staff=True,
    )


_MEMBERS = ("Asha", "Ben", "Cara", "Dev", "Ella", "Femi")

FROM_THE_FOURTH = (
    _night(
        4,
        "Ben",
        "Ella",
        "setup Ben, briefing Asha, songs Dev, bar Ella, door Femi, taxi Jo, clear Cara",
        ("briefing", "Asha"),
        ("songs", "Dev"),
    ),
    _night(
        5,
        "Femi",
        "Ben",
        "setup Femi, briefing Asha, songs Dev, bar Ella, door Ben, taxi Jo, clear Cara",
        ("briefing", "Asha"),
        ("songs", "Dev"),
        rota=How(
            SHE,
            route=Route.STAFF_ALONE,
            wants="N-NN--Y",
            worry=Worry("Cara", "We wanted to share the jobs out ourselves."),
        ),
    ),
    _night(
        6,
        "Cara",
        "Dev",
        "setup Ben, briefing Cara, songs Dev, bar Ella, door Asha, taxi Jo, clear Femi",
        ("briefing", "Cara"),
        ("songs", "Dev"),
        big=How(SHE, route=Route.STAFF_ALONE, wants="NN----Y"),
        step_in=StepIn("Music", "My own list, from seven."),
        silent="Dev",
    ),
    _night(
        7,
        SHE,
        "Asha",
        "setup Femi, briefing Asha, songs Dev, bar Ella, door Ben, taxi Jo, clear Dev",
        ("briefing", "Asha"),
        ("songs", "Dev"),
        ("bar", "Ella"),
    ),
    _night(
        8,
        SHE,
        "Femi",
        "setup Ben, briefing Cara, songs Dev, bar Ella, door Asha, taxi Jo, clear Cara",
        ("briefing", "Cara"),
        ("songs", "Dev"),
        ("bar", "Ella"),
        spend=How(SHE, route=Route.STAFF_ALONE, asks="Ella"),
    ),
    _night(
        9,
        SHE,
        "Cara",
        "setup Femi, briefing Asha, songs Dev, bar Ella, door Ben, taxi Jo, clear Cara",
        ("briefing", "Asha"),
        ("songs", "Dev"),
        ("bar", "Ella"),
        big=ALONE,
        step_in=StepIn("Door", "The door is shut at eight."),
    ),
    _night(
        10,
        SHE,
        "Dev",
        "setup Ben, briefing Jo, songs Jo, bar Ella, door Asha, taxi Jo, clear Femi",
        ("bar", "Ella"),
    ),
    _night(
        11,
        SHE,
        "Ella",
        "setup Femi, briefing Jo, songs Jo, bar Ella, door Ben, taxi Jo, clear Cara",
        ("bar", "Ella"),
    ),
    _night(
        12,
        SHE,
        "Ben",
        "setup Ben, briefing Jo, songs Jo, bar Ella, door Asha, taxi Jo, clear Dev",
        ("bar", "Ella"),
        big=ALONE,
    ),
)

TAKEOVER = Story(
    "takeover",
    (*FIRST_NIGHTS, *FROM_THE_FOURTH),
    said="MMC---",
    found="YYNN",
    asked="21123",
    scores=("212", "454"),
    asked_again=False,
)
