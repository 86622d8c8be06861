"""The sentences about ideas, where people are chosen: nobody is called “it”."""

import re

_INSTEAD = (
    (r"\b([Aa])n idea\b", r"\1 person"),
    (r"\bideas\b", "people"),
    (r"\bidea\b", "person"),
    (r"\bNo person won\b", "Nobody won"),
    (r"\bIts\b", "Their"),
    (r"\bmore than it needs\b", "more than they need"),
    (r"\bIt is chosen\b", "They are chosen"),
    (r"\bit is chosen\b", "they are chosen"),
    (r"\bThis one did best\b", "This person did best"),
)


def of_people(words: str) -> str:
    """The same sentences, about people."""
    for pattern, instead in _INSTEAD:
        words = re.sub(pattern, instead, words)
    return words
