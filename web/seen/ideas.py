"""An idea and the vote on it, as one person sees them."""

from dataclasses import dataclass, field

from flask import g

from domain.ids import PersonId
from domain.voting.answers import Choice
from domain.voting.rule import Method
from projections.plan import in_words
from projections.seen import BEFORE_THE_END, ObjectionSeen, ProposalSeen, Stage
from web.access import may
from web.clock import Moment
from web.seen.by_rule import ByRule, rule_of_vote
from web.seen.electing import Election, election
from web.seen.help import has_told_of_help
from web.seen.late import could_join, is_tied, may_break
from web.seen.new_mandate import EndWanted, MandateWanted, end_of_mandate, new_mandate
from web.seen.new_rule import NewRule, new_rule
from web.seen.own_gain import Told, interests
from web.seen.papers import (
    ALLOWS,
    STOPS_NOTHING,
    Kind,
    OptionShown,
    allows,
    kind_of,
    method_of,
    most_of,
    options_of,
    said_in_words,
    value_of,
)
from web.seen.people import Person, may_run, people
from web.seen.pictures import picture_of
from web.seen.terms import ALL_OUT, Wait, last_ones, may_end_early, stays_open_until, wait_of
from web.seen.votes import Votes, votes_of
from web.services import services

AT_FIRST = 120
"""So many words are read before one comes to the answers."""

WHY_NOT = {
    Stage.WITHDRAWN: "This idea was taken back.",
    Stage.DECLINED: "This idea was not put on the list.",
    Stage.OVER: "The vote is over.",
    Stage.PLANNED: "You had no vote on this committee when this vote was planned.",
    Stage.OPEN: "You had no vote on this committee when this vote opened.",
}


@dataclass(frozen=True, slots=True)
class Worry:
    """A worry that is still open."""

    words: str
    by: Person | None


@dataclass(frozen=True, slots=True)
class VotePage:
    """What ``vote.html`` shows."""

    proposal: str
    question: str
    by: Person | None
    text: list[str]
    more: list[str]
    worries: list[Worry]
    kind: Kind
    options: list[OptionShown]
    counted: str | None
    answer: str | None
    changing: bool
    open: bool
    may: bool
    may_stay_out: bool
    why_not: str
    closes: Moment
    voted: int
    entitled: int
    ask_worry: bool
    ask_help: bool
    may_open: bool
    may_close: bool
    may_extend: bool
    may_withdraw: bool
    may_worry: bool
    most: int = 0
    allows: tuple[str, ...] = ALLOWS
    does: dict[str, str] = field(default_factory=dict)
    good: tuple[str, ...] = ()
    picture: str | None = None
    symbol: str = "vote"
    cost: str | None = None
    asked: int = 0
    mine: bool = False
    may_change: bool = False
    secret: bool = False
    new_rule: NewRule | None = None
    new_mandate: MandateWanted | None = None
    end_of_mandate: EndWanted | None = None
    election: Election | None = None
    wait: Wait | None = None
    last: str = ""
    stay_out: list[str] = field(default_factory=list)
    interests: list[Told] = field(default_factory=list)
    may_add: bool = False
    may_break: bool = False
    begins: Moment | None = None
    by_rule: ByRule | None = None
    all_out: str = ""
    stays_out: bool = False
    votes: Votes | None = None


def vote_page(idea: ProposalSeen, *, changing: bool) -> VotePage:
    """One question, for whoever is asking."""
    me: PersonId = g.viewer.person
    mine = idea.ballot_of(me) if idea.stage is Stage.OPEN else None
    runs, part = may_run(idea.committee, me), may("proposals.cast_ballot")
    ask_worry = bool(part and mine and mine.answer is Choice.OBJECTION and not _own_words(idea, me))
    ask_help = bool(
        may("proposals.note_support")
        and mine
        and not changing
        and not ask_worry
        and not has_told_of_help(idea, me)
    )
    text, more = at_first(idea.text or "")
    return VotePage(
        proposal=str(idea.proposal),
        question=idea.title,
        by=idea_by(idea),
        text=text,
        more=more,
        worries=[_worry(worry) for worry in idea.objections if worry.how is None],
        kind=kind_of(idea),
        options=options_of(idea, mine),
        counted=said_in_words(mine.answer, idea.options) if mine else None,
        answer=value_of(mine.answer) if mine else None,
        changing=changing,
        open=idea.stage is Stage.OPEN,
        may=idea.stage is Stage.MADE or (part and has_a_vote(idea, me)),
        may_stay_out=part and has_a_vote(idea, me),
        why_not=_why_not(idea, me),
        closes=g.clock.tell_end(idea.closes_at),
        voted=len(idea.counted_ballots),
        entitled=len(entitled(idea)),
        ask_worry=ask_worry,
        ask_help=ask_help,
        may_open=runs and idea.stage is Stage.MADE,
        may_close=may_close(idea, me),
        may_extend=may_extend(idea, me),
        may_withdraw=idea.made_by == me and idea.stage in BEFORE_THE_END,
        may_worry=idea.stage in BEFORE_THE_END,
        most=most_of(idea.terms),
        allows=allows(idea),
        does=STOPS_NOTHING if method_of(idea) is Method.CONSENT else {},
        symbol=picture_of(idea.title) or "vote",
        new_rule=new_rule(idea),
        new_mandate=new_mandate(idea),
        end_of_mandate=end_of_mandate(idea),
        election=election(idea),
        cost=in_words(idea.amount) if idea.amount else None,
        asked=len(services().talk.about(idea.proposal).questions),
        mine=_is_mine(idea, me),
        may_change=may_change(idea, me),
        wait=wait_of(idea, me),
        last=last_ones(idea, me),
        interests=interests(idea),
        stay_out=[one.name for one in people(who for who in idea.recused if who != me)],
        may_add=idea.stage is Stage.OPEN and runs and bool(could_join(idea)),
        may_break=may_break(idea, me),
        begins=begins(idea),
        by_rule=rule_of_vote(idea),
        all_out=ALL_OUT if idea.stage is Stage.OPEN and not entitled(idea) else "",
        stays_out=me in idea.stood_out,
        votes=votes_of(idea, me),
    )


def begins(idea: ProposalSeen) -> Moment | None:
    """When people can vote, where that is planned."""
    planned = idea.stage is Stage.PLANNED and idea.opened_at
    return g.clock.tell(idea.opened_at) if planned else None


def may_change(idea: ProposalSeen, me: PersonId) -> bool:
    """Whether this person may find better words for it: before the vote, and for their own idea."""
    return idea.stage is Stage.MADE and (_is_mine(idea, me) or may_run(idea.committee, me))


def _is_mine(idea: ProposalSeen, me: PersonId) -> bool:
    return me in (idea.made_by, idea.idea_by)


def idea_by(idea: ProposalSeen) -> Person | None:
    """Whose idea it is, where that is known."""
    return Person(str(idea.idea_by), idea.idea_by_name or "") if idea.idea_by else None


def at_first(text: str) -> tuple[list[str], list[str]]:
    """What is read before the answers, and the rest of a long text, which unfolds."""
    lines = [line for line in text.splitlines() if line.strip()]
    shown, room = 0, AT_FIRST
    for line in lines:
        room -= len(line.split())
        if room < 0:
            break
        shown += 1
    if shown or not lines:
        return lines[:shown], lines[shown:]
    words = lines[0].split()
    return [" ".join(words[:AT_FIRST]) + " …"], ["… " + " ".join(words[AT_FIRST:]), *lines[1:]]


def entitled(idea: ProposalSeen) -> list[PersonId]:
    """Who may vote on it, or has voted before leaving."""
    counted = {ballot.voter for ballot in idea.counted_ballots}
    return [who for who in idea.electorate if who not in idea.stood_out or who in counted]


def silent(idea: ProposalSeen) -> list[PersonId]:
    """Who may vote on it and has not."""
    counted = {ballot.voter for ballot in idea.counted_ballots}
    return [who for who in entitled(idea) if who not in counted]


def may_close(idea: ProposalSeen, me: PersonId) -> bool:
    """A vote with a promised end closes by itself; any other by whoever runs the meetings.

    Where the rule says so, they may close it ahead of its time.
    """
    if idea.stage is not Stage.OPEN or not may_run(idea.committee, me):
        return False
    is_free = idea.closes_at is None and stays_open_until(idea) is None
    return is_free or may_end_early(idea)


def may_extend(idea: ProposalSeen, me: PersonId) -> bool:
    """Whoever runs the meetings may promise a later end than the one that was promised."""
    is_open = idea.stage is Stage.OPEN and idea.closes_at is not None
    return is_open and may_run(idea.committee, me)


def _worry(worry: ObjectionSeen) -> Worry:
    by = Person(str(worry.person), worry.name) if worry.named else None
    return Worry(worry.words or "", by)


def _own_words(idea: ProposalSeen, me: PersonId) -> bool:
    return any(w.words for w in idea.objections if w.person == me and w.how is None)


def has_a_vote(idea: ProposalSeen, me: PersonId) -> bool:
    """Whether somebody has a vote: in this one; before it opens, on this committee."""
    if idea.stage is not Stage.MADE:
        ahead = idea.stage is Stage.PLANNED and me not in idea.stood_out
        return idea.may_vote(me) or (ahead and me in idea.electorate)
    members = services().directory.members(idea.committee)
    return me not in idea.stood_out and any(m.person == me and m.voting for m in members)


def _why_not(idea: ProposalSeen, me: PersonId) -> str:
    if me in idea.stood_out:
        return "You stay out of this one."
    if is_tied(idea):
        return "It is a tie. The person who runs the meeting decides now."
    return WHY_NOT.get(idea.stage, "")
