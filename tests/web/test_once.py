"""A hand that presses twice sends a form twice; it is written down once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from domain.events import (
    Event,
    LineWritten,
    MandateGranted,
    MeetingCalled,
    MeetingOpened,
    NoteTaken,
    ObjectionAnswered,
    ObjectionRaised,
    PersonRegistered,
    PlanMade,
    ProposalMade,
    RuleAdopted,
    StepInApplied,
    TaskAdded,
)
from domain.kinds import Domain, Say, Seat
from domain.sealed import Sealed
from domain.values import DomainSay, MandateHolder, NewMandate
from domain.voting.rule import Method, Rule
from tests.web.club import A_WORRY, YES, Club, Visitor, words

Press = tuple[str, dict[str, str]]


def an_idea(_: Club) -> Press:
    return "/ideas/", {"title": "A poster"}


def a_worry(club: Club) -> Press:
    return f"/ideas/{club.idea()}/worries", {"words": "Too loud"}


def an_answer(club: Club) -> Press:
    idea = club.vote()
    club.cast(idea, Ben=A_WORRY)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    return f"/ideas/{idea}/worries/{seen.objections[0].objection}/answers", {"words": "No"}


def a_plan(club: Club) -> Press:
    return "/plan/", {"title": "July", "decision": club.reason()}


def a_line(club: Club) -> Press:
    form = {"label": "Music", "words": "DJ Sam", "decision": club.reason("DJ Sam")}
    return f"/plan/{club.plan()}/lines", form


def a_job(club: Club) -> Press:
    return "/jobs/", {"title": "Open the door", "decision": club.reason()}


def a_person(_: Club) -> Press:
    return "/people/", {"name": "Femi"}


def a_rule(club: Club) -> Press:
    consent = Rule(method=Method.CONSENT)
    idea = club.does.make_proposal(club.act("Ben"), club.here, "Consent", new_rule=consent)
    club.does.open_voting(club.act("Asha"), idea)
    club.cast(idea, Asha=YES)
    club.does.close_voting(club.act("Asha"), idea)
    return f"/why/rules/new/{idea}", {"sure": "yes"}


def a_step_in(club: Club) -> Press:
    plan = club.plan()
    act = club.act("Asha")
    club.does.remove_person(act, club.here, club.people["Asha"], authority=club.reason("Asha"))
    club.does.seat_person(club.act("Asha"), club.here, club.people["Asha"], Seat.STAFF)
    form = {"grounds": "harm", "about": str(plan), "did": "I shut it", "why": "A fire"}
    return "/step-ins/", {**form, "smaller": "no", "ends": "2026-03-04T12:00:00+00:00"}


def an_idea_for_a_mandate(club: Club) -> Press:
    form = {"holder": str(club.people["Ben"]), "words": "Buy tape", "about": "money"}
    return "/alone/", form


def a_mandate_that_begins(club: Club) -> Press:
    new = NewMandate(
        holder=MandateHolder(person=club.people["Ben"]),
        words=Sealed.of("Buy tape"),
        says=(DomainSay(domain=Domain.MONEY, say=Say.ALONE),),
    )
    idea = club.does.make_proposal(club.act("Ben"), club.here, "Tape", new_mandate=new)
    club.does.open_voting(club.act("Asha"), idea)
    club.cast(idea, Asha=YES)
    club.does.close_voting(club.act("Asha"), idea)
    return f"/alone/asked/{idea}", {"sure": "yes"}


def a_meeting(_: Club) -> Press:
    return "/meetings/", {"day": "2026-03-05"}


def a_meeting_now(_: Club) -> Press:
    return "/meetings/now", {}


def a_note(club: Club) -> Press:
    met = club.does.hold_meeting(club.act("Asha"), club.here)
    return f"/meetings/{met}/notes", {"words": "It was loud"}


FORMS: dict[Callable[[Club], Press], type[Event]] = {
    an_idea: ProposalMade,
    a_worry: ObjectionRaised,
    an_answer: ObjectionAnswered,
    a_plan: PlanMade,
    a_line: LineWritten,
    a_job: TaskAdded,
    a_person: PersonRegistered,
    a_rule: RuleAdopted,
    a_step_in: StepInApplied,
    an_idea_for_a_mandate: ProposalMade,
    a_mandate_that_begins: MandateGranted,
    a_meeting: MeetingCalled,
    a_meeting_now: MeetingOpened,
    a_note: NoteTaken,
}


def sent(asha: Visitor, path: str, form: dict[str, str]) -> tuple[int, str]:
    answer = asha.client.post(path, data=form)
    return answer.status_code, answer.location


@pytest.mark.parametrize("thing", FORMS)
def test_pressed_twice_it_is_written_once(club: Club, thing: Callable[[Club], Press]) -> None:
    (path, fields), asha = thing(club), club.enter("Asha")
    form = {"csrf_token": asha.token(), **fields}

    def twice() -> None:
        first = sent(asha, path, form)
        assert first[0] == 303
        assert sent(asha, path, form) == first

    written = [type(fact) for fact in club.written(twice)]
    assert written.count(FORMS[thing]) == 1


def test_pressed_twice_at_once_it_is_written_once(club: Club) -> None:
    screens = [club.enter("Asha")]
    form = {"csrf_token": screens[0].token(), "title": "A poster"}
    cookie = screens[0].client.get_cookie("hands")
    assert cookie
    for _ in range(3):
        screens.append(club.visitor())
        screens[-1].client.set_cookie("hands", cookie.value)
    before = club.does.position()
    with ThreadPoolExecutor() as pool:
        answers = set(pool.map(lambda one: sent(one, "/ideas/", form), screens))
    assert len(answers) == 1
    assert club.does.position() == before + 1


def test_the_same_words_on_a_page_shown_anew_are_meant_anew(club: Club) -> None:
    asha, token = club.enter("Asha"), ""
    for number in range(2):
        club.clock.on(minutes=2 * number)
        token = asha.token()
        assert sent(asha, "/ideas/", {"csrf_token": token, "title": "A poster"})[0] == 303
    assert words(asha.get("/why/")).count("A poster Asha’s idea.") == 2


def test_somebody_elses_same_words_are_theirs(club: Club) -> None:
    for name in ("Asha", "Ben"):
        club.enter(name).press("/ideas/", title="A poster")
    assert words(club.enter("Cara").get("/why/")).count("’s idea. It is a new idea.") == 2


def test_a_form_that_was_refused_may_be_sent_again(club: Club) -> None:
    asha, cited = club.enter("Asha"), club.reason()
    form = {"csrf_token": asha.token(), "title": "July", "decision": cited, "day": "never"}
    assert sent(asha, "/plan/", form)[0] == 400
    assert sent(asha, "/plan/", form)[0] == 400
    assert sent(asha, "/plan/", {**form, "day": ""})[0] == 303
