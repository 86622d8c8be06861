"""On which line of a JSON document something stands."""

import json
from bisect import bisect


class Places:
    """The texts of a JSON document, found again where they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._ends = [place for place, letter in enumerate(text) if letter == "\n"]
        self._from = 0

    def after(self, said: str) -> int:
        """Where this stands, after what was looked for in this way before."""
        self._from = self.of(said, self._from)
        return self._from

    def of(self, said: str, start: int = 0) -> int:
        """Where this stands from there on; where it is not found, there."""
        for spelt in (json.dumps(said, ensure_ascii=False), json.dumps(said)):
            if (found := self._text.find(spelt, start)) >= 0:
                return found
        return start

    def line(self, place: int) -> int:
        """The line on which this place is, from 1."""
        return bisect(self._ends, place - 1) + 1
