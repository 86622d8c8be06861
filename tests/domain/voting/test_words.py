"""Rules and counts, read aloud."""

from fractions import Fraction

import pytest

from domain.ids import PersonId
from domain.kinds import Seat
from domain.voting.answers import Choice
from domain.voting.count import count
from domain.voting.quorum import AtLeast, MoreThan, OverDefault
from domain.voting.rule import Base, Method, Rule, Tie
from domain.voting.say import count_in_words, rule_in_words
from tests.domain.voting.polls import electorate, options, person, ranked, said

MAJORITY = Rule(method=Method.MAJORITY)
CONSENT = Rule(method=Method.CONSENT)
QUORUM = (AtLeast(at_least=4, of=Seat.MEMBER), MoreThan(more=Seat.MEMBER, than=Seat.STAFF))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (MAJORITY, "More than half must say yes. We count only YES and NO."),
        (
            Rule(method=Method.SUPERMAJORITY, base=Base.PRESENT),
            "At least two thirds of the people who take part must say yes.",
        ),
        (
            Rule(method=Method.MAJORITY, threshold=Fraction(51, 100), base=Base.ENTITLED),
            "At least 51 in every 100 of the people who may vote must say yes.",
        ),
        (
            Rule(method=Method.MAJORITY, base=Base.SEATS, seats=10, tie=Tie.CHAIR),
            (
                "More than half of the 10 seats must say yes."
                " If it is a tie, the person who runs the meeting decides."
            ),
        ),
        (
            Rule(method=Method.SUPERMAJORITY, threshold=Fraction(1)),
            "All must say yes. We count only YES and NO.",
        ),
        (CONSENT, "Someone must say yes, and nobody may have a worry left."),
        (
            Rule(method=Method.CONSENT, quorum=QUORUM),
            (
                "Someone must say yes, and nobody may have a worry left."
                " At least 4 members must take part. More members than staff must take part."
            ),
        ),
        (
            Rule(method=Method.CONSENT, quorum=(AtLeast(at_least=1, of=Seat.TRUSTEE),)),
            (
                "Someone must say yes, and nobody may have a worry left."
                " At least one trustee must take part."
            ),
        ),
        (
            Rule(method=Method.MAJORITY, quorum=(AtLeast(at_least=Fraction(1, 2), of="entitled"),)),
            (
                "More than half must say yes. We count only YES and NO."
                " At least half of the people who may vote must take part."
            ),
        ),
        (
            Rule(method=Method.SCHULZE, seats_to_fill=3, tie=Tie.LOT, seed=1),
            (
                "Everyone puts the ideas in order, best first. We compare the ideas two at a time."
                " We choose the 3 that did best. If it is a tie, we draw lots."
            ),
        ),
        (
            Rule(
                method=Method.DOUBLE_MAJORITY,
                double=(Seat.MEMBER, Seat.STAFF),
                weights={Seat.MEMBER: 2},
            ),
            (
                "More than half must say yes. We count only YES and NO."
                " More than half of the votes of members and of staff must say yes too."
                " Some people have more votes than others. The members have 2 votes each."
            ),
        ),
        (
            Rule(method=Method.SUPERMAJORITY, base=Base.ENTITLED, weights={Seat.STAFF: 3}),
            (
                "At least two thirds of the votes of all who may vote must say yes."
                " Some people have more votes than others. The staff have 3 votes each."
            ),
        ),
        (
            Rule(method=Method.MAJORITY, weights={Seat.MEMBER: 1}),
            (
                "More than half must say yes. We count only YES and NO."
                " The members have one vote each."
            ),
        ),
        (
            Rule(
                method=Method.DEBIAN,
                quorum=(OverDefault(at_least=3),),
                over_default=Fraction(2),
                weights={Seat.MEMBER: 2},
            ),
            (
                "Everyone puts the ideas in order, best first. We compare the ideas two at a time."
                " One idea is there to fall back on. Most people must like another one better."
                " For each vote that does not, more than 2 must. At least 4 votes must like it"
                " better. We choose the one that did best. Some people have more votes than others."
                " The members have 2 votes each. If it is a tie, nothing is chosen yet."
            ),
        ),
        (
            Rule(method=Method.IRV),
            (
                "Everyone puts the ideas in order, best first."
                " Again and again the idea with the fewest first places goes out."
                " Votes for ideas that go out move to the next idea on each list."
                " We stop when one idea has more than half. If it is a tie, nothing is chosen yet."
            ),
        ),
        (
            Rule(method=Method.STV_SCOTTISH, seats_to_fill=3),
            (
                "Everyone puts the ideas in order, best first. An idea with enough votes is chosen."
                " Its spare votes move on too."
                " Votes for ideas that go out move to the next idea on each list."
                " We stop when 3 are chosen. We count by the Scottish rules."
                " If it is a tie, it is not decided yet."
            ),
        ),
        (
            Rule(method=Method.RANKED_PAIRS),
            (
                "Everyone puts the ideas in order, best first. We compare the ideas two at a time."
                " The clearest wins count first. We choose the one that did best."
                " If it is a tie, nothing is chosen yet."
            ),
        ),
        (
            Rule(
                method=Method.DEBIAN,
                quorum=(OverDefault(at_least=3.5),),
                majority={options("a")[0]: Fraction(3)},
            ),
            (
                "Everyone puts the ideas in order, best first. We compare the ideas two at a time."
                " One idea is there to fall back on. Most people must like another one better."
                " Some ideas need even more people. At least 4 people must like it better."
                " We choose the one that did best. If it is a tie, nothing is chosen yet."
            ),
        ),
    ],
)
def test_a_rule_is_said_in_short_words(rule: Rule, words: str) -> None:
    assert rule_in_words(rule) == words


@pytest.mark.parametrize(
    ("rule", "ballots", "words"),
    [
        (
            MAJORITY,
            "yes yes yes no abstain",
            "More than half had to say yes: 3 of the 4 who said yes or no did.",
        ),
        (
            MAJORITY,
            "yes no",
            "More than half had to say yes: 1 of the 2 who said yes or no did. It was a tie.",
        ),
        (CONSENT, "yes yes objection", "2 said yes, and 1 worry was left."),
        (CONSENT, "abstain", "Nobody said yes, and no worry was left."),
        (
            Rule(method=Method.MAJORITY, quorum=QUORUM),
            "yes yes - - yes yes",
            (
                "At least 4 members had to take part: 2 did."
                " More members than staff had to take part: 2 members and 2 staff did."
            ),
        ),
    ],
)
def test_a_count_is_said_in_short_words(rule: Rule, ballots: str, words: str) -> None:
    counted = count(rule, electorate=electorate(4, staff=2), ballots=said(ballots))
    assert count_in_words(rule, counted) == words


TWICE: dict[Seat | PersonId, int] = {Seat.MEMBER: 2}
ALL_MEMBERS_HAVE_TWO = electorate(4, staff=2, weights=[2, 2, 2, 2])


@pytest.mark.parametrize(
    ("rule", "ballots", "words"),
    [
        (
            Rule(method=Method.MAJORITY, weights=TWICE),
            "yes yes no - no no",
            "More than half had to say yes: 4 of 8 votes did. It was a tie.",
        ),
        (
            Rule(method=Method.MAJORITY, base=Base.ENTITLED, weights=TWICE),
            "yes yes yes no - no",
            "More than half of the votes of all who may vote had to say yes: 6 of 10 votes did.",
        ),
        (
            Rule(method=Method.SUPERMAJORITY, base=Base.PRESENT, weights=TWICE),
            "yes yes abstain - - yes",
            (
                "At least two thirds of the votes of all who took part had to say yes:"
                " 5 of 7 votes did."
            ),
        ),
        (
            Rule(method=Method.DOUBLE_MAJORITY, double=(Seat.MEMBER,), weights=TWICE),
            "yes no no - yes yes",
            (
                "More than half had to say yes: 4 of 8 votes did."
                " More than half of the votes of members had to say yes too: 2 of 6 votes did."
            ),
        ),
    ],
)
def test_a_count_tells_of_votes_where_some_people_have_more_than_others(
    rule: Rule, ballots: str, words: str
) -> None:
    counted = count(rule, electorate=ALL_MEMBERS_HAVE_TWO, ballots=said(ballots))
    assert count_in_words(rule, counted) == words


def test_a_ranked_count_tells_how_many_votes_they_have_who_took_part() -> None:
    rule = Rule(method=Method.SCHULZE, weights=TWICE)
    people = electorate(3, staff=1, weights=[2, 2, 2])
    counted = count(rule, electorate=people, ballots=ranked("a b", "b a"), options=options("ab"))
    told = count_in_words(rule, counted)
    assert told.startswith("The people who put the ideas in order have 4 of 7 votes.")


def test_a_count_says_how_a_tie_ended() -> None:
    rule = Rule(method=Method.MAJORITY, tie=Tie.CHAIR)
    ballots = said("yes no")
    told = count(rule, electorate=electorate(2), ballots=ballots, chair_says=Choice.YES)
    assert count_in_words(rule, told).endswith("and the person who ran the meeting decided.")
    still = count(rule, electorate=electorate(2), ballots=ballots)
    assert count_in_words(rule, still).endswith("It was a tie, and nothing is decided yet.")


def test_a_ranked_count_says_how_many_put_the_ideas_in_order() -> None:
    rule = Rule(method=Method.SCHULZE)
    counted = count(
        rule,
        electorate=electorate(4),
        ballots=ranked("a b", "b a", "a b"),
        options=options("ab"),
        recused=[person(3)],
    )
    assert count_in_words(rule, counted) == (
        "3 of 3 put the ideas in order. The best one won against each other idea."
    )


@pytest.mark.parametrize(
    ("method", "ballots", "words"),
    [
        (Method.IRV, ["a", "b", "b"], "3 of 3 put the ideas in order. We counted 1 time."),
        (Method.IRV, ["a", "a", "b c", "c b"], "4 of 4 put the ideas in order. It was a tie,"),
        (Method.STV_MEEK, ["a", "a", "b", "c b", "b"], "We counted 2 times."),
        (Method.SCHULZE, ["a b c"] * 3 + ["b c a"] * 2 + ["c a b"] * 2, "No idea won against all"),
        (Method.DEBIAN, ["a c b"], "Not enough people wanted 1 of the ideas. The best one won"),
    ],
)
def test_a_ranked_count_says_in_what_way_the_best_came_out(
    method: Method, ballots: list[str], words: str
) -> None:
    rule = Rule(method=method, default_option=options("c")[0] if method is Method.DEBIAN else None)
    people = electorate(len(ballots))
    counted = count(rule, electorate=people, ballots=ranked(*ballots), options=options("abc"))
    assert words in count_in_words(rule, counted)
