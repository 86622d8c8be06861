"""The statutes of worries: raised, answered, and brought to an end."""

from pathlib import Path

import pytest

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotFound, NotOpen, RuleBroken
from domain.ids import ObjectionId
from domain.kinds import Closing, ObjectionGround, Resolution
from domain.proposal import Proposal
from domain.values import event_id
from tests.facts import (
    A_WORRY,
    ASHA,
    BEN,
    CARA,
    CONSENT,
    DEV,
    EVENING,
    IDEA,
    NOON,
    NOT_SURE,
    SOME_WORDS,
    WORRY,
    YES,
    a_club,
    by,
    cast,
    closed,
    decided,
    imported,
    made,
    opened,
    taken_back,
    withdrawn,
    worried,
    worry_answered,
    worry_resolved,
)
from tests.proposal_facts import amended
from tests.scenario import NEW, given, governing, record

OTHER_WORRY = ObjectionId(NEW)


# ---- Worries


def test_anybody_on_the_committee_may_have_a_worry_before_and_while_people_vote() -> None:
    for past in ([], [opened()]):
        given(*a_club(), made(), *past).when(
            Governance.raise_objection, by(BEN), IDEA, "The stairs", ObjectionGround.SAFETY
        ).then(worried(BEN, OTHER_WORRY, ground=ObjectionGround.SAFETY, named=True))


def test_a_stranger_has_no_worry_here() -> None:
    given(*a_club(), made()).when(Governance.raise_objection, by(DEV), IDEA, "No").then_refused(
        NotEligible, saying="on this committee"
    )


def test_nobody_has_a_worry_in_anothers_name() -> None:
    given(*a_club(), made()).when(
        Governance.raise_objection, by(ASHA), IDEA, "No", person=BEN
    ).then_refused(NotEligible, saying="for themselves")


def test_a_worry_after_the_decision_comes_too_late() -> None:
    given(made(), opened(), closed(), decided()).when(
        Proposal.raise_objection, by(BEN), BEN
    ).then_refused(NotOpen, saying="decided")
    given(made(), withdrawn()).when(Proposal.raise_objection, by(BEN), BEN).then_refused(
        NotOpen, saying="taken back"
    )


def test_words_found_later_belong_to_the_same_worry() -> None:
    given(made(), opened(), worried(BEN, WORRY)).when(
        Proposal.raise_objection, by(BEN), BEN, ObjectionGround.MONEY, SOME_WORDS
    ).then(worried(BEN, WORRY, ground=ObjectionGround.MONEY, words=SOME_WORDS))


def test_a_source_may_tell_two_worries_of_one_person_apart() -> None:
    given(made(), opened(), worried(BEN, WORRY)).when(
        Proposal.raise_objection, imported(BEN), BEN, besides=[WORRY]
    ).then(worried(BEN, OTHER_WORRY))


def test_what_answers_to_a_worry_names_the_event_by_which_it_came_up(tmp_path: Path) -> None:
    with governing(tmp_path) as club:
        record(club, [made(), opened(), worried(BEN, WORRY), worried(BEN, WORRY)])
        assert club.raised(IDEA, WORRY) == event_id(IDEA, 3)
        with pytest.raises(NotFound, match="no such worry"):
            club.raised(IDEA, OTHER_WORRY)


def test_a_worry_that_was_dealt_with_stays_so_and_a_new_one_is_new() -> None:
    given(made(), opened(), worried(BEN, WORRY), worry_resolved(Resolution.EXPLAINED)).when(
        Proposal.raise_objection, by(BEN), BEN
    ).then(worried(BEN, OTHER_WORRY))


def test_voting_i_have_a_worry_raises_one() -> None:
    given(made(), opened()).when(Proposal.cast_ballot, by(BEN), BEN, A_WORRY).then(
        cast(BEN, A_WORRY), worried(BEN, OTHER_WORRY, ground=ObjectionGround.NOT_STATED)
    )


def test_voting_i_have_a_worry_raises_none_where_one_is_open() -> None:
    given(made(), opened(), worried(BEN)).when(Proposal.cast_ballot, by(BEN), BEN, A_WORRY).then(
        cast(BEN, A_WORRY)
    )


def test_voting_something_else_takes_ones_worry_back() -> None:
    given(made(), opened(), cast(BEN, A_WORRY), worried(BEN), worried(ASHA, OTHER_WORRY)).when(
        Proposal.cast_ballot, by(BEN), BEN, YES
    ).then(cast(BEN, YES), worry_resolved(Resolution.WITHDRAWN, objection=WORRY))


def test_taking_the_vote_i_have_a_worry_back_takes_the_worry_back() -> None:
    given(made(), opened(), cast(BEN, A_WORRY), worried(BEN)).when(
        Proposal.withdraw_ballot, by(BEN), BEN
    ).then(taken_back(BEN), worry_resolved(Resolution.WITHDRAWN, objection=WORRY))
    given(made(), opened(), cast(BEN, NOT_SURE), worried(BEN)).when(
        Proposal.withdraw_ballot, by(BEN), BEN
    ).then(taken_back(BEN))


def test_an_imported_ballot_brings_no_worry_that_the_source_does_not_tell() -> None:
    given(made(), opened()).when(Proposal.cast_ballot, imported(BEN), BEN, A_WORRY).then(
        cast(BEN, A_WORRY)
    )


def test_anybody_on_the_committee_answers_a_worry() -> None:
    club = given(*a_club(), made(), worried(BEN))
    club.when(Governance.answer_objection, by(CARA), IDEA, WORRY, "There is a lift").then(
        worry_answered(by=CARA, objection=WORRY)
    )
    club.when(Governance.answer_objection, by(DEV), IDEA, WORRY, "It is fine").then_refused(
        NotEligible, saying="on this committee"
    )


def test_an_answer_after_the_deadline_does_not_keep_the_vote_open() -> None:
    given(*a_club(), made(), opened(closes_at=NOON), cast(CARA), worried(BEN)).when(
        Governance.answer_objection, by(CARA, EVENING), IDEA, WORRY, "There is a lift"
    ).then(closed(Closing.DEADLINE), decided(), worry_answered(by=CARA))


def test_a_worry_is_dealt_with_once() -> None:
    past = given(made(), opened(), worried(BEN), worry_resolved(Resolution.WITHDRAWN))
    past.when(Proposal.resolve_objection, by(BEN), WORRY, Resolution.WITHDRAWN).then_refused(
        NotOpen, saying="dealt with already"
    )
    past.when(Proposal.answer_objection, by(BEN), WORRY, SOME_WORDS).then_refused(
        NotOpen, saying="dealt with already"
    )


def test_there_is_no_such_worry() -> None:
    given(made(), opened()).when(
        Proposal.resolve_objection, by(BEN), WORRY, Resolution.WITHDRAWN
    ).then_refused(NotFound, saying="There is no such worry.")


def test_only_who_has_the_worry_takes_it_back() -> None:
    club = given(*a_club(chair=ASHA), made(), opened(), worried(BEN))
    club.when(Governance.resolve_objection, by(BEN), IDEA, WORRY, Resolution.WITHDRAWN).then(
        worry_resolved(Resolution.WITHDRAWN, actor=BEN)
    )
    club.when(
        Governance.resolve_objection, by(ASHA), IDEA, WORRY, Resolution.WITHDRAWN
    ).then_refused(NotEligible, saying="who has this worry")


def test_the_chair_says_for_the_committee_how_a_worry_was_met() -> None:
    better = amended(because_of=(event_id(IDEA, 2),))
    club = given(*a_club(chair=ASHA), made(), worried(BEN), worry_answered(by=CARA), better)
    for how in (Resolution.INTEGRATED, Resolution.EXPLAINED, Resolution.OVERRULED):
        because = by(ASHA, reason=SOME_WORDS)
        club.when(Governance.resolve_objection, because, IDEA, WORRY, how).then(
            worry_resolved(how, actor=ASHA, reason=SOME_WORDS)
        )
        club.when(Governance.resolve_objection, by(CARA), IDEA, WORRY, how).then_refused(
            NotEligible, saying="who runs the meeting"
        )


@pytest.mark.parametrize(
    ("how", "kind", "saying"),
    [
        (Resolution.INTEGRATED, RuleBroken, "Change the idea first"),
        (Resolution.EXPLAINED, RuleBroken, "Answer this worry first"),
        (Resolution.OVERRULED, Malformed, "Say why we go on"),
    ],
)
def test_nobody_closes_anothers_worry_in_silence(
    how: Resolution, kind: type[RuleBroken], saying: str
) -> None:
    given(*a_club(chair=ASHA), made(), worried(BEN)).when(
        Governance.resolve_objection, by(ASHA), IDEA, WORRY, how
    ).then_refused(kind, saying)


def test_what_was_talked_about_may_be_said_at_the_end() -> None:
    given(*a_club(chair=ASHA), made(), worried(BEN)).when(
        Governance.resolve_objection,
        by(ASHA, reason=SOME_WORDS),
        IDEA,
        WORRY,
        Resolution.EXPLAINED,
    ).then(worry_resolved(Resolution.EXPLAINED, reason=SOME_WORDS))


def test_new_words_for_something_else_do_not_meet_a_worry() -> None:
    given(*a_club(chair=ASHA), made(), worried(BEN), amended()).when(
        Governance.resolve_objection, by(ASHA), IDEA, WORRY, Resolution.INTEGRATED
    ).then_refused(RuleBroken, saying="pick this worry")


def test_who_has_the_worry_says_themselves_how_it_was_met() -> None:
    given(*a_club(chair=ASHA), made(), worried(BEN), worry_answered(by=CARA)).when(
        Governance.resolve_objection, by(BEN), IDEA, WORRY, Resolution.EXPLAINED
    ).then(worry_resolved(Resolution.EXPLAINED, actor=BEN))


@pytest.mark.parametrize("how", [Resolution.EXPLAINED, Resolution.OVERRULED])
def test_by_consent_only_who_has_the_worry_says_that_it_is_over(how: Resolution) -> None:
    past = [made(), opened(CONSENT), worried(BEN), worry_answered(by=CARA)]
    club = given(*a_club(chair=ASHA, rule=CONSENT), *past)
    club.when(
        Governance.resolve_objection, by(ASHA, reason=SOME_WORDS), IDEA, WORRY, how
    ).then_refused(NotEligible, saying="Only who has it")
    club.when(Governance.resolve_objection, by(BEN), IDEA, WORRY, Resolution.EXPLAINED).then(
        worry_resolved(Resolution.EXPLAINED, actor=BEN)
    )


def test_a_worry_may_stand_without_a_name() -> None:
    club = given(*a_club(), made())
    club.when(Governance.raise_objection, by(BEN), IDEA, "The stairs", named=False).then(
        worried(BEN, OTHER_WORRY, named=False)
    )
    worry = worried(BEN, named=False)
    given(*a_club(), made(), worry).when(
        Governance.raise_objection, by(BEN), IDEA, "They are steep"
    ).then(worried(BEN, WORRY, named=False))
    given(*a_club(), made(), worry).when(
        Governance.raise_objection, by(BEN), IDEA, named=True
    ).then(worried(BEN, WORRY, named=True))


def test_a_history_kept_elsewhere_may_not_say_who_took_a_worry_back() -> None:
    given(made(), opened(), worried(BEN)).when(
        Proposal.resolve_objection, imported(), WORRY, Resolution.WITHDRAWN
    ).then(worry_resolved(Resolution.WITHDRAWN))
