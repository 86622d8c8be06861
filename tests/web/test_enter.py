import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from domain.events import CommitteeFounded, PersonRegistered, PersonSeated, RoleTaken, RuleAdopted
from domain.ids import CHAIR
from tests.web.club import Club, Visitor, words
from web import create_app
from web.settings import Settings

OVER = "This link was used already, or it is too old. Please ask for a new link."


def cookie(visitor: Visitor) -> str | None:
    found = visitor.client.get_cookie("hands")
    return found.value if found else None


def test_the_door_says_who_it_is_for_and_how_to_come_in_and_keeps_nothing(club: Club) -> None:
    visitor = club.visitor()
    door = words(visitor.get("/enter"))
    assert "This is for people who decide together. You need a link to come in." in door
    assert "Did you start this on your own computer? Then your link is there" in door
    assert cookie(visitor) is None


def test_looking_at_a_link_signs_nobody_in_and_does_not_use_it_up(club: Club) -> None:
    visitor, card = club.visitor(), club.link("Asha")
    for _ in range(3):
        assert "Are you Asha?" in words(visitor.get(f"/enter/{card}"))
    assert visitor.get("/").location == "/enter"
    assert visitor.post("/enter", card=card).status_code == 303
    assert "Hello Asha" in words(visitor.get("/"))


def test_a_link_works_once(club: Club) -> None:
    card = club.link("Asha")
    assert club.visitor().post("/enter", card=card).status_code == 303
    again = club.visitor()
    assert again.get(f"/enter/{card}").status_code == 410
    answer = again.post("/enter", card=card)
    assert answer.status_code == 410
    assert OVER in words(answer)


def test_of_two_presses_at_once_only_one_comes_in(club: Club) -> None:
    card, visitors = club.link("Asha"), [club.visitor() for _ in range(4)]
    with ThreadPoolExecutor() as pool:
        answers = list(pool.map(lambda one: one.post("/enter", card=card).status_code, visitors))
    assert sorted(answers) == [303, 410, 410, 410]


def test_a_link_is_over_after_ten_minutes(club: Club) -> None:
    card = club.link("Asha")
    club.clock.on(minutes=10)
    assert club.visitor().get(f"/enter/{card}").status_code == 410


@pytest.mark.parametrize("card", ["", "nothing", "ü", "x" * 500, "a%20b"])
def test_a_link_that_never_was_is_answered_with_a_sentence(club: Club, card: str) -> None:
    answer = club.visitor().post("/enter", card=card)
    assert answer.status_code == 410
    assert OVER in words(answer)


def test_coming_in_makes_a_new_token_and_the_old_one_is_nobody(club: Club) -> None:
    visitor = club.visitor()
    visitor.token()
    before = cookie(visitor)
    visitor.post("/enter", card=club.link("Asha"))
    assert before
    assert cookie(visitor) not in (None, before)
    stale = club.visitor()
    stale.client.set_cookie("hands", before)
    assert stale.get("/").location == "/enter"


def test_the_cookie_is_hidden_from_scripts_and_stays_on_this_site(club: Club) -> None:
    visitor = club.visitor()
    answer = visitor.post("/enter", card=club.link("Asha"))
    flags = answer.headers["Set-Cookie"]
    assert re.match(r"hands=[\w-]{43}; ", flags)
    assert "HttpOnly" in flags
    assert "SameSite=Lax" in flags
    assert "Path=/" in flags


def test_signing_out_ends_the_session_here_and_everywhere_it_was_copied(club: Club) -> None:
    asha = club.enter("Asha")
    copied = cookie(asha)
    assert copied
    assert "You are signed out" in words(asha.press("/leave"))
    assert asha.get("/").location == "/enter"
    thief = club.visitor()
    thief.client.set_cookie("hands", copied)
    assert thief.get("/").location == "/enter"


def test_pages_of_a_person_are_kept_by_no_browser(club: Club) -> None:
    asha = club.enter("Asha")
    for path in ("/", "/plan/", "/jobs/", "/why/", "/people/", "/ideas/new"):
        assert asha.get(path).headers["Cache-Control"] == "no-store"


def test_a_revoked_session_is_out_with_its_next_press(club: Club) -> None:
    asha, idea = club.enter("Asha"), club.vote()
    token = asha.token()
    club.app.extensions["sign_in"].end_all(club.people["Asha"])
    answer = asha.client.post(f"/ideas/{idea}/ballots", data={"csrf_token": token, "answer": "yes"})
    assert answer.status_code == 403
    assert "You are signed out." in words(answer)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    assert not seen.ballots


def test_somebody_signs_out_on_every_screen_at_once(club: Club) -> None:
    here, there, ben = club.enter("Asha"), club.enter("Asha"), club.enter("Ben")
    link = club.link("Asha")
    assert "You are signed out" in words(here.press("/leave/everywhere"))
    assert [one.get("/").location for one in (here, there)] == ["/enter", "/enter"]
    assert club.visitor().get(f"/enter/{link}").status_code == 410
    assert ben.get("/").status_code == 200


def test_the_chair_signs_out_somebody_who_lost_a_tablet(club: Club) -> None:
    asha, lost = club.enter("Asha"), club.enter("Ben")
    page = asha.press(f"/people/{club.people['Ben']}/sign-out")
    assert "Ben is signed out everywhere." in words(page)
    assert lost.get("/").location == "/enter"
    assert asha.post(f"/people/{club.people['Eve']}/sign-out").status_code == 403


def test_a_guesser_has_to_wait_and_nobody_with_a_link_has_to(club: Club) -> None:
    guesser = club.visitor()
    answers = [guesser.get(f"/enter/guess-{number}") for number in range(100)]
    assert [one.status_code for one in answers] == [410] * 30 + [429] * 70
    assert "Too many links from here did not work. Please wait a minute." in words(answers[-1])
    assert club.enter("Asha").get("/").status_code == 200
    club.clock.on(seconds=10)
    assert [guesser.get(f"/enter/more-{n}").status_code for n in range(2)] == [410, 429]


def test_a_committee_behind_one_address_is_never_told_to_wait(club: Club) -> None:
    used = [club.link("Ben") for _ in range(40)]
    for card in used:
        assert club.visitor().post("/enter", card=card).status_code == 303
    old = [club.link("Cara") for _ in range(40)]
    club.clock.on(minutes=11)
    for card in [*used, *old]:
        answer = club.visitor().get(f"/enter/{card}")
        assert answer.status_code == 410
        assert "The person who runs the meeting can make a new one." in words(answer)


def test_one_address_waits_for_itself_alone(club: Club) -> None:
    def ask(address: str) -> int:
        return club.visitor().get("/enter/wrong", environ_base={"REMOTE_ADDR": address}).status_code

    assert {ask("192.0.2.1") for _ in range(40)} == {410, 429}
    assert ask("192.0.2.2") == 410


# ---- A form that was left open


LONG = "The bar is too loud.\nI cannot hear my friends there."


def test_a_form_that_was_left_open_overnight_still_works(club: Club) -> None:
    ben = club.enter("Ben")
    token = ben.token()
    club.clock.on(hours=14)
    sent = {"csrf_token": token, "title": "A quiet room", "text": LONG}
    assert ben.client.post("/ideas/", data=sent).status_code == 303


@pytest.mark.parametrize("meanwhile", ["signed out", "too long"])
def test_a_text_that_comes_too_late_is_given_back(club: Club, meanwhile: str) -> None:
    ben = club.enter("Ben")
    sent = {"csrf_token": ben.token(), "title": "A quiet room", "text": LONG}
    if meanwhile == "signed out":
        club.app.extensions["sign_in"].end_all(club.people["Ben"])
    else:
        club.clock.on(days=31)
    answer = ben.client.post("/ideas/", data=sent)
    assert answer.status_code == 403
    assert "You are signed out. Nothing was saved. Please come in again." in words(answer)
    assert f">{LONG}</textarea>" in answer.text
    assert sent["csrf_token"] not in answer.text


def test_a_text_that_a_rule_refuses_is_given_back(club: Club) -> None:
    idea = club.decided()
    answer = club.enter("Ben").post(f"/ideas/{idea}/worries", words=LONG)
    assert answer.status_code == 409
    assert f">{LONG}</textarea>" in answer.text


def test_what_another_site_sends_is_not_shown(club: Club) -> None:
    head = {"Sec-Fetch-Site": "cross-site"}
    answer = club.visitor().client.post(
        "/ideas/", data={"text": "Call this number now"}, headers=head
    )
    assert answer.status_code == 403
    assert "Call this number" not in answer.text


def test_a_session_lasts_thirty_days(club: Club) -> None:
    asha = club.enter("Asha")
    club.clock.on(days=29)
    assert asha.get("/").status_code == 200
    club.clock.on(days=1)
    assert asha.get("/").location == "/enter"


# ---- The first person


def test_the_first_person_founds_the_committee_and_runs_its_meetings(club: Club) -> None:
    visitor, card = club.visitor(), club.link(None)
    assert "You are the first." in words(visitor.get(f"/enter/{card}"))
    facts = club.written(
        lambda: visitor.post("/enter/first", card=card, name="Gül", committee="Müzik")
    )
    assert [type(fact) for fact in facts[:4]] == [
        PersonRegistered,
        CommitteeFounded,
        RuleAdopted,
        PersonSeated,
    ]
    assert isinstance(facts[-1], RoleTaken)
    assert facts[-1].role == CHAIR
    page = words(visitor.get("/"))
    assert "Hello Gül" in page
    assert "Müzik" in page


@pytest.mark.parametrize(("name", "committee"), [("", "Club"), ("Asha", "  "), ("\t", "")])
def test_the_first_person_says_both_names_or_nothing_is_written(
    club: Club, name: str, committee: str
) -> None:
    visitor, card = club.visitor(), club.link(None)

    def press() -> None:
        answer = visitor.post("/enter/first", card=card, name=name, committee=committee)
        assert answer.status_code == 400
        assert "There is a problem" in words(answer)

    assert club.written(press) == []
    assert visitor.post("/enter/first", card=card, name="A", committee="B").status_code == 303


def test_a_link_of_one_kind_is_not_used_as_the_other(club: Club) -> None:
    first, hers = club.link(None), club.link("Asha")
    assert club.visitor().post("/enter", card=first).status_code == 400
    answer = club.visitor().post("/enter/first", card=hers, name="Mallory", committee="Mine")
    assert answer.status_code == 400
    assert club.visitor().post("/enter", card=hers).status_code == 303


def test_a_link_for_the_chair_gives_the_role_where_nobody_has_it(club: Club) -> None:
    club.does.lay_down_role(club.act("Asha"), club.here, CHAIR, club.people["Asha"])
    facts = club.written(
        lambda: club.visitor().post("/enter", card=club.link("Asha", role="chair"))
    )
    assert [type(fact) for fact in facts] == [RoleTaken]


def test_a_link_for_the_chair_takes_the_role_from_nobody(club: Club) -> None:
    facts = club.written(lambda: club.visitor().post("/enter", card=club.link("Ben", role="chair")))
    assert facts == []


def test_a_hand_that_presses_twice_comes_in_once_more(club: Club) -> None:
    visitor, card = club.visitor(), club.link("Asha")
    token, old = visitor.token(), cookie(visitor)
    assert old
    form = {"csrf_token": token, "card": card}
    assert visitor.client.post("/enter", data=form).status_code == 303
    visitor.client.set_cookie("hands", old)
    assert visitor.client.post("/enter", data=form).status_code == 303
    assert "Hello Asha" in words(visitor.get("/"))


def test_that_holds_for_a_minute_at_the_same_screen_and_with_the_same_link(club: Club) -> None:
    visitor, card, other = club.visitor(), club.link("Asha"), club.link("Ben")
    token, old = visitor.token(), cookie(visitor)
    assert old
    visitor.client.post("/enter", data={"csrf_token": token, "card": card})
    club.visitor().post("/enter", card=other)
    assert club.visitor().post("/enter", card=card).status_code == 410
    visitor.client.set_cookie("hands", old)
    form = {"csrf_token": token, "card": other}
    assert visitor.client.post("/enter", data=form).status_code == 410
    club.clock.on(minutes=1)
    visitor.client.set_cookie("hands", old)
    form = {"csrf_token": token, "card": card}
    assert visitor.client.post("/enter", data=form).status_code == 410


def test_behind_https_the_cookie_is_for_this_address_only(club: Club, tmp_path: Path) -> None:
    settings = Settings(tmp_path, secure_cookies=True)
    club.app = create_app(club.services, settings, clock=club.clock)
    visitor = Visitor(club.app, base_url="https://club.example")
    answer = visitor.post("/enter", card=club.link("Asha"))
    flags = answer.headers["Set-Cookie"]
    assert flags.startswith("__Host-hands=")
    assert "; Secure; HttpOnly; Path=/; SameSite=Lax" in flags
    assert "Domain" not in flags
    assert "Hello Asha" in words(visitor.get("/"))
    link = visitor.post(f"/people/{club.people['Ben']}/link").text
    assert "https://club.example/enter/" in link
