"""D4 to D6: worries, questions, what people need. Counts worked out by hand beside each test."""

from typing import Any

from domain.events import Event
from domain.ids import AdjustmentId, ObjectionId, PersonId, QuestionId
from domain.kinds import Resolution
from domain.values import event_id
from projections.power.a_record import on_time
from projections.power.d_answers import adjustments, answers, objections
from projections.power.guards import Guard
from tests.facts import ASHA, BEN, CARA, DEV, seated, worried, worry_answered, worry_resolved
from tests.person_facts import adjustment_asked, adjustment_made
from tests.projections.power.told import EVE, FAY, brought, counted, day, idea, parts
from tests.proposal_facts import asked, question_answered


def worry(number: int) -> ObjectionId:
    return ObjectionId(idea(500 + number))


def raised(number: int, by: PersonId = BEN, **named: Any) -> list[Event]:
    """An idea, and a worry about it on the same day."""
    more = {"stream": idea(number), "at": day(number), **named}
    return [brought(number, CARA), worried(by, worry(number), **more)]


def resolved(number: int, how: Resolution, by: PersonId = ASHA, after: int = 1) -> Event:
    there: dict[str, Any] = {"stream": idea(number), "at": day(number + after)}
    return worry_resolved(how, objection=worry(number), actor=by, **there)


def test_every_worry_has_an_end_or_is_open() -> None:
    """Seven worries, five at an end; staff overruled two of members and one of their own."""
    measure = counted(
        objections,
        *(event for number in range(1, 6) for event in raised(number)),
        *raised(6, DEV),
        *raised(7, FAY),
        # told again in better words: it stays one
        worried(BEN, worry(1), stream=idea(1), at=day(2)),
        resolved(1, Resolution.INTEGRATED),
        resolved(2, Resolution.OVERRULED, DEV),
        resolved(3, Resolution.OVERRULED, DEV),
        resolved(4, Resolution.OVERRULED, ASHA),
        resolved(6, Resolution.OVERRULED, DEV),
    )
    assert (measure.k, measure.n, measure.display) == (5, 7, "5 of 7")
    assert parts(measure) == {
        "integrated": 1,
        "overruled": 4,
        "open": 2,
        "raised by members": 6,
        "raised by members, overruled by staff": 2,
    }
    assert measure.exceptions == (event_id(idea(5), 2), event_id(idea(7), 2))


def test_no_worry_at_all_is_nothing_to_count() -> None:
    measure = counted(objections, brought(1))
    assert (measure.guard, measure.display) == (Guard.NOTHING, "nothing to count yet")


def question(number: int, by: PersonId = BEN) -> list[Event]:
    """An idea, and a question about it on the same day."""
    named = {"question": QuestionId(idea(700 + number))}
    return [
        brought(number, CARA),
        asked(by, stream=idea(number), at=day(number), **named),
    ]


def replied(number: int, after: int, by: PersonId = DEV) -> Event:
    named = {"question": QuestionId(idea(700 + number)), "at": day(number + after)}
    return question_answered(by, stream=idea(number), **named)


def test_half_of_the_questions_and_worries_wait_no_longer_than_the_middle_one() -> None:
    """Members' questions: 1, 2 and 10 days, and one waits. Worries: answered after 3, built in
    after 5; one Ben took back himself, which is no answer. The middle of 1 2 3 5 10 is 3.

    The last that is told is the answer to 3, on day 13: the question of day 4 waits 9 days, the
    worry of day 7 is younger. Dev's question took a day, alone too few to say.
    """
    measure = counted(
        answers,
        *(event for number in (1, 2, 3, 4) for event in question(number)),
        *(replied(1, 1), replied(1, 4), replied(2, 2), replied(3, 10)),
        *(event for number in (5, 6, 7) for event in raised(number)),
        # told again in better words: it waits since the first
        worried(BEN, worry(5), stream=idea(5), at=day(7)),
        worry_answered(DEV, objection=worry(5), stream=idea(5), at=day(8)),
        resolved(5, Resolution.EXPLAINED, after=5),
        resolved(6, Resolution.INTEGRATED, after=5),
        resolved(7, Resolution.WITHDRAWN, BEN),
        *question(8, DEV),
        replied(8, 1, ASHA),
    )
    assert (measure.value, measure.unit, measure.n) == (3, "days", 7)
    assert parts(measure) == {"answered": 5, "waiting": 1, "days that the oldest waits": 9}
    assert measure.sentence == "5 of 7 questions and worries had an answer."


def test_of_few_questions_no_days_are_told() -> None:
    measure = counted(answers, *question(1), replied(1, 1))
    assert (measure.value, measure.guard) == (None, Guard.LIST)


def test_from_twenty_questions_on_those_that_wait_are_reckoned_in() -> None:
    """Eight answered after 1 day, four after 6, eight wait for 32 days or more: half are over at 6.

    The middle of the answered ones alone would be 1.
    """
    events = [event for number in range(20) for event in question(number)]
    done = [replied(number, 1 if number < 8 else 6) for number in range(12)]
    late = replied(50, 1)
    measure = counted(answers, *events, *done, *question(50, DEV), late)
    assert (measure.value, measure.n) == (6, 20)
    assert parts(measure)["waiting"] == 8


def need(number: int, of: PersonId = BEN) -> Event:
    return adjustment_asked(of, adjustment=AdjustmentId(idea(number)), at=day(number))


def there(number: int, after: int, of: PersonId = BEN) -> Event:
    named = {"adjustment": AdjustmentId(idea(number)), "at": day(number + after)}
    return adjustment_made(of, **named)


def test_what_people_here_need_is_there_or_not() -> None:
    """Ben 4, Asha 1, Dev 1; Eve does not sit here. There: 1, 2, 3, 4 and 9 days later: 5 of 6."""
    measure = counted(
        adjustments,
        *(need(number) for number in (1, 2, 3, 4)),
        *(there(1, 1), there(2, 2), there(3, 3), there(4, 9)),
        *(need(5, ASHA), there(5, 4, ASHA), need(6, DEV)),
        *(need(7, EVE), there(7, 1, EVE)),
    )
    assert (measure.k, measure.n) == (5, 6)
    assert parts(measure) == {"waiting": 1, "days until it was there": 3}
    assert measure.people == (2, 1)


def test_what_strangers_need_is_no_part_of_the_record_here() -> None:
    """Eve never sat here: neither is her need late here, nor is it one more line of ours."""
    late = adjustment_asked(EVE, at=day(5), recorded_at=day(50))
    ours = adjustment_asked(BEN, at=day(5), recorded_at=day(50))
    with_both = counted(on_time, ours, late)
    assert (with_both.k, with_both.n) == (1, counted(on_time, ours).n)
    assert counted(on_time, late).n == counted(on_time).n
    later = seated(EVE, at=day(90))
    assert counted(on_time, late, later).k == 1, "whoever sits here belongs here"
