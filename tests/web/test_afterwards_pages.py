"""After a decision: agreeing later, looking again, changing it, saying why, telling people."""

from datetime import timedelta

import pytest

from domain.events import (
    DecisionConfirmed,
    DecisionRatified,
    DecisionReversed,
    DecisionReviewed,
    DecisionTaken,
    OutcomeTold,
    ProposalDeclined,
    ProposalDeferred,
    ProposalMade,
    ProposalReferred,
    RatificationRefused,
    ReasonGiven,
    ReferralAnswered,
    VotingOpened,
)
from domain.ids import ProposalId
from domain.kinds import Audience, Format, Review, Route
from domain.voting.tally import Outcome, Result
from tests.web.club import A_WORRY, NO, YES, Club, Visitor, words
from tests.web.test_deciding_pages import trustees

IT_PASSED = Outcome(result=Result.ADOPTED)
IN_A_WEEK = timedelta(days=7)


def hurried(club: Club, title: str = "A plumber came") -> ProposalId:
    """Ben decided at once; all of us say until in a week if we agree."""
    cited, idea = club.reason("Ben may"), club.idea(title)
    until = (club.clock.now + IN_A_WEEK).date()
    club.does.record_decision(
        club.act("Ben"), idea, Route.URGENT, IT_PASSED, authority=cited, ratify_by=until
    )
    return idea


def ask_all(club: Club, idea: ProposalId) -> ProposalId:
    made, opened = club.written(lambda: club.enter("Asha").post(f"/ideas/{idea}/agree"))
    assert isinstance(made, ProposalMade)
    assert isinstance(opened, VotingOpened)
    return ProposalId(made.originator_id)


# ---- Do we agree?


def test_what_could_not_wait_is_on_now_until_all_of_us_are_asked(club: Club) -> None:
    idea, asha, cara = hurried(club), club.enter("Asha"), club.enter("Cara")
    card = "This could not wait Do we agree to this? A plumber came"
    assert card in words(asha.get("/"))
    assert card in words(cara.get("/"))
    page = words(cara.get(f"/ideas/{idea}/agree"))
    assert "We have until Tuesday 10 March." in page
    assert "Ask all of us now" not in page
    vote = ask_all(club, idea)
    assert card not in words(cara.get("/"))
    assert "Do we agree to this? A plumber came" in words(cara.get(f"/ideas/{vote}"))
    assert "This could not wait: A plumber came" in words(cara.get(f"/ideas/{vote}"))
    assert "Say yes or no" in words(asha.get(f"/ideas/{idea}/agree"))


def test_the_answer_of_all_is_told_wherever_the_decision_is(club: Club) -> None:
    idea = hurried(club)
    ben = club.enter("Ben")
    assert "All of us must still say if we agree." in words(ben.get(f"/ideas/{idea}"))
    assert "We have not said yet if we agree." in words(ben.get("/why/"))
    vote = ask_all(club, idea)
    club.cast(vote, Asha=YES, Cara=YES)
    *_, fact = club.written(lambda: club.does.close_voting(club.act("Asha"), vote))
    assert isinstance(fact, DecisionRatified)
    assert "All of us agreed to this later." in words(ben.get(f"/ideas/{idea}"))
    assert "We agreed later." in words(ben.get("/why/"))
    whole = words(ben.get(f"/why/{idea}/whole"))
    assert "Did all of us agree later? Yes" in whole


def test_a_no_of_all_ends_it(club: Club) -> None:
    idea = hurried(club)
    vote, ben = ask_all(club, idea), club.enter("Ben")
    club.cast(vote, Asha=NO, Cara=NO)
    *_, fact = club.written(lambda: club.does.close_voting(club.act("Asha"), vote))
    assert isinstance(fact, RatificationRefused)
    page = words(ben.get(f"/ideas/{idea}"))
    assert "We did not agree to this. So it is over." in page
    assert "Write it in the plan" not in page
    assert "Change what we decided" not in page
    assert "We did not agree. It is over." in words(ben.get("/why/"))
    assert "Did all of us agree later? No" in words(ben.get(f"/why/{idea}/whole"))


def test_whoever_runs_the_meeting_may_say_no_for_all(club: Club) -> None:
    idea, asha = hurried(club), club.enter("Asha")
    assert "Do we all say no?" in words(asha.get(f"/ideas/{idea}/agree/no"))
    (fact,) = club.written(lambda: asha.press(f"/ideas/{idea}/agree/no", sure="yes"))
    assert isinstance(fact, RatificationRefused)
    assert club.enter("Ben").post(f"/ideas/{idea}/agree/no", sure="yes").status_code == 403


def test_nobody_agreed_in_time(club: Club) -> None:
    idea = hurried(club)
    club.clock.on(days=8)
    asha = club.enter("Asha")
    assert "Do we agree to this?" not in words(asha.get("/"))
    page = words(asha.get(f"/ideas/{idea}"))
    assert "Nobody agreed in time. So it is over. The last day was Tuesday 10 March." in page
    assert "Nobody agreed in time. It is over." in words(asha.get("/why/"))
    assert "Did all of us agree later? Nobody agreed in time" in words(
        asha.get(f"/why/{idea}/whole")
    )
    answer = asha.post(f"/ideas/{idea}/agree")
    assert answer.status_code == 409
    assert "it lapsed" in words(answer)


def test_it_lapses_with_the_next_meeting(club: Club) -> None:
    idea = hurried(club)
    club.clock.on(days=1)
    meeting = club.does.hold_meeting(club.act("Asha"), club.here)
    club.does.close_meeting(club.act("Asha"), meeting)
    asha = club.enter("Asha")
    assert "We have until Wednesday 4 March." in words(asha.get(f"/ideas/{idea}"))
    club.clock.on(days=1)
    assert "Nobody agreed in time." in words(asha.get(f"/ideas/{idea}"))


# ---- Looking again


def reviewed_in_a_week(club: Club) -> ProposalId:
    idea = club.vote(days=None)
    club.cast(idea, Asha=YES, Ben=YES, Cara=A_WORRY)
    club.does.raise_objection(club.act("Cara"), idea, "Too loud")
    later = (club.clock.now + IN_A_WEEK).date()
    club.does.close_voting(club.act("Asha"), idea, review_on=later)
    return idea


def test_the_day_to_look_again_comes_up_by_itself(club: Club) -> None:
    idea, asha = reviewed_in_a_week(club), club.enter("Asha")
    assert "We look at it again on Tuesday 10 March." in words(asha.get(f"/ideas/{idea}"))
    assert "Look at this again" not in words(asha.get("/"))
    club.clock.on(days=7)
    assert "Look at this again DJ Sam" in words(asha.get("/"))
    assert "Look at this again DJ Sam" not in words(club.enter("Ben").get("/"))
    assert "It is time to look at this again." in words(asha.get(f"/ideas/{idea}"))
    page = asha.get(f"/ideas/{idea}/look-again")
    assert "Which worries came true? Did none? Leave this out. Too loud" in words(page)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    worry = seen.objections[0].objection
    form = {"finding": "keep", "saw": "It is fine", "came": str(worry), "review_on": "2026-06-01"}
    (fact,) = club.written(lambda: asha.press(f"/ideas/{idea}/look-again", **form))
    assert isinstance(fact, DecisionReviewed)
    assert (fact.finding, fact.come_true) == (Review.KEEP, (worry,))
    assert "Look at this again" not in words(asha.get("/"))
    assert "We looked at it again. We keep it." in words(asha.get(f"/ideas/{idea}"))


def test_the_day_to_look_again_stands_on_the_plan_at_its_line(club: Club) -> None:
    night, idea = club.plan(), reviewed_in_a_week(club)
    by_it, by_other = club.does.authority_of(idea), club.reason("Pizza")
    for label, right in (("Music", by_it), ("Food", by_other)):
        club.does.write_line(club.act("Asha"), night, label, "Yes", authority=right)
    plan = words(club.enter("Ben").get(f"/plan/{night}"))
    assert plan.count("We look at this again on Tuesday 10 March.") == 1
    assert "Music Yes We look at this again on Tuesday 10 March. Why?" in plan


def test_what_must_end_is_decided_next(club: Club) -> None:
    idea, asha = reviewed_in_a_week(club), club.enter("Asha")
    answer = asha.post(f"/ideas/{idea}/look-again", finding="end", saw="Nobody came")
    assert answer.location.endswith(f"/ideas/{idea}/change")
    assert asha.post(f"/ideas/{idea}/look-again", saw="So").status_code == 400
    assert club.enter("Ben").get(f"/ideas/{idea}/look-again").status_code == 403


# ---- Changing it


def test_a_change_is_an_idea_and_a_yes_to_it_ends_the_older_decision(club: Club) -> None:
    old, ben = club.decided(), club.enter("Ben")
    assert "Change what we decided" in words(ben.get(f"/ideas/{old}"))
    form = {"why": "He is too loud", "title": "We play records"}
    (made,) = club.written(lambda: ben.post(f"/ideas/{old}/change", **form))
    assert isinstance(made, ProposalMade)
    assert made.replaces == club.does.authority_of(old)
    new = ProposalId(made.originator_id)
    assert "This changes what we decided: DJ Sam" in words(ben.get(f"/ideas/{new}"))
    club.does.open_voting(club.act("Asha"), new)
    club.cast(new, Asha=YES, Ben=YES)
    facts = club.written(lambda: club.does.close_voting(club.act("Asha"), new))
    assert [type(one) for one in facts[-2:]] == [DecisionTaken, DecisionReversed]
    was, now = words(ben.get(f"/ideas/{old}")), words(ben.get(f"/ideas/{new}"))
    assert (
        "This is over now. It counts no more. “He is too loud” Now this counts: We play records"
        in was
    )
    assert "Before, we decided this: DJ Sam" in now
    assert "What took its place? We play records" in words(ben.get(f"/why/{old}/whole"))
    assert "What did it take the place of? DJ Sam" in words(ben.get(f"/why/{new}/whole"))
    assert "This is over now." in words(ben.get("/why/"))


def test_what_we_decided_already_may_end_it_at_once(club: Club) -> None:
    old, new, ben = club.decided(), club.decided("We play records"), club.enter("Ben")
    form = {"why": "He is too loud", "decision": club.does.authority_of(new)}
    (fact,) = club.written(lambda: ben.press(f"/ideas/{old}/change", **form))
    assert isinstance(fact, DecisionReversed)
    assert "Before, we decided this: DJ Sam" in words(ben.get(f"/ideas/{new}"))


def test_a_change_says_what_is_new(club: Club) -> None:
    old, asha = club.decided(), club.enter("Asha")
    answer = asha.post(f"/ideas/{old}/change", why="", title="")
    assert answer.status_code == 400
    assert "Write what is new. Why must it change?" in words(answer)
    club.does.give_reason(club.act("Asha"), old, "Everybody liked it")
    other = club.does.authority_of(club.decided("We play records"))
    refused = asha.post(f"/ideas/{old}/change", why="everybody liked it", decision=other)
    assert refused.status_code == 400
    assert "Say what is new." in words(refused)


# ---- Why, is it right, who heard of it


def test_small_things_are_said_beside_a_decision(club: Club) -> None:
    idea, asha, ben = club.decided(), club.enter("Asha"), club.enter("Ben")
    (why,) = club.written(lambda: asha.press(f"/ideas/{idea}/reason", words="We like to dance"))
    (right,) = club.written(lambda: ben.press(f"/ideas/{idea}/right"))
    form = {"to": "trustees", "how": "letter"}
    (told,) = club.written(lambda: ben.press(f"/ideas/{idea}/told", **form))
    assert isinstance(why, ReasonGiven)
    assert isinstance(right, DecisionConfirmed)
    assert isinstance(told, OutcomeTold)
    assert (told.to, told.format) == (Audience.TRUSTEES, Format.LETTER)
    page = words(ben.get(f"/ideas/{idea}"))
    assert "Our reason “We like to dance”" in page
    assert "Yes, this is what we decided" not in page
    assert "The trustees heard of it." in words(ben.get(f"/ideas/{idea}/told"))
    assert club.written(lambda: ben.post(f"/ideas/{idea}/right")) == []
    assert asha.post(f"/ideas/{idea}/reason", words=" ").status_code == 400


def test_what_is_not_decided_has_no_afterwards(club: Club) -> None:
    idea, asha = club.idea(), club.enter("Asha")
    for page in ("agree", "look-again", "change", "reason", "told"):
        answer = asha.get(f"/ideas/{idea}/{page}")
        assert answer.status_code == 409
        assert "This is not decided yet." in words(answer)


# ---- Later, not at all, or others first


@pytest.mark.parametrize("what", ["later", "never"])
def test_an_idea_is_put_off_with_a_reason(club: Club, what: str) -> None:
    idea, asha, ben = club.idea(), club.enter("Asha"), club.enter("Ben")
    here = f"/ideas/{idea}/not-now"
    assert asha.post(here, what=what, why="").status_code == 400
    assert ben.get(here).status_code == 403
    form = {"what": what, "why": "It is winter", "until": "2026-05-01"}
    (fact,) = club.written(lambda: asha.press(here, **form))
    assert isinstance(fact, ProposalDeferred if what == "later" else ProposalDeclined)
    page = words(ben.get(f"/ideas/{idea}"))
    assert ("We put this off until Friday 1 May." in page) is (what == "later")
    assert ("This is not on our list." in page) is (what == "never")
    assert "“It is winter”" in page


def test_those_above_are_asked_and_answer(club: Club) -> None:
    above, ours = trustees(club)
    asha = club.enter("Asha")
    choose(asha, ours)
    idea = club.does.make_proposal(club.act("Asha"), ours, "A second night")
    assert "Ask others first" in words(asha.get(f"/ideas/{idea}"))
    assert "We ask The trustees." in words(asha.get(f"/ideas/{idea}/ask-others"))
    form = {"answer_by": "2026-04-01"}
    (fact,) = club.written(lambda: asha.press(f"/ideas/{idea}/ask-others", **form))
    assert isinstance(fact, ProposalReferred)
    assert "We asked The trustees until Wednesday 1 April." in words(asha.get(f"/ideas/{idea}"))
    assert asha.get(f"/asked/{idea}").status_code == 404
    choose(asha, above)
    assert "New club asks us A second night" in words(asha.get("/"))
    assert asha.post(f"/asked/{idea}", words="").status_code == 400
    (fact,) = club.written(lambda: asha.press(f"/asked/{idea}", words="Yes, from May"))
    assert isinstance(fact, ReferralAnswered)
    assert "asks us" not in words(asha.get("/"))
    choose(asha, ours)
    assert "The trustees says: “Yes, from May”" in words(asha.get(f"/ideas/{idea}"))


def test_where_nobody_is_above_nobody_is_asked(club: Club) -> None:
    idea, asha = club.idea(), club.enter("Asha")
    assert "Ask others first" not in words(asha.get(f"/ideas/{idea}"))
    assert "There is nobody else to ask." in words(asha.get(f"/ideas/{idea}/ask-others"))
    assert asha.post(f"/ideas/{idea}/ask-others").status_code == 404


def choose(visitor: Visitor, committee: object) -> None:
    visitor.post("/people/committees", committee=str(committee))
