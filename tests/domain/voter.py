"""A program of its own that votes: python -m tests.domain.voter FOLDER ANSWER REASON NUMBER…

It waits for a line, then casts one ballot after the other for the people of these numbers, and says
so of each as soon as it is answered: what it said must be in the log, whatever happens next. It
stops at the first refusal.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from domain.act import Act
from domain.errors import RuleBroken
from domain.sealed import Sealed
from domain.voting.answers import Choice
from tests.domain.crowd import person
from tests.facts import IDEA
from tests.scenario import governing


def main(folder: str, answer: str, reason: str, *numbers: str) -> None:
    with governing(Path(folder)) as governance:
        _say("ready")
        sys.stdin.readline()
        for number in map(int, numbers):
            act = Act.now(person(number), datetime.now(UTC), Sealed.maybe(reason))
            try:
                governance.cast_ballot(act, IDEA, Choice(answer))
                _say(f"{number} {answer}")
            except RuleBroken as refusal:
                _say(f"{number} {refusal}")
                return


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
