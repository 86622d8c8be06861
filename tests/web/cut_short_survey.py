"""Closing a survey, killed by itself at one moment: run as a program of its own.

``python -m tests.web.cut_short_survey WHEN FOLDER ASHA``, with the id of whoever closes it.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

from domain.application import Governance
from domain.ids import PersonId
from tests.web.club import START, Hands, Visitor
from tests.web.cut_short import die
from web import create_app
from web.asked_in_private import AskedInPrivate
from web.services import Services
from web.settings import Settings
from web.signin import SignIn


def _dying(work: Callable[..., Any], *, after: bool) -> Callable[..., Any]:
    def works(*given: Any) -> None:
        if after:
            work(*given)
        die()

    return works


def before_the_answers_are_counted() -> None:
    AskedInPrivate.count = _dying(AskedInPrivate.count, after=False)  # type: ignore[method-assign]


def before_the_sums_are_written_down() -> None:
    Governance.close_survey = _dying(Governance.close_survey, after=False)  # type: ignore[method-assign]


def after_the_sums_are_written_down() -> None:
    Governance.close_survey = _dying(Governance.close_survey, after=True)  # type: ignore[method-assign]


def after_all_is_forgotten() -> None:
    AskedInPrivate.forget = _dying(AskedInPrivate.forget, after=True)  # type: ignore[method-assign]


MOMENTS = {
    moment.__name__: moment
    for moment in (
        before_the_answers_are_counted,
        before_the_sums_are_written_down,
        after_the_sums_are_written_down,
        after_all_is_forgotten,
    )
}


def main(when: str, folder: str, asha: str) -> None:
    MOMENTS[when]()
    services, clock = Services.open(Path(folder)), Hands(START)
    app = create_app(services, Settings(Path(folder)), clock=clock)
    card, _ = SignIn(services.governance.vault).make_link(PersonId(UUID(asha)), clock.now, None)
    visitor = Visitor(app)
    visitor.post("/enter", card=card)
    visitor.post("/why/five/close")


if __name__ == "__main__":
    main(*sys.argv[1:])
