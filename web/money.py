"""An amount of money as people write it, in the currency of those who see the pages."""

import re
from typing import Annotated

from flask import current_app
from pydantic import BeforeValidator

from domain.values import Money

NUMBER = re.compile(r"(\d{1,9})(?:\.(\d{1,2}))?")
NOT_MONEY = "Write the money as a number, like 80 or 8.50."


def _bare(given: object) -> object:
    return re.sub(r"[\s£€$,]", "", given) if isinstance(given, str) else given


Amount = Annotated[str, BeforeValidator(_bare)]
"""What stands where a page asks for money: maybe nothing, maybe no number."""


def parse(written: str) -> Money | None:
    """The amount, or none where nothing was written. Raises ValueError if it is no number."""
    if not written:
        return None
    found = NUMBER.fullmatch(written)
    if found is None:
        raise ValueError(NOT_MONEY)
    whole, part = found.groups(default="0")
    return Money(
        amount=int(whole) * 100 + int(part.ljust(2, "0")), currency=current_app.config["CURRENCY"]
    )


def is_amount(written: str) -> bool:
    """Whether it is a number, or nothing."""
    return not written or NUMBER.fullmatch(written) is not None
