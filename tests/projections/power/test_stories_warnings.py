"""What warns in which story, and when; what cannot be told; and what must not alarm."""

from collections import defaultdict

from domain.events import SelfAssessmentGiven
from domain.kinds import Route, Seat
from projections.power.decisions import decisions
from projections.power.evidence import Evidence
from projections.power.groups import told_gap
from projections.power.guards import NO_DIFFERENCE
from projections.power.i_asked import answers, last_survey
from projections.power.settings import Settings
from projections.power.warnings import warnings
from tests.projections.power.stories import NAMES, audited, k_of_n, measured, parts, told
from web.demo.stories.dates import night


def _since(story: str) -> dict[str, int]:
    """Warning -> the night before or on which it first held."""
    found: dict[str, list[int]] = defaultdict(list)
    for one in audited(story).warnings:
        ahead = [n for n in range(1, 13) if one.since.date() <= night(n)]
        found[one.id].append(ahead[0] if ahead else 13)
    return {name: min(numbers) for name, numbers in found.items()}


def test_sharing_is_free_of_warnings() -> None:
    assert audited("shared").warnings == ()


def test_a_takeover_warns_of_all_that_happens_there() -> None:
    """Staff alone: rota, spend of night 4, then of night 5: four bigger ones in a row (W1).

    After the spend of night 6 they are all of the last eight but two themes (W2). The jobs of night
    4 (W6). Papers of nights 4, 5 and 6 (W7). Written down late since night 4, and told at the next
    meeting (W8). Cara’s worry of night 5 is open at the meeting of night 6 (W5). No reason on night
    6 (W3). Dev’s idea of night 6 after the meetings of 7 and 8 (W10). The last to
    say no did so on night 6; from the theme of night 7 the large choice of 9 is the tenth (W9).
    """
    assert _since("takeover") == {
        "W1": 5,
        "W2": 6,
        "W3": 6,
        "W5": 6,
        "W6": 4,
        "W7": 6,
        "W8": 5,
        "W9": 9,
        "W10": 8,
    }


def test_a_run_of_any_choices_would_never_warn() -> None:
    """One vote a month breaks it: the longest is the rota, the spend and a large one."""
    taken = decisions(told("takeover").evidence)
    marks = "".join("S" if one.route is Route.STAFF_ALONE else "." for one in taken)
    assert max(len(run) for run in marks.split(".")) == 3


def test_giving_jobs_back_does_not_alarm() -> None:
    """Members chose it: all changes show who agreed, all are told in time, nobody is overruled."""
    assert audited("gives-back").warnings == ()
    assert k_of_n("gives-back", "A1") == (12 + 40 + 84 + 1, 12 + 40 + 84 + 1)
    assert k_of_n("gives-back", "A3") == (60, 60)
    assert measured("gives-back", "F1").value == 0


def test_giving_jobs_back_is_seen_as_what_it_is() -> None:
    """Twelve offers of members that Jo said yes to, one no; three times they asked her to help.

    Jo has her 7, 12 that were given to her, and two of the three: the bar of night 7 went back.
    The spends of nights 7 to 12 are hers to decide, by a mandate.
    """
    assert parts("gives-back", "E3") == {"members to staff": 12}
    assert k_of_n("gives-back", "E4") == (12, 13)
    assert k_of_n("gives-back", "E5") == (3, 3)
    assert k_of_n("gives-back", "E1") == (84 - 7 - 12 - 2, 84)
    assert k_of_n("gives-back", "C0") == (34, 40)
    assert parts("gives-back", "C0")["route"] == 6


def test_where_there_is_too_little_the_audit_says_that_it_cannot_tell() -> None:
    """Two takeovers in four were asked for, two of three worries ended: no rate of so few.

    Ideas: 23 of 23 of members got a yes, 15 of 17 of staff; by luck it could be the other way.
    """
    for name in ("D4", "E3", "E4", "E5", "E8", "F5"):
        one = measured("mixed", name)
        assert one.value is None
        assert one.interval is None
        assert "too few to count" in one.display
    assert told_gap(measured("mixed", "B2").groups) == NO_DIFFERENCE
    assert "luck" in measured("mixed", "H2").sentence


def test_the_mixed_story_lies_between() -> None:
    """Nights 5 and 10 are staff’s: 6 choices late and without a reason; 3 of all without a right.

    Of the last three meetings before night 6, one was written down late (W8). The lights of night
    10 were bought in a hurry, by no mandate (W4), and Cara’s worry of night 11 stays open (W5).
    """
    assert k_of_n("mixed", "C0") == (40 - 6 - 1, 40)
    assert _since("mixed") == {"W4": 10, "W5": 11, "W8": 6}


def test_what_was_ended_and_what_was_done_in_a_hurry_is_seen() -> None:
    """Mixed: night 12 ends the rule of 9. The lights of night 10 are not agreed to afterwards."""
    assert parts("mixed", "C9")["decided by together, changed by together"] == 1
    assert k_of_n("mixed", "C10") == (0, 1)


def test_every_warning_comes_out_again_from_its_events_alone() -> None:
    for story in NAMES:
        everything, club, _ = told(story)
        for one in audited(story).warnings:
            named = set(one.event_ids)
            alone = Evidence([e for e in everything if e.event_id in named], club)
            again = [(it.id, it.since, it.sentence) for it in warnings(alone, Settings())]
            assert (one.id, one.since, one.sentence) in again


def test_what_people_say_in_private_stands_beside_what_was_counted() -> None:
    """Members’ yes to “I can say no here” and the four others, of six; staff are one, so hidden."""
    assert _yes("shared") == [5, 5, 5, 4, 5]
    assert _yes("takeover") == [2, 1, 1, 2, 3]


def _yes(story: str) -> list[int]:
    """Where all six said yes, or nobody did, one is left open."""
    closed = last_survey(told(story).evidence)
    assert closed is not None
    said = answers(closed, told(story).asked)
    assert all([group.seat for group in one.groups] == [Seat.MEMBER] for one in said)
    return [one.groups[0].k for one in said]


def test_each_group_scores_its_own_way_of_working() -> None:
    """Members and staff lie 1, 0 and 1 apart where all share, and 2, 4 and 2 in the takeover."""
    for story, apart in (("shared", [0, 1, -1]), ("takeover", [-2, -4, -2])):
        given = told(story).evidence.of(SelfAssessmentGiven)
        score = {(one.item, one.seat): one.score for one in given}
        ours, theirs = Seat.MEMBER, Seat.STAFF
        assert [score[item, ours] - score[item, theirs] for item in (1, 2, 3)] == apart
