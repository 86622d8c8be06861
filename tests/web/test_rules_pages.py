"""How we decide, on pages: each way explained, what it does to us, and how it becomes our rule."""

import re
from collections.abc import Callable
from fractions import Fraction
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest

from domain.errors import NotEligible, RuleBroken
from domain.events import RuleAdopted
from domain.ids import OptionId, ProposalId
from domain.kinds import Domain, Seat
from domain.voting.answers import Choice
from domain.voting.quorum import AtLeast, MoreThan
from domain.voting.rule import Base, Method, Rule, Tie
from domain.voting.say import rule_in_words
from domain.voting.terms import CountedIn, Early
from tests.web.club import NO, YES, Club, words
from tests.web.page_parts import Parts
from tests.web.reading_age import HIGHEST, TOO_MANY_WORDS, grade, length, sentences
from web.seen.effect import players_of
from web.seen.explained import EXPLAINED
from web.seen.rules import terms_of

CONSENT = Rule(method=Method.CONSENT)
SEED = 7


def staffed(club: Club, name: str = "Jo") -> None:
    """Somebody is paid to work here."""
    club.people[name] = club.does.register_person(club.act("Asha"), name)
    club.does.seat_person(club.act("Asha"), club.here, club.people[name], Seat.STAFF)


def proposed(club: Club, by: str = "Ben", quorum: str = "anybody") -> str:
    """The page of the idea that we decide by consent, which this person made."""
    answer = club.enter(by).post("/why/ways/consent", quorum=quorum)
    assert answer.status_code == 303
    return answer.location


def agreed(club: Club, page: str, **answers: Choice) -> None:
    """We voted on the idea of this page."""
    idea = ProposalId(UUID(page.rpartition("/")[2]))
    club.does.open_voting(club.act("Asha"), idea)
    club.cast(idea, **answers)
    club.does.close_voting(club.act("Asha"), idea)


@pytest.mark.parametrize("method", Method)
def test_each_way_to_decide_is_explained_so_that_a_child_of_nine_can_read_it(
    club: Club, method: Method, told_at_the_end: Callable[[str], None]
) -> None:
    staffed(club)
    answer = club.enter("Ben").get(f"/why/ways/{method.value}")
    assert answer.status_code == 200
    found = sentences(Parts(answer.text).lines)
    measured = grade(found)
    told_at_the_end(f"{method.value} explained: grade {measured:.1f}")
    assert EXPLAINED[method].title in words(answer)
    assert measured <= HIGHEST
    assert [one for one in found if length(one) > TOO_MANY_WORDS] == []


def test_a_way_tells_what_it_would_do_to_each_seat(club: Club) -> None:
    staffed(club)
    ben = club.enter("Ben")
    majority = words(ben.get("/why/ways/majority"))
    assert "We decide like this now." in majority
    assert "4 members They can say yes without the others." in majority
    assert "1 person on the staff They cannot say yes alone. They cannot stop an idea." in majority
    assert "Each vote is as strong as the others." in majority
    consent = words(ben.get("/why/ways/consent"))
    assert "They cannot say yes alone. They can stop an idea." in consent
    assert "Each one of them can stop an idea." in consent
    double = words(ben.get("/why/ways/double_majority"))
    assert "One vote here has 5 of 5 dots" in double
    assert "Some votes are stronger than others." in double


def test_who_has_to_take_part_alters_what_it_does(club: Club) -> None:
    ben = club.enter("Ben")
    assert "Nobody" not in words(ben.get("/why/ways/majority?quorum=more"))
    for name in ("Jo", "Kim", "Lee", "Max"):
        staffed(club, name)
    page = words(ben.get("/why/ways/majority?quorum=more"))
    assert "If all of us take part, we can never say yes like this." in page


def test_the_chair_counts_twice_where_a_rule_lets_them_break_ties(club: Club) -> None:
    members = club.services.directory.members(club.here)
    found = players_of(members, Rule(method=Method.MAJORITY, tie=Tie.CHAIR))
    assert [(one.number, one.breaks_ties) for one in found] == [(3, False), (1, True)]
    heavy = Rule(method=Method.MAJORITY, weights={Seat.MEMBER: 2})
    assert [one.weight for one in players_of(members, heavy)] == [2]
    for_staff = Rule(method=Method.MAJORITY, voters=(Seat.STAFF,))
    assert players_of(members, for_staff) == ()


def test_a_new_rule_is_an_idea_that_is_voted_on_and_then_adopted(club: Club) -> None:
    staffed(club)
    ben = club.enter("Ben")
    page = proposed(club, quorum="more")
    shown = words(ben.get(page))
    assert "We decide like this from now on: Nobody has a worry left" in shown
    assert "More members than staff must take part." in shown
    assert "What it would do to us" in shown
    assert "They can stop an idea." in shown
    agreed(club, page, Asha=YES, Ben=YES, Jo=NO)
    shown = words(ben.get(page))
    assert "We said yes to another way to decide. It does not count yet." in shown
    assert "Until now it is like this: More than half must say yes." in shown
    adopt = page.replace("/ideas/", "/why/rules/new/")
    facts = club.written(lambda: ben.press(adopt, sure="yes"))
    assert [type(fact) for fact in facts] == [RuleAdopted]
    (fact,) = facts
    assert isinstance(fact, RuleAdopted)
    assert fact.terms == Rule(
        method=Method.CONSENT, quorum=(MoreThan(more=Seat.MEMBER, than=Seat.STAFF),)
    )
    cited = club.does.authority_of(ProposalId(UUID(page.rpartition("/")[2])))
    assert fact.authority == cited
    shown = words(ben.get(page))
    assert "It does not count yet" not in shown
    assert f"{rule_in_words(fact.terms)} We decide like this from Tuesday 3 March on." in shown
    assert "What happens next" not in shown
    assert "Add a job" not in shown
    assert club.written(lambda: club.enter("Cara").press(adopt, sure="yes")) == []


def test_the_rule_by_which_it_was_decided_stays_on_an_old_decision(club: Club) -> None:
    old = club.decided("DJ Sam")
    before = words(club.enter("Ben").get(f"/ideas/{old}"))
    page = proposed(club)
    agreed(club, page, Asha=YES, Ben=YES)
    club.enter("Ben").press(page.replace("/ideas/", "/why/rules/new/"), sure="yes")
    after = words(club.enter("Ben").get(f"/ideas/{old}"))
    assert "More than half must say yes." in after
    assert after.replace(" 2 ", " ") == before.replace(" 2 ", " ")


def test_our_rules_are_listed_with_since_when_and_by_which_decision(club: Club) -> None:
    ben = club.enter("Ben")
    page = proposed(club)
    agreed(club, page, Asha=YES, Ben=YES)
    club.clock.on(days=2)
    ben.press(page.replace("/ideas/", "/why/rules/new/"), sure="yes")
    shown = words(ben.get("/why/rules/"))
    assert "Someone must say yes, and nobody may have a worry left. Since" in shown
    assert "How we decided before See 1 old rule More than half must say yes. From" in shown
    for rule in club.services.mandates.rules(club.here):
        one = ben.get(f"/why/rules/{rule.rule}")
        assert "Who decided this?" in words(one)
        assert f"/why/record/{club.here}" in one.text
    assert ben.get("/why/rules/" + "0" * 8 + "-0000-4000-8000-" + "0" * 12).status_code == 404


def test_our_usual_rule_stands_before_one_for_some_questions_that_is_older(club: Club) -> None:
    reason = club.reason("Rules", Domain.RULES)
    club.does.adopt_rule(club.act("Asha"), club.here, CONSENT, reason, domains=[Domain.PEOPLE])
    club.does.adopt_rule(club.act("Asha"), club.here, CONSENT, reason)
    shown = words(club.enter("Ben").get("/why/rules/"))
    assert "How we decide Someone must say yes" in shown
    assert "For things about" in shown


def test_what_cannot_be_our_rule_is_refused_with_a_sentence(club: Club) -> None:
    ben = club.enter("Ben")
    assert ben.get("/why/ways/coin").status_code == 404
    assert ben.post("/why/ways/consent", quorum="king").status_code == 400
    not_yet = proposed(club).replace("/ideas/", "/why/rules/new/")
    answer = ben.post(not_yet, sure="yes")
    assert answer.status_code == 409
    assert "First we vote." in words(answer)
    other = f"/why/rules/new/{club.decided()}"
    assert ben.post(other, sure="yes").status_code == 404


def test_an_idea_that_we_said_no_to_is_not_adopted(club: Club) -> None:
    page = proposed(club)
    agreed(club, page, Asha=NO, Ben=NO)
    answer = club.enter("Ben").post(page.replace("/ideas/", "/why/rules/new/"), sure="yes")
    assert answer.status_code in (403, 409)
    assert len(club.services.mandates.rules(club.here)) == 1


MORE = {
    "voters": "members",
    "quorum": "four",
    "last": "nobody",
    "read": "2",
    "early": "voted",
    "proxies": "yes",
    "tie": "chair",
}
PICKED = Rule(
    method=Method.MAJORITY,
    voters=(Seat.MEMBER,),
    quorum=(AtLeast(at_least=4, of=Seat.MEMBER),),
    days_to_read=2,
    early=(Early.ALL_VOTED,),
    proxies=True,
    tie=Tie.CHAIR,
)


def adopted(club: Club, page: str) -> None:
    """We said yes to the idea of this page, and Ben puts it in place."""
    agreed(club, page, Asha=YES, Ben=YES)
    club.enter("Ben").press(page.replace("/ideas/", "/why/rules/new/"), sure="yes")


def test_the_page_of_a_way_has_a_few_easy_choices_that_stand_as_they_are_now(club: Club) -> None:
    page = club.enter("Ben").get("/why/ways/consent")
    assert "For which things? All things For which things? All things Money" in words(page)
    assert (
        "Who may vote? All who have a vote Who may vote? All who have a vote Only members"
        in words(page)
    )
    checked = re.findall(r'name="(\w+)" value="(\w+)" checked', page.text)
    assert dict(checked) == {
        "covers": "all",
        "voters": "all",
        "quorum": "anybody",
        "last": "nobody",
        "read": "0",
        "least": "0",
        "most": "0",
        "early": "no",
        "shown": "soon",
        "proxies": "no",
        "tie": "no",
    }


def test_what_a_page_does_not_offer_stays_as_it_is_now(club: Club) -> None:
    ours = Rule(
        method=Method.CONSENT,
        quorum=(AtLeast(at_least=2, of=Seat.MEMBER),),
        last=(Seat.STAFF,),
        last_part=Fraction(1, 4),
        most_days=9,
    )
    club.does.adopt_rule(club.act("Asha"), club.here, ours, club.agreed())
    page = club.enter("Ben").get("/why/ways/majority")
    assert "As it is now" in words(page)
    assert 'name="quorum" value="now" checked' in page.text
    for said in ({}, {"quorum": "now"}):
        kept = terms_of(Method.MAJORITY, said, ours, SEED)
        assert kept == ours.model_copy(
            update={"method": Method.MAJORITY, **_share(kept)},
        )
    first = terms_of(Method.MAJORITY, {"last": "nobody"}, ours, SEED)
    assert (first.last, first.last_part, first.most_days) == ((), None, 9)


def test_who_asks_for_one_thing_more_loses_nothing_by_it() -> None:
    """A share of all, weights, and where who stays out counts: all of it stays."""
    ours = Rule(
        method=Method.SUPERMAJORITY,
        threshold=Fraction(3, 4),
        base=Base.ENTITLED,
        recused_in=(CountedIn.BASE, CountedIn.QUORUM),
        weights={Seat.MEMBER: 2},
        least_days=5,
    )
    asked = terms_of(Method.SUPERMAJORITY, {"last": "staff"}, ours, SEED)
    assert asked == ours.model_copy(update={"last": (Seat.STAFF,)})
    more = terms_of(Method.MAJORITY, {}, ours, SEED)
    assert (more.base, more.weights, more.threshold) == (
        Base.ENTITLED,
        ours.weights,
        Fraction(1, 2),
    )
    cast = terms_of(Method.SUPERMAJORITY, {"base": "cast"}, ours, SEED)
    assert (cast.base, cast.recused_in) == (Base.CAST, (CountedIn.QUORUM,))
    assert not [*cast.problems(), *asked.problems(), *more.problems()]
    double = Rule(method=Method.DOUBLE_MAJORITY, double=(Seat.MEMBER, Seat.STAFF))
    assert terms_of(Method.DOUBLE_MAJORITY, {}, double, SEED) == double


def test_a_page_offers_what_counts_how_long_a_vote_is_when_it_is_sure_and_lots(club: Club) -> None:
    ben = club.enter("Ben")
    shown = words(ben.get("/why/ways/majority"))
    for asked in ("Which votes do we count?", "How long can people vote?", "We draw lots"):
        assert asked in shown
    assert "Which votes do we count?" not in words(ben.get("/why/ways/consent"))
    assert "Yes, when no vote can change it" not in words(ben.get("/why/ways/consent"))
    picked = {"base": "entitled", "least": "3", "most": "7", "early": "sure", "tie": "lot"}
    answer = ben.post("/why/ways/majority", **picked)
    idea = club.services.decisions.proposal(
        ProposalId(UUID(answer.location.rpartition("/")[2])), club.clock.now
    )
    assert idea
    rule = idea.new_rule
    assert rule
    assert (rule.base, rule.least_days, rule.most_days) == (Base.ENTITLED, 3, 7)
    assert (rule.early, rule.tie) == ((Early.CERTAIN,), Tie.LOT)
    assert rule.seed == club.here.int % 1_000_000
    never = ben.post("/why/ways/majority", least="7", most="0")
    assert never.status_code == 303
    bad = ben.post("/why/ways/majority", base="seats")
    assert bad.status_code == 400


def _share(rule: Rule) -> dict[str, object]:
    return {"threshold": rule.threshold, "strict": rule.strict, "base": rule.base}


def test_the_terms_that_were_picked_are_in_the_words_and_in_what_they_do(club: Club) -> None:
    staffed(club)
    shown = words(club.enter("Ben").get("/why/ways/majority?" + urlencode(MORE)))
    assert "1 person on the staff They do not vote like this." in shown
    assert rule_in_words(PICKED) in shown
    assert "Only members vote." in shown


def test_from_an_idea_with_finer_terms_to_a_vote_that_is_held_by_them(club: Club) -> None:
    staffed(club)
    ben = club.enter("Ben")
    page = ben.post("/why/ways/majority", **MORE).location
    assert rule_in_words(PICKED) in words(ben.get(page))
    adopted(club, page)
    rule = club.services.mandates.rules_in_force(club.here)[0]
    assert rule.terms == PICKED
    assert rule_in_words(PICKED) in words(ben.get(f"/why/rules/{rule.rule}"))
    idea = club.idea("A quiet room")
    with pytest.raises(RuleBroken):
        club.does.open_voting(club.act("Asha"), idea)
    club.clock.on(days=3)
    club.enter("Asha").post(f"/ideas/{idea}/opening", closes="by hand")
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    assert seen.terms == PICKED
    assert {voter.seat for voter in seen.voters} == {Seat.MEMBER}
    with pytest.raises(NotEligible):
        club.cast(idea, Jo=NO)
    club.cast(idea, Asha=YES, Ben=YES, Cara=NO, Dev=NO)
    club.does.close_voting(club.act("Asha"), idea)
    assert "It is a tie" in words(club.enter("Asha").get(f"/ideas/{idea}"))
    club.does.give_casting_vote(club.act("Asha"), idea, YES)
    assert rule_in_words(PICKED) in words(ben.get(f"/ideas/{idea}"))


def test_a_rule_that_can_never_pass_comes_back_with_what_was_picked(club: Club) -> None:
    staffed(club)
    ben = club.enter("Ben")
    picked = MORE | {"last": "staff"}
    answer = ben.post("/why/ways/majority", **picked)
    assert answer.status_code == 400
    assert "There is a problem" in words(answer)
    assert "The rule lets staff vote last, and they may not vote." in words(answer)
    for name, value in picked.items():
        assert f'name="{name}" value="{value}" checked' in answer.text
    club.does.leave_committee(club.act("Dev"), club.here, club.people["Dev"])
    four = ben.get("/why/ways/majority?quorum=four")
    assert "At least 4 members must take part. Here 3 can." in words(four)
    assert "Make it an idea" not in words(four)


def test_picking_one_of_many_ideas_becomes_a_rule_beside_the_one_for_yes_or_no(club: Club) -> None:
    ben = club.enter("Ben")
    page = ben.post("/why/ways/approval").location
    assert "We pick like this from now on" in words(ben.get(page))
    adopted(club, page)
    shown = words(ben.get("/why/rules/"))
    assert "How we decide More than half must say yes." in shown
    assert "One of many ideas Everyone picks all the ideas that they like." in shown
    assert "How we decided before" not in shown
    people = words(ben.get("/people/"))
    assert "More than half must say yes." in people
    two = {OptionId(uuid4()): "The sea", OptionId(uuid4()): "The zoo"}
    trip = club.does.make_proposal(club.act("Ben"), club.here, "Where do we go?", options=two)
    club.enter("Asha").post(f"/ideas/{trip}/opening", closes="by hand")
    seen, plain = club.services.decisions.proposal(trip, club.clock.now), club.vote("A quiet room")
    assert seen
    assert seen.terms == Rule(method=Method.APPROVAL)
    quiet = club.services.decisions.proposal(plain, club.clock.now)
    assert quiet
    assert quiet.terms == Rule(method=Method.MAJORITY)
