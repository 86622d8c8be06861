"""An idea as it stood: its words, its end, its voters, its ballots so far, and whether it holds."""

from dataclasses import replace
from datetime import timedelta

from domain.ids import ProposalId
from domain.kinds import Domain, Resolution, Seat, Stake, Through
from domain.sealed import Sealed
from domain.voting.answers import Choice
from domain.voting.tally import Result, StatedTally
from projections.seen import ProposalSeen, Stage, WhyNot
from projections.stops import Stop
from tests.facts import NO, YES
from tests.projections.club import Club


def seen(club: Club, idea: ProposalId, stop: Stop) -> ProposalSeen:
    found = club.decisions.proposal(idea, club.now, *stop)
    assert found
    return found


def here(club: Club) -> Stop:
    """Where we are now on both axes."""
    return Stop(club.now, club.governance.position())


def test_an_idea_has_the_words_the_options_and_the_stake_that_it_was_given_last(club: Club) -> None:
    idea = club.idea("Soup", ["Hot", "Cold"])
    before = here(club)
    club.later(hours=1)
    act = club.by(club.ben)
    club.governance.amend_proposal(act, idea, title="Our soup", options=["Hot", "Cold", "None"])
    club.governance.judge_stake(act, idea, Stake.MONEY_PEOPLE_TIME, Domain.MONEY)
    now = club.seen(idea)
    assert (now.title, [o.title for o in now.options]) == ("Our soup", ["Hot", "Cold", "None"])
    assert now.stake is Stake.MONEY_PEOPLE_TIME
    for stop in (before, Stop(at=before.at), Stop(known=before.known)):
        then = seen(club, idea, stop)
        assert (then.title, [o.title for o in then.options]) == ("Soup", ["Hot", "Cold"])
        assert then.stake is None
        assert club.naming.name(idea, *stop) == "Soup"


def test_a_decision_is_listed_under_the_words_that_were_voted_on(club: Club) -> None:
    idea = club.idea("Soup")
    club.governance.amend_proposal(club.by(club.ben), idea, title="Our soup")
    club.governance.open_voting(club.by(club.asha), idea)
    club.vote(idea, YES, YES)
    club.close(idea)
    assert [one.title for one in club.decisions.register()] == ["Our soup"]


def test_a_vote_ends_when_was_promised_last(club: Club) -> None:
    end = club.now + timedelta(hours=2)
    idea = club.open(closes_at=end)
    before = here(club)
    club.later(hours=1)
    later = end + timedelta(days=1)
    club.governance.extend_voting(club.by(club.asha), idea, later)
    after = end + timedelta(hours=1)
    assert club.seen(idea, after).closes_at == later
    assert club.seen(idea, after).stage is Stage.OPEN
    assert club.decisions.due(after) == []
    assert club.decisions.due(later) == [idea]
    assert seen(club, idea, before).closes_at == end
    assert seen(club, idea, Stop(at=after, known=before.known)).stage is Stage.OVER


def test_who_was_left_out_and_who_left_and_came_back_may_vote_after_all(club: Club) -> None:
    right = club.decide("Cara and Dev may vote")
    it, asha = club.governance, club.by(club.asha)
    idea = club.open("A walk")
    it.leave_committee(club.by(club.cara), club.committee, club.cara, proposals=[idea])
    without = here(club)
    club.later(hours=1)
    it.seat_person(asha, club.committee, club.cara, authority=right)
    it.add_voter(asha, idea, club.cara, authority=right)
    it.seat_person(asha, club.committee, club.dev, Seat.VOLUNTEER, authority=right)
    it.add_voter(asha, idea, club.dev, authority=right)
    for person in (club.cara, club.dev):
        it.cast_ballot(club.by(person), idea, YES)
        assert club.seen(idea).may_vote(person)
        assert not seen(club, idea, without).may_vote(person)
    assert {ballot.voter for ballot in club.seen(idea).counted_ballots} == {club.cara, club.dev}
    assert club.seen(idea).stood_out == ()
    assert seen(club, idea, without).stood_out == (club.cara,)


def test_an_idea_that_was_not_put_on_the_list_is_undecided_no_more(club: Club) -> None:
    idea = club.idea("A fight")
    before = here(club)
    club.later(hours=1)
    why = replace(club.by(club.asha), reason=Sealed.of("No"))
    club.governance.decline_proposal(why, idea)
    assert club.seen(idea).stage is Stage.DECLINED
    assert club.decisions.undecided(club.committee, club.now) == []
    (then,) = club.decisions.undecided(club.committee, club.now, *before)
    assert (then.proposal, then.stage) == (idea, Stage.MADE)


def test_answers_to_other_words_do_not_count(club: Club) -> None:
    idea = club.open("Soup")
    club.vote(idea, YES, YES)
    told = replace(club.by(club.ben), through=Through.IMPORT)
    club.governance.amend_proposal(told, idea, title="Our soup", ballots_stand=False)
    club.governance.cast_ballot(club.by(club.asha), idea, NO)
    assert [ballot.why_not for ballot in club.seen(idea).ballots] == [
        WhyNot.REWORDED,
        WhyNot.REWORDED,
        None,
    ]


def test_ballots_are_counted_so_far_and_the_end_is_not_known_before(club: Club) -> None:
    idea = club.open()
    stops = []
    for person, answer in zip(club.people, (YES, NO, YES), strict=False):
        club.later(hours=1)
        club.governance.cast_ballot(club.by(person), idea, answer)
        stops.append(here(club))
    club.later(hours=1)
    club.close(idea)
    after = here(club)
    for number, (at, known) in enumerate(stops, start=1):
        for stop in (Stop(at, known), Stop(at=at), Stop(known=known)):
            then = seen(club, idea, stop)
            assert (len(then.counted_ballots), then.stage) == (number, Stage.OPEN)
            assert then.decision is None
            assert club.decisions.register(at=stop.at, known=stop.known) == []
            assert club.decisions.latest(club.committee, 3, None, tuple(Result), *stop) == []
            (open_one,) = club.decisions.open_for(club.committee, club.ben, club.now, *stop)
            assert open_one.proposal == idea
            assert club.decisions.open_with(club.committee, club.ben, club.now, *stop) == [idea]
            assert club.decisions.explanation(idea, *stop) == ""
    assert seen(club, idea, after).stage is Stage.DECIDED
    assert club.decisions.explanation(idea, *after) == club.decisions.explanation(idea) != ""


def test_a_decision_that_was_ended_held_before(club: Club) -> None:
    idea = club.open("A walk")
    club.vote(idea, YES, YES)
    club.close(idea)
    over = club.decide("No walk")
    held = here(club)
    club.later(days=1)
    why = replace(club.by(club.asha), reason=Sealed.of("It rains"))
    club.governance.reverse_decision(why, idea, authority=over)
    ended = club.governance.events_of(idea)[-1].event_id
    assert [one.reversed for one in club.decisions.register()] == [ended, None]
    assert [one.reversed for one in club.decisions.register(at=held.at, known=held.known)] == [
        None,
        None,
    ]
    decision = seen(club, idea, Stop(known=held.known)).decision
    assert decision
    assert decision.reversed is None


def test_hands_are_explained_as_votes_are(club: Club) -> None:
    idea = club.open("More chairs")
    club.governance.count_hands(club.by(club.asha), idea, StatedTally(said={YES: 2, NO: 1}))
    club.close(idea)
    assert "2" in club.decisions.explanation(idea)


def test_a_worry_that_ended_after_the_decision_was_open_when_it_was_decided(club: Club) -> None:
    idea = club.open()
    club.vote(idea, YES, YES, Choice.OBJECTION)
    club.close(idea)
    before = club.decisions.explanation(idea)
    worry = club.seen(idea).objections[0].objection
    told = replace(club.by(club.cara), through=Through.IMPORT)
    club.governance.resolve_objection(told, idea, worry, Resolution.EXPLAINED)
    assert club.decisions.explanation(idea) == before
