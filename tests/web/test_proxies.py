"""Voting for somebody who asked: only where the rule lets people ask, and said on every page."""

import pytest

from domain.events import BallotCast, ProxyGiven, ProxyWithdrawn
from domain.ids import ProposalId
from domain.voting.rule import Method, Rule
from domain.voting.tally import StatedTally
from tests.web.club import NO, YES, Club, words

ASKED = "Ben asked Cara to vote for them."


@pytest.fixture
def vote(club: Club) -> ProposalId:
    """An open vote in which people may ask others to vote for them."""
    rule = Rule(method=Method.MAJORITY, proxies=True)
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed("We may ask"))
    return club.vote(days=None)


def test_a_voter_asks_another_who_votes_and_every_page_says_so(
    club: Club, vote: ProposalId
) -> None:
    ben, cara, to = club.enter("Ben"), club.enter("Cara"), str(club.people["Cara"])
    assert "Ask somebody to vote for me" in words(ben.get(f"/ideas/{vote}"))
    assert "Who shall vote for you?" in words(ben.get(f"/ideas/{vote}/asking"))
    (given,) = club.written(lambda: ben.press(f"/ideas/{vote}/asking", to=to))
    assert isinstance(given, ProxyGiven)
    assert "You asked Cara to vote for you." in words(ben.get(f"/ideas/{vote}"))
    path = f"/ideas/{vote}/for/{club.people['Ben']}"
    assert "Ben asked you to vote for them." in words(cara.get(f"/ideas/{vote}"))
    assert "Say what they want, not what you want." in words(cara.get(path))
    assert "Pick an answer." in words(cara.post(path))
    (cast,) = club.written(lambda: cara.press(path, answer="no"))
    assert isinstance(cast, BallotCast)
    assert (cast.voter, cast.actor) == (club.people["Ben"], club.people["Cara"])
    assert "You said NO for them." in words(cara.get(f"/ideas/{vote}"))
    asha = club.enter("Asha")
    for page in (f"/ideas/{vote}", f"/ideas/{vote}/closing"):
        assert ASKED in words(asha.get(page))
    club.does.close_voting(club.act("Asha"), vote)
    result = words(asha.get(f"/ideas/{vote}"))
    assert "Ben No, by Cara" in result
    assert "1 vote came by somebody whom they asked." in result
    told = "Cara, whom Ben had asked to vote for them, said NO"
    assert told in words(asha.get("/why/record"))


def test_who_asked_votes_for_themselves_all_the_same(club: Club, vote: ProposalId) -> None:
    club.does.give_proxy(club.act("Ben"), vote, club.people["Cara"])
    ben, cara = club.enter("Ben"), club.enter("Cara")
    ben.press(f"/ideas/{vote}/ballots", answer="yes")
    assert "Ben asked you" not in words(cara.get(f"/ideas/{vote}"))
    answer = cara.post(f"/ideas/{vote}/for/{club.people['Ben']}", answer="no")
    assert (answer.status_code, "voted themselves" in words(answer)) == (403, True)
    (back,) = club.written(lambda: ben.press(f"/ideas/{vote}/asking/back"))
    assert isinstance(back, ProxyWithdrawn)


def test_nobody_votes_for_who_did_not_ask_or_where_the_rule_lets_nobody_ask(
    club: Club, vote: ProposalId
) -> None:
    cara, ben = club.enter("Cara"), str(club.people["Ben"])
    assert cara.get(f"/ideas/{vote}/for/{ben}").status_code == 403
    assert cara.post(f"/ideas/{vote}/for/{ben}", answer="no").status_code == 403
    club.cast(vote, Cara=YES)
    answer = cara.post(f"/ideas/{vote}/asking", to=ben)
    assert (answer.status_code, "You have voted." in words(answer)) == (409, True)
    assert cara.post(f"/ideas/{vote}/asking").status_code == 400


def test_a_rule_that_says_nothing_of_it_lets_nobody_ask(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    club.cast(idea, Cara=NO)
    assert "Ask somebody to vote" not in words(ben.get(f"/ideas/{idea}"))
    answer = ben.post(f"/ideas/{idea}/asking", to=str(club.people["Cara"]))
    assert (answer.status_code, "vote for somebody else" in words(answer)) == (409, True)


def test_where_hands_were_counted_nobody_is_asked_any_more(club: Club, vote: ProposalId) -> None:
    ben = club.enter("Ben")
    assert "Ask somebody to vote for me" in words(ben.get(f"/ideas/{vote}"))
    club.does.count_hands(club.act("Asha"), vote, StatedTally(said={YES: 2, NO: 1}))
    assert "Ask somebody to vote for me" not in words(ben.get(f"/ideas/{vote}"))
