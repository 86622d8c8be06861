"""The statutes of what may be done by a decision: as long as it holds, and as far as it said."""

from datetime import timedelta
from typing import Any

from domain.application import Governance
from domain.errors import Malformed, NoAuthority
from domain.events import Event
from domain.ids import LineId
from domain.kinds import Domain, LineKind, Route
from domain.values import event_id
from domain.voting.rule import Method, Rule
from domain.voting.tally import Result
from tests.committee_facts import (
    pounds,
)
from tests.facts import (
    BEN,
    CARA,
    CLUB,
    DECISION,
    IDEA,
    MAJORITY,
    NIGHT,
    NOON,
    a_club,
    a_yes,
    by,
    decided,
    imported,
    line_written,
    made,
    planned,
    rule_adopted,
)
from tests.proposal_facts import (
    OLDER_DECISION,
    OLDER_IDEA,
    THAT_DECISION,
    an_older_yes,
    by_route,
    decision_reversed,
    in_a_hurry,
    ratification_refused,
    ratified,
)
from tests.scenario import NEW, given

IN_TWO_DAYS = NOON + timedelta(days=2)


# ---- What a decision allows


def plan_by(*past: Event, at: Any = NOON) -> Any:
    """Somebody makes a plan and names the second event of the idea."""
    return given(*a_club(), *past).when(
        Governance.make_plan, by(BEN, at), CLUB, "The club night", authority=THAT_DECISION
    )


def test_a_decision_that_ended_allows_nothing_any_more() -> None:
    ended = given(*a_club(), *a_yes(), decision_reversed())
    ended.when(
        Governance.make_plan, by(BEN), CLUB, "The club night", authority=DECISION
    ).then_refused(NoAuthority, saying="no longer holds")
    ended.when(
        Governance.make_plan, imported(), CLUB, "The club night", authority=DECISION
    ).then_refused(NoAuthority, saying="no longer holds")


def test_what_was_done_by_a_decision_before_it_ended_stands() -> None:
    given(*an_older_yes(), *a_club(), *a_yes(), planned(), decision_reversed()).when(
        Governance.write_line, by(BEN), NIGHT, "Music", "A DJ", authority=OLDER_DECISION
    ).then(line_written(LineId(NEW), authority=OLDER_DECISION))


def test_a_decision_in_a_hurry_allows_something_until_it_lapses() -> None:
    plan_by(*in_a_hurry()).then(planned(authority=THAT_DECISION))
    plan_by(*in_a_hurry(), at=NOON + timedelta(days=1)).then(planned())
    plan_by(*in_a_hurry(), at=IN_TWO_DAYS).then_refused(NoAuthority, saying="lapsed")
    plan_by(*in_a_hurry(), ratified(), at=IN_TWO_DAYS).then(planned())
    plan_by(*in_a_hurry(), ratification_refused()).then_refused(NoAuthority, saying="did not agree")


ITSELF = "The committee itself has to decide"


def test_by_what_some_decided_alone_a_plan_is_made_but_no_rule() -> None:
    terms = Rule(method=Method.CONSENT)
    for past, why in (
        (by_route(Route.DELEGATED_MEMBER, domain=Domain.PROGRAMME), "something else"),
        (by_route(Route.STAFF_ALONE, domain=Domain.RULES), ITSELF),
        (by_route(Route.UNDOCUMENTED, domain=Domain.RULES), ITSELF),
        (in_a_hurry(Domain.RULES), ITSELF),
    ):
        plan_by(*past).then(planned())
        given(*a_club(), *past).when(
            Governance.adopt_rule, by(BEN), CLUB, terms, THAT_DECISION
        ).then_refused(NoAuthority, saying=why)
    for together in (
        by_route(Route.CONSENT, domain=Domain.RULES),
        [*in_a_hurry(Domain.RULES), ratified()],
    ):
        given(*a_club(rule=MAJORITY), *together).when(
            Governance.adopt_rule, by(BEN), CLUB, terms, THAT_DECISION
        ).then(rule_adopted(terms, authority=THAT_DECISION))


def test_by_a_delegated_decision_no_more_is_spent_than_was_put_to_the_person() -> None:
    past = [*a_club(), *by_route(Route.DELEGATED_MEMBER, domain=Domain.PROGRAMME)]
    paid = [*a_club(), made(domain=Domain.PROGRAMME, amount=pounds(80))]
    paid.append(decided(route=Route.DELEGATED_MEMBER, amount=pounds(80)))
    for idea, money, why in (
        (past, pounds(1), "did not agree that this is decided alone"),
        (paid, pounds(81), "more money"),
    ):
        given(*idea, planned()).when(
            Governance.write_line,
            by(BEN),
            NIGHT,
            "Music",
            kind=LineKind.MUSIC,
            money=money,
            authority=THAT_DECISION,
        ).then_refused(NoAuthority, saying=why)


def test_a_decision_by_a_step_in_allows_nothing_beside_the_step_in() -> None:
    plan_by(*by_route(Route.STEP_IN)).then_refused(NoAuthority, saying="Name the step-in")


def test_what_the_trustees_decided_holds_as_the_committees_own() -> None:
    plan_by(*by_route(Route.TRUSTEES)).then(planned(authority=THAT_DECISION))


def test_a_no_allows_nothing() -> None:
    for result in (Result.REJECTED, Result.NO_QUORUM, Result.UNDECIDED):
        plan_by(made(), decided(result)).then_refused(NoAuthority, saying="did not say yes")


def test_an_older_idea_is_another_stream() -> None:
    assert OLDER_IDEA != IDEA
    given(*an_older_yes(), *a_club(), made(committee=CLUB)).when(
        Governance.make_plan, by(CARA), CLUB, "The club night", authority=event_id(IDEA, 1)
    ).then_refused(NoAuthority, saying="not decided yet")


# ---- As far as the idea said


def test_what_we_decided_costs_no_more_than_the_idea_said() -> None:
    past = [*a_club(), made(amount=pounds(80)), *a_yes()[1:], planned()]
    line = (Governance.write_line, by(BEN), NIGHT, "Food", "")
    given(*past).when(*line, money=pounds(80), authority=DECISION).then(
        line_written(LineId(NEW), words=None, money=pounds(80), actor=BEN)
    )
    too_much = "more money than what we decided allows. Make it an idea again"
    given(*past).when(*line, money=pounds(81), authority=DECISION).then_refused(
        NoAuthority, saying=too_much
    )
    given(*past, line_written(money=pounds(50))).when(
        *line, money=pounds(40), authority=DECISION
    ).then_refused(NoAuthority, saying=too_much)


def test_what_comes_in_is_no_cost() -> None:
    past = [*a_club(), made(amount=pounds(80)), *a_yes()[1:], planned()]
    line: dict[str, Any] = {"money": pounds(500), "income": True, "authority": DECISION}
    tickets = (Governance.write_line, by(BEN), NIGHT, "Tickets", "")
    comes_in = line_written(money=pounds(500), income=True)
    given(*past).when(*tickets, **line).then(
        line_written(LineId(NEW), words=None, money=pounds(500), income=True, actor=BEN)
    )
    given(*past, comes_in).when(*tickets, money=pounds(80), authority=DECISION).then(
        line_written(LineId(NEW), words=None, money=pounds(80), actor=BEN)
    )
    given(*past, comes_in).when(
        *tickets, line=comes_in.line, money=pounds(81), authority=DECISION
    ).then_refused(NoAuthority, saying="more money than what we decided allows")


def test_what_comes_in_is_about_money_all_the_same() -> None:
    past = [*a_club(), *by_route(Route.DELEGATED_MEMBER, domain=Domain.PROGRAMME), planned()]
    given(*past).when(
        Governance.write_line,
        by(BEN),
        NIGHT,
        "Tickets",
        kind=LineKind.MUSIC,
        money=pounds(5),
        income=True,
        authority=THAT_DECISION,
    ).then_refused(NoAuthority, saying="did not agree that this is decided alone")


def test_who_says_that_money_comes_in_says_how_much() -> None:
    given(*a_club(), *a_yes(), planned()).when(
        Governance.write_line, by(BEN), NIGHT, "Tickets", "Many", income=True, authority=DECISION
    ).then_refused(Malformed, saying="Say how much money comes in.")


def test_where_the_idea_named_no_cost_it_sets_no_limit() -> None:
    given(*a_club(), *a_yes(), planned()).when(
        Governance.write_line, by(BEN), NIGHT, "Food", "", money=pounds(900), authority=DECISION
    ).then(line_written(LineId(NEW), words=None, money=pounds(900), actor=BEN))
