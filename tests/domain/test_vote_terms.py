"""The statutes of who votes when: time to read, the length of a vote, who votes last, its end."""

from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction
from typing import Any

from domain.application import Governance
from domain.errors import Malformed, NotEligible, NotOpen, RuleBroken
from domain.events import Event
from domain.kinds import Closing, Domain, Position, Seat
from domain.proposal import Proposal
from domain.voting.electorate import Voter
from domain.voting.quorum import AtLeast, MoreThan
from domain.voting.rule import Base, Method, Rule
from domain.voting.tally import Result, StatedTally
from domain.voting.terms import Early
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    DECISION,
    DEV,
    EVENING,
    IDEA,
    MAJORITY,
    MORNING,
    NO,
    NOON,
    YES,
    a_club,
    a_yes,
    by,
    cast,
    closed,
    decided,
    founded,
    imported,
    left,
    made,
    opened,
    recused,
    registered,
    rule_adopted,
    seated,
    voter_dropped,
    voters,
)
from tests.proposal_facts import (
    OLDER_DECISION,
    SLIP,
    amended,
    an_older_yes,
    extended,
    paper_shared,
    slip_read,
)
from tests.scenario import Past, given

DAY = timedelta(days=1)
MEMBER, STAFF, TRUSTEE = Seat.MEMBER, Seat.STAFF, Seat.TRUSTEE
DEV_AS_STAFF = Voter(person=DEV, seat=STAFF)


def a_rule(**more: object) -> Rule:
    return Rule.model_validate({"method": "majority", **more})


def a_mixed_club(rule: Rule) -> list[Event]:
    """Three members and Dev, who is staff."""
    return [registered(DEV), *a_club(rule=rule), seated(DEV, STAFF)]


def an_open_vote(rule: Rule, *more: Event, **named: Any) -> Past:
    """Asha, Ben and Cara may vote, and Dev, who is staff; it opened this morning."""
    electorate = (*voters(ASHA, BEN, CARA), DEV_AS_STAFF)
    return given(*a_mixed_club(rule), made(), opened(rule, electorate=electorate, **named), *more)


# ---- Who may vote


def test_a_rule_says_which_seats_may_vote() -> None:
    only_members = a_rule(voters=["member"])
    given(*a_mixed_club(only_members), made()).when(Governance.open_voting, by(ASHA), IDEA).then(
        opened(only_members, electorate=voters(ASHA, BEN, CARA))
    )


def test_nobody_is_added_whom_the_rule_does_not_let_vote() -> None:
    only_members = a_rule(voters=["member"])
    given(*a_mixed_club(only_members), *an_older_yes(), made(), opened(only_members)).when(
        Governance.add_voter, by(ASHA), IDEA, DEV, authority=OLDER_DECISION
    ).then_refused(NotEligible, saying="people on their seat do not vote")


# ---- A rule by which nothing can be decided


def test_a_rule_by_which_those_who_sit_here_can_decide_nothing_is_not_adopted() -> None:
    four = Rule(method=Method.MAJORITY, quorum=(AtLeast(at_least=4, of=MEMBER),))
    club = given(*a_club(), *a_yes(domain=Domain.RULES))
    club.when(Governance.adopt_rule, by(BEN), CLUB, four, DECISION).then_refused(
        Malformed, saying="At least 4 members must take part. Here 3 can."
    )
    club.when(
        Governance.adopt_rule,
        by(BEN),
        CLUB,
        a_rule(last=["staff"], voters=["staff", "trustee"]),
        DECISION,
    ).then_refused(Malformed, saying="nobody sits here as one")
    three = four.model_copy(update={"quorum": (AtLeast(at_least=3, of=MEMBER),)})
    club.when(Governance.adopt_rule, by(BEN), CLUB, three, DECISION).then(rule_adopted(three))


def test_a_founding_may_ask_for_people_who_come_later() -> None:
    four = Rule(method=Method.MAJORITY, quorum=(AtLeast(at_least=4, of=MEMBER),))
    given(registered(ASHA), founded(), seated(ASHA)).when(
        Governance.adopt_rule, by(ASHA), CLUB, four
    ).then(rule_adopted(four))


def test_a_vote_that_can_decide_nothing_does_not_open() -> None:
    more = Rule(method=Method.MAJORITY, quorum=(MoreThan(more=TRUSTEE, than=STAFF),))
    club = given(*a_mixed_club(more), made())
    club.when(Governance.open_voting, by(ASHA), IDEA).then_refused(
        Malformed, saying="More trustees than staff must take part. Here nobody can."
    )
    club.when(Governance.open_voting, imported(), IDEA).then(
        opened(more, electorate=(*voters(ASHA, BEN, CARA), DEV_AS_STAFF))
    )


def test_secrecy_is_refused_until_there_are_secret_votes() -> None:
    given(*a_club(), *a_yes(domain=Domain.RULES)).when(
        Governance.adopt_rule, by(BEN), CLUB, a_rule(secret=True), DECISION
    ).then_refused(Malformed, saying="cannot hold a secret vote yet")


# ---- Time to read


def test_people_get_the_days_to_read_that_the_rule_gives_them() -> None:
    rule = a_rule(days_to_read=3)
    club = given(*a_club(rule=rule), made())
    club.when(
        Governance.open_voting, by(ASHA, MORNING + 3 * DAY - timedelta(minutes=1)), IDEA
    ).then_refused(NotOpen, saying="First, people have 3 days to read this.")
    club.when(Governance.open_voting, by(ASHA, MORNING + 3 * DAY), IDEA).then(opened(rule))


def test_new_words_and_new_papers_begin_the_days_anew() -> None:
    rule = a_rule(days_to_read=3)
    changes: Sequence[Event] = (
        amended(at=MORNING + DAY),
        paper_shared(available_from=MORNING + DAY),
    )
    for change in changes:
        club = given(*a_club(rule=rule), made(), change)
        club.when(Governance.open_voting, by(ASHA, MORNING + 3 * DAY), IDEA).then_refused(
            NotOpen, saying="The days begin with the last new words or paper."
        )
        club.when(Governance.open_voting, by(ASHA, MORNING + 4 * DAY), IDEA).then(opened(rule))


def test_where_the_rule_gives_no_days_a_vote_waits_for_no_paper() -> None:
    later = paper_shared(available_from=NOON + DAY)
    given(*a_club(), made(), later).when(Governance.open_voting, by(ASHA), IDEA).then(opened())


def test_a_history_tells_of_votes_that_came_too_soon() -> None:
    rule = a_rule(days_to_read=3, most_days=7)
    given(*a_club(rule=rule), made()).when(Governance.open_voting, imported(), IDEA).then(
        opened(rule)
    )


# ---- How long a vote is open


def test_a_vote_is_open_for_no_less_and_no_longer_than_the_rule_says() -> None:
    rule = a_rule(least_days=3, most_days=7)
    club = given(*a_club(rule=rule), made())
    for closes_at, sentence in (
        (NOON + 2 * DAY, "open for 3 days at least. Pick a later end."),
        (NOON + 8 * DAY, "open for 7 days at most. Pick an earlier end."),
        (None, "needs an end, after 7 days at most."),
    ):
        club.when(Governance.open_voting, by(ASHA), IDEA, closes_at=closes_at).then_refused(
            Malformed, saying=sentence
        )
    for closes_at in (NOON + 3 * DAY, NOON + 7 * DAY):
        club.when(Governance.open_voting, by(ASHA), IDEA, closes_at=closes_at).then(
            opened(rule, closes_at=closes_at)
        )


def test_more_time_goes_no_further_than_the_rule() -> None:
    rule = a_rule(most_days=7)
    vote = an_open_vote(rule, closes_at=MORNING + 5 * DAY)
    vote.when(Governance.extend_voting, by(ASHA), IDEA, MORNING + 8 * DAY).then_refused(
        Malformed, saying="7 days at most"
    )
    vote.when(Governance.extend_voting, by(ASHA), IDEA, MORNING + 7 * DAY).then(
        extended(MORNING + 7 * DAY)
    )


def test_a_vote_without_an_end_stays_open_for_the_least_time() -> None:
    vote = an_open_vote(a_rule(least_days=2), cast(BEN))
    vote.when(Governance.close_voting, by(ASHA, MORNING + DAY), IDEA).then_refused(
        NotOpen, saying="for 2 days at least"
    )
    vote.when(Governance.close_voting, by(ASHA, MORNING + 2 * DAY), IDEA).then(
        closed(Closing.BY_HAND), decided()
    )


# ---- Who votes last


LAST = a_rule(last=["staff"])


def test_who_votes_last_waits_until_all_others_have_voted() -> None:
    vote = an_open_vote(LAST, cast(ASHA), cast(BEN))
    vote.when(Governance.cast_ballot, by(DEV), IDEA, YES).then_refused(
        NotOpen, saying="Staff vote last here. First all others vote, or their time is over."
    )
    an_open_vote(LAST, cast(ASHA), cast(BEN), cast(CARA, NO)).when(
        Governance.cast_ballot, by(DEV), IDEA, YES
    ).then(cast(DEV))


def test_nobody_waits_for_people_who_stay_out_or_have_left() -> None:
    an_open_vote(LAST, cast(ASHA), recused(BEN), left(CARA), voter_dropped(CARA)).when(
        Governance.cast_ballot, by(DEV), IDEA, YES
    ).then(cast(DEV))


def test_in_the_last_part_of_the_time_nobody_waits() -> None:
    rule = a_rule(last=["staff"], last_part="1/4")
    vote = an_open_vote(rule, closes_at=MORNING + 4 * DAY)
    begins = MORNING + 3 * DAY
    vote.when(
        Governance.cast_ballot, by(DEV, begins - timedelta(minutes=1)), IDEA, YES
    ).then_refused(NotOpen, saying="Staff vote last")
    vote.when(Governance.cast_ballot, by(DEV, begins), IDEA, YES).then(cast(DEV))
    longer = an_open_vote(rule, extended(MORNING + 8 * DAY), closes_at=MORNING + 4 * DAY)
    longer.when(Governance.cast_ballot, by(DEV, begins), IDEA, YES).then_refused(
        NotOpen, saying="Staff vote last"
    )


def test_who_votes_last_says_last_what_they_want_but_may_worry_at_any_time() -> None:
    vote = an_open_vote(LAST, cast(ASHA))
    vote.when(Governance.voice_position, by(DEV), IDEA, Position.FOR).then_refused(
        NotOpen, saying="Staff vote last"
    )
    assert not vote.when(Governance.raise_objection, by(DEV), IDEA, "The stairs").refusal


def test_a_paper_vote_of_who_votes_last_waits_as_well() -> None:
    an_open_vote(LAST, slip_read(ASHA, DEV, slip=SLIP)).when(
        Governance.read_paper_ballot, by(BEN), IDEA, SLIP, YES, DEV
    ).then_refused(NotOpen, saying="Staff vote last")


def test_hands_without_names_cannot_tell_who_voted_last() -> None:
    hands = StatedTally(said={YES: 2})
    an_open_vote(LAST).when(Governance.count_hands, by(ASHA), IDEA, hands).then_refused(
        Malformed, saying="asks who votes last"
    )


def test_a_history_tells_of_who_voted_too_soon() -> None:
    an_open_vote(LAST).when(Governance.cast_ballot, imported(), IDEA, YES, DEV).then(cast(DEV))


# ---- An early end


def test_a_promised_end_is_kept_where_the_rule_says_nothing() -> None:
    everyone = [cast(one) for one in (ASHA, BEN, CARA, DEV)]
    an_open_vote(MAJORITY, *everyone, closes_at=NOON + DAY).when(
        Governance.close_voting, by(ASHA), IDEA
    ).then_refused(NotOpen, saying="until the end that was promised")


def test_a_vote_ends_early_once_all_have_voted_where_the_rule_allows_it() -> None:
    rule = a_rule(early=["all_voted"])
    some = [cast(ASHA), cast(BEN), recused(CARA)]
    an_open_vote(rule, *some, closes_at=NOON + DAY).when(
        Governance.close_voting, by(ASHA), IDEA
    ).then_refused(NotOpen, saying="or until all have voted")
    an_open_vote(rule, *some, cast(DEV), closes_at=NOON + DAY).when(
        Governance.close_voting, by(ASHA), IDEA
    ).then(closed(Closing.EARLY), decided(Result.ADOPTED))


def test_a_vote_ends_early_once_nothing_can_change_it_where_the_rule_allows_it() -> None:
    rule = Rule(method=Method.MAJORITY, base=Base.ENTITLED, early=(Early.CERTAIN,))
    an_open_vote(rule, cast(ASHA), cast(BEN), closes_at=NOON + DAY).when(
        Governance.close_voting, by(ASHA), IDEA
    ).then_refused(NotOpen, saying="until nothing can change what comes of it")
    an_open_vote(rule, cast(ASHA), cast(BEN), cast(CARA), closes_at=NOON + DAY).when(
        Governance.close_voting, by(ASHA), IDEA
    ).then(closed(Closing.EARLY), decided(Result.ADOPTED))


def test_the_least_time_of_a_vote_may_end_early_as_well() -> None:
    rule = a_rule(least_days=3, early=["all_voted"])
    everyone = [cast(one) for one in (ASHA, BEN, CARA, DEV)]
    an_open_vote(rule, *everyone).when(Governance.close_voting, by(ASHA), IDEA).then(
        closed(Closing.EARLY), decided()
    )


# ---- Everybody stays out


def test_no_vote_opens_that_everybody_stays_out_of() -> None:
    out = [recused(one) for one in (ASHA, BEN, CARA)]
    given(*a_club(), made(), *out).when(Governance.open_voting, by(ASHA), IDEA).then_refused(
        RuleBroken, saying="So nobody here can decide it."
    )


def test_no_vote_is_closed_by_hand_that_everybody_stays_out_of() -> None:
    out = [recused(one) for one in (ASHA, BEN, CARA)]
    vote = given(*a_club(), made(), opened(), *out)
    vote.when(Governance.close_voting, by(ASHA), IDEA).then_refused(
        RuleBroken, saying="So nobody here can decide it."
    )
    given(*a_club(), made(), opened(), *out).when(Proposal.close, imported()).then(
        closed(), decided(Result.UNDECIDED)
    )


# ---- What was fixed at the opening


def test_a_rule_adopted_later_changes_nothing_of_a_vote_that_is_open() -> None:
    strict = a_rule(last=["staff"], least_days=9)
    vote = given(
        *a_mixed_club(MAJORITY),
        made(),
        opened(electorate=(*voters(ASHA, BEN, CARA), DEV_AS_STAFF)),
        cast(ASHA, NO),
        rule_adopted(strict),
    )
    vote.when(Governance.cast_ballot, by(DEV), IDEA, YES).then(cast(DEV))
    vote.when(Governance.close_voting, by(ASHA, EVENING), IDEA).then(
        closed(), decided(Result.REJECTED)
    )


def test_an_old_decision_is_counted_anew_by_the_rule_of_its_time() -> None:
    old = Rule(method=Method.MAJORITY, base=Base.ENTITLED, threshold=Fraction(1, 2))
    past = [
        *a_mixed_club(old),
        made(),
        opened(old, electorate=(*voters(ASHA, BEN, CARA), DEV_AS_STAFF)),
        cast(ASHA),
        cast(BEN),
        cast(CARA),
        closed(),
        decided(),
        rule_adopted(a_rule(quorum=[{"at_least": 4, "of": "member"}], voters=["staff"])),
    ]
    proposal = Proposal(IDEA).replay(
        [event for event in given(*past).events if event.originator_id == IDEA]
    )
    counted = proposal.counted()
    assert counted.outcome.result is Result.ADOPTED
    assert (counted.entitled, counted.explanation.needed) == (4, 3)
