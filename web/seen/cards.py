"""What waits for one person: votes, what they are asked, the help that others want, their jobs."""

from collections.abc import Iterable

from flask import g, url_for

from domain.ids import CommitteeId, PersonId, ProposalId
from projections.agreed_seen import StepInSeen
from projections.seen import ProposalSeen, Stage
from projections.tasks import TaskSeen
from web.access import may
from web.seen.after_cards import after_cards, asked_cards
from web.seen.as_given import asks_about_paper
from web.seen.card import Card
from web.seen.five import waits_for_me
from web.seen.hands import hands_told
from web.seen.helping import helpers, wanted
from web.seen.jobs import due_at, due_day
from web.seen.late import may_break
from web.seen.mandates import ending_soon
from web.seen.news import news
from web.seen.people import Person, people
from web.seen.proxies import holding
from web.seen.right import is_asked
from web.seen.step_in_brief import brief, heard_of, told
from web.seen.step_ins import may_review
from web.seen.terms import wait_of
from web.seen.warned import to_talk_about
from web.services import services


def waiting_for(committee: CommitteeId, me: PersonId, votes: list[ProposalSeen]) -> list[Card]:
    """All of it, the most urgent first; before all else that staff step in just now.

    What has an end, or is asked of this person, comes before what can also wait.
    """
    tasks, ask = services().tasks.open(committee), services().decisions
    urgent, looked_at_later = _step_ins(committee, me)
    mine = _read(ask.naming(committee, me))
    asked = [*_offers(tasks, me), *_questions(mine, me), *_asked(tasks)]
    return [
        *urgent,
        *_ties(_read(ask.over(committee)), me),
        *_paper(votes, me),
        *_stand(mine, me),
        *_votes(votes, me),
        *_for_others(votes, me),
        *asked,
        *asked_cards(committee),
        *looked_at_later,
        *after_cards(committee),
        *_going_on(committee),
        *_right(committee),
        *([Card(kind="five")] if waits_for_me(committee) else []),
        *_talk(committee),
        *news(committee, me, mine),
        *_jobs(tasks, me),
    ]


def _read(found: Iterable[ProposalId]) -> list[ProposalSeen]:
    seen = (services().decisions.proposal(one, g.clock.now) for one in found)
    return [idea for idea in seen if idea]


def _step_ins(committee: CommitteeId, me: PersonId) -> tuple[list[Card], list[Card]]:
    """What cannot wait: a step-in that goes on, or one's own to tell of; and what to look at."""
    every = services().mandates.step_ins(committee, g.clock.now)
    mine = [seen for seen in every if seen.person == me and not heard_of(seen)]
    others = [seen for seen in every if seen.person != me and not seen.reviews]
    if others and not may_review(committee):
        others = []
    going_on = [_look_at(seen) for seen in others if seen.in_force]
    over = [_look_at(seen) for seen in others if not seen.in_force]
    return [*(Card(kind="tell", step_in=brief(seen)) for seen in mine), *going_on], over


def _look_at(seen: StepInSeen) -> Card:
    return Card(kind="step-in", step_in=brief(seen), heard=told(seen))


def _going_on(committee: CommitteeId) -> list[Card]:
    """What people may do alone for not much longer: whether it goes on."""
    if not may("mandates.renewing"):
        return []
    return [
        Card(
            kind="mandate",
            title=one.words,
            heard=one.ends_soon,
            href=url_for("mandates.renewing", mandate=one.id),
        )
        for one in ending_soon(committee)
    ]


def _talk(committee: CommitteeId) -> list[Card]:
    """The newest of what the warnings saw, as long as nobody has said anything to it."""
    one = to_talk_about(committee)
    return [Card(kind="talk", title=one.sentences[0], on=one.on, href=one.href)] if one else []


def _right(committee: CommitteeId) -> list[Card]:
    """Once a month: whether the record of the last one is right."""
    month = is_asked(committee)
    return [Card(kind="right", title=month)] if month else []


def _paper(votes: list[ProposalSeen], me: PersonId) -> list[Card]:
    """Votes that others have read on one's slip of paper, as long as one has not said anything."""
    return [
        Card(kind="paper", proposal=str(idea.proposal), question=idea.title)
        for idea in votes
        if asks_about_paper(idea, me)
    ]


def _stand(mine: list[ProposalSeen], me: PersonId) -> list[Card]:
    """Whether one wants to be picked for something, as long as one has not said."""
    return [
        Card(kind="stand", proposal=str(idea.proposal), question=idea.title)
        for idea in mine
        if idea.stage is Stage.MADE
        and any(o.candidate == me and not o.stands for o in idea.options)
        if idea.election and may("proposals.stand")
    ]


def _votes(votes: list[ProposalSeen], me: PersonId) -> list[Card]:
    open_to_me = (idea for idea in votes if idea.may_vote(me) and not wait_of(idea, me))
    mine = [idea for idea in open_to_me if not idea.ballot_of(me)]
    mine = [idea for idea in mine if idea.counted_ballots or not hands_told(idea)]
    mine.sort(key=lambda idea: (idea.closes_at is None, idea.closes_at or g.clock.now))
    return [
        Card(
            kind="vote",
            proposal=str(idea.proposal),
            question=idea.title,
            closes=g.clock.tell_end(idea.closes_at),
        )
        for idea in mine
    ]


def _for_others(votes: list[ProposalSeen], me: PersonId) -> list[Card]:
    """Votes that others asked this person to give for them, as long as there is none."""
    return [
        Card(
            kind="proxy",
            question=idea.title,
            giver=people([one.of])[0],
            closes=g.clock.tell_end(idea.closes_at),
            href=url_for("proposals.voting_for", proposal=idea.proposal, voter=one.of),
        )
        for idea in votes
        if idea.terms and idea.terms.proxies and may("proposals.voting_for")
        for one in holding(idea)
        if one.by == me and idea.ballot_of(one.of) is None
    ]


def _ties(ideas: list[ProposalSeen], me: PersonId) -> list[Card]:
    """Votes that came out the same, and wait for the word of whoever runs the meeting."""
    return [
        Card(kind="tie", question=idea.title, href=url_for("proposals.tie", proposal=idea.proposal))
        for idea in ideas
        if idea.stage is Stage.OVER and may_break(idea, me)
    ]


def _offers(tasks: list[TaskSeen], me: PersonId) -> list[Card]:
    return [
        Card(
            kind="offer",
            task=str(task.task),
            title=task.title,
            giver=Person(str(offer.giver.person), offer.giver.name),
            on=due_at(task),
        )
        for task in tasks
        for offer in task.offers
        if offer.taker.person == me
    ]


def _asked(tasks: list[TaskSeen]) -> list[Card]:
    """Help that others want with their jobs."""
    return [
        Card(kind="help", task=str(task.task), title=task.title, on=due_at(task), ask=ask)
        for task in tasks
        for ask in wanted(task)
        if ask.may_help
    ]


def _questions(ideas: list[ProposalSeen], me: PersonId) -> list[Card]:
    """What people ask about one's own ideas that are not decided, as long as nobody answers."""
    mine = {idea.proposal: idea for idea in ideas if me in (idea.idea_by, idea.made_by)}
    return [
        Card(kind="question", proposal=str(key), question=idea.title, title=one.asked.words or "…")
        for key, idea in mine.items()
        for one in services().talk.about(key).questions
        if not one.answers
    ]


def _jobs(tasks: list[TaskSeen], me: PersonId) -> list[Card]:
    mine = [task for task in tasks if me in {holder.person for holder in task.holders}]
    mine.sort(key=due_day)
    return [
        Card(
            kind="task",
            task=str(task.task),
            title=task.title,
            plan=task.plan_title or "",
            on=due_at(task),
            helpers=helpers(task),
        )
        for task in mine
    ]
