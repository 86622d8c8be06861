"""Committees, who sits on them, who holds which role, and by which rule they decide."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from domain.ids import CHAIR, MINUTES
from domain.kinds import Domain, Seat, Through
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


def test_what_a_page_knows_of_somebody_is_what_a_press_goes_by(club: Club) -> None:
    everybody = [club.asha, club.ben, club.cara, club.dev]

    def the_same() -> bool:
        seen = [club.directory.standing(club.committee, who) for who in everybody]
        return seen == [club.governance.standing_of(club.committee, who) for who in everybody]

    assert the_same()
    club.governance.give_role(club.by(club.asha), club.committee, CHAIR, "Chair", club.ben)
    assert the_same()
    club.governance.leave_committee(club.by(club.ben), club.committee, club.ben)
    assert the_same()
    assert club.directory.standing(club.committee, club.ben) is None


def test_without_a_chair_everybody_with_a_vote_runs_the_meetings(club: Club) -> None:
    assert club.directory.runs_meetings(club.committee) == [club.asha, club.ben, club.cara]


def test_the_rule_in_force_is_the_one_adopted_last(club: Club) -> None:
    later = club.later(days=1)
    decision = club.decide("Decide by consent", about=Domain.RULES)
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


def roles(club: Club, **when: Any) -> dict[str, tuple[str, ...]]:
    return {m.name: m.roles for m in club.directory.members(club.committee, **when) if m.roles}


def test_a_role_passes_with_the_yes_of_whoever_was_asked(club: Club) -> None:
    give, here = club.governance, club.committee
    give.give_role(club.by(club.asha), here, CHAIR, "Chair", club.asha)
    give.offer_role(club.by(club.asha), here, CHAIR, club.ben)
    assert roles(club) == {"Asha": ("Chair",)}
    (seen,) = club.directory.roles(here)
    assert [(offer.giver, offer.taker) for offer in seen.offers] == [(club.asha, club.ben)]
    give.accept_role(club.by(club.ben), here, CHAIR)
    assert roles(club) == {"Ben": ("Chair",)}
    assert club.directory.runs_meetings(here) == [club.ben]
    assert club.directory.roles(here)[0].offers == ()


def test_a_role_that_is_shared_has_two_holders_and_one_who_said_no_has_none(club: Club) -> None:
    give, here = club.governance, club.committee
    give.give_role(club.by(club.asha), here, CHAIR, "Chair", club.asha)
    give.offer_role(club.by(club.asha), here, CHAIR, club.ben, share=True)
    give.offer_role(club.by(club.asha), here, CHAIR, club.cara)
    give.accept_role(club.by(club.ben), here, CHAIR)
    give.decline_role(club.by(club.cara), here, CHAIR)
    assert roles(club) == {"Asha": ("Chair",), "Ben": ("Chair",)}


def test_a_role_that_a_history_tells_as_passed_on_is_the_takers(club: Club) -> None:
    give, here = club.governance, club.committee
    give.give_role(club.by(club.asha), here, CHAIR, "Chair", club.asha)
    told = replace(club.by(club.asha), through=Through.IMPORT)
    give.report_role_handover(told, here, CHAIR, [club.asha], [club.ben, club.cara])
    assert roles(club) == {"Ben": ("Chair",), "Cara": ("Chair",)}


def test_a_role_that_was_taken_away_is_nobodys(club: Club) -> None:
    give, here = club.governance, club.committee
    gone = club.decide("Somebody else runs the meetings")
    give.give_role(club.by(club.asha), here, CHAIR, "Chair", club.ben)
    give.take_role_away(club.by(club.asha), here, CHAIR, club.ben, authority=gone)
    assert roles(club) == {}


def test_a_term_that_was_fixed_holds_for_the_seat_or_for_the_role(club: Club) -> None:
    give, here = club.governance, club.committee
    give.give_role(club.by(club.asha), here, CHAIR, "Chair", club.ben)
    until, longer = date(2027, 3, 3), date(2027, 6, 6)
    give.fix_term(club.by(club.asha), here, club.ben, until)
    give.fix_term(club.by(club.asha), here, club.ben, longer, role=CHAIR)
    ben = club.directory.members(here)[1]
    assert (ben.term_ends, [held.term_ends for held in ben.held]) == (until, [longer])


def test_who_learns_a_role_or_wants_a_turn_is_listed_until_they_have_it_or_leave(
    club: Club,
) -> None:
    give, here = club.governance, club.committee
    give.give_role(club.by(club.asha), here, CHAIR, "Chair", club.asha)
    give.shadow_role(club.by(club.ben), here, CHAIR)
    give.join_rotation(club.by(club.ben), here, CHAIR)
    give.join_rotation(club.by(club.cara), here, CHAIR)
    (seen,) = club.directory.roles(here)
    assert (seen.learning, seen.rotation) == ((club.ben,), (club.ben, club.cara))
    give.leave_rotation(club.by(club.cara), here, CHAIR)
    give.leave_committee(club.by(club.ben), here, club.ben)
    (seen,) = club.directory.roles(here)
    assert (seen.learning, seen.rotation) == ((), ())


def test_a_seat_is_called_what_those_who_sit_there_chose(club: Club) -> None:
    club.governance.name_seat(club.by(club.ben), club.committee, Seat.MEMBER, "The crew")
    labels = {m.name: m.seat_label for m in club.directory.members(club.committee)}
    assert labels == {"Asha": "The crew", "Ben": "The crew", "Cara": "The crew", "Dev": None}


def test_seats_roles_and_the_rule_are_told_as_they_stood_and_as_they_were_known(club: Club) -> None:
    give, here = club.governance, club.committee
    decided = club.decide("Decide by consent", about=Domain.RULES)
    give.give_role(club.by(club.asha), here, CHAIR, "Chair", club.ben)
    before, known = club.now, give.position()
    club.later(days=3)
    give.leave_committee(club.by(club.ben), here, club.ben)
    give.adopt_rule(club.by(club.asha), here, CONSENT, decided)
    rule = club.directory.rule
    for past in ({"at": before}, {"known": known}, {"at": club.now, "known": known}):
        assert roles(club, **past) == {"Ben": ("Chair",)}
        assert club.directory.runs_meetings(here, **past) == [club.ben]
        assert [one.name for one in club.directory.committees_of(club.ben, **past)] == ["Film Club"]
        assert (then := rule(here, **past))
        assert then.terms == MAJORITY
    assert roles(club) == {}
    assert club.directory.committees_of(club.ben) == []
    assert (now := rule(here))
    assert now.terms == CONSENT
    assert club.directory.committees(at=before - timedelta(days=9)) == []


def test_a_rule_for_some_questions_is_not_the_rule_for_all(club: Club) -> None:
    decision = club.decide("Money by consent", about=Domain.RULES)
    act = club.by(club.asha)
    club.governance.adopt_rule(act, club.committee, CONSENT, decision, domains=[Domain.MONEY])
    rule = club.directory.rule(club.committee)
    assert rule
    assert rule.terms == MAJORITY


def test_a_committee_that_came_to_its_end_is_listed_with_its_end(club: Club) -> None:
    over = club.decide("We stop")
    later = club.later(days=2)
    club.governance.close_committee(club.by(club.asha), club.committee, authority=over)
    assert [one.closed_at for one in club.directory.committees()] == [later]
