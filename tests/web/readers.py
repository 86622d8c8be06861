"""Who may come to the pages, and how far each of them gets: one list, that all gates go by."""

from dataclasses import dataclass

from domain.act import Act
from domain.application import Governance
from domain.ids import CHAIR, CommitteeId, PersonId
from domain.kinds import Seat
from domain.values import EventId
from domain.voting.rule import Method, Rule
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


def found_another(does: Governance, act: Act, people: dict[str, PersonId]) -> CommitteeId:
    """The committee that Fay runs; and Eve becomes known, but sits nowhere."""
    for name in (STRANGER, ELSEWHERE):
        if name not in people:
            people[name] = does.register_person(act, name)
    fay = Act.now(people[ELSEWHERE], act.recorded_at)
    there = does.found_committee(fay, "Book club", MAJORITY)
    does.seat_person(fay, there, people[ELSEWHERE], Seat.MEMBER)
    does.give_role(fay, there, CHAIR, "chair", people[ELSEWHERE])
    return there
