"""Who decides, in sharing and in a takeover: what tells them apart, and what is fooled.

The counts are worked out by hand from ``web/demo/stories``. Votes: shared 12 spends and 4 large
ones; takeover 3 spends, 1 large one and 9 themes, where five members say yes after Jo.
"""

import pytest

from projections.power.measure import Tier
from tests.projections.power.stories import k_of_n, measured, parts


def test_the_takeover_leaves_ten_shared_decisions_and_sharing_all_forty() -> None:
    """Of 30: all too late for members and without a reason; 21 by staff alone, by no right."""
    assert k_of_n("shared", "C0") == (40, 40)
    assert k_of_n("takeover", "C0") == (10, 40)
    assert parts("takeover", "C0") == {
        "route": 21,
        "right": 21,
        "staff could not pass it alone": 21,
        "time": 30,
        "reason": 30,
        "weight shared": 3 * (1 + 2 + 2) + 3,
        "weight of all": 12 + 24 + 24 + 12,
    }


def test_the_routes_are_counted_as_they_were() -> None:
    assert parts("shared", "C1") == {"vote": 16, "consent": 12, "delegated_member": 12}
    assert parts("takeover", "C1") == {
        "vote": 4 + 9,
        "consent": 3,
        "delegated_member": 3,
        "staff_alone": 21,
    }


def test_by_weight_it_is_the_same() -> None:
    """Nights 1 to 3: 3 × (1 + 2 + 2) + 3 of 72."""
    assert k_of_n("shared", "C0w") == (72, 72)
    assert k_of_n("takeover", "C0w") == (18, 72)


def test_when_staff_wanted_something_else_members_had_their_way_where_all_share() -> None:
    """Shared: spends of 1, 5, 6, 10 and 11, and the rule of 6. All went as most members said.

    Takeover: the spend of night 1, but neither the rota of night 5 nor the rule of night 6.
    """
    assert k_of_n("shared", "C5") == (6, 6)
    assert k_of_n("takeover", "C5") == (1, 3)


def test_staff_vote_first_in_the_takeover() -> None:
    assert k_of_n("shared", "C6") == (0, 16)
    assert k_of_n("takeover", "C6") == (9, 13)
    assert parts("takeover", "C6")["as staff, after seeing it"] == 9 * 5


def test_nobody_says_no_any_more_in_the_takeover() -> None:
    """Of the last ten that all made. Takeover: safety of night 3 and nine themes, all YES.

    Shared, from the rota of night 9 on: without a no or a worry are the rotas of 9, 11 and 12 and
    the spend of 12.
    """
    assert parts("shared", "C7")["choices without a no"] == 4
    assert parts("takeover", "C7")["choices without a no"] == 10


def test_more_step_ins_are_not_worse_but_those_without_a_reason_are() -> None:
    """Shared: one, with a reason, looked at after five days. Takeover: two, with nothing."""
    assert measured("shared", "C8").n == 1
    assert measured("takeover", "C8").n == 2
    told = ("with a reason", "with a ground", "looked at in time")
    assert [parts("shared", "C8")[name] for name in told] == [1, 1, 1]
    assert [parts("takeover", "C8")[name] for name in told] == [0, 0, 0]


def test_what_goes_beyond_a_right_and_breaks_a_promise_is_counted() -> None:
    """Takeover: the 21 by staff alone, for which all were promised to decide together."""
    for name in ("C11", "C12"):
        assert k_of_n("shared", name) == (40, 40)
        assert k_of_n("takeover", name) == (40 - 21, 40)


# ---- What is fooled


def test_the_rules_alone_tell_nothing() -> None:
    """Six members and one of staff with a vote each: the same in both."""
    for story in ("shared", "takeover"):
        said, votes = parts(story, "C2"), measured(story, "C2").n
        assert said["staff can pass alone"] == said["staff can block alone"] == 0
        assert said["members can pass alone"] == said["members can block alone"] == votes
        assert measured(story, "C2").tier is Tier.APPENDIX


def test_members_tip_every_vote_as_a_group_in_both() -> None:
    """One alone tips only a spend that misses by one: the four who said no, on nights 6 and 11."""
    assert parts("shared", "C3")["choices that members tipped as a group"] == 16
    assert parts("takeover", "C3")["choices that members tipped as a group"] == 13
    assert parts("shared", "C3")["votes of members that tipped it alone"] == 4 + 4


def test_agreeing_with_the_outcome_is_fooled_by_a_takeover() -> None:
    """Shared: 6 5 5 6, 5, 5, 4 6, 6, 5, 4 5, 5, 4, 6 5 by nights, of 96 less one who was not sure.

    Takeover: all but Ben on night 2 and Ella on night 3.
    """
    by_nights = (22, 5, 5, 10, 6, 5, 9, 5, 4, 11)
    assert k_of_n("shared", "C4") == (sum(by_nights), 95)
    assert k_of_n("takeover", "C4") == (67, 69)


@pytest.mark.parametrize("name", ["B2", "C3", "C4", "D1", "E1", "E6"])
def test_what_is_fooled_never_stands_alone(name: str) -> None:
    assert measured("takeover", name).tier is Tier.CONTEXT
