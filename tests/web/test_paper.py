"""Votes on paper and by hand, on the pages: who reads, what counts, and the voter's last word."""

import re
from uuid import UUID, uuid4

import pytest

from domain.events import BallotCast, BallotWithdrawn, HandsCounted, PaperBallotRead, RecordDisputed
from domain.ids import OptionId, ProposalId, SlipId
from domain.kinds import Through
from domain.voting.answers import Choice, Ranking
from domain.voting.rule import Method, Rule
from tests.web.club import A_WORRY, NO, YES, Club, words


def read(club: Club, idea: ProposalId, by: str, slip: SlipId, answer: str) -> str:
    """One person reads Cara's slip on their page, and what the page says then."""
    path, cara = f"/ideas/{idea}/paper/{slip}", str(club.people["Cara"])
    return words(club.enter(by).press(path, voter=cara, answer=answer))


def by_two(club: Club, idea: ProposalId, voter: str = "Cara", answer: Choice = YES) -> SlipId:
    """A slip that Asha and Ben have read the same."""
    slip = SlipId(uuid4())
    for reader in ("Asha", "Ben"):
        club.does.read_paper_ballot(club.act(reader), idea, slip, answer, club.people[voter])
    return slip


def test_one_person_reads_a_slip_another_reads_it_too_and_it_counts(club: Club) -> None:
    idea, asha = club.vote(), club.enter("Asha")
    page = asha.press_link(f"/ideas/{idea}/paper")
    new = re.search(rf'href="(/ideas/{idea}/paper/[-0-9a-f]{{36}})"', page.text)
    assert new
    assert "What does slip 1 say?" in words(asha.get(new[1]))
    slip = SlipId(UUID(new[1].rpartition("/")[2]))
    said = read(club, idea, "Asha", slip, "yes")
    assert "Write 1 on the slip. Now somebody else reads it." in said
    assert "You have read it. Give it to somebody else now." in said
    blind = words(club.enter("Ben").get(f"/ideas/{idea}/paper"))
    assert "Read slip 1" in blind
    assert "YES" not in blind
    cast = club.written(lambda: read(club, idea, "Ben", slip, "yes"))
    assert [type(one) for one in cast] == [PaperBallotRead, BallotCast]
    assert cast[1].actor == club.people["Cara"]
    assert cast[1].recorded_by == club.people["Ben"]
    assert cast[1].through is Through.PAPER
    assert "Slip 1: Cara Two people read the same. It counts." in words(
        asha.get(f"/ideas/{idea}/paper")
    )


def test_where_two_read_different_things_both_are_shown_and_none_counts(club: Club) -> None:
    idea, slip = club.vote(), SlipId(uuid4())
    read(club, idea, "Asha", slip, "yes")
    said = read(club, idea, "Ben", slip, "no")
    assert "People read different things. It does not count yet." in said
    assert "Asha read: Cara YES" in said
    assert "Ben read: Cara NO" in said
    assert "0 of 4 people voted so far." in words(club.enter("Dev").get(f"/ideas/{idea}"))
    assert "It counts." in read(club, idea, "Ben", slip, "yes")


def test_a_slip_that_one_person_reads_twice_is_read_once(club: Club) -> None:
    idea, slip = club.vote(), SlipId(uuid4())
    read(club, idea, "Asha", slip, "yes")
    again = club.written(lambda: read(club, idea, "Asha", slip, "yes"))
    assert again == []
    page = words(club.enter("Asha").get(f"/ideas/{idea}/paper/{slip}"))
    assert "You have read this one. You can read it again." in page


def test_nothing_is_written_of_a_slip_without_a_name_or_an_answer(club: Club) -> None:
    idea, asha, slip = club.vote(), club.enter("Asha"), uuid4()
    cara = str(club.people["Cara"])
    for sent, why in (
        ({"answer": "yes"}, "Pick whose vote it is."),
        ({"voter": cara}, "Pick what the slip says."),
        ({}, "Pick whose vote it is."),
    ):
        answer = asha.post(f"/ideas/{idea}/paper/{slip}", **sent)
        assert answer.status_code == 400
        assert why in words(answer)
    kept = asha.post(f"/ideas/{idea}/paper/{slip}", voter=cara)
    assert f'value="{cara}" checked' in kept.text
    assert club.does.events_of(idea)[-1].TOPIC == "proposal.voting-opened"


def test_an_order_is_read_on_a_slip_as_numbers(club: Club) -> None:
    cited = club.agreed("We put meals in order")
    club.does.adopt_rule(club.act("Asha"), club.here, Rule(method=Method.SCHULZE), cited)
    pizza, curry = (OptionId(uuid4()) for _ in range(2))
    two = {pizza: "Pizza", curry: "Curry"}
    idea = club.does.make_proposal(club.act("Asha"), club.here, "What to eat", options=two)
    club.does.open_voting(club.act("Asha"), idea)
    ben, slip, cara = club.enter("Ben"), uuid4(), str(club.people["Cara"])
    path = f"/ideas/{idea}/paper/{slip}"
    assert "Which numbers are on it?" in words(ben.get(path))
    assert "Pick what the slip says." in words(ben.post(path, voter=cara))
    (fact,) = club.written(
        lambda: ben.press(path, voter=cara, **{f"rank-{curry}": "1", f"rank-{pizza}": ""})
    )
    assert isinstance(fact, PaperBallotRead)
    assert fact.answer == Ranking(places=((curry,),))


@pytest.mark.parametrize(
    ("voter", "status", "why"),
    [("Eve", 403, "cannot vote on this one"), ("Dev", 409, "has voted on a screen")],
)
def test_who_has_no_vote_or_voted_on_a_screen_has_no_slip(
    club: Club, voter: str, status: int, why: str
) -> None:
    idea, slip = club.vote(), SlipId(uuid4())
    club.does.read_paper_ballot(club.act("Asha"), idea, slip, YES, club.people["Dev"])
    club.cast(idea, Dev=NO)
    assert ">Dev<" not in club.enter("Ben").get(f"/ideas/{idea}/paper/{slip}").text
    who = str(club.people[voter])
    answer = club.enter("Ben").post(f"/ideas/{idea}/paper/{slip}", voter=who, answer="yes")
    assert (answer.status_code, why in words(answer)) == (status, True)


def test_the_voter_sees_that_a_slip_was_read_and_says_that_it_is_right(club: Club) -> None:
    idea, cara = club.vote(), club.enter("Cara")
    by_two(club, idea)
    assert "Two people read your slip. Is it right?" in words(cara.get("/"))
    page = words(cara.get(f"/ideas/{idea}"))
    assert "You said YES" in page
    assert "Asha and Ben read this on your slip of paper." in page
    (said,) = club.written(lambda: cara.press(f"/ideas/{idea}/paper/right"))
    assert isinstance(said, PaperBallotRead)
    assert said.reader == said.voter == club.people["Cara"]
    assert "Is it right?" not in words(cara.get("/"))
    assert "This is not what I said" not in words(cara.get(f"/ideas/{idea}"))


def test_the_voter_disputes_a_slip_and_votes_anew(club: Club) -> None:
    idea, cara = club.vote(), club.enter("Cara")
    slip = by_two(club, idea)
    sure = words(cara.get(f"/ideas/{idea}/paper/wrong"))
    assert "We read on paper: YES." in sure
    assert "We take this vote back. Then you can vote again." in sure
    assert cara.post(f"/ideas/{idea}/paper/wrong").status_code == 400
    facts = club.written(lambda: cara.press(f"/ideas/{idea}/paper/wrong", sure="yes"))
    assert [type(one) for one in facts] == [BallotWithdrawn, RecordDisputed]
    assert "Pick one answer" in words(cara.get(f"/ideas/{idea}"))
    cara.press(f"/ideas/{idea}/ballots", answer="no")
    assert "You said NO" in words(cara.get(f"/ideas/{idea}"))
    answer = club.enter("Dev").post(
        f"/ideas/{idea}/paper/{slip}", voter=str(club.people["Cara"]), answer="yes"
    )
    assert answer.status_code == 409
    assert "This is not what I said." in words(club.enter("Dev").get("/why/right/"))


def test_once_the_vote_is_over_a_dispute_stands_beside_the_count(club: Club) -> None:
    idea, cara = club.vote(days=None), club.enter("Cara")
    by_two(club, idea)
    club.cast(idea, Asha=YES)
    club.does.close_voting(club.act("Asha"), idea)
    result = words(cara.get(f"/ideas/{idea}"))
    assert "1 vote came on a screen. 1 vote came on paper." in result
    assert "Cara Yes, on paper" in result
    assert "My vote on paper is not what I said" in result
    assert "My vote on paper" not in words(club.enter("Ben").get(f"/ideas/{idea}"))
    assert "The count stays as it is." in words(cara.get(f"/ideas/{idea}/paper/wrong"))
    (said,) = club.written(lambda: cara.press(f"/ideas/{idea}/paper/wrong", sure="yes"))
    assert isinstance(said, RecordDisputed)
    assert club.written(lambda: cara.press(f"/ideas/{idea}/paper/wrong", sure="yes")) == []


def test_slips_are_printed_for_those_who_have_not_voted(club: Club) -> None:
    idea = club.vote()
    club.cast(idea, Dev=YES)
    page = club.enter("Asha").get(f"/ideas/{idea}/paper/slips")
    assert re.findall(r'<p class="over"><bdi>(\w+)</bdi>', page.text) == ["Asha", "Ben", "Cara"]


def test_the_chair_is_told_of_slips_that_do_not_count_yet(club: Club) -> None:
    idea = club.vote(days=None)
    club.does.read_paper_ballot(club.act("Ben"), idea, SlipId(uuid4()), YES, club.people["Cara"])
    club.cast(idea, Asha=YES)
    asha = club.enter("Asha")
    assert "1 slip of paper does not count yet." in words(asha.get(f"/ideas/{idea}/closing"))
    assert "1 slip of paper does not count yet." in words(club.enter("Dev").get(f"/ideas/{idea}"))
    club.does.close_voting(club.act("Asha"), idea)
    assert "No slip can be read now." in words(asha.get(f"/ideas/{idea}/paper"))


# ---- Taking a vote back


def test_a_vote_is_taken_back_after_a_check(club: Club) -> None:
    idea, ben = club.vote(), club.enter("Ben")
    club.cast(idea, Ben=YES)
    sure = words(ben.get(f"/ideas/{idea}/ballots/withdraw"))
    assert "You said YES." in sure
    assert ben.post(f"/ideas/{idea}/ballots/withdraw").status_code == 400
    (fact,) = club.written(lambda: ben.press(f"/ideas/{idea}/ballots/withdraw", sure="yes"))
    assert isinstance(fact, BallotWithdrawn)
    assert club.written(lambda: ben.press(f"/ideas/{idea}/ballots/withdraw", sure="yes")) == []


# ---- Hands


def test_the_chair_counts_hands_and_they_decide(club: Club) -> None:
    idea, asha = club.vote(days=None), club.enter("Asha")
    assert "4 people can raise a hand." in words(asha.get(f"/ideas/{idea}/hands"))
    (fact,) = club.written(
        lambda: asha.press(f"/ideas/{idea}/hands", yes="3", no="1", witness=str(club.people["Ben"]))
    )
    assert isinstance(fact, HandsCounted)
    assert (fact.through, fact.witness) == (Through.HANDS, club.people["Ben"])
    ben = club.enter("Ben")
    assert "We counted hands: 3 YES, 1 NO." in words(ben.get(f"/ideas/{idea}"))
    assert "Vote now" not in words(ben.get("/"))
    assert "We counted hands: 3 YES, 1 NO." in words(asha.get(f"/ideas/{idea}/closing"))
    club.does.close_voting(club.act("Asha"), idea)
    result = words(ben.get(f"/ideas/{idea}"))
    assert "3 people said yes. 1 person said no." in result
    assert "did not vote" not in result
    assert "We counted hands. Nobody wrote down whose." in result
    assert "4 by hand" in words(ben.get(f"/why/{idea}/whole"))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ({"yes": "5"}, "More hands were counted than people can vote here."),
        ({"yes": "many"}, "Write a number, such as 5."),
        ({"yes": "-1"}, "Write a number, such as 5."),
        ({"no": "0"}, "Write how many hands went up."),
        ({}, "Write how many hands went up."),
    ],
)
def test_hands_that_cannot_be_are_mended(club: Club, typed: dict[str, str], why: str) -> None:
    idea, asha = club.vote(), club.enter("Asha")
    answer = asha.post(f"/ideas/{idea}/hands", **typed)
    assert (answer.status_code, why in words(answer)) == (400, True)
    assert all(f'value="{said}"' in answer.text for said in typed.values())
    assert club.does.events_of(idea)[-1].TOPIC == "proposal.voting-opened"


def test_no_hands_are_counted_where_people_voted_by_name_and_only_by_the_chair(club: Club) -> None:
    idea, asha = club.vote(), club.enter("Asha")
    assert club.enter("Ben").get(f"/ideas/{idea}/hands").status_code == 403
    club.cast(idea, Ben=A_WORRY)
    assert "Some people have voted with their names." in words(asha.get(f"/ideas/{idea}/hands"))
    assert "Count hands" not in words(asha.get(f"/ideas/{idea}"))
    assert asha.post(f"/ideas/{idea}/hands", yes="2").status_code == 409


# ---- Several answers on paper


@pytest.mark.parametrize(
    ("method", "form", "reads"),
    [
        (Method.APPROVAL, ["pick"], "Which are ticked?"),
        (Method.SCORE, ["points-{}", "2"], "How many points are on each?"),
        (Method.DOTS, ["points-{}", "3"], "How many dots are on each?"),
    ],
)
def test_two_read_a_slip_with_several_answers(
    club: Club, method: Method, form: list[str], reads: str
) -> None:
    cited = club.agreed("How we choose")
    club.does.adopt_rule(club.act("Asha"), club.here, Rule(method=method), cited)
    idea = club.does.make_proposal(club.act("Ben"), club.here, "Food?", options=["Rice", "Pasta"])
    club.does.open_voting(club.act("Asha"), idea)
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    rice = str(seen.options[0].option)
    sent = {form[0].format(rice): form[1] if form[1:] else rice}
    here = f"/ideas/{idea}/paper/{uuid4()}"
    for name in ("Asha", "Ben"):
        reader = club.enter(name)
        assert reads in words(reader.get(here))
        assert "Pick what the slip says." in words(reader.post(here, voter=club.people["Cara"]))
        reader.press(here, voter=club.people["Cara"], **sent)
    assert "Rice" in words(club.enter("Asha").get(f"/ideas/{idea}/paper/slips"))
    seen = club.services.decisions.proposal(idea, club.clock.now)
    assert seen
    assert [ballot.name for ballot in seen.counted_ballots] == ["Cara"]
