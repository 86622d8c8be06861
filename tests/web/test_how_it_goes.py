"""What is told of a rule is what it does: by every way to count, at every tie, with every term."""

import re
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest

from domain.ids import OptionId
from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.count import count
from domain.voting.electorate import Voter
from domain.voting.majority import may_tie
from domain.voting.quorum import AtLeast, MoreThan, OverDefault
from domain.voting.rule import (
    USUAL_THRESHOLD,
    YES_OR_NO,
    Base,
    Method,
    Rule,
    Tie,
)
from domain.voting.say import rule_in_words
from domain.voting.tally import Result
from domain.voting.terms import CountedIn, Early
from tests.domain.voting.polls import person
from tests.web.club import Club, words
from tests.web.page_parts import Parts
from tests.web.reading_age import HIGHEST, TOO_MANY_WORDS, grade, length, sentences
from tests.web.test_by_rule import adopted, rule_now
from web.seen.how_it_goes import how_it_goes

TEA, SOUP = OptionId(UUID(int=1)), OptionId(UUID(int=2))
HALF, THIRDS = Fraction(1, 2), Fraction(2, 3)

TERMS: tuple[tuple[dict[str, Any], tuple[str, ...]], ...] = (
    ({}, ()),
    ({"threshold": HALF}, ("More than half",)),
    ({"threshold": HALF, "strict": False}, ("At least half",)),
    ({"threshold": THIRDS}, ("At least two thirds",)),
    ({"threshold": THIRDS, "strict": True}, ("More than two thirds",)),
    ({"threshold": Fraction(51, 100)}, ("At least 51 in every 100",)),
    ({"threshold": Fraction(1)}, ("All",)),
    ({"base": Base.CAST}, ("We count only YES and NO.",)),
    ({"base": Base.PRESENT}, ("of the people who take part",)),
    ({"base": Base.ENTITLED}, ("of the people who may vote",)),
    ({"base": Base.SEATS, "seats": 10}, ("of the 10 seats",)),
    (
        {"base": Base.ENTITLED, "recused_in": (CountedIn.BASE, CountedIn.QUORUM)},
        ("still counts when we work out the share", "also counts when we ask if enough people"),
    ),
    ({"recused_in": (CountedIn.QUORUM,)}, ("Who stays out still counts when we ask",)),
    ({"quorum": (AtLeast(at_least=4, of=Seat.MEMBER),)}, ("At least 4 members must take part.",)),
    ({"quorum": (AtLeast(at_least=1, of="entitled"),)}, ("At least one person must take part.",)),
    ({"quorum": (AtLeast(at_least=HALF, of="entitled"),)}, ("At least half of the people who",)),
    ({"quorum": (AtLeast(at_least=Fraction(1), of=Seat.STAFF),)}, ("All of the staff must take",)),
    ({"quorum": (MoreThan(more=Seat.MEMBER, than=Seat.STAFF),)}, ("More members than staff must",)),
    (
        {"quorum": (AtLeast(at_least=2, of=Seat.STAFF), AtLeast(at_least=3, of=Seat.MEMBER))},
        ("At least 2 staff must take part.", "At least 3 members must take part."),
    ),
    ({"quorum": (OverDefault(at_least=4),)}, ("At least 5 people must like it better.",)),
    ({"majority": {TEA: Fraction(3)}}, ("Some ideas need even more people.",)),
    ({"majority": {TEA: HALF}}, ("Some ideas need fewer people.",)),
    ({"seats_to_fill": 3}, ("3",)),
    ({"weights": {Seat.MEMBER: 2}}, ("Some people have more votes", "members have 2 votes each")),
    ({"weights": {Seat.STAFF: 0}}, ("The staff have no vote each.",)),
    ({"weights": {Seat.MEMBER: 3}, "base": Base.ENTITLED}, ("of the votes of all who may vote",)),
    ({"weights": {Seat.MEMBER: 2}, "base": Base.PRESENT}, ("of the votes of all who take part",)),
    ({"most_choices": 1}, ("Everyone picks one idea.",)),
    ({"most_choices": 4}, ("up to 4 ideas",)),
    ({"most_points": 10}, ("0 to 10 points",)),
    ({"dots": 1}, ("one dot to put",)),
    ({"dots": 7}, ("7 dots to put",)),
    ({"voters": (Seat.MEMBER, Seat.STAFF)}, ("Only members and staff vote.",)),
    ({"last": (Seat.STAFF,)}, ("Staff speak and vote last.", "They vote when all others have.")),
    (
        {"last": (Seat.STAFF, Seat.TRUSTEE), "last_part": Fraction(1, 3)},
        ("Staff and trustees speak and vote last.", "or in the last third of the time."),
    ),
    ({"days_to_read": 7}, ("people have 7 days to read it",)),
    ({"least_days": 2}, ("open for at least 2 days",)),
    ({"most_days": 1}, ("open for one day at most",)),
    ({"least_days": 2, "most_days": 7}, ("open for 2 to 7 days",)),
    ({"least_days": 3, "most_days": 3}, ("A vote is open for 3 days.",)),
    ({"early": (Early.ALL_VOTED,)}, ("end early if everyone has voted",)),
    (
        {"early": (Early.ALL_VOTED, Early.CERTAIN)},
        ("end early if everyone has voted", "if more votes cannot change what we decide"),
    ),
    ({"proxies": True}, ("You can ask someone to vote for you.",)),
    (
        {
            "voters": (Seat.MEMBER, Seat.STAFF, Seat.TRUSTEE),
            "quorum": (AtLeast(at_least=HALF, of="entitled"), AtLeast(at_least=1, of=Seat.TRUSTEE)),
            "last": (Seat.STAFF, Seat.TRUSTEE),
            "last_part": Fraction(1, 4),
            "days_to_read": 1,
            "least_days": 2,
            "most_days": 9,
            "early": (Early.ALL_VOTED,),
            "proxies": True,
            "recused_in": (CountedIn.QUORUM,),
            "weights": {Seat.MEMBER: 3},
        },
        (
            "Only members, staff and trustees vote.",
            "At least one trustee",
            "in the last quarter",
        ),
    ),
)
"""Every term, alone and many together, and what has to be said where a rule has it."""

OF_A_METHOD: Mapping[Method, dict[str, Any]] = {Method.DOUBLE_MAJORITY: {"double": (Seat.MEMBER,)}}
AT_A_TIE: Mapping[Tie, dict[str, Any]] = {
    Tie.LOT: {"seed": 7},
    Tie.DEFAULT_OPTION: {"default_option": TEA},
}


def rules(method: Method) -> Iterator[tuple[Rule, tuple[str, ...]]]:
    """Every sound rule of a way to count, with what has to be told of it."""
    for tie in Tie:
        for terms, told in TERMS:
            if "base" in terms and method not in USUAL_THRESHOLD:
                continue  # what nobody takes a share of, nobody counts
            given = OF_A_METHOD.get(method, {}) | AT_A_TIE.get(tie, {}) | terms
            rule = Rule(method=method, tie=tie, **given)
            if not rule.problems():
                yield rule, told


def everything_told(rule: Rule) -> str:
    """All that the page about a rule says of how it goes."""
    goes = how_it_goes(rule)
    return " ".join(
        (*goes.steps, *goes.looks_like, goes.good_for, goes.take_care, rule_in_words(rule))
    )


@pytest.mark.parametrize("method", Method)
def test_each_term_of_a_rule_is_told(method: Method) -> None:
    seen = [*rules(method)]
    untold = [(r, one) for r, told in seen for one in told if one not in rule_in_words(r)]
    assert untold == []
    assert len(seen) >= 20


def test_each_term_is_told_by_some_way_to_count() -> None:
    """None of the terms above is one that no sound rule has."""
    told = {one for method in Method for _, some in rules(method) for one in some}
    assert told == {one for _, some in TERMS for one in some}


def has_ties(rule: Rule) -> bool:
    return may_tie(rule) or rule.method not in YES_OR_NO


def chooses_one(rule: Rule) -> bool:
    return rule.seats_to_fill == 1


SAYS_ONLY_IF: tuple[tuple[str, Callable[[Rule], bool]], ...] = (
    ("the same, we do not do it", lambda r: may_tie(r) and r.tie is Tie.NOT_PASSED),
    ("runs the meeting decides", lambda r: has_ties(r) and r.tie is Tie.CHAIR),
    ("draw lots", lambda r: has_ties(r) and r.tie is Tie.LOT),
    ("the idea we fall back on is chosen", lambda r: has_ties(r) and r.tie is Tie.DEFAULT_OPTION),
    ("nothing is chosen yet", lambda r: r.tie is Tie.NOT_PASSED and chooses_one(r)),
    ("it is not decided yet", lambda r: r.tie is Tie.NOT_PASSED and not chooses_one(r)),
    ("We count only YES and NO", lambda r: r.base is Base.CAST),
    ("the yes votes and the no votes", lambda r: r.base is Base.CAST),
    ("all who take part", lambda r: r.base is Base.PRESENT),
    ("all who may vote", lambda r: r.base is Base.ENTITLED),
    ("The idea with the most", chooses_one),
    ("the one that did best", chooses_one),
    ("We stop when one is chosen", chooses_one),
    ("An idea that wins against each of the others is chosen", chooses_one),
    ("stands on top. It is chosen", chooses_one),
    ("We have pizza", chooses_one),
    ("picks one idea", lambda r: r.most_choices == 1),
    ("picks all the ideas", lambda r: r.most_choices is None),
    ("more than one dot", lambda r: r.dots_each > 1),
    ("You have 3 dots", lambda r: r.dots_each >= 3),
    ("Pizza gets 5 and 4 points", lambda r: not r.weighs),
    ("Which one do more people like", lambda r: not r.weighs),
    ("Which one has more votes", lambda r: r.weighs),
    ("We count all their votes", lambda r: r.weighs),
    ("4 say yes and", lambda r: not r.weighs),
    ("votes of", lambda r: r.weighs or r.method not in USUAL_THRESHOLD),
    ("Just over half is not enough", lambda r: (r.threshold or 0) > HALF),
)
"""What would be wrong, said of any other rule."""


@pytest.mark.parametrize("method", Method)
def test_nothing_that_is_told_contradicts_the_rule(method: Method) -> None:
    wrong = [
        (rule, words)
        for rule, _ in rules(method)
        for words, holds in SAYS_ONLY_IF
        if words in everything_told(rule) and not holds(rule)
    ]
    assert wrong == []


@pytest.mark.parametrize("method", sorted(USUAL_THRESHOLD))
def test_the_share_in_an_explanation_is_that_of_the_rule(method: Method) -> None:
    for rule, _ in rules(method):
        told = everything_told(rule).casefold()
        assert ("more than half" in told) == may_tie(rule), told
        assert ("two thirds" in told) == (rule.threshold == THIRDS), told


@pytest.mark.parametrize("method", Method)
def test_how_a_tie_ends_is_told_wherever_there_can_be_one(method: Method) -> None:
    for rule, _ in rules(method):
        told = everything_told(rule)
        assert (
            "If it is a tie" in told or "If it is the same" in told or "Is it a tie" in told
        ) == (
            has_ties(rule) and not (method is Method.DOUBLE_MAJORITY and rule.tie is Tie.NOT_PASSED)
        ), told


@pytest.mark.parametrize("method", [Method.MAJORITY, Method.SUPERMAJORITY])
def test_the_examples_come_out_as_it_is_told(method: Method) -> None:
    seen = 0
    for rule, _ in rules(method):
        for one in how_it_goes(rule).looks_like:
            yes, no = map(int, re.findall(r"\d+", one)[:2])
            seats = [Seat.MEMBER] * yes + [Seat.STAFF if rule.weighs else Seat.MEMBER] * no
            voters = [
                Voter(person=person(x), seat=seat, weight=rule.weight_of(person(x), seat))
                for x, seat in enumerate(seats)
            ]
            said = [Choice.YES] * yes + [Choice.NO] * no
            ballots = {voter.person: answer for voter, answer in zip(voters, said, strict=True)}
            plain = rule.model_copy(update={"quorum": ()})
            came = count(plain, electorate=voters, ballots=ballots).outcome.result
            assert one.endswith("We do it.") == (came is Result.ADOPTED), (rule, one)
            seen += 1
            if rule.weighs:
                votes = [sum(v.weight for v in voters if v.seat is seat) for seat in Seat]
                assert f"That is {votes[0]} votes to {sum(votes[1:])}." in one
    assert seen > 90


@pytest.mark.parametrize("method", Method)
def test_every_rule_is_explained_so_that_a_child_of_nine_can_read_it(
    method: Method, told_at_the_end: Callable[[str], None]
) -> None:
    measured = []
    for rule, _ in rules(method):
        found = sentences([everything_told(rule)])
        assert [one for one in found if length(one) > TOO_MANY_WORDS] == []
        measured.append(grade(found))
    told_at_the_end(f"{method.value}, {len(measured)} rules: grade up to {max(measured):.1f}")
    assert max(measured) <= HIGHEST


def test_the_page_of_a_rule_of_ours_tells_how_it_goes(club: Club) -> None:
    adopted(club, Rule(method=Method.MAJORITY, tie=Tie.LOT, seed=7))
    page = club.enter("Ben").get(f"/why/rules/{rule_now(club)}")
    assert "3. If more than half say yes, we do it." in words(page)
    assert "4. If it is the same, we draw lots." in words(page)
    assert "We do not do it" not in words(page)
    assert grade(sentences(Parts(page.text).lines)) <= HIGHEST


def test_the_page_of_a_way_tells_the_terms_that_were_picked(club: Club) -> None:
    ben = club.enter("Ben")
    page = words(ben.get("/why/ways/majority?tie=chair&quorum=four"))
    assert "If it is the same, the person who runs the meeting decides." in page
    assert "If it is the same, we do not do it." not in page
    assert "At least 4 members must take part." in page
    adopted(club, Rule(method=Method.MAJORITY, quorum=(AtLeast(at_least=3, of=Seat.MEMBER),)))
    assert "We decide like this now." in words(ben.get("/why/ways/majority"))
    assert "At least 3 members must take part." in words(ben.get("/why/ways/majority"))
