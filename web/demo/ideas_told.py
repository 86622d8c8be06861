"""How an idea is told, from the day on which somebody had it until what came of it."""

from datetime import datetime, timedelta
from functools import partial
from uuid import uuid4

from domain.ids import OptionId
from domain.kinds import Audience, Format, Help, Per, Say
from domain.sealed import Sealed
from domain.values import DomainSay, Due, Limit, LocalMoment, MandateHolder, NewMandate, Option
from domain.voting.answers import Answer, Ranking
from web.demo.club import Club, Line, minutes, pounds
from web.demo.dates import ZONE, Day
from web.demo.ideas import Choice, Errand, Helped, Idea, Lets, Worry
from web.demo.people import VOTES_AT, answers
from web.demo.reasons import REASONS

NOON = 12


def tell(club: Club, idea: Idea) -> None:
    """Put an idea into the diary, with all that belongs to it."""
    club.on(idea.day, NOON, lambda at: _make(club, idea, at))
    _talk(club, idea)
    if not idea.votes and not idea.orders:
        return
    club.on(idea.day.later(1), 18, lambda at: _open(club, idea, at))
    for name in answers(idea.votes) or idea.orders:
        days, hour, minute = VOTES_AT[name]
        club.on(idea.day.later(days), hour, partial(_vote, club, idea, name), minute)
    if idea.is_decided:
        club.on(idea.ends, 17, lambda at: club.does.settle_voting(club.ideas[idea.key], at))
        club.on(idea.ends, 17, lambda at: _say_why(club, idea, at), minute=30)
        club.on(idea.ends.later(1), 10, lambda at: _tell_all(club, idea, at))
        for line in idea.lines:
            club.on(idea.ends, 18, partial(_hold, club, idea, line))
    if idea.errand:
        _run(club, idea, idea.errand)


def _say_why(club: Club, idea: Idea, at: datetime) -> None:
    if reason := REASONS.get(idea.key):
        club.does.give_reason(club.act(club.chair, at), club.ideas[idea.key], reason)


def _tell_all(club: Club, idea: Idea, at: datetime) -> None:
    """On a sheet in the hall, with pictures, for those who were not there at the end."""
    act = club.act(club.chair, at)
    club.does.tell_outcome(act, club.ideas[idea.key], Audience.COMMITTEE, Format.PICTURES)


def _make(club: Club, idea: Idea, at: datetime) -> None:
    options = [_option(choice) for choice in idea.choices]
    club.options[idea.key] = [option.option for option in options]
    club.ideas[idea.key] = made = club.does.make_proposal(
        club.act(idea.by, at),
        club.committee,
        idea.title,
        text=idea.text,
        options=options,
        stake=idea.stake,
        domain=idea.about,
        amount=pounds(idea.pounds),
        new_mandate=_lets(club, idea.lets, at) if idea.lets else None,
    )
    if idea.picture:
        act = club.act(idea.by, at + minutes(5))
        club.does.share_paper(act, made, idea.picture, Format.PICTURES)


def _lets(club: Club, lets: Lets, at: datetime) -> NewMandate:
    money = pounds(lets.pounds)
    return NewMandate(
        holder=MandateHolder(person=club.people[lets.who]),
        words=Sealed.of(lets.words),
        says=(DomainSay(domain=lets.about, say=Say.ALONE),),
        limit=Limit(money=money, per=Per.MONTH) if money else None,
        expires=(at + timedelta(days=lets.days)).date(),
    )


def _option(choice: Choice) -> Option:
    return Option(
        option=OptionId(uuid4()),
        title=Sealed.of(choice.words),
        picture=Sealed.of(choice.picture),
        amount=pounds(choice.pounds),
    )


def _talk(club: Club, idea: Idea) -> None:
    if idea.question:
        club.on(idea.day.later(1), 10, lambda at: _ask(club, idea, at))
    worry = idea.worry
    if worry is None:
        return
    first = idea.day.later(1 if worry.better else 2)
    club.on(first, worry.hour, lambda at: _worry(club, idea, worry, at), minute=30)
    if worry.answer:
        club.on(first, 16, lambda at: _answer(club, idea, worry, at))


def _ask(club: Club, idea: Idea, at: datetime) -> None:
    if idea.question is None:
        return
    asks, asked, says, said = idea.question
    made = club.ideas[idea.key]
    question = club.does.ask_question(club.act(asks, at), made, asked)
    club.does.answer_question(club.act(says, at + minutes(40)), made, question, said)


def _worry(club: Club, idea: Idea, worry: Worry, at: datetime) -> None:
    club.worries[idea.key] = club.does.raise_objection(
        club.act(worry.by, at), club.ideas[idea.key], worry.words, worry.ground
    )


def _answer(club: Club, idea: Idea, worry: Worry, at: datetime) -> None:
    made, raised = club.ideas[idea.key], club.worries[idea.key]
    club.does.answer_objection(club.act(worry.answered_by, at), made, raised, worry.answer)
    if worry.better:
        because = [club.does.raised(made, raised)]
        act = club.act(idea.by, at + minutes(20))
        club.does.amend_proposal(act, made, text=worry.better, because_of=because)
    if worry.end:
        act = club.act(club.chair, at + minutes(45))
        club.does.resolve_objection(act, made, raised, worry.end)


def _open(club: Club, idea: Idea, at: datetime) -> None:
    closes = None if idea.lasts is None else club.dates.at(idea.ends, 17)
    club.does.open_voting(club.act(club.chair, at), club.ideas[idea.key], closes_at=closes)


def _vote(club: Club, idea: Idea, name: str, at: datetime) -> None:
    made, act = club.ideas[idea.key], club.act(name, at)
    helped = next((one for one in idea.helped if one.voter == name), None)
    if helped and helped.on_their_screen:
        act = club.with_help(name, at, helped.by)
    club.does.cast_ballot(act, made, _said(club, idea, name))
    if helped:
        _note_help(club, idea, helped, at + minutes(1))


def _said(club: Club, idea: Idea, name: str) -> Answer:
    if not idea.orders:
        return answers(idea.votes)[name]
    options = club.options[idea.key]
    return Ranking(places=tuple((options[place],) for place in idea.orders[name]))


def _note_help(club: Club, idea: Idea, helped: Helped, at: datetime) -> None:
    club.does.note_support(
        club.act(helped.voter, at),
        club.ideas[idea.key],
        club.people[helped.voter],
        club.people[helped.by],
        helped.how,
        chosen_by_voter=True,
        read_back=True,
    )


def _hold(club: Club, idea: Idea, line: Line, at: datetime) -> None:
    club.hold(line, idea.night, idea.by, at, club.right(idea.key))


def _run(club: Club, idea: Idea, errand: Errand) -> None:
    """A job that somebody takes at once, and has done within a week."""
    key, by = (idea.night, idea.key), errand.by
    club.on(idea.ends.later(1), 18, lambda at: _add(club, idea, errand, at))
    club.on(
        idea.ends.later(1), 19, lambda at: club.does.take_task(club.act(by, at), club.jobs[key])
    )
    if errand.helper:
        club.on(idea.ends.later(3), 12, lambda at: _ask_help(club, key, by, at))
        club.on(idea.ends.later(4), 12, lambda at: _give_help(club, key, errand.helper, at))
    club.on(
        idea.ends.later(6), 11, lambda at: club.does.finish_task(club.act(by, at), club.jobs[key])
    )


def _add(club: Club, idea: Idea, errand: Errand, at: datetime) -> None:
    due = Due(on=LocalMoment(day=club.dates.day(Day(idea.night, 7)), zone=ZONE.key))
    club.jobs[idea.night, idea.key] = club.does.add_task(
        club.act(club.chair, at),
        club.committee,
        errand.title,
        plan=club.plans[idea.night],
        due=due,
        authority=club.right(idea.key),
    )


def _ask_help(club: Club, job: tuple[int, str], name: str, at: datetime) -> None:
    club.does.ask_help(club.act(name, at), club.jobs[job], Help.DO_IT_WITH_ME)


def _give_help(club: Club, job: tuple[int, str], name: str, at: datetime) -> None:
    club.does.give_help(club.act(name, at), club.jobs[job], kind=Help.DO_IT_WITH_ME)
