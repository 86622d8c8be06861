import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from domain.events import (
    DecisionTaken,
    ObjectionAnswered,
    ObjectionResolved,
    VotingClosed,
    VotingExtended,
    VotingOpened,
)
from domain.ids import CHAIR, ProposalId
from domain.kinds import Closing, NotAPerson, Resolution
from tests.web.club import A_WORRY, NO, YES, Club, words


def worry_of(club: Club, idea: ProposalId) -> str:
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    return str(seen.objections[0].objection)


# ---- Opening


def test_who_runs_the_meeting_opens_a_vote_and_says_when_it_ends(club: Club) -> None:
    idea, asha = club.idea(), club.enter("Asha")
    assert "Start the vote" in words(asha.get(f"/ideas/{idea}"))
    page = words(asha.get(f"/ideas/{idea}/opening"))
    assert "Friday 6 March at 5 3 days to vote" in page
    assert "4 can vote" not in page
    assert "4 people can vote" in page
    assert "More than half must say yes. We count only YES and NO." in page
    ends = club.clock.now + timedelta(days=2)
    (opened,) = club.written(lambda: asha.press(f"/ideas/{idea}/opening", closes=ends.isoformat()))
    assert isinstance(opened, VotingOpened)
    assert opened.closes_at == ends
    assert len(opened.electorate) == 4
    assert "Pick one answer" in words(club.enter("Dev").get(f"/ideas/{idea}"))


def test_a_vote_may_be_left_open_until_it_is_closed_by_hand(club: Club) -> None:
    idea, asha = club.idea(), club.enter("Asha")
    asha.press(f"/ideas/{idea}/opening", closes="by hand")
    assert "You can change your vote until we close it." in words(asha.get(f"/ideas/{idea}"))


def test_the_end_that_was_read_is_the_end_that_is_meant(club: Club) -> None:
    """A page left open overnight does not move its "today" to tomorrow."""
    idea, asha = club.idea(), club.enter("Asha")
    page = asha.get(f"/ideas/{idea}/opening").text
    assert 'value="2026-03-03T20:00:00+00:00"' in page
    club.clock.on(days=1)
    answer = asha.post(f"/ideas/{idea}/opening", closes="2026-03-03T20:00:00+00:00")
    assert answer.status_code == 400
    assert "The end of a vote must lie ahead." in words(answer)


@pytest.mark.parametrize("closes", ["", "soon", "2026-03-09", "2026-03-09T17:00", "99999"])
def test_an_end_that_is_no_moment_is_not_understood(club: Club, closes: str) -> None:
    idea, asha = club.idea(), club.enter("Asha")
    facts = club.written(lambda: asha.post(f"/ideas/{idea}/opening", closes=closes))
    assert facts == []


def test_a_vote_opens_once(club: Club) -> None:
    idea, asha = club.vote(), club.enter("Asha")
    answer = asha.post(f"/ideas/{idea}/opening", closes="by hand")
    assert answer.status_code == 409
    assert "Voting is open already." in words(answer)


def test_a_member_sees_no_button_to_start_or_close(club: Club) -> None:
    ben = club.enter("Ben")
    assert "You run the meeting" not in words(ben.get(f"/ideas/{club.idea()}"))
    assert "You run the meeting" not in words(ben.get(f"/ideas/{club.vote(days=None)}"))


def test_without_a_chair_whoever_has_a_vote_may_open_one(club: Club) -> None:
    club.does.lay_down_role(club.act("Asha"), club.here, CHAIR, club.people["Asha"])
    idea, ben = club.idea(), club.enter("Ben")
    assert "Start the vote" in words(ben.get(f"/ideas/{idea}"))
    assert ben.post(f"/ideas/{idea}/opening", closes="by hand").status_code == 303


# ---- Closing


def test_closing_is_asked_twice_and_then_decides(club: Club) -> None:
    idea, asha = club.vote(days=None), club.enter("Asha")
    club.cast(idea, Asha=YES, Ben=YES)
    page = words(asha.get(f"/ideas/{idea}/closing"))
    assert "2 of 4 people voted. Still to vote:" in page
    assert "Cara" in page
    facts = club.written(lambda: asha.post(f"/ideas/{idea}/closing"))
    closed, decided = facts
    assert isinstance(closed, VotingClosed)
    assert closed.how is Closing.BY_HAND
    assert isinstance(decided, DecisionTaken)
    assert decided.actor is NotAPerson.COMMITTEE
    assert "We decided YES" in words(asha.get(f"/ideas/{idea}"))


def test_a_promised_end_is_kept(club: Club) -> None:
    idea, asha = club.vote(days=2), club.enter("Asha")
    assert "Close the vote" not in words(asha.get(f"/ideas/{idea}"))
    answer = asha.post(f"/ideas/{idea}/closing")
    assert answer.status_code == 409
    assert "People can vote and change their vote until the end" in words(answer)


def test_closing_twice_decides_once(club: Club) -> None:
    """A second press counts as the first one; whoever closes it later is told that it is over."""
    idea, asha = club.vote(days=None), club.enter("Asha")
    club.cast(idea, Ben=YES)
    form = {"csrf_token": asha.token()}
    asha.press(f"/ideas/{idea}/closing", **form)
    assert club.written(lambda: asha.press(f"/ideas/{idea}/closing", **form)) == []
    club.clock.now += timedelta(minutes=5)
    answer = club.enter("Asha").post(f"/ideas/{idea}/closing")
    assert answer.status_code == 409
    assert "Voting is over. This is decided." in words(answer)


# ---- Worries


def test_a_worry_is_answered_and_comes_to_an_end(club: Club) -> None:
    idea, asha, dev = club.vote(), club.enter("Asha"), club.enter("Dev")
    club.cast(idea, Ben=A_WORRY)
    here = f"/ideas/{idea}/worries/{worry_of(club, idea)}"
    assert "Ben has a worry" in words(dev.get(f"/ideas/{idea}/worries"))
    (answered,) = club.written(lambda: dev.press(f"{here}/answers", words="We turn it down."))
    assert isinstance(answered, ObjectionAnswered)
    assert answered.actor == club.people["Dev"]
    (ended,) = club.written(lambda: asha.press(f"{here}/ending", how="explained"))
    assert isinstance(ended, ObjectionResolved)
    assert ended.how is Resolution.EXPLAINED
    page = words(dev.get(f"/ideas/{idea}/worries"))
    assert "Ben had a worry" in page
    assert "We said: “We turn it down.”" in page
    assert "We talked, and it is fine now." in page


def test_better_words_meet_a_worry(club: Club) -> None:
    idea = club.idea("Karaoke night")
    ben, asha = club.enter("Ben"), club.enter("Asha")
    ben.press(f"/ideas/{idea}/worries", ground="safety", words="It is loud.", name="shown")
    worry = worry_of(club, idea)
    here = f"/ideas/{idea}/worries"
    refused = asha.post(f"{here}/{worry}/ending", how="integrated")
    assert refused.status_code == 409
    assert "Change the idea first" in words(refused)
    assert "We changed the idea" not in words(asha.get(here))
    assert f"/ideas/{idea}/words?because={worry}" in asha.get(here).text
    form = asha.get(f"/ideas/{idea}/words?because={worry}").text
    assert f'value="{worry}" checked' in form
    asha.press(f"/ideas/{idea}/words", title="Quiet karaoke", text="", because=str(worry))
    assert "We found better words for the idea." in words(ben.get(here))
    asha.press(f"{here}/{worry}/ending", how="integrated")
    page = words(ben.get(here))
    assert "You had a worry about being safe “It is loud.”" in page
    assert "We changed the idea." in page


def test_who_goes_on_past_a_worry_says_why(club: Club) -> None:
    idea, asha = club.vote(), club.enter("Asha")
    club.cast(idea, Ben=A_WORRY)
    here = f"/ideas/{idea}/worries/{worry_of(club, idea)}/ending"
    answer = asha.post(here, how="overruled")
    assert answer.status_code == 400
    assert "Write why we go on. All of us will read it." in words(answer)
    asha.press(here, how="overruled", words="We try it once.")
    page = words(club.enter("Dev").get(f"/ideas/{idea}/worries"))
    assert "Most people wanted to go on." in page
    assert "“We try it once.”" in page


def test_a_worry_may_stand_without_a_name(club: Club) -> None:
    idea = club.idea("Karaoke night", by="Dev")
    ben, dev = club.enter("Ben"), club.enter("Dev")
    ben.press(f"/ideas/{idea}/worries", ground="other", words="It is loud.", name="hidden")
    here = f"/ideas/{idea}/worries"
    page = words(ben.get(here))
    assert "You have a worry “Others" not in page
    assert "You have a worry Others do not see your name. “It is loud.”" in page
    for place in (here, f"/ideas/{idea}", f"/ideas/{idea}/words", f"/why/{idea}"):
        text = words(club.enter("Asha").get(place))
        assert "Ben" not in text, place
    assert "Somebody has a worry “It is loud.”" in words(dev.get(here))


def test_only_whoever_has_a_worry_takes_it_back(club: Club) -> None:
    idea, ben, asha = club.vote(), club.enter("Ben"), club.enter("Asha")
    club.cast(idea, Ben=A_WORRY)
    here = f"/ideas/{idea}/worries/{worry_of(club, idea)}/ending"
    assert "I take it back" not in words(asha.get(f"/ideas/{idea}/worries"))
    assert asha.post(here, how="withdrawn").status_code == 403
    assert "I take it back" in words(ben.get(f"/ideas/{idea}/worries"))
    assert ben.post(here, how="withdrawn").status_code == 303
    club.clock.now += timedelta(minutes=5)
    answer = ben.post(here, how="withdrawn")
    assert answer.status_code == 409
    assert "This worry was dealt with already." in words(answer)


def test_an_empty_answer_is_asked_for_again(club: Club) -> None:
    idea, dev = club.vote(), club.enter("Dev")
    club.cast(idea, Ben=A_WORRY)
    worry = worry_of(club, idea)
    answer = dev.post(f"/ideas/{idea}/worries/{worry}/answers", words=" ")
    assert answer.status_code == 400
    assert f'href="#words-{worry}"' in answer.text
    assert f'id="words-{worry}"' in answer.text


def test_a_worry_and_its_answer_stand_in_the_result_for_ever(club: Club) -> None:
    idea, dev = club.vote(days=None), club.enter("Dev")
    club.does.raise_objection(club.act("Cara"), idea, "Too loud.")
    dev.press(f"/ideas/{idea}/worries/{worry_of(club, idea)}/answers", words="We turn it down.")
    club.cast(idea, Asha=YES)
    club.does.close_voting(club.act("Asha"), idea)
    page = words(dev.get(f"/ideas/{idea}"))
    assert "Cara had a worry “Too loud.” We said: “We turn it down.”" in page
    assert "This worry was still open." in page


# ---- More time


def test_who_runs_the_meeting_gives_people_more_time(club: Club) -> None:
    idea, asha = club.vote(days=3), club.enter("Asha")
    assert "Give more time DJ Sam" in words(asha.get(f"/ideas/{idea}"))
    page = asha.get(f"/ideas/{idea}/closing")
    assert "This vote closes by itself. It closes Friday 6 March at 9 in the morning." in words(
        page
    )
    assert "Close the vote" not in words(page)
    assert "One day more Saturday 7 March at 9 in the morning" in words(page)
    day, *_ = re.findall(r'name="closes" value="([^"]+)"', page.text)
    (fact,) = club.written(lambda: asha.press(f"/ideas/{idea}/longer", closes=day))
    assert isinstance(fact, VotingExtended)
    assert fact.closes_at == club.clock.now + timedelta(days=4)
    assert "until Saturday 7 March" in words(club.enter("Ben").get(f"/ideas/{idea}"))
    club.clock.on(days=3.5)
    club.enter("Ben").press(f"/ideas/{idea}/ballots", answer="yes")


def test_more_time_is_given_once_and_never_less(club: Club) -> None:
    idea, asha = club.vote(days=3), club.enter("Asha")
    later = (club.clock.now + timedelta(days=4)).isoformat()
    asha.press(f"/ideas/{idea}/longer", closes=later)
    club.clock.on(hours=1)
    assert club.written(lambda: asha.press(f"/ideas/{idea}/longer", closes=later)) == []
    sooner = (club.clock.now + timedelta(days=1)).isoformat()
    answer = asha.post(f"/ideas/{idea}/longer", closes=sooner)
    assert answer.status_code == 400
    assert "The end that was promised is kept. It can only come later." in words(answer)
    assert asha.post(f"/ideas/{idea}/longer", closes="soon").status_code == 400


def test_the_hour_stays_the_same_when_the_clocks_change(club: Club) -> None:
    club.clock.on(days=23)
    idea = club.vote(days=1)
    page = words(club.enter("Asha").get(f"/ideas/{idea}/closing"))
    assert "It closes Friday 27 March at 9 in the morning." in page
    assert "One week more Friday 3 April at 9 in the morning" in page


def test_a_vote_that_is_closed_by_hand_has_no_end_to_put_off(club: Club) -> None:
    idea, asha = club.vote(days=None), club.enter("Asha")
    assert "Give more time" not in words(asha.get(f"/ideas/{idea}"))
    assert "Close this vote?" in words(asha.get(f"/ideas/{idea}/closing"))
    later = (club.clock.now + timedelta(days=4)).isoformat()
    assert asha.post(f"/ideas/{idea}/longer", closes=later).status_code == 400


def test_nobody_else_gives_more_time(club: Club) -> None:
    idea, ben = club.vote(days=3), club.enter("Ben")
    assert "Give more time" not in words(ben.get(f"/ideas/{idea}"))
    later = (club.clock.now + timedelta(days=4)).isoformat()
    assert club.written(lambda: ben.post(f"/ideas/{idea}/longer", closes=later)) == []
    assert ben.post(f"/ideas/{idea}/longer", closes=later).status_code == 403


# ---- What a press costs


def test_one_press_does_not_read_what_all_the_others_have_answered(club: Club) -> None:
    idea, dev = club.vote(), club.enter("Dev")
    dev.press(f"/ideas/{idea}/ballots", answer="yes")
    before = steps(club, lambda: dev.post(f"/ideas/{idea}/ballots", answer="no"))
    for turn in range(200):
        club.cast(idea, Ben=(YES, NO)[turn % 2])
    dev.get(f"/ideas/{idea}")
    assert steps(club, lambda: dev.post(f"/ideas/{idea}/ballots", answer="yes")) <= before * 1.1


def steps(club: Club, do: Callable[[], object]) -> int:
    """How many steps the database of the read models takes while this is done."""
    taken = [0]

    def one_more() -> None:
        taken[0] += 1

    club.services.views.connection.set_progress_handler(one_more, 1)
    do()
    club.services.views.connection.set_progress_handler(None, 1)
    return taken[0]
