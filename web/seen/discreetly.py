"""What this reader is not shown: one place, that every page goes by.

The committee sees itself whole, but for who was helped to vote: ``web/seen/own_help.py``. Trustees,
and whoever looks on, are told offices, numbers and reasons: ``web/seen/offices.py`` asks the read
models for them. Whoever is not signed in sees nothing of a committee.
"""

from flask import g

from projections.wording import OFFICES

NOT_WHOSE = "Who voted how stays in the group."


def sees_names() -> bool:
    """Whether this reader is of the committee that the page is about."""
    return bool(g.get("sees_names"))


def veiled(who: str) -> str:
    """What stands in a page for the id of a person: for outsiders something good for this page."""
    if sees_names() or not g.get("viewer") or who == str(g.viewer.person):
        return who
    if "veils" not in g:
        g.veils = {}
    found: str = g.veils.setdefault(who, f"somebody-{len(g.veils) + 1}")
    return found


def standing_alone(name: str) -> str:
    """What stands under a face: an office as a word of its own, “Member”, and a name as it is."""
    if sees_names() or f"{name} " not in OFFICES:
        return name
    office = name.rpartition(" ")[2]
    return office[0].upper() + office[1:]
