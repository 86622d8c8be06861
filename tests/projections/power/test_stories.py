"""What the audit says of two stories: whether the record can be trusted, and who knew what when.

The counts beside each are worked out by hand from ``web/demo/stories``. Nights 1 to 3 are the same
in all: 3 × theme, rota, spend and one on safety, so 10 choices, 4 of them by a vote of 6 members
and Jo. *takeover* has 30 more: 9 themes by a vote; 9 rotas, 9 spends and 3 large ones by staff
alone. *shared* votes on 12 spends and 4 large ones; three spends were turned down.
"""

from tests.projections.power.stories import audited, k_of_n, measured

# ---- Can the record be trusted?


def test_in_a_takeover_most_changes_show_nobody_who_agreed_them() -> None:
    """Shared: 12 plans + 37 lines of what got a yes + 1 of the step-in + 12 × 7 jobs = 134.

    Takeover: plans 3 of 12; lines 10 + 9 themes + 2 of step-ins of 42; jobs 3 × 7 of 84.
    """
    assert k_of_n("shared", "A1") == (134, 134)
    assert k_of_n("takeover", "A1") == (3 + 21 + 21, 12 + 42 + 84)


def test_in_a_takeover_half_is_written_down_late() -> None:
    """Each of nine nights: 6 of the meeting, 1 plan, 7 jobs, theme 13, rota 5, spend 5 = 37.

    Besides: 14 times help to vote, 3 × 5 for the large ones, 7 positions, 1 worry, 1 question, and
    2 for each of two step-ins.
    """
    assert measured("shared", "A2").k == 0
    assert measured("takeover", "A2").k == 9 * 37 + 14 + 15 + 7 + 1 + 1 + 4


def test_in_a_takeover_members_press_few_of_their_votes_themselves() -> None:
    """Shared: 16 votes × 6. Takeover: 4 × 6 by their own hand, and 9 × 5 that Jo took in."""
    assert k_of_n("shared", "A3") == (96, 96)
    assert k_of_n("takeover", "A3") == (24, 24 + 45)


def test_members_say_whether_the_record_is_right() -> None:
    """Shared: five say complete, Dev is not sure. Takeover: two miss something, one does not."""
    assert k_of_n("shared", "A4") == (5, 6)
    assert k_of_n("takeover", "A4") == (1, 6)


def test_half_the_receipts_of_a_takeover_are_not_in_the_record() -> None:
    assert k_of_n("shared", "A5") == (4, 4)
    assert k_of_n("takeover", "A5") == (2, 4)


def test_no_headline_is_told_where_the_record_cannot_be_trusted() -> None:
    """None of them is sealed; the takeover fails all three gates."""
    assert len(audited("shared").doubts) == 1
    assert len(audited("takeover").doubts) == 3


# ---- Who knows what, when?


def test_in_a_takeover_staff_know_a_week_before_members() -> None:
    """Of 40 gaps 30 are seven days, and 10 are none: the middle one is seven."""
    assert measured("shared", "F1").value == 0
    assert measured("takeover", "F1").value == 7


def test_in_a_takeover_there_is_no_time_to_read() -> None:
    """40 × 6 members; in the takeover 10 × 6 of them had an easy paper eight days before."""
    assert k_of_n("shared", "F2") == (240, 240)
    assert k_of_n("takeover", "F2") == (60, 240)


def test_people_say_themselves_whether_they_understood() -> None:
    """Of each large choice three say so, and Femi understood in part. Takeover: of one."""
    assert k_of_n("shared", "F3") == (4 * 2, 4 * 3)
    assert k_of_n("takeover", "F3") == (2, 3)


def test_in_a_takeover_hardly_anybody_hears_what_came_of_it() -> None:
    assert k_of_n("shared", "F4") == (40, 40)
    assert k_of_n("takeover", "F4") == (10, 40)


def test_questions_are_too_few_to_count() -> None:
    """Shared: nights 1, 4 and 9. Takeover: that of night 8 has no answer."""
    assert k_of_n("shared", "F5") == (3, 3)
    assert k_of_n("takeover", "F5") == (1, 2)
    assert "too few to count" in measured("takeover", "F5").display
