"""How the stories about votes look up a slip, a person and a ballot."""

from typing import Any
from uuid import NAMESPACE_OID, uuid5

from domain.ids import PersonId, SlipId
from tests.scenarios.conftest import Story

IDEA = "DJ Sam"


def slip(number: int) -> SlipId:
    """A slip of paper with this number on it."""
    return SlipId(uuid5(NAMESPACE_OID, f"slip {number}"))


def person(story: Story, name: str) -> PersonId:
    """Somebody of the story."""
    return story.club.people[name]


def ballots(story: Story, name: str | None = None) -> list[dict[str, Any]]:
    """The ballots that count, of one person or all, as ``hands show proposal`` tells them."""
    of = None if name is None else str(person(story, name))
    told = story.show(IDEA)["ballots"]
    return [one for one in told if one["counted"] and of in (None, one["voter"])]


def the_ballot(story: Story, name: str) -> dict[str, Any]:
    """The one ballot of a person that counts."""
    (found,) = ballots(story, name)
    return found
