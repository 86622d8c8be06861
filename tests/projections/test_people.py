"""One person: what is kept of them, and everything in the log that names them."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from domain.ids import CHAIR, PersonId
from domain.kinds import Consent, MeetingRole, Position, Seat
from domain.values import Apology
from projections.people import People
from projections.people_seen import Ended, LifeSeen, PersonSeen
from tests.facts import NO, NOON, YES
from tests.projections.club import Club


@pytest.fixture
def people(club: Club) -> People:
    return club.views.of(People)


def kept(club: Club, person: PersonId) -> PersonSeen:
    found = club.views.of(People).person(person)
    assert found
    return found


def life(club: Club, person: PersonId) -> LifeSeen:
    return club.views.of(People).life(person)


def test_everybody_who_became_known_is_found_also_without_a_seat(
    club: Club, people: People
) -> None:
    club.governance.leave_committee(club.by(club.cara), club.committee, club.cara)
    club.governance.register_person(club.by(club.asha), "Ella")
    names = [one.name for one in people.everybody()]
    assert names == ["Asha", "Ben", "Cara", "Dev", "Ella"]


def test_nothing_is_kept_of_somebody_who_is_not_known(people: People) -> None:
    stranger = PersonId(uuid4())
    assert people.person(stranger) is None
    assert people.life(stranger).entries == ()


def test_every_name_that_somebody_had_is_kept(club: Club) -> None:
    later = club.later(days=1)
    club.governance.give_name(club.by(club.dev), club.dev, "Devika")
    dev = kept(club, club.dev)
    assert (dev.name, dev.known_since, dev.details) == ("Devika", NOON, {"name": "Devika"})
    assert [(one.name, one.since) for one in dev.names] == [("Dev", NOON), ("Devika", later)]


def test_a_name_that_was_erased_is_told_as_gone(club: Club) -> None:
    with club.governance.vault.database.writing() as connection:
        connection.execute("DELETE FROM sealed_text WHERE words LIKE '%Dev%'")
    dev = kept(club, club.dev)
    assert [one.name for one in dev.names] == [None]
    assert dev.details is None


def test_what_somebody_wants_needs_and_agrees_to_is_kept(club: Club) -> None:
    it, ben = club.governance, club.by(club.ben)
    it.give_preferences(ben, club.ben, {"letters": "large print"})
    need = it.ask_adjustment(ben, club.ben, "A ramp")
    it.ask_adjustment(ben, club.ben, "More time")
    it.make_adjustment(club.by(club.asha), club.ben, need, "It is at the back door")
    it.give_consent(ben, club.ben, Consent.PHOTO)
    it.give_consent(ben, club.ben, Consent.QUOTES)
    later = club.later(days=1)
    it.withdraw_consent(club.by(club.ben), club.ben, Consent.PHOTO)
    seen = kept(club, club.ben)
    assert seen.preferences == {"letters": "large print"}
    assert [(one.words, one.made_at, one.how) for one in seen.adjustments] == [
        ("A ramp", NOON, "It is at the back door"),
        ("More time", None, None),
    ]
    assert [(one.to, one.until) for one in seen.consents] == [
        (Consent.PHOTO, later),
        (Consent.QUOTES, None),
    ]


def test_helpers_are_told_from_both_sides_from_when_to_when(club: Club) -> None:
    it = club.governance
    it.name_supporter(club.by(club.ben), club.ben, club.cara)
    later = club.later(days=1)
    it.dismiss_supporter(club.by(club.ben), club.ben, club.cara)
    again = club.later(days=1)
    it.name_supporter(club.by(club.ben), club.ben, club.cara)
    it.name_supporter(club.by(club.asha), club.asha, club.dev)
    spells = [(NOON, later), (again, None)]
    assert [(one.name, one.since, one.until) for one in kept(club, club.ben).helpers] == [
        ("Cara", *spell) for spell in spells
    ]
    assert [(one.name, one.since, one.until) for one in kept(club, club.cara).helps] == [
        ("Ben", *spell) for spell in spells
    ]
    assert kept(club, club.ben).helps == ()


def test_a_seat_is_told_from_when_to_when_and_how_it_ended(club: Club) -> None:
    later, it = club.later(days=1), club.governance
    it.seat_person(club.by(club.asha), club.committee, club.dev, Seat.STAFF)
    it.fix_term(club.by(club.asha), club.committee, club.dev, date(2027, 1, 1))
    gone = club.later(days=1)
    it.leave_committee(club.by(club.dev), club.committee, club.dev)
    seats = life(club, club.dev).seats
    assert [(s.committee_name, s.seat, s.voting, s.since, s.until, s.ended) for s in seats] == [
        ("Film Club", Seat.OBSERVER, False, NOON, later, Ended.NEW_TERMS),
        ("Film Club", Seat.STAFF, True, later, gone, Ended.LEFT),
    ]
    assert [one.term_ends for one in seats] == [None, date(2027, 1, 1)]


def test_who_was_removed_lost_their_seat(club: Club) -> None:
    gone = club.decide("Dev goes")
    club.governance.remove_person(club.by(club.asha), club.committee, club.dev, authority=gone)
    assert [one.ended for one in life(club, club.dev).seats] == [Ended.REMOVED]


def test_a_role_that_is_handed_over_ends_for_one_and_begins_for_the_other(club: Club) -> None:
    it = club.governance
    it.give_role(club.by(club.asha), club.committee, CHAIR, "Chair", club.asha)
    later = club.later(days=1)
    it.offer_role(club.by(club.asha), club.committee, CHAIR, club.ben)
    it.accept_role(club.by(club.ben), club.committee, CHAIR)
    (hers,), (his,) = life(club, club.asha).roles, life(club, club.ben).roles
    assert (hers.role_name, hers.until, hers.ended) == ("Chair", later, Ended.HANDED_OVER)
    assert (his.role_name, his.since, his.until) == ("Chair", later, None)


def test_a_role_that_is_shared_goes_on_for_whoever_had_it(club: Club) -> None:
    it = club.governance
    it.give_role(club.by(club.asha), club.committee, CHAIR, "Chair", club.asha)
    it.offer_role(club.by(club.asha), club.committee, CHAIR, club.ben, share=True)
    it.accept_role(club.by(club.ben), club.committee, CHAIR)
    assert [one.until for one in life(club, club.asha).roles] == [None]
    it.lay_down_role(club.by(club.asha), club.committee, CHAIR, club.asha)
    assert [one.ended for one in life(club, club.asha).roles] == [Ended.LAID_DOWN]
    assert [one.ended for one in life(club, club.ben).roles] == [None]


def test_jobs_are_those_that_somebody_had_to_do_with_and_not_those_they_wrote_down(
    club: Club,
) -> None:
    it, job = club.governance, club.task("Speakers")
    it.take_task(club.by(club.ben), job)
    it.offer_handover(club.by(club.ben), job, club.cara, "Please")
    it.accept_handover(club.by(club.cara), job)
    steps = [entry.topic.partition(".")[2] for entry in life(club, club.ben).tasks[job]]
    assert steps == ["task-taken", "handover-offered", "handover-accepted"]
    assert list(life(club, club.cara).tasks) == [job]
    assert life(club, club.asha).tasks == {}
    other = club.task("Door")
    assert other not in life(club, club.ben).tasks


def test_votes_ideas_and_words_are_those_of_this_person(club: Club) -> None:
    it, idea = club.governance, club.open("Films")
    club.vote(idea, YES, NO)
    it.voice_position(club.by(club.cara), idea, Position.AGAINST)
    it.raise_objection(club.by(club.cara), idea, "It is too loud")
    ben, cara = life(club, club.ben), life(club, club.cara)
    assert (ben.proposed, ben.voted_on, ben.said) == ((idea,), (idea,), ())
    assert (cara.proposed, cara.voted_on) == ((), ())
    assert [(one.about, one.words) for one in cara.said] == [
        (idea, ()),
        (idea, ("It is too loud",)),
    ]


def test_meetings_are_those_that_somebody_came_to_ran_or_excused_themselves_from(
    club: Club,
) -> None:
    it, asha = club.governance, club.by(club.asha)
    first, second = it.hold_meeting(asha, club.committee), it.hold_meeting(asha, club.committee)
    it.note_attendance(asha, first, [club.asha, club.ben], [Apology(person=club.cara)])
    it.hold_meeting_role(asha, second, MeetingRole.CHAIR, club.asha)
    assert life(club, club.asha).meetings == (first, second)
    assert life(club, club.ben).meetings == (first,)
    assert life(club, club.cara).meetings == (first,)
    assert life(club, club.dev).meetings == ()


def test_whatever_names_a_person_is_among_their_entries_and_nothing_else_is(club: Club) -> None:
    club.open("Films")
    for person in club.people:
        named = {entry.position for entry in life(club, person).entries}
        for page in club.governance.history():
            for position, event in page:
                said = f"{event.originator_id} {event.model_dump_json()}"
                assert (position in named) == (str(person) in said), event


def test_an_entry_about_somebodys_own_entry_names_them(club: Club) -> None:
    own = club.governance.events_of(club.ben)[0].event_id
    club.governance.dispute_record(club.by(club.asha), club.committee, own, "Not so")
    assert "committee.record-disputed" in {one.topic for one in life(club, club.ben).entries}


def test_a_life_is_told_in_the_order_in_which_it_happened(club: Club) -> None:
    people, first = club.views.of(People), club.now
    club.later(days=2)
    club.open("Films")
    middle = club.governance.position()
    club.open("Songs")
    at = people.life(club.ben, at=first + timedelta(days=1))
    known = people.life(club.ben, known=middle)
    assert "proposal.proposal-made" not in {one.topic for one in at.entries}
    assert len(known.proposed) == 1
    told = [(one.at, one.position) for one in people.life(club.ben).entries]
    assert told == sorted(told)


def test_what_one_person_answered_is_told_as_among_all_answers(club: Club) -> None:
    idea = club.open("Films")
    club.vote(idea, YES, NO, YES)
    club.vote(idea, NO)
    club.governance.recuse(club.by(club.cara), idea)
    before = club.governance.position()
    club.close(idea)
    for known in (before, None):
        seen = club.decisions.proposal(idea, club.now, known=known)
        assert seen
        for person in club.people:
            cast = club.decisions.cast_by(person, idea, known=known)
            assert cast
            assert cast.ballots == tuple(one for one in seen.ballots if one.voter == person)
            assert cast.title == "Films"


def test_what_was_known_at_a_moment_goes_by_the_clock_of_the_server(club: Club) -> None:
    first = club.governance.position()
    later = club.later(days=1)
    club.idea("Films")
    club.idea("Songs")
    known_at = club.audit.known_at
    assert known_at(NOON - timedelta(seconds=1)) == 0
    assert known_at(NOON) == known_at(later - timedelta(seconds=1)) == first
    assert known_at(later) == known_at(later + timedelta(days=400)) == first + 2
