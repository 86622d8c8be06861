"""Which right an event of this committee gives, to whom, and how far it goes."""

from datetime import date
from uuid import UUID

from pydantic import TypeAdapter, ValidationError

from domain.act import Act
from domain.authority import Authority, Change, Ground, Within, is_over
from domain.committee.state import CommitteeState, Mandate, StepIn
from domain.errors import Malformed, NoAuthority, NotEligible, NotFound
from domain.ids import MandateId, StepInId
from domain.kinds import Domain, Say, Seat
from domain.values import Actor, EventId, MetricRef

ASK_THE_COMMITTEE = "Make it an idea, and the committee decides."
ASK_FOR_A_STEP_IN = (
    "Staff cannot do this alone. If it cannot wait, step in and say on which ground: "
    "harm, the law or safeguarding."
)
ASK_ABOVE = "The trustees have a say in this. Ask them first, and wait for their answer."
WIDEN = "The trustees have to allow it first."

_METRIC: TypeAdapter[str] = TypeAdapter(MetricRef)


class Rights(CommitteeState):
    """What founding, mandates and step-ins allow."""

    def right_of(self, event: EventId, act: Act) -> Authority:
        """The right that this event of ours gives to whoever acts, if it gives any now.

        A history kept elsewhere tells what happened, within the right or beyond it; the audit
        compares.
        """
        if event == self.founding:
            return Authority(self.name, Ground.FOUNDING, event)
        for mandate in self.mandates.values():
            if mandate.granted == event:
                return self._by_mandate(mandate, act)
        for step_in in self.step_ins.values():
            if step_in.applied == event:
                return self._by_step_in(step_in, act)
        raise NoAuthority("What was cited gives nobody a right. Name the decision itself.")

    def grant_of(self, given: MandateId | StepInId) -> EventId:
        """The event of ours by which a mandate was granted, or somebody stepped in."""
        grants: dict[UUID, EventId] = {name: it.granted for name, it in self.mandates.items()}
        grants |= {name: it.applied for name, it in self.step_ins.items()}
        if given not in grants:
            raise NotFound("There is no such mandate or step-in.")
        return grants[given]

    def otherwise(self, person: Actor) -> str:
        """What somebody can do whose right is not enough."""
        return ASK_FOR_A_STEP_IN if self.sits_as(person, Seat.STAFF) else ASK_THE_COMMITTEE

    def _by_mandate(self, mandate: Mandate, act: Act) -> Authority:
        if act.is_import:
            return Authority(self.name, Ground.MANDATE, mandate.granted)
        otherwise = self.otherwise(act.actor)
        self._must_be_in_force(mandate, act.counts_from.date(), otherwise)
        holder = mandate.holder
        if holder.committee is not None:
            raise NoAuthority(
                "This mandate is a committee's. What that committee decides is what counts: "
                "name its decision."
            )
        if act.actor != holder.person and not (
            holder.role is not None and act.actor in self.roles.get(holder.role, set())
        ):
            raise NoAuthority(f"It is somebody else who may do this alone. {otherwise}")
        within = Within(
            otherwise,
            domains=mandate.about(Say.ALONE),
            limit=mandate.limit,
            agree=mandate.about(Say.AGREE),
            refer=mandate.about(Say.REFER),
        )
        return Authority(self.name, Ground.MANDATE, mandate.granted, within)

    def _must_be_in_force(self, mandate: Mandate, day: date, otherwise: str) -> None:
        if mandate.is_revoked:
            raise NoAuthority(f"We ended this: nobody may do it alone now. {otherwise}")
        if mandate.starts and day < mandate.starts:
            raise NoAuthority(
                f"This may be done alone from {mandate.starts:%-d %B %Y} on. {otherwise}"
            )
        if mandate.renewed_on and day >= mandate.renewed_on:
            raise NoAuthority("A newer one took its place. Name that one.")
        if mandate.expires and day > mandate.expires:
            raise NoAuthority(
                f"This could be done alone until {mandate.expires:%-d %B %Y}. {otherwise}"
            )

    def _by_step_in(self, step_in: StepIn, act: Act) -> Authority:
        if act.is_import:
            return Authority(self.name, Ground.STEP_IN, step_in.applied)
        if act.actor != step_in.person:
            raise NoAuthority("Only the person who stepped in can act on it.")
        if _has_ended(step_in, act):
            raise NoAuthority("This step-in is over. What holds from here on is decided together.")
        within = Within(self.otherwise(act.actor), streams=step_in.touches)
        return Authority(self.name, Ground.STEP_IN, step_in.applied, within)

    def must_be_ours(self, act: Act, change: Change, *, others_answered: bool) -> None:
        """Refuse to decide together what those above have kept for themselves, or more money.

        Where this committee answers to nobody, it could widen its own mandate by the same vote:
        what goes beyond is listed, not refused.
        """
        own = self._own_mandate(act.counts_from.date())
        if act.is_import or own is None or self.answers_to is None:
            return
        about = change.about - {Domain.NOT_STATED}
        if about & own.about(Say.REFER) and not others_answered:
            raise NoAuthority(ASK_ABOVE)
        if own.says and not about <= own.says.keys():
            raise NoAuthority(f"What we may decide does not cover this. {WIDEN}")
        if own.limit and change.amount and is_over(own.limit, change.amount, change.beside):
            raise NoAuthority(f"This is more money than we may spend. {WIDEN}")

    def _own_mandate(self, day: date) -> Mandate | None:
        """What this committee itself may decide, as it was agreed last."""
        own = (one for one in self.mandates.values() if one.holder.committee == self.name)
        return next((one for one in reversed(list(own)) if one.holds_on(day)), None)

    # Changes of the committee itself

    def _arranged(self, act: Act, authority: Authority, *about: Domain) -> EventId | None:
        """What to cite for a seat, a role or a term."""
        self._must_act_by(act, authority)
        return authority.to_arrange(self._of(*about))

    def _settled(self, act: Act, authority: Authority) -> EventId | None:
        """What to cite for what only the committee itself decides, or the one it answers to."""
        if not act.is_import:
            self.must_go_on()
            if authority.committee == self.name and act.actor != self.founder:
                self.must_sit(act.actor)
        return authority.to_settle(self.name, self.answers_to)

    def _must_act_by(self, act: Act, authority: Authority) -> None:
        if act.is_import:
            return
        self.must_go_on()
        if act.actor == self.founder:
            return
        if authority.ground is Ground.FOUNDING and not self.is_chair(act.actor):
            raise NoAuthority("Only the founder or the chair can do this, or a decision.")
        self.must_sit(act.actor)

    def _must_be_member_once(self, act: Act) -> None:
        """Whoever sits here, or sat here once, may say what the record lacks."""
        if not act.is_import and act.actor not in self.ever_seated:
            raise NotEligible("Only people who are on this committee, or were, can do this.")


def _has_ended(step_in: StepIn, act: Act) -> bool:
    return step_in.is_lifted or step_in.ends is None or act.counts_from >= step_in.ends


def must_be_metric(name: str) -> None:
    """Refuse what is no measure or warning of the audit."""
    try:
        _METRIC.validate_python(name)
    except ValidationError:
        raise Malformed("There is no such measure. Their names look like C0 or W1.") from None
