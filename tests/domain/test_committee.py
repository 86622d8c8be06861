"""The statutes of a committee: seats, roles and rules."""

from datetime import date

from domain.application import Governance
from domain.authority import Authority, Ground
from domain.committee import Committee
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound
from domain.ids import CHAIR
from domain.kinds import Closing, Seat
from domain.voting.rule import Method, Rule
from domain.voting.tally import Result
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    CONSENT,
    DECISION,
    DEV,
    EVENING,
    FOUNDING,
    IDEA,
    JOB,
    MAJORITY,
    MINUTES,
    NIGHT,
    NO,
    NOON,
    OTHER_CLUB,
    OTHER_FOUNDING,
    RANKED,
    RULE,
    SOME_WORDS,
    THE_PROGRAM,
    a_club,
    a_yes,
    added,
    another_club,
    by,
    cast,
    closed,
    decided,
    founded,
    imported,
    laid_down,
    left,
    made,
    offer_withdrawn,
    offered,
    opened,
    registered,
    role_laid_down,
    role_named,
    role_taken,
    rule_adopted,
    seated,
    taken,
    voter_dropped,
)
from tests.scenario import NEW, given

BY_FOUNDING = Authority(CLUB, Ground.FOUNDING, FOUNDING)
BY_DECISION = Authority(CLUB, Ground.DECISION, DECISION)
BY_ANOTHER_CLUB = Authority(OTHER_CLUB, Ground.DECISION, DECISION)


# ---- Founding


def test_a_committee_is_founded_with_its_first_rule() -> None:
    given(registered(ASHA)).when(Governance.found_committee, by(ASHA), "Club night", MAJORITY).then(
        founded(actor=ASHA, answers_to=None, authority=None), rule_adopted(MAJORITY)
    )


def test_a_committee_may_begin_without_a_rule() -> None:
    given().when(Committee.found, by(ASHA), SOME_WORDS, None, None).then(
        founded(name=SOME_WORDS, purpose=None)
    )


def test_a_committee_founded_by_another_answers_to_it() -> None:
    given(*a_club(), *a_yes()).when(
        Governance.found_committee, by(ASHA), "Music", founded_by=DECISION
    ).then(founded(stream=NEW, answers_to=CLUB, authority=DECISION))


def test_a_committee_is_not_founded_in_anothers_name_before_that_one_has_decided_so() -> None:
    given(*a_club()).when(
        Governance.found_committee, by(ASHA), "Music", founded_by=FOUNDING
    ).then_refused(NoAuthority, saying="has to decide this first")


def test_only_somebody_on_a_committee_founds_another_in_its_name() -> None:
    given(*a_club(), *a_yes()).when(
        Governance.found_committee, by(DEV), "Music", founded_by=DECISION
    ).then_refused(NotEligible, saying="on this committee")


def test_a_rule_by_which_no_vote_can_be_held_is_not_adopted() -> None:
    given().when(
        Governance.found_committee, by(ASHA), "Club night", Rule(method=Method.DOTS)
    ).then_refused(Malformed, saying="cannot count by dots")


# ---- Seats


def test_whoever_founded_the_committee_gives_people_a_seat() -> None:
    given(founded(actor=ASHA)).when(Committee.seat, by(ASHA), BEN, Seat.MEMBER, BY_FOUNDING).then(
        seated(BEN, Seat.MEMBER, voting=True, term_ends=None, authority=FOUNDING)
    )


def test_whoever_runs_the_meetings_gives_people_a_seat() -> None:
    given(founded(actor=ASHA), seated(BEN), role_named(), role_taken(BEN)).when(
        Committee.seat, by(BEN), CARA, Seat.MEMBER, BY_FOUNDING
    ).then(seated(CARA))


def test_nobody_else_gives_people_a_seat() -> None:
    given(founded(actor=ASHA), seated(BEN)).when(
        Committee.seat, by(BEN), CARA, Seat.MEMBER, BY_FOUNDING
    ).then_refused(NoAuthority, saying="founder or the chair")


def test_a_decision_lets_anybody_on_the_committee_give_a_seat() -> None:
    given(founded(actor=ASHA), seated(BEN)).when(
        Committee.seat, by(BEN), CARA, Seat.MEMBER, BY_DECISION
    ).then(seated(CARA, authority=DECISION))


def test_a_decision_lets_nobody_else_give_a_seat() -> None:
    given(founded(actor=ASHA), seated(BEN)).when(
        Committee.seat, by(DEV), DEV, Seat.MEMBER, BY_DECISION
    ).then_refused(NotEligible, saying="Only people on this committee")


def test_what_another_committee_decided_gives_no_seat_here() -> None:
    given(founded(actor=ASHA)).when(
        Committee.seat, by(ASHA), CARA, Seat.MEMBER, BY_ANOTHER_CLUB
    ).then_refused(NoAuthority, saying="Another committee decided this")


def test_an_observer_has_no_vote_unless_it_is_said() -> None:
    club = given(founded(actor=ASHA))
    club.when(Committee.seat, by(ASHA), BEN, Seat.OBSERVER, BY_FOUNDING).then(
        seated(BEN, Seat.OBSERVER, voting=False)
    )
    club.when(Committee.seat, by(ASHA), BEN, Seat.OBSERVER, BY_FOUNDING, voting=True).then(
        seated(BEN, Seat.OBSERVER, voting=True)
    )


def test_taking_the_same_seat_twice_adds_nothing() -> None:
    given(founded(actor=ASHA), seated(BEN)).when(
        Committee.seat, by(ASHA), BEN, Seat.MEMBER, BY_FOUNDING
    ).then_nothing()


def test_a_seat_can_be_given_other_terms() -> None:
    spring = date(2027, 3, 31)
    given(founded(actor=ASHA), seated(BEN)).when(
        Committee.seat, by(ASHA), BEN, Seat.MEMBER, BY_FOUNDING, term_ends=spring
    ).then(seated(BEN, term_ends=spring))


def test_only_somebody_who_is_known_gets_a_seat() -> None:
    given(*a_club(ASHA)).when(Governance.seat_person, by(ASHA), CLUB, DEV).then_refused(
        NotFound, saying="There is no such person."
    )


def test_a_seat_is_given_by_the_founding_unless_another_right_is_named() -> None:
    club = given(*a_club(), registered(DEV), *a_yes())
    club.when(Governance.seat_person, by(ASHA), CLUB, DEV).then(seated(DEV, authority=FOUNDING))
    club.when(Governance.seat_person, by(BEN), CLUB, DEV, authority=DECISION).then(
        seated(DEV, authority=DECISION)
    )


def test_what_is_named_as_a_right_has_to_be_one() -> None:
    club = given(*a_club(), registered(DEV), *a_yes())
    not_the_decision = DECISION.replace("@5", "@4")
    club.when(Governance.seat_person, by(BEN), CLUB, DEV, authority=not_the_decision).then_refused(
        NoAuthority, saying="Name the decision itself"
    )
    club.when(Governance.seat_person, by(BEN), CLUB, DEV, authority="our vote").then_refused(
        NotFound, saying="no such entry"
    )
    club.when(Governance.seat_person, by(BEN), CLUB, DEV, authority=f"{JOB.hex}@1").then_refused(
        NotFound, saying="There is no such idea."
    )


def test_a_rejected_idea_gives_no_right() -> None:
    given(
        *a_club(),
        registered(DEV),
        made(),
        opened(),
        cast(BEN, NO),
        closed(),
        decided(Result.REJECTED),
    ).when(Governance.seat_person, by(BEN), CLUB, DEV, authority=DECISION).then_refused(
        NoAuthority, saying="did not say yes"
    )


def test_an_open_vote_gives_no_right_yet() -> None:
    given(*a_club(), registered(DEV), made(), opened()).when(
        Governance.seat_person, by(BEN), CLUB, DEV, authority=f"{IDEA.hex}@2"
    ).then_refused(NoAuthority, saying="not decided yet")


def test_a_history_kept_elsewhere_may_seat_people_without_saying_by_which_right() -> None:
    given(*a_club(), registered(DEV)).when(Governance.seat_person, imported(), CLUB, DEV).then(
        seated(DEV, authority=None)
    )


# ---- Leaving


def test_people_leave_by_their_own_word() -> None:
    club = given(founded(actor=ASHA), seated(ASHA), seated(BEN))
    club.when(Committee.leave, by(BEN), BEN).then(left(BEN))
    club.when(Committee.leave, by(ASHA), BEN).then_refused(NotEligible, saying="own word")


def test_the_chair_may_note_that_somebody_left() -> None:
    given(founded(), seated(ASHA), seated(BEN), role_named(), role_taken(ASHA)).when(
        Committee.leave, by(ASHA), BEN
    ).then(left(BEN, actor=ASHA))


def test_only_whoever_sits_there_can_leave() -> None:
    given(founded(), seated(BEN), left(BEN)).when(Committee.leave, by(BEN), BEN).then_refused(
        NotEligible, saying="on this committee"
    )


def test_whoever_leaves_gives_up_their_roles() -> None:
    given(
        founded(),
        seated(BEN),
        role_named(CHAIR),
        role_named(MINUTES),
        role_taken(BEN, MINUTES),
        role_taken(BEN, CHAIR),
    ).when(Committee.leave, by(BEN), BEN).then(
        left(BEN), *(role_laid_down(BEN, role) for role in sorted([CHAIR, MINUTES], key=str))
    )


def test_whoever_leaves_drops_out_of_open_votes_and_jobs() -> None:
    given(
        *a_club(ASHA, BEN, CARA),
        made(),
        opened(),
        added(people=2),
        taken(BEN),
        taken(ASHA),
        offered(by=BEN, to=CARA),
        offered(by=ASHA, to=BEN),
    ).when(Governance.leave_committee, by(BEN), CLUB, BEN, proposals=[IDEA], tasks=[JOB]).then(
        left(BEN, actor=BEN),
        voter_dropped(BEN, actor=THE_PROGRAM),
        offer_withdrawn(by=BEN, to=CARA, actor=THE_PROGRAM),
        offer_withdrawn(by=ASHA, to=BEN, actor=THE_PROGRAM),
        laid_down(BEN, actor=THE_PROGRAM),
    )


def test_whoever_leaves_after_the_deadline_leaves_the_vote_as_it_was() -> None:
    given(*a_club(), made(), opened(closes_at=NOON), cast(BEN)).when(
        Governance.leave_committee, by(CARA, EVENING), CLUB, CARA, proposals=[IDEA]
    ).then(left(CARA), closed(Closing.DEADLINE), decided(Result.ADOPTED, entitled=3))


def test_a_vote_that_is_over_and_a_job_that_is_done_stay_as_they_were() -> None:
    given(*a_club(), *a_yes(), added(), taken(BEN), laid_down(BEN)).when(
        Governance.leave_committee, by(BEN), CLUB, BEN, proposals=[IDEA], tasks=[JOB]
    ).then(left(BEN))


def test_nobody_leaves_halfway() -> None:
    given(*a_club()).when(Governance.leave_committee, by(BEN), CLUB, BEN, tasks=[JOB]).then_refused(
        NotFound, saying="There is no such job."
    )


# ---- Rules


def test_the_first_rule_comes_with_the_founding() -> None:
    given(founded(actor=ASHA)).when(Committee.adopt_rule, by(ASHA), CONSENT, BY_FOUNDING).then(
        rule_adopted(CONSENT, rule=NEW, replaces=None, authority=FOUNDING)
    )


def test_only_the_founder_or_the_chair_brings_the_first_rule() -> None:
    given(founded(actor=ASHA), seated(BEN)).when(
        Committee.adopt_rule, by(BEN), CONSENT, BY_FOUNDING
    ).then_refused(NoAuthority, saying="founder or the chair")


def test_a_later_rule_needs_a_decision() -> None:
    club = given(founded(actor=ASHA), rule_adopted(), seated(BEN))
    club.when(Committee.adopt_rule, by(ASHA), CONSENT, BY_FOUNDING).then_refused(
        NoAuthority, saying="make it an idea and vote"
    )
    club.when(Committee.adopt_rule, by(BEN), CONSENT, BY_DECISION).then(
        rule_adopted(CONSENT, rule=NEW, replaces=RULE, authority=DECISION)
    )


def test_a_stranger_adopts_no_rule_whatever_was_decided() -> None:
    given(*a_club(), *a_yes()).when(
        Governance.adopt_rule, by(DEV), CLUB, CONSENT, DECISION
    ).then_refused(NotEligible, saying="Only people on this committee")


def test_another_committees_founding_brings_no_rule_here() -> None:
    given(founded(), another_club()).when(
        Governance.adopt_rule, by(ASHA), CLUB, CONSENT, OTHER_FOUNDING
    ).then_refused(NoAuthority, saying="Another committee")


def test_a_rule_change_is_checked_like_the_first_rule() -> None:
    given(*a_club(), *a_yes()).when(
        Governance.adopt_rule, by(BEN), CLUB, Rule(method=Method.STV_MEEK), DECISION
    ).then_refused(Malformed, saying="cannot count by stv meek")


def test_a_history_kept_elsewhere_may_change_the_rule_without_saying_why() -> None:
    given(founded(), rule_adopted()).when(Governance.adopt_rule, imported(), CLUB, RANKED).then(
        rule_adopted(RANKED, replaces=RULE, authority=None)
    )


# ---- Roles


def test_a_role_gets_its_name_with_the_first_who_takes_it() -> None:
    given(*a_club()).when(Governance.give_role, by(ASHA), CLUB, CHAIR, "Chair", BEN).then(
        role_named(CHAIR), role_taken(BEN, CHAIR, authority=FOUNDING)
    )


def test_a_role_keeps_the_name_it_has() -> None:
    given(*a_club(chair=ASHA)).when(Governance.give_role, by(ASHA), CLUB, CHAIR, "Boss", BEN).then(
        role_taken(BEN, CHAIR)
    )


def test_a_role_without_a_name_cannot_be_taken() -> None:
    given(founded(), seated(BEN)).when(
        Committee.take_role, by(ASHA), CHAIR, BEN, BY_FOUNDING
    ).then_refused(Malformed, saying="no name yet")


def test_only_somebody_on_the_committee_takes_a_role() -> None:
    given(founded(), role_named()).when(
        Committee.take_role, by(ASHA), CHAIR, DEV, BY_FOUNDING
    ).then_refused(NotEligible, saying="on this committee")


def test_taking_a_role_twice_adds_nothing() -> None:
    given(founded(), seated(BEN), role_named(), role_taken(BEN)).when(
        Committee.take_role, by(ASHA), CHAIR, BEN, BY_FOUNDING
    ).then_nothing()


def test_nobody_gives_themselves_a_role_by_the_founding() -> None:
    given(*a_club()).when(Governance.give_role, by(BEN), CLUB, CHAIR, "Chair", BEN).then_refused(
        NoAuthority, saying="founder or the chair"
    )


def test_a_role_is_given_up_by_who_has_it() -> None:
    club = given(founded(), seated(BEN), seated(CARA), role_named(), role_taken(BEN))
    club.when(Committee.lay_down_role, by(BEN), CHAIR, BEN).then(role_laid_down(BEN))
    club.when(Committee.lay_down_role, by(CARA), CHAIR, CARA).then_refused(
        NotEligible, saying="who has this role"
    )


def test_nobody_gives_up_the_role_of_another() -> None:
    given(*a_club(chair=BEN)).when(
        Governance.lay_down_role, by(CARA), CLUB, CHAIR, BEN
    ).then_refused(NotEligible, saying="for themselves")


def test_there_is_no_such_committee() -> None:
    given(*a_club(), registered(DEV)).when(
        Governance.seat_person, by(ASHA), NIGHT, DEV
    ).then_refused(NotFound, saying="There is no such committee.")
