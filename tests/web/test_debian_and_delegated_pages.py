"""Ways to decide in which doing nothing is an answer, or some decide for all, on pages."""

from fractions import Fraction
from uuid import UUID

from domain.ids import CHAIR, ProposalId
from domain.kinds import Seat
from domain.proposal.electing import person_option
from domain.values import Election
from domain.voting.answers import Ranking
from domain.voting.quorum import OverDefault
from domain.voting.rule import Method, Rule
from tests.web.club import Club, words
from tests.web.test_rules_pages import adopted, staffed


def test_a_way_in_which_doing_nothing_is_an_answer_says_how_much_better_an_idea_must_be(
    club: Club,
) -> None:
    ben = club.enter("Ben")
    page = ben.get("/why/ways/debian?better=two&ratio=twice")
    said = words(page)
    assert "How many must like an idea better?" in said
    assert "And how many more than those who do not?" in said
    assert "At least 2 people must like it better." in said
    assert "For each person who does not, more than 2 must." in said
    assert 'name="better" value="two" checked' in page.text
    assert "4 members" in said
    made = ben.post("/why/ways/debian", better="two", ratio="twice").location
    adopted(club, made)
    terms = Rule(method=Method.DEBIAN, quorum=(OverDefault(at_least=1),), over_default=Fraction(2))
    assert [one.terms for one in club.services.mandates.rules_in_force(club.here)][-1] == terms


def test_by_that_way_each_choice_has_an_answer_that_leaves_it_as_it_is(club: Club) -> None:
    ben = club.enter("Ben")
    adopted(club, ben.post("/why/ways/debian", better="two", ratio="twice").location)
    page = ben.post("/ideas/", title="What do we eat?", answer1="Pizza", answer2="Soup").location
    idea = ProposalId(UUID(page.split("/")[2]))
    club.enter("Asha").post(f"/ideas/{idea}/opening", closes="by hand")
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    titles = [one.title for one in seen.options]
    assert titles == ["Pizza", "Soup", "We leave it as it is"]
    pizza, soup, leave = ((one.option,) for one in seen.options)
    club.cast(
        idea,
        Asha=Ranking(places=(pizza, leave, soup)),
        Ben=Ranking(places=(pizza, leave, soup)),
        Cara=Ranking(places=(leave, pizza, soup)),
    )
    club.does.close_voting(club.act("Asha"), idea)
    shown = words(ben.get(f"/ideas/{idea}"))
    assert "We decided We leave it as it is" in shown
    assert "Not enough people wanted 2 of the ideas." in shown


def test_more_people_than_there_are_can_like_nothing_better(club: Club) -> None:
    answer = club.enter("Ben").post("/why/ways/debian", better="five")
    assert answer.status_code == 400
    assert "Nothing can be chosen: 5 must like it better, and 4 can vote." in words(answer)


def test_people_are_not_picked_by_a_way_in_which_doing_nothing_is_an_answer(club: Club) -> None:
    adopted(club, club.enter("Ben").post("/why/ways/debian").location)
    act = club.act("Asha")
    me = person_option(act, club.people["Asha"])
    wanted = Election(places=1, role=CHAIR)
    idea = club.does.make_proposal(act, club.here, "Who?", options=[me], election=wanted)
    page = words(club.enter("Asha").get(f"/ideas/{idea}/opening"))
    assert "Agree on another way to pick people first." in page
    answer = club.enter("Asha").post(f"/ideas/{idea}/opening", closes="by hand")
    assert "Agree on another way to pick people first." in words(answer)


def test_what_is_left_to_some_is_told_with_what_it_does_and_can_become_ours(club: Club) -> None:
    staffed(club)
    ben = club.enter("Ben")
    said = words(ben.get("/why/ways/delegated?decide=members"))
    assert "Who decides? All members together All staff together All who have a vote" in said
    assert "4 members They can say yes without the others. Each one of them can stop" in said
    assert "1 person on the staff They do not vote like this." in said
    assert "Is it for a few things only? Then say who may do them alone." in said
    page = ben.post("/why/ways/delegated", decide="members").location
    adopted(club, page)
    (rule,) = club.services.mandates.rules_in_force(club.here)
    assert rule.terms == Rule(method=Method.DELEGATED, voters=(Seat.MEMBER,))


def test_nothing_is_left_to_a_group_in_which_nobody_sits(club: Club) -> None:
    answer = club.enter("Ben").post("/why/ways/delegated", decide="staff")
    assert answer.status_code == 400
    assert "The rule names staff, and nobody sits here as one with a vote." in words(answer)
