"""What people want before there is a vote: said with one press, heard when it is time, no vote."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from domain.events import PositionVoiced
from domain.ids import CHAIR, ProposalId
from domain.kinds import Position, Seat, Through
from domain.voting.rule import Rule
from tests.web.club import YES, Club, club_in, words
from tests.web.prompt import Prompt
from tests.web.test_hidden_votes import everything_read

LAST = Rule.model_validate({"method": "majority", "last": ["staff"], "days_to_read": 3})
AT_THE_END = Rule.model_validate({"method": "majority", "shown": "at closing"})
NOT_A_VOTE = "We wrote down what you want. This is not a vote."
SAYS = "What do you want? This is not a vote. You can change it."


def with_rule(club: Club, rule: Rule) -> Club:
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed())
    return club


def hire(club: Club, name: str, seat: Seat = Seat.STAFF, *, voting: bool = True) -> None:
    club.people[name] = club.does.register_person(club.act("Asha"), name)
    club.does.seat_person(club.act("Asha"), club.here, club.people[name], seat, voting=voting)


@pytest.fixture
def idea(club: Club) -> ProposalId:
    """Ben's idea, in a club where Jo is staff and speaks last."""
    hire(with_rule(club, LAST), "Jo")
    return club.idea("DJ Ray")


def say(club: Club, idea: ProposalId, **said: Position) -> None:
    for name, position in said.items():
        club.does.voice_position(club.act(name), idea, position)


# ---- One press


def test_one_press_says_it_and_another_changes_it(club: Club, idea: ProposalId) -> None:
    cara = club.enter("Cara")
    assert f"{SAYS} Staff speak last." in words(cara.get(f"/ideas/{idea}"))
    (fact,) = club.written(lambda: cara.press(f"/ideas/{idea}/wants", answer="yes"))
    assert isinstance(fact, PositionVoiced)
    assert (fact.person, fact.position, fact.option) == (club.people["Cara"], Position.FOR, None)
    page = words(cara.press(f"/ideas/{idea}/wants", answer="abstain"))
    assert NOT_A_VOTE in page
    assert "You said: I am not sure" in page
    assert SAYS not in page
    assert "We do not vote on this yet. First we talk." in page


def test_the_same_press_twice_is_the_same_word(club: Club, idea: ProposalId) -> None:
    cara = club.enter("Cara")
    cara.press(f"/ideas/{idea}/wants", answer="no")
    assert club.written(lambda: cara.press(f"/ideas/{idea}/wants", answer="no")) == []


def test_a_worry_leads_on_to_its_words(club: Club, idea: ProposalId) -> None:
    page = club.enter("Cara").press(f"/ideas/{idea}/wants", answer="objection")
    assert "Say what your worry is" in words(page)


def test_one_of_the_answers_can_be_wanted_or_none(club: Club) -> None:
    food = club.does.make_proposal(
        club.act("Ben"), club.here, "Which food?", options=["Pizza", "Curry"]
    )
    seen = club.services.decisions.proposal(food, club.clock.now)
    assert seen
    pizza = seen.options[0].option
    cara, dev = club.enter("Cara"), club.enter("Dev")
    assert "Pizza Curry I want none of these" in words(cara.get(f"/ideas/{food}"))
    (fact,) = club.written(lambda: cara.press(f"/ideas/{food}/wants", answer=str(pizza)))
    assert isinstance(fact, PositionVoiced)
    assert (fact.position, fact.option) == (Position.FOR, pizza)
    page = words(dev.press(f"/ideas/{food}/wants", answer="no"))
    assert "You said: I want none of these" in page
    assert "Cara Pizza" in words(dev.get(f"/ideas/{food}/wants"))


def test_saying_it_is_no_vote(club: Club, idea: ProposalId) -> None:
    club.enter("Cara").press(f"/ideas/{idea}/wants", answer="yes")
    club.clock.on(days=4)
    club.does.open_voting(club.act("Asha"), idea)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    assert seen.ballots == ()
    page = words(club.enter("Cara").get(f"/ideas/{idea}"))
    assert "Pick one answer" in page
    assert SAYS not in page
    page = words(club.enter("Cara").get(f"/ideas/{idea}/wants"))
    assert "We vote on this now. Only your vote counts." in page


# ---- What is wrong


@pytest.mark.parametrize("answer", ["", "maybe", "for", "stand_aside"])
def test_what_nobody_can_want_is_asked_again(club: Club, idea: ProposalId, answer: str) -> None:
    cara = club.enter("Cara")
    again = cara.post(f"/ideas/{idea}/wants", answer=answer)
    assert again.status_code == 400
    assert "Pick one of these." in words(again)
    assert club.written(lambda: cara.post(f"/ideas/{idea}/wants", answer=answer)) == []


def test_an_answer_of_another_question_is_refused(club: Club, idea: ProposalId) -> None:
    answer = club.enter("Cara").post(f"/ideas/{idea}/wants", answer=str(uuid4()))
    assert answer.status_code == 400
    assert "This answer is not part of the question." in words(answer)


def test_after_the_decision_it_is_too_late(club: Club) -> None:
    idea, cara = club.decided(), club.enter("Cara")
    answer = cara.post(f"/ideas/{idea}/wants", answer="yes")
    assert answer.status_code == 409
    assert "This is decided." in words(answer)
    assert "Pick one" not in words(cara.get(f"/ideas/{idea}/wants"))


def test_where_people_are_picked_the_vote_says_it(club: Club) -> None:
    asha = club.enter("Asha")
    person = str(club.people["Ben"])
    page = asha.post("/ideas/people", job="new", called="Music", number="1", person=person)
    idea = page.location.rpartition("/")[2]
    assert SAYS not in words(club.enter("Cara").get(f"/ideas/{idea}"))
    answer = club.enter("Cara").post(f"/ideas/{idea}/wants", answer="yes")
    assert answer.status_code == 409
    assert "Here we pick people. Say whom you want with your vote." in words(answer)


# ---- Who hears it


def test_first_everybody_says_theirs_and_then_they_hear_the_others(
    club: Club, idea: ProposalId
) -> None:
    say(club, idea, Dev=Position.AGAINST)
    cara, told = club.enter("Cara"), "Dev is against “DJ Ray”."
    before = [words(cara.get(path)) for path in (f"/ideas/{idea}/wants", f"/why/{idea}")]
    record = words(cara.get("/why/record"))
    assert "1 person said it so far. Say what you want first." in before[0]
    assert "Somebody said what they want." in record
    for page in (*before, record):
        assert told not in page
        assert "Dev Does not want this" not in page
    cara.press(f"/ideas/{idea}/wants", answer="abstain")
    assert "Dev Does not want this" in words(cara.get(f"/ideas/{idea}/wants"))
    assert told in words(cara.get(f"/why/{idea}"))
    assert told in words(cara.get("/why/record"))


def test_who_cannot_say_it_hears_it(club: Club, idea: ProposalId) -> None:
    say(club, idea, Dev=Position.AGAINST)
    club.does.recuse(club.act("Cara"), idea)
    assert "Dev Does not want this" in words(club.enter("Cara").get(f"/ideas/{idea}/wants"))
    assert "Dev Does not want this" in words(club.enter("Jo").get(f"/ideas/{idea}/wants"))


def test_where_votes_are_shown_at_the_end_so_is_what_people_want(club: Club) -> None:
    idea = with_rule(club, AT_THE_END).idea("DJ Ray")
    say(club, idea, Dev=Position.AGAINST, Cara=Position.FOR)
    cara, told = club.enter("Cara"), "Dev is against “DJ Ray”."

    def pages() -> list[str]:
        paths = (f"/ideas/{idea}/wants", f"/ideas/{idea}", f"/why/{idea}", "/why/record")
        return [words(cara.get(path)) for path in paths]

    talking = pages()
    assert "What others want is shown at the end, with the votes." in talking[0]
    assert "Cara is for “DJ Ray”." in talking[-1]
    club.does.open_voting(club.act("Asha"), idea)
    for page in (*talking, *pages()):
        assert told not in page
        assert "Dev Does not want this" not in page
    club.cast(idea, Asha=YES, Cara=YES)
    club.does.close_voting(club.act("Asha"), idea)
    assert told in words(cara.get("/why/record"))
    assert "Dev Does not want this" in words(cara.get(f"/ideas/{idea}/wants"))


@pytest.mark.parametrize("seat", [Seat.TRUSTEE, Seat.OBSERVER])
def test_who_looks_on_reads_nobodys_side(club: Club, idea: ProposalId, seat: Seat) -> None:
    hire(club, "Tess", seat, voting=False)
    say(club, idea, Dev=Position.AGAINST)
    tess = club.enter("Tess")
    assert "Who wants what stays in the group." in words(tess.get(f"/ideas/{idea}/wants"))
    for path in (f"/ideas/{idea}", f"/ideas/{idea}/wants", f"/why/{idea}", "/why/record"):
        page = words(tess.get(path))
        assert "Dev" not in page
        assert "is against “DJ Ray”" not in page
        assert SAYS not in page


# ---- Who speaks last


def test_staff_read_for_whom_they_wait_and_until_when(club: Club, idea: ProposalId) -> None:
    jo = club.enter("Jo")
    page = words(jo.get(f"/ideas/{idea}"))
    assert "Staff speak last here. First we hear:" in page
    assert "You wait until Friday 6 March" in page
    assert SAYS not in page
    answer = jo.post(f"/ideas/{idea}/wants", answer="yes")
    assert answer.status_code == 409
    assert "3 people have not said yet what they want." in words(answer)
    assert "or after the 3 days to read" in words(answer)


def test_staff_speak_when_all_others_have_or_when_the_days_are_over(
    club: Club, idea: ProposalId
) -> None:
    jo, other = club.enter("Jo"), club.idea("DJ Kim")
    say(club, idea, Asha=Position.FOR, Cara=Position.NOT_SURE, Dev=Position.AGAINST)
    assert SAYS in words(jo.get(f"/ideas/{idea}"))
    assert NOT_A_VOTE in words(jo.press(f"/ideas/{idea}/wants", answer="yes"))
    assert SAYS not in words(jo.get(f"/ideas/{other}"))
    club.clock.on(days=3)
    assert SAYS in words(jo.get(f"/ideas/{other}"))
    assert NOT_A_VOTE in words(jo.press(f"/ideas/{other}/wants", answer="yes"))


def test_staff_ask_answer_and_worry_while_they_wait(club: Club, idea: ProposalId) -> None:
    jo = club.enter("Jo")
    jo.press(f"/ideas/{idea}/questions", words="Who pays?")
    jo.press(f"/ideas/{idea}/worries", ground="safety", words="The stairs", name="shown")
    asked = club.does.ask_question(club.act("Cara"), idea, "Which room?")
    page = jo.press(f"/ideas/{idea}/questions/{asked}/answers", words="The big one")
    assert "We wrote your answer down." in words(page)


def test_the_page_of_the_idea_and_its_rules_agree_on_whose_turn_it_is(
    club: Club, idea: ProposalId
) -> None:
    """The page offers the press exactly when the command takes it."""
    asha, cara, dev = (club.act(name) for name in ("Asha", "Cara", "Dev"))
    worry = club.does.raise_objection
    steps: list[Callable[[], object]] = [
        lambda: club.does.voice_position(asha, idea, Position.FOR),
        lambda: worry(cara, idea, "Too loud", named=False),
        lambda: worry(cara, idea, "Too loud", named=True),
        lambda: club.does.recuse(dev, idea),
    ]
    jo, found = club.enter("Jo"), []
    for step in steps:
        step()
        offered = SAYS in words(jo.get(f"/ideas/{idea}"))
        taken = jo.post(f"/ideas/{idea}/wants", answer="yes").status_code == 303
        assert offered == taken
        found.append(taken)
    assert found == [False, False, False, True]


# ---- Said aloud


def test_the_chair_writes_down_what_somebody_says_in_the_meeting(
    club: Club, idea: ProposalId
) -> None:
    meeting = club.does.hold_meeting(club.act("Asha"), club.here)
    asha, dev = club.enter("Asha"), str(club.people["Dev"])
    assert "Write down what someone says" in words(asha.get(f"/ideas/{idea}"))
    page = words(asha.press(f"/ideas/{idea}/wants/aloud", person=dev, answer="no"))
    assert "We wrote down what Dev wants." in page
    fact = [one for one in club.does.events_of(idea) if isinstance(one, PositionVoiced)][-1]
    assert (fact.person, fact.actor) == (club.people["Dev"], club.people["Dev"])
    assert (fact.recorded_by, fact.through) == (club.people["Asha"], Through.TOLD)
    assert fact.meeting == meeting
    page = words(club.enter("Dev").get(f"/ideas/{idea}"))
    assert "Asha wrote it down for you. Is it wrong? Say it yourself." in page
    assert "Asha wrote it down for them." in words(club.enter("Dev").get(f"/why/{idea}"))


def test_what_somebody_said_themselves_is_not_written_over(club: Club, idea: ProposalId) -> None:
    say(club, idea, Dev=Position.FOR)
    asha, dev = club.enter("Asha"), str(club.people["Dev"])
    assert "Dev" not in words(asha.get(f"/ideas/{idea}/wants/aloud")).partition("Who says it?")[2]
    answer = asha.post(f"/ideas/{idea}/wants/aloud", person=dev, answer="no")
    assert answer.status_code == 403
    assert "They have said it themselves." in words(answer)


def test_what_is_left_out_is_asked_for_again_with_what_was_picked(
    club: Club, idea: ProposalId
) -> None:
    asha = club.enter("Asha")
    answer = asha.post(f"/ideas/{idea}/wants/aloud", answer="no")
    assert answer.status_code == 400
    assert "Pick who said it." in words(answer)
    assert 'value="no" checked' in answer.text
    answer = asha.post(f"/ideas/{idea}/wants/aloud", person=str(club.people["Dev"]), answer="?")
    assert answer.status_code == 400
    assert "Pick one of these." in words(answer)


def test_only_who_runs_the_meeting_writes_it_down_and_nobody_who_waits(
    club: Club, idea: ProposalId
) -> None:
    assert club.enter("Cara").get(f"/ideas/{idea}/wants/aloud").status_code == 403
    club.does.give_role(club.act("Asha"), club.here, CHAIR, "chair", club.people["Jo"])
    jo = club.enter("Jo")
    page = words(jo.get(f"/ideas/{idea}/wants/aloud"))
    assert "You speak last here. So somebody else writes down what others say." in page
    answer = jo.post(f"/ideas/{idea}/wants/aloud", person=str(club.people["Dev"]), answer="no")
    assert answer.status_code == 403


def test_a_planned_vote_is_talked_of_until_it_begins(club: Club, idea: ProposalId) -> None:
    club.clock.on(days=3)
    begins = club.clock.now + timedelta(days=1)
    club.does.open_voting(club.act("Asha"), idea, opens_at=begins)
    assert SAYS in words(club.enter("Cara").get(f"/ideas/{idea}"))
    page = words(club.enter("Cara").press(f"/ideas/{idea}/wants", answer="yes"))
    assert NOT_A_VOTE in page


# ---- Wherever one looks


def read_of(
    folder: Path, said: Position, rule: Rule, *, spoken: bool, name: str = "Cara"
) -> dict[str, str]:
    """All that somebody reads of an idea of which Ben has said this; they have spoken, or not."""
    folder.mkdir()
    with club_in(folder) as club:
        with_rule(club, rule)
        idea = club.idea("DJ Ray", by="Asha")
        say(club, idea, Ben=said, **({name: Position.NOT_SURE} if spoken else {}))
        club.clock.on(hours=1)
        return everything_read(club.enter(name))


@pytest.mark.parametrize(
    ("rule", "spoken", "differ"),
    [(LAST, False, False), (LAST, True, True), (AT_THE_END, True, False)],
)
def test_no_page_gives_away_what_somebody_wants_before_it_is_time(
    tmp_path: Path, rule: Rule, *, spoken: bool, differ: bool
) -> None:
    wants, not_ = (
        read_of(tmp_path / said.value, said, rule, spoken=spoken)
        for said in (Position.FOR, Position.AGAINST)
    )
    assert any("DJ Ray" in page for page in wants.values())
    assert (wants != not_) is differ


def test_a_command_tells_at_the_end_what_people_want_where_the_rule_says_so(
    club: Club, tmp_path: Path
) -> None:
    idea = with_rule(club, AT_THE_END).idea("DJ Ray")
    say(club, idea, Dev=Position.AGAINST)
    prompt = Prompt(tmp_path.parent, tmp_path.name)
    asked = ("show", "proposal", str(idea))

    def told() -> tuple[int, bool]:
        return len(prompt.ask(*asked)["talk"]["positions"]), "Dev is against" in prompt.type(*asked)

    assert told() == (0, False)
    assert "Somebody said what they want." in prompt.type("show", "log")
    club.does.open_voting(club.act("Asha"), idea)
    assert told() == (0, False)
    club.cast(idea, Asha=YES, Cara=YES)
    club.does.close_voting(club.act("Asha"), idea)
    assert told() == (1, True)
