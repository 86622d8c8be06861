"""The statutes of ideas that let somebody decide alone, or that end it."""

from typing import Any

import pytest

from domain.application import Governance
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.ids import MandateId
from domain.kinds import Domain, Seat
from domain.values import MandateHolder
from domain.voting.rule import Method, Rule
from tests.committee_facts import (
    HELD_BY_THE_CLUB,
    MANDATE,
    PROGRAMME_ALONE,
    TODAY,
    TOMORROW,
    YESTERDAY,
    a_mandate,
    held_by,
    mandate_granted,
    mandate_revoked,
    up_to,
)
from tests.facts import (
    BEN,
    CARA,
    CLUB,
    DECISION,
    DEV,
    IDEA,
    MINUTES,
    OTHER_CLUB,
    a_club,
    a_yes,
    another_club,
    by,
    cast,
    closed,
    founded,
    made,
    opened,
    registered,
    seated,
)
from tests.facts import decided as decision_taken
from tests.scenario import NEW, Past, given

CONSENT = Rule(method=Method.CONSENT)

ASKED = a_mandate(limit=up_to(20), expires=TOMORROW)
GRANTED = mandate_granted(mandate=NEW, limit=up_to(20), expires=TOMORROW)


def carrying(**idea: Any) -> Past:
    return given(*a_club(), *a_yes(**idea))


def test_a_mandate_is_an_idea_that_says_all_of_it() -> None:
    ask = (Governance.make_proposal, by(BEN), CLUB, "Ben buys tape")
    given(*a_club()).when(*ask, new_mandate=ASKED).then(made(new_mandate=ASKED, idea_by=BEN))


@pytest.mark.parametrize(
    ("terms", "saying"),
    [
        ({"says": ()}, "Say what they may do"),
        ({"limit": up_to(0)}, "more than nothing"),
        ({"expires": YESTERDAY}, "lies ahead"),
        ({"starts": TOMORROW, "expires": TODAY}, "comes after the first"),
        ({"holder": MandateHolder(role=MINUTES)}, "no name yet"),
    ],
)
def test_what_could_not_be_granted_is_no_idea(terms: dict[str, Any], saying: str) -> None:
    given(*a_club()).when(
        Governance.make_proposal, by(BEN), CLUB, "Tape", new_mandate=a_mandate(**terms)
    ).then_refused(Malformed, saying)


def test_an_idea_is_for_somebody_who_is_there_and_renews_what_they_hold() -> None:
    club = given(*a_club(), mandate_granted())
    ask: Any = (Governance.make_proposal, by(BEN), CLUB, "Tape")
    club.when(*ask, new_mandate=a_mandate(held_by(DEV))).then_refused(
        NotEligible, saying="Only people on this committee"
    )
    club.when(*ask, new_mandate=a_mandate(held_by(CARA), renews=MANDATE)).then_refused(
        Malformed, saying="Somebody else may do this alone"
    )
    club.when(*ask, new_mandate=a_mandate(renews=MandateId(IDEA))).then_refused(
        NotFound, saying="no such mandate"
    )


def test_an_idea_carries_one_thing_and_is_a_question_of_yes_or_no() -> None:
    club = given(*a_club(), mandate_granted())
    ask: Any = (Governance.make_proposal, by(BEN), CLUB, "Tape")
    club.when(*ask, new_mandate=ASKED, new_rule=CONSENT).then_refused(
        Malformed, saying="an idea each"
    )
    club.when(*ask, new_mandate=ASKED, ends_mandate=MANDATE).then_refused(
        Malformed, saying="an idea each"
    )
    club.when(*ask, new_mandate=ASKED, options=["Tape", "Glue"]).then_refused(
        Malformed, saying="What somebody does alone is a question of yes or no"
    )
    given(*a_club(), made(new_mandate=ASKED)).when(
        Governance.amend_proposal, by(BEN), IDEA, options=["Tape", "Glue"]
    ).then_refused(Malformed, saying="question of yes or no")


def test_a_yes_grants_the_very_mandate_that_the_idea_carries_and_only_once() -> None:
    grant = (Governance.grant_decided_mandate, by(CARA), IDEA)
    carrying(new_mandate=ASKED).when(*grant).then(GRANTED)
    given(*a_club(), *a_yes(new_mandate=ASKED), GRANTED).when(*grant).then_nothing()
    carrying().when(*grant).then_refused(NoAuthority, saying="have not said yes to this")
    given(*a_club(), made(new_mandate=ASKED)).when(*grant).then_refused(
        NoAuthority, saying="have not said yes"
    )


def test_a_yes_to_one_mandate_lets_nobody_grant_another() -> None:
    past = carrying(new_mandate=ASKED, domain=Domain.RULES)
    usual: dict[str, Any] = {
        "says": ASKED.says,
        "limit": ASKED.limit,
        "expires": ASKED.expires,
        "authority": DECISION,
    }
    grant: Any = (Governance.grant_mandate, by(BEN), CLUB, held_by(BEN), ASKED.words)
    past.when(*grant, **usual).then(GRANTED)
    for differs in ({"limit": up_to(21)}, {"limit": None}, {"expires": None}):
        past.when(*grant, **{**usual, **differs}).then_refused(
            NoAuthority, saying="something else than this"
        )
    other: Any = (Governance.grant_mandate, by(BEN), CLUB, held_by(CARA), ASKED.words)
    past.when(*other, **usual).then_refused(NoAuthority, saying="something else than this")
    past.when(Governance.adopt_rule, by(BEN), CLUB, CONSENT, DECISION).then_refused(
        NoAuthority, saying="something else"
    )


def test_a_yes_that_did_not_say_what_it_is_about_or_that_is_for_a_rule_grants_nothing() -> None:
    grant: Any = (Governance.grant_mandate, by(BEN), CLUB, held_by(BEN), "Tape")
    for idea in ({}, {"new_rule": CONSENT, "domain": Domain.RULES}):
        carrying(**idea).when(*grant, says=PROGRAMME_ALONE, authority=DECISION).then_refused(
            NoAuthority, saying="something else"
        )


def test_what_is_over_before_people_said_yes_is_not_granted() -> None:
    carrying(new_mandate=a_mandate(expires=YESTERDAY)).when(
        Governance.grant_decided_mandate, by(CARA), IDEA
    ).then_refused(Malformed, saying="lies ahead")


def test_those_above_say_what_a_committee_may_decide_and_it_stands_there() -> None:
    above = [another_club(), seated(DEV, Seat.TRUSTEE, stream=OTHER_CLUB)]
    club = [registered(DEV), *a_club()[:3], founded(answers_to=OTHER_CLUB)]
    new = a_mandate(HELD_BY_THE_CLUB)
    decided = [
        made(by=DEV, committee=OTHER_CLUB, new_mandate=new),
        opened(people=[DEV]),
        cast(DEV),
        closed(),
        decision_taken(),
    ]
    given(*above, *club, *decided).when(Governance.grant_decided_mandate, by(DEV), IDEA).then(
        mandate_granted(HELD_BY_THE_CLUB, mandate=NEW)
    )
    below = [*a_club()[:3], founded(answers_to=OTHER_CLUB), *a_club()[4:]]
    given(another_club(), *below).when(
        Governance.make_proposal, by(BEN), CLUB, "More for us", new_mandate=new
    ).then_refused(NoAuthority, saying="those it answers to")


def test_an_idea_ends_one_mandate_and_no_other() -> None:
    ask: Any = (Governance.make_proposal, by(BEN), CLUB, "No tape")
    given(*a_club(), mandate_granted()).when(*ask, ends_mandate=MANDATE).then(
        made(ends_mandate=MANDATE, idea_by=BEN)
    )
    given(*a_club()).when(*ask, ends_mandate=MANDATE).then_refused(NotFound, saying="no such")
    over = given(*a_club(), mandate_granted(), mandate_revoked())
    over.when(*ask, ends_mandate=MANDATE).then_refused(NotOpen, saying="have ended this already")
    revoke: Any = (Governance.revoke_mandate, by(BEN), CLUB, MANDATE)
    for idea, allows in (
        ({"ends_mandate": MANDATE}, True),
        ({"domain": Domain.RULES}, True),
        ({"domain": Domain.PROGRAMME}, True),
        ({"domain": Domain.MONEY}, False),
        ({}, False),
        ({"ends_mandate": MandateId(IDEA), "domain": Domain.RULES}, False),
        ({"new_mandate": ASKED, "domain": Domain.RULES}, False),
    ):
        past = given(*a_club(), mandate_granted(), *a_yes(**idea))
        if allows:
            past.when(*revoke, authority=DECISION).then(mandate_revoked())
        else:
            past.when(*revoke, authority=DECISION).then_refused(NoAuthority, "something else")
