"""Who decided what, when, and by which right: the log as sentences, and every change to its ground.

The record of a year is read aloud here once; whoever changes a sentence sees it in its place.
"""

from uuid import UUID

from domain.values import EventId, event_id
from projections.audit import Entry
from tests.facts import (
    imported,
)
from tests.projections.club import Club
from tests.projections.year import Year

RECORD = """
Asha became known here.
Ben became known here.
Cara became known here.
Devika became known here.
The details of Devika were given anew.
Asha founded Film Club.
Film Club agreed how it decides. More than half must say yes. We count only YES and NO.
Asha now sits on Film Club as a member.
Ben now sits on Film Club as a member.
Cara now sits on Film Club as a member.
Devika now sits on Film Club as an observer, without a vote.
There is a role called “Chair”.
Asha is now Chair of Film Club.
There is a role called “Minute-taker”.
Cara is now Minute-taker of Film Club.
Ben had an idea: “A club night”.
The vote on “A club night” opened for 3 people.
Asha said YES to “A club night”.
Ben said YES to “A club night”.
Cara said I HAVE A WORRY to “A club night”.
Cara has a worry about “A club night”.
Cara has a worry about “A club night”: “It is too loud”
Ben answered a worry about “A club night”: “Only until ten”
Cara said NO to “A club night”.
The worry about “A club night” was taken back.
Cara took their vote on “A club night” back.
Asha stays out of deciding on “A club night”.
Asha ended the vote on “A club night”.
We decided on “A club night”: YES.
Ben made the plan “Friday night”.
Ben wrote in the plan “Friday night”: Food: Pizza.
Ben wrote in the plan “Friday night”: Food: Curry.
Ben wrote in the plan “Friday night”: Music: Records.
Ben took a line out of the plan “Friday night”.
Ben added the job “Speakers”.
Ben took the job “Speakers”.
Ben asked Cara to share the job “Speakers”: “Please”
Ben no longer asks Cara to take the job “Speakers”.
Ben asked Cara to take the job “Speakers”.
Cara said no thank you to Ben about the job “Speakers”.
Ben asked Cara to take the job “Speakers”.
Cara accepted the job “Speakers” from Ben.
Cara cannot do the job “Speakers”.
Ben took the job “Speakers”.
Ben finished the job “Speakers”.
Ben added the job “Lights”.
The job “Lights” is not needed any more.
Ben had an idea: “A quiz”.
Ben took the idea “A quiz” back.
Ben had an idea: “A trip”.
The vote on “A trip” opened for 3 people.
Ben added the job “Book the room”.
Cara took the job “Book the room”.
Cara left Film Club.
Cara is no longer Minute-taker.
Cara left and can no longer vote on “A trip”.
Cara cannot do the job “Book the room”.
Asha is no longer Chair.
The time to vote on “A trip” was over.
We decided on “A trip”: nothing: nobody voted.
Ben had an idea: “Another year”.
The vote on “Another year” opened for 2 people.
Ben founded Food Club.
Food Club agreed how it decides. More than half must say yes. We count only YES and NO.
Whoever sits as an observer is now called “guest”.
Devika lost the seat on Film Club.
Ben had an idea: “A spring night”.
Asha asked about “A spring night”: “Where?”
Ben answered a question about “A spring night”: “At the lake”
The vote on “A spring night” opened for 2 people.
Asha said YES to “A spring night”.
Ben said YES to “A spring night”.
A meeting of Film Club began.
Asha and Ben were at the meeting.
Ben ended the vote on “A spring night”.
We decided on “A spring night”: YES.
It was written down about “A spring night”: “We go by boat”
Ben confirmed what was written down.
The meeting ended.
We said why we decided so on “A spring night”: “It is warm then”
Asha got a mandate: “Tickets”. Asha may decide alone about money.
Ben made the plan “By the lake”.
The plan “By the lake” is now for 3 June 2026.
Asha came to “By the lake”.
Ben added the job “Row the boat”.
Ben said anew what the job “Row the boat” is.
Asha took the job “Row the boat”.
Asha has the job “Row the boat” and would like somebody to say how.
Ben took over the job “Row the boat” from Asha; it is not stated whether anybody asked for that.
Ben did the job “Row the boat”. Asha says: we shared it.
Ben finished the job “Row the boat”.
The job “Row the boat” is there to do again.
Asha said that an entry is not right: “It was three of us”
Ben answered that the entry is right.
Film Club put an entry right: “It was two of us”
"""

MAJORITY_RULE = RECORD.strip().splitlines()[6]


def told(entries: list[Entry]) -> list[str]:
    return [entry.sentence for entry in entries]


def nth(club: Club, stream: UUID, version: int) -> EventId:
    return club.governance.events_of(stream)[version - 1].event_id


def test_a_year_is_read_aloud(year: Year) -> None:
    assert told(year.club.audit.log()) == RECORD.strip().splitlines()


# ---- Where it stands in the log


def test_an_entry_tells_where_and_when_it_is_recorded(year: Year) -> None:
    entries = year.club.audit.log()
    assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.leaf for entry in entries] == list(range(len(entries)))
    first = entries[0]
    assert (first.stream, first.event) == (year.club.asha, event_id(year.club.asha, 1))
    assert not first.to_the_day


def test_the_log_is_told_from_anywhere_and_as_far_as_asked(year: Year) -> None:
    audit = year.club.audit
    whole = audit.log()
    assert audit.log(after=10) == whole[10:]
    assert audit.log(after=10, limit=3) == whole[10:13]
    assert audit.log(limit=len(whole) + 9) == whole
    assert audit.log(after=len(whole)) == []


def test_the_story_of_one_thing_is_told_in_order(year: Year) -> None:
    story = told(year.club.audit.story(year.plan))
    assert story == [line for line in RECORD.splitlines() if "the plan “Friday night”" in line]


# ---- By which right


def test_a_change_is_led_back_to_its_decision_its_rule_and_the_founding(year: Year) -> None:
    chain = year.club.audit.chain(nth(year.club, year.plan, 3))
    assert told(chain) == [
        "Ben wrote in the plan “Friday night”: Food: Curry.",
        "We decided on “A club night”: YES.",
        MAJORITY_RULE,
        "Asha founded Film Club.",
    ]
    cited = [entry.authority for entry in chain]
    assert cited == [*(entry.event for entry in chain[1:]), None]


def test_a_committee_that_answers_to_another_is_led_back_to_the_others_founding(
    year: Year,
) -> None:
    chain = told(year.club.audit.chain(nth(year.club, year.other, 2)))
    assert [chain[1], chain[2], chain[-1]] == [
        "Ben founded Food Club.",
        "We decided on “A club night”: YES.",
        "Asha founded Film Club.",
    ]


def test_an_act_that_needs_no_right_stands_alone(year: Year) -> None:
    ballot = nth(year.club, year.night, 3)
    assert told(year.club.audit.chain(ballot)) == ["Asha said YES to “A club night”."]


def test_a_decision_tells_everything_that_was_done_by_it(year: Year) -> None:
    done_by_it = told(year.club.audit.changed_by(year.decision))
    assert done_by_it == [
        "Ben made the plan “Friday night”.",
        "Ben wrote in the plan “Friday night”: Food: Pizza.",
        "Ben wrote in the plan “Friday night”: Food: Curry.",
        "Ben wrote in the plan “Friday night”: Music: Records.",
        "Ben took a line out of the plan “Friday night”.",
        "Ben added the job “Speakers”.",
        "Ben added the job “Lights”.",
        "The job “Lights” is not needed any more.",
        "Ben added the job “Book the room”.",
        "Ben founded Food Club.",
        "Devika lost the seat on Film Club.",
    ]


def test_what_was_done_and_what_allowed_it_name_each_other(year: Year) -> None:
    audit = year.club.audit
    for entry in audit.log():
        if entry.authority:
            assert entry in audit.changed_by(entry.authority)
            assert audit.chain(entry.event)[1].event == entry.authority


def test_changes_without_a_right_are_listed(year: Year) -> None:
    club = year.club
    assert club.audit.without_authority() == []
    act = imported(club.asha, club.later(days=1))
    plan = club.governance.make_plan(act, club.committee, "An old plan")
    club.governance.write_line(act, plan, "Food", "Soup")
    club.governance.add_task(act, club.committee, "An old job")
    assert told(club.audit.without_authority()) == [
        "Asha made the plan “An old plan”.",
        "Asha wrote in the plan “An old plan”: Food: Soup.",
        "Asha added the job “An old job”.",
    ]


def test_an_event_that_is_not_there_has_no_chain(year: Year) -> None:
    assert year.club.audit.chain(event_id(UUID(int=1), 1)) == []
    assert year.club.audit.chain(EventId("nonsense")) == []
