"""Each answer in the whole record of a decision, as a line that can be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask import g, url_for

from domain.ids import PersonId
from domain.values import Actor, EventId
from domain.voting.say_options import amount
from domain.voting.tally import ChoiceTally, OptionTally, RankedTally, StatedTally
from projections.plan import in_words
from projections.seen import SOMEBODY
from projections.whole_seen import Agreed, Known, MayDecide, Other, Says, WholeSeen, Worry
from web.clock import Moment
from web.seen.by_rule import ONLY_HERE, by_rule
from web.seen.discreetly import sees_names
from web.seen.one_mandate import EACH
from web.seen.part_words import GROUPS
from web.seen.people import Person, people
from web.seen.record import address
from web.seen.results import WORRIED
from web.seen.whole_words import ANSWERS, ENDS, FORMS
from web.services import services

TOO_FEW = "The groups are too small to tell this."


@dataclass(frozen=True, slots=True)
class Line:
    """One answer; ``said`` is what people wrote, ``href`` where more of it stands."""

    words: str = ""
    said: str = ""
    href: str = ""


def told(words: str | None) -> list[Line]:
    """The program's words, where there are any."""
    return [Line(words)] if words else []


def said(*words: str | None) -> list[Line]:
    """What people wrote."""
    return [Line(said=one) for one in words if one]


def name(who: Actor) -> str:
    """What somebody is called."""
    return services().naming.name(who)


def who_it_was(who: Actor | None) -> list[Line]:
    """One person, or who is not a person."""
    return [] if who is None else [Line(said=name(who))]


def people_or_number(
    known: Sequence[PersonId], number: int | None
) -> tuple[list[Line], list[Person]]:
    """Who they are; how many, where no more is known, or this reader is told no names."""
    if not sees_names():
        many = number or len(known)
        return ([Line(f"{many} people")] if many else [], [])
    return ([Line(f"{number} people")] if number and not known else [], people(known))


def day(at: datetime) -> str:
    """The day of it."""
    moment: Moment = g.clock.tell(at, to_the_day=True)
    return moment.words


def next_look(seen: WholeSeen) -> str:
    """The day on which it should be looked at again."""
    return g.clock.tell_day(seen.review_on).words if seen.review_on else ""


def meeting_of(seen: WholeSeen) -> str:
    """Where that meeting can be looked at."""
    return url_for("meetings.show", meeting=seen.meeting)


def right(event: EventId | None) -> list[Line]:
    """What it rests on."""
    return [Line("See who said so", href=address(event))] if event else []


def rule(seen: WholeSeen) -> Iterator[Line]:
    """The rule, term by term, and where it stands as it was agreed."""
    by = by_rule(seen.committee, seen.rule, seen.terms)
    if by is None:
        return
    yield from map(Line, by.sentences)
    yield Line(f"Our rule, from {by.since.words}", href=by.href) if by.since else Line(ONLY_HERE)


def alone(may: MayDecide | None) -> list[Line]:
    """What allowed somebody to decide it alone, and for how long."""
    if may is None:
        return []
    until = f", until {g.clock.tell_day(may.expires).words}" if may.expires else ""
    since = f"From {g.clock.tell_day(may.starts).words}{until}"
    return [Line(since, may.words, address(may.event))]


def limit(may: MayDecide | None) -> list[Line]:
    """How much that allows."""
    most = may and may.limit
    return [Line(f"{in_words(most.money)} {EACH[most.per]}")] if most else []


def enough(seen: WholeSeen) -> str:
    """Whether enough people took part."""
    if seen.asks_for_quorum is False and seen.quorum is None:
        return "The rule asks for no number."
    return {True: "Yes", False: "No", None: ""}[seen.quorum]


def votes(seen: WholeSeen) -> Iterator[Line]:
    """The numbers of the whole vote."""
    weighs = seen.terms is not None and seen.terms.weighs
    if weighs and not isinstance(seen.tally, StatedTally | None):
        yield Line("These are votes. Some people have more than others.")
    match seen.tally:
        case ChoiceTally() as tally:
            for name, number in tally:
                if number and name != "within":
                    yield Line(f"{number} {ANSWERS[name]}")
        case OptionTally() as tally:
            for option, number in tally.in_order:
                yield Line(f"{amount(number)} for", _name_of(option))
        case RankedTally() as tally:
            yield Line(f"{tally.ballots} {'votes' if weighs else 'people'} put these in order:")
            for place, several in enumerate(tally.order, 1):
                yield Line(f"{place}.", ", ".join(map(_name_of, several)))
        case StatedTally() as tally:
            for what, number in tally.said.items():
                if isinstance(what, UUID):
                    yield Line(f"{number} for", _name_of(what))
                else:
                    yield Line(f"{number} {ANSWERS[what]}")


def _name_of(option: UUID) -> str:
    return services().naming.name(option)


def groups(seen: WholeSeen) -> list[Line]:
    """How each group voted, where that may be told."""
    if isinstance(seen.tally, ChoiceTally) and not seen.by_group:
        return [Line(TOO_FEW)]
    told = [(GROUPS[one.seat].capitalize(), one) for one in seen.by_group]
    return [Line(f"{group}: {one.people} {ANSWERS[str(one.answer)]}") for group, one in told]


def paper(one: Known) -> Line:
    """Who had it, in which form and since when."""
    whom = ", ".join(person.name for person in people(one.to)) or "All of us"
    return Line(f"{whom}{FORMS[one.format]}, {day(one.available_from)}:", one.words or "…")


def worry(one: Worry) -> Iterator[Line]:
    """A worry, what was said to it, and its end."""
    whose = name(one.person) if one.person else SOMEBODY
    yield Line(f"{whose} had a worry{WORRIED[one.ground]}:", one.words or "…")
    for words in one.answers:
        yield Line("We said:", words)
    for at in one.better:
        yield Line(f"We found better words for the idea because of it, {day(at)}.")
    when = f" {day(one.ended_at)}." if one.ended_at else ""
    yield Line(f"{ENDS[one.how]}{when}", one.ending or "")


def jobs(seen: WholeSeen) -> Iterator[Line]:
    """Each job, and who has it."""
    for one in seen.tasks:
        holders = ", ".join(person.name for person in people(one.holders)) or "Nobody yet"
        yield Line(f"{holders}:", one.title, url_for("jobs.show", task=one.task))


def other(one: Other) -> Line:
    """Another decision, and where its own record stands."""
    return Line(said=one.title, href=url_for("why.whole", proposal=one.proposal))


def says(one: Says) -> Line:
    """Who says that this is right, and since when."""
    how = " (with all the notes of the meeting)" if one.with_minutes else ""
    return Line(f"{name(one.person)}, {day(one.at)}{how}")


def agreed_later(it: Agreed) -> str:
    """Whether all of us agreed to what could not wait."""
    if it.ratified is not None:
        return "Yes" if it.ratified else "No"
    until = g.clock.tell_day(it.until).words
    return f"Nobody agreed in time. The last day was {until}." if it.lapsed else f"Until {until}"


def undone(seen: WholeSeen) -> list[Line]:
    """By what it ended, if it did."""
    it = seen.reversed_by
    return [Line(f"Yes, {day(it.at)}.", it.words or "", address(it.event))] if it else []
