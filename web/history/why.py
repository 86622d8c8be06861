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
}


def why(problem: ValidationError) -> str:
    """The sentences for what pydantic found."""
    return " ".join(dict.fromkeys(_sentence(dict(error)) for error in problem.errors()))


def _sentence(error: dict[str, Any]) -> str:
    key = ".".join(str(part) for part in error["loc"] if not _is_branch(part))
    what = error.get("ctx", {})
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
        case kind if kind in _SHAPES:
            return f"{key}: it has to be {_SHAPES[kind]}."
        case _:
            return f"{key}: {_with_stop(error['msg'])}" if key else _with_stop(error["msg"])


def _is_branch(part: object) -> bool:
    """Whether this names one of several shapes that were tried, and no key of the line."""
    return isinstance(part, str) and ("[" in part or part in {"int", "float"})


def _with_stop(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
