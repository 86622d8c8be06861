"""The statutes of mandates: what somebody may decide alone, who says so, and how far it goes."""

from datetime import date
from typing import Any

import pytest

from domain.application import Governance
from domain.authority import Authority
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound, NotOpen
from domain.events import Event
from domain.ids import CHAIR, MandateId
from domain.kinds import Domain, Say, Seat
from domain.values import DomainSay, MandateHolder, NewMandate
from domain.voting.rule import Method, Rule
from tests.committee_facts import (
    BY_DECISION,
    BY_MANDATE,
    BY_STEP_IN,
    HELD_BY_ANOTHER_CLUB,
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
    pounds,
    up_to,
)
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DECISION,
    DEV,
    FOUNDING,
    IDEA,
    MINUTES,
    OTHER_CLUB,
    a_club,
    a_yes,
    another_club,
    by,
    founded,
    imported,
    made,
    opened,
    registered,
    seated,
)
from tests.proposal_facts import referral_answered, referred
from tests.scenario import NEW, Past, given

CONSENT = Rule(method=Method.CONSENT)

# ---- Who grants one


A_YES = a_yes(domain=Domain.RULES)


def test_the_committee_grants_a_mandate_by_a_decision() -> None:
    given(*a_club(), *A_YES).when(
        Governance.grant_mandate,
        by(ASHA),
        CLUB,
        held_by(BEN),
        "Ben picks the music",
        says=PROGRAMME_ALONE,
        limit=up_to(80),
        expires=TOMORROW,
        authority=DECISION,
    ).then(
        mandate_granted(
            held_by(BEN),
            mandate=NEW,
            says=PROGRAMME_ALONE,
            limit=up_to(80),
            expires=TOMORROW,
            authority=DECISION,
        )
    )


def test_a_yes_to_something_else_or_to_less_money_grants_no_mandate() -> None:
    decided = given(*a_club(), made(domain=Domain.MONEY, amount=up_to(20).money), *a_yes()[1:])
    grant: Any = (Governance.grant_mandate, by(BEN), CLUB, held_by(BEN), "Tape")
    alone = (DomainSay(domain=Domain.MONEY, say=Say.ALONE),)
    decided.when(*grant, says=PROGRAMME_ALONE, limit=None, authority=DECISION).then_refused(
        NoAuthority, saying="something else"
    )
    decided.when(*grant, says=alone, limit=up_to(21), authority=DECISION).then_refused(
        NoAuthority, saying="so much money"
    )
    decided.when(*grant, says=alone, limit=up_to(20), authority=DECISION).then(
        mandate_granted(held_by(BEN), mandate=NEW, says=alone, limit=up_to(20), authority=DECISION)
    )
    given(*a_club(), made(domain=Domain.RULES), *a_yes()[1:]).when(
        *grant, says=PROGRAMME_ALONE, authority=DECISION
    ).then(mandate_granted(held_by(BEN), mandate=NEW, says=PROGRAMME_ALONE, authority=DECISION))


def test_the_founding_grants_the_committees_own_first_mandate_and_nobody_elses() -> None:
    club = given(*a_club())
    grant: dict[str, Any] = {"says": PROGRAMME_ALONE}
    club.when(
        Governance.grant_mandate, by(ASHA), CLUB, HELD_BY_THE_CLUB, "Club nights", **grant
    ).then(mandate_granted(HELD_BY_THE_CLUB, authority=FOUNDING))
    club.when(
        Governance.grant_mandate, by(ASHA), CLUB, held_by(ASHA), "Everything", **grant
    ).then_refused(NoAuthority, saying="the committee decides")
    club.when(
        Governance.grant_mandate, by(BEN), CLUB, HELD_BY_THE_CLUB, "Club nights", **grant
    ).then_refused(NoAuthority, saying="founder or the chair")
    given(*a_club(), mandate_granted(HELD_BY_THE_CLUB)).when(
        Governance.grant_mandate, by(ASHA), CLUB, HELD_BY_THE_CLUB, "More", **grant
    ).then_refused(NoAuthority, saying="It is said already what the committee may decide")


def test_the_committee_it_answers_to_may_grant_and_revoke_a_mandate() -> None:
    above = [another_club(), seated(DEV, Seat.TRUSTEE, stream=OTHER_CLUB)]
    decided = [made(committee=OTHER_CLUB, domain=Domain.RULES), *a_yes()[1:]]
    below = [registered(DEV), *a_club()[:3], founded(answers_to=OTHER_CLUB)]
    says = (DomainSay(domain=Domain.MONEY, say=Say.AGREE),)
    given(*above, *below, *decided).when(
        Governance.grant_mandate,
        by(DEV),
        CLUB,
        HELD_BY_THE_CLUB,
        "Up to £200",
        says=says,
        authority=DECISION,
    ).then(mandate_granted(HELD_BY_THE_CLUB, says=says, authority=DECISION))
    given(*above, *below, mandate_granted(), *decided).when(
        Governance.revoke_mandate, by(DEV), CLUB, MANDATE, authority=DECISION
    ).then(mandate_revoked(authority=DECISION))
    given(*above, *below, mandate_granted(), *decided).when(
        Governance.revoke_mandate, by(ASHA), CLUB, MANDATE, authority=DECISION
    ).then_refused(NotEligible, saying="on this committee")


@pytest.mark.parametrize("authority", [BY_MANDATE, BY_STEP_IN])
def test_no_mandate_and_no_step_in_makes_others_powerful(authority: Authority) -> None:
    club = given(founded(actor=ASHA), seated(BEN), mandate_granted())
    club.when(
        Committee.grant_mandate,
        by(ASHA),
        a_mandate(),
        authority,
    ).then_refused(NoAuthority, saying="committee itself")


def test_a_history_may_tell_of_a_mandate_without_saying_who_granted_it() -> None:
    given(*a_club()).when(
        Governance.grant_mandate, imported(), CLUB, held_by(DEV), "Buys the food"
    ).then(mandate_granted(held_by(DEV), says=(), limit=None, authority=None))


# ---- What one says


@pytest.mark.parametrize(
    ("holder", "terms", "saying"),
    [
        (MandateHolder(), {}, "one committee, one role or one person"),
        (MandateHolder(person=BEN, role=CHAIR), {}, "one committee, one role or one person"),
        (MandateHolder(role=MINUTES), {}, "no name yet"),
        (held_by(BEN), {"says": ()}, "what they may do"),
        (held_by(BEN), {"says": PROGRAMME_ALONE * 2}, "only once"),
        (held_by(BEN), {"limit": up_to(0)}, "more than nothing"),
        (held_by(BEN), {"expires": YESTERDAY}, "lies ahead"),
        (held_by(BEN), {"starts": date(2026, 5, 1), "expires": TOMORROW}, "comes after the first"),
    ],
)
def test_a_mandate_makes_sense(holder: MandateHolder, terms: Any, saying: str) -> None:
    given(founded(), seated(BEN)).when(
        Committee.grant_mandate,
        by(BEN),
        a_mandate(holder, **terms),
        BY_DECISION,
    ).then_refused(Malformed, saying)


def test_a_mandate_is_for_somebody_who_is_there() -> None:
    club = given(*a_club(), *A_YES)
    grant: dict[str, Any] = {"says": PROGRAMME_ALONE, "authority": DECISION}
    club.when(Governance.grant_mandate, by(BEN), CLUB, held_by(DEV), "Music", **grant).then_refused(
        NotEligible, saying="on this committee"
    )
    club.when(
        Governance.grant_mandate, by(BEN), CLUB, HELD_BY_ANOTHER_CLUB, "Music", **grant
    ).then_refused(NotFound, saying="no such committee")


# ---- Taking one back


def test_only_a_mandate_that_there_is_is_renewed_or_revoked() -> None:
    club = given(founded(), seated(BEN))
    club.when(
        Committee.grant_mandate,
        by(BEN),
        a_mandate(renews=MANDATE),
        BY_DECISION,
    ).then_refused(NotFound, saying="no such mandate")
    club.when(Committee.revoke_mandate, by(BEN), MANDATE, BY_DECISION).then_refused(
        NotFound, saying="no such mandate"
    )


def test_a_mandate_is_revoked_by_a_decision() -> None:
    club = given(*a_club(), mandate_granted(), *A_YES)
    club.when(Governance.revoke_mandate, by(CARA), CLUB, MANDATE, authority=DECISION).then(
        mandate_revoked(authority=DECISION)
    )
    club.when(Governance.revoke_mandate, by(ASHA), CLUB, MANDATE).then_refused(
        NoAuthority, saying="committee itself"
    )


# ---- Renewing one


def renewed(**terms: Any) -> Any:
    """Ask for the next version of the club's mandate."""
    usual = {"says": PROGRAMME_ALONE, "authority": DECISION, "renews": MANDATE}
    grant = (Governance.grant_mandate, by(ASHA), CLUB, held_by(BEN), "Ben picks the music")
    return grant, {**usual, **terms}


def test_the_next_version_takes_the_place_of_the_one_that_it_renews() -> None:
    ask, terms = renewed(starts=TOMORROW)
    given(*a_club(), mandate_granted(expires=TOMORROW), *A_YES).when(*ask, **terms).then(
        mandate_granted(mandate=NEW, starts=TOMORROW, renews=MANDATE, authority=DECISION)
    )


@pytest.mark.parametrize(
    ("since", "saying"),
    [
        ([mandate_revoked()], "We ended this"),
        ([mandate_granted(mandate=MandateId(NEW), renews=MANDATE)], "Renew that one"),
    ],
)
def test_only_what_still_stands_is_renewed(since: list[Event], saying: str) -> None:
    ask, terms = renewed()
    given(*a_club(), mandate_granted(), *since, *A_YES).when(*ask, **terms).then_refused(
        NotOpen, saying
    )


def test_a_next_version_does_not_begin_before_the_one_that_it_renews() -> None:
    ask, terms = renewed(starts=TODAY)
    given(*a_club(), mandate_granted(starts=TOMORROW), *A_YES).when(*ask, **terms).then_refused(
        Malformed, saying="before the old one"
    )


# ---- What the committee itself may decide

ABOUT_MONEY = DomainSay(domain=Domain.MONEY, say=Say.REFER)


def below(*more: Event, **terms: Any) -> Past:
    """The club answers to another committee, which said what the club may decide."""
    above = [another_club(), seated(DEV, Seat.TRUSTEE, stream=OTHER_CLUB)]
    club = [registered(DEV), *a_club()[:3], founded(answers_to=OTHER_CLUB), *a_club(chair=ASHA)[4:]]
    return given(*above, *club, mandate_granted(HELD_BY_THE_CLUB, **terms), *more)


def test_no_committee_widens_what_others_let_it_decide() -> None:
    widen: Any = (Governance.grant_mandate, by(ASHA), CLUB, HELD_BY_THE_CLUB, "Everything")
    club = below(*A_YES)
    club.when(*widen, says=PROGRAMME_ALONE, authority=DECISION).then_refused(
        NoAuthority, saying="those it answers to"
    )
    club.when(Governance.revoke_mandate, by(ASHA), CLUB, MANDATE, authority=DECISION).then_refused(
        NoAuthority, saying="those it answers to"
    )
    given(*a_club(), mandate_granted(HELD_BY_THE_CLUB), *A_YES).when(
        *widen, says=PROGRAMME_ALONE, authority=DECISION
    ).then(mandate_granted(HELD_BY_THE_CLUB, mandate=NEW, authority=DECISION))


@pytest.mark.parametrize(
    ("terms", "idea", "saying"),
    [
        ({"says": (*PROGRAMME_ALONE, ABOUT_MONEY)}, {"domain": Domain.MONEY}, "Ask them first"),
        ({}, {"domain": Domain.MONEY}, "does not cover this"),
        ({"limit": up_to(80)}, {"amount": pounds(81)}, "more money than we may spend"),
    ],
)
def test_no_vote_opens_on_what_those_above_have_kept(
    terms: dict[str, Any], idea: dict[str, Any], saying: str
) -> None:
    below(made(**idea), **terms).when(Governance.open_voting, by(ASHA), IDEA).then_refused(
        NoAuthority, saying
    )


def test_no_vote_opens_on_giving_away_what_is_not_ours_to_decide() -> None:
    says = (*PROGRAMME_ALONE, DomainSay(domain=Domain.RULES, say=Say.ALONE))
    money = (DomainSay(domain=Domain.MONEY, say=Say.ALONE),)
    ask: Any = (Governance.open_voting, by(ASHA), IDEA)

    def asked(new: NewMandate) -> Past:
        idea = made(domain=Domain.RULES, new_mandate=new)
        return below(idea, says=says, limit=up_to(80))

    asked(a_mandate(says=money)).when(*ask).then_refused(NoAuthority, "does not cover this")
    asked(a_mandate(limit=up_to(81))).when(*ask).then_refused(NoAuthority, "more money than we may")
    asked(a_mandate(limit=up_to(80))).when(*ask).then(opened())


@pytest.mark.parametrize(
    ("terms", "idea"),
    [
        ({}, {"domain": Domain.PROGRAMME}),
        ({}, {}),
        ({"limit": up_to(80)}, {"amount": pounds(80)}),
        ({"expires": YESTERDAY}, {"domain": Domain.MONEY}),
    ],
)
def test_a_vote_opens_on_what_the_committee_may_decide(
    terms: dict[str, Any], idea: dict[str, Any]
) -> None:
    below(made(**idea), **terms).when(Governance.open_voting, by(ASHA), IDEA).then(opened())


def test_a_vote_opens_once_those_above_have_answered() -> None:
    says = (*PROGRAMME_ALONE, ABOUT_MONEY)
    idea = made(domain=Domain.MONEY)
    asked = [referred(), referral_answered()]
    below(idea, *asked, says=says).when(Governance.open_voting, by(ASHA), IDEA).then(opened())


def test_who_answers_to_nobody_is_not_held_back_by_a_mandate_of_their_own() -> None:
    own = mandate_granted(HELD_BY_THE_CLUB)
    given(*a_club(chair=ASHA), own, made(domain=Domain.MONEY)).when(
        Governance.open_voting, by(ASHA), IDEA
    ).then(opened())
