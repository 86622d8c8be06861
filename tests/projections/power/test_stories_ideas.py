"""Who brings ideas, and how people take part, in sharing and in a takeover.

Shared: staff put 4 rotas, 5 spends and 2 large ones. Takeover: members put all of nights 1 to 3 but
one spend, the themes of nights 4 to 6, and Dev’s idea of which nobody ever heard again.
"""

from projections.power.measure import Tier
from tests.projections.power.stories import k_of_n, measured, parts


def test_in_a_takeover_members_bring_few_ideas_and_hardly_a_big_one() -> None:
    """Shared: 12 themes + 8 rotas + 7 spends + 2. Takeover: (3 + 3 + 2 + 1) + 3 themes + Dev’s.

    By weight: 12 + 8 × 2 + 7 × 2 + 2 × 3 of 72, and 6 + 3 × 2 + 2 × 2 + 3 + 1 of 73.
    """
    assert k_of_n("shared", "B1") == (29, 40)
    assert k_of_n("takeover", "B1") == (13, 41)
    assert k_of_n("shared", "B1w") == (48, 72)
    assert k_of_n("takeover", "B1w") == (20, 73)


def test_that_ideas_of_members_get_a_yes_is_fooled_by_a_takeover() -> None:
    """It looks better there: 12 of 12, and 28 of 29 where all share. So it never stands alone.

    Shared: the minibus of night 9 got a no, and of staff’s 11 ideas the two of nights 6 and 11.
    """
    assert k_of_n("shared", "B2") == (28, 29)
    assert k_of_n("takeover", "B2") == (12, 12)
    assert parts("shared", "B2")["got a yes, staff"] == 9
    assert measured("takeover", "B2").tier is Tier.CONTEXT


def test_one_idea_is_lost_in_the_takeover() -> None:
    assert measured("shared", "B3").k == 0
    assert measured("takeover", "B3").k == 1


def test_there_is_a_choice_between_answers_of_members_where_all_share() -> None:
    """The themes of nights 4, 7 and 10 were picked from two."""
    assert k_of_n("shared", "B4") == (3, 40)
    assert k_of_n("takeover", "B4") == (0, 40)


def test_what_members_say_changes_a_plan_only_where_all_share() -> None:
    """Shared: worries on six choices, of which nights 5 and 6 found better words."""
    assert k_of_n("shared", "B5") == (2, 6)
    assert k_of_n("takeover", "B5") == (0, 3)


def test_members_share_control_over_five_of_six_things() -> None:
    """Only the place, of night 12, was Jo’s idea. Takeover: neither the place nor the rules."""
    assert k_of_n("shared", "B6") == (5, 6)
    assert k_of_n("takeover", "B6") == (4, 6)


def test_who_began_it_and_who_decided_it() -> None:
    """Shared: 12 themes by whoever picks them; 8 + 7 + 2 of members and 11 of staff by all.

    Takeover: 3 themes; (3 + 2 + 1) and 3 themes of members by all; of staff a spend and 6 themes.
    """
    shared, takeover = parts("shared", "B7"), parts("takeover", "B7")
    assert _cells(shared) == [12, 17, 0, 0, 11, 0]
    assert _cells(takeover) == [3, 9, 0, 0, 7, 21]


def _cells(matrix: dict[str, int]) -> list[int]:
    """Begun by members, then by staff: decided by members, together, by staff."""
    by = ("members decided", "both decided", "staff decided")
    return [matrix[f"{one} began, {two}"] for one in ("members", "staff") for two in by]


def test_a_full_room_says_little() -> None:
    """Takeover: one of six members is away on each of nine nights."""
    assert k_of_n("shared", "D1") == (72, 72)
    assert k_of_n("takeover", "D1") == (72 - 9, 72)
    assert measured("takeover", "D1").tier is Tier.CONTEXT


def test_how_many_had_help_tells_nothing_and_who_picked_the_helper_does() -> None:
    """Shared: Dev and Ella in 16 votes. Takeover: in 4, and 14 times more, by Jo, unasked."""
    assert k_of_n("shared", "D2") == (32, 96)
    assert parts("shared", "D2")["helper picked by the voter"] == 32
    assert k_of_n("takeover", "D2") == (8 + 14, 69)
    assert parts("takeover", "D2")["helper picked by the voter"] == 8


def test_worries_come_to_an_end_where_all_share() -> None:
    """Shared: nights 2, 5, 6, 8, 10 and 12. Takeover: night 2, and the open one of night 5."""
    assert k_of_n("shared", "D4") == (6, 6)
    assert k_of_n("takeover", "D4") == (1, 2)
    assert parts("takeover", "D4")["open"] == 1


def test_nobody_waits_for_an_answer_where_all_share() -> None:
    """Takeover: Cara’s worry of night 5 and Ella’s question of night 8."""
    assert parts("shared", "D5")["waiting"] == 0
    assert parts("takeover", "D5")["waiting"] == 2


def test_what_cara_asked_for_again_never_came_in_the_takeover() -> None:
    assert k_of_n("shared", "D6") == (2, 2)
    assert k_of_n("takeover", "D6") == (1, 2)
