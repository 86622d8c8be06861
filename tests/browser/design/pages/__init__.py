"""Every page once or more: its name here, its template, and what it shows. All invented."""

from typing import Any

from tests.browser.design.pages import (
    chair,
    coming_in,
    elections,
    help_and_look,
    ideas,
    jobs,
    now,
    people,
    plan,
    rights,
    rules,
    sharing,
    votes,
    why,
)

PAGES: dict[str, tuple[str, dict[str, Any]]] = {
    **chair.PAGES,
    **coming_in.PAGES,
    **elections.PAGES,
    **help_and_look.PAGES,
    **ideas.PAGES,
    **jobs.PAGES,
    **now.PAGES,
    **people.PAGES,
    **plan.PAGES,
    **rights.PAGES,
    **rules.PAGES,
    **sharing.PAGES,
    **votes.PAGES,
    **why.PAGES,
}
