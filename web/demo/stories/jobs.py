"""How the jobs of a night are told: added, taken, passed on or taken over, and done."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial

from domain.kinds import Help
from domain.values import Due
from web.demo.people import STAFF
from web.demo.stories.dates import at, meeting, night
from web.demo.stories.script import Move, Night, Offer, Showing, TakeOver, What
from web.demo.stories.teller import Pen, Teller

TITLES = {
    "setup": "Set up the hall",
    "briefing": "Tell everybody how to be safe",
    "songs": "Make the list of songs for the DJ",
    "bar": "Sell drinks at the bar",
    "door": "Open the door",
    "taxi": "Help people to their taxi",
    "clear": "Clear up after the club",
}
BEFORE_THE_NIGHT = 45
"""So many minutes before a night its jobs should be under way."""


def tell(teller: Teller, pen: Pen, it: Night) -> None:
    """Put the jobs of a night into the diary."""
    day, holders = night(it.number), taken(it.jobs)
    pen.on(at(meeting(it.number), "19:20"), lambda when: _add(teller, pen, it, when))
    for job, name in holders.items():
        taken_at = at(meeting(it.number), "18:00", days=6)
        teller.on(taken_at, partial(_take, teller, (it.number, job), name))
    for place, move in enumerate(it.moves):
        _tell_move(teller, it, move, place)
    teller.on(at(day, "22:30"), lambda when: _finish(teller, it, holders, when))


def taken(jobs: str) -> dict[str, str]:
    """Who took which job."""
    return {job: name for job, _, name in (part.partition(" ") for part in jobs.split(", "))}


def _add(teller: Teller, pen: Pen, it: Night, when: datetime) -> None:
    cited = teller.decision(it.number, What.ROTA)
    for job, title in TITLES.items():
        teller.jobs[it.number, job] = teller.does.add_task(
            pen.act(STAFF if pen.is_staffs else it.chair, when),
            teller.committee,
            title,
            plan=teller.plans[it.number],
            due=Due(before_plan=BEFORE_THE_NIGHT),
            people=2 if job == "briefing" else 1,
            authority=cited,
        )


def _take(teller: Teller, key: tuple[int, str], name: str, when: datetime) -> None:
    teller.does.take_task(teller.act(name, when), teller.jobs[key])


def _finish(teller: Teller, it: Night, holders: Mapping[str, str], when: datetime) -> None:
    """Whoever has a job at the end has done it."""
    had = {job: [name] for job, name in holders.items()}
    for move in it.moves:
        had[move.job] = _after(move, had[move.job])
    for job, names in had.items():
        by = [teller.people[name] for name in names]
        teller.does.finish_task(teller.act(names[0], when), teller.jobs[it.number, job], by)


def _after(move: Move, names: list[str]) -> list[str]:
    """Who has the job after this."""
    match move:
        case Offer(yes=False) | TakeOver(back=True) | Showing():
            return names
        case Offer(share=True):
            return [*names, move.taker]
        case _:
            return [name for name in names if name != move.giver] + [move.taker]


# ---- What passes on


def _tell_move(teller: Teller, it: Night, move: Move, place: int) -> None:
    day, key = night(it.number), (it.number, move.job)
    first = at(day, "10:00", days=-4, minutes=place)
    match move:
        case Offer():
            teller.on(first, partial(_offer, teller, key, move))
            teller.on(first + timedelta(hours=8), partial(_answer, teller, key, move))
        case TakeOver():
            if move.asked:
                teller.on(first, partial(_ask_help, teller, key, move, Help.CANNOT_COME))
            teller.on(first + timedelta(days=1), partial(_take_over, teller, key, move))
            if move.back:
                teller.on(at(day, "20:30"), partial(_give_back, teller, key, move))
        case Showing():
            teller.on(first, partial(_ask_help, teller, key, move, Help.TELL_ME_HOW))
            teller.on(first + timedelta(days=1), partial(_help, teller, key, move))


Key = tuple[int, str]


def _offer(teller: Teller, key: Key, move: Offer, when: datetime) -> None:
    act, taker = teller.act(move.giver, when), teller.people[move.taker]
    teller.does.offer_handover(act, teller.jobs[key], taker, share=move.share)


def _answer(teller: Teller, key: Key, move: Offer, when: datetime) -> None:
    answer = teller.does.accept_handover if move.yes else teller.does.decline_handover
    answer(teller.act(move.taker, when), teller.jobs[key])


def _ask_help(teller: Teller, key: Key, move: Move, kind: Help, when: datetime) -> None:
    teller.does.ask_help(teller.act(move.giver, when), teller.jobs[key], kind)


def _help(teller: Teller, key: Key, move: Move, when: datetime) -> None:
    act = teller.act(move.taker, when)
    teller.does.give_help(act, teller.jobs[key], kind=Help.TELL_ME_HOW)


def _take_over(teller: Teller, key: Key, move: TakeOver, when: datetime) -> None:
    act, giver = teller.act(move.taker, when), teller.people[move.giver]
    teller.does.take_over_task(act, teller.jobs[key], giver, asked=move.asked)


def _give_back(teller: Teller, key: Key, move: Move, when: datetime) -> None:
    act, giver = teller.act(move.taker, when), teller.people[move.giver]
    teller.does.return_task(act, teller.jobs[key], giver)
