"""Late voters, and ties: what whoever runs the meeting may still do for a vote."""

import pytest

from domain.events import CastingVoteGiven, DecisionTaken, VoterAdded
from domain.ids import ProposalId
from domain.kinds import Seat
from domain.voting.answers import Choice, Ranking
from domain.voting.rule import Method, Rule, Tie
from domain.voting.tally import Result
from tests.web.club import NO, YES, Club, words

CHAIR_BREAKS = Rule(method=Method.MAJORITY, tie=Tie.CHAIR)
BY_CARD = "Only the person who runs the meeting can do this."


def decides_by(club: Club, rule: Rule) -> None:
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed("How we decide"))


def seat_eve(club: Club, seat: Seat = Seat.MEMBER) -> None:
    club.does.seat_person(club.act("Asha"), club.here, club.people["Eve"], seat)


def a_tie(club: Club) -> ProposalId:
    decides_by(club, CHAIR_BREAKS)
    idea = club.vote(days=None)
    club.cast(idea, Ben=YES, Cara=NO)
    club.does.close_voting(club.act("Asha"), idea)
    return idea


# ---- Who came later


def test_who_came_later_may_vote_where_we_decided_so(club: Club) -> None:
    cited, idea, asha = club.reason("Eve may vote"), club.vote(), club.enter("Asha")
    assert "Let someone else vote" not in words(asha.get(f"/ideas/{idea}"))
    seat_eve(club)
    assert "Let someone else vote" in words(asha.get(f"/ideas/{idea}"))
    page = words(asha.get(f"/ideas/{idea}/voters"))
    assert "Who may vote too? These people came after the vote began." in page
    assert "Eve may vote We decided this on Tuesday 3 March." in page
    sent = {"person": str(club.people["Eve"]), "decision": cited}
    (fact,) = club.written(lambda: asha.press(f"/ideas/{idea}/voters", **sent))
    assert isinstance(fact, VoterAdded)
    assert (fact.voter.person, fact.authority) == (club.people["Eve"], cited)
    assert "1 of 5 people voted" in words(
        club.enter("Eve").press(f"/ideas/{idea}/ballots", answer="yes")
    )
    assert "All who have a vote can vote on this." in words(asha.get(f"/ideas/{idea}/voters"))


def test_nobody_is_let_vote_without_a_name_and_a_decision(club: Club) -> None:
    club.reason("Eve may vote")
    idea, asha = club.vote(), club.enter("Asha")
    seat_eve(club)
    answer = asha.post(f"/ideas/{idea}/voters", person="")
    assert answer.status_code == 400
    assert "Pick who may vote." in words(answer)
    assert "Pick what we decided. Nothing changes without it." in words(answer)
    some = {"person": str(club.people["Eve"])}
    assert asha.post(f"/ideas/{idea}/voters", **some).status_code == 400


def test_before_anything_is_decided_nobody_can_be_let_vote(club: Club) -> None:
    idea, asha = club.vote(), club.enter("Asha")
    seat_eve(club)
    assert "First we decide who may vote." in words(asha.get(f"/ideas/{idea}/voters"))


def test_only_seats_that_the_rule_lets_vote_are_offered(club: Club) -> None:
    decides_by(club, Rule(method=Method.MAJORITY, voters=(Seat.MEMBER,)))
    idea, asha = club.vote(), club.enter("Asha")
    seat_eve(club, Seat.STAFF)
    assert "All who have a vote can vote on this." in words(asha.get(f"/ideas/{idea}/voters"))
    sent = {"person": str(club.people["Eve"]), "decision": club.reason()}
    answer = asha.post(f"/ideas/{idea}/voters", **sent)
    assert answer.status_code == 403
    assert "people on their seat do not vote" in words(answer)


def test_only_who_runs_the_meeting_lets_others_vote(club: Club) -> None:
    cited, idea, ben = club.reason(), club.vote(), club.enter("Ben")
    seat_eve(club)
    assert "Let someone else vote" not in words(ben.get(f"/ideas/{idea}"))
    sent = {"person": str(club.people["Eve"]), "decision": cited}
    answer = ben.post(f"/ideas/{idea}/voters", **sent)
    assert answer.status_code == 403
    assert BY_CARD in words(answer)


# ---- A tie


def test_who_runs_the_meeting_breaks_a_tie_where_the_rule_says_so(club: Club) -> None:
    idea, asha = a_tie(club), club.enter("Asha")
    assert "Break the tie" in words(asha.get(f"/ideas/{idea}"))
    page = words(asha.get(f"/ideas/{idea}/tie"))
    assert "You break the tie More than half had to say yes: 1 of the 2 who said yes or no" in page
    assert "Pick one Yes No" in page
    spoken, decided = club.written(lambda: asha.press(f"/ideas/{idea}/tie", answer="yes"))
    assert isinstance(spoken, CastingVoteGiven)
    assert spoken.answer is Choice.YES
    assert isinstance(decided, DecisionTaken)
    assert decided.outcome.result is Result.ADOPTED
    page = words(asha.get(f"/ideas/{idea}"))
    assert "It was a tie, and the person who ran the meeting decided." in page


def test_a_tie_of_several_answers_is_broken_by_one_of_them(club: Club) -> None:
    decides_by(club, Rule(method=Method.SCHULZE, tie=Tie.CHAIR))
    titles = ["Pizza", "Curry", "Soup"]
    idea = club.does.make_proposal(club.act("Ben"), club.here, "What do we eat?", options=titles)
    club.does.open_voting(club.act("Asha"), idea)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    pizza, curry, soup = (one.option for one in seen.options)
    club.cast(
        idea, Ben=Ranking(places=((pizza,), (curry,))), Cara=Ranking(places=((curry,), (pizza,)))
    )
    club.does.close_voting(club.act("Asha"), idea)
    asha = club.enter("Asha")
    assert "Pick one Pizza Curry With this it is decided." in words(asha.get(f"/ideas/{idea}/tie"))
    answer = asha.post(f"/ideas/{idea}/tie", answer=str(soup))
    assert answer.status_code == 400
    assert "This does not break the tie." in words(answer)
    asha.press(f"/ideas/{idea}/tie", answer=str(curry))
    assert "We decided Curry" in words(asha.get(f"/ideas/{idea}"))


def test_nobody_else_breaks_a_tie_and_nobody_where_there_is_none(club: Club) -> None:
    idea, ben = a_tie(club), club.enter("Ben")
    page = words(ben.get(f"/ideas/{idea}"))
    assert "It is a tie. The person who runs the meeting decides now." in page
    assert "Break the tie" not in page
    answer = ben.post(f"/ideas/{idea}/tie", answer="yes")
    assert answer.status_code == 403
    assert BY_CARD in words(answer)
    other = club.vote("A quiet room")
    assert "There is no tie to break here." in words(club.enter("Asha").get(f"/ideas/{other}/tie"))
    assert club.enter("Asha").post(f"/ideas/{other}/tie", answer="yes").status_code == 409


@pytest.mark.parametrize("answer", ["", "perhaps", "yes,no"])
def test_a_word_that_is_no_answer_breaks_no_tie(club: Club, answer: str) -> None:
    idea, asha = a_tie(club), club.enter("Asha")
    assert club.written(lambda: asha.post(f"/ideas/{idea}/tie", answer=answer)) == []


def test_who_stays_out_breaks_no_tie(club: Club) -> None:
    decides_by(club, CHAIR_BREAKS)
    idea = club.vote(days=None)
    club.does.recuse(club.act("Asha"), idea)
    club.cast(idea, Ben=YES, Cara=NO)
    club.does.close_voting(club.act("Asha"), idea)
    asha = club.enter("Asha")
    assert "You stay out of this one. So you cannot break the tie." in words(
        asha.get(f"/ideas/{idea}/tie")
    )
    assert asha.post(f"/ideas/{idea}/tie", answer="yes").status_code == 403
