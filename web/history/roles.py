"""Lines about roles: taken, given up, passed on."""

from uuid import uuid4

from domain.ids import CHAIR, MINUTES, TREASURER, CommitteeId, RoleId
from web.history import lines, names
from web.history.holders import if_in_role, if_seated
from web.history.names import BadLine
from web.history.taking import Taking

WELL_KNOWN = {"chair": CHAIR, "minutes": MINUTES, "treasurer": TREASURER}


def taken(it: Taking, line: lines.RoleTaken) -> None:
    """A role, named the first time it is met."""
    committee, person = it.committee(line.committee), it.person(line, line.person)
    with if_seated(it, committee, line.committee, [line.person]):
        it.governance.give_role(
            it.act(line),
            committee,
            find(it, committee, line.role) or _new(it, committee, line.role),
            line.role,
            person,
            term_ends=line.term_ends,
            authority=it.authority(line),
        )


def left(it: Taking, line: lines.RoleLeft) -> None:
    """A role given up."""
    committee, person = it.committee(line.committee), it.person(line, line.person)
    role = the(it, committee, line.committee, line.role)
    with if_in_role(it, committee, role, line.role, [line.person]):
        it.governance.lay_down_role(it.act(line, person), committee, role, person)
    if line.term_ends is not None:
        it.warn("The role was given up, so “term_ends” is not kept.")


def handed_over(it: Taking, line: lines.RoleHandedOver) -> None:
    """A role passed on, and nobody knows who asked whom."""
    committee = it.committee(line.committee)
    role = the(it, committee, line.committee, line.role)
    givers, takers = it.people(line, line.givers), it.people(line, line.takers)
    with (
        if_seated(it, committee, line.committee, line.takers),
        if_in_role(it, committee, role, line.role, line.givers),
    ):
        it.governance.report_role_handover(it.act(line), committee, role, givers, takers)


# ---- Finding them


def find(it: Taking, committee: CommitteeId, name: str) -> RoleId | None:
    """The role of this name, if the committee has one or every committee may."""
    known = WELL_KNOWN.get(name) or it.names.get(names.ROLE, committee.hex, name)
    return None if known is None else RoleId(known)


def the(it: Taking, committee: CommitteeId, called: str, name: str) -> RoleId:
    """The role of this name, or the sentence that there is none."""
    role = find(it, committee, name)
    if role is None:
        raise BadLine(f"There is no role “{name}” on “{called}”.")
    return role


def _new(it: Taking, committee: CommitteeId, name: str) -> RoleId:
    role = RoleId(uuid4())
    it.names.add(names.ROLE, committee.hex, name, role)
    return role
