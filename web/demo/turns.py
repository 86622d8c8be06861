"""The turns that the year took: who came, how they decide, who runs the meetings, who may what."""

from datetime import datetime
from functools import partial

from domain.act import Act
from domain.ids import CHAIR, MINUTES
from domain.kinds import (
    Consent,
    Domain,
    Rhythm,
    Route,
    Seat,
    Stake,
)
from domain.voting.quorum import ENTITLED, AtLeast
from domain.voting.rule import Method, Rule
from domain.voting.tally import Outcome, Result
from web.demo.club import Club, minutes
from web.demo.dates import NIGHTS, TODAY, Day
from web.demo.people import CLUB, FOUNDER, LOOKING_ON, MARK, NAMES, OUTSIDE, SEATS, STAFF

MAJORITY = Rule(method=Method.MAJORITY)
AT_LEAST_FOUR = Rule(method=Method.MAJORITY, quorum=(AtLeast(at_least=4, of=ENTITLED),))
IN_ORDER = Rule(method=Method.SCHULZE)

FOUNDED = Day(1, 34)
LAST_PLAN_MADE = Day(TODAY, 25)


def tell(club: Club) -> None:
    """Put into the diary what changed how the club works."""
    club.on(FOUNDED, 18, lambda at: _found(club, at))
    club.on(Day(1, 26), 19, lambda at: _seat_jo(club, at))
    club.on(Day(8, 8), 19, lambda at: _seat_those_who_look_on(club, at))
    for night in range(1, NIGHTS + 1):
        made = {1: Day(1, 18), NIGHTS: LAST_PLAN_MADE}.get(night, Day(night, 24))
        club.on(made, 19, partial(_plan, club, night))
    _tell_of_rules(club)
    _tell_of_roles(club)
    _tell_of_each(club)


# ---- Who, and when


def _found(club: Club, at: datetime) -> None:
    for name in (*CLUB, OUTSIDE):
        act = Act.of_program(at)
        club.people[name] = club.does.register_person(act, name)
    act = club.act(FOUNDER, at + minutes(5))
    club.committee = club.does.found_committee(
        act,
        "Demo club night",
        MAJORITY,
        purpose=MARK,
    )
    for name in NAMES:
        club.does.seat_person(act, club.committee, club.people[name], SEATS[name])
    club.does.give_role(act, club.committee, CHAIR, "chair", club.people[FOUNDER])
    club.does.give_role(act, club.committee, MINUTES, "minute-taker", club.people["Ben"])


def _seat_jo(club: Club, at: datetime) -> None:
    club.does.seat_person(
        club.act(club.chair, at),
        club.committee,
        club.people[STAFF],
        Seat.STAFF,
        authority=club.right("jo"),
    )


def _seat_those_who_look_on(club: Club, at: datetime) -> None:
    for name, seat in LOOKING_ON.items():
        person = club.people[name] = club.does.register_person(Act.of_program(at), name)
        club.does.seat_person(
            club.act(club.chair, at),
            club.committee,
            person,
            seat,
            voting=False,
            authority=club.right("look on"),
        )


def _plan(club: Club, night: int, at: datetime) -> None:
    on = club.dates.here(Day(night, 0), 19)
    cited, act = club.right("monthly"), club.act(club.chair, at)
    title = f"Club night in {on.day:%B}"
    plan = club.does.make_plan(act, club.committee, title, on, authority=cited)
    club.plans[night] = plan
    if night == 1:
        club.does.plan_recurrence(act, plan, Rhythm.MONTHLY, authority=cited)
    for line, right in club.standing.values():
        club.write(night, line, club.chair, at, right)


# ---- How they decide, and what Jo may do alone


def _tell_of_rules(club: Club) -> None:
    club.on(Day(3, 8), 19, lambda at: _ask_four(club, at))
    club.on(Day(4, 13), 19, lambda at: _grant(club, at))
    club.on(Day(6, 8), 10, lambda at: _buy_tape(club, at))
    club.on(Day(7, 13), 19, lambda at: _put_in_order(club, at))


def _ask_four(club: Club, at: datetime) -> None:
    act = club.act(club.chair, at)
    club.does.adopt_rule(act, club.committee, AT_LEAST_FOUR, club.right("four"))


def _put_in_order(club: Club, at: datetime) -> None:
    club.does.adopt_rule(
        club.act(club.chair, at),
        club.committee,
        IN_ORDER,
        club.right("order"),
        domains=[Domain.PROGRAMME],
        stakes=[Stake.SMALL],
    )


def _grant(club: Club, at: datetime) -> None:
    act = club.act(club.chair, at)
    club.mandate = club.does.grant_decided_mandate(act, club.ideas["twenty"])


def _buy_tape(club: Club, at: datetime) -> None:
    club.does.record_decision(
        club.act(STAFF, at),
        club.ideas["tape"],
        Route.DELEGATED_STAFF,
        Outcome(result=Result.ADOPTED),
        authority=club.does.grant_of(club.committee, club.mandate),
    )


# ---- Who runs the meetings


def _tell_of_roles(club: Club) -> None:
    club.on(Day(3, 20), 12, lambda at: _learn_to_chair(club, at))
    for name, day in (("Dev", Day(4, 23)), ("Cara", Day(8, 20))):
        club.on(day, 12, partial(_want_a_turn, club, name))
    club.on(Day(6, 8), 18, lambda at: _offer_chair(club, "Dev", "You make people laugh.", at))
    club.on(Day(6, 7), 9, lambda at: _decline_chair(club, "Dev", at))
    club.on(Day(6, 6), 18, lambda at: _offer_chair(club, "Asha", "I work in the evening now.", at))
    club.on(Day(6, 4), 20, lambda at: _accept_chair(club, "Asha", at))


def _learn_to_chair(club: Club, at: datetime) -> None:
    club.does.shadow_role(club.act("Asha", at), club.committee, CHAIR)


def _want_a_turn(club: Club, name: str, at: datetime) -> None:
    club.does.join_rotation(club.act(name, at), club.committee, MINUTES)


def _offer_chair(club: Club, taker: str, note: str, at: datetime) -> None:
    act = club.act(club.chair, at)
    club.does.offer_role(act, club.committee, CHAIR, club.people[taker], note)


def _decline_chair(club: Club, name: str, at: datetime) -> None:
    club.does.decline_role(club.act(name, at), club.committee, CHAIR)


def _accept_chair(club: Club, name: str, at: datetime) -> None:
    club.does.accept_role(club.act(name, at), club.committee, CHAIR)
    club.chair = name


# ---- What each of them needs and wants


def _tell_of_each(club: Club) -> None:
    club.on(Day(1, 28), 10, lambda at: _choose_helper(club, "Dev", "Ben", at))
    club.on(Day(1, 28), 11, lambda at: _ask_for_papers(club, at))
    club.on(Day(1, 20), 11, lambda at: _bring_papers(club, at))
    for name in ("Asha", "Ben", "Dev", "Ella", "Femi"):
        club.on(Day(6, 14), 12, partial(_agree_to_photos, club, name))
    club.on(Day(11, 30), 10, lambda at: _choose_helper(club, "Dev", "Cara", at))


def _choose_helper(club: Club, name: str, helper: str, at: datetime) -> None:
    club.does.name_supporter(club.act(name, at), club.people[name], club.people[helper])


def _ask_for_papers(club: Club, at: datetime) -> None:
    words = "I need the list a week before, with pictures."
    cara = club.people["Cara"]
    club.adjustment = club.does.ask_adjustment(club.act("Cara", at), cara, words)


def _bring_papers(club: Club, at: datetime) -> None:
    words = "Ben brings it on Fridays. Ella draws the pictures."
    act, cara = club.act("Ben", at), club.people["Cara"]
    club.does.make_adjustment(act, cara, club.adjustment, words)


def _agree_to_photos(club: Club, name: str, at: datetime) -> None:
    club.does.give_consent(club.act(name, at), club.people[name], Consent.PHOTO)
