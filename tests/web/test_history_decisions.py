"""What lines about decisions become: our count, and beside it what the source states."""

from datetime import date

import pytest

from domain.events import (
    DecisionTaken,
    ObjectionRaised,
    ProposalMade,
    RuleAdopted,
    SupportNoted,
)
from domain.kinds import Closing, Route, Stake
from domain.voting.answers import Choice
from domain.voting.tally import Outcome, Result, StatedTally
from projections.seen import WhyNot
from tests.web.past import (
    A_YES,
    CLUB,
    DAY,
    FOOD,
    NOW,
    Past,
    Said,
    became,
    cast,
    decided,
    line,
    opened,
)


def test_the_ballots_are_counted_and_the_source_is_kept_beside_them(past: Past) -> None:
    closed, decision = became(
        past,
        decided(outcome="rejected", tally={"yes": 1, "no": 2}, published="Lost", review_on=DAY),
        before=(*CLUB, opened(stake=1), cast("asha"), cast("ben"), cast("cara", "no")),
    )
    assert closed.how is Closing.NOT_STATED
    assert decision.outcome == Outcome(result=Result.ADOPTED)
    assert (decision.tally.yes, decision.tally.no, decision.entitled) == (2, 1, 3)
    assert (decision.route, decision.stake) == (Route.VOTE, Stake.SMALL)
    assert decision.rule == past.events(RuleAdopted)[0].rule
    assert decision.stated_outcome == Outcome(result=Result.REJECTED)
    assert decision.stated_tally == StatedTally(said={Choice.YES: 1, Choice.NO: 2})
    assert past.said(decision.stated_words) == "Lost"
    assert decision.review_on == date(2026, 5, 1)


def test_without_an_outcome_the_count_stands_alone(past: Past) -> None:
    _, decision = became(past, decided(), before=(*CLUB, opened(), cast("ben", "no")))
    assert decision.outcome == Outcome(result=Result.REJECTED)
    assert decision.stated_outcome is None


def test_the_rule_that_counts_is_the_one_in_force_when_voting_opened(past: Past) -> None:
    consent = line("rule.adopted", committee="club", rule={"method": "consent"}, at="2026-05-02")
    events = became(
        past,
        decided(at="2026-05-03"),
        before=(*CLUB, opened(), consent, cast("asha", at="2026-05-03")),
    )
    assert events[-1].rule == past.events(RuleAdopted)[0].rule
    assert events[-1].outcome.result is Result.ADOPTED


def test_without_ballots_the_word_of_the_source_stands_alone(past: Past) -> None:
    events = became(
        past,
        decided("a", outcome="adopted", tally={"yes": 5}),
        decided("b", outcome="rejected", route="consensus"),
        decided("c", outcome=["soup"]),
        before=(
            *CLUB,
            line("proposal.made", committee="club", proposal="a", title="A"),
            line("proposal.made", committee="club", proposal="b", title="B"),
            line("proposal.made", committee="club", proposal="c", title="C", options=FOOD),
        ),
    )
    a, b, c = events
    assert (a.outcome.result, a.route, a.rule) == (Result.ADOPTED, Route.UNDOCUMENTED, None)
    assert a.tally == a.stated_tally == StatedTally(said={Choice.YES: 5})
    assert (b.outcome.result, b.route) == (Result.REJECTED, Route.CONSENSUS)
    assert c.outcome == Outcome(result=Result.CHOSEN, options=(past.ref("option", "soup"),))


def test_a_decision_of_which_only_the_result_is_known(past: Past) -> None:
    made, decision = became(
        past,
        line(
            "decision.recorded", committee="club", proposal="grant", title="A grant",
            route="delegated_member", outcome="adopted", person="ben", stake=2, authority="dj",
        ),
        before=A_YES,
    )  # fmt: skip
    ben = past.ref("person", "ben")
    assert (type(made), type(decision)) == (ProposalMade, DecisionTaken)
    assert (decision.route, decision.deciders, decision.actor) == (
        Route.DELEGATED_MEMBER, (ben,), ben,
    )  # fmt: skip
    assert decision.outcome == decision.stated_outcome == Outcome(result=Result.ADOPTED)
    assert decision.authority == past.events(DecisionTaken)[0].event_id
    assert (made.idea_by, made.stake) == (None, Stake.MONEY_PEOPLE_TIME)


def test_a_ballot_after_the_end_is_kept_and_told_and_never_counts(past: Past) -> None:
    past.take(*A_YES)
    report = past.take(cast("cara", "no", at="2026-05-09"))
    assert "does not count" in report.warnings[0].why
    (seen,) = past.services.decisions.register()
    assert seen.tally is not None
    assert seen.tally.model_dump()["no"] == 0


def test_a_late_ballot_is_listed_with_why_it_does_not_count(past: Past) -> None:
    late = cast("cara", "no", at="2026-05-09", supported_by={"person": "ben", "kind": "read"})
    past.take(*A_YES, late)
    idea = past.services.decisions.proposal(past.ref("proposal", "dj"), NOW)
    assert idea is not None
    assert [(ballot.counted, ballot.why_not) for ballot in idea.ballots] == [
        (True, None), (True, None), (False, WhyNot.LATE),
    ]  # fmt: skip
    assert past.events(SupportNoted)[0].voter == past.ref("person", "cara")


def test_a_late_worry_raises_none(past: Past) -> None:
    past.take(*A_YES)
    assert not past.take(cast("cara", "objection", at="2026-05-09")).bad
    assert not past.events(ObjectionRaised)


def test_what_a_source_counted_for_each_option_stands_beside_our_count(past: Past) -> None:
    rule = {"method": "schulze"}
    ballots = [
        line("ballot.cast", proposal="food", person=who, ranking=[[first], [second]])
        for who, first, second in (("asha", "soup", "pizza"), ("ben", "soup", "curry"))
    ]
    lines = (*CLUB, opened("food", options=FOOD, rule=rule), *ballots)
    past.take(*lines, decided("food", outcome="soup", tally={"soup": 2, "pizza": 0, "silent": 1}))
    (seen,) = past.services.decisions.register()
    soup, pizza = past.ref("option", "soup"), past.ref("option", "pizza")
    assert seen.outcome.options == (soup,)
    assert seen.stated_tally == StatedTally(said={soup: 2, pizza: 0, "silent": 1})
    assert not seen.differs


def test_another_option_than_our_count_says_is_a_difference(past: Past) -> None:
    ballot = line("ballot.cast", proposal="food", person="ben", ranking=[["soup"], ["pizza"]])
    vote = opened("food", options=FOOD, rule={"method": "schulze"})
    past.take(*CLUB, vote, ballot, decided("food", outcome="pizza"))
    (seen,) = past.services.decisions.register()
    assert seen.outcome.options == (past.ref("option", "soup"),)
    assert seen.stated_outcome == Outcome(
        result=Result.CHOSEN, options=(past.ref("option", "pizza"),)
    )
    assert seen.differs


@pytest.mark.parametrize(
    ("stated", "differs"),
    [
        ({"outcome": "adopted"}, False),
        ({"outcome": "no_quorum"}, True),
        ({"tally": {"yes": 2}}, False),
        ({"tally": {"yes": 2, "no": 0, "silent": 1}}, False),
        ({"tally": {"yes": 3}}, True),
        ({"tally": {"recused": 1}}, True),
    ],
)
def test_a_difference_is_another_number_and_not_fewer_of_them(
    past: Past,
    stated: Said,
    differs: bool,  # noqa: FBT001
) -> None:
    past.take(*CLUB, opened(), cast("asha"), cast("ben"), decided(**stated))
    (seen,) = past.services.decisions.register()
    assert seen.differs is differs


def test_picks_do_not_answer_a_question_that_asks_for_an_order(past: Past) -> None:
    ballot = line("ballot.cast", proposal="food", person="ben", approves=["soup"])
    vote = opened("food", options=FOOD, rule={"method": "schulze"})
    assert "an order of the options" in past.why(*CLUB, vote, ballot)
