"""Five questions asked of people, in private: the questions, and what came of the last time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from flask import current_app, g

from domain.details import Sums
from domain.events import SurveyClosed
from domain.ids import CommitteeId, PersonId
from domain.kinds import Seat, SelfAssessmentTool
from projections.power.groups import told_gap
from projections.power.guards import PEOPLE
from projections.power.i_asked import CARDS, Said, answers
from projections.power.measure import Measure
from web.access import may
from web.asked_in_private import AskedInPrivate
from web.clock import Moment
from web.seen.counted import Cell, Plot, groups_of
from web.seen.part_words import GROUPS
from web.seen.plans import Pick
from web.seen.record import address
from web.seen.replies import seat_here
from web.seen.warned import LATER
from web.services import services

ANSWERS = (
    Pick(Said.YES.value, "Yes", "yes"),
    Pick(Said.SOMETIMES.value, "Sometimes", "unsure"),
    Pick(Said.NO.value, "No", "no"),
    Pick("rather not", "I do not want to say", "secret"),
)
FROM_FORM = {**{one.value: one for one in Said}, "rather not": Said.RATHER_NOT}
TO_FORM = {said: words for words, said in FROM_FORM.items() if words != Said.RATHER_NOT.value}
TOOLS = {
    SelfAssessmentTool.WALES_AUDIT: "Co-production Network for Wales",
    SelfAssessmentTool.NEF: "New Economics Foundation (NEF)",
    SelfAssessmentTool.OWN: "Our own questions",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """One question, and what each group said to it."""

    question: str
    answer: str
    plots: list[Plot]
    rows: list[Cell]


@dataclass(frozen=True, slots=True)
class FivePage:
    """What ``five.html`` shows."""

    is_on: bool
    is_counted: bool
    has_answered: bool
    how_many: int
    heard: list[Heard]
    on: Moment | None
    href: str


@dataclass(frozen=True, slots=True)
class Scored:
    """One question of a paper, and the score of each group."""

    tool: str
    item: int
    scores: list[str]
    apart: str


@dataclass(frozen=True, slots=True)
class ScoresPage:
    """What ``scores.html`` shows."""

    groups: list[str]
    scored: list[Scored]
    mine: str
    tools: list[Pick]


def private() -> AskedInPrivate:
    """Where the answers wait."""
    return cast("AskedInPrivate", current_app.extensions["asked_in_private"])


def five_page(committee: CommitteeId) -> FivePage:
    """What goes on now, and what was said the last time."""
    asked, last = private(), _last(committee)
    heard = [] if last is None else [_heard(one) for one in answers(*last)]
    return FivePage(
        is_on=asked.is_on(committee),
        is_counted=asked.is_counted(committee),
        has_answered=bool(asked.said_by(committee, g.viewer.person)),
        how_many=asked.how_many(committee),
        heard=heard,
        on=g.clock.tell(last[0].occurred_at) if last else None,
        href=address(last[0].event_id) if last else "",
    )


def waits_for_me(committee: CommitteeId) -> bool:
    """Whether people are asked now, and whoever reads this has not answered."""
    if not may("five.answer") or not private().is_on(committee):
        return False
    return not private().said_by(committee, g.viewer.person)


def chosen(committee: CommitteeId) -> dict[int, str]:
    """What whoever reads this has answered so far."""
    said = private().said_by(committee, g.viewer.person)
    return {at: TO_FORM[one] for at, one in said.items()}


def read(form: Mapping[str, str]) -> dict[int, Said]:
    """The answers that a form holds; a question may be left out."""
    given = {at: form.get(f"question-{at}", "") for at in range(len(CARDS))}
    return {at: FROM_FORM[one] for at, one in given.items() if one in FROM_FORM}


def seats_now(committee: CommitteeId) -> dict[PersonId, Seat]:
    """Who sits as what."""
    return {one.person: one.seat for one in services().directory.members(committee)}


def _last(committee: CommitteeId) -> tuple[SurveyClosed, Sums | None] | None:
    seen = services().honesty.surveys(committee)
    if not seen:
        return None
    _, event = services().governance.placed_event(seen[-1].event)
    return (event, seen[-1].answers) if isinstance(event, SurveyClosed) else None


def _heard(one: Measure) -> Heard:
    return Heard(one.question, one.why_not or told_gap(one.groups), *groups_of(one))


def scores_page(committee: CommitteeId) -> ScoresPage:
    """Each group's last score of each question, side by side; outside, of no group of a few."""
    seen = services().honesty.self_assessments(committee)
    groups = [seat for seat in Seat if any(one.seat is seat for one in seen)]
    if seat_here(committee) in LATER:
        groups = [seat for seat in groups if _how_many(committee, seat) >= PEOPLE]
    by: dict[tuple[SelfAssessmentTool, int], dict[Seat, int]] = {}
    for one in seen:
        by.setdefault((one.tool, one.item), {})[one.seat] = one.score
    mine = seat_here(committee)
    return ScoresPage(
        groups=[GROUPS[seat] for seat in groups],
        scored=[_scored(tool, item, said, groups) for (tool, item), said in sorted(by.items())],
        mine=GROUPS[mine] if mine else "",
        tools=[Pick(tool.value, words, "paper") for tool, words in TOOLS.items()],
    )


def _how_many(committee: CommitteeId, seat: Seat) -> int:
    return sum(one is seat for one in seats_now(committee).values())


def _scored(
    tool: SelfAssessmentTool, item: int, said: Mapping[Seat, int], groups: Sequence[Seat]
) -> Scored:
    said = {seat: score for seat, score in said.items() if seat in groups}
    between = [said[seat] for seat in (Seat.MEMBER, Seat.STAFF) if seat in said]
    apart = str(abs(between[0] - between[1])) if len(between) > 1 else "we cannot say"
    scores = [str(said[seat]) if seat in said else "not yet" for seat in groups]
    return Scored(TOOLS[tool], item, scores, apart)
