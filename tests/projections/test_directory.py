"""Committees, who sits on them, who holds which role, and by which rule they decide."""

from datetime import date

from domain.ids import CHAIR, MINUTES
from domain.kinds import Seat
from domain.values import event_id
from tests.facts import CONSENT, MAJORITY, NOON
from tests.projections.club import Club


def seats(club: Club) -> list[tuple[str, Seat, bool]]:
    return [(m.name, m.seat, m.voting) for m in club.directory.members(club.committee)]


def test_who_sits_on_a_committee(club: Club) -> None:
    assert seats(club) == [
        ("Asha", Seat.MEMBER, True),
        ("Ben", Seat.MEMBER, True),
        ("Cara", Seat.MEMBER, True),
        ("Dev", Seat.OBSERVER, False),
    ]


def test_a_seat_names_the_right_it_was_given_by(club: Club) -> None:
    founding = event_id(club.committee, 1)
    members = club.directory.members(club.committee)
    assert {member.authority for member in members} == {founding}


def test_other_terms_for_a_seat_hold_from_then_on(club: Club) -> None:
    later = club.later(days=2)
    ends = date(2027, 3, 3)
    act = club.by(club.asha)
    club.governance.seat_person(act, club.committee, club.dev, Seat.STAFF, term_ends=ends)
    dev = club.directory.members(club.committee)[-1]
    assert (dev.name, dev.seat, dev.voting, dev.term_ends) == ("Dev", Seat.STAFF, True, ends)
    assert dev.since == later


def test_who_left_or_was_removed_sits_there_no_more(club: Club) -> None:
    gone = club.decide("Dev goes")
    club.governance.leave_committee(club.by(club.ben), club.committee, club.ben)
    club.governance.remove_person(club.by(club.asha), club.committee, club.dev, authority=gone)
    assert [name for name, _, _ in seats(club)] == ["Asha", "Cara"]


def test_who_comes_back_is_listed_where_they_were_first(club: Club) -> None:
    club.governance.leave_committee(club.by(club.ben), club.committee, club.ben)
    club.governance.seat_person(club.by(club.asha), club.committee, club.ben)
    assert [name for name, _, _ in seats(club)] == ["Asha", "Ben", "Cara", "Dev"]


def test_roles_are_listed_with_whoever_holds_them(club: Club) -> None:
    asha = club.by(club.asha)
    club.governance.give_role(asha, club.committee, CHAIR, "Chair", club.asha)
    club.governance.give_role(asha, club.committee, MINUTES, "Minutes", club.ben)
    club.governance.give_role(asha, club.committee, MINUTES, "Minutes", club.asha)
    club.governance.lay_down_role(club.by(club.ben), club.committee, MINUTES, club.ben)
    members = club.directory.members(club.committee)
    assert [(m.name, m.roles, m.is_chair) for m in members] == [
        ("Asha", ("Chair", "Minutes"), True),
        ("Ben", (), False),
        ("Cara", (), False),
        ("Dev", (), False),
    ]


def test_who_leaves_gives_up_their_roles(club: Club) -> None:
    asha = club.by(club.asha)
    club.governance.give_role(asha, club.committee, CHAIR, "Chair", club.ben)
    assert club.directory.runs_meetings(club.committee) == [club.ben]
    club.governance.leave_committee(club.by(club.ben), club.committee, club.ben)
    assert club.directory.runs_meetings(club.committee) == [club.asha, club.cara]


def test_without_a_chair_everybody_with_a_vote_runs_the_meetings(club: Club) -> None:
    assert club.directory.runs_meetings(club.committee) == [club.asha, club.ben, club.cara]


def test_the_rule_in_force_is_the_one_adopted_last(club: Club) -> None:
    later = club.later(days=1)
    decision = club.decide("Decide by consent")
    club.governance.adopt_rule(club.by(club.asha), club.committee, CONSENT, decision)
    rule = club.directory.rule(club.committee)
    assert rule
    assert (rule.terms, rule.since, rule.authority) == (CONSENT, later, decision)


def test_a_committee_may_have_no_rule_yet(club: Club) -> None:
    young = club.governance.found_committee(club.by(club.asha), "Youth Club")
    assert club.directory.rule(young) is None


def test_committees_are_listed_with_their_founding(club: Club) -> None:
    later = club.later(days=1)
    club.governance.found_committee(club.by(club.ben), "Food Club", MAJORITY)
    listed = club.directory.committees()
    assert [(seen.name, seen.founded_at) for seen in listed] == [
        ("Film Club", NOON),
        ("Food Club", later),
    ]


def test_people_are_shown_the_committees_they_sit_on_now(club: Club) -> None:
    act = club.by(club.asha)
    food = club.governance.found_committee(act, "Food Club", MAJORITY)
    club.governance.seat_person(act, food, club.ben)
    club.governance.seat_person(act, food, club.cara)
    club.governance.leave_committee(club.by(club.cara), club.committee, club.cara)
    sitting = {
        name: [seen.name for seen in club.directory.committees_of(person)]
        for name, person in (("Asha", club.asha), ("Ben", club.ben), ("Cara", club.cara))
    }
    assert sitting == {
        "Asha": ["Film Club"],
        "Ben": ["Film Club", "Food Club"],
        "Cara": ["Food Club"],
    }
