"""Who is in the demonstration. Nobody here exists."""

from domain.kinds import Seat
from domain.voting.answers import Choice

NAMES = ("Asha", "Ben", "Cara", "Dev", "Ella", "Femi")
STAFF = "Jo"
CLUB = (*NAMES, STAFF)
TRUSTEE, AUDITOR = "Tess", "Ola"
LOOKING_ON = {TRUSTEE: Seat.TRUSTEE, AUDITOR: Seat.OBSERVER}
"""Whoever looks on and has no vote, since the club decided that they may."""
OUTSIDE = "Ruth"
"""She works for the charity and sits on no committee: the one from outside who looks at things."""

FOUNDER = "Femi"
SEATS = dict.fromkeys(NAMES, Seat.MEMBER) | {STAFF: Seat.STAFF}

MARK = "A demonstration. The people and all that they do are invented."

VOTES_AT = {
    "Asha": (2, 8, 10),
    "Ben": (2, 12, 35),
    "Cara": (2, 18, 20),
    "Dev": (2, 18, 40),
    "Ella": (2, 19, 5),
    "Femi": (2, 21, 15),
    "Jo": (3, 9, 30),
}
"""When each of them votes: so many days after an idea was made, and at what time."""

ANSWERS = {"Y": Choice.YES, "N": Choice.NO, "?": Choice.ABSTAIN, "W": Choice.OBJECTION}
"""One letter for each answer; where there is another sign, somebody did not vote."""


def answers(votes: str) -> dict[str, Choice]:
    """Who said what, from one letter for each person in the order in which they sit."""
    named = zip(CLUB, votes, strict=False)
    return {name: ANSWERS[said] for name, said in named if said in ANSWERS}
