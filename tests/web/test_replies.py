"""Something to talk about, and the right to answer: what people say stands beside the number."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path

import pytest

from domain.events import ReplyGiven
from domain.kinds import Seat
from tests.web.club import YES, Club, Visitor, words
from tests.web.told_stories import story_in


@pytest.fixture
def takeover(tmp_path: Path) -> Iterator[Club]:
    with story_in(tmp_path, "takeover") as it:
        yield it


SOON = datetime(2025, 10, 1, 9, 30, tzinfo=UTC)
"""Some days after 26 September, when nobody had looked at a step-in in time."""


def newest(club: Club) -> str:
    """The address of the newest thing to talk about."""
    page = unescape(club.enter("Ben").get("/why/sharing/talk").text)
    found = re.search(r'href="(/why/sharing/say/W[^"]+)"', page)
    assert found
    return found[1]


def seated(club: Club, name: str, seat: Seat) -> Visitor:
    chair = club.act("Asha")
    club.people[name] = club.does.register_person(chair, name)
    idea = club.vote("More people sit with us", days=None)
    club.cast(idea, Asha=YES, Ben=YES, Cara=YES, Dev=YES, Ella=YES, Femi=YES)
    club.does.close_voting(chair, idea)
    cited = club.does.authority_of(idea)
    club.does.seat_person(chair, club.here, club.people[name], seat, voting=False, authority=cited)
    return club.enter(name)


def test_what_the_warnings_saw_is_told_in_neutral_words(takeover: Club) -> None:
    ben = takeover.enter("Ben")
    index, listed = words(ben.get("/why/sharing/")), words(ben.get("/why/sharing/talk"))
    assert "Something to talk about" in index
    assert "This may all be fine." in listed
    assert not {name for name in takeover.people if re.search(rf"\b{name}\b", listed)}


def test_the_newest_is_one_card_among_what_waits_until_somebody_says_something(
    takeover: Club,
) -> None:
    ben, place = takeover.enter("Ben"), newest(takeover)
    everything = ben.get("/?all=1")
    assert words(everything).count("Something to talk about") == 1
    assert place in unescape(everything.text)
    assert "What do we say?" in words(everything)
    assert ben.get(place).status_code == 200
    said = ben.press(place, words="We will ask for the papers sooner.")
    assert "Ben says: “We will ask for the papers sooner.”" in words(said)
    assert place not in unescape(ben.get("/?all=1").text)
    asha = takeover.enter("Asha").get(place)
    assert "Ben says: “We will ask for the papers sooner.”" in words(asha)


def test_what_nobody_spoke_of_for_a_quarter_waits_on_its_page_and_in_no_card(
    takeover: Club,
) -> None:
    place = newest(takeover)
    takeover.clock.now = datetime.fromisoformat(f"{place[-10:]}T09:30:00+00:00")
    takeover.clock.on(days=91)
    assert place in unescape(takeover.enter("Ben").get("/?all=1").text)
    takeover.clock.on(days=1)
    ben = takeover.enter("Ben")
    assert "Something to talk about" not in words(ben.get("/?all=1"))
    assert place in unescape(ben.get("/why/sharing/talk").text)


def test_an_answer_is_kept_with_the_warning_and_its_day(takeover: Club) -> None:
    ben, place = takeover.enter("Ben"), newest(takeover)
    (event,) = takeover.written(lambda: ben.post(place, words="It was a hard month."))
    assert isinstance(event, ReplyGiven)
    assert place.startswith(f"/why/sharing/say/{event.metric}?day=")
    day = date.fromisoformat(place[-10:])
    assert (event.period.first, event.period.last) == (day, day)


def test_an_answer_without_words_is_asked_again_and_two_presses_are_one(takeover: Club) -> None:
    ben, place = takeover.enter("Ben"), newest(takeover)
    empty = ben.post(place, words="  ")
    assert empty.status_code == 400
    assert "Write what you want to say." in words(empty)
    token = ben.token()
    form = {"csrf_token": token, "words": "Once is enough."}
    wrote = takeover.written(lambda: [ben.client.post(place, data=form) for _ in range(2)])
    assert len(wrote) == 1


def test_those_who_do_not_sit_with_us_see_it_later(takeover: Club) -> None:
    takeover.clock.now = SOON
    tess = seated(takeover, "Tess", Seat.TRUSTEE)
    place = newest(takeover)
    day = date.fromisoformat(place[-10:])
    assert takeover.clock.now.date() - day < timedelta(days=14)
    assert place not in unescape(tess.get("/why/sharing/talk").text)
    assert tess.get(place).status_code == 404
    assert "Something to talk about" not in words(tess.get("/"))
    takeover.clock.on(days=15)
    assert place in unescape(tess.get("/why/sharing/talk").text)


def test_they_see_it_at_once_where_somebody_has_answered(takeover: Club) -> None:
    takeover.clock.now = SOON
    tess, place = seated(takeover, "Tess", Seat.TRUSTEE), newest(takeover)
    takeover.enter("Ben").press(place, words="We talked.")
    assert "We talked." in words(tess.get(place))


def test_staff_can_answer_beside_a_figure_about_them_and_everybody_reads_it(
    takeover: Club,
) -> None:
    jo, ben = takeover.enter("Jo"), takeover.enter("Ben")
    page = words(ben.get("/why/sharing/deciding"))
    assert "What staff say to this Staff have said nothing to this yet." in page
    assert "Say something to this" not in page
    assert "Say something to this" in words(jo.get("/why/sharing/deciding"))
    jo.press("/why/sharing/say/C0?span=all", words="I had no time to ask.")
    assert "Jo says: “I had no time to ask.”" in words(ben.get("/why/sharing/deciding"))
    assert "Jo says: “I had no time to ask.”" in words(ben.get("/why/sharing/say/C0"))


def test_a_figure_about_staff_is_answered_by_staff(takeover: Club) -> None:
    ben = takeover.enter("Ben")
    before = takeover.does.position()
    answer = ben.post("/why/sharing/say/C0?span=all", words="I know better.")
    assert answer.status_code == 403
    assert "Staff can answer here." in words(answer)
    assert takeover.does.position() == before


@pytest.mark.parametrize("metric", ["D1", "C99", "W1"])
def test_there_is_no_place_to_answer_where_nothing_is(takeover: Club, metric: str) -> None:
    assert takeover.enter("Jo").get(f"/why/sharing/say/{metric}?day=").status_code == 404


def test_something_to_talk_about_opens_to_its_events(takeover: Club) -> None:
    ben, place = takeover.enter("Ben"), newest(takeover)
    opened = ben.get(place.replace("/say/", "/numbers/"))
    assert opened.status_code == 200
    assert "of the record. Count them, and you find the same." in words(opened)
    assert ben.get("/why/sharing/numbers/W1?day=1999-01-01").status_code == 404


def test_a_club_that_shares_has_nothing_to_talk_about(tmp_path: Path) -> None:
    with story_in(tmp_path, "shared") as club:
        ben = club.enter("Ben")
        assert "There is nothing to talk about now." in words(ben.get("/why/sharing/talk"))
        assert "Something to talk about" not in words(ben.get("/"))
