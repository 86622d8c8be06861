"""How a choice is told, from the day on which somebody puts it until the plan has it."""

from datetime import datetime, timedelta
from functools import partial

from domain.ids import ObjectionId, OptionId
from domain.kinds import Format, Position, Promise, Resolution, Route, Understanding
from domain.sealed import Sealed
from domain.values import Money, Option
from web.demo.people import CLUB, NAMES, STAFF
from web.demo.stories import deciding
from web.demo.stories.calendar import details
from web.demo.stories.script import ABOUT, Worry
from web.demo.stories.telling import Telling

MADE, MADE_BY_STAFF, ASKED, WORRIED, SETTLED = -8, -7, -6, -5, -4
"""So many days before the meeting."""
TALKED = "We talked about it, and it is fine now."
PROMISES = {
    Route.DELEGATED_MEMBER: Promise.MEMBERS_DECIDE,
    Route.DELEGATED_STAFF: Promise.INFORM,
}
"""What say the committee was promised; else that all decide together."""

UNDERSTOOD = {"Dev": Understanding.YES, "Ella": Understanding.YES, "Femi": Understanding.PARTLY}
"""Who says of a large choice whether they understood."""


def tell(it: Telling) -> None:
    """Put a choice into the diary."""
    days = MADE_BY_STAFF if it.pen.is_staffs else MADE
    it.pen.on(it.at("18:00", days), partial(_make, it))
    if it.how.asks:
        it.pen.on(it.at("18:01") if it.pen.is_staffs else it.at("10:00", ASKED), partial(_ask, it))
    if it.pen.is_staffs:
        it.pen.on(it.at("18:00"), partial(_share_at_last, it))
    if it.how.worry:
        _tell_worry(it, it.how.worry)
    if it.is_large and not it.pen.is_staffs:
        for name, answer in UNDERSTOOD.items():
            it.pen.on(it.at("15:00", ASKED), partial(_understand, it, name, answer))
    if it.how.wants:
        it.pen.on(it.at("18:20"), partial(_want, it))
    it.pen.on(it.decided_at, partial(deciding.decide, it))
    if not it.pen.is_staffs:
        it.pen.on(it.at("20:00"), partial(deciding.tell_outcome, it))


def _make(it: Telling, when: datetime) -> None:
    about, (title, pounds) = ABOUT[it.what], details(it.night.number, it.what)
    made = it.teller.does.make_proposal(
        it.pen.act(it.how.by, when),
        it.teller.committee,
        it.how.title or title,
        options=_options(it),
        stake=about.stake,
        domain=about.domain,
        amount=Money(amount=pounds * 100, currency="GBP") if pounds else None,
        promise=PROMISES.get(it.how.route, Promise.DECIDE_TOGETHER),
    )
    it.teller.choices[it.night.number, it.what] = made
    act = it.pen.act(it.how.by, when + timedelta(minutes=1))
    if it.pen.is_staffs:
        to = [it.teller.people[STAFF]]
        it.teller.does.share_paper(act, made, f"Notes: {title}", Format.PLAIN_TEXT, to=to)
    else:
        it.teller.does.share_paper(act, made, f"In short: {title}", Format.EASY_READ)


def _options(it: Telling) -> list[Option]:
    """The answers that there were to choose between."""
    teller = it.teller
    made = [
        Option(
            option=OptionId(teller.ids.fresh()),
            title=Sealed.of(words),
            author=teller.people[author],
        )
        for words, author in it.how.options
    ]
    teller.options[it.night.number, it.what] = [one.option for one in made]
    return made


def _share_at_last(it: Telling, when: datetime) -> None:
    """The members get on the day what staff had a week before."""
    to = [it.teller.people[name] for name in NAMES]
    act = it.pen.act(STAFF, when + timedelta(minutes=1))
    words = f"Notes: {details(it.night.number, it.what)[0]}"
    it.teller.does.share_paper(act, it.idea, words, Format.PLAIN_TEXT, to=to)


def _ask(it: Telling, when: datetime) -> None:
    does, asked = it.teller.does, it.pen.act(it.how.asks, when + timedelta(minutes=1))
    question = does.ask_question(asked, it.idea, "Why do we need this?")
    if it.how.answers:
        act = it.pen.act(it.how.answers, when + timedelta(hours=1))
        does.answer_question(act, it.idea, question, "Come and have a look. Then you see it.")


def _understand(it: Telling, name: str, answer: Understanding, when: datetime) -> None:
    it.teller.does.voice_understanding(it.pen.act(name, when), it.idea, answer)


def _want(it: Telling, when: datetime) -> None:
    for name, letter in zip(CLUB, it.how.wants, strict=False):
        if letter in "YN":
            position = Position.FOR if letter == "Y" else Position.AGAINST
            act = it.pen.act(name, when, there=True)
            it.teller.does.voice_position(act, it.idea, position)


def _tell_worry(it: Telling, worry: Worry) -> None:
    raised: list[ObjectionId] = []
    first = it.at("18:10") if it.pen.is_staffs else it.at("10:00", WORRIED)
    it.pen.on(first, partial(_worry, it, worry, raised))
    if worry.better:
        it.pen.on(it.at("16:00", WORRIED), partial(_amend, it, worry, raised))
    if worry.end:
        it.pen.on(it.at("17:00", SETTLED), partial(_resolve, it, worry, worry.end, raised))


def _worry(it: Telling, worry: Worry, raised: list[ObjectionId], when: datetime) -> None:
    act = it.pen.act(worry.by, when)
    raised.append(it.teller.does.raise_objection(act, it.idea, worry.words))


def _amend(it: Telling, worry: Worry, raised: list[ObjectionId], when: datetime) -> None:
    because = [it.teller.does.raised(it.idea, raised[0])]
    act = it.pen.act(it.how.by, when)
    it.teller.does.amend_proposal(act, it.idea, text=worry.better, because_of=because)


def _resolve(
    it: Telling, worry: Worry, end: Resolution, raised: list[ObjectionId], when: datetime
) -> None:
    by = worry.by if end is Resolution.WITHDRAWN else it.teller.chair
    why = TALKED if end is Resolution.EXPLAINED else ""
    it.teller.does.resolve_objection(it.pen.act(by, when, why), it.idea, raised[0], end)
