"""What happens to plans, jobs and in meetings can be read aloud."""

from datetime import date
from typing import Any

import pytest

from domain.events import EVENTS, Event
from domain.kinds import Capacity, Elsewhere, Help, MeetingRole, Presence, Rhythm, TakeoverAnswer
from projections.sentences import ids_in, sentence
from tests import meeting_facts as meeting
from tests.domain.record_examples import MAPPER, RECORDED
from tests.domain.test_events import Example
from tests.facts import ASHA, BEN, CARA, CLUB, IDEA, JOB, NIGHT, SOME_WORDS, planned
from tests.plan_facts import (
    LAST_NIGHT,
    MAY,
    amended,
    called_it,
    cancelled,
    comes_back,
    given_back,
    help_asked,
    helped,
    is_here,
    learning,
    moved,
    not_done,
    passed_on,
    reopened,
    taken_over,
)

NAMES: dict[Any, str] = {
    ASHA: "Asha",
    BEN: "Ben",
    CARA: "Cara",
    CLUB: "the club",
    NIGHT: "April night",
    LAST_NIGHT: "March night",
    JOB: "Set up",
    IDEA: "Pizza",
}
WORDS: dict[str, str] = {SOME_WORDS: "The hall"}


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (planned(), "Asha made the plan “April night”."),
        (planned(like=LAST_NIGHT), "Asha made the plan “April night”, like “March night”."),
        (moved(MAY), "The plan “April night” is now for 6 May 2026, 19:30."),
        (
            cancelled(),
            "The plan “April night” was cancelled. Its jobs stay until they are dropped.",
        ),
        (
            comes_back(Rhythm.FORTNIGHTLY, until=date(2026, 12, 31)),
            "“April night” comes back every two weeks until 31 December 2026.",
        ),
        (is_here(BEN), "Ben came to “April night”."),
        (is_here(BEN, Presence.GONE), "Ben went home from “April night”."),
        (amended(), "Asha said anew what the job “Set up” is."),
        (learning(BEN), "Ben learns the job “Set up”."),
        (
            passed_on(ASHA, to=BEN, takers=(BEN, CARA)),
            "The job “Set up” passed from Asha to Ben and Cara.",
        ),
        (
            taken_over(BEN, of=ASHA, asked=False),
            "Ben took over the job “Set up” from Asha, without being asked.",
        ),
        (
            taken_over(BEN, of=ASHA, asked=True),
            "Ben took over the job “Set up” from Asha, when asked to.",
        ),
        (
            taken_over(BEN, of=ASHA),
            (
                "Ben took over the job “Set up” from Asha; it is not stated whether anybody asked "
                "for that."
            ),
        ),
        (
            called_it(TakeoverAnswer.TAKEN, ASHA, of=BEN),
            "Ben did the job “Set up”. Asha says: it was taken from me.",
        ),
        (given_back(BEN, to=ASHA), "Ben gave the job “Set up” back to Asha."),
        (given_back(BEN, to=ASHA, actor=ASHA), "Asha took the job “Set up” back from Ben."),
        (help_asked(ASHA, Help.CANNOT_COME), "Asha has the job “Set up” and cannot come."),
        (
            help_asked(ASHA, Help.DO_IT_WITH_ME),
            "Asha has the job “Set up” and would like somebody to do it with them.",
        ),
        (helped(BEN, Help.DO_IT_WITH_ME), "Ben helps to do the job “Set up”."),
        (helped(BEN, Help.CANNOT_COME), "Ben comes for somebody who has the job “Set up”."),
        (not_done(), "The job “Set up” was not done."),
        (reopened(), "The job “Set up” is there to do again."),
        (
            meeting.called(place=SOME_WORDS),
            "Asha called a meeting of the club for 3 March 2026, 18:00, The hall.",
        ),
        (meeting.moved(), "The meeting is now for 5 March 2026, 18:00."),
        (meeting.cancelled(), "Asha cancelled the meeting."),
        (meeting.placed_on_the_list(), "Asha put “Pizza” on the list of the meeting."),
        (meeting.began(), "A meeting of the club began."),
        (
            meeting.were_there(ASHA, BEN, apologies=[meeting.sorry(CARA)]),
            "Asha and Ben were at the meeting, and Cara sent apologies.",
        ),
        (meeting.were_there(ASHA), "Asha was at the meeting."),
        (meeting.were_there(), "Nobody was at the meeting."),
        (meeting.held(MeetingRole.CHAIR, BEN), "Ben ran the meeting."),
        (
            meeting.noted(item=meeting.THE_IDEA),
            "It was written down about “Pizza”: “The hall”",
        ),
        (
            meeting.elsewhere(Elsewhere.NO),
            "Nothing was decided outside the meetings.",
        ),
        (
            meeting.elsewhere(Elsewhere.YES, words=SOME_WORDS),
            "Something was decided outside the meetings: “The hall”",
        ),
        (
            meeting.confirmed(ASHA, Capacity.CHAIR),
            "Asha, who ran the meeting, confirmed what was written down.",
        ),
        (meeting.confirmed(BEN, Capacity.OTHER), "Ben confirmed what was written down."),
        (meeting.ended(), "The meeting ended."),
    ],
    ids=lambda it: type(it).__name__ if isinstance(it, Event) else it,
)
def test_it_is_told_in_a_sentence(event: Event, told: str) -> None:
    assert ids_in(event) >= {event.originator_id}
    assert sentence(event, NAMES, WORDS) == told


OURS = [topic for topic in EVENTS if topic.startswith(("plan.", "task.", "meeting."))]


@pytest.mark.parametrize("topic", OURS)
def test_every_recorded_example_can_be_read_aloud(topic: str) -> None:
    event = MAPPER.to_domain_event(Example.read(RECORDED / f"{topic}.json").row())
    names = dict.fromkeys(ids_in(event), "something")
    told = sentence(event, names, {})
    assert told.endswith((".", "”", "…"))
    assert "None" not in told
