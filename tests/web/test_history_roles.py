"""What lines about seats' ends, roles and the end of a committee become."""

from datetime import date
from typing import Any

import pytest

from domain.events import (
    CommitteeClosed,
    DecisionTaken,
    PersonLeft,
    RoleHandoverAccepted,
    RoleHandoverDeclined,
    RoleHandoverOffered,
    RoleHandoverReported,
    RoleHandoverWithdrawn,
    RoleLaidDown,
    TermFixed,
)
from domain.ids import CHAIR
from domain.kinds import NotAPerson
from tests.web.past import A_YES, CLUB, UNKNOWN, Past, Said, became, kinds, line, listed

CHAIRED = (*CLUB, line("role.taken", committee="club", person="ben", role="chair"))


def of_role(kind: str, giver: str, taker: str, **more: Any) -> Said:
    return line(kind, committee="club", role="chair", giver=giver, taker=taker, **more)


def test_a_committee_comes_to_its_end(past: Past) -> None:
    (event,) = became(
        past,
        line("committee.closed", committee="club", reason="Merged", authority="dj"),
        before=A_YES,
    )
    assert (type(event), event.actor, past.said(event.reason)) == (
        CommitteeClosed, UNKNOWN, "Merged",
    )  # fmt: skip
    assert event.authority == past.events(DecisionTaken)[0].event_id


def test_a_term_is_fixed(past: Past) -> None:
    (event,) = became(
        past, line("term.fixed", committee="club", person="ben", term_ends="2027-05-01")
    )
    assert (type(event), event.person, event.role, event.ends) == (
        TermFixed, past.ref("person", "ben"), None, date(2027, 5, 1),
    )  # fmt: skip
    assert event.actor is UNKNOWN


def test_a_term_belongs_to_a_seat(past: Past) -> None:
    term = line("term.fixed", committee="club", person="zoe", term_ends="2027-05-01")
    assert past.why(*CLUB, term).startswith("“zoe” has no seat on “club” at this time.")


def test_a_role_is_offered_declined_offered_again_and_accepted(past: Past) -> None:
    events = became(
        past,
        of_role("handover.offered", "ben", "asha", reason="I move away"),
        of_role("handover.declined", "ben", "asha"),
        of_role("handover.offered", "ben", "cara"),
        of_role("handover.accepted", "ben", "cara"),
        before=CHAIRED,
    )
    asha, ben, cara = (past.ref("person", name) for name in ("asha", "ben", "cara"))
    assert kinds(events) == listed(
        RoleHandoverOffered, RoleHandoverDeclined, RoleHandoverOffered, RoleHandoverAccepted
    )
    assert [event.actor for event in events] == [ben, asha, ben, cara]
    assert [(event.role, event.giver, event.taker) for event in events] == [
        (CHAIR, ben, asha), (CHAIR, ben, asha), (CHAIR, ben, cara), (CHAIR, ben, cara),
    ]  # fmt: skip
    assert past.said(events[0].reason) == "I move away"


def test_a_role_that_was_given_up_has_no_term(past: Past) -> None:
    past.take(*CHAIRED)
    gone = line("role.left", committee="club", role="chair", person="ben", term_ends="2027-01-01")
    assert [one.why for one in past.take(gone).warnings] == [
        "The role was given up, so “term_ends” is not kept."
    ]


def test_of_a_role_only_the_result_may_be_known(past: Past) -> None:
    (event,) = became(past, of_role("role.handed_over", "ben", "cara"), before=CHAIRED)
    assert (type(event), event.role, event.actor) == (RoleHandoverReported, CHAIR, UNKNOWN)
    assert (event.givers, event.takers) == (
        (past.ref("person", "ben"),), (past.ref("person", "cara"),),
    )  # fmt: skip


def test_whoever_leaves_is_no_longer_asked_and_has_no_role_by_the_program(past: Past) -> None:
    events = became(
        past,
        line("person.left", committee="club", person="ben"),
        before=(*CHAIRED, of_role("handover.offered", "ben", "asha")),
    )
    assert kinds(events) == listed(PersonLeft, RoleHandoverWithdrawn, RoleLaidDown)
    assert [event.actor for event in events] == [UNKNOWN, *[NotAPerson.PROGRAM] * 2]


def test_what_nobody_tells_of_an_offer_is_the_programs(past: Past) -> None:
    """Whoever gave the role to one person no longer asks another; no source says so."""
    events = became(
        past,
        of_role("handover.accepted", "ben", "cara"),
        before=(
            *CHAIRED,
            of_role("handover.offered", "ben", "asha"),
            of_role("handover.offered", "ben", "cara"),
        ),
    )
    assert kinds(events) == listed(RoleHandoverAccepted, RoleHandoverWithdrawn)
    assert events[1].actor is NotAPerson.PROGRAM


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (of_role("role.handed_over", "asha", "cara"),
         "“asha” does not have “chair” at this time. “ben” has it."),
        (of_role("role.handed_over", "ben", "zoe"), "“zoe” has no seat on “club” at this time."),
        (of_role("handover.offered", "cara", "asha"),
         "“cara” does not have “chair” at this time. “ben” has it."),
        (of_role("handover.accepted", "ben", "asha"), "Only the person who was asked can answer"),
        (of_role("handover.offered", "ben", "asha", task="bar"), "A handover is of a task or of"),
        (line("handover.offered", role="chair", giver="ben", taker="asha"),
         "The key “committee” is missing: a role belongs to one."),
        (line("handover.offered", giver="ben", taker="asha"), "Say what passes on: a task, or a"),
        (line("role.handed_over", committee="club", role="dj", giver="ben", taker="asha"),
         "There is no role “dj” on “club”."),
        (line("role.taken", committee="club", role="dj", person="zoe"), "“zoe” has no seat on"),
        (line("role.left", committee="club", role="chair", person="asha"),
         "“asha” does not have “chair” at this time. “ben” has it."),
    ],
)  # fmt: skip
def test_a_role_is_somebodys_to_pass_on(past: Past, said: Said, sentence: str) -> None:
    assert past.why(*CHAIRED, said).startswith(sentence)


@pytest.mark.parametrize("kind", ["role.left", "role.handed_over", "handover.offered"])
def test_a_role_that_nobody_ever_had_is_nobodys_to_pass_on(past: Past, kind: str) -> None:
    said = line(kind, committee="club", role="treasurer")
    said |= {"person": "ben"} if kind == "role.left" else {"from": "ben", "to": "cara"}
    assert past.why(*CHAIRED, said) == (
        "“ben” does not have “treasurer” at this time. Nobody has it."
    )


def test_nobody_accepts_a_role_that_another_person_offered(past: Past) -> None:
    asked = of_role("handover.offered", "ben", "asha")
    assert past.why(*CHAIRED, asked, of_role("handover.accepted", "cara", "asha")) == (
        "Somebody else has asked them."
    )
