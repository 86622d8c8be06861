"""Everything that is kept of one person, for people to read."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.console import RenderableType

from projections.committee_sentences import AGREES, GROUNDS
from projections.meetings_seen import MeetingSeen
from projections.people_seen import HelperSeen, LifeSeen, PersonSeen
from projections.seen import ProposalSeen
from projections.wording import SEATS, listed, quoted
from web.terminal import tables, words
from web.terminal.meetings import held_on
from web.terminal.printing import filled, heading, plain
from web.terminal.whole import Whole

Rows = Iterable[tuple[Any, ...]]


def person(whole: Whole) -> Iterator[RenderableType]:
    """All of it, part by part; a part of which nothing is kept is left out."""
    seen, life = whole.seen, whole.life
    yield heading(seen.name)
    yield from map(plain, _known(whole))
    yield from _sentences("Kept about them", _kept(seen))
    yield from _table(
        "Seats", ("Committee", "Seat", "Votes", "From", "To", "How it ended"), _seats(life)
    )
    yield from _table("Roles", ("Committee", "Role", "From", "To", "How it ended"), _roles(life))
    yield from _table("Tasks", ("Task", "Theirs now", "Stands", "Plan"), _tasks(whole))
    yield from _table(
        "Votes", ("Question", "Answer", "Cast (UTC)", "Counts", "Reason"), _ballots(whole)
    )
    yield from _table("Ideas", ("Idea", "Made", "What became of it"), _proposals(whole))
    yield from _table("What they said", ("When (UTC)", "About", "What"), _said(whole))
    yield from _table("Meetings", ("Day", "Committee", "There", "As"), _meetings(whole))
    yield from _sentences("Mandates", _mandates(whole))
    yield from _sentences("Step-ins", _step_ins(whole))
    yield plain("")
    yield heading("Every entry of the log that names them")
    yield tables.history(life.entries)


def _sentences(title: str, said: Iterable[str]) -> Iterator[RenderableType]:
    if found := [*said]:
        yield plain("")
        yield heading(title)
        yield from map(plain, found)


def _table(title: str, columns: tuple[str, ...], rows: Rows) -> Iterator[RenderableType]:
    if found := [*rows]:
        yield plain("")
        yield heading(title)
        yield filled(columns, found)


def _known(whole: Whole) -> Iterator[str]:
    yield f"Known here since {words.day(whole.seen.known_since)}. Their id is {whole.seen.person}."
    if whole.in_files:
        yield f"Imported files call them {listed(map(quoted, whole.in_files))}."
    if whole.sessions:
        yield f"Signed in on {words.number(len(whole.sessions), 'screen')}."
    if whole.links:
        yield f"{words.number(len(whole.links), 'link')} to sign in with, not too old yet."
    if whole.asked_once:
        asked = words.number(len(whole.asked_once), "question")
        yield f"Has answered {asked} that people are asked once."


def _kept(seen: PersonSeen) -> Iterator[str]:
    for name in seen.names:
        yield f"Name from {words.day(name.since)}: {name.name or 'erased'}."
    for key, value in (seen.details or {}).items():
        if key != "name":
            yield f"{key.capitalize()}: {value}."
    for what, how in (seen.preferences or {}).items():
        yield f"Wants for {what}: {how}."
    for one in seen.helpers:
        yield f"{one.name} helps them, {_spell(one)}."
    for one in seen.helps:
        yield f"They help {one.name}, {_spell(one)}."
    for need in seen.adjustments:
        there = f"there since {words.day(need.made_at)}" if need.made_at else "not there yet"
        yield f"Needs, said on {words.day(need.asked_at)}: {need.words or 'erased'} ({there})."
    for consent in seen.consents:
        until = f" to {words.day(consent.until)}" if consent.until else ""
        yield f"Agreed {AGREES[consent.to]}, from {words.day(consent.since)}{until}."


def _spell(one: HelperSeen) -> str:
    until = f" to {words.day(one.until)}" if one.until else ""
    return f"from {words.day(one.since)}{until}"


def _seats(life: LifeSeen) -> Rows:
    for one in life.seats:
        since, until = words.day(one.since), one.until and words.day(one.until)
        votes = "yes" if one.voting else "no"
        yield one.committee_name, SEATS[one.seat], votes, since, until or one.term_ends, one.ended


def _roles(life: LifeSeen) -> Rows:
    for one in life.roles:
        since, until = words.day(one.since), one.until and words.day(one.until)
        yield one.committee_name, one.role_name, since, until or one.term_ends, one.ended


def _tasks(whole: Whole) -> Rows:
    for one in whole.tasks:
        is_theirs = whole.seen.person in {holder.person for holder in one.holders}
        yield one.title, "yes" if is_theirs else "no", one.status, one.plan_title


def _ballots(whole: Whole) -> Rows:
    to_the_day = {entry.position for entry in whole.life.entries if entry.to_the_day}
    for cast in whole.ballots:
        titles = {option.option: option.title for option in cast.options}
        for ballot in cast.ballots:
            answer = words.answer(ballot.answer, titles)
            at = words.when(ballot.at, to_the_day=ballot.position in to_the_day)
            counts = "yes" if ballot.counted else f"no, {ballot.why_not}"
            yield cast.title, answer, at, counts, ballot.reason


def _proposals(whole: Whole) -> Rows:
    for one in whole.proposals:
        yield one.title, words.day(one.made_at), _came_to(one)


def _came_to(seen: ProposalSeen) -> str:
    return words.outcome(seen.decision) if seen.decision else seen.stage.value


def _said(whole: Whole) -> Rows:
    for one in whole.life.said:
        when = words.when(one.entry.at, to_the_day=one.entry.to_the_day)
        yield when, whole.titles[one.about], one.entry.sentence


def _meetings(whole: Whole) -> Rows:
    for one in whole.meetings:
        yield held_on(one), whole.titles[one.committee], _there(whole, one), _as(whole, one)


def _there(whole: Whole, seen: MeetingSeen) -> str:
    person = whole.seen.person
    if seen.was_there(person):
        return "yes"
    return "no, sent apologies" if person in {one.person for one in seen.apologies} else "no"


def _as(whole: Whole, seen: MeetingSeen) -> str:
    return ", ".join(one.role.value for one in seen.roles if one.person == whole.seen.person)


def _mandates(whole: Whole) -> Iterator[str]:
    for one in whole.mandates:
        until = f" to {one.expires}" if one.expires else ""
        holds = "holds" if one.in_force else "does not hold"
        yield f"{one.words}, from {one.starts}{until}; it {holds}."


def _step_ins(whole: Whole) -> Iterator[str]:
    for one in whole.step_ins:
        reason = f": {one.reason}" if one.reason else "."
        yield f"{words.when(one.began)}  Stepped in {GROUNDS[one.grounds]}{reason}"
