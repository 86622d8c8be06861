"""Invented people, days and lists, which many pages name. Nobody here exists."""

from types import SimpleNamespace as Thing


def when(words: str, iso: str) -> Thing:
    return Thing(words=words, iso=iso)


PHOTO = "photo.svg"
PEOPLE = [
    Thing(id=str(number), name=name, photo=None, says=f"{name} is here on Fridays.")
    for number, name in enumerate(
        ["Asha", "Ben", "Çağıl", "Dev", "Ella", "Femi", "Gus", "Hana", "Jo"]
    )
]
ASHA, BEN, CAGIL, DEV, ELLA, FEMI, GUS, HANA, JO = PEOPLE
TUESDAY = when("Tuesday 3 June", "2026-06-03")
FRIDAY5 = when("Friday 6 June at 5", "2026-06-06T17:00")
CLUB = when("Friday 3 July, 7 to 10", "2026-07-03T19:00")
TALK = when("6 May", "2026-05-06")
JUNE = when("4 June", "2026-06-04")
COMMITTEE = Thing(name="Club night")
VIEWER = Thing(name="Asha", photo=None, helper=None, look="")
RECORD = [
    Thing(position=31, topic="proposal.proposal-made", leaf=30, on=TALK),
    Thing(position=38, topic="proposal.voting-opened", leaf=37, on=TUESDAY),
    Thing(position=47, topic="proposal.decision-taken", leaf=46, on=JUNE),
    Thing(position=48, topic="plan.line-written", leaf=None, on=JUNE),
]
CHIPS = [
    Thing(words="All", picture="decided", href="#main", count=12, current=True),
    Thing(words="Money", picture="money", href="#main", count=3, current=False),
    Thing(words="Music", picture="music", href="#main", count=4, current=False),
    Thing(words="People", picture="people", href="#main", count=2, current=False),
    Thing(words="Safe", picture="safety", href="#main", count=3, current=False),
]
CITABLE = [
    Thing(value="7@1", words="DJ Sam plays", picture="decided", more="We decided this on 4 June."),
    Thing(value="8@1", words="We eat pizza", picture="decided", more="We decided this on 2 June."),
]
NO_MORE = Thing(before=None, after=None, words="")
FEW = Thing(number=None, words="", found=8, all="#main", pager=NO_MORE)
