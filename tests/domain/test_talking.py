"""The statutes of talking: what people are given, ask, understand and want."""

from datetime import timedelta

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotFound, NotOpen
from domain.ids import PaperId, QuestionId
from domain.kinds import Format, Position, Understanding
from domain.proposal import Proposal
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CURRY,
    DEV,
    IDEA,
    NOON,
    PIZZA,
    SOME_WORDS,
    SOUP,
    a_club,
    by,
    cast,
    closed,
    decided,
    imported,
    made,
    opened,
    registered,
    withdrawn,
)
from tests.proposal_facts import (
    ASKED,
    PAPER,
    asked,
    interested,
    paper_shared,
    question_answered,
    understood,
    wants,
)
from tests.scenario import NEW, given


def test_anybody_on_the_committee_gives_people_something_to_read() -> None:
    club = given(*a_club(), registered(DEV), made())
    club.when(
        Governance.share_paper, by(BEN), IDEA, "What a DJ costs", Format.EASY_READ, to=[CARA, DEV]
    ).then(
        paper_shared(
            paper=NEW, format=Format.EASY_READ, to=(CARA, DEV), available_from=NOON, actor=BEN
        )
    )
    club.when(Governance.share_paper, by(DEV), IDEA, "What a DJ costs").then_refused(
        NotEligible, saying="on this committee"
    )
    club.when(Governance.share_paper, by(BEN), IDEA, "What", to=[PaperId(IDEA)]).then_refused(
        NotFound, saying="no such person"
    )


def test_the_same_paper_comes_in_another_form() -> None:
    past = given(made(), paper_shared(format=Format.EASY_READ))
    later = NOON + timedelta(hours=1)
    past.when(
        Proposal.share_paper, by(BEN), SOME_WORDS, Format.SPOKEN, paper=PAPER, available_from=later
    ).then(paper_shared(paper=PAPER, format=Format.SPOKEN, available_from=later))
    past.when(Proposal.share_paper, by(BEN), SOME_WORDS, paper=PaperId(IDEA)).then_refused(
        NotFound, saying="no such paper"
    )


def test_people_say_for_themselves_whether_they_understood() -> None:
    club = given(*a_club(), made(), understood(BEN, Understanding.NO))
    club.when(Governance.voice_understanding, by(BEN), IDEA, Understanding.YES).then(
        understood(BEN, Understanding.YES)
    )
    club.when(Governance.voice_understanding, by(BEN), IDEA, Understanding.NO).then_nothing()
    club.when(Governance.voice_understanding, by(ASHA), IDEA, Understanding.YES, BEN).then_refused(
        NotEligible, saying="for themselves"
    )


def test_people_say_what_they_want_before_it_is_decided_and_may_say_it_anew() -> None:
    club = given(*a_club(), made(), wants(BEN, Position.FOR))
    club.when(Governance.voice_position, by(BEN), IDEA, Position.WORRIED).then(
        wants(BEN, Position.WORRIED, option=None)
    )
    club.when(Governance.voice_position, by(BEN), IDEA, Position.FOR).then_nothing()
    club.when(Governance.voice_position, by(DEV), IDEA, Position.FOR).then_refused(
        NotEligible, saying="on this committee"
    )
    given(made(), opened(), closed(), decided()).when(
        Proposal.voice_position, by(BEN), BEN, Position.AGAINST
    ).then_refused(NotOpen, saying="This is decided.")


def test_what_people_want_may_be_one_of_the_answers() -> None:
    past = given(made(options=(PIZZA, CURRY)))
    past.when(Proposal.voice_position, by(BEN), BEN, Position.FOR, PIZZA).then(
        wants(BEN, Position.FOR, option=PIZZA)
    )
    past.when(Proposal.voice_position, by(BEN), BEN, Position.FOR, SOUP).then_refused(
        Malformed, saying="not part of the question"
    )


def test_saying_what_one_wants_is_no_vote() -> None:
    given(made(), opened(), wants(ASHA, Position.AGAINST), cast(BEN)).when(
        Proposal.close, by(ASHA)
    ).then(closed(), decided())


def test_anybody_on_the_committee_asks_and_anybody_answers() -> None:
    club = given(*a_club(), made())
    club.when(Governance.ask_question, by(CARA), IDEA, "What does it cost?").then(
        asked(CARA, question=QuestionId(NEW))
    )
    with_a_question = given(*a_club(), made(), asked(CARA))
    with_a_question.when(Governance.answer_question, by(BEN), IDEA, ASKED, "Eighty pounds").then(
        question_answered(by=BEN, question=ASKED)
    )
    with_a_question.when(Governance.answer_question, by(DEV), IDEA, ASKED, "No").then_refused(
        NotEligible, saying="on this committee"
    )
    club.when(Governance.answer_question, by(BEN), IDEA, ASKED, "Eighty").then_refused(
        NotFound, saying="no such question"
    )


def test_who_has_something_to_gain_says_so_and_may_still_vote() -> None:
    given(*a_club(), made()).when(
        Governance.declare_interest, by(BEN), IDEA, "The DJ is my brother"
    ).then(interested(BEN))
    given(made(), interested(BEN), opened()).when(
        Proposal.cast_ballot, by(BEN), BEN, cast(BEN).answer
    ).then(cast(BEN))
    given(*a_club(), made()).when(
        Governance.declare_interest, by(ASHA), IDEA, "It is his brother", BEN
    ).then_refused(NotEligible, saying="for themselves")


def test_after_the_decision_it_is_too_late_to_say_that_one_gains_by_it() -> None:
    over = given(made(), opened(), closed(), decided())
    over.when(Proposal.declare_interest, by(BEN), BEN, SOME_WORDS).then_refused(
        NotOpen, saying="This is decided."
    )
    over.when(Proposal.declare_interest, imported(BEN), BEN, SOME_WORDS).then(interested(BEN))


def test_people_may_ask_why_after_the_decision_but_not_about_what_was_taken_back() -> None:
    given(made(), opened(), closed(), decided()).when(
        Proposal.ask_question, by(BEN), BEN, SOME_WORDS
    ).then(asked(BEN, question=QuestionId(NEW)))
    given(made(), withdrawn()).when(Proposal.ask_question, by(BEN), BEN, SOME_WORDS).then_refused(
        NotOpen, saying="taken back"
    )
