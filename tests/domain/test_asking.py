"""The statutes of asking: better words, how big a thing is, asking others, putting off."""

from dataclasses import replace

from domain.act import Act
from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotFound, NotOpen
from domain.kinds import Domain, Promise, Stake
from domain.proposal import Proposal
from domain.values import Money, Option, event_id
from tests.committee_facts import TODAY, TOMORROW, YESTERDAY
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    CONSENT,
    CURRY,
    DEV,
    IDEA,
    MAJORITY,
    OTHER_CLUB,
    PIZZA,
    SOME_WORDS,
    a_club,
    another_club,
    by,
    cast,
    closed,
    decided,
    imported,
    made,
    opened,
    rule_adopted,
    seated,
    withdrawn,
    worried,
)
from tests.proposal_facts import (
    OLDER_IDEA,
    amended,
    an_older_yes,
    asked,
    declined,
    deferred,
    referral_answered,
    referred,
    stake_judged,
)
from tests.scenario import given

BIG, SMALL = Stake.SAFETY_RULES_MEMBERSHIP_PLACE, Stake.SMALL


def because(act: Act) -> Act:
    """The same press, with a reason."""
    return replace(act, reason=SOME_WORDS)


# ---- Putting a question


def test_an_idea_tells_what_say_was_promised_who_wrote_it_and_what_it_is_a_part_of() -> None:
    given(*a_club(), *an_older_yes()).when(
        Governance.make_proposal,
        by(BEN),
        CLUB,
        "A DJ",
        promise=Promise.MEMBERS_DECIDE,
        drafted_by=ASHA,
        part_of=OLDER_IDEA,
    ).then(made(promise=Promise.MEMBERS_DECIDE, drafted_by=ASHA, part_of=OLDER_IDEA, idea_by=BEN))


def test_an_idea_is_part_of_an_idea_of_the_same_committee() -> None:
    given(*a_club(), *an_older_yes(committee=OTHER_CLUB)).when(
        Governance.make_proposal, by(BEN), CLUB, "A DJ", part_of=OLDER_IDEA
    ).then_refused(Malformed, saying="another committee")


def test_an_answer_to_choose_from_may_name_a_person_and_money() -> None:
    dj = Option(
        option=PIZZA, title=SOME_WORDS, candidate=DEV, amount=Money(amount=8000, currency="GBP")
    )
    other = Option(option=CURRY, title=SOME_WORDS)
    given().when(Proposal.make, by(BEN), CLUB, SOME_WORDS, options=[dj, other]).then(
        made().model_copy(update={"options": (dj, other)})
    )


# ---- Better words


def test_whose_idea_it_is_may_find_better_words_before_anybody_votes() -> None:
    club = given(*a_club(chair=ASHA), made(by=BEN))
    club.when(Governance.amend_proposal, by(BEN), IDEA, title="A DJ and a band").then(
        amended(actor=BEN, text=None, options=None)
    )
    club.when(Governance.amend_proposal, by(ASHA), IDEA, text="From eight to ten").then(
        amended(actor=ASHA, title=None)
    )
    club.when(Governance.amend_proposal, by(CARA), IDEA, title="No DJ").then_refused(
        NotEligible, saying="whose idea this is"
    )


def test_an_idea_told_for_somebody_else_is_theirs_to_change() -> None:
    given(made(by=BEN, idea_by=CARA)).when(Proposal.amend, by(CARA), title=SOME_WORDS).then(
        amended(actor=CARA)
    )


def test_words_that_changed_name_the_worry_that_changed_them() -> None:
    the_worry, the_question = event_id(IDEA, 2), event_id(IDEA, 3)
    past = given(made(), worried(CARA), asked(ASHA))
    past.when(Proposal.amend, by(BEN), text=SOME_WORDS, because_of=[the_worry, the_question]).then(
        amended(because_of=(the_worry, the_question))
    )
    for elsewhere in (event_id(IDEA, 9), event_id(CLUB, 1)):
        past.when(Proposal.amend, by(BEN), text=SOME_WORDS, because_of=[elsewhere]).then_refused(
            NotFound, saying="not part of this idea"
        )


def test_a_change_says_what_is_new() -> None:
    given(made()).when(Proposal.amend, by(BEN)).then_refused(Malformed, saying="Say what is new")


def test_the_answers_to_choose_from_may_change_and_are_still_two_or_more() -> None:
    pizza, curry = (Option(option=one, title=SOME_WORDS) for one in (PIZZA, CURRY))
    past = given(made())
    past.when(Proposal.amend, by(BEN), options=[pizza, curry]).then(amended(options=(pizza, curry)))
    past.when(Proposal.amend, by(BEN), options=[pizza]).then_refused(
        Malformed, saying="two answers or more"
    )
    past.when(Proposal.amend, by(BEN), options=[pizza, pizza]).then_refused(
        Malformed, saying="there twice"
    )


def test_words_are_fixed_once_voting_opens() -> None:
    for end in ([opened()], [opened(), closed()], [opened(), closed(), decided()]):
        given(made(), *end).when(Proposal.amend, by(BEN), text=SOME_WORDS).then_refused(
            NotOpen, saying="From the opening of the vote on"
        )
    given(made(), withdrawn()).when(Proposal.amend, by(BEN), text=SOME_WORDS).then_refused(
        NotOpen, saying="taken back"
    )


def test_a_history_kept_elsewhere_may_tell_that_words_changed_while_people_voted() -> None:
    past = given(made(), opened(), cast(BEN))
    past.when(Proposal.amend, imported(), text=SOME_WORDS).then(amended(ballots_stand=None))
    pizza, curry = (Option(option=one, title=SOME_WORDS) for one in (PIZZA, CURRY))
    past.when(Proposal.amend, imported(), options=[pizza, curry]).then_refused(
        Malformed, saying="while people vote"
    )


def test_answers_to_other_words_count_unless_the_source_says_that_they_do_not() -> None:
    for stand, counted in ((None, 2), (True, 2), (False, 1)):
        ballots = (cast(BEN), amended(ballots_stand=stand), cast(CARA))
        yes = given(made(), opened(), *ballots).when(Proposal.close, by(ASHA))
        tally = yes.events[-1].model_dump()["tally"]
        assert tally["yes"] == counted


# ---- How big it is


def test_anybody_on_the_committee_says_how_big_a_thing_is_before_it_is_decided() -> None:
    club = given(*a_club(), made(stake=SMALL, domain=Domain.PLACE))
    club.when(Governance.judge_stake, by(CARA), IDEA, BIG, Domain.SAFETY).then(
        stake_judged(BIG, domain=Domain.SAFETY, actor=CARA)
    )
    club.when(Governance.judge_stake, by(CARA), IDEA, BIG).then(
        stake_judged(BIG, domain=Domain.PLACE)
    )
    club.when(Governance.judge_stake, by(CARA), IDEA, SMALL).then_nothing()
    club.when(Governance.judge_stake, by(DEV), IDEA, BIG).then_refused(
        NotEligible, saying="on this committee"
    )


def test_how_big_it_is_stays_once_voting_opens() -> None:
    given(made(), opened()).when(Proposal.judge_stake, by(BEN), SMALL).then_refused(
        NotOpen, saying="cannot change"
    )


def test_the_decision_keeps_the_stake_that_was_judged_last() -> None:
    given(made(stake=SMALL), stake_judged(BIG, domain=Domain.SAFETY), opened(), cast(BEN)).when(
        Proposal.close, by(ASHA)
    ).then(closed(), decided(stake=BIG, domain=Domain.SAFETY))


def test_a_vote_is_held_by_the_rule_for_what_it_is_about() -> None:
    club = [
        *a_club(rule=MAJORITY),
        rule_adopted(CONSENT, domains=(Domain.SAFETY,)),
    ]
    given(*club, made(domain=Domain.SAFETY)).when(Governance.open_voting, by(BEN), IDEA).then(
        opened(terms=CONSENT)
    )
    given(*club, made(domain=Domain.MONEY)).when(Governance.open_voting, by(BEN), IDEA).then(
        opened(terms=MAJORITY)
    )


# ---- Asking another committee


def test_the_chair_asks_another_committee_and_somebody_there_answers() -> None:
    club = [*a_club(chair=ASHA), another_club(), seated(DEV, stream=OTHER_CLUB), made()]
    given(*club).when(Governance.refer_proposal, by(ASHA), IDEA, OTHER_CLUB, TOMORROW).then(
        referred(OTHER_CLUB, answer_by=TOMORROW)
    )
    given(*club).when(Governance.refer_proposal, by(BEN), IDEA, OTHER_CLUB).then_refused(
        NotEligible, saying="who runs the meeting"
    )
    asked_already = given(*club, referred())
    asked_already.when(Governance.answer_referral, by(DEV), IDEA, "Yes, please").then(
        referral_answered(actor=DEV)
    )
    asked_already.when(Governance.answer_referral, by(BEN), IDEA, "Yes").then_refused(
        NotEligible, saying="on this committee"
    )


def test_one_other_committee_is_asked_at_a_time_and_not_ones_own() -> None:
    given(made(), referred()).when(Proposal.refer, by(ASHA), OTHER_CLUB).then_refused(
        NotOpen, saying="being asked already"
    )
    given(made(), referred(), referral_answered()).when(Proposal.refer, by(ASHA), OTHER_CLUB).then(
        referred()
    )
    given(made()).when(Proposal.refer, by(ASHA), CLUB).then_refused(
        Malformed, saying="with this committee already"
    )
    given(made()).when(Proposal.refer, by(ASHA), OTHER_CLUB, YESTERDAY).then_refused(
        Malformed, saying="has passed"
    )
    given(made()).when(Proposal.answer_referral, by(ASHA), SOME_WORDS).then_refused(
        NotFound, saying="No other committee was asked"
    )


# ---- Keeping off the list, putting off


def test_the_chair_keeps_an_idea_off_the_list_and_says_why() -> None:
    club = given(*a_club(chair=ASHA), made())
    club.when(Governance.decline_proposal, because(by(ASHA)), IDEA).then(
        declined(actor=ASHA, reason=SOME_WORDS)
    )
    club.when(Governance.decline_proposal, by(ASHA), IDEA).then_refused(Malformed, saying="Say why")
    club.when(Governance.decline_proposal, because(by(BEN)), IDEA).then_refused(
        NotEligible, saying="who runs the meeting"
    )


def test_what_is_not_on_the_list_is_not_voted_on() -> None:
    club = given(*a_club(), made(), declined())
    for command in (Governance.open_voting, Governance.withdraw_proposal):
        club.when(command, by(BEN), IDEA).then_refused(NotOpen, saying="not put on the list")
    club.when(Governance.raise_objection, by(BEN), IDEA, "Why").then_refused(
        NotOpen, saying="not put on the list"
    )


def test_the_chair_puts_an_idea_off_and_says_why() -> None:
    past = given(made())
    past.when(Proposal.defer, because(by(ASHA)), TOMORROW).then(deferred(TOMORROW))
    past.when(Proposal.defer, because(by(ASHA)), TODAY).then(deferred(TODAY))
    past.when(Proposal.defer, because(by(ASHA)), YESTERDAY).then_refused(
        Malformed, saying="has passed"
    )
    past.when(Proposal.defer, by(ASHA)).then_refused(Malformed, saying="Say why")
    past.when(Proposal.defer, imported(ASHA)).then(deferred().model_copy(update={"reason": None}))


def test_what_was_put_off_can_be_voted_on_when_its_time_comes() -> None:
    given(*a_club(), made(), deferred(TOMORROW)).when(Governance.open_voting, by(BEN), IDEA).then(
        opened()
    )


def test_nobody_keeps_off_the_list_what_people_vote_on() -> None:
    for command in (Proposal.decline, Proposal.defer):
        given(made(), opened()).when(command, because(by(ASHA))).then_refused(
            NotOpen, saying="Voting is open already."
        )
