"""Every event as a sentence for people: names as they are written, and no id and no topic."""

import re

import pytest

from domain.events import EVENTS, Event
from domain.ids import CHAIR
from domain.kinds import Closing, NotAPerson, Resolution, Route, Seat
from domain.values import Money
from domain.voting.answers import Approvals, Ranking, Scores
from domain.voting.tally import Result
from projections.naming import ERASED
from projections.sentences import ids_in, sentence
from tests.domain.record_examples import MAPPER, RECORDED
from tests.domain.test_events import Example
from tests.facts import (
    ASHA,
    BEN,
    CARA,
    CLUB,
    CURRY,
    IDEA,
    JOB,
    NIGHT,
    NOT_SURE,
    PIZZA,
    SOME_WORDS,
    SOUP,
    cast,
    closed,
    decided,
    done,
    left,
    line_written,
    made,
    opened,
    role_laid_down,
    seated,
    taken,
    worried,
    worry_answered,
    worry_resolved,
)
from tests.projections.year import Year

NAMES: dict[object, str] = {
    ASHA: "Asha",
    BEN: "Ben",
    CARA: "Cara",
    CLUB: "Film Club",
    IDEA: "Dinner",
    NIGHT: "Friday",
    JOB: "Cook",
    PIZZA: "Pizza",
    CURRY: "Curry",
    SOUP: "Soup",
    **{who: f"<{who}>" for who in NotAPerson},
}
WORDS: dict[str, str] = {SOME_WORDS: "Some words!"}


def must_be_a_sentence(told: str, topic: str) -> None:
    """It has no id in it, no topic, and nothing else of the program's own language."""
    assert told[0].isupper() or told.startswith("“"), told
    assert told.endswith((".", "”", "!", "?", "…")), told
    assert not re.search(r"[.!?…]”?\.$", told), told
    assert not re.search(r"[0-9a-f]{8}|@\d", told), told
    assert topic not in told
    assert not re.search(r"\bNone\b|[a-z]\.[a-z]|_", told), told


@pytest.mark.parametrize("topic", EVENTS)
def test_everything_that_can_happen_can_be_read_aloud(topic: str) -> None:
    event = MAPPER.to_domain_event(Example.read(RECORDED / f"{topic}.json").row())
    must_be_a_sentence(sentence(event, dict.fromkeys(ids_in(event), ERASED), {}), topic)


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (left(BEN, actor=BEN), "node22 left Film Club e.V."),
        (role_laid_down(BEN, CHAIR), "node22 is no longer Chair."),
        (taken(BEN), "node22 took the job “Cook?”"),
        (decided(Result.CHOSEN, PIZZA), "We decided on “Dinner.”: “Pizza, please.”"),
        (decided(Result.CHOSEN, CURRY), "We decided on “Dinner.”: “Curry”."),
        (
            decided(Result.CHOSEN, PIZZA, route=Route.UNDOCUMENTED),
            "We decided on “Dinner.”: “Pizza, please.” How is not written down.",
        ),
        (
            decided(Result.CHOSEN, PIZZA, route=Route.STAFF_ALONE, deciders=(BEN,)),
            "Staff decided alone on “Dinner.”: “Pizza, please.” It was node22.",
        ),
    ],
)
def test_names_are_as_they_are_written_and_no_sentence_has_two_stops(
    event: Event, words: str
) -> None:
    names = NAMES | {
        BEN: "node22",
        CLUB: "Film Club e.V.",
        CHAIR: "Chair",
        IDEA: "Dinner.",
        JOB: "Cook?",
        PIZZA: "Pizza, please.",
        CURRY: "Curry",
    }
    assert sentence(event, names, WORDS) == words


@pytest.mark.parametrize(
    ("event", "words"),
    [
        (seated(BEN, Seat.TRUSTEE), "Ben now sits on Film Club as a trustee."),
        (seated(BEN, Seat.STAFF), "Ben now sits on Film Club as staff."),
        (seated(BEN, Seat.VOLUNTEER), "Ben now sits on Film Club as a volunteer."),
        (made(BEN, idea_by=CARA), "Cara had an idea: “Dinner”."),
        (made(NotAPerson.UNKNOWN), "<unknown> had an idea: “Dinner”."),
        (opened(people=(ASHA,)), "The vote on “Dinner” opened for 1 person."),
        (cast(BEN, NOT_SURE), "Ben said NOT SURE to “Dinner”."),
        (
            cast(BEN, Ranking(places=((CURRY, SOUP), (PIZZA,)))),
            "Ben put “Curry” and “Soup” first for “Dinner”.",
        ),
        (cast(BEN, Ranking(places=())), "Ben put nothing first for “Dinner”."),
        (
            cast(BEN, Approvals(options=(CURRY, SOUP))),
            "Ben said these are good enough for “Dinner”: “Curry” and “Soup”.",
        ),
        (
            cast(BEN, Approvals(options=())),
            "Ben said these are good enough for “Dinner”: none.",
        ),
        (cast(BEN, Scores(scores={CURRY: 3})), "Ben gave points to the answers for “Dinner”."),
        (worried(CARA, words=SOME_WORDS), "Cara has a worry about “Dinner”: “Some words!”"),
        (worry_answered(BEN), "Ben answered a worry about “Dinner”: “Some words!”"),
        (
            worry_resolved(Resolution.INTEGRATED),
            "The idea changed because of the worry about “Dinner”, says Asha.",
        ),
        (
            worry_resolved(Resolution.EXPLAINED),
            "Asha explained, and the worry about “Dinner” is over.",
        ),
        (
            worry_resolved(Resolution.OVERRULED),
            "Asha went on in spite of the worry about “Dinner”.",
        ),
        (closed(Closing.NOT_STATED), "The vote on “Dinner” ended."),
        (decided(Result.CHOSEN, CURRY, SOUP), "We decided on “Dinner”: “Curry” and “Soup”."),
        (
            decided(Result.NO_QUORUM),
            "We decided on “Dinner”: nothing: too few people took part.",
        ),
        (decided(Result.UNDECIDED), "We decided on “Dinner”: nothing: no answer was ahead."),
        (line_written(), "Asha wrote in the plan “Friday”: Some words!: Some words!"),
        (
            line_written(words=None, money=Money(amount=850, currency="GBP")),
            "Asha wrote in the plan “Friday”: Some words!: £8.50.",
        ),
        (done(ASHA, BEN, CARA), "Asha, Ben and Cara finished the job “Cook”."),
        (done(), "The job “Cook” was finished."),
    ],
)
def test_a_sentence_says_what_happened(event: Event, words: str) -> None:
    assert sentence(event, NAMES, WORDS) == words


def test_sentences_are_sentences_and_name_no_id_and_no_topic(year: Year) -> None:
    club = year.club
    with club.governance.vault.database.writing() as connection:
        connection.execute("DELETE FROM sealed_text")
    for entry in club.audit.log():
        must_be_a_sentence(entry.sentence, entry.topic)


def test_who_was_erased_is_told_of_without_a_name(year: Year) -> None:
    club = year.club
    with club.governance.vault.database.writing() as connection:
        connection.execute("DELETE FROM sealed_text WHERE words LIKE '%Cara%'")
    entries = club.audit.story(year.task)
    assert entries[7].sentence == (
        "Somebody whose name was erased accepted the job “Speakers” from Ben."
    )
