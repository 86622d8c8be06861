"""How the jobs of a night are told: added, taken, passed on, done."""

from datetime import datetime

from domain.kinds import Help, TakeoverAnswer
from domain.values import Due
from web.demo.club import Club
from web.demo.dates import NIGHTS, TODAY, Day
from web.demo.rota import (
    DJ_NIGHTS,
    JOBS,
    NOT_DONE,
    OFFERS,
    TOLD_LATE,
    WITH_A_DJ,
    Offer,
    taken,
)

SET_OUT = {NIGHTS: Day(TODAY, 6)}
"""On which day the jobs of a night are written down, if not some days before it."""


def tell(club: Club, night: int) -> None:
    """Put the jobs of a night into the diary."""
    first = SET_OUT.get(night, Day(night, 13))
    club.on(first, 18, lambda at: _set_out(club, night, at), minute=30)
    club.on(first, 19, lambda at: _take(club, night, at))
    for offer in (offer for offer in OFFERS if offer.night == night):
        _pass_on(club, offer)
    if night < NIGHTS:
        for key in JOBS:
            _end(club, night, key)


def _set_out(club: Club, night: int, at: datetime) -> None:
    for key, job in JOBS.items():
        title = WITH_A_DJ.get(key, job.title) if night in DJ_NIGHTS else job.title
        club.jobs[night, key] = club.does.add_task(
            club.act(club.chair, at),
            club.committee,
            title,
            plan=club.plans[night],
            due=Due(before_plan=job.before),
            place=job.place,
            people=job.people,
            authority=club.right("share", "monthly"),
        )


def _take(club: Club, night: int, at: datetime) -> None:
    for key, names in taken(night).items():
        for name in names:
            club.does.take_task(club.act(name, at), club.jobs[night, key])
            club.holders[night, key] = [*club.holders.get((night, key), []), name]


# ---- Passing on


def _pass_on(club: Club, offer: Offer) -> None:
    club.on(offer.days, 11, lambda at: _offer(club, offer, at))
    if offer.answer == "yes":
        club.on(offer.days.later(1), 12, lambda at: _accept(club, offer, at))
    elif offer.answer == "no":
        club.on(offer.days.later(1), 13, lambda at: _decline(club, offer, at))


def _offer(club: Club, offer: Offer, at: datetime) -> None:
    job, taker = club.jobs[offer.night, offer.job], club.people[offer.taker]
    act = club.act(offer.giver, at)
    club.does.offer_handover(act, job, taker, offer.note, share=offer.share)


def _accept(club: Club, offer: Offer, at: datetime) -> None:
    key = (offer.night, offer.job)
    club.does.accept_handover(club.act(offer.taker, at), club.jobs[key])
    kept = [name for name in club.holders[key] if offer.share or name != offer.giver]
    club.holders[key] = [*kept, offer.taker]


def _decline(club: Club, offer: Offer, at: datetime) -> None:
    club.does.decline_handover(club.act(offer.taker, at), club.jobs[offer.night, offer.job])


# ---- The end of it


def _end(club: Club, night: int, key: str) -> None:
    done = (night, key)
    if done in NOT_DONE:
        club.on(Day(night, -1), 11, lambda at: _not_done(club, night, key, at))
    elif done in TOLD_LATE:
        by, days = TOLD_LATE[done]
        club.on(Day(night, -days), 18, lambda at: _late(club, night, key, by, at))
    else:
        hour, minute = JOBS[key].done_at
        club.on(Day(night, 0), hour, lambda at: _done(club, night, key, at), minute)


def _done(club: Club, night: int, key: str, at: datetime) -> None:
    names = club.holders[night, key]
    by = [club.people[name] for name in names]
    club.does.finish_task(club.act(names[0], at), club.jobs[night, key], by)


def _late(club: Club, night: int, key: str, writer: str, at: datetime) -> None:
    (name,) = club.holders[night, key]
    happened = club.dates.at(Day(night, 0), *JOBS[key].done_at)
    act = club.told_late(name, at, happened, writer)
    club.does.finish_task(act, club.jobs[night, key])


def _not_done(club: Club, night: int, key: str, at: datetime) -> None:
    who, why = NOT_DONE[night, key]
    club.does.note_task_not_done(club.act(who, at, why), club.jobs[night, key])


# ---- Learning, helping, taking over


def tell_of_helping(club: Club) -> None:
    """Put into the diary who learned a job, who asked for help, and who laid one down."""
    club.on(Day(1, 0), 23, lambda at: _helped(club, (1, "clear"), "Jo", "Ella", at), 5)
    club.on(Day(4, 8), 17, lambda at: _learn(club, (4, "taxi"), "Asha", at))
    club.on(Day(5, 4), 15, lambda at: _ask(club, (5, "taxi"), "Asha", Help.TELL_ME_HOW, at))
    club.on(Day(5, 3), 12, lambda at: _show(club, (5, "taxi"), "Jo", Help.TELL_ME_HOW, at))
    club.on(Day(7, 2), 15, lambda at: _ask(club, (7, "hall"), "Femi", Help.DO_IT_WITH_ME, at))
    club.on(Day(7, 0), 17, lambda at: _show(club, (7, "hall"), "Dev", Help.DO_IT_WITH_ME, at), 10)
    club.on(Day(10, 4), 16, lambda at: _lay_down(club, (10, "hall"), "Cara", at))
    club.on(Day(10, 3), 10, lambda at: _pick_up(club, (10, "hall"), "Ben", at))


def tell_of_taking_over(club: Club) -> None:
    """Jo did what was Dev's, and gave it back."""
    club.on(Day(2, 3), 15, lambda at: _take_over(club, (2, "songs"), "Dev", "Jo", at))
    club.on(Day(2, 2), 10, lambda at: _say_so(club, (2, "songs"), "Dev", "Jo", at))
    club.on(Day(2, 2), 17, lambda at: _give_back(club, (2, "songs"), "Jo", "Dev", at))


Key = tuple[int, str]


def _helped(club: Club, key: Key, holder: str, helper: str, at: datetime) -> None:
    club.does.give_help(club.act(holder, at), club.jobs[key], club.people[helper])


def _learn(club: Club, key: Key, name: str, at: datetime) -> None:
    club.does.shadow_task(club.act(name, at), club.jobs[key])


def _ask(club: Club, key: Key, name: str, kind: Help, at: datetime) -> None:
    club.does.ask_help(club.act(name, at), club.jobs[key], kind)


def _show(club: Club, key: Key, name: str, kind: Help, at: datetime) -> None:
    club.does.give_help(club.act(name, at), club.jobs[key], kind=kind)


def _lay_down(club: Club, key: Key, name: str, at: datetime) -> None:
    club.does.lay_down_task(club.act(name, at, "My wrist is in plaster."), club.jobs[key])
    club.holders[key].remove(name)


def _pick_up(club: Club, key: Key, name: str, at: datetime) -> None:
    club.does.take_task(club.act(name, at), club.jobs[key])
    club.holders[key].append(name)


def _take_over(club: Club, key: Key, holder: str, name: str, at: datetime) -> None:
    act = club.act(name, at, "There was no list last time.")
    club.does.take_over_task(act, club.jobs[key], club.people[holder], asked=False)


def _say_so(club: Club, key: Key, holder: str, name: str, at: datetime) -> None:
    act, taken_by = club.act(holder, at), club.people[name]
    club.does.answer_takeover(act, club.jobs[key], taken_by, TakeoverAnswer.TAKEN)


def _give_back(club: Club, key: Key, name: str, holder: str, at: datetime) -> None:
    act = club.act(name, at, "Dev is right. It is his job.")
    club.does.return_task(act, club.jobs[key], club.people[holder])
