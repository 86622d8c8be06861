"""RULE.json of ``hands count``: a rule, its options, and who may vote where nobody has a name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from uuid import NAMESPACE_OID, UUID, uuid5

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json, to_json

from domain.errors import Malformed
from domain.ids import OptionId
from domain.kinds import Seat
from domain.voting.quorum import ENTITLED, AtLeast
from domain.voting.rule import YES_OR_NO, Base, Method, Rule
from web.history.lines import Name
from web.history.names import BadLine
from web.history.said_once import must_say_once
from web.history.why import why
from web.terminal.blt import Blt

Whole = Annotated[int, Field(strict=True, ge=0)]


class Beside(BaseModel):
    """What stands beside the rule.

    `entitled` is how many may vote, of all or of each seat. `chair` is the answer that breaks a
    tie. `limit` is how far the mandate of those who decide goes in money, and `amount` what this
    costs, both in the smallest unit of one currency.
    """

    model_config = ConfigDict(extra="forbid")

    options: list[Name] = Field(default_factory=list)
    entitled: Whole | dict[Seat, Whole] | None = None
    chair: str | dict[str, Any] | None = None
    limit: Whole | None = None
    amount: Whole | None = None


@dataclass(frozen=True)
class Question:
    """A rule, what there is to choose from, and what stands beside."""

    rule: Rule
    options: Mapping[str, OptionId]
    beside: Beside

    @property
    def names(self) -> dict[UUID, str]:
        """What the file calls each option."""
        return {option: name for name, option in self.options.items()}

    @property
    def beyond(self) -> str | None:
        """Why the mandate does not cover this, where it does not."""
        limit, amount = self.beside.limit, self.beside.amount
        if limit is None or amount is None or amount <= limit:
            return None
        return f"This costs {amount:,}, and the mandate goes to {limit:,}."


def read_question(file: Path, blt: Blt | None = None) -> Question:
    """The rule that a file holds. What is wrong with it is told as a sentence.

    A BLT file brings the options and the places, where the rule does not name the same.
    """
    said = _object(file)
    if blt is not None:
        said = said | _as_in(file, said, blt)
    aside = {key: value for key, value in said.items() if key in Beside.model_fields}
    terms = {key: value for key, value in said.items() if key not in aside}
    options = dict[str, OptionId]()
    try:
        beside = Beside.model_validate_json(to_json(aside))
        options = _ids(beside.options)
        rule = Rule.model_validate(_with_ids(terms, options))
    except ValidationError as problem:
        raise Malformed(f"{file.name}: {_by_name(why(problem), options)}") from None
    question = Question(rule, options, beside)
    if problems := [*rule.problems([*options.values()]), *_missing(question)]:
        raise Malformed(f"{file.name}: {' '.join(problems)}")
    return question


def _as_in(file: Path, said: Mapping[str, Any], blt: Blt) -> dict[str, Any]:
    options, places = said.get("options"), said.get("seats_to_fill")
    if options is not None and (not isinstance(options, list) or {*options} != {*blt.names}):
        raise Malformed(f"{file.name}: The BLT file has other options. Leave “options” out.")
    if places is not None and places != blt.places:
        raise Malformed(
            f"{file.name}: “seats_to_fill” is {places}, and the BLT file has {blt.places}. "
            "Leave it out, or make both the same."
        )
    return {"options": [*blt.names], "seats_to_fill": blt.places}


def _object(file: Path) -> dict[str, Any]:
    held = file.read_bytes()
    try:
        said = from_json(held, allow_inf_nan=False)
        must_say_once(held, said)
    except BadLine as problem:
        raise Malformed(f"{file.name}: {problem}") from None
    except ValueError as problem:
        raise Malformed(f"{file.name} is not JSON: {problem}.") from None
    if not isinstance(said, dict):
        raise Malformed(f"{file.name}: a rule has to be one JSON object, in curly brackets.")
    return said


def _ids(names: list[str]) -> dict[str, OptionId]:
    if len(set(names)) < len(names):
        raise Malformed("An option is listed twice.")
    return {name: _id(name) for name in names}


def _id(name: str) -> OptionId:
    """An id of our own for what a file names; an id that it gives stays."""
    try:
        return OptionId(UUID(name))
    except ValueError:
        return OptionId(uuid5(NAMESPACE_OID, name))


def _by_name(sentence: str, options: Mapping[str, OptionId]) -> str:
    """The same sentence, which calls options what the file calls them."""
    for name, option in options.items():
        sentence = sentence.replace(repr(option), name)
    return sentence


def _with_ids(terms: dict[str, Any], options: Mapping[str, OptionId]) -> dict[str, Any]:
    """The same rule with ids in the place of names."""
    given = dict(terms)
    if "default_option" in given:
        given["default_option"] = option_of(options, given["default_option"])
    if isinstance(given.get("majority"), dict):
        given["majority"] = {option_of(options, o): r for o, r in given["majority"].items()}
    if isinstance(given.get("weights"), dict):
        for who in given["weights"]:
            if who not in set(Seat):
                raise Malformed(f"The rule gives “{who}” a weight. Here only seats can have one.")
    return given


def option_of(options: Mapping[str, OptionId], name: object) -> OptionId:
    """The option of that name."""
    if isinstance(name, str) and name in options:
        return options[name]
    listed = ", ".join(f"“{one}”" for one in [*options][:20]) or "none"
    raise Malformed(f"There is no option “{name}”. The options are: {listed}.")


def _missing(question: Question) -> Iterator[str]:
    """What the rule needs to know of those who may vote, and the file does not say."""
    rule, entitled = question.rule, question.beside.entitled
    if question.options and rule.method in YES_OR_NO:
        yield "A yes-or-no question has no options to list."
    if entitled in (0, {}):
        yield "Nobody can vote here."
    if rule.base is Base.ENTITLED and entitled is None:
        yield "This rule counts all who may vote. Say how many they are with “entitled”."
    if rule.base is Base.ENTITLED and rule.double and not isinstance(entitled, dict):
        yield _EACH_SEAT
    shares = [one for one in rule.quorum if isinstance(one, AtLeast) and _is_share(one)]
    if any(one.of == ENTITLED for one in shares) and entitled is None:
        yield "The quorum is a share of all who may vote. Say how many they are with “entitled”."
    if any(one.of != ENTITLED for one in shares) and not isinstance(entitled, dict):
        yield _EACH_SEAT
    if question.beside.limit is not None and rule.method is not Method.DELEGATED:
        yield "Only a delegated decision has a mandate with a limit."


_EACH_SEAT = "This rule looks at single seats. Say how many may vote on each with “entitled”."


def _is_share(condition: AtLeast) -> bool:
    return not isinstance(condition.at_least, int)
