"""How roles come to be given, learned, handed over and laid down."""

from collections.abc import Mapping

from domain import events
from domain.events import Event
from domain.ids import RoleId
from web.history.names import ROLE, BadLine
from web.history.native.commands.of import Command, the_committee
from web.history.native.telling import Telling
from web.history.roles import WELL_KNOWN

_WELL_KNOWN = {role: name for name, role in WELL_KNOWN.items()}
NAMED_TOGETHER = (
    "A role gets its name when somebody takes it. The line about that has to come next."
)


def named(it: Telling, event: events.RoleNamed) -> None:
    """A role that nobody had before: its name, and whoever takes it."""
    taken = it.following()
    if not isinstance(taken, events.RoleTaken) or taken.role != event.role:
        raise BadLine(NAMED_TOGETHER)
    _give(it, taken, event.label)


def taken(it: Telling, event: events.RoleTaken) -> None:
    _give(it, event, _label(it, event.role))


def _give(it: Telling, event: events.RoleTaken, label: str) -> None:
    it.does.give_role(
        it.act,
        the_committee(event),
        event.role,
        label,
        event.person,
        term_ends=event.term_ends,
        authority=event.authority,
    )


def _label(it: Telling, role: RoleId) -> str:
    """What a role is called that begins with a line written by hand; all others have a name."""
    new = (name for kind, _, name, thing in it.said.names if (kind, thing) == (ROLE, role))
    return next(new, None) or _WELL_KNOWN.get(role, "role")


def laid_down(it: Telling, event: events.RoleLaidDown) -> None:
    it.does.lay_down_role(it.act, the_committee(event), event.role, event.person)


def taken_away(it: Telling, event: events.RoleTakenAway) -> None:
    it.does.take_role_away(
        it.act, the_committee(event), event.role, event.person, authority=event.authority
    )


def shadowed(it: Telling, event: events.RoleShadowed) -> None:
    it.does.shadow_role(it.act, the_committee(event), event.role, event.person)


def rotation_joined(it: Telling, event: events.RotationJoined) -> None:
    it.does.join_rotation(it.act, the_committee(event), event.role, event.person)


def rotation_left(it: Telling, event: events.RotationLeft) -> None:
    it.does.leave_rotation(it.act, the_committee(event), event.role, event.person)


# ---- Handing a role over


def offered(it: Telling, event: events.RoleHandoverOffered) -> None:
    it.does.offer_role(
        it.act,
        the_committee(event),
        event.role,
        event.taker,
        event.note or "",
        share=event.share,
        answer_by=event.answer_by,
        giver=event.giver,
    )


def accepted(it: Telling, event: events.RoleHandoverAccepted) -> None:
    it.does.accept_role(it.act, the_committee(event), event.role, event.taker)


def declined(it: Telling, event: events.RoleHandoverDeclined) -> None:
    it.does.decline_role(it.act, the_committee(event), event.role, event.taker)


def withdrawn(it: Telling, event: events.RoleHandoverWithdrawn) -> None:
    it.does.withdraw_role_offer(it.act, the_committee(event), event.role, event.taker, event.giver)


def reported(it: Telling, event: events.RoleHandoverReported) -> None:
    it.does.report_role_handover(
        it.act, the_committee(event), event.role, event.givers, event.takers
    )


COMMANDS: Mapping[type[Event], Command] = {
    events.RoleNamed: named,
    events.RoleTaken: taken,
    events.RoleLaidDown: laid_down,
    events.RoleTakenAway: taken_away,
    events.RoleShadowed: shadowed,
    events.RotationJoined: rotation_joined,
    events.RotationLeft: rotation_left,
    events.RoleHandoverOffered: offered,
    events.RoleHandoverAccepted: accepted,
    events.RoleHandoverDeclined: declined,
    events.RoleHandoverWithdrawn: withdrawn,
    events.RoleHandoverReported: reported,
}
