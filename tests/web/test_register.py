"""WHY as a register: filters, words, parts of ten, at any time."""

import re
from collections.abc import Iterator

from domain.kinds import Domain
from tests.web.club import NO, YES, Club, Visitor, words
from tests.web.looking_back import leads, main, step

TITLE = re.compile(r'<h3 dir="auto">([^<]+)</h3>')


def titles(visitor: Visitor, path: str) -> list[str]:
    return TITLE.findall(main(visitor.get(path)))


def parts(visitor: Visitor, path: str, arrow: str = "on") -> Iterator[list[str]]:
    """What stands on a page, and on those to which its arrow leads."""
    while path:
        page = visitor.get(path)
        yield TITLE.findall(main(page))
        path = step(page, arrow)


def about(club: Club, title: str, domain: Domain, answer: object = YES) -> None:
    idea = club.does.make_proposal(club.act("Ben"), club.here, title, domain=domain)
    club.does.open_voting(club.act("Asha"), idea)
    club.cast(idea, Asha=answer, Ben=answer, Cara=NO)  # type: ignore[arg-type]
    club.does.close_voting(club.act("Asha"), idea)


def test_a_long_list_goes_on_ten_by_ten_and_back_and_misses_none(club: Club) -> None:
    for number in range(23):
        club.decided(f"Idea {number:02}")
    ben, all_of_them = club.enter("Ben"), [f"Idea {number:02}" for number in reversed(range(23))]
    shown = list(parts(ben, "/why/"))
    assert [len(part) for part in shown] == [10, 10, 3]
    assert [title for part in shown for title in part] == all_of_them
    second = step(ben.get("/why/"), "on")
    assert "11 to 20 of 23" in words(ben.get(second))
    third = step(ben.get(second), "on")
    assert list(parts(ben, third, "back")) == shown[::-1]


def test_how_many_there_are_stands_on_each_filter(club: Club) -> None:
    about(club, "A new light", Domain.MONEY)
    about(club, "A new till", Domain.MONEY, NO)
    about(club, "DJ Sam", Domain.PROGRAMME)
    club.decided("Start at 5", NO)
    club.idea("A poster")
    ben = club.enter("Ben")
    page = ben.get("/why/")
    assert "All (4) Yes (2) No (2) Not yet (0) Still open (1)" in words(page)
    assert "About all (4) Money (2) Music and more (1) Other things (1)" in words(page)
    money = ben.get(leads(page, "Money"))
    assert "All (2) Yes (1) No (1)" in words(money)
    assert TITLE.findall(main(money)) == ["A new till", "A new light"]
    no = ben.get(leads(money, "No "))
    assert TITLE.findall(main(no)) == ["A new till"]
    assert titles(ben, leads(no, "About all")) == ["Start at 5", "A new till"]
    assert titles(ben, leads(no, "Still open")) == ["A poster"]


def test_words_are_found_in_titles_and_texts_however_they_are_typed(club: Club) -> None:
    club.decided("Café night")
    club.decided("DJ Sam")
    idea = club.idea("A light", text="The DANCE floor\nis dark.")
    club.does.open_voting(club.act("Asha"), idea)
    club.cast(idea, Asha=YES, Ben=YES)
    club.does.close_voting(club.act("Asha"), idea)
    club.decided("ليلة الأحد 🎉")
    ben = club.enter("Ben")
    assert titles(ben, "/why/?words=CAFE") == ["Café night"]
    assert titles(ben, "/why/?words=dark+dance") == ["A light"]
    assert titles(ben, "/why/?words=🎉") == ["ليلة الأحد 🎉"]
    assert titles(ben, "/why/?words=الاحد") == ["ليلة الأحد 🎉"]
    assert titles(ben, "/why/?words=Sam+dark") == []


def test_the_words_of_today_are_found_and_at_a_stop_those_of_then(club: Club) -> None:
    idea = club.idea("Soup")
    club.clock.on(days=2)
    club.does.amend_proposal(club.act("Ben"), idea, title="Pizza")
    club.clock.on(days=2)
    ben = club.enter("Ben")
    assert titles(ben, "/why/?words=pizza") == ["Pizza"]
    assert titles(ben, "/why/?words=soup") == []
    assert titles(ben, "/why/?words=soup&at=2026-03-04") == ["Soup"]


def test_a_filter_keeps_the_words_and_the_time_and_so_does_every_part(club: Club) -> None:
    for number in range(12):
        club.decided(f"Pizza {number:02}")
    club.decided("Soup")
    club.clock.on(days=2)
    club.decided("More pizza")
    ben = club.enter("Ben")
    old = ben.get("/why/?words=pizza&only=yes&at=2026-03-04")
    assert len(TITLE.findall(main(old))) == 10
    assert "1 to 10 of 12" in words(old)
    assert titles(ben, leads(old, "More")) == ["Pizza 01", "Pizza 00"]
    all_of_it = leads(old, "All ")
    assert "words=pizza" in all_of_it
    assert "at=2026-03-04" in all_of_it
    assert "More pizza" in titles(ben, leads(old, "Back to now"))
    again = ben.get(re.findall(r'href="([^"]+)">Show all again', old.text)[0].replace("&amp;", "&"))
    assert TITLE.findall(main(again))[0] == "Soup"


def test_the_search_keeps_the_filter_and_the_time(club: Club) -> None:
    club.decided("Pizza")
    club.clock.on(days=2)
    page = main(club.enter("Ben").get("/why/?only=yes&at=2026-03-04"))
    form = page[page.index('class="find"') : page.index("</form>")]
    assert '<input type="hidden" name="only" value="yes">' in form
    assert '<input type="hidden" name="at" value="2026-03-04">' in form


def test_where_nothing_is_found_it_says_so_and_how_to_go_on(club: Club) -> None:
    club.decided("Pizza")
    ben = club.enter("Ben")
    page = ben.get("/why/?words=<soup>")
    assert "We found 0 things with “<soup>”." in words(page)
    assert "We found nothing like this Try another word, or a part of it." in words(page)
    assert titles(ben, leads(page, "Show all again")) == ["Pizza"]
    assert "Nothing is open" in words(ben.get("/why/?only=open"))


def test_what_was_erased_is_not_found_any_more(club: Club) -> None:
    club.decided("Pizza")
    club.decided("Pizza again")
    ben = club.enter("Ben")
    assert len(titles(ben, "/why/?words=pizza")) == 2
    with club.does.vault.database.writing() as connection:
        connection.execute("DELETE FROM sealed_text WHERE words = 'Pizza'")
    assert titles(ben, "/why/?words=pizza") == ["Pizza again"]


def test_what_nobody_could_look_for_is_looked_for_as_far_as_it_goes(club: Club) -> None:
    club.decided("Pizza")
    ben = club.enter("Ben")
    assert ben.get(f"/why/?words={'a' * 5000}").status_code == 200
    assert titles(ben, "/why/?words=%20%20") == ["Pizza"]
    assert ben.get("/why/?page=0").status_code == 400
    assert ben.get(f"/why/?only=open&page={10**20}").status_code == 400
    assert "Nothing is open" in words(ben.get("/why/?only=open&page=9"))
    assert ben.get("/why/?about=weather").status_code == 400
