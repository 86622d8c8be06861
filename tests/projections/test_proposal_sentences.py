"""Everything that happens to an idea is told in a sentence that can be read aloud."""

from typing import Any

import pytest

from domain.events import EVENTS, DecisionTaken, Event
from domain.kinds import (
    Audience,
    Capacity,
    Domain,
    Format,
    Position,
    Review,
    Route,
    Stake,
    Support,
    Understanding,
)
from domain.values import Option, event_id
from domain.voting.answers import Approvals, Ranking, Scores
from domain.voting.tally import Outcome, Result, StatedTally
from projections.sentences import ids_in, sentence
from tests.committee_facts import TOMORROW
from tests.domain.record_examples import MAPPER, RECORDED
from tests.domain.test_events import Example
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CURRY,
    DEV,
    EVENING,
    IDEA,
    NO,
    OTHER_CLUB,
    PIZZA,
    SOME_WORDS,
    SOUP,
    THE_COMMITTEE,
    WORRY,
    decided,
)
from tests.proposal_facts import (
    amended,
    asked,
    casting_vote,
    confirmed,
    decision_reversed,
    declined,
    deferred,
    extended,
    hands,
    hands_counted,
    helped,
    interested,
    outcome_told,
    paper_shared,
    proxy_given,
    proxy_withdrawn,
    question_answered,
    ratification_refused,
    ratified,
    reason_given,
    referral_answered,
    referred,
    reviewed,
    slip_read,
    stake_judged,
    understood,
    voter_added,
    wants,
)

NAMES: dict[Any, str] = {
    ASHA: "Asha",
    BEN: "Ben",
    CARA: "Cara",
    DEV: "Dev",
    IDEA: "A DJ",
    OTHER_CLUB: "The choir",
    PIZZA: "Pizza",
    CURRY: "Curry",
    SOUP: "Soup",
    THE_COMMITTEE: "The committee",
}
WORDS: dict[str, str] = {SOME_WORDS: "It was loud"}


def by_route(route: Route, **named: Any) -> DecisionTaken:
    return decided(route=route, deciders=(BEN,), actor=BEN, **named)


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (amended(title=SOME_WORDS), "Ben changed the title of “A DJ”."),
        (
            amended(
                text=SOME_WORDS,
                options=(Option(option=PIZZA, title=SOME_WORDS),),
                because_of=(event_id(IDEA, 2),),
            ),
            (
                "Ben changed the text and the answers to choose from of “A DJ” "
                "because of what others said."
            ),
        ),
        (
            stake_judged(Stake.SMALL, domain=Domain.PLACE),
            "Asha said how big “A DJ” is: a small thing, about place.",
        ),
        (
            referred(answer_by=TOMORROW),
            "Asha asked The choir about “A DJ” until 4 March 2026.",
        ),
        (
            referral_answered(actor=DEV),
            "Dev answered about “A DJ” for those who were asked: “It was loud”",
        ),
        (declined(), "Asha did not put “A DJ” on the list: “It was loud”"),
        (deferred(TOMORROW), "Asha put “A DJ” off until 4 March 2026: “It was loud”"),
        (deferred(reason=None), "Asha put “A DJ” off."),
        (
            paper_shared(to=(BEN, CARA), format=Format.EASY_READ),
            "Asha gave Ben and Cara something about “A DJ” (easy read).",
        ),
        (paper_shared(), "Asha gave everybody something about “A DJ”."),
        (understood(BEN, Understanding.PARTLY), "Ben understood a part of “A DJ”."),
        (wants(BEN, Position.WORRIED), "Ben has a worry about “A DJ”."),
        (wants(BEN, Position.FOR, option=PIZZA), "Ben is for “Pizza” in “A DJ”."),
        (asked(BEN), "Ben asked about “A DJ”: “It was loud”"),
        (question_answered(CARA), "Cara answered a question about “A DJ”: “It was loud”"),
        (interested(BEN), "Ben has something to gain or lose by “A DJ”: “It was loud”"),
        (extended(EVENING), "There is more time to vote on “A DJ”: until 3 March 2026."),
        (voter_added(DEV), "Dev may vote on “A DJ” after all."),
        (proxy_given(BEN, CARA), "Ben asked Cara to vote for them on “A DJ”."),
        (proxy_withdrawn(BEN), "Ben votes for themselves on “A DJ” again."),
        (slip_read(BEN, CARA, NO), "Ben read a vote on paper by Cara on “A DJ”: NO."),
        (
            slip_read(BEN, None, Ranking(places=((PIZZA,), (CURRY, SOUP)))),
            "Ben read a vote on paper on “A DJ”: “Pizza”, then “Curry” and “Soup”.",
        ),
        (
            slip_read(BEN, None, Scores(scores={PIZZA: 3})),
            "Ben read a vote on paper on “A DJ”: 3 for “Pizza”.",
        ),
        (
            slip_read(BEN, None, Approvals(options=())),
            "Ben read a vote on paper on “A DJ”: none of them.",
        ),
        (
            hands_counted(hands(yes=3, abstain=1)),
            "Asha counted hands for “A DJ”: 3 YES, 1 NOT SURE.",
        ),
        (
            hands_counted(StatedTally(said={PIZZA: 2, "silent": 1})),
            "Asha counted hands for “A DJ”: 2 “Pizza”, 1 silent.",
        ),
        (
            helped(CARA, DEV, Support.READ, chosen_by_voter=True),
            "Cara had it read to them for “A DJ”, by Dev. They chose Dev.",
        ),
        (helped(CARA, None, Support.PRESSED), "Cara had somebody press for them for “A DJ”."),
        (
            casting_vote(ASHA, NO),
            "The votes on “A DJ” came out the same. Asha, who runs the meeting, decided: NO.",
        ),
        (decided(), "We decided on “A DJ”: YES."),
        (decided(Result.CHOSEN, PIZZA), "We decided on “A DJ”: “Pizza”."),
        (by_route(Route.CONSENSUS), "We all agreed on “A DJ”: YES."),
        (by_route(Route.DELEGATED_MEMBER), "Ben decided on “A DJ” for us: YES."),
        (by_route(Route.DELEGATED_STAFF), "Ben, as staff, decided on “A DJ” for us: YES."),
        (
            by_route(Route.URGENT, ratify_by=TOMORROW),
            "Ben decided on “A DJ” in a hurry: YES. We have until 4 March 2026 to agree.",
        ),
        (by_route(Route.STAFF_ALONE), "Staff decided alone on “A DJ”: YES. It was Ben."),
        (by_route(Route.STEP_IN), "Ben stepped in and decided on “A DJ”: YES."),
        (by_route(Route.TRUSTEES), "The trustees decided on “A DJ”: YES."),
        (
            by_route(Route.UNDOCUMENTED, outcome=Outcome(result=Result.NO_QUORUM)),
            "We decided on “A DJ”: nothing: too few people took part. How is not written down.",
        ),
        (reason_given(), "We said why we decided so on “A DJ”: “It was loud”"),
        (
            confirmed(ASHA, Capacity.CHAIR),
            "Asha, who runs the meeting, confirmed that this was decided on “A DJ”.",
        ),
        (
            outcome_told(Audience.TRUSTEES, format=Format.LETTER),
            "The trustees were told what was decided on “A DJ” (letter).",
        ),
        (ratified(), "We agreed afterwards to what was decided on “A DJ” in a hurry."),
        (ratification_refused(), "We did not agree to what was decided on “A DJ” in a hurry."),
        (
            reviewed(Review.CHANGE, come_true=(WORRY,), review_on=TOMORROW),
            (
                "We looked at “A DJ” again. It has to change. One worry came true. "
                "We look again on 4 March 2026."
            ),
        ),
        (decision_reversed(), "What we decided on “A DJ” no longer holds: “It was loud”"),
    ],
    ids=lambda it: type(it).__name__ if isinstance(it, Event) else it,
)
def test_it_is_told_in_a_sentence(event: Event, told: str) -> None:
    assert ids_in(event) >= {event.originator_id}
    assert sentence(event, NAMES, WORDS) == told


@pytest.mark.parametrize(
    "path",
    sorted(RECORDED.glob("proposal.*.json")),
    ids=lambda path: path.stem,
)
def test_every_recorded_example_can_be_read_aloud(path: Any) -> None:
    event = MAPPER.to_domain_event(Example.read(path).row())
    names = dict.fromkeys(ids_in(event), "something")
    told = sentence(event, names, {})
    assert told.endswith((".", "”", "…"))
    assert "None" not in told


def test_nothing_of_an_idea_is_left_untold() -> None:
    ours = {topic for topic in EVENTS if topic.startswith("proposal.")}
    assert {path.stem for path in RECORDED.glob("proposal.*.json")} >= ours
