"""The statutes of who says first what they want, before there is a vote."""

from datetime import timedelta

from domain.application import Governance
from domain.errors import NotEligible, NotOpen, RuleBroken
from domain.events import Event
from domain.kinds import Position, Seat, Through
from domain.values import Election
from domain.voting.electorate import Voter
from domain.voting.rule import Rule
from tests.domain.test_electing import IS_BEN, IS_CARA
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CURRY,
    DEV,
    IDEA,
    MORNING,
    NOON,
    PIZZA,
    a_club,
    by,
    cast,
    imported,
    left,
    made,
    opened,
    recused,
    registered,
    seated,
    voters,
    worried,
)
from tests.proposal_facts import amended, asked, wants
from tests.scenario import Past, given

DAY = timedelta(days=1)
FOR, AGAINST, NOT_SURE = Position.FOR, Position.AGAINST, Position.NOT_SURE
STAFF_LAST = Rule.model_validate({"method": "majority", "last": ["staff"]})
WITH_TIME = Rule.model_validate({"method": "majority", "last": ["staff"], "days_to_read": 3})
WAITS = "Staff speak last here."


def talk(*more: Event, rule: Rule = STAFF_LAST, staff_votes: bool = True) -> Past:
    """Asha, who runs the meetings, Ben and Cara are members, Dev is staff; it is Ben's idea."""
    club = [registered(DEV), *a_club(chair=ASHA, rule=rule)]
    return given(*club, seated(DEV, Seat.STAFF, voting=staff_votes), made(idea_by=BEN), *more)


def why_not(past: Past, *, at: timedelta = timedelta()) -> str:
    """Why Dev cannot say what they want; empty where they can."""
    return str(past.when(Governance.voice_position, by(DEV, NOON + at), IDEA, FOR).refusal or "")


def test_who_votes_last_says_last_what_they_want_when_there_is_no_vote_yet() -> None:
    talk().when(Governance.voice_position, by(DEV), IDEA, FOR).then_refused(
        NotOpen, saying="Staff speak last here. 2 people have not said yet what they want."
    )
    talk(wants(ASHA, AGAINST)).when(Governance.voice_position, by(DEV), IDEA, FOR).then_refused(
        NotOpen, saying="1 person has not said yet what they want."
    )
    talk(wants(ASHA, AGAINST), wants(CARA, NOT_SURE)).when(
        Governance.voice_position, by(DEV), IDEA, FOR
    ).then(wants(DEV, FOR))


def test_members_wait_for_nobody_and_without_such_a_rule_nobody_waits() -> None:
    talk().when(Governance.voice_position, by(ASHA), IDEA, FOR).then(wants(ASHA, FOR))
    plain = Rule.model_validate({"method": "majority"})
    talk(rule=plain).when(Governance.voice_position, by(DEV), IDEA, FOR).then(wants(DEV, FOR))


def test_staff_without_a_vote_wait_as_well() -> None:
    assert WAITS in why_not(talk(staff_votes=False))


def test_nobody_waits_for_those_who_stay_out_or_have_a_worry_under_their_name() -> None:
    assert not why_not(talk(wants(ASHA, FOR), recused(CARA)))
    assert not why_not(talk(wants(ASHA, FOR), worried(CARA)))
    assert WAITS in why_not(talk(wants(ASHA, FOR), worried(CARA, named=False)))


def test_a_question_is_no_side_whoever_asks_it() -> None:
    assert WAITS in why_not(talk(wants(ASHA, FOR), asked(CARA)))
    past = talk()
    assert not past.when(Governance.ask_question, by(DEV), IDEA, "Who pays?").refusal
    assert not past.when(Governance.raise_objection, by(DEV), IDEA, "The stairs").refusal


def test_whose_idea_it_is_has_spoken_unless_it_has_several_answers() -> None:
    several = Rule.model_validate({"method": "approval", "last": ["staff"]})
    club = [registered(DEV), *a_club(chair=ASHA, rule=several), seated(DEV, Seat.STAFF)]
    said = [wants(ASHA, FOR, option=PIZZA), wants(CARA, FOR, option=CURRY)]
    past = given(*club, made(idea_by=BEN, options=(PIZZA, CURRY)), *said)
    past.when(Governance.voice_position, by(DEV), IDEA, FOR, PIZZA).then_refused(
        NotOpen, saying="1 person has not said yet"
    )


def test_when_the_time_to_read_is_over_nobody_waits() -> None:
    past = talk(rule=WITH_TIME)
    assert "or after the 3 days to read" in why_not(past)
    end = MORNING + 3 * DAY - NOON
    assert WAITS in why_not(past, at=end - timedelta(minutes=1))
    assert not why_not(past, at=end)
    assert WAITS in why_not(talk(amended(at=MORNING + DAY), rule=WITH_TIME), at=end)


def test_before_a_planned_vote_begins_they_wait_for_words_and_then_for_votes() -> None:
    who = (*voters(ASHA, BEN, CARA), Voter(person=DEV, seat=Seat.STAFF))
    begins = NOON + DAY
    vote = opened(STAFF_LAST, electorate=who, opens_at=begins, closes_at=begins + DAY)
    assert WAITS in why_not(talk(vote))
    spoken = talk(vote, wants(ASHA, FOR), wants(CARA, FOR))
    assert not why_not(spoken)
    assert "Staff vote last here." in why_not(spoken, at=DAY)
    votes = [cast(who, at=begins) for who in (ASHA, BEN, CARA)]
    assert not why_not(talk(vote, *votes), at=DAY)


def test_a_history_tells_of_who_spoke_too_soon() -> None:
    talk().when(Governance.voice_position, imported(), IDEA, FOR, person=DEV).then(wants(DEV, FOR))


# ---- What is said aloud


def test_the_chair_writes_down_what_somebody_said_aloud() -> None:
    (said,) = talk().when(Governance.voice_position, by(ASHA), IDEA, FOR, person=CARA).events
    assert (said.actor, said.recorded_by, said.through) == (CARA, ASHA, Through.TOLD)
    talk().when(Governance.voice_position, by(CARA), IDEA, FOR, person=BEN).then_refused(
        NotEligible, saying="runs the meeting"
    )


def test_nobody_writes_over_what_somebody_has_said_themselves() -> None:
    talk(wants(CARA, AGAINST)).when(
        Governance.voice_position, by(ASHA), IDEA, FOR, person=CARA
    ).then_refused(NotEligible, saying="They have said it themselves.")
    noted = wants(CARA, AGAINST, recorded_by=ASHA)
    talk(noted).when(Governance.voice_position, by(ASHA), IDEA, FOR, person=CARA).then(
        wants(CARA, FOR)
    )
    talk(noted).when(Governance.voice_position, by(CARA), IDEA, FOR).then(wants(CARA, FOR))


def test_who_speaks_last_does_not_write_down_the_words_that_they_wait_for() -> None:
    club = [registered(DEV), *a_club(chair=DEV, rule=STAFF_LAST), seated(DEV, Seat.STAFF)]
    given(*club, made(idea_by=BEN)).when(
        Governance.voice_position, by(DEV), IDEA, FOR, person=CARA
    ).then_refused(NotEligible, saying="somebody else writes down what others say")


def test_nobody_writes_down_what_somebody_wants_who_has_left() -> None:
    talk(left(CARA)).when(Governance.voice_position, by(ASHA), IDEA, FOR, person=CARA).then_refused(
        NotEligible, saying="on this committee"
    )


# ---- Where people are picked


def test_whom_somebody_wants_is_said_by_the_vote() -> None:
    election = made(election=Election(places=1, seat=Seat.MEMBER))
    past = given(*a_club(), election.model_copy(update={"options": (IS_BEN, IS_CARA)}))
    past.when(Governance.voice_position, by(ASHA), IDEA, FOR, IS_BEN.option).then_refused(
        RuleBroken, saying="Here we pick people."
    )
