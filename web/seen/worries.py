"""The worries about one idea, and what this person can say to them."""

from dataclasses import dataclass
from uuid import UUID

from flask import g

from domain.voting.rule import Method
from projections.seen import BEFORE_THE_END, ObjectionSeen, ProposalSeen, Stage
from web.seen.ideas import may_change
from web.seen.people import may_run
from web.seen.results import WorryTold, worry_told

TOGETHER = (Method.CONSENT, Method.CONSENSUS)


@dataclass(frozen=True, slots=True)
class Ends:
    """In which ways a worry may end by whoever looks: each stands on something that was said."""

    take_back: bool
    changed: bool
    talked: bool
    go_on: bool
    must_say: bool

    @property
    def some(self) -> bool:
        """Whether they may end it at all."""
        return self.take_back or self.changed or self.talked or self.go_on


@dataclass(frozen=True, slots=True)
class WorryShown:
    """A worry, whether it is one's own, and how it may end."""

    it: WorryTold
    is_mine: bool
    ends: Ends


@dataclass(frozen=True, slots=True)
class WorriesPage:
    """What ``worries.html`` shows."""

    proposal: str
    question: str
    told: list[WorryShown]
    may_raise: bool
    may_change: bool
    by_consent: bool

    def asks_why(self, worry: UUID) -> bool:
        """Whether there is a place on it to say why this one ends."""
        return any(
            one.ends.must_say and one.it.id == str(worry) and one.it.ending == "open"
            for one in self.told
        )


def worries_page(idea: ProposalSeen) -> WorriesPage:
    """Every worry, open or not."""
    by_consent = bool(idea.terms and idea.terms.method in TOGETHER)
    runs = may_run(idea.committee, g.viewer.person) and not by_consent
    return WorriesPage(
        proposal=str(idea.proposal),
        question=idea.title,
        told=[_shown(worry, runs=runs) for worry in idea.objections],
        may_raise=idea.stage in BEFORE_THE_END,
        may_change=idea.stage is Stage.MADE and may_change(idea, g.viewer.person),
        by_consent=by_consent and idea.stage is Stage.OPEN,
    )


def _shown(worry: ObjectionSeen, *, runs: bool) -> WorryShown:
    mine = worry.person == g.viewer.person
    ends = Ends(
        take_back=mine,
        changed=(mine or runs) and bool(worry.better),
        talked=(mine and bool(worry.answers)) or runs,
        go_on=runs,
        must_say=runs,
    )
    return WorryShown(worry_told(worry), mine, ends)
