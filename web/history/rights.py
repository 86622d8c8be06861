"""Lines about mandates and step-ins: what some may do alone, and what staff did alone."""

from domain.ids import CommitteeId, MandateId, PersonId, StepInId
from domain.sealed import Sealed
from domain.values import MandateHolder, NewMandate
from web.history import names, right_lines, roles
from web.history.beyond import warn_of_mandate
from web.history.names import BadLine, UnknownName
from web.history.taking import Taking


def mandate_granted(it: Taking, line: right_lines.MandateGranted) -> None:
    """What somebody may decide alone from here on."""
    committee = it.committee(line.committee)
    scope = it.new(names.MANDATE, committee.hex, line.mandate)
    terms = NewMandate(
        holder=_holder(it, line, committee),
        words=Sealed.of(line.scope),
        limit=line.limit,
        expires=line.expires,
    )
    act, cited = it.act(line), it.authority(line)
    mandate = it.governance.grant_mandate(
        act,
        committee,
        terms.holder,
        terms.words,
        limit=terms.limit,
        expires=terms.expires,
        authority=cited,
    )
    warn_of_mandate(it, act, terms, cited)
    it.names.add(names.MANDATE, scope, line.mandate, mandate)


def mandate_revoked(it: Taking, line: right_lines.MandateRevoked) -> None:
    """What nobody may decide alone any more."""
    committee = it.committee(line.committee)
    mandate = MandateId(it.thing(line, names.MANDATE, line.mandate))
    it.governance.revoke_mandate(it.act(line), committee, mandate, authority=it.authority(line))


def stepped_in(it: Taking, line: right_lines.StepInApplied) -> None:
    """Somebody acted against or without the committee."""
    committee, person = it.committee(line.committee), it.person(line, line.person)
    scope = it.new(names.STEP_IN, committee.hex, line.step_in)
    step_in = it.governance.step_in(
        it.act(line, person),
        committee,
        line.grounds,
        person=person,
        ends=line.expires.at if line.expires else None,
    )
    it.names.add(names.STEP_IN, scope, line.step_in, step_in)


def step_in_reviewed(it: Taking, line: right_lines.StepInReviewed) -> None:
    """What was found when others looked at it."""
    step_in = StepInId(it.thing(line, names.STEP_IN, line.step_in))
    reviewers = it.people(line, line.by)
    it.governance.review_step_in(it.act(line), it.home(step_in), step_in, line.finding, reviewers)


def _holder(it: Taking, line: right_lines.MandateGranted, committee: CommitteeId) -> MandateHolder:
    said = line.holder
    if isinstance(said, str):
        return _called(it, committee, said)
    if said.person is not None:
        return MandateHolder(person=it.person(line, said.person))
    if said.role is not None:
        return MandateHolder(role=roles.the(it, committee, line.committee, said.role))
    return MandateHolder(committee=it.committee(said.committee or ""))


def _called(it: Taking, committee: CommitteeId, name: str) -> MandateHolder:
    """Whoever or whatever is called so, if only one of the three is."""
    group = it.names.get(names.COMMITTEE, names.ORGANISATION, name)
    role, person = roles.find(it, committee, name), it.names.person(name)
    how = 'Write {"person": …}, {"role": …} or {"committee": …}.'
    match [one for one in (group, role, person) if one is not None]:
        case []:
            raise UnknownName(
                [names.PERSON, names.COMMITTEE],
                name,
                f"Nobody and nothing is called “{name}”. {how}",
            )
        case [_]:
            return MandateHolder(
                person=None if person is None else PersonId(person),
                role=role,
                committee=None if group is None else CommitteeId(group),
            )
        case _:
            raise BadLine(f"More than one of them is called “{name}”. {how}")
