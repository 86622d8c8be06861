"""The statutes of changing what was decided: by the same way or a higher one, and for new reasons.

And of an idea that is about a decision: it takes its place, or agrees to it afterwards.
"""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from domain.act import Act
from domain.application import Governance
from domain.authority import Authority, Ground
from domain.errors import Malformed, NoAuthority, NotOpen
from domain.events import Event, ProposalMade
from domain.kinds import Closing, Domain, Route
from domain.proposal import Proposal
from domain.sealed import Sealed
from domain.values import event_id
from domain.voting.tally import Outcome, Result
from tests.committee_facts import (
    BY_ANOTHER_CLUB,
    TOMORROW,
    a_club_with_staff,
    held_by,
    mandate_granted,
    pounds,
    right,
)
from tests.facts import (
    ASHA,
    BEN,
    CLUB,
    DECISION,
    DEV,
    EVENING,
    IDEA,
    MORNING,
    NO,
    NOON,
    OTHER_CLUB,
    SOME_WORDS,
    THE_COMMITTEE,
    YES,
    a_club,
    a_yes,
    by,
    cast,
    closed,
    decided,
    made,
    opened,
    planned,
)
from tests.meeting_facts import began, ended
from tests.proposal_facts import (
    OLDER_DECISION,
    OLDER_IDEA,
    an_older_yes,
    decision_reversed,
    ratification_refused,
    ratified,
)
from tests.scenario import given, governing, placed, record

IT_PASSED = Outcome(result=Result.ADOPTED)
NEXT_DAY, IN_TWO_DAYS = NOON + timedelta(days=1), NOON + timedelta(days=2)
THAT = event_id(IDEA, 2)
SOME = (Route.DELEGATED_STAFF, Route.DELEGATED_MEMBER, Route.URGENT)
TOGETHER = (Route.VOTE, Route.CONSENT, Route.CONSENSUS)


def because(act: Act, words: Sealed = SOME_WORDS) -> Act:
    return replace(act, reason=words)


def decided_by(route: Route, **more: Any) -> list[Event]:
    return [made(domain=Domain.PROGRAMME), decided(route=route, actor=BEN, **more)]


def by_decision(route: Route) -> Authority:
    ground = Ground.DECISION if route in {*TOGETHER, Route.TRUSTEES} else Ground.ALONE
    return Authority(CLUB, ground, OLDER_DECISION, route=route)


# ---- The same way, or a higher one


@pytest.mark.parametrize("route", [one for one in Route if one is not Route.TRUSTEES])
def test_what_all_of_us_decide_ends_everything_but_what_the_trustees_decided(route: Route) -> None:
    for way in TOGETHER:
        given(*decided_by(route)).when(
            Proposal.reverse_decision, because(by(ASHA)), by_decision(way)
        ).then(decision_reversed(authority=OLDER_DECISION))


def test_only_the_trustees_change_what_the_trustees_decided() -> None:
    theirs = given(*decided_by(Route.TRUSTEES))
    for way in TOGETHER:
        theirs.when(Proposal.reverse_decision, because(by(ASHA)), by_decision(way)).then_refused(
            NoAuthority, saying="Only they can change it"
        )
    end = (Proposal.reverse_decision, because(by(ASHA)))
    theirs.when(*end, by_decision(Route.TRUSTEES)).then(decision_reversed())
    theirs.when(*end, BY_ANOTHER_CLUB, OTHER_CLUB).then(decision_reversed(authority=DECISION))


@pytest.mark.parametrize("route", TOGETHER)
def test_nobody_ends_alone_what_all_of_us_decided(route: Route) -> None:
    for way in set(Route) - {*TOGETHER, Route.TRUSTEES, Route.STEP_IN}:
        given(*decided_by(route)).when(
            Proposal.reverse_decision, because(by(ASHA)), by_decision(way)
        ).then_refused(NoAuthority, saying="The committee itself has to decide")


def test_who_decides_alone_ends_what_was_decided_in_the_same_way() -> None:
    for way in SOME:
        for other in SOME:
            answer = given(*decided_by(other)).when(
                Proposal.reverse_decision, because(by(BEN)), by_decision(way)
            )
            assert (answer.refusal is None) is (way is other)
    for way in SOME:
        given(*decided_by(way)).when(
            Proposal.reverse_decision, because(by(BEN)), by_decision(Route.DELEGATED_JOINT)
        ).then(decision_reversed(actor=BEN))
        given(*decided_by(Route.DELEGATED_JOINT)).when(
            Proposal.reverse_decision, because(by(BEN)), by_decision(way)
        ).then_refused(NoAuthority, saying="Members and staff decided this together")


def test_staff_end_what_staff_decided_alone_and_what_nobody_knows_ends_nothing() -> None:
    alone = given(*decided_by(Route.STAFF_ALONE))
    end = (Proposal.reverse_decision, because(by(DEV)))
    alone.when(*end, by_decision(Route.STAFF_ALONE)).then(decision_reversed(actor=DEV))
    for route in (Route.STAFF_ALONE, Route.UNDOCUMENTED):
        given(*decided_by(route)).when(*end, by_decision(Route.UNDOCUMENTED)).then_refused(
            NoAuthority, saying="all of us can change it"
        )


def test_within_a_mandate_no_more_is_ended_than_it_covers() -> None:
    past = [*a_club_with_staff(), mandate_granted(holder=held_by(BEN))]
    granted = right(past, type(past[-1]))
    choice: dict[str, Any] = {"route": Route.DELEGATED_MEMBER, "authority": granted, "actor": BEN}
    old = [
        made(stream=OLDER_IDEA, domain=Domain.PROGRAMME),
        decided(stream=OLDER_IDEA, domain=Domain.PROGRAMME, **choice),
    ]
    for amount, about, covered in (
        (None, Domain.PROGRAMME, True),
        (None, Domain.PLACE, False),
        (pounds(50), Domain.PROGRAMME, False),
    ):
        idea: dict[str, Any] = {"domain": about, "amount": amount}
        new = [made(**idea), decided(**idea, **choice)]
        answer = given(*past, *old, *new).when(
            Governance.reverse_decision,
            because(by(BEN)),
            IDEA,
            authority=event_id(OLDER_IDEA, 2),
        )
        assert (answer.refusal is None) is covered


# ---- New reasons


def test_what_spoke_for_a_decision_is_no_reason_to_end_it() -> None:
    def end(club: Governance, words: str) -> None:
        club.give_reason(by(ASHA), IDEA, "Everybody  liked it")
        why = because(by(BEN), Sealed.of(words))
        club.reverse_decision(why, IDEA, authority=OLDER_DECISION)

    with TemporaryDirectory() as folder, governing(Path(folder)) as club:
        record(club, [*placed([*an_older_yes(), *a_club(chair=ASHA), *a_yes()])])
        with pytest.raises(Malformed, match="Say what is new"):
            end(club, "everybody liked it")
        end(club, "Nobody came")


# ---- An idea that is about an older decision


def about(**what: Any) -> list[Event]:
    """The older decision, and an idea about it that people vote on; Asha runs the meetings."""
    older = what.pop("older", an_older_yes())
    return [*older, *a_club(chair=ASHA), made(**what), opened()]


def test_a_yes_takes_the_place_of_the_older_decision_and_ends_it() -> None:
    past = about(replaces=OLDER_DECISION)
    given(*past, cast(BEN, YES)).when(Governance.close_voting, by(ASHA), IDEA).then(
        closed(),
        decided(replaces=OLDER_DECISION),
        decision_reversed(
            stream=OLDER_IDEA, authority=event_id(IDEA, 5), actor=THE_COMMITTEE, reason=SOME_WORDS
        ),
    )
    given(*past, cast(BEN, NO)).when(Governance.close_voting, by(ASHA), IDEA).then(
        closed(), decided(Result.REJECTED, replaces=None)
    )


def test_at_a_deadline_it_is_the_same() -> None:
    past = about(replaces=OLDER_DECISION)
    past[-1] = opened(closes_at=NOON)
    given(*past, cast(BEN, YES)).when(Governance.settle_voting, IDEA, EVENING).then(
        closed(Closing.DEADLINE),
        decided(replaces=OLDER_DECISION),
        decision_reversed(stream=OLDER_IDEA, actor=THE_COMMITTEE, authority=event_id(IDEA, 5)),
    )


def test_an_idea_is_about_a_decision_that_still_stands_and_is_not_the_trustees() -> None:
    make, club = (Governance.make_proposal, by(BEN), CLUB, "Something else"), a_club()
    (fact,) = given(*an_older_yes(), *club).when(*make, replaces=OLDER_DECISION).events
    assert isinstance(fact, ProposalMade)
    assert fact.replaces == OLDER_DECISION
    for older, kind, why in (
        ([*an_older_yes(), decision_reversed(stream=OLDER_IDEA)], Malformed, "no longer holds"),
        (an_older_yes(committee=OTHER_CLUB), Malformed, "Another committee"),
        ([made(stream=OLDER_IDEA)], Malformed, "not a decision"),
        (
            [made(stream=OLDER_IDEA), *[decided(stream=OLDER_IDEA, route=Route.TRUSTEES)] * 4],
            NoAuthority,
            "Only they can change it",
        ),
    ):
        given(*older, *club).when(*make, replaces=OLDER_DECISION).then_refused(kind, saying=why)


def test_a_choice_made_alone_takes_no_place_of_what_all_of_us_decided() -> None:
    past = [*an_older_yes(), *a_club_with_staff(), mandate_granted(holder=held_by(BEN))]
    given(*past, made(domain=Domain.PROGRAMME, replaces=OLDER_DECISION)).when(
        Governance.record_decision,
        by(BEN),
        IDEA,
        Route.DELEGATED_MEMBER,
        IT_PASSED,
        authority=right(past, type(past[-1])),
    ).then_refused(NoAuthority, saying="The committee itself has to decide")


# ---- Agreeing afterwards, by a vote


def in_a_hurry(**more: Any) -> list[Event]:
    """Ben decided the older idea at once."""
    usual = {"route": Route.URGENT, "ratify_by": TOMORROW, "deciders": (BEN,), "actor": BEN}
    return [made(stream=OLDER_IDEA), decided(stream=OLDER_IDEA, **{**usual, **more})]


HURRIED = event_id(OLDER_IDEA, 2)


def test_all_of_us_vote_on_whether_we_agree_and_the_answer_is_written_down() -> None:
    past = about(older=in_a_hurry(), ratifies=HURRIED)
    given(*past, cast(BEN, YES)).when(Governance.close_voting, by(ASHA), IDEA).then(
        closed(),
        decided(),
        ratified(stream=OLDER_IDEA, authority=event_id(IDEA, 5), actor=THE_COMMITTEE),
    )
    given(*past, cast(BEN, NO)).when(Governance.close_voting, by(ASHA), IDEA).then(
        closed(), decided(Result.REJECTED), ratification_refused(stream=OLDER_IDEA)
    )


def test_a_vote_that_ended_in_time_counts_also_when_it_is_written_down_late() -> None:
    past = about(older=in_a_hurry(), ratifies=HURRIED)
    past[-1] = opened(closes_at=EVENING)
    given(*past, cast(BEN, YES)).when(Governance.settle_voting, IDEA, IN_TWO_DAYS).then(
        closed(Closing.DEADLINE),
        decided(),
        ratified(stream=OLDER_IDEA, authority=event_id(IDEA, 5)),
    )


def test_after_it_lapsed_a_vote_decides_but_agrees_to_nothing() -> None:
    past = about(older=in_a_hurry(ratify_by=NOON.date()), ratifies=HURRIED)
    past[-1] = opened(closes_at=IN_TWO_DAYS)
    given(*past, cast(BEN, YES)).when(Governance.settle_voting, IDEA, IN_TWO_DAYS).then(
        closed(Closing.DEADLINE), decided()
    )
    given(*in_a_hurry(), *a_club()).when(
        Governance.make_proposal, by(BEN, IN_TWO_DAYS), CLUB, "Do we agree?", ratifies=HURRIED
    ).then_refused(NotOpen, saying="lapsed")


# ---- The next meeting


def test_after_the_next_meeting_it_has_lapsed_also_before_the_day_that_was_named() -> None:
    later = (NOON + timedelta(days=9)).date()
    past = [*a_club(chair=ASHA), made(), decided(route=Route.URGENT, actor=BEN, ratify_by=later)]
    met = [began(at=EVENING), ended(at=EVENING)]
    plan = (Governance.make_plan, by(BEN, IN_TWO_DAYS), CLUB, "The club night")
    given(*past).when(*plan, authority=THAT).then(planned(authority=THAT))
    given(*past, *met).when(*plan, authority=THAT).then_refused(NoAuthority, saying="lapsed")
    given(*past, *met, ratified()).when(*plan, authority=THAT).then(planned(authority=THAT))
    given(*past, *met).when(
        Governance.refuse_ratification, by(ASHA, IN_TWO_DAYS), IDEA
    ).then_refused(NotOpen, saying="lapsed")


def test_a_meeting_that_goes_on_or_came_before_or_of_others_lets_nothing_lapse() -> None:
    later = (NOON + timedelta(days=9)).date()
    past = [*a_club(), made(), decided(route=Route.URGENT, actor=BEN, ratify_by=later, at=NOON)]
    for met in (
        [began(at=EVENING)],
        [began(at=MORNING), ended(at=EVENING)],
        [began(at=EVENING, committee=OTHER_CLUB), ended(at=EVENING)],
        [began(at=NEXT_DAY), ended(at=IN_TWO_DAYS)],
    ):
        given(*past, *met).when(
            Governance.make_plan, by(BEN, IN_TWO_DAYS), CLUB, "The club night", authority=THAT
        ).then(planned(authority=THAT))
