"""Committee, trustees, public: each tries to see more than is theirs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest

from domain.ids import CHAIR, CommitteeId, PersonId, ProposalId
from domain.kinds import Seat
from domain.sealed import Sealed
from projections.power.evidence import Evidence
from projections.power.guards import TOO_FEW_PEOPLE
from projections.power.outside import outside
from projections.power.reading import facts
from projections.power.report import report
from tests.web.club import NO, NOT_SURE, YES, Club, words
from tests.web.looking_back import step
from tests.web.seeing_more import HOME, Place, gives_away, opened, rename, walk
from web import demo
from web.demo import stories
from web.seen.audits import OF_VOTES
from web.seen.sharing import QUESTIONS
from web.services import Services

NOW = datetime(2026, 6, 3, 9, 30, tzinfo=UTC)
TELL = ("demonstration", "shared", "takeover")


@dataclass
class Readers:
    """A log with outsiders of every kind, and one of the committee."""

    place: Place
    outside: dict[str, PersonId]
    inside: PersonId


def told(folder: Path, name: str) -> Place:
    services = Services.open(folder)
    if name == "demonstration":
        demo.fill(services.governance, NOW)
        services.views.catch_up()
        committee = services.directory.committees()[0].committee
    else:
        committee = stories.fill(services.governance, stories.STORIES[name])
    return opened(folder, services, CommitteeId(committee), NOW)


@pytest.fixture(scope="module", params=TELL)
def readers(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Readers]:
    place = told(tmp_path_factory.mktemp(request.param), request.param)
    inside = place.services.directory.members(place.committee)[0].person
    outside = {
        "trustee with a vote": place.seat("Tom", Seat.TRUSTEE, voting=True),
        "trustee": place.seat("Tea", Seat.TRUSTEE, voting=False),
        "auditor": place.seat("Oz", Seat.OBSERVER, voting=False),
    }
    rename(place)
    yield Readers(place, outside, inside)
    place.services.close()


def everything(place: Place) -> Iterator[str]:
    """Addresses that nobody is led to: of people, of every event, of each number."""
    for who in place.people:
        yield from (f"/why/people/{who}", f"/people/{who}", f"/people/{who}/going")
        yield from (f"/why/record/{who}/1", f"/ideas/{who}", f"/jobs/{who}", f"/plan/{who}")
    for decision in place.services.decisions.register(place.committee)[:6]:
        yield from (f"/why/{decision.proposal}/whole", f"/ideas/{decision.proposal}")
        events = place.services.governance.events_of(decision.proposal)
        yield from (f"/why/record/{decision.proposal}/{e.originator_version}" for e in events)
    for number in ("A3", "B7", "C1", "C5", "C6", "D2", "D3", "D4", "E1", "F3"):
        yield from (f"/why/sharing/numbers/{number}?page={page}" for page in (1, 2, 3))


@pytest.mark.parametrize("name", ["trustee with a vote", "trustee", "auditor"])
def test_whoever_is_outside_finds_no_name_no_id_and_no_vote(readers: Readers, name: str) -> None:
    me, place = readers.outside[name], readers.place
    found, pages = {}, 0
    for path, answer in walk(place, place.reader(me), *everything(place)):
        pages += answer.status_code == 200
        assert answer.status_code < 500, path
        if away := gives_away(place, me, answer):
            found[path] = away
    assert found == {}
    assert pages > 80


def test_the_committee_itself_reads_names_and_who_voted_how(readers: Readers) -> None:
    """So what the search above looks for is there to be found."""
    place, me = readers.place, readers.inside
    found = [gives_away(place, me, answer) for _, answer in walk(place, place.reader(me))]
    told = [line for one in found for line in one]
    assert any(line.startswith("Zq") for line in told)
    assert any(line.startswith("id of") for line in told)


def test_numbers_of_how_few_people_voted_are_told_to_the_committee_alone(readers: Readers) -> None:
    place = readers.place
    governance = place.services.governance
    evidence = Evidence(facts(governance, governance.position()), place.committee)
    untold = [
        one
        for one in report(evidence).measures
        if one.id in OF_VOTES and outside(one).why_not == TOO_FEW_PEOPLE != one.why_not
    ]
    assert len(untold) > 3
    auditor = place.reader(readers.outside["auditor"])
    member = place.reader(readers.inside)
    for key in QUESTIONS:
        page, whole = (words(one.get(f"/why/sharing/{key.key}")) for one in (auditor, member))
        for one in untold:
            if one.id in key.measures and one.n:
                assert one.sentence in whole, one.id
                assert one.sentence not in page, one.id
                number = auditor.get(f"/why/sharing/numbers/{one.id}")
                assert "/why/record/" not in number.text, one.id


def test_the_public_sees_the_door_and_nothing_of_a_committee(readers: Readers) -> None:
    place = readers.place
    client = place.app.test_client()
    titles = {d.title for d in place.services.decisions.register(place.committee)}
    addresses = dict.fromkeys([*HOME, *everything(place), "/why/sharing/", "/credits", "/look"])
    for path in addresses:
        answer = client.get(path, follow_redirects=True)
        assert gives_away(place, PersonId(UUID(int=0)), answer) == [], path
        assert not any(title in words(answer) for title in titles), path


# ---- One vote, seen from outside


@pytest.fixture
def seats(club: Club) -> Club:
    for name, seat, voting in (
        *(("Jo", Seat.STAFF, True), ("Tom", Seat.TRUSTEE, True)),
        *(("Tess", Seat.TRUSTEE, False), ("Ola", Seat.OBSERVER, False)),
    ):
        club.people[name] = club.does.register_person(club.act("Asha"), name)
        person = club.people[name]
        club.does.seat_person(club.act("Asha"), club.here, person, seat, voting=voting)
    return club


def a_decision(club: Club) -> ProposalId:
    idea = club.vote(days=None)
    club.cast(idea, Asha=YES, Ben=YES, Dev=NOT_SURE, Jo=YES, Tom=YES)
    why = replace(club.act("Cara"), reason=Sealed.of("I cannot stand him"))
    club.does.cast_ballot(why, idea, NO)
    cara, jo = club.people["Cara"], club.people["Jo"]
    club.does.note_support(club.act("Cara"), idea, cara, supporter=jo)
    club.does.close_voting(club.act("Asha"), idea)
    return idea


def all_of_it(club: Club, name: str, idea: ProposalId) -> str:
    """The story of an idea, and the whole record of the committee."""
    reader, path, told = club.enter(name), "/why/record", [f"/why/{idea}", f"/why/{idea}/whole"]
    read = [words(reader.get(one)) for one in told]
    while path:
        page = reader.get(path)
        read.append(words(page))
        path = step(page, "on")
    return "\n".join(read)


def test_trustees_read_numbers_and_what_was_decided_and_not_who_voted_how(seats: Club) -> None:
    idea = a_decision(seats)
    for name in ("Tess", "Ola"):
        read = words(seats.enter(name).get(f"/ideas/{idea}"))
        assert "We decided YES" in read
        assert "4 people said yes." in read
        assert "1 person said no." in read
        assert "Who voted how stays in the group." in read
        assert "Cara" not in read
    assert "Cara" in words(seats.enter("Ben").get(f"/ideas/{idea}"))


def test_the_record_tells_outsiders_that_somebody_voted_and_nothing_more(seats: Club) -> None:
    idea = a_decision(seats)
    story = all_of_it(seats, "Ola", idea)
    assert story.count("Somebody voted.") == 6
    assert "had help" not in story
    assert "A member had an idea" in story
    for hidden in ("Cara", "Jo ", "said NO", "said YES", "I cannot stand him"):
        assert hidden not in story
    assert "Cara said NO" in all_of_it(seats, "Ben", idea)


def test_a_trustee_with_a_vote_is_told_their_own_vote_by_name(seats: Club) -> None:
    story = all_of_it(seats, "Tom", a_decision(seats))
    assert story.count("Tom said YES") == 1
    assert "Cara" not in story


def test_what_a_member_was_sent_is_not_what_a_trustee_has_already(seats: Club) -> None:
    """A tag of somebody else's page opens no page, and says not even that it is unchanged."""
    path = f"/why/{a_decision(seats)}"
    tag = seats.enter("Ben").get(path).headers["ETag"]
    tess = seats.enter("Tess")
    answer = tess.get(path, headers={"If-None-Match": tag})
    assert (answer.status_code, "Cara" in answer.text) == (200, False)
    again = tess.get(path, headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.text) == (304, "")


def test_whoever_becomes_a_trustee_is_told_no_names_from_then_on(seats: Club) -> None:
    path = f"/why/{a_decision(seats)}"
    ben = seats.enter("Ben")
    tag = ben.get(path).headers["ETag"]
    person = seats.people["Ben"]
    seats.does.seat_person(seats.act("Asha"), seats.here, person, Seat.TRUSTEE, voting=True)
    answer = ben.get(path, headers={"If-None-Match": tag})
    assert (answer.status_code, "Cara" in answer.text) == (200, False)


def test_a_trustee_who_runs_the_meetings_sees_who_is_who(seats: Club) -> None:
    """Or nobody could write down who was there."""
    tom = seats.people["Tom"]
    seats.does.give_role(seats.act("Asha"), seats.here, CHAIR, "chair", tom)
    assert "Cara" in words(seats.enter("Tom").get("/people/"))
    assert "Cara" not in words(seats.enter("Tess").get("/people/"))


def test_a_worry_is_told_without_whose_it_is(seats: Club) -> None:
    idea = seats.vote(days=None)
    seats.does.raise_objection(seats.act("Cara"), idea, words="It is too loud")
    seats.cast(idea, Asha=YES, Ben=YES)
    seats.does.close_voting(seats.act("Asha"), idea)
    for path in (f"/ideas/{idea}", f"/why/{idea}", f"/why/{idea}/whole"):
        read = words(seats.enter("Ola").get(path))
        assert "worry" in read, path
        assert "Cara" not in read, path
        assert "member had a worry" not in read, path


def test_under_a_face_stands_the_office_as_a_word_of_its_own(seats: Club) -> None:
    seats.job("Open the door", "Cara")
    seats.job("Sell drinks", "Jo")
    jobs = words(seats.enter("Ola").get("/jobs/"))
    assert "M Member" in jobs
    assert "S Staff" in jobs
    assert "C Cara" in words(seats.enter("Ben").get("/jobs/"))
