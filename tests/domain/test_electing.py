"""The statutes of choosing people: who stands, by whose word, and what they get."""

from typing import Any

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotFound, NotOpen, RuleBroken
from domain.events import PositionVoiced, ProposalAmended, VotingOpened
from domain.ids import OptionId, PersonId, RoleId
from domain.kinds import Position, Seat
from domain.proposal import Proposal
from domain.values import Election, Option
from domain.voting.rule import Method, Rule
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DEV,
    IDEA,
    SOME_WORDS,
    _id,
    a_club,
    by,
    made,
    opened,
    rule_adopted,
)
from tests.proposal_facts import wants
from tests.scenario import given

TREASURER = RoleId(_id(91))
FOR_MONEY = Election(places=1, role=TREASURER, called=SOME_WORDS)
PICKS = Rule(method=Method.APPROVAL)


def option(person: PersonId, number: int) -> Option:
    return Option(option=OptionId(_id(number)), title=SOME_WORDS, candidate=person)


IS_BEN, IS_CARA, IS_DEV = option(BEN, 92), option(CARA, 93), option(DEV, 94)


def an_election(*options: Option, by: PersonId = ASHA, **named: Any) -> Any:
    return made(by=by, election=FOR_MONEY, **named).model_copy(update={"options": options})


def yes(person: PersonId, said: Option) -> PositionVoiced:
    return wants(person, Position.FOR, option=said.option, actor=person)


def test_an_election_says_for_what_of_whom_and_of_each_once() -> None:
    ask = (Governance.make_proposal, by(ASHA), CLUB, "Who?")
    club = given(*a_club(chair=ASHA))
    for election, options, why in (
        (Election(places=1), [IS_BEN], "for: a job, or a seat"),
        (Election(places=1, role=TREASURER, called=SOME_WORDS, seat=Seat.STAFF), [], "a job, or"),
        (FOR_MONEY, [IS_BEN, Option(option=OptionId(_id(95)), title=SOME_WORDS)], "Only people"),
        (FOR_MONEY, [IS_BEN, option(BEN, 96)], "on the list twice"),
        (FOR_MONEY.model_copy(update={"places": 2}), [IS_BEN], "Find more people"),
        (Election(places=1, role=TREASURER), [IS_BEN], "what the job is called"),
    ):
        club.when(*ask, options=options, election=election).then_refused(Malformed, saying=why)


def test_whoever_is_asked_says_yes_for_themselves() -> None:
    club = given(*a_club(chair=ASHA), an_election(IS_BEN, IS_CARA))
    club.when(Governance.stand, by(BEN), IDEA).then(yes(BEN, IS_BEN))
    club.when(Governance.stand, by(ASHA), IDEA, BEN).then_refused(NotEligible, saying="themselves")
    given(*a_club(chair=ASHA), an_election(IS_BEN), yes(BEN, IS_BEN)).when(
        Governance.stand, by(BEN), IDEA
    ).then()


def test_a_no_takes_somebody_off_the_list_and_is_not_kept_as_a_side() -> None:
    club = given(*a_club(chair=ASHA), an_election(IS_BEN, IS_CARA))
    for who in (BEN, ASHA):
        (gone,) = club.when(Governance.stand_down, by(who), IDEA, BEN).events
        assert isinstance(gone, ProposalAmended)
        assert gone.options == (IS_CARA,)
    club.when(Governance.stand_down, by(CARA), IDEA, BEN).then_refused(NotEligible, saying="chair")


def test_nobody_is_voted_on_who_was_not_asked_nor_too_few() -> None:
    club = given(
        *a_club(chair=ASHA), rule_adopted(PICKS), an_election(IS_BEN, IS_CARA), yes(BEN, IS_BEN)
    )
    club.when(Governance.open_voting, by(ASHA), IDEA).then_refused(RuleBroken, saying="not said")
    given(*a_club(chair=ASHA), rule_adopted(PICKS), an_election()).when(
        Governance.open_voting, by(ASHA), IDEA
    ).then_refused(Malformed, saying="nobody wants it")


def test_the_rule_of_the_vote_fills_as_many_places_as_the_question_has() -> None:
    two = FOR_MONEY.model_copy(update={"places": 2})
    said = [yes(BEN, IS_BEN), yes(CARA, IS_CARA)]
    idea = an_election(IS_BEN, IS_CARA).model_copy(update={"election": two})
    (began,) = (
        given(*a_club(chair=ASHA), rule_adopted(PICKS), idea, *said)
        .when(Governance.open_voting, by(ASHA), IDEA)
        .events
    )
    assert isinstance(began, VotingOpened)
    assert began.terms == PICKS.model_copy(update={"seats_to_fill": 2})
    irv = Rule(method=Method.IRV)
    given(*a_club(chair=ASHA), rule_adopted(irv), idea, *said).when(
        Governance.open_voting, by(ASHA), IDEA
    ).then_refused(Malformed, saying="chooses one")


def test_from_the_opening_of_the_vote_on_the_list_is_fixed() -> None:
    club = given(an_election(IS_BEN), opened(PICKS))
    club.when(Proposal.stand, by(CARA), CARA).then_refused(NotOpen, saying="open already")
    club.when(Proposal.stand_down, by(BEN), BEN).then_refused(NotOpen, saying="open already")


def test_what_is_no_election_has_nobody_who_stands() -> None:
    given(made()).when(Proposal.stand, by(BEN), BEN).then_refused(NotFound, saying="not about")


def test_nobody_gets_a_place_before_they_are_chosen() -> None:
    given(*a_club(chair=ASHA), an_election(IS_BEN)).when(
        Governance.fill_places, by(ASHA), IDEA
    ).then_refused(NotOpen, saying="Nobody was chosen")
