"""Who could still join a vote, and the tie that whoever runs the meeting breaks."""

from dataclasses import dataclass

from flask import g

from domain.ids import PersonId
from domain.voting.rule import RANKED, YES_OR_NO, Tie
from domain.voting.say import count_in_words
from domain.voting.tally import Result
from projections.directory import Member
from projections.seen import ProposalSeen, Stage
from web.seen.people import may_run
from web.services import services


@dataclass(frozen=True, slots=True)
class Tied:
    """One of the answers that came out the same."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class TiePage:
    """What ``break_tie.html`` shows."""

    proposal: str
    question: str
    sentence: str
    tied: list[Tied]
    may: bool
    why_not: str


def could_join(idea: ProposalSeen) -> list[Member]:
    """Those on the committee who have a vote, could vote by this rule, and are not on the list."""
    on_list = {voter.person for voter in idea.voters}
    return [
        one
        for one in services().directory.members(idea.committee)
        if one.voting
        and (one.person not in on_list or one.person in _left(idea))
        and (idea.terms is None or idea.terms.lets_vote(one.seat))
    ]


def _left(idea: ProposalSeen) -> set[PersonId]:
    """Those who left, and so dropped out of the vote; some of them may be here again."""
    return set(idea.stood_out) - set(idea.recused)


# ---- A tie


def may_break(idea: ProposalSeen, me: PersonId) -> bool:
    """Whether a tie waits for the word of this person, who runs the meeting."""
    return me not in idea.recused and bool(_tied(idea)) and may_run(idea.committee, me)


def is_tied(idea: ProposalSeen) -> bool:
    """Whether it came out the same, and waits for the word of whoever runs the meeting."""
    return bool(_tied(idea))


def tie_page(idea: ProposalSeen) -> TiePage:
    """The answers that came out the same, each with a button."""
    tied, me = _tied(idea), g.viewer.person
    counted = services().decisions.so_far(idea.proposal) if tied else None
    why_not = "" if tied else "There is no tie to break here."
    if me in idea.recused:
        why_not = "You stay out of this one. So you cannot break the tie."
    return TiePage(
        proposal=str(idea.proposal),
        question=idea.title,
        sentence=count_in_words(idea.terms, counted) if idea.terms and counted else "",
        tied=tied,
        may=may_break(idea, me),
        why_not=why_not,
    )


def _tied(idea: ProposalSeen) -> list[Tied]:
    """Where the rule leaves a tie to whoever runs the meeting: what came out the same."""
    waits = idea.stage is Stage.OVER and idea.closed_at is not None
    if not waits or idea.terms is None or idea.terms.tie is not Tie.CHAIR:
        return []
    counted = services().decisions.so_far(idea.proposal)
    if counted is None or counted.outcome.result is not Result.UNDECIDED:
        return []
    same = [one for tie in counted.outcome.ties for one in tie]
    if idea.terms.method in YES_OR_NO:
        words = {"yes": "Yes", "no": "No"}
        return [Tied(str(one), words[str(one)]) for one in same if str(one) in words]
    if idea.terms.method not in RANKED:
        return []
    titles = {option.option: option.title for option in idea.options}
    return [Tied(str(one), titles[one]) for one in titles if one in same]
