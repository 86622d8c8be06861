"""C11 and C12: rights and promises. Each count stands beside its test, worked out by hand."""

from typing import Any

import pytest

from domain.events import (
    Event,
    LineWritten,
    OutcomeTold,
    ProposalAmended,
    ReferralAnswered,
    StepInApplied,
)
from domain.ids import LineId, PlanId, StepInId, StreamId
from domain.kinds import (
    Audience,
    Domain,
    Per,
    Position,
    Promise,
    Route,
    Say,
    StepInGround,
)
from domain.values import DomainSay, Limit, MandateHolder, Money, event_id
from domain.voting.tally import Outcome, Result
from projections.power.beyond import beyond as beyond_a_right
from projections.power.breaches import Breach
from projections.power.c_limits import Level, kept_to_rights, level, promise_kept
from projections.power.decisions import decisions
from projections.power.evidence import EVER, Evidence
from projections.power.settings import Settings
from tests.facts import (
    ASHA,
    BEN,
    CLUB,
    DEV,
    MINUTES,
    NIGHT,
    NO,
    SOME_WORDS,
    YES,
    _id,
    line_written,
    planned,
    role_taken,
)
from tests.projections.power.choosing import (
    RULES,
    TENTH,
    VOTERS,
    alone,
    decision,
    mandate,
    paper,
    revoked,
    told,
    voiced,
    voted,
)
from tests.projections.power.told import (
    MEMBERS,
    NEW_YEAR,
    counted,
    day,
    idea,
    in_order,
    parts,
    the_club,
)

ANOTHER_NIGHT = PlanId(_id(41))
EIGHTY = Limit(money=Money(amount=8000, currency="GBP"), per=Per.DECISION)
A_YEAR = Limit(money=Money(amount=8000, currency="GBP"), per=Per.YEAR)
A_MONTH = Limit(money=Money(amount=8000, currency="GBP"), per=Per.MONTH)
PROGRAMME = DomainSay(domain=Domain.PROGRAMME, say=Say.ALONE)


def pounds(many: int) -> Money:
    return Money(amount=100 * many, currency="GBP")


def by_ben(number: int, **named: Any) -> list[Event]:
    """Ben decides by his mandate, the club’s tenth event."""
    usual = {"deciders": (BEN,), "actor": BEN, "authority": TENTH, "route": Route.DELEGATED_MEMBER}
    return alone(number, **{**usual, **named})


def beyond(*events: Event) -> dict[str, int]:
    """In which ways how many went beyond a right, and whose they were."""
    measure = counted(kept_to_rights, RULES, *events)
    assert len(measure.exceptions) == (measure.n or 0) - (measure.k or 0)
    return parts(measure)


OVER, SCOPE, TIME = "over the limit", "about something else", "the right did not hold then"
THEIRS, NONE = "somebody else’s right", "no right named"


# ---- C11, of whoever holds a mandate


@pytest.mark.parametrize(
    ("granted", "decided", "ways"),
    [
        ({}, {}, []),
        ({"limit": EIGHTY}, {"amount": pounds(80)}, []),
        ({"limit": EIGHTY}, {"amount": pounds(81)}, [OVER]),
        ({"limit": EIGHTY}, {"amount": Money(amount=1, currency="EUR")}, [OVER]),
        ({"says": (PROGRAMME,)}, {"domain": Domain.PROGRAMME}, []),
        ({"says": (PROGRAMME,)}, {"domain": Domain.SAFETY}, [SCOPE]),
        ({"says": (PROGRAMME,)}, {"domain": Domain.PROGRAMME, "amount": pounds(1)}, [SCOPE]),
        ({"says": (PROGRAMME,), "limit": EIGHTY}, {"amount": pounds(1)}, []),
        ({"says": (PROGRAMME,)}, {}, []),
        ({"expires": day(0).date()}, {}, [TIME]),
        ({"starts": day(2).date()}, {}, [TIME]),
        ({}, {"deciders": (ASHA,), "actor": ASHA}, [THEIRS]),
        ({}, {"authority": None}, [NONE]),
    ],
)
def test_a_decision_is_held_against_the_mandate_it_names(
    granted: dict[str, Any], decided: dict[str, Any], ways: list[str]
) -> None:
    found = beyond(mandate(BEN, **granted), *by_ben(1, **decided))
    assert found == ({} if not ways else {"beyond it: members": 1} | dict.fromkeys(ways, 1))


def test_a_mandate_that_was_taken_back_no_longer_holds() -> None:
    events = [mandate(BEN), revoked(day(5)), *by_ben(1), *by_ben(6)]
    assert beyond(*events) == {"beyond it: members": 1, TIME: 1}


def test_money_is_counted_up_over_the_time_of_the_limit() -> None:
    # 50 on day 1 (2 January), 40 on day 20 (21 January), 10 on day 40 (10 February).
    # Over the year 50, 90, 100: two are over. Over the month 50, 90; then 10: one is over.
    spent = [(1, 50), (20, 40), (40, 10)]
    events = [event for at, cost in spent for event in by_ben(at, amount=pounds(cost))]
    assert beyond(mandate(BEN, limit=A_YEAR), *events)[OVER] == 2
    assert beyond(mandate(BEN, limit=A_MONTH), *events)[OVER] == 1
    assert beyond(mandate(BEN, limit=EIGHTY), *events) == {}


def for_the_night(number: int, night: Any = NIGHT, at: int = 45) -> Event:
    """A line of a plan that rests on what Ben decided."""
    right = event_id(idea(number), 2)
    return line_written(stream=night, authority=right, at=day(at))


def test_money_is_counted_up_over_an_occasion() -> None:
    # 50 and 40 for the same night, and 50 more for another: 50, 90; 50. One is over.
    events = [
        event for n, cost in ((1, 50), (2, 40), (3, 50)) for event in by_ben(n, amount=pounds(cost))
    ]
    nights = [planned(at=NEW_YEAR), planned(stream=ANOTHER_NIGHT, at=NEW_YEAR)]
    lines = [for_the_night(1), for_the_night(2), for_the_night(3, ANOTHER_NIGHT)]
    limit = EIGHTY.model_copy(update={"per": Per.OCCASION})
    found = beyond(mandate(BEN, limit=limit), *events, *nights, *lines)
    assert found == {"beyond it: members": 1, OVER: 1}
    assert beyond(mandate(BEN, limit=limit), *events) == {}  # nobody can tell for which night


def test_what_a_mandate_pays_for_on_a_plan_counts_as_well() -> None:
    # 50 for a line of a plan, by the mandate itself; then 40 decided: 90 in the month.
    line = line_written(stream=NIGHT, authority=TENTH, money=pounds(50), at=day(2))
    events = [planned(at=NEW_YEAR), line, *by_ben(5, amount=pounds(40))]
    assert beyond(mandate(BEN, limit=A_MONTH), *events)[OVER] == 1


def test_what_comes_in_counts_towards_no_limit() -> None:
    income = line_written(stream=NIGHT, authority=TENTH, money=pounds(50), income=True, at=day(2))
    events = [planned(at=NEW_YEAR), income, *by_ben(5, amount=pounds(40))]
    assert beyond(mandate(BEN, limit=A_MONTH), *events) == {}
    alone = income.model_copy(update={"money": pounds(500)})
    assert beyond(mandate(BEN, limit=A_MONTH), planned(at=NEW_YEAR), alone) == {}


def test_a_line_that_is_written_anew_costs_what_it_costs_now() -> None:
    line = line_written(stream=NIGHT, authority=TENTH, money=pounds(50), at=day(2))
    less = line_written(stream=NIGHT, authority=TENTH, money=pounds(30), at=day(3))
    events = [planned(at=NEW_YEAR), line, less, *by_ben(5, amount=pounds(50))]
    assert beyond(mandate(BEN, limit=A_MONTH), *events) == {}


def test_what_was_not_agreed_to_costs_nothing() -> None:
    put, decided = by_ben(1, amount=pounds(90))
    refused = decided.model_copy(update={"outcome": Outcome(result=Result.REJECTED)})
    assert beyond(mandate(BEN, limit=EIGHTY), put, refused) == {}


def test_a_role_may_be_held_by_several() -> None:
    held = role_taken(ASHA, MINUTES, at=NEW_YEAR)
    minutes = mandate(MandateHolder(role=MINUTES))
    mine = by_ben(1, deciders=(ASHA,), actor=ASHA)
    assert beyond(minutes, held, *mine, *by_ben(2)) == {"beyond it: members": 1, THEIRS: 1}


# ---- C11, of staff and of the committee


def test_what_staff_decide_alone_has_no_right() -> None:
    assert beyond(*alone(1)) == {"beyond it: staff": 1, NONE: 1}


def test_a_step_in_has_to_be_about_this() -> None:
    def step_in(*touches: object) -> Event:
        what = {"step_in": StepInId(_id(80)), "grounds": StepInGround.HARM, "touches": touches}
        return told(StepInApplied, CLUB, day(1), actor=DEV, person=DEV, **what)

    did = alone(1, Route.STEP_IN, authority=TENTH)
    assert beyond(step_in(StreamId(idea(1))), *did) == {}
    assert beyond(step_in(StreamId(NIGHT)), *did) == {"beyond it: staff": 1, SCOPE: 1}
    late = alone(5, Route.STEP_IN, authority=TENTH)  # 72 hours after day 1 is day 4
    assert beyond(step_in(StreamId(idea(5))), *late) == {"beyond it: staff": 1, TIME: 1}


def own(**named: Any) -> Event:
    """What the committee itself may decide."""
    return mandate(MandateHolder(committee=CLUB), **named)


def test_the_committee_can_go_beyond_its_own_right_too() -> None:
    events = [*voted(1, amount=pounds(80)), *voted(9, amount=pounds(81))]
    assert beyond(own(limit=EIGHTY), *events) == {"beyond it: the committee": 1, OVER: 1}
    assert beyond(*events) == {}


def test_what_has_to_be_referred_waits_for_an_answer() -> None:
    rules = own(says=(DomainSay(domain=Domain.RULES, say=Say.REFER),))
    asked = told(ReferralAnswered, idea(9), day(10), answer=SOME_WORDS)
    events = [*voted(1, domain=Domain.RULES), *voted(9, domain=Domain.RULES, before=(asked,))]
    assert beyond(rules, *events) == {"beyond it: the committee": 1, SCOPE: 1}


def test_what_has_to_be_agreed_with_staff_needs_staff_there() -> None:
    safety = own(says=(DomainSay(domain=Domain.SAFETY, say=Say.AGREE),))
    without = dict.fromkeys(MEMBERS, YES)
    events = [*voted(1, domain=Domain.SAFETY), *voted(9, without, domain=Domain.SAFETY)]
    assert beyond(safety, *events) == {"beyond it: the committee": 1, SCOPE: 1}


def test_a_no_goes_beyond_nothing() -> None:
    nos = dict.fromkeys(MEMBERS, NO)
    refused = voted(1, nos, Result.REJECTED, amount=pounds(900))
    assert beyond(own(limit=EIGHTY), *refused) == {}


# ---- C12


def promised(promise: Promise, events: list[Event]) -> list[Event]:
    """The same with a promise about people’s say."""
    first = events[0].model_copy(update={"promise": promise})
    return [first, *events[1:]]


def said(*events: Event) -> list[Event]:
    """What Dev decides alone, after these."""
    put, decided = alone(1, at=day(3))
    return [put, *events, decided]


CHANGED = told(ProposalAmended, idea(1), day(2), actor=DEV, because_of=(event_id(idea(1), 2),))
HEARD = told(OutcomeTold, idea(1), day(17), actor=DEV, to=Audience.COMMITTEE)
TOO_LATE = told(OutcomeTold, idea(1), day(18), actor=DEV, to=Audience.COMMITTEE)
NO_STAFF = VOTERS


@pytest.mark.parametrize(
    ("events", "found"),
    [
        (said(), Level.NONE),
        ([*said(), HEARD], Level.INFORM),  # day 17 is the last of fourteen days after day 3
        ([*said(), TOO_LATE], Level.NONE),
        (said(paper(1, day(2))), Level.INFORM),
        (said(paper(1, day(2), DEV)), Level.NONE),
        (said(voiced(1, ASHA, Position.FOR)), Level.CONSULT),
        (said(voiced(1, DEV, Position.FOR)), Level.NONE),
        (said(voiced(1, ASHA, Position.WORRIED), CHANGED), Level.INVOLVE),
        (voted(1), Level.DECIDE_TOGETHER),
        (voted(1, {DEV: YES}), Level.CONSULT),  # it was Ben’s idea
        (voted(1, dict.fromkeys(MEMBERS, YES), electorate=NO_STAFF), Level.MEMBERS_DECIDE),
        (by_ben(1), Level.MEMBERS_DECIDE),
    ],
)
def test_the_say_that_people_had_is_told_by_what_happened(
    events: list[Event], found: Level
) -> None:
    log = in_order([*the_club(), RULES, mandate(BEN), *events])
    (one,) = decisions(Evidence(log, CLUB))
    assert level(one, Settings()) is found


def test_a_promise_is_kept_by_as_much_say_or_more() -> None:
    # Consult, and it was decided together: kept. Together, and staff decided alone: not kept.
    # Nothing promised: left out. Inform, and nobody was told: not kept. That is 1 of 3.
    events = [
        *promised(Promise.CONSULT, voted(9)),
        *promised(Promise.DECIDE_TOGETHER, alone(20)),
        *alone(30),
        *promised(Promise.INFORM, alone(40)),
    ]
    measure = counted(promise_kept, RULES, *events)
    assert (measure.k, measure.n) == (1, 3)
    assert parts(measure) == {
        "promised: inform": 1,
        "promised: consult": 1,
        "promised: decide together": 1,
    }
    assert measure.sentence == "We kept 1 of 3 promises about your say."


def test_lines_of_a_plan_that_cost_more_than_the_idea_said_went_too_far() -> None:
    # £80 were decided. £50, then £40 more: too far. Written anew with £30: no further. Without a
    # cost in the idea, and where people picked from answers, nothing is too far.
    def spent(*lines: LineWritten, **idea_says: Any) -> list[tuple[str, ...]]:
        decided = voted(2, put={"amount": pounds(80), **idea_says})
        right = decision(2, *decided)
        paid = [line.model_copy(update={"authority": right}) for line in lines]
        told = in_order([*the_club(), RULES, *decided, planned(at=day(1)), *paid])
        return [one.ways for one in beyond_a_right(Evidence(told, CLUB, EVER))]

    first = line_written(money=pounds(50), at=day(10))
    second = line_written(LineId(_id(77)), money=pounds(40), at=day(11))
    anew = line_written(money=pounds(30), at=day(12))
    assert spent(first) == []
    assert spent(first, second) == [(Breach.OVER_LIMIT,)]
    assert spent(first, second, anew) == [(Breach.OVER_LIMIT,)]
    assert spent(first, anew, second) == []
    assert spent(first, second, amount=None) == []
