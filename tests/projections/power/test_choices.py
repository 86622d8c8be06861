"""B4 to B7: real choices, changes, fields, and who began what. Counted by hand beside each."""

from collections.abc import Iterable
from typing import Any

import pytest

from domain.events import Event
from domain.ids import OptionId, PersonId
from domain.kinds import Domain, Position, Resolution, Route
from domain.values import EventId, Option, event_id
from domain.voting.answers import Answer, Approvals, Ranking, Scores
from domain.voting.tally import Result
from projections.power.b_choice import changed, liked_best, real_choice
from projections.power.b_say import coverage, matrix
from projections.power.guards import Guard
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CURRY,
    DEV,
    FOUNDING,
    PIZZA,
    SOME_WORDS,
    SOUP,
    YES,
    cast,
    decided,
    made,
    opened,
    worried,
    worry_resolved,
)
from tests.projections.power.told import (
    EVE,
    FAY,
    brought,
    counted,
    day,
    idea,
    parts,
    voted_through,
)
from tests.proposal_facts import amended, wants

# ---- B4


def answers(*authors: PersonId | None) -> tuple[Option, ...]:
    names = (PIZZA, CURRY, SOUP)
    return tuple(
        Option(option=name, title=SOME_WORDS, author=author)
        for name, author in zip(names, authors, strict=False)
    )


def test_a_real_choice_has_two_answers_and_one_is_of_a_member() -> None:
    """Pizza or curry by Ben and Dev: real. By Dev alone: not. For yes or no: not.

    Dev's two answers, put anew with one of Asha's: real. Nobody says whose, asked by Ben: real.
    """
    measure = counted(
        real_choice,
        brought(1, options=(), title=SOME_WORDS),
        decided(stream=idea(1), at=day(2)),
        *choice(3, DEV, answers(BEN, DEV)),
        *choice(5, DEV, answers(DEV, DEV)),
        *choice(7, DEV, answers(DEV, DEV), amended(options=answers(DEV, ASHA), stream=idea(7))),
        *choice(9, BEN, answers(None, None)),
    )
    assert (measure.k, measure.n) == (3, 5)
    assert measure.exceptions == (event_id(idea(1), 2), event_id(idea(5), 2))
    assert parts(measure) == {
        "answers by member": 1 + 1 + 2,
        "answers by staff": 1 + 2 + 1,
        "choices between answers": 4,
        "votes for answers that lost": 0,
    }


def test_a_question_that_came_down_to_yes_or_no_is_no_choice_any_more() -> None:
    measure = counted(
        real_choice, *choice(1, BEN, answers(BEN, BEN), amended(options=(), stream=idea(1)))
    )
    assert (measure.k, measure.sentence) == (0, "Every question was for yes or no.")


def test_votes_for_what_lost_stand_beside_it() -> None:
    """Curry won. Asha liked curry best, Ben pizza, Cara pizza and soup, Fay came back to curry."""
    curry, pizza = Ranking(places=((CURRY,), (PIZZA,))), Ranking(places=((PIZZA,), (CURRY,)))
    votes = [
        cast(ASHA, curry, stream=idea(1), at=day(1)),
        cast(BEN, pizza, stream=idea(1), at=day(1)),
        cast(CARA, Approvals(options=(PIZZA, SOUP)), stream=idea(1), at=day(1)),
        cast(FAY, pizza, stream=idea(1), at=day(1)),
        cast(FAY, curry, stream=idea(1), at=day(1)),
    ]
    measure = counted(real_choice, *choice(1, BEN, answers(BEN, BEN, BEN), *votes))
    assert parts(measure)["votes for answers that lost"] == 2


def choice(number: int, by: PersonId, among: Iterable[Option], *then: Event) -> list[Event]:
    """A question with these answers, of which curry is chosen."""
    question = made(by, stream=idea(number), at=day(number)).model_copy(
        update={"options": tuple(among)}
    )
    end = decided(Result.CHOSEN, CURRY, stream=idea(number), at=day(number + 1))
    return [question, *then, end]


@pytest.mark.parametrize(
    ("answer", "best"),
    [
        (Scores(scores={PIZZA: 3, CURRY: 5, SOUP: 5}), {CURRY, SOUP}),
        (Ranking(places=()), set()),
        (YES, set()),
    ],
)
def test_what_an_answer_likes_best(answer: Answer, best: set[OptionId]) -> None:
    assert liked_best(answer) == best


# ---- B5


def test_a_plan_changes_only_if_the_new_words_name_what_was_said() -> None:
    """Ideas 1 to 4 have a concern of a member. The new words of 1 name it, those of 2 do not.

    3 got none; the worry about 4 was built in, as is told, without new words. So 1 of 4. About 5
    only Dev was worried, and for 6 Ben was for it.
    """
    concern: EventId = event_id(idea(1), 2)
    measure = counted(
        changed,
        *(brought(number, DEV) for number in range(1, 7)),
        worried(BEN, stream=idea(1), at=day(7)),
        amended(because_of=(concern,), text=SOME_WORDS, stream=idea(1), at=day(8)),
        wants(ASHA, Position.AGAINST, stream=idea(2), at=day(7)),
        amended(text=SOME_WORDS, stream=idea(2), at=day(8)),
        wants(CARA, Position.WORRIED, stream=idea(3), at=day(7)),
        worried(BEN, stream=idea(4), at=day(7)),
        worry_resolved(Resolution.INTEGRATED, stream=idea(4), at=day(8)),
        worried(DEV, stream=idea(5), at=day(7)),
        amended(because_of=(event_id(idea(5), 2),), text=SOME_WORDS, stream=idea(5), at=day(8)),
        wants(BEN, Position.FOR, stream=idea(6), at=day(7)),
    )
    assert (measure.k, measure.n) == (1, 4)
    assert parts(measure) == {"what members said": 4, "built in, as told": 1}
    assert measure.exceptions == tuple(event_id(idea(number), 1) for number in (2, 3, 4))


# ---- B6, B7


def test_many_small_decisions_of_one_kind_do_not_widen_what_we_decide() -> None:
    """Programme six times together, money by staff alone: 1 of 2 fields. One says nothing."""
    shared = [
        event for number in range(6) for event in together(number * 10, domain=Domain.PROGRAMME)
    ]
    measure = counted(
        coverage,
        *shared,
        *voted_through(90, BEN, domain=Domain.MONEY, route=Route.STAFF_ALONE, actor=DEV),
        *voted_through(95),
    )
    assert (measure.k, measure.n, measure.guard) == (1, 2, Guard.LIST)
    assert parts(measure) == {
        "together, money": 0,
        "together, programme": 6,
        "nobody said what about": 1,
    }
    assert measure.exceptions == (event_id(idea(90), 2),)


def test_what_staff_began_covers_no_field_even_if_it_was_decided_together() -> None:
    mine = together(1, domain=Domain.MONEY)
    theirs = together(20, by=DEV, domain=Domain.SAFETY)
    measure = counted(coverage, *mine, *theirs)
    assert (measure.k, measure.n) == (1, 2)


def together(number: int, by: PersonId = BEN, **named: Any) -> list[Event]:
    """Put a week ahead with its paper in easy words, decided by three members, with a reason."""
    stream, at = idea(number), day(number + 8)
    people = (ASHA, BEN, CARA)
    return [
        brought(number, by),
        opened(people=people, stream=stream, at=at),
        *(cast(one, stream=stream, at=at) for one in people),
        decided(stream=stream, at=at, authority=FOUNDING, reason=SOME_WORDS, **named),
    ]


def test_who_began_it_and_who_decided_it_stand_in_one_table() -> None:
    """Begun by members: 1 by members, 1 together, 2 by staff. By staff: 1 together, 1 by staff.

    The trustees' decision, and one that began outside, are not in the table.
    """
    both: tuple[PersonId, ...] = (BEN, DEV)
    at: dict[str, Any] = {"stream": idea(5), "at": day(9)}
    measure = counted(
        matrix,
        *voted_through(1, deciders=(BEN,)),
        *voted_through(2, deciders=both),
        *voted_through(3, route=Route.STAFF_ALONE, actor=DEV),
        *voted_through(4, route=Route.STEP_IN, actor=DEV),
        brought(5, DEV),
        cast(BEN, **at),
        cast(DEV, **at),
        decided(**at),
        *voted_through(6, DEV, route=Route.DELEGATED_STAFF),
        *voted_through(7, route=Route.TRUSTEES),
        *voted_through(8, EVE, deciders=both),
    )
    assert parts(measure) == {
        "members began, members decided": 1,
        "members began, both decided": 1,
        "members began, staff decided": 2,
        "staff began, members decided": 0,
        "staff began, both decided": 1,
        "staff began, staff decided": 1,
        "not in this table": 2,
    }
    assert (measure.n, measure.k, measure.value) == (8, None, None)
    assert measure.sentence == "Members began 5 of 8 choices. Staff decided 3 without them."
    assert measure.display == "8 in all"
