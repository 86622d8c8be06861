"""What is looked at again: large decisions, what Cara needs, receipts, and the record itself."""

from datetime import datetime, timedelta
from functools import partial

from domain.ids import AdjustmentId
from domain.kinds import Attestation, Review, Trace
from domain.values import Money, Period
from web.demo.people import NAMES
from web.demo.stories.calendar import details
from web.demo.stories.dates import at, meeting, night
from web.demo.stories.script import BIG, Night, Story, What
from web.demo.stories.teller import Teller

ASKS = "Cara"
BRINGS = "Ben"
CHECKS = "Femi"
SAYS = {"C": Attestation.COMPLETE, "M": Attestation.MISSING, "S": Attestation.NOT_SURE}
RECEIPTS = (2, 5, 8, 12)
"""For which nights a payment is looked up in the record."""
AT_THE_END = 14
"""So many days after the last night they say whether the record is complete."""


def tell(teller: Teller, story: Story) -> None:
    """Put it all into the diary."""
    for number in (1, 5):
        made = number == 1 or story.asked_again
        _tell_of_need(teller, number, made=made)
    for it in story.nights:
        if it.looks_back_to:
            teller.on(at(meeting(it.number), "19:15"), partial(_review, teller, it))
        if it.silent:
            teller.on(at(night(it.number), "12:00"), partial(_idea, teller, it))
    for number, letter in zip(RECEIPTS, story.found, strict=True):
        then = at(night(number), "12:00", days=7)
        teller.on(then, partial(_check, teller, number, letter == "Y"))
    for name, letter in zip(NAMES, story.said, strict=True):
        if letter in SAYS:
            end = at(night(12), "18:00", days=AT_THE_END)
            teller.on(end, partial(_attest, teller, name, SAYS[letter]))


def _tell_of_need(teller: Teller, number: int, *, made: bool) -> None:
    asked: list[AdjustmentId] = []
    day = meeting(number)
    teller.on(at(day, "11:00", days=1), partial(_ask, teller, asked))
    if made:
        teller.on(at(day, "11:00", days=5), partial(_make, teller, asked))


def _ask(teller: Teller, asked: list[AdjustmentId], when: datetime) -> None:
    words = "I need the list with pictures, some days before."
    act, cara = teller.act(ASKS, when), teller.people[ASKS]
    asked.append(teller.does.ask_adjustment(act, cara, words))


def _make(teller: Teller, asked: list[AdjustmentId], when: datetime) -> None:
    act, cara = teller.act(BRINGS, when), teller.people[ASKS]
    teller.does.make_adjustment(act, cara, asked[0], "Ella draws them, and I bring them.")


def _review(teller: Teller, it: Night, when: datetime) -> None:
    earlier = it.looks_back_to
    act = teller.act(it.chair, when, night=it.number)
    made = teller.choices[earlier, BIG[earlier][0]]
    teller.does.review_decision(act, made, Review.KEEP)


def _idea(teller: Teller, it: Night, when: datetime) -> None:
    act = teller.act(it.silent, when)
    teller.does.make_proposal(act, teller.committee, "A room where it is quiet")


def _check(teller: Teller, number: int, found: bool, when: datetime) -> None:  # noqa: FBT001
    pounds = details(number, What.SPEND)[1] or 0
    event = teller.decision(number, What.SPEND) if found else None
    money = Money(amount=pounds * 100, currency="GBP")
    teller.does.check_trace(teller.act(CHECKS, when), teller.committee, Trace.PAYMENT, money, event)


def _attest(teller: Teller, name: str, says: Attestation, when: datetime) -> None:
    period = Period(first=meeting(1), last=night(12) + timedelta(days=1))
    act = teller.act(name, when)
    teller.does.attest_record(act, teller.committee, period, says)
