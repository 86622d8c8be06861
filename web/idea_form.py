"""What somebody wrote about their idea, and how far they are with it."""

from typing import Literal

from pydantic import BaseModel

from domain.kinds import Domain
from domain.values import EventRef
from projections.plan import in_words
from web.forms import Maybe, Text, Words, missing
from web.money import NOT_MONEY, Amount, is_amount, parse
from web.seen.papers import OptionShown, shown, told_apart

MOST_ANSWERS = 6


class Cause(BaseModel):
    """The step-in of which an idea comes, if it comes of one."""

    because_of: Maybe[EventRef] = None


class Idea(Cause):
    """An idea: for yes or no, or with several answers to pick from."""

    state: Literal["write", "check", "sent"] = "write"
    title: Words = ""
    text: Text = ""
    cost: Amount = ""
    about: Maybe[Domain] = None
    answer1: Words = ""
    answer2: Words = ""
    answer3: Words = ""
    answer4: Words = ""
    answer5: Words = ""
    answer6: Words = ""
    proposal: str | None = None

    @property
    def written(self) -> dict[str, str]:
        """Each place for an answer, with what stands there."""
        names = (f"answer{number}" for number in range(1, MOST_ANSWERS + 1))
        return {name: getattr(self, name) for name in names}

    @property
    def answers(self) -> list[str]:
        """The answers to pick from; none where it is for yes or no."""
        return [answer for answer in self.written.values() if answer]

    @property
    def options(self) -> list[OptionShown]:
        """The answers as a ballot paper shows them."""
        return told_apart([shown(words, at) for at, words in enumerate(self.answers)])

    @property
    def wrong(self) -> dict[str, str]:
        """What has to be mended before it can be sent."""
        several = len(self.answers) != 1
        differ = len({answer.casefold() for answer in self.answers}) == len(self.answers)
        return missing(
            (self.title, "title", "Write what your idea is."),
            (is_amount(self.cost), "cost", NOT_MONEY),
            (several, "answer2", "Write two answers or more. Or leave them all empty."),
            (differ, "answer1", "Two answers are the same. Make each one different."),
        )

    @property
    def price(self) -> str:
        """What it costs, as it will be told."""
        amount = parse(self.cost) if is_amount(self.cost) else None
        return in_words(amount) if amount else ""
