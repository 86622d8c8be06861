"""Whether a decision still holds, what came before and after it, and what may be done about it."""

from dataclasses import dataclass
from datetime import datetime

from flask import g, url_for

from domain.events import DecisionReversed
from domain.ids import ProposalId
from domain.kinds import Audience, Format, Review, Route
from domain.proposal import Proposal
from domain.values import EventId, place_of
from projections.seen import UNDECIDED, DecisionSeen, ProposalSeen
from projections.talk_seen import AfterwardsSeen
from web.access import may
from web.seen.people import Person, may_run, people
from web.seen.plans import Pick, citable
from web.seen.record import address
from web.seen.things import Named
from web.services import services

FOUND = [
    Pick(Review.KEEP, "We keep it", "yes", "It is still good."),
    Pick(Review.CHANGE, "It must change", "change", "Then we make a new idea."),
    Pick(Review.END, "It must end", "stop", "Then we decide to end it."),
]
TOLD = {
    Audience.COMMITTEE: "All of us",
    Audience.TRUSTEES: "The trustees",
    Audience.PUBLIC: "Everybody",
}
HEARD = [
    Pick(Audience.COMMITTEE, "All of us", "people"),
    Pick(Audience.TRUSTEES, "The trustees", "paper"),
    Pick(Audience.PUBLIC, "Everybody", "hello"),
]
FORMS = [
    Pick(Format.SPOKEN, "We said it to them", "talk"),
    Pick(Format.EASY_READ, "They got it in easy words", "paper"),
    Pick(Format.MESSAGE, "We sent a message", "card"),
    Pick(Format.LETTER, "We wrote a letter", "write"),
]


STANDS = ("holds", "waits", "agreed")


@dataclass(frozen=True, slots=True)
class Holding:
    """What ``result.html`` and ``agree_later.html`` say of what became of a decision."""

    state: str
    """How it stands now: holds, waits, lapsed, refused, agreed, over."""
    words: str
    more: str
    who: list[Person]
    right: str
    replaces: list[Named]
    replaced_by: list[Named]
    reasons: list[str]
    reviews: list[str]
    review_on: str
    is_due: bool
    told: list[str]
    confirmed: list[str]
    may_agree: bool
    may_change: bool
    may_look: bool
    may_give_reason: bool
    may_confirm: bool
    may_tell: bool
    asked: str
    """The idea by which all of us are asked now, if there is one."""

    @property
    def stands(self) -> bool:
        """Whether something may be done on the strength of it."""
        return self.state in STANDS


def holding(idea: ProposalSeen, decision: DecisionSeen) -> Holding:
    """How a decision stands now, and what whoever looks may do about it."""
    after = services().talk.afterwards(idea.proposal, g.clock.now)
    state, me = _state(after, decision), g.viewer.person
    stands, runs = state in STANDS, may_run(idea.committee, me)
    words, more = _words(after, state)
    reasons = [one.said.words for one in after.reasons if one.said.words]
    return Holding(
        state=state,
        words=words,
        more=more,
        who=people(decision.deciders),
        right=address(decision.authority) if decision.authority else "",
        replaces=_replaced(after),
        replaced_by=_replacing(after),
        reasons=reasons,
        reviews=[_found(one.finding) for one in after.reviews],
        review_on=g.clock.tell_day(after.review_on).words if after.review_on else "",
        is_due=after.review_on is not None and after.review_on <= g.clock.today,
        told=[TOLD[one.to] for one in after.told if one.to in TOLD],
        confirmed=[one.name for one in after.confirmed],
        may_agree=state == "waits" and may("afterwards.agreeing"),
        may_change=stands and may("afterwards.changing"),
        may_look=stands and runs and may("afterwards.looking"),
        may_give_reason=runs and not (decision.reason or reasons) and may("afterwards.reasoning"),
        may_confirm=may("afterwards.confirm") and me not in {one.person for one in after.confirmed},
        may_tell=may("afterwards.telling"),
        asked=asked_now(after),
    )


def changes(idea: ProposalSeen) -> list[Pick]:
    """How a decision may be changed: all of us decide, or have decided it already."""
    ours = [one for one in citable(idea.committee) if one.value != _event(idea)]
    return [Pick("", "We make it an idea", "idea", "Then all of us decide."), *ours]


def in_short(decision: DecisionSeen, at: datetime | None = None, known: int | None = None) -> str:
    """What a list says of a decision that holds no more, or waits; empty where there is nothing."""
    if decision.reversed:
        return SHORT["over"]
    if decision.route is not Route.URGENT:
        return ""
    after = services().talk.afterwards(decision.proposal, at or g.clock.now, known)
    return SHORT.get(_state(after, decision), "")


SHORT = {
    "over": "This is over now.",
    "waits": "We have not said yet if we agree.",
    "lapsed": "Nobody agreed in time. It is over.",
    "refused": "We did not agree. It is over.",
    "agreed": "We agreed later.",
}


def _state(after: AfterwardsSeen, decision: DecisionSeen) -> str:
    if after.reversed or decision.reversed:
        return "over"
    if after.refused:
        return "refused"
    if after.lapsed:
        return "lapsed"
    if after.ratified:
        return "agreed"
    return "waits" if after.ratify_by else "holds"


def _words(after: AfterwardsSeen, state: str) -> tuple[str, str]:
    until = g.clock.tell_day(after.answer_until).words if after.answer_until else ""
    match state:
        case "waits":
            return "All of us must still say if we agree.", f"We have until {until}."
        case "lapsed":
            return "Nobody agreed in time. So it is over.", f"The last day was {until}."
        case "refused":
            return "We did not agree to this. So it is over.", ""
        case "agreed":
            return "All of us agreed to this later.", ""
        case "over":
            said = after.reversed.said.words if after.reversed else ""
            return "This is over now. It counts no more.", f"“{said}”" if said else ""
    return "", ""


def _replaced(after: AfterwardsSeen) -> list[Named]:
    """What this one ended, or took the place of."""
    if after.decision is None:
        return []
    changed = services().audit.changed_by(after.decision)
    ended = [one.stream for one in changed if one.topic == DecisionReversed.TOPIC]
    named = [place_of(after.replaces)[0]] if after.replaces else []
    return _named([ProposalId(one) for one in dict.fromkeys([*named, *ended])])


def _replacing(after: AfterwardsSeen) -> list[Named]:
    """What took its place, or ended it."""
    by = after.reversed.authority if after.reversed else None
    events = [*after.replaced_by, *([by] if by else [])]
    streams = dict.fromkeys(place_of(one)[0] for one in events)
    kind_of = services().governance.kind_of  # a source may name any right for the end of it
    return _named([ProposalId(one) for one in streams if kind_of(one) == Proposal.STREAM])


def _named(ideas: list[ProposalId]) -> list[Named]:
    names = services().naming.names(ideas)
    return [Named(names[one], "decided", url_for("proposals.show", proposal=one)) for one in ideas]


def _found(finding: Review) -> str:
    return next((one.words for one in FOUND if one.value == finding), "We looked at it") + "."


def asked_now(after: AfterwardsSeen) -> str:
    """The idea that asks whether we agree, as long as it is not decided."""
    if after.decision is None:
        return ""
    for one in services().talk.agreeing(after.decision):
        idea = services().decisions.proposal(one, g.clock.now)
        if idea and idea.stage in UNDECIDED:
            return str(one)
    return ""


def _event(idea: ProposalSeen) -> EventId | None:
    return idea.decision.event if idea.decision else None
