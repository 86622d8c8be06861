"""The whole record of one decision, for those who check: every field, also those without words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from flask import g

from domain.ids import ProposalId
from domain.kinds import Capacity
from projections.plan import in_words
from projections.whole import whole
from projections.whole_seen import WholeSeen
from web.seen.abouts import ABOUT
from web.seen.people import Person, people
from web.seen.record import address
from web.seen.results import Row, rows
from web.seen.ways import ways_in_words
from web.seen.whole_lines import (
    Line,
    agreed_later,
    alone,
    day,
    enough,
    groups,
    jobs,
    limit,
    meeting_of,
    name,
    next_look,
    other,
    paper,
    people_or_number,
    right,
    rule,
    said,
    says,
    told,
    undone,
    votes,
    who_it_was,
    worry,
)
from web.seen.whole_words import AWAY, BIG, CAME, FORMS, FOUND, HEARD, HOW, PROMISED, THROUGH
from web.services import services


@dataclass(frozen=True, slots=True)
class Field:
    """What those who check ask, and the answers; none where nothing was written down."""

    asks: str
    lines: Sequence[Line] = ()
    people: Sequence[Person] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the log holds nothing of it."""
        return not self.lines and not self.people


@dataclass(frozen=True, slots=True)
class Chapter:
    """Some questions that belong together."""

    title: str
    picture: str
    fields: list[Field]


@dataclass(frozen=True, slots=True)
class WholePage:
    """What ``whole.html`` shows."""

    title: str
    proposal: str
    chapters: list[Chapter]
    empty: int
    asked: int
    record: list[Row]


def whole_page(proposal: ProposalId) -> WholePage | None:
    """Every field of one decision; none where nothing was decided."""
    seen = whole(services().views, proposal, g.clock.now)
    if seen is None:
        return None
    chapters = [
        Chapter("What we asked", "idea", list(_asked(seen))),
        Chapter("Who decided, and how", "vote", list(_decided(seen))),
        Chapter("Who was there", "people", list(_there(seen))),
        Chapter("What people knew", "talk", list(_knew(seen))),
        Chapter("What came of it", "done", list(_after(seen))),
        Chapter("Who wrote it down", "write", list(_written(seen))),
    ]
    every = [field for chapter in chapters for field in chapter.fields]
    return WholePage(
        title=seen.question,
        proposal=str(proposal),
        chapters=chapters,
        empty=sum(field.is_empty for field in every),
        asked=len(every),
        record=rows(services().audit.story(proposal)),
    )


def _asked(seen: WholeSeen) -> Iterator[Field]:
    yield Field("What did we ask?", said(seen.question, seen.text))
    yield Field("Whose idea was it?", who_it_was(seen.proposer))
    yield Field("Who wrote it?", who_it_was(seen.drafter))
    yield Field("What is it about?", told(ABOUT[seen.about][0] if seen.about else None))
    yield Field("How big is it?", told(BIG[seen.stake] if seen.stake else None))
    yield Field("What does it cost?", told(in_words(seen.amount) if seen.amount else None))
    yield Field("What could we pick?", said(*seen.options))
    yield Field("What leaves all as it is?", said(seen.do_nothing))
    yield Field("What say were we promised?", told(seen.promise and PROMISED[seen.promise]))


def _decided(seen: WholeSeen) -> Iterator[Field]:
    came = [Line(CAME[seen.outcome.result]), *(Line(said=one) for one in seen.chosen)]
    when = g.clock.tell(seen.decided_at, to_the_day=seen.to_the_day).words
    yield Field("What came of it?", came)
    yield Field("When was it?", told(when))
    yield Field("How was it decided?", told(HOW[seen.route]))
    yield Field("By which rule?", list(rule(seen)))
    yield Field("What allowed this?", right(seen.authority))
    yield Field("Who may decide this alone?", alone(seen.may_decide))
    yield Field("Up to which limit?", limit(seen.may_decide))
    yield Field("Who decided, if nobody voted?", people=people(seen.deciders))
    yield Field("How did people vote?", list(votes(seen)))
    yield Field("How were the votes given?", [Line(one) for one in ways_in_words(seen.given)])
    yield Field("How did each group vote?", groups(seen))
    yield Field("Why did we decide this?", said(*seen.reasons))


def _there(seen: WholeSeen) -> Iterator[Field]:
    place = [Line("At a meeting.", href=meeting_of(seen))] if seen.meeting else []
    yield Field("Where was it?", [*place, *said(seen.place)])
    yield Field("Who could vote?", *people_or_number(seen.entitled, seen.entitled_number))
    yield Field("Who was there?", *people_or_number(seen.present, seen.present_number))
    away = [Line(f"{name(one.person)}{AWAY[one.cause]}") for one in seen.apologies]
    yield Field("Who could not come?", away)
    yield Field("Who stayed out of it?", people=people(seen.recused))
    yield Field("Were there enough people?", told(enough(seen)))
    touched = [Line(f"{name(one.person)} said:", one.words or "…") for one in seen.conflicts]
    yield Field("Who had something to win or lose?", touched)


def _knew(seen: WholeSeen) -> Iterator[Field]:
    yield Field("What did people get, and when?", list(map(paper, seen.known)))
    yield Field("What mattered?", said(*seen.considered))
    yield Field("What did we leave out?", said(*seen.left_out))
    yield Field(
        "Which worries were there?", [line for one in seen.objections for line in worry(one)]
    )
    yield Field("What could go wrong?", said(*seen.risks))


def _after(seen: WholeSeen) -> Iterator[Field]:
    yield Field("Which jobs came of it?", list(jobs(seen)))
    heard = [Line(f"{HEARD[one.to]}{FORMS[one.format]}, {day(one.at)}.") for one in seen.told]
    yield Field("Who was told, and when?", heard)
    yield Field("When do we look again?", told(next_look(seen)))
    yield Field(
        "What did we find then?", [Line(FOUND[r.finding], r.words or "") for r in seen.reviews]
    )
    yield Field(
        "What did it take the place of?",
        [other(one) for one in (seen.supersedes, *seen.ended) if one],
    )
    yield Field("What took its place?", [other(one) for one in seen.superseded_by])
    if seen.agreed:
        yield Field("Did all of us agree later?", told(agreed_later(seen.agreed)))
    yield Field("Was it undone?", undone(seen))


def _written(seen: WholeSeen) -> Iterator[Field]:
    it = seen.recorded
    by = name(it.recorded_by) if it.recorded_by else ""
    yield Field("Whose act was it?", who_it_was(it.actor))
    yield Field("Who pressed the button?", told(by))
    yield Field("How was it told?", told(THROUGH[it.through]))
    when = f"{g.clock.tell(it.recorded_at).words}, by our own clock"
    yield Field("When was it written down?", [Line(when, href=address(seen.event))])
    for capacity, asks in (
        (Capacity.CHAIR, "Does the chair say this is right?"),
        (Capacity.OTHER, "Does one more person say so?"),
    ):
        yield Field(asks, [says(one) for one in seen.confirmed if one.capacity is capacity])
