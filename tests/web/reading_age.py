"""How hard words are to read: the grade of Flesch and Kincaid, as years of school in America.

A grade of 4 is about the age of nine. Syllables are counted by where a word may be broken at the
end of a line, which finds a few too few; so the aim has to be kept with room to spare.
"""

import json
import re
from calendar import day_name, month_name
from collections.abc import Iterable
from functools import cache
from typing import Any

from pyphen import Pyphen

HIGHEST = 4.0
ENOUGH_WORDS = 40
"""On fewer words the grade says nothing."""
MANY_WORDS = 12
TOO_MANY_WORDS = 15

OURS_NOT = "\N{WORD JOINER}"
"""Begins every word that a person wrote: what it begins is not the program's."""
END = re.compile(r"(?<=[.?!:])[”’)]*\s+")
NO_WORD = re.compile(r"[a-z]+\.[a-z]+(-[a-z]+)*|https?://\S+")
LETTER, WORD = re.compile(r"[^\W\d_]"), re.compile(r"\w")

DAY = re.compile(rf"\d+|\b({'|'.join((*day_name, *month_name[1:]))})\b")

_breaks = Pyphen(lang="en_US", left=1, right=1)


def marked(words: str) -> str:
    """Somebody's words, or their details, so that each can be told again on a page."""
    try:
        held = json.loads(words)
    except ValueError:
        return re.sub(r"(?<!\S)(?=\S)", OURS_NOT, words)
    return json.dumps(_marked(held)) if isinstance(held, dict) else marked(f" {words}")


def _marked(held: Any) -> Any:
    if isinstance(held, dict):
        return {name: _marked(value) for name, value in held.items()}
    return marked(held) if isinstance(held, str) else held


def sentences(lines: Iterable[str]) -> list[str]:
    """Every sentence once, whatever day it names. A line ends one, as a full stop does."""
    found = (one.strip() for line in lines for one in END.split(line))
    kept = {DAY.sub("0", ours(one)): one for one in found if LETTER.search(ours(one))}
    return list(kept.values())


def ours(sentence: str) -> str:
    """Without people's words, and without what is no word: an event's name, a link's address."""
    return " ".join(w for w in sentence.split() if _is_ours(w))


def length(sentence: str) -> int:
    """In words; what a person said, in a row, is one."""
    whose = [_is_ours(word) for word in sentence.split() if WORD.search(word)]
    return sum(mine or before for mine, before in zip(whose, [True, *whose], strict=False))


def grade(found: Iterable[str]) -> float:
    """The grade of these sentences, by the program's own words."""
    several = [words for words in map(_our_words, found) if words]
    number = sum(map(len, several))
    spoken = sum(syllables(w) for one in several for w in one)
    return 0.39 * number / len(several) + 11.8 * spoken / number - 15.59


def number_of_words(found: Iterable[str]) -> int:
    return sum(len(_our_words(one)) for one in found)


@cache
def syllables(word: str) -> int:
    return len(_breaks.positions(re.sub(r"[^\w’'-]", "", word))) + 1


def _our_words(sentence: str) -> list[str]:
    return [word for word in ours(sentence).split() if WORD.search(word)]


def _is_ours(word: str) -> bool:
    return OURS_NOT not in word and not NO_WORD.fullmatch(word.strip("“”.,"))
