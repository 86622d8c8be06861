"""Lines about committees: who sits there, and how it decides."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from domain.ids import OptionId, PersonId
from domain.kinds import Seat
from domain.voting.rule import Rule
from web.history import lines, names
from web.history.holders import if_seated
from web.history.names import BadLine
from web.history.taking import Taking
from web.history.why import why

SEATS = set(Seat)


def founded(it: Taking, line: lines.CommitteeFounded) -> None:
    """A committee, perhaps with its first rule."""
    scope = it.new(names.COMMITTEE, names.ORGANISATION, line.committee)
    terms = rule(it, line, line.rule) if line.rule else None
    committee = it.governance.found_committee(
        it.act(line),
        line.name or "",
        terms,
        purpose=line.purpose or "",
        founded_by=it.authority(line),
    )
    it.names.add(names.COMMITTEE, scope, line.committee, committee)


def closed(it: Taking, line: lines.CommitteeClosed) -> None:
    """A committee came to its end."""
    committee = it.committee(line.committee)
    it.governance.close_committee(it.act(line), committee, authority=it.authority(line))


def rule_adopted(it: Taking, line: lines.RuleAdopted) -> None:
    """How a committee decides from now on."""
    committee = it.committee(line.committee)
    it.governance.adopt_rule(it.act(line), committee, rule(it, line, line.rule), it.authority(line))


def joined(it: Taking, line: lines.PersonJoined) -> None:
    """A seat, and the person who takes it if they were not known."""
    committee = it.committee(line.committee)
    act = it.act(line)
    known = it.names.get(names.PERSON, names.ORGANISATION, line.person)
    if known is None:
        person = it.register(act, line.person, line.name)
    else:
        person = PersonId(known)
        if line.name and not it.is_called(person, line.name):
            it.governance.give_name(act, person, line.name)
    if line.name:
        it.called[person] = line.name
    before = it.batch.recorded
    it.governance.seat_person(
        act,
        committee,
        person,
        line.seat,
        voting=line.voting,
        term_ends=line.term_ends,
        authority=it.authority(line),
    )
    if it.batch.recorded == before:
        it.warn(f"“{line.person}” sits on “{line.committee}” already. This adds nothing.")


def left(it: Taking, line: lines.PersonLeft) -> None:
    """A seat given up, and with it what goes with it."""
    committee, person = it.committee(line.committee), it.person(line, line.person)
    votes, tasks = it.open_with(committee, person)
    with if_seated(it, committee, line.committee, [line.person]):
        it.governance.leave_committee(it.act(line), committee, person, proposals=votes, tasks=tasks)


def term_fixed(it: Taking, line: lines.TermFixed) -> None:
    """Until when a seat lasts."""
    committee, person = it.committee(line.committee), it.person(line, line.person)
    with if_seated(it, committee, line.committee, [line.person]):
        it.governance.fix_term(
            it.act(line), committee, person, line.term_ends, authority=it.authority(line)
        )


def rule(
    it: Taking, line: lines.Line, said: lines.Unread, options: Mapping[str, OptionId] | None = None
) -> Rule:
    """The rule that a line states, with ids in the place of names."""
    given: dict[str, Any] = dict(said)
    if "default_option" in given:
        given["default_option"] = _option(given["default_option"], options)
    if isinstance(given.get("majority"), dict):
        given["majority"] = {_option(o, options): r for o, r in given["majority"].items()}
    if isinstance(given.get("weights"), dict):
        given["weights"] = {
            who if who in SEATS else it.person(line, who): weight
            for who, weight in given["weights"].items()
        }
    try:
        return Rule.model_validate(given)
    except ValidationError as problem:
        raise BadLine(f"The rule is not one: {why(problem)}") from None


def _option(name: object, options: Mapping[str, OptionId] | None) -> OptionId:
    if options is None:
        raise BadLine("Only a rule for one proposal can name its options.")
    if not isinstance(name, str) or name not in options:
        raise BadLine(f"The rule names an option “{name}” that the proposal does not have.")
    return options[name]
