"""Is this record right? Each says so once a month; a line that is not right is said to be so."""

from datetime import date
from uuid import uuid4

import pytest

from domain.events import DisputeAnswered, RecordAttested, RecordDisputed
from domain.kinds import Attestation
from domain.values import place_of
from tests.web.club import Club, words


@pytest.fixture
def april(club: Club) -> Club:
    """It was March when we decided; now it is April."""
    club.decided("DJ Sam")
    club.clock.on(days=30)
    return club


def entry(club: Club) -> str:
    """The address of the line that tells of a decision."""
    made = club.services.decisions.latest(club.here, 1)[0]
    stream, version = place_of(made.event)
    return f"{stream}/{version}"


def test_once_a_month_a_member_is_asked_whether_the_record_is_right(april: Club) -> None:
    ben = april.enter("Ben")
    assert "Is our record of March right?" in words(ben.get("/"))
    page = words(ben.get("/why/right/"))
    assert "Is our record of March right?" in page
    assert "DJ Sam" in page
    said = ben.press("/why/right/", first="2026-03-01", says="complete")
    assert "You said: it is right." in words(said)
    assert "Is our record" not in words(ben.get("/"))
    assert "Is our record of March right?" in words(april.enter("Cara").get("/"))


def test_what_is_said_is_kept_with_the_whole_month(april: Club) -> None:
    ben = april.enter("Ben")
    (event,) = april.written(
        lambda: ben.post("/why/right/", first="2026-03-01", says="something missing")
    )
    assert isinstance(event, RecordAttested)
    assert event.says is Attestation.MISSING
    assert (event.period.first, event.period.last) == (date(2026, 3, 1), date(2026, 3, 31))


def test_saying_the_same_twice_is_once_and_another_word_takes_its_place(april: Club) -> None:
    ben = april.enter("Ben")
    says = [*(["not sure"] * 2), "complete"]
    wrote = april.written(
        lambda: [ben.post("/why/right/", first="2026-03-01", says=one) for one in says]
    )
    assert len(wrote) == 2
    assert "You said: it is right." in words(ben.get("/why/right/"))


def test_nobody_is_asked_about_a_month_in_which_they_were_not_here(club: Club) -> None:
    assert "Is our record" not in words(club.enter("Ben").get("/"))
    assert "What do you say?" not in words(club.enter("Ben").get("/why/right/"))


def test_a_month_that_is_not_over_cannot_be_right_yet(april: Club) -> None:
    ben, before = april.enter("Ben"), april.does.position()
    for first in ("2026-04-01", "2026-05-01"):
        answer = ben.post("/why/right/", first=first, says="complete")
        assert answer.status_code == 400
        assert "These days are not over yet." in words(answer)
    assert ben.post("/why/right/", first="soon", says="complete").status_code == 400
    assert april.does.position() == before


def test_a_line_that_is_not_right_is_said_to_be_so_and_stays(april: Club) -> None:
    ben, line = april.enter("Ben"), entry(april)
    assert "This is not right" in words(ben.get(f"/why/record/{line}"))
    assert "What is not right?" in words(ben.get(f"/why/right/{line}"))
    (event,) = april.written(lambda: ben.post(f"/why/right/{line}", words="I said no."))
    assert isinstance(event, RecordDisputed)
    assert place_of(event.event) == place_of(
        april.services.decisions.latest(april.here, 1)[0].event
    )
    page = words(april.enter("Cara").get(f"/why/record/{line}"))
    assert "Somebody says this is not right Ben says: “I said no.”" in page
    assert "Ben says: “I said no.”" in words(ben.get("/why/right/"))


def test_it_is_asked_what_is_not_right(april: Club) -> None:
    ben, line, before = april.enter("Ben"), entry(april), april.does.position()
    answer = ben.post(f"/why/right/{line}", words=" ")
    assert answer.status_code == 400
    assert "Write what is not right." in words(answer)
    assert april.does.position() == before


def test_somebody_else_answers(april: Club) -> None:
    ben, asha, line = april.enter("Ben"), april.enter("Asha"), entry(april)
    ben.post(f"/why/right/{line}", words="I said no.")
    (seen,) = april.services.honesty.disputes(april.here)
    place = f"/why/right/disputes/{seen.dispute}"
    assert place not in ben.get("/why/right/").text
    assert ben.post(place, upheld="yes").status_code == 403
    assert "Say if it is right." in words(asha.post(place, words="We looked."))
    (event,) = april.written(lambda: asha.post(place, upheld="yes", words="We looked."))
    assert isinstance(event, DisputeAnswered)
    assert event.upheld
    page = words(ben.get("/why/right/"))
    assert "Asha says: It is true. The line is not right. “We looked.”" in page
    assert "Asha says: It is true. “We looked.”" in words(ben.get(f"/why/record/{line}"))


def test_there_is_nothing_to_say_of_a_line_that_is_not_there(april: Club) -> None:
    ben = april.enter("Ben")
    stream = entry(april).partition("/")[0]
    assert ben.get(f"/why/right/{stream}/999").status_code == 404
    assert ben.post(f"/why/right/{stream}/999", words="No").status_code == 404
    assert ben.get(f"/why/right/{uuid4()}/1").status_code == 404
    assert ben.post(f"/why/right/disputes/{uuid4()}", upheld="no").status_code == 404
