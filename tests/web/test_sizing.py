"""How big a question is: the committee says so before it votes."""

from domain.events import StakeJudged, VotingOpened
from domain.kinds import Domain, Stake
from domain.voting.rule import Method, Rule
from tests.web.club import Club, words

CONSENT = Rule(method=Method.CONSENT)
BIG = Stake.SAFETY_RULES_MEMBERSHIP_PLACE


def test_the_committee_says_how_big_it_is_before_it_votes(club: Club) -> None:
    idea, cara = club.idea(), club.enter("Cara")
    assert "How big is it?" in words(cara.get(f"/ideas/{idea}"))
    assert "Small It is easy to change again." in words(cara.get(f"/ideas/{idea}/size"))
    (fact,) = club.written(lambda: cara.press(f"/ideas/{idea}/size", size="2", about="money"))
    assert isinstance(fact, StakeJudged)
    assert (fact.stake, fact.domain) == (Stake.MONEY_PEOPLE_TIME, Domain.MONEY)
    page = words(cara.get(f"/ideas/{idea}"))
    assert "We said how big this is: middle. It takes money, people or time." in page
    assert 'value="2" checked' in cara.get(f"/ideas/{idea}/size").text


def test_it_can_be_said_again_and_the_same_twice_adds_nothing(club: Club) -> None:
    idea, cara = club.idea(), club.enter("Cara")
    cara.press(f"/ideas/{idea}/size", size="1", about="programme")
    assert (
        club.written(lambda: cara.press(f"/ideas/{idea}/size", size="1", about="programme")) == []
    )
    (fact,) = club.written(lambda: cara.press(f"/ideas/{idea}/size", size="3"))
    assert isinstance(fact, StakeJudged)
    assert fact.domain is Domain.PROGRAMME


def test_nothing_picked_and_what_is_no_size_are_asked_for_again(club: Club) -> None:
    idea, cara = club.idea(), club.enter("Cara")
    before = len(club.does.events_of(idea))
    for picked in ("", "4", "huge"):
        assert cara.post(f"/ideas/{idea}/size", size=picked).status_code == 400
    assert "There is a problem Pick one." in words(cara.post(f"/ideas/{idea}/size", size=""))
    assert len(club.does.events_of(idea)) == before


def test_once_people_vote_it_stays_as_it_was_said(club: Club) -> None:
    idea, cara = club.vote(), club.enter("Cara")
    assert "How big is it?" not in words(cara.get(f"/ideas/{idea}"))
    assert cara.post(f"/ideas/{idea}/size", size="1").status_code == 409


def test_a_rule_for_big_questions_is_the_rule_of_a_question_that_is_big(club: Club) -> None:
    by = club.agreed()
    club.does.adopt_rule(club.act("Asha"), club.here, CONSENT, by, stakes=[BIG])
    idea, asha = club.idea(), club.enter("Asha")
    page = words(asha.get(f"/ideas/{idea}/opening"))
    assert "We have not said how big this is." in page
    assert "More than half must say yes." in page
    asha.press(f"/ideas/{idea}/size", size="3")
    page = words(asha.get(f"/ideas/{idea}/opening"))
    assert "We said how big this is: big." in page
    assert "More than half must say yes." not in page
    (opened,) = club.written(lambda: asha.press(f"/ideas/{idea}/opening", closes="by hand"))
    assert isinstance(opened, VotingOpened)
    assert opened.terms.method is Method.CONSENT
