"""The statutes of help with a vote."""

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotOpen
from domain.kinds import Support
from domain.proposal import Proposal
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    DEV,
    IDEA,
    NO,
    YES,
    a_club,
    by,
    cast,
    closed,
    decided,
    made,
    opened,
    registered,
    taken_back,
)
from tests.proposal_facts import (
    helped,
)
from tests.scenario import given


def test_who_voted_or_who_helped_may_say_that_there_was_help() -> None:
    club = given(*a_club(), registered(DEV), made(), opened(), cast(CARA))
    club.when(
        Governance.note_support,
        by(CARA),
        IDEA,
        CARA,
        DEV,
        Support.EXPLAINED,
        chosen_by_voter=True,
        read_back=True,
    ).then(helped(CARA, DEV, Support.EXPLAINED, chosen_by_voter=True, read_back=True))
    club.when(Governance.note_support, by(DEV), IDEA, CARA, DEV, Support.READ).then(
        helped(CARA, DEV, Support.READ, actor=DEV)
    )
    club.when(Governance.note_support, by(BEN), IDEA, CARA, DEV, Support.READ).then_refused(
        NotEligible, saying="who helped them"
    )


def test_help_is_told_after_the_vote_too_and_once() -> None:
    past = given(made(), opened(), cast(CARA), closed(), decided(), helped(CARA, DEV))
    past.when(Proposal.note_support, by(CARA), CARA, DEV, Support.READ).then_nothing()
    past.when(Proposal.note_support, by(CARA), CARA, DEV, Support.PRESSED).then(
        helped(CARA, DEV, Support.PRESSED)
    )


def test_only_the_voter_tells_whether_they_picked_their_helper() -> None:
    past = given(made(), opened(), cast(CARA))
    for told in ({"chosen_by_voter": True}, {"read_back": False}):
        past.when(Proposal.note_support, by(DEV), CARA, DEV, Support.READ, **told).then_refused(
            NotEligible, saying="Only who voted"
        )


def test_there_is_no_help_with_a_vote_that_nobody_gave() -> None:
    for past in ([], [cast(CARA), taken_back(CARA)]):
        given(made(), opened(), *past).when(
            Proposal.note_support, by(CARA), CARA, DEV, Support.READ
        ).then_refused(NotOpen, saying="after the vote")


def test_a_helped_vote_counts_like_every_other() -> None:
    helped_votes = [cast(CARA), helped(CARA, DEV, Support.PRESSED), cast(BEN, NO)]
    with_help = given(made(), opened(), *helped_votes, cast(ASHA)).when(Proposal.close, by(ASHA))
    without = given(made(), opened(), cast(CARA), cast(BEN, NO), cast(ASHA)).when(
        Proposal.close, by(ASHA)
    )
    assert with_help.events[-1].model_dump()["tally"] == without.events[-1].model_dump()["tally"]


def test_a_vote_needs_no_word_about_help() -> None:
    given(*a_club(), made(), opened()).when(Governance.cast_ballot, by(CARA), IDEA, YES).then(
        cast(CARA)
    )


def test_help_is_somebody_elses_and_for_a_voter() -> None:
    vote = given(made(), opened())
    vote.when(Proposal.note_support, by(CARA), CARA, CARA).then_refused(
        Malformed, saying="somebody else"
    )
    vote.when(Proposal.note_support, by(DEV), DEV, BEN).then_refused(
        NotEligible, saying="could vote when this opened"
    )
