"""What lines about proposals become: these events, and no more."""

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
from domain.kinds import NotAPerson, Resolution, Stake, Support
from domain.voting.answers import Choice, Ranking, Unlisted
from domain.voting.rule import Method
from domain.voting.tally import Result
from tests.web.past import (
    A_YES,
    CLUB,
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


BY_CONSENT = opened(rule={"method": "consent"})


@pytest.mark.parametrize(
    ("then", "result"),
    [
        (cast("ben", "yes"), Result.ADOPTED),
        (line("ballot.withdrawn", proposal="dj", person="ben"), Result.ADOPTED),
        (cast("ben", "objection", id="again"), Result.REJECTED),
        (cast("cara", "yes"), Result.REJECTED),
    ],
    ids=["another answer", "taken back", "the same again", "somebody else"],
)
def test_a_worry_that_came_with_a_ballot_goes_with_it(
    past: Past, then: Said, result: Result
) -> None:
    past.take(*CLUB, BY_CONSENT, cast("asha"), cast("ben", "objection"), then, decided())
    assert past.events(DecisionTaken)[0].outcome.result is result
    assert len(past.events(ObjectionRaised)) == 1
    ends = [(event.how, event.actor) for event in past.events(ObjectionResolved)]
    went = [(Resolution.WITHDRAWN, NotAPerson.PROGRAM)]
    assert ends == (went if result is Result.ADOPTED else [])


def test_a_worry_with_a_name_ends_by_its_own_line_only(past: Past) -> None:
    named = line("objection.raised", proposal="dj", objection="loud", person="ben")
    past.take(*CLUB, BY_CONSENT, cast("ben", "objection"), named, cast("ben"), decided())
    assert past.events(DecisionTaken)[0].outcome.result is Result.REJECTED
    assert not past.events(ObjectionResolved)


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


def test_a_vote_in_which_nothing_can_pass_is_taken_in_with_a_warning(past: Past) -> None:
    needs_nine = {"method": "majority", "quorum": [{"at_least": 9, "of": "entitled"}]}
    report = past.take(*CLUB, opened(rule=needs_nine), cast("ben"))
    assert report.bad == []
    (warned,) = [one.why for one in report.warnings]
    assert warned == (
        "Nothing can pass in this vote. At least 9 people must take part. Here 3 can."
    )


def test_a_vote_from_which_everybody_stays_out_is_taken_in_with_a_warning(past: Past) -> None:
    out = [line("person.recused", proposal="dj", person=who) for who in ("asha", "ben", "cara")]
    report = past.take(*CLUB, opened(), cast("ben"), *out, decided())
    assert report.bad == []
    assert [one.why for one in report.warnings] == [
        "Everybody who could vote stayed out of this one. So nobody here decided it."
    ]
