"""Who may come to the pages, and how far each of them gets: one list, that all gates go by."""

from dataclasses import dataclass
from datetime import timedelta

from domain.act import Act
from domain.application import Governance
from domain.ids import CHAIR, CommitteeId, PersonId
from domain.kinds import Route, Seat
from domain.values import EventId
from domain.voting.rule import Method, Rule
from domain.voting.tally import Outcome, Result
from web.access import CHAIR_ONLY, LOOKS_ON, NOT_OPEN, NOT_YOURS, OFFICES_ONLY, Who
from web.asking import NOWHERE, OTHERS_DO, OTHERS_SEE, SIGNED_OUT

TURNED_AWAY = (
    *(NOT_OPEN, NOT_YOURS, LOOKS_ON, CHAIR_ONLY, OFFICES_ONLY, NOWHERE, SIGNED_OUT),
    *(OTHERS_SEE, OTHERS_DO),
)
"""What somebody reads who came where they may not go."""

MAJORITY = Rule(method=Method.MAJORITY)


@dataclass(frozen=True)
class Sits:
    """What somebody is on the committee, and how far that takes them."""

    seat: Seat
    reach: Who
    voting: bool = True


SEATED = {
    "Asha": Sits(Seat.MEMBER, Who.RUNS_MEETINGS),
    "Ben": Sits(Seat.MEMBER, Who.TAKES_PART),
    "Jo": Sits(Seat.STAFF, Who.TAKES_PART),
    "Tess": Sits(Seat.TRUSTEE, Who.TAKES_PART, voting=False),
    "Tom": Sits(Seat.TRUSTEE, Who.TAKES_PART),
    "Vic": Sits(Seat.VOLUNTEER, Who.TAKES_PART),
    "Ola": Sits(Seat.OBSERVER, Who.SEATED, voting=False),
}
"""Asha runs the meetings; Jo is paid to work here; Ola is the auditor, who looks on."""
STRANGER, ELSEWHERE, NOBODY = "Eve", "Fay", "nobody"
"""Eve has no seat anywhere, Fay runs another committee; nobody is not signed in."""
READERS = (*SEATED, STRANGER, ELSEWHERE, NOBODY)


def seat_the_missing(
    does: Governance,
    act: Act,
    here: CommitteeId,
    people: dict[str, PersonId],
    authority: EventId | None = None,
) -> None:
    """Give a seat to each of them who has none yet."""
    for name, sits in SEATED.items():
        if name not in people:
            people[name] = does.register_person(act, name)
            does.seat_person(
                act, here, people[name], sits.seat, voting=sits.voting, authority=authority
            )


def found_another(
    does: Governance, act: Act, people: dict[str, PersonId], above: EventId | None = None
) -> CommitteeId:
    """The committee that Fay runs; and Eve becomes known, but sits nowhere.

    It answers to nobody, or to those who decided to have it.
    """
    for name in (STRANGER, ELSEWHERE):
        if name not in people:
            people[name] = does.register_person(act, name)
    fay = Act.now(people[ELSEWHERE], act.recorded_at)
    begins = act if above else fay
    there = does.found_committee(begins, "Book club", MAJORITY, founded_by=above)
    does.seat_person(begins, there, people[ELSEWHERE], Seat.MEMBER)
    does.give_role(begins, there, CHAIR, "chair", people[ELSEWHERE])
    return there


def ask_and_hurry(  # noqa: PLR0913 -- two committees, a person and a right
    does: Governance,
    act: Act,
    here: CommitteeId,
    there: CommitteeId,
    fay: PersonId,
    cited: EventId,
) -> None:
    """Those whom Fay runs ask the committee something; and the committee had no time to vote."""
    book = Act.now(fay, act.recorded_at)
    does.refer_proposal(book, does.make_proposal(book, there, "A night of reading"), here)
    plumber = does.make_proposal(act, here, "A plumber comes at once")
    until = (act.recorded_at + timedelta(days=7)).date()
    yes = Outcome(result=Result.ADOPTED)
    does.record_decision(act, plumber, Route.URGENT, yes, authority=cited, ratify_by=until)
