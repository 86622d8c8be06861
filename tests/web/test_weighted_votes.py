"""Members who have more votes than staff: agreed on pages, told before, during and after a vote."""

import pytest

from domain.ids import ProposalId
from domain.kinds import Seat
from domain.voting.rule import Base, Method, Rule
from domain.voting.say import rule_in_words
from tests.web.club import NO, YES, Club, words
from tests.web.past import CLUB, cast, decided, joined, opened
from tests.web.prompt import Prompt
from tests.web.test_rules_pages import SEED, adopted, staffed
from web.seen.rules import terms_of

TWICE = Rule(method=Method.MAJORITY, weights={Seat.MEMBER: 2})
ASKED = "How many votes do people have?"


def by_twice(club: Club, rule: Rule = TWICE) -> None:
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed("Members first"))


def voted(club: Club) -> ProposalId:
    """Two members say yes; one member, and all three of the staff, say no."""
    for name in ("Jo", "Kim", "Lee"):
        staffed(club, name)
    by_twice(club)
    idea = club.vote("A quiet room", days=None)
    club.cast(idea, Asha=YES, Ben=YES, Jo=NO, Kim=NO, Lee=NO)
    return idea


@pytest.mark.parametrize("method", Method)
def test_votes_are_offered_by_each_way_to_count_that_counts_them(
    club: Club, method: Method
) -> None:
    page = words(club.enter("Ben").get(f"/why/ways/{method.value}"))
    one_can_stop = method in (Method.CONSENT, Method.CONSENSUS, Method.DELEGATED)
    assert (ASKED in page) != one_can_stop


def test_what_it_does_to_each_seat_is_told_before_it_is_agreed(club: Club) -> None:
    for name in ("Jo", "Kim", "Lee", "Max", "Nia"):
        staffed(club, name)
    ben = club.enter("Ben")
    now = words(ben.get("/why/ways/majority"))
    assert "5 people on the staff They can say yes without the others." in now
    twice = words(ben.get("/why/ways/majority?votes=two"))
    assert "Some votes are stronger than others." in twice
    assert (
        "4 members Each of them has 2 votes. They can say yes without the others."
        " Together they can stop an idea. One vote here has 5 of 5 dots:" in twice
    )
    assert "5 people on the staff Each of them has one vote. They cannot say yes" in twice
    assert "They cannot stop an idea." in twice
    assert "4 members say yes" not in twice
    assert "2 members say yes and 3 staff say no. That is 4 votes to 3. We do it." in twice


def test_from_an_idea_to_a_vote_in_which_a_member_counts_twice(club: Club) -> None:
    staffed(club)
    ben = club.enter("Ben")
    page = ben.post("/why/ways/majority", votes="two").location
    assert "The members have 2 votes each." in words(ben.get(page))
    adopted(club, page)
    (rule,) = club.services.mandates.rules_in_force(club.here)
    assert rule.terms == TWICE
    assert rule_in_words(TWICE) in words(ben.get("/why/rules/"))
    assert rule_in_words(TWICE) in words(ben.get(f"/why/rules/{rule.rule}"))
    assert 'name="votes" value="two" checked' in ben.get("/why/ways/majority").text
    assert terms_of(Method.MAJORITY, {"votes": "one"}, TWICE, SEED) == Rule(method=Method.MAJORITY)


def test_by_a_way_in_which_one_can_stop_a_thing_no_votes_stay() -> None:
    assert terms_of(Method.CONSENT, {}, TWICE, SEED) == Rule(method=Method.CONSENT)
    own = Rule(method=Method.MAJORITY, weights={Seat.STAFF: 0})
    assert terms_of(Method.SCHULZE, {}, own, SEED).weights == own.weights


def test_the_page_of_a_vote_says_whose_vote_counts_how_much(club: Club) -> None:
    idea = voted(club)
    ben = words(club.enter("Cara").get(f"/ideas/{idea}"))
    assert "Your answer counts as 2 votes. Some people have more votes than others." in ben
    assert "The members have 2 votes each." in ben
    assert "Your answer counts as 2 votes." in words(club.enter("Asha").get(f"/ideas/{idea}"))
    jo = words(club.enter("Jo").get(f"/ideas/{idea}?change=1"))
    assert "Your answer counts as one vote." in jo
    by_twice(club, Rule(method=Method.MAJORITY))
    assert "Your answer counts" not in words(club.enter("Jo").get(f"/ideas/{club.vote()}"))


def test_single_people_who_have_more_votes_are_named_to_those_who_read_names(club: Club) -> None:
    by_twice(club, Rule(method=Method.MAJORITY, weights={club.people["Ben"]: 3}))
    idea = club.vote("A quiet room")
    assert "Ben has 3 votes." in words(club.enter("Asha").get(f"/ideas/{idea}"))
    assert "Your answer counts as 3 votes." in words(club.enter("Ben").get(f"/ideas/{idea}"))


def test_the_result_tells_people_and_votes_apart(club: Club) -> None:
    idea = voted(club)
    club.does.close_voting(club.act("Asha"), idea)
    page = words(club.enter("Ben").get(f"/ideas/{idea}"))
    assert "We decided YES More than half had to say yes: 4 of 7 votes did." in page
    assert "2 people said yes. 3 people said no. 2 people did not vote." in page
    assert "In votes: 4 YES, 3 NO." in page
    whole = words(club.enter("Ben").get(f"/why/{idea}/whole"))
    assert "These are votes. Some people have more than others." in whole
    assert "Each vote counts the same" not in page


def test_whoever_reads_no_names_cannot_tell_groups_apart_by_the_votes(club: Club) -> None:
    idea = voted(club)
    club.does.close_voting(club.act("Asha"), idea)
    club.people["Tess"] = club.does.register_person(club.act("Asha"), "Tess")
    club.does.seat_person(
        club.act("Asha"), club.here, club.people["Tess"], Seat.TRUSTEE, voting=False
    )
    page = words(club.enter("Tess").get(f"/ideas/{idea}"))
    assert "2 people said yes. 3 people said no." in page
    assert "In votes" not in page
    assert "4 of 7" not in page


def test_hands_without_names_are_not_counted_where_some_have_more_votes(club: Club) -> None:
    by_twice(club)
    idea = club.vote("A quiet room")
    page = words(club.enter("Asha").get(f"/ideas/{idea}/hands"))
    assert "Some votes weigh more here. Hands without names cannot tell which." in page


def test_the_share_of_all_who_may_vote_is_one_of_their_votes(club: Club) -> None:
    staffed(club)
    page = words(club.enter("Ben").get("/why/ways/majority?votes=three&base=entitled"))
    assert "We count the votes of all who may vote. Only a yes is a yes." in page
    rule = Rule(method=Method.MAJORITY, weights={Seat.MEMBER: 3}, base=Base.ENTITLED)
    assert rule_in_words(rule) in page


def test_hands_show_proposal_tells_the_votes_of_each_and_the_count_in_votes(prompt: Prompt) -> None:
    rule = {"method": "majority", "weights": {"member": 2}}
    staff = (joined("jo", seat="staff"), joined("kim", seat="staff"))
    cast_by = (cast("asha"), cast("ben"), cast("jo", "no"), cast("kim", "no"))
    prompt.type("import", prompt.file(*CLUB, *staff, opened(rule=rule), *cast_by, decided()))
    told = prompt.ask("show", "proposal", "dj")
    assert told["weights"] == {"asha": 2, "ben": 2, "cara": 2}
    assert told["decision"]["tally"]["yes"] == 4
    shown = " ".join(prompt.type("show", "proposal", "dj").split())
    assert "The members have 2 votes each." in shown
    assert "Count in votes" in shown
    assert "More than half had to say yes: 4 of 6 votes did." in shown
    assert "Voter Answer Votes Cast (UTC)" in shown


def test_hands_power_tells_how_many_votes_each_one_has(prompt: Prompt) -> None:
    game = (
        '{"players": [{"seat": "member", "n": 3}, {"seat": "staff", "n": 2}],'
        ' "rule": {"method": "majority", "weights": {"member": 2}}}'
    )
    told = prompt.ask("power", prompt.file(game, name="game.json"))
    assert [one["weight"] for one in told["players"]] == [2, 1]
    shown = " ".join(prompt.type("power", prompt.file(game, name="game.json")).split())
    assert "The members have 2 votes each." in shown
    assert "Votes each" in shown
    once = game.replace("2}}}", "1}}}")
    told = prompt.ask("power", prompt.file(once, name="game.json"))
    assert all("weight" not in one for one in told["players"])
    by_consent = game.replace("majority", "consent")
    refused = prompt.refused("power", prompt.file(by_consent, name="game.json"))
    assert "Give each person one vote." in refused
