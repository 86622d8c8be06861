"""What lines about proposals become: these events, and no more."""

from datetime import date

import pytest

from domain.events import (
    BallotCast,
    BallotWithdrawn,
    DecisionTaken,
    ObjectionRaised,
    ObjectionResolved,
    PersonRecused,
    ProposalAmended,
    ProposalMade,
    ProposalWithdrawn,
    RuleAdopted,
    SupportNoted,
    VotingOpened,
)
from domain.kinds import Closing, Resolution, Route, Stake, Support
from domain.voting.answers import Choice, Ranking, Unlisted
from domain.voting.rule import Method
from domain.voting.tally import Outcome, Result, StatedTally
from tests.web.past import (
    A_YES,
    CLUB,
    DAY,
    FOOD,
    NOON,
    UNKNOWN,
    Past,
    Said,
    became,
    cast,
    decided,
    joined,
    kinds,
    line,
    listed,
    opened,
)

# ---- Proposals


def test_a_proposal_is_made_and_voting_opened_at_once(past: Past) -> None:
    made, vote = became(past, opened(person="ben", text="At 8", stake=2))
    ben = past.ref("person", "ben")
    assert (type(made), type(vote)) == (ProposalMade, VotingOpened)
    assert (made.idea_by, made.actor, made.stake) == (ben, ben, Stake.MONEY_PEOPLE_TIME)
    assert (past.said(made.title), past.said(made.text)) == ("About dj", "At 8")
    assert vote.terms.method is Method.MAJORITY
    assert vote.rule == past.events(RuleAdopted)[0].rule
    assert [voter.person for voter in vote.electorate] == [
        past.ref("person", name) for name in ("asha", "ben", "cara")
    ]
    assert (vote.opens_at, vote.closes_at, vote.secret) == (NOON, None, False)


def test_a_source_may_tell_the_two_apart(past: Past) -> None:
    events = became(
        past,
        line("proposal.made", committee="club", proposal="dj", title="A DJ"),
        line("voting.opened", proposal="dj", at="2026-05-04", electorate=["ben", "asha"]),
    )
    assert kinds(events) == listed(ProposalMade, VotingOpened)
    assert (events[0].idea_by, events[0].actor) == (None, UNKNOWN)
    assert len(events[1].electorate) == 2


def test_whoever_recorded_an_idea_did_not_have_it(past: Past) -> None:
    made, _ = became(past, opened(actor="ben"))
    assert (made.idea_by, made.actor) == (None, past.ref("person", "ben"))


def test_one_vote_may_have_a_rule_and_options_of_its_own(past: Past) -> None:
    rule = {"method": "schulze", "tie": "default_option", "default_option": "soup"}
    made, vote = became(past, opened(options=FOOD, rule=rule))
    assert [past.said(option.title) for option in made.options] == [
        "Pizza from Leo", "soup", "curry",
    ]  # fmt: skip
    assert vote.rule is None
    assert vote.terms.default_option == made.options[1].option == past.ref("option", "soup")


def test_a_rule_may_weigh_seats_and_people(past: Past) -> None:
    rule = {"method": "majority", "weights": {"staff": 0, "ben": 3}}
    _, vote = became(past, opened(rule=rule), before=(*CLUB, joined("jo", seat="staff")))
    assert [voter.weight for voter in vote.electorate] == [1, 3, 1, 0]


@pytest.mark.parametrize("choice", ["yes", "no", "abstain", "stand_aside"])
def test_a_choice_is_a_ballot(past: Past, choice: str) -> None:
    (event,) = became(past, cast("ben", choice), before=(*CLUB, opened()))
    assert type(event) is BallotCast
    assert event.answer is Choice(choice)
    assert event.actor == event.voter == past.ref("person", "ben")


@pytest.mark.parametrize("choice", ["objection", "worry"])
def test_a_worry_is_a_ballot_and_raises_an_objection(past: Past, choice: str) -> None:
    ballot, objection = became(
        past, cast("ben", choice, reason="Too loud"), before=(*CLUB, opened())
    )
    assert ballot.answer is Choice.OBJECTION
    assert type(objection) is ObjectionRaised
    assert past.said(objection.words) == "Too loud"
    assert (objection.named, objection.person) == (True, past.ref("person", "ben"))


def test_a_ranking_speaks_of_options_by_their_names(past: Past) -> None:
    ballot = line("ballot.cast", proposal="food", person="ben", unlisted="no_opinion")
    events = became(
        past,
        ballot | {"ranking": [["soup"], ["pizza", "curry"]]},
        before=(*CLUB, opened("food", options=FOOD, rule={"method": "schulze"})),
    )
    soup, pizza, curry = (past.ref("option", name) for name in ("soup", "pizza", "curry"))
    assert events[0].answer == Ranking(
        places=((soup,), (pizza, curry)), unlisted=Unlisted.NO_OPINION
    )


def test_a_ballot_is_taken_back_and_somebody_stays_out(past: Past) -> None:
    events = became(
        past,
        line("ballot.withdrawn", proposal="dj", person="ben"),
        line("person.recused", proposal="dj", person="cara", reason="It is my brother"),
        before=(*CLUB, opened(), cast("ben")),
    )
    assert kinds(events) == listed(BallotWithdrawn, PersonRecused)
    assert events[1].person == events[1].actor == past.ref("person", "cara")


def test_a_worry_is_raised_and_comes_to_its_end(past: Past) -> None:
    raised, resolved = became(
        past,
        line("objection.raised", proposal="dj", objection="loud", person="ben", text="Too loud"),
        line("objection.resolved", objection="loud", how="integrated", person="asha", text="Lower"),
        before=(*CLUB, opened()),
    )
    assert raised.objection == resolved.objection
    assert past.said(raised.words) == "Too loud"
    assert type(resolved) is ObjectionResolved
    assert (resolved.how, past.said(resolved.reason)) == (Resolution.INTEGRATED, "Lower")
    assert resolved.actor == past.ref("person", "asha")


def test_worries_that_a_source_tells_apart_stay_apart(past: Past) -> None:
    ballot, unnamed, loud, dark, loud_ends = became(
        past,
        cast("ben", "objection", reason="Too loud"),
        line("objection.raised", proposal="dj", objection="loud", person="ben"),
        line("objection.raised", proposal="dj", objection="dark", person="ben"),
        line("objection.resolved", objection="loud", how="explained"),
        before=(*CLUB, opened()),
    )
    assert type(ballot) is BallotCast
    assert unnamed.objection == loud.objection == loud_ends.objection != dark.objection


def test_a_proposal_is_put_better_because_of_a_worry(past: Past) -> None:
    raised, amended = became(
        past,
        line("objection.raised", proposal="dj", objection="loud", person="ben"),
        line("proposal.amended", proposal="dj", text="Not so loud", person="asha",
             because_of="loud", reason="Ben has a point"),
        before=(*CLUB, line("proposal.made", committee="club", proposal="dj", title="A DJ")),
    )  # fmt: skip
    assert (type(amended), amended.actor) == (ProposalAmended, past.ref("person", "asha"))
    assert (amended.title, past.said(amended.text)) == (None, "Not so loud")
    assert (amended.because_of, amended.ballots_stand) == ((raised.event_id,), None)
    assert past.said(amended.reason) == "Ben has a point"


def test_a_source_may_tell_that_a_proposal_was_changed_while_people_voted(past: Past) -> None:
    (amended,) = became(
        past, line("proposal.amended", proposal="dj", title="Two DJs"), before=(*CLUB, opened())
    )
    assert (past.said(amended.title), amended.text, amended.actor) == ("Two DJs", None, UNKNOWN)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Say what is new: the title, the text or"),
        ({"text": "x", "because_of": "loud"}, "There is no objection “loud” here. What is called"),
        ({"proposal": "dh", "text": "x"}, "There is no proposal “dh”."),
    ],
)
def test_a_change_says_what_is_new_and_answers_a_worry_of_its_own(
    past: Past, said: Said, sentence: str
) -> None:
    amended = line("proposal.amended", proposal="dj") | said
    worry = line("objection.raised", proposal="old", objection="loud", person="ben")
    lines = (*CLUB, opened("old"), worry, opened(), amended)
    assert past.why(*lines).startswith(sentence)


def test_what_is_decided_does_not_change(past: Past) -> None:
    amended = line("proposal.amended", proposal="dj", text="x")
    assert "From the opening of the vote on" in past.why(*A_YES, amended)


def test_a_helper_of_a_voter_is_noted(past: Past) -> None:
    ballot, helped = became(
        past,
        cast("ben", supported_by={"person": "cara", "kind": "read", "chosen": True}),
        before=(*CLUB, opened()),
    )
    ben, cara = past.ref("person", "ben"), past.ref("person", "cara")
    assert (type(ballot), type(helped)) == (BallotCast, SupportNoted)
    assert (helped.voter, helped.supporter, helped.actor) == (ben, cara, ben)
    assert (helped.kind, helped.chosen_by_voter, helped.read_back) == (Support.READ, True, None)


def test_of_a_helper_no_more_may_be_known_than_who_it_was(past: Past) -> None:
    _, helped = became(past, cast("ben", supported_by={"person": "cara"}), before=(*CLUB, opened()))
    assert (helped.kind, helped.chosen_by_voter) == (Support.NOT_STATED, None)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"kind": "read"}, "The key “supported_by.person” is missing."),
        ({"person": "cara", "kind": "nudged"}, "supported_by.kind: it has to be one of 'read'"),
        ({"person": "cara", "chosen": "yes"}, "supported_by.chosen: it has to be true or false."),
        ({"person": "ben"}, "A helper is somebody else than the person who votes."),
    ],
)
def test_a_helper_is_somebody_else_who_helped_in_a_known_way(
    past: Past, said: Said, sentence: str
) -> None:
    assert past.why(*CLUB, opened(), cast("ben", supported_by=said)).startswith(sentence)


def test_a_proposal_is_taken_back(past: Past) -> None:
    (event,) = became(
        past, line("proposal.withdrawn", proposal="dj", person="ben"), before=(*CLUB, opened())
    )
    assert (type(event), event.actor) == (ProposalWithdrawn, past.ref("person", "ben"))


# ---- Decisions


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


def test_scores_and_approvals_are_understood_and_wait_for_their_methods(past: Past) -> None:
    rule = {"method": "approval"}
    why = past.why(*CLUB, opened("food", options=FOOD, rule=rule))
    assert why == "This program cannot count by approval yet."
    ballot = line("ballot.cast", proposal="food", person="ben", approves=["soup"])
    vote = opened("food", options=FOOD, rule={"method": "schulze"})
    assert "an order of the options" in past.why(*CLUB, vote, ballot)
