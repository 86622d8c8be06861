"""The statutes of voting later, and of who was left out."""

from datetime import timedelta

from domain.application import Governance
from domain.errors import Malformed, NoAuthority, NotEligible, NotOpen
from domain.kinds import Closing, Seat
from domain.proposal import Proposal
from domain.voting.tally import Result
from tests.committee_facts import (
    BY_ANOTHER_CLUB,
    BY_DECISION,
    BY_FOUNDING,
    BY_MANDATE,
)
from tests.facts import (
    ASHA,
    BEN,
    DECISION,
    DEV,
    EVENING,
    IDEA,
    NOON,
    YES,
    a_club,
    by,
    cast,
    closed,
    decided,
    made,
    opened,
    registered,
    seated,
    voters,
)
from tests.proposal_facts import (
    OLDER_DECISION,
    an_older_yes,
    extended,
    voter_added,
)
from tests.scenario import given

LATER = EVENING + timedelta(days=1)


# ---- More time


def test_the_chair_may_give_people_more_time_and_never_less() -> None:
    club = given(*a_club(chair=ASHA), made(), opened(closes_at=EVENING))
    club.when(Governance.extend_voting, by(ASHA), IDEA, LATER).then(extended(LATER))
    club.when(Governance.extend_voting, by(ASHA), IDEA, EVENING).then_nothing()
    club.when(Governance.extend_voting, by(ASHA), IDEA, NOON).then_refused(
        Malformed, saying="only come later"
    )
    club.when(Governance.extend_voting, by(BEN), IDEA, LATER).then_refused(
        NotEligible, saying="who runs the meeting"
    )
    given(made(), opened()).when(Proposal.extend_voting, by(ASHA), LATER).then_refused(
        Malformed, saying="has no end"
    )


def test_once_the_time_is_up_there_is_no_more_of_it() -> None:
    late = given(*a_club(chair=ASHA), made(), opened(closes_at=NOON), cast(BEN)).when(
        Governance.extend_voting, by(ASHA, NOON), IDEA, EVENING
    )
    late.then_although_refused(closed(Closing.DEADLINE), decided())
    assert type(late.refusal) is NotOpen


def test_with_more_time_people_vote_until_the_later_end() -> None:
    vote = given(*a_club(), made(), opened(closes_at=NOON), extended(EVENING))
    vote.when(Governance.cast_ballot, by(BEN, NOON), IDEA, YES).then(cast(BEN))
    vote.when(Governance.settle_voting, IDEA, EVENING).then(
        closed(Closing.DEADLINE), decided(Result.UNDECIDED)
    ).at(EVENING)


# ---- Who was left out


def test_who_was_left_out_may_vote_once_the_committee_has_decided_so() -> None:
    club = [*an_older_yes(), registered(DEV), *a_club(chair=ASHA), made(), opened(), seated(DEV)]
    given(*club).when(Governance.add_voter, by(ASHA), IDEA, DEV, authority=OLDER_DECISION).then(
        voter_added(DEV, authority=OLDER_DECISION)
    )
    given(*club).when(Governance.add_voter, by(ASHA), IDEA, DEV).then_refused(
        NoAuthority, saying="The committee itself has to decide"
    )
    given(*club).when(
        Governance.add_voter, by(BEN), IDEA, DEV, authority=OLDER_DECISION
    ).then_refused(NotEligible, saying="who runs the meeting")
    given(*club, voter_added(DEV)).when(Governance.cast_ballot, by(DEV), IDEA, YES).then(cast(DEV))


def test_no_founding_no_mandate_and_no_other_committee_adds_a_voter() -> None:
    (dev,) = voters(DEV)
    vote = given(made(), opened())
    vote.when(Proposal.add_voter, by(ASHA), dev, BY_DECISION).then(
        voter_added(DEV, authority=DECISION)
    )
    for right in (BY_FOUNDING, BY_MANDATE, BY_ANOTHER_CLUB):
        answer = vote.when(Proposal.add_voter, by(ASHA), dev, right)
        assert type(answer.refusal) is NoAuthority
    (ben,) = voters(BEN)
    vote.when(Proposal.add_voter, by(ASHA), ben, BY_DECISION).then_nothing()
    given(made()).when(Proposal.add_voter, by(ASHA), dev, BY_DECISION).then_refused(
        NotOpen, saying="not opened yet"
    )


def test_who_is_added_has_a_seat_with_a_vote() -> None:
    club = [*an_older_yes(), registered(DEV), *a_club(), made(), opened()]
    given(*club).when(
        Governance.add_voter, by(ASHA), IDEA, DEV, authority=OLDER_DECISION
    ).then_refused(NotEligible, saying="on this committee")
    given(*club, seated(DEV, Seat.OBSERVER)).when(
        Governance.add_voter, by(ASHA), IDEA, DEV, authority=OLDER_DECISION
    ).then_refused(NotEligible, saying="has no vote")
