"""Finding words in what people wrote, whatever the script and however it was typed."""

import json
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

Words = Callable[[Iterable[str | None]], dict[str, str]]
"""Who knows the words behind seals."""


class Sought(NamedTuple):
    """Something with words of its own: the seals of its title and text, its options as stored.

    ``anew`` are the changes of its words so far, as stored, the first one first.
    """

    key: Any
    title: str | None
    text: str | None
    options: str | None
    anew: str

    @property
    def seals(self) -> list[str]:
        """The seals of the words as they stand."""
        options = _titles(self.options)
        title, text = self.title, self.text
        for change in () if self.anew == "[]" else map(json.loads, json.loads(self.anew)):
            title, text = change.get("title", title), change.get("text", text)
            options = (
                [one["title"] for one in change["options"]] if "options" in change else options
            )
        return [seal for seal in (title, text, *options) if seal]


def _titles(options: str | None) -> list[str]:
    found = json.loads(options) if options and options != "[]" else []
    return [option["title"] for option in found]


def having(words: str, some: Sequence[Sought], known: Words) -> list[Any]:
    """The keys of those in which each of these words stands. Erased words are not found.

    Nothing is kept from one search to the next: what is erased is forgotten here as well.
    """
    wanted = folded(words).split()
    seals = {one.key: one.seals for one in some}
    said = known(seal for of_one in seals.values() for seal in of_one)
    return [key for key, of_one in seals.items() if _stand(wanted, of_one, said)]


def _stand(wanted: list[str], seals: list[str], said: dict[str, str]) -> bool:
    text = folded("\n".join(said[seal] for seal in seals if seal in said))
    return all(word in text for word in wanted)


def folded(words: str) -> str:
    """Words without capitals and accents, so that they are found however they were typed."""
    if words.isascii():
        return words.lower()
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
