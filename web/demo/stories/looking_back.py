"""What is looked at again: large decisions, what Cara needs, receipts, and the record itself."""

from datetime import datetime, timedelta
from functools import partial

from domain.ids import AdjustmentId
from domain.kinds import Attestation, Review, Seat, SelfAssessmentTool, Trace
from domain.values import Money, Period
from projections.power.i_asked import CARDS, Said, key
from web.demo.people import NAMES, SEATS, STAFF
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
            teller.on(at(meeting(it.number), "19:18"), partial(_review, teller, it))
        if it.ends:
            teller.on(at(meeting(it.number), "19:18"), partial(_end, teller, it))
        if it.refuses:
            teller.on(at(meeting(it.number), "19:19"), partial(_refuse, teller, it))
        if it.silent:
            teller.on(at(night(it.number), "12:00"), partial(_idea, teller, it))
    for number, letter in zip(RECEIPTS, story.found, strict=True):
        then = at(night(number), "12:00", days=7)
        teller.on(then, partial(_check, teller, number, letter == "Y"))
    _tell_of_the_end(teller, story)


def _tell_of_the_end(teller: Teller, story: Story) -> None:
    """What they say when the year is over: of the record, in private, and of themselves."""
    end = at(night(12), "18:00", days=AT_THE_END)
    for name, letter in zip(NAMES, story.said, strict=True):
        if letter in SAYS:
            teller.on(end, partial(_attest, teller, name, SAYS[letter]))
    teller.on(end, partial(_close_survey, teller, story.asked))
    for name, scores in zip((CHECKS, STAFF), story.scores, strict=True):
        for item, score in enumerate(scores, start=1):
            teller.on(end, partial(_score, teller, name, item, int(score)))


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


def _end(teller: Teller, it: Night, when: datetime) -> None:
    act = teller.act(it.chair, when, "What we decided today goes further.", it.number)
    ended = teller.choices[it.ends, BIG[it.ends][0]]
    right = teller.decision(it.number, BIG[it.number][0])
    teller.does.reverse_decision(act, ended, authority=right)


def _refuse(teller: Teller, it: Night, when: datetime) -> None:
    act = teller.act(it.chair, when, "It could have waited a week.", it.number)
    teller.does.refuse_ratification(act, teller.choices[it.refuses, What.SPEND])


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


def _close_survey(teller: Teller, asked: str, when: datetime) -> None:
    """Who said what is not kept. Whoever did not say yes said sometimes; staff said yes."""
    members, staff = dict[str, int](), dict[str, int]()
    for card, yes in zip(CARDS, map(int, asked), strict=True):
        members |= {key(card, Said.YES): yes, key(card, Said.SOMETIMES): len(NAMES) - yes}
        staff |= {key(card, Said.YES): 1}
    sums = {Seat.MEMBER: members, Seat.STAFF: staff}
    teller.does.close_survey(teller.act(CHECKS, when), teller.committee, sums)


def _score(teller: Teller, name: str, item: int, score: int, when: datetime) -> None:
    tool, seat = SelfAssessmentTool.WALES_AUDIT, SEATS[name]
    act = teller.act(name, when)
    teller.does.give_self_assessment(act, teller.committee, tool, item, seat, score)
