"""Jobs as one person sees them: who has them, and what that person can do about them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from flask import g, url_for

from domain.ids import PersonId
from projections.tasks import Holder, TaskSeen
from web.clock import Moment
from web.seen.helping import Asked, helpers, wanted
from web.seen.lists import Many, Whom, some_of
from web.seen.people import Person, people, takes_part
from web.seen.pictures import picture_of
from web.services import services

SOME_DAY = Moment("Some day")


@dataclass(frozen=True, slots=True)
class Job:
    """One job, and what this person can do about it."""

    id: str
    title: str
    picture: str | None
    on: Moment
    place: str
    holders: list[Person]
    room: int
    mine: bool
    offered: list[Person]
    asked_by: Person | None
    may_take: bool
    may_give: bool
    may_lay_down: bool
    may_finish: bool
    asks: tuple[str, ...] = ()
    help: tuple[Asked, ...] = ()
    helpers: tuple[Person, ...] = ()


def job(task: TaskSeen) -> Job:
    """One job."""
    me: PersonId = g.viewer.person
    mine = me in {holder.person for holder in task.holders}
    asked_by = [offer.giver for offer in task.offers if offer.taker.person == me]
    return Job(
        id=str(task.task),
        title=task.title,
        picture=picture_of(task.title),
        on=due_at(task),
        place=task.place or "",
        holders=shown(task.holders),
        room=task.wants,
        mine=mine,
        offered=shown(offer.taker for offer in task.offers if offer.giver.person == me),
        asked_by=next(iter(shown(asked_by)), None),
        may_take=task.wants > 0 and not mine and not asked_by,
        may_give=mine and task.is_open,
        may_lay_down=mine and task.is_open,
        may_finish=mine and task.is_open,
        help=wanted(task),
        helpers=helpers(task),
    )


def old_job(task: TaskSeen) -> Job:
    """A job as it was: there is nothing that anybody can do about it there."""
    return replace(
        job(task),
        mine=False,
        offered=[],
        asked_by=None,
        may_take=False,
        may_give=False,
        may_lay_down=False,
        may_finish=False,
        help=(),
        asks=(
            *(f"{offer.giver.name} had asked {offer.taker.name}." for offer in task.offers),
            *(f"{it.person.name} had asked for help." for it in task.help_wanted if task.is_open),
        ),
    )


def due_at(task: TaskSeen) -> Moment:
    """When it is to be done, in words."""
    return g.clock.tell_local(task.on) if task.on else SOME_DAY


def due_day(task: TaskSeen) -> tuple[date, str]:
    """Sorts jobs by when they are to be done; those without a day come last."""
    if task.on is None:
        return (date.max, "")
    return (task.on.day, str(task.on.at or ""))


def shown(holders: Iterable[Holder]) -> list[Person]:
    """Holders, givers and takers as persons on the page."""
    return [Person(str(holder.person), holder.name) for holder in holders]


@dataclass(frozen=True, slots=True)
class GivePage:
    """What ``give.html`` shows: first whom to ask, then a check."""

    task: Job
    people: list[Person]
    many: Many
    to: Person | None


def give_page(task: TaskSeen, to: UUID | None, whom: Whom) -> GivePage:
    """Everybody who takes part, and neither has the job nor was asked yet."""
    out = {h.person for h in task.holders} | {offer.taker.person for offer in task.offers}
    members = services().directory.members(task.committee)
    able = people(m.person for m in members if takes_part(m) and m.person not in out)
    chosen = [who for who in able if to and who.id == str(to)]

    def address(words: str | None, page: int | None) -> str:
        return url_for("jobs.give", task=task.task, words=words, page=page)

    shown, many = some_of(able, whom, address)
    return GivePage(job(task), shown, many, next(iter(chosen), None))


@dataclass(frozen=True, slots=True)
class OfferPage:
    """What ``offer.html`` shows, to the person who is asked or to the one who asks."""

    task: Job
    giver: Person
    taker: Person
    note: str
    share: bool
    state: str
    mine: bool
    answer_by: Moment | None = None


def offer_page(task: TaskSeen, taker: UUID | None) -> OfferPage | None:
    """The last offer between this person and another, of this job."""
    me: PersonId = g.viewer.person
    made = services().tasks.offers(task.task)
    between = [o for o in made if me in (o.giver.person, o.taker.person)]
    between = [o for o in between if taker is None or o.taker.person == taker]
    if not between:
        return None
    last = next((o for o in reversed(between) if o.answer == "asked"), between[-1])
    giver, asked = shown([last.giver, last.taker])
    return OfferPage(
        job(task), giver, asked, last.note or "", last.share, last.answer, me == last.giver.person
    )
