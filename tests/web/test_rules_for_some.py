"""Rules for single topics and sizes, on pages: asked for, adopted, told, and ended."""

import re
from pathlib import Path
from uuid import UUID

import pytest

from domain.ids import ProposalId
from domain.kinds import Domain, Stake
from domain.values import RuleFor
from domain.voting.rule import Method, Rule
from projections.agreed_seen import AgreedRule
from tests.web.club import YES, Club, club_in, words
from tests.web.going_out import must_come_in_again
from tests.web.prompt import Prompt
from tests.web.test_rules_pages import adopted, agreed

CONSENT, MAJORITY = Rule(method=Method.CONSENT), Rule(method=Method.MAJORITY)
MONEY = RuleFor(domains=(Domain.MONEY,))


def in_force(club: Club) -> list[AgreedRule]:
    return club.services.mandates.rules_in_force(club.here)


def asked(club: Club, page: str) -> tuple[Rule | None, RuleFor | None]:
    idea = club.services.decisions.proposal(
        ProposalId(UUID(page.rpartition("/")[2])), club.clock.now
    )
    assert idea
    return idea.new_rule, idea.new_rule_for


def for_money(club: Club) -> AgreedRule:
    """Consent became the rule for money."""
    adopted(club, club.enter("Ben").post("/why/ways/consent", covers="money").location)
    return in_force(club)[-1]


@pytest.mark.parametrize(
    ("picked", "questions", "title"),
    [
        ("money", MONEY, "How we decide things about money: Nobody has a worry left"),
        (
            "size-3",
            RuleFor(stakes=(Stake.SAFETY_RULES_MEMBERSHIP_PLACE,)),
            "How we decide big things: Nobody has a worry left",
        ),
        (
            "programme+size-1",
            RuleFor(domains=(Domain.PROGRAMME,), stakes=(Stake.SMALL,)),
            "How we decide small things about music and more: Nobody has a worry left",
        ),
        ("all", None, "We decide like this from now on: Nobody has a worry left"),
    ],
)
def test_an_idea_says_for_which_things_its_rule_is(
    club: Club, picked: str, questions: RuleFor | None, title: str
) -> None:
    ben = club.enter("Ben")
    page = ben.post("/why/ways/consent", covers=picked).location
    assert asked(club, page) == (CONSENT, questions)
    shown = words(ben.get(page))
    assert title in shown
    assert ("All else stays as it is." in shown) == (questions is not None)


def test_the_page_of_a_way_asks_for_which_things(club: Club) -> None:
    ben = club.enter("Ben")
    page = ben.get("/why/ways/consent")
    assert "For which things? All things Money Music and more People Being safe" in words(page)
    assert 'name="covers" value="all" checked' in page.text
    money = ben.get("/why/ways/consent?covers=money")
    assert "One way to decide things about money" in words(money)
    assert "This is only for things about money. All else stays as it is." in words(money)
    assert 'name="covers" value="money" checked' in money.text
    assert 'type="hidden" name="covers" value="money"' in money.text
    assert "We decide like this now." in words(ben.get("/why/ways/majority?covers=money"))


@pytest.mark.parametrize("bad", ["moon", "size-9", "size-", "not stated", "money+moon", "+"])
def test_things_that_nobody_knows_are_no_answer(club: Club, bad: str) -> None:
    ben = club.enter("Ben")
    assert ben.post("/why/ways/consent", covers=bad).status_code == 400
    assert ben.get("/why/ways/consent", query_string={"covers": bad}).status_code == 400


def test_a_rule_for_one_topic_leaves_the_others_as_they_were(club: Club) -> None:
    rule = for_money(club)
    assert (rule.terms, rule.domains, rule.stakes) == (CONSENT, (Domain.MONEY,), ())
    assert [one.terms for one in in_force(club)] == [MAJORITY, CONSENT]
    for about, terms in (
        (Domain.MONEY, CONSENT),
        (Domain.PLACE, MAJORITY),
        (Domain.NOT_STATED, MAJORITY),
    ):
        idea = club.services.decisions.proposal(club.vote(about=about), club.clock.now)
        assert idea
        assert idea.terms == terms
        shown = words(club.enter("Cara").get(f"/ideas/{idea.proposal}"))
        assert ("Our rule for things about money, from" in shown) == (about is Domain.MONEY)


def test_when_we_say_anew_how_big_it_is_the_rule_for_that_size_holds(club: Club) -> None:
    adopted(club, club.enter("Ben").post("/why/ways/consent", covers="size-3").location)
    small, big = club.idea("Cups"), club.idea("A new place")
    club.does.judge_stake(club.act("Asha"), big, Stake.SAFETY_RULES_MEMBERSHIP_PLACE)
    club.does.judge_stake(club.act("Asha"), small, Stake.SAFETY_RULES_MEMBERSHIP_PLACE)
    club.does.judge_stake(club.act("Asha"), small, Stake.SMALL)
    for idea, terms in ((small, MAJORITY), (big, CONSENT)):
        club.enter("Asha").post(f"/ideas/{idea}/opening", closes="by hand")
        seen = club.services.decisions.proposal(idea, club.clock.now)
        assert seen
        assert seen.terms == terms


def test_our_rules_are_listed_with_what_they_are_for(club: Club) -> None:
    rule = for_money(club)
    ben = club.enter("Ben")
    shown = words(ben.get("/why/rules/"))
    assert "For things about money Someone must say yes" in shown
    page = ben.get(f"/why/rules/{rule.rule}")
    assert "For things about money" in words(page)
    change = re.search(r'href="(/why/ways/consent\?covers=money)"', page.text)
    assert change
    assert "We decide like this now." in words(ben.get(change[1]))
    record = re.search(r'href="(/why/record/[^"]+)"', page.text)
    assert record
    told = words(ben.get(record[1]))
    assert "Club night agreed how it decides things about money. Someone must say yes" in told


def test_an_idea_for_all_things_says_which_keep_a_rule_of_their_own(club: Club) -> None:
    for_money(club)
    ben = club.enter("Ben")
    page = ben.post("/why/ways/supermajority").location
    assert "Things about money keep a rule of their own." in words(ben.get(page))
    adopted(club, page)
    assert {one.terms.method for one in in_force(club)} == {Method.CONSENT, Method.SUPERMAJORITY}
    small = words(ben.get("/why/ways/majority?covers=size-1"))
    assert "keep a rule of their own" not in small


def test_a_rule_for_some_things_ends_by_an_idea_to_which_we_say_yes(club: Club) -> None:
    rule, ben = for_money(club), club.enter("Ben")
    asks = ben.get(f"/why/rules/{rule.rule}")
    shown = words(asks)
    assert 'name="sure" value="yes"' in asks.text
    assert "Or as all else? Our usual rule: More than half must say yes." in shown
    page = ben.post(f"/why/rules/{rule.rule}/as-all-else", sure="yes").location
    assert asked(club, page) == (MAJORITY, RuleFor(ends=rule.rule))
    idea = words(ben.get(page))
    assert "We decide things about money as all else" in idea
    assert "Things about money have a rule of their own. It ends." in idea
    assert [one.rule for one in in_force(club)][-1] == rule.rule
    agreed(club, page, Asha=YES, Ben=YES)
    waits = words(ben.get(page))
    assert "Until now it is like this: Someone must say yes" in waits
    ben.press(page.replace("/ideas/", "/why/rules/new/"), sure="yes")
    assert [one.terms for one in in_force(club)] == [MAJORITY]
    gone = words(ben.get(f"/why/rules/{rule.rule}"))
    assert "How we decided before" in gone
    assert "Or as all else?" not in gone
    seen = club.services.decisions.proposal(club.vote(about=Domain.MONEY), club.clock.now)
    assert seen
    assert seen.terms == MAJORITY
    late = club.enter("Cara").post(f"/why/rules/{rule.rule}/as-all-else", sure="yes")
    assert late.status_code == 404


def test_what_is_for_all_things_does_not_end_as_all_else(club: Club) -> None:
    (usual,) = in_force(club)
    ben = club.enter("Ben")
    assert "Or as all else?" not in words(ben.get(f"/why/rules/{usual.rule}"))
    assert ben.post(f"/why/rules/{usual.rule}/as-all-else", sure="yes").status_code == 404


def test_a_usual_rule_that_changed_meanwhile_is_not_taken_back_by_it(club: Club) -> None:
    rule, ben = for_money(club), club.enter("Ben")
    page = ben.post(f"/why/rules/{rule.rule}/as-all-else", sure="yes").location
    agreed(club, page, Asha=YES, Ben=YES)
    club.does.adopt_rule(
        club.act("Asha"), club.here, CONSENT, club.reason("All agree", Domain.RULES)
    )
    answer = ben.post(page.replace("/ideas/", "/why/rules/new/"), sure="yes")
    assert answer.status_code == 409
    assert "Our usual rule is another one by now. Make it an idea again." in words(answer)


# ---- At a prompt, and in a file that goes out and comes in


def ideas_about_money(folder: Path) -> tuple[str, str]:
    """Consent becomes the rule for money, and ends: the page of each idea."""
    with club_in(folder) as club:
        ben = club.enter("Ben")
        begins = ben.post("/why/ways/consent", covers="money").location
        adopted(club, begins)
        rule = in_force(club)[-1]
        ends = ben.post(f"/why/rules/{rule.rule}/as-all-else", sure="yes").location
        adopted(club, ends)
        return begins.rpartition("/")[2], ends.rpartition("/")[2]


def test_hands_show_proposal_tells_what_a_new_rule_is_for(tmp_path: Path) -> None:
    begins, ends = ideas_about_money(tmp_path / "club")
    prompt = Prompt(tmp_path, "club")
    told = prompt.ask("show", "proposal", begins)["new_rule_for"]
    assert told == {"domains": ["money"], "stakes": [], "ends": None}
    assert "For things about money" in " ".join(prompt.type("show", "proposal", begins).split())
    told = prompt.ask("show", "proposal", ends)["new_rule_for"]
    rules = prompt.ask("show", "rules")["rules"]
    (special,) = [one for one in rules if one["domains"]]
    assert (told["ends"], special["in_force"]) == (special["id"], False)
    shown = " ".join(prompt.type("show", "proposal", ends).split())
    assert f"all that the rule {special['id']} was for, which ends" in shown


def test_a_rule_for_some_things_and_its_end_come_in_as_they_went_out(tmp_path: Path) -> None:
    ideas_about_money(tmp_path / "club")
    again = must_come_in_again(tmp_path / "club", few=4)
    rules = Prompt(again.parent, again.name).ask("show", "rules")["rules"]
    assert [(one["domains"], one["in_force"]) for one in rules] == [
        ([], False),
        (["money"], False),
        ([], True),
    ]
