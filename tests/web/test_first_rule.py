"""How a committee decides from its first day on: the first person picks, told what it does."""

import pytest

from domain.voting.rule import Method, Rule
from tests.web.club import Club, words
from web.seen.first_rules import USUAL


def test_each_way_to_begin_is_told_with_what_it_does_to_every_seat(club: Club) -> None:
    page = club.visitor().get(f"/enter/{club.link(None)}")
    said = words(page)
    assert "How do you want to decide? More than half say yes" in said
    assert 'value="majority" checked' in page.text
    can = "Members can say yes without staff. Staff cannot stop an idea alone."
    assert f"More than half say yes {can} 3 people can." in said
    assert f"Many more say yes than no {can} 2 people can." in said
    cannot = "Members cannot say yes without staff. One person can stop an idea."
    assert f"Nobody has a worry left {cannot}" in said
    assert f"All of us agree {cannot}" in said
    assert "This is told for 4 members and 1 person on the staff." in said


@pytest.mark.parametrize("method", USUAL)
def test_the_first_rule_is_the_one_that_was_picked(club: Club, method: Method) -> None:
    visitor, card = club.visitor(), club.link(None)
    form = {"card": card, "name": "Gus", "committee": "Choir", "rule": method.value}
    assert visitor.post("/enter/first", **form).status_code == 303
    (choir,) = [
        one.committee for one in club.services.directory.committees() if one.name == "Choir"
    ]
    (rule,) = club.services.mandates.rules(choir)
    assert rule.terms == Rule(method=method)


def test_what_was_picked_comes_back_where_a_name_is_missing(club: Club) -> None:
    visitor, card = club.visitor(), club.link(None)
    answer = visitor.post("/enter/first", card=card, name="Gus", rule="consent")
    assert answer.status_code == 400
    assert 'value="consent" checked' in answer.text
    answer = visitor.post("/enter/first", card=card, name="Gus", committee="Choir", rule="debian")
    assert answer.status_code == 400
