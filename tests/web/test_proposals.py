from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from domain.events import (
    BallotCast,
    BallotWithdrawn,
    ObjectionRaised,
    ObjectionResolved,
    PersonRecused,
    ProposalMade,
    ProposalWithdrawn,
)
from domain.ids import ProposalId
from domain.kinds import Through
from domain.voting.answers import Ranking
from domain.voting.rule import Method, Rule
from tests.web.club import A_WORRY, NO, NOT_SURE, YES, Club, words
from tests.web.page_parts import Parts


def ranked(club: Club) -> ProposalId:
    """An open vote that puts three meals in order."""
    cited = club.agreed("We put meals in order")
    in_order = Rule(method=Method.SCHULZE)
    club.does.adopt_rule(club.act("Asha"), club.here, in_order, cited)
    idea = club.does.make_proposal(
        club.act("Ben"), club.here, "What do we eat?", options=["Pizza", "Curry", "Soup"]
    )
    club.does.open_voting(club.act("Asha"), idea)
    return idea


def options(club: Club, idea: ProposalId) -> list[str]:
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    return [str(option.option) for option in seen.options]


# ---- An idea


def test_an_idea_is_written_checked_and_then_sent(club: Club) -> None:
    ben = club.enter("Ben")
    written = {"title": "A quiet room", "text": "Some of us need a rest.\nIt costs nothing."}
    facts = club.written(lambda: ben.post("/ideas/check", **written))
    assert facts == []
    assert "Is this right? A quiet room" in words(ben.post("/ideas/check", **written))
    assert "A quiet room" in ben.post("/ideas/new", **written).text
    page = words(ben.press("/ideas/", **written))
    assert "We have your idea A quiet room" in page
    assert "Ben had an idea: “A quiet room”." in words(ben.get("/why/record"))


def test_an_idea_is_whose_it_is_and_pressed_by_them(club: Club) -> None:
    facts = club.written(lambda: club.enter("Ben").post("/ideas/", title="A quiet room"))
    (made,) = facts
    assert isinstance(made, ProposalMade)
    assert made.actor == made.recorded_by == made.idea_by == club.people["Ben"]
    assert made.through is Through.OWN_SCREEN


@pytest.mark.parametrize("title", ["", "   ", "\n"])
@pytest.mark.parametrize("path", ["/ideas/check", "/ideas/"])
def test_an_idea_without_words_is_asked_for_again(club: Club, path: str, title: str) -> None:
    ben = club.enter("Ben")
    answer = ben.post(path, title=title, text="Because.")
    assert answer.status_code == 400
    assert "There is a problem Write what your idea is." in words(answer)
    assert "Because." in answer.text


@pytest.mark.parametrize(
    "title",
    ["حفلة راقصة 🎉", "İstanbul’da çay", "𝕯𝖆𝖓𝖈𝖊", "नाच", "<b>bold</b> & 'quotes'", "👩🏽‍🦽 ramp"],
)
def test_an_idea_may_be_in_any_script(club: Club, title: str) -> None:
    ben = club.enter("Ben")
    assert f"We have your idea {title}" in words(ben.press("/ideas/", title=title))
    assert title in words(ben.get("/why/"))
    assert "<b>bold" not in ben.get("/why/").text


def test_whoever_had_the_idea_takes_it_back(club: Club) -> None:
    idea = club.idea(by="Ben")
    facts = club.written(lambda: club.enter("Ben").press(f"/ideas/{idea}/withdraw"))
    assert [type(fact) for fact in facts] == [ProposalWithdrawn]
    assert "This idea was taken back." in words(club.enter("Cara").get(f"/ideas/{idea}"))
    answer = club.enter("Asha").post(f"/ideas/{idea}/opening", closes="by hand")
    assert answer.status_code == 409
    assert "This idea was taken back." in words(answer)


# ---- One press votes


@pytest.mark.parametrize(
    ("answer", "said"),
    [("yes", "YES"), ("no", "NO"), ("abstain", "NOT SURE"), ("objection", "I HAVE A WORRY")],
)
def test_one_press_casts_a_ballot_and_shows_that_it_counts(
    club: Club, answer: str, said: str
) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    assert "Pick one answer" in words(ben.get(f"/ideas/{idea}"))
    page = words(ben.press(f"/ideas/{idea}/ballots", answer=answer))
    assert f"Your vote counts You said {said}" in page
    assert "1 of 4 people voted so far." in page


def test_a_vote_is_kept_as_the_voters_own_press(club: Club) -> None:
    idea = club.vote()
    (cast,) = club.written(lambda: club.enter("Ben").press(f"/ideas/{idea}/ballots", answer="yes"))
    assert isinstance(cast, BallotCast)
    assert cast.voter == cast.actor == cast.recorded_by == club.people["Ben"]
    assert cast.recorded_at == club.clock.now


def test_pressing_twice_writes_one_ballot(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")

    def twice() -> None:
        for _ in range(2):
            ben.press(f"/ideas/{idea}/ballots", answer="yes")

    assert [type(fact) for fact in club.written(twice)] == [BallotCast]


def test_pressing_at_once_from_two_screens_counts_once(club: Club) -> None:
    idea = club.vote()
    screens = [club.enter("Ben") for _ in range(4)]
    tokens = [screen.token() for screen in screens]

    def press(place: int) -> int:
        answer = "yes" if place % 2 else "no"
        form = {"csrf_token": tokens[place], "answer": answer}
        return screens[place].client.post(f"/ideas/{idea}/ballots", data=form).status_code

    with ThreadPoolExecutor() as pool:
        assert set(pool.map(press, range(4))) == {303}
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    assert len(seen.counted_ballots) == 1


def test_a_vote_is_changed_until_it_closes(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    ben.press(f"/ideas/{idea}/ballots", answer="yes")
    assert "Pick one answer" in words(ben.get(f"/ideas/{idea}?change=1"))
    page = words(ben.press(f"/ideas/{idea}/ballots", answer="no"))
    assert "Your vote counts You said NO" in page
    assert "1 of 4 people voted so far." in page


def test_a_vote_is_taken_back(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    ben.press(f"/ideas/{idea}/ballots", answer="yes")
    facts = club.written(lambda: ben.press(f"/ideas/{idea}/ballots/withdraw", sure="yes"))
    assert [type(fact) for fact in facts] == [BallotWithdrawn]
    assert "Pick one answer" in words(ben.get(f"/ideas/{idea}"))


def test_a_vote_after_the_end_is_refused_and_the_end_is_written_down(club: Club) -> None:
    idea, ben = club.vote(days=1), club.enter("Ben")
    club.cast(idea, Asha=YES, Cara=YES, Dev=NO)
    club.clock.on(days=1)
    answer = ben.post(f"/ideas/{idea}/ballots", answer="no")
    assert answer.status_code == 409
    assert "Voting is over. This is decided." in words(answer)
    page = words(ben.get(f"/ideas/{idea}"))
    assert "We decided YES" in page
    assert "2 people said yes. 1 person said no. 1 person did not vote." in page


def test_a_vote_in_the_last_second_counts(club: Club) -> None:
    idea, ben = club.vote(days=1), club.enter("Ben")
    club.clock.on(days=1, seconds=-1)
    assert "You said YES" in words(ben.press(f"/ideas/{idea}/ballots", answer="yes"))


def test_a_vote_that_meets_the_closing_counts_or_is_refused_but_never_half(club: Club) -> None:
    idea = club.vote(days=None)
    club.cast(idea, Cara=NO)
    asha, ben = club.enter("Asha"), club.enter("Ben")
    presses = [
        (asha, asha.token(), f"/ideas/{idea}/closing", {}),
        (ben, ben.token(), f"/ideas/{idea}/ballots", {"answer": "yes"}),
    ]

    def press(place: int) -> int:
        who, token, path, form = presses[place]
        return who.client.post(path, data={"csrf_token": token, **form}).status_code

    with ThreadPoolExecutor() as pool:
        closed, voted = pool.map(press, range(2))
    assert closed == 303
    assert voted in (303, 409)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    assert len(seen.counted_ballots) == (2 if voted == 303 else 1)


@pytest.mark.parametrize("answer", ["", "maybe", "YES", "yes; no", "\N{PILE OF POO}"])
def test_an_answer_that_is_none_is_not_understood(club: Club, answer: str) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    facts = club.written(lambda: ben.post(f"/ideas/{idea}/ballots", answer=answer))
    assert facts == []
    refused = ben.post(f"/ideas/{idea}/ballots", answer=answer)
    assert refused.status_code == 400
    assert "I did not understand that" in words(refused)


def test_who_joined_later_has_no_vote_and_reads_why(club: Club) -> None:
    idea = club.vote()
    femi = club.does.register_person(club.act("Asha"), "Femi")
    club.does.seat_person(club.act("Asha"), club.here, femi)
    club.people["Femi"] = femi
    visitor = club.enter("Femi")
    assert "You had no vote on this committee" in words(visitor.get(f"/ideas/{idea}"))
    answer = visitor.post(f"/ideas/{idea}/ballots", answer="yes")
    assert answer.status_code == 403
    assert "Only people who could vote when this opened can vote here." in words(answer)


def test_who_left_has_no_vote_and_nothing_is_written(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    token = ben.token()
    ben.press("/people/leave", sure="yes")

    def press() -> None:
        form = {"csrf_token": token, "answer": "yes"}
        answer = ben.client.post(f"/ideas/{idea}/ballots", data=form)
        assert answer.status_code == 403
        assert "Only people who are on this committee now can do this." in words(answer)

    assert club.written(press) == []


def test_who_stays_out_has_no_vote_on_this_one(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    ben.press(f"/ideas/{idea}/ballots", answer="yes")
    assert "Stay out of this one?" in words(ben.get(f"/ideas/{idea}/staying-out"))
    facts = club.written(lambda: ben.press(f"/ideas/{idea}/staying-out", sure="yes"))
    assert [type(fact) for fact in facts] == [PersonRecused]
    page = words(ben.get(f"/ideas/{idea}"))
    assert "You stay out of this one." in page
    assert "0 of 3 people voted so far." in page
    answer = ben.post(f"/ideas/{idea}/ballots", answer="yes")
    assert answer.status_code == 403
    assert "You are staying out of this one. So you cannot vote." in words(answer)


def test_a_form_left_open_overnight_still_votes(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    token = ben.token()
    club.clock.on(hours=23)
    form = {"csrf_token": token, "answer": "yes"}
    assert ben.client.post(f"/ideas/{idea}/ballots", data=form).status_code == 303


def test_somebody_elses_open_page_cannot_vote_for_me(club: Club) -> None:
    idea, ben, cara = club.vote(), club.enter("Ben"), club.enter("Cara")
    form = {"csrf_token": ben.token(), "answer": "yes"}
    assert cara.client.post(f"/ideas/{idea}/ballots", data=form).status_code == 400


# ---- A worry comes with a vote


def test_a_vote_with_a_worry_asks_for_words_and_keeps_them(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    page = words(ben.press(f"/ideas/{idea}/ballots", answer="objection"))
    assert "What is your worry about?" in page
    ben.press(f"/ideas/{idea}/worries", ground="safety", words="Too loud for me.")
    page = words(ben.get(f"/ideas/{idea}"))
    assert "What is your worry about?" not in page
    assert "Ben says: “Too loud for me.”" in words(club.enter("Cara").get(f"/ideas/{idea}"))


def test_a_vote_changed_to_yes_takes_the_worry_back(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    club.cast(idea, Ben=A_WORRY)
    facts = club.written(lambda: ben.press(f"/ideas/{idea}/ballots", answer="yes"))
    assert [type(fact) for fact in facts] == [BallotCast, ObjectionResolved]


def test_a_worry_is_raised_before_voting_opens(club: Club) -> None:
    idea, cara = club.idea(), club.enter("Cara")
    facts = club.written(lambda: cara.press(f"/ideas/{idea}/worries", words="Too loud"))
    assert [type(fact) for fact in facts] == [ObjectionRaised]


# ---- Several answers, in order


def test_numbers_put_the_answers_in_order(club: Club) -> None:
    idea, ben = ranked(club), club.enter("Ben")
    pizza, curry, soup = options(club, idea)
    form = {f"rank-{pizza}": "2", f"rank-{curry}": "1", f"rank-{soup}": ""}
    page = words(ben.press(f"/ideas/{idea}/ballots", **form))
    assert "You said Curry, then Pizza" in page
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    answer = seen.counted_ballots[0].answer
    assert isinstance(answer, Ranking)
    assert [[str(one) for one in place] for place in answer.places] == [[curry], [pizza]]
    again = ben.get(f"/ideas/{idea}?change=1").text
    assert f'name="rank-{curry}" value="1" checked' in again


def test_the_same_number_means_liked_the_same(club: Club) -> None:
    idea, ben = ranked(club), club.enter("Ben")
    pizza, curry, soup = options(club, idea)
    form = {f"rank-{pizza}": "1", f"rank-{curry}": "1", f"rank-{soup}": "3"}
    page = words(ben.press(f"/ideas/{idea}/ballots", **form))
    assert "You said Pizza and Curry, then Soup" in page


def test_an_order_of_nothing_is_asked_for_again(club: Club) -> None:
    idea, ben = ranked(club), club.enter("Ben")
    answer = ben.post(f"/ideas/{idea}/ballots")
    assert answer.status_code == 400
    assert "There is a problem Give your favourite number 1." in words(answer)


@pytest.mark.parametrize(
    "form", [{"answer": "yes"}, {"rank-pizza": "1"}, {f"rank-{'0' * 32}": "1"}, {"rank-": "x"}]
)
def test_what_is_no_order_of_these_answers_is_not_understood(
    club: Club, form: dict[str, str]
) -> None:
    idea, ben = ranked(club), club.enter("Ben")
    assert club.written(lambda: ben.post(f"/ideas/{idea}/ballots", **form)) == []
    assert ben.post(f"/ideas/{idea}/ballots", **form).status_code == 400


# ---- What came of it


def test_a_result_says_how_each_person_voted_and_by_which_rule(club: Club) -> None:
    idea = club.vote(days=1)
    club.cast(idea, Asha=YES, Ben=NO, Cara=NOT_SURE)
    club.clock.on(days=1)
    page = words(club.enter("Dev").get(f"/ideas/{idea}"))
    assert "We decided NO" in page
    assert "More than half had to say yes: 1 of the 2 who said yes or no did." in page
    for tile in ("Asha Yes", "Ben No", "Cara Not sure", "Dev Did not vote"):
        assert tile in page


def test_nobody_voted_is_said_so(club: Club) -> None:
    idea = club.vote(days=1)
    club.clock.on(days=1)
    page = words(club.enter("Dev").get(f"/ideas/{idea}"))
    assert "We could not decide Nobody voted." in page
    assert "4 people did not vote." in page
    assert "Dev Did not vote" in page


def test_a_chosen_answer_is_said_with_the_whole_order(club: Club) -> None:
    idea = ranked(club)
    pizza, curry, soup = options(club, idea)
    for name in ("Ben", "Cara"):
        club.enter(name).press(
            f"/ideas/{idea}/ballots", **{f"rank-{curry}": "1", f"rank-{soup}": "2"}
        )
    club.does.close_voting(club.act("Asha"), idea)
    page = words(club.enter("Dev").get(f"/ideas/{idea}"))
    assert "We decided Curry" in page
    assert "1. Curry 2. Soup 3. Pizza" in page
    assert pizza


def test_a_deadline_that_passed_while_nobody_looked_is_the_committees_act(club: Club) -> None:
    idea = club.vote(days=1)
    end = club.clock.now + timedelta(days=1)
    club.cast(idea, Asha=YES)
    club.clock.on(days=40)
    club.visitor().get("/help")
    (decision,) = club.services.decisions.register(club.here)
    assert decision.decided_at == end


def test_an_idea_is_sent_as_the_page_before_says_it(club: Club) -> None:
    ben = club.enter("Ben")
    page = Parts(ben.post("/ideas/check", title="A quiz", text="It is fun.").text)
    sent = next(form for form in page.forms if form.action == "/ideas/")
    assert "We have your idea" in words(ben.press("/ideas/", **sent.fields))
