"""What is wrong with a line, as a sentence."""

from typing import Any

from pydantic import ValidationError

_SHAPES = {
    "string_type": "text, in quotation marks",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "float_type": "a number",
    "finite_number": "a number with an end, such as 3 or 2.5",
    "dict_type": "an object, in curly brackets",
    "model_type": "an object, in curly brackets",
    "list_type": "a list, in square brackets",
    "uuid_parsing": "an id, such as 3f0c2a1e-8d57-4c0b-9b1e-6a2f4d7c9e10",
    "date_parsing": "a day, such as 2026-03-03",
    "date_from_datetime_parsing": "a day, such as 2026-03-03",
    "datetime_parsing": "a time, such as 2026-03-03T19:00:00Z",
    "datetime_from_date_parsing": "a time, such as 2026-03-03T19:00:00Z",
    "timezone_aware": "a time with its zone, such as 2026-03-03T19:00:00Z",
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than": "less than {lt}",
    "less_than_equal": "at most {le}",
}
RANKING = 'Write each place as a list of its own, such as [["pizza"], ["curry", "soup"]].'
CHOICE = (
    'A choice is one word, such as "yes". '
    "An order goes under “ranking”, points under “scores”, several picks under “approves”."
)


def why(problem: ValidationError) -> str:
    """The sentences for what pydantic found; of several shapes that a thing may have, the last."""
    found = (dict(error) for error in problem.errors())
    each = {
        (_key(error), _is_of_branch(error) or index): error for index, error in enumerate(found)
    }
    return " ".join(dict.fromkeys(map(_sentence, each.values())))


def _key(error: dict[str, Any]) -> str:
    return ".".join(str(part) for part in error["loc"] if not _is_branch(part))


def _is_of_branch(error: dict[str, Any]) -> bool:
    return _is_branch(error["loc"][-1]) if error["loc"] else False


def _sentence(error: dict[str, Any]) -> str:
    key, what = _key(error), error.get("ctx", {})
    match error["type"]:
        case "extra_forbidden":
            return f"There is no key “{key}” for this kind of line."
        case "missing":
            return f"The key “{key}” is missing."
        case "value_error":
            return f"{key}: {_with_stop(str(what['error']))}" if key else _with_stop(error["msg"])
        case "literal_error" | "enum":
            return f"{key}: it has to be one of {what['expected']}."
        case "string_too_short" | "string_pattern_mismatch":
            return f"{key}: it is empty."
        case "too_short":
            return f"{key}: the list is empty."
        case "list_type" if key.startswith("ranking."):
            return RANKING
        case "string_type" if key == "choice" and isinstance(error["input"], list | dict):
            return CHOICE
        case "json_invalid":
            return f"This is not JSON: {_with_stop(what['error'])}"
        case kind if kind in _SHAPES:
            return f"{key}: it has to be {_SHAPES[kind].format(**what)}."
        case _:
            return f"{key}: {_with_stop(error['msg'])}" if key else _with_stop(error["msg"])


def _is_branch(part: object) -> bool:
    """Whether this names one of several shapes that were tried, and no key of the line."""
    return isinstance(part, str) and ("[" in part or part in {"int", "float"})


def _with_stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
