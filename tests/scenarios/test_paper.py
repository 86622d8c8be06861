"""The stories of votes on paper, by hand, and by somebody who was asked."""

from pytest_bdd import given, parsers, scenarios, then, when

from domain.voting.answers import Choice
from domain.voting.rule import Method, Rule
from domain.voting.tally import StatedTally
from tests.scenarios.ballots import IDEA, ballots, person, slip, the_ballot
from tests.scenarios.conftest import ANSWERS, Story

scenarios("paper.feature")


@given("a rule that lets people ask somebody to vote for them")
def _asking(story: Story) -> None:
    club = story.club
    rule = Rule(method=Method.MAJORITY, proxies=True)
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.agreed("We may ask"))


@when(parsers.parse('{reader} reads "{voter}, {answer}" on slip {number:d}'))
def _reads(story: Story, reader: str, voter: str, answer: str, number: int) -> None:
    act, does = story.club.act(reader), story.club.does
    story.tries(
        lambda: does.read_paper_ballot(
            act, story.ideas[IDEA], slip(number), ANSWERS[answer], person(story, voter)
        )
    )


@when(parsers.parse("{name} says that slip {number:d} is not what {again} said"))
def _disputes(story: Story, name: str, number: int, again: str) -> None:
    assert name == again
    assert any(one["slip"] == str(slip(number)) for one in ballots(story, name))
    story.club.does.dispute_paper_ballot(story.club.act(name), story.ideas[IDEA])


@when(parsers.parse("{name} counts {yes:d} hands for yes and {no:d} for no"))
def _hands(story: Story, name: str, yes: int, no: int) -> None:
    counts = StatedTally(said={Choice.YES: yes, Choice.NO: no})
    act, does = story.club.act(name), story.club.does
    story.tries(lambda: does.count_hands(act, story.ideas[IDEA], counts))


@when(parsers.parse("{name} asks {other} to vote for {again}"))
def _asks(story: Story, name: str, other: str, again: str) -> None:
    assert name == again
    act, to = story.club.act(name), person(story, other)
    story.club.does.give_proxy(act, story.ideas[IDEA], to)


@when(parsers.parse("{name} says {answer} for {other}"))
def _votes_for(story: Story, name: str, answer: str, other: str) -> None:
    act, voter, does = story.club.act(name), person(story, other), story.club.does
    story.tries(lambda: does.cast_ballot(act, story.ideas[IDEA], ANSWERS[answer], voter))


@then("nobody has voted yet")
def _nobody(story: Story) -> None:
    assert ballots(story) == []


@then(parsers.parse('the vote of {name} is "{answer}", on paper, and {other} wrote it down'))
def _on_paper(story: Story, name: str, answer: str, other: str) -> None:
    found = the_ballot(story, name)
    told = (found["answer"], found["through"], found["recorded_by"])
    assert told == (answer, "paper", str(person(story, other)))


@then(parsers.parse('the vote of {name} is "{answer}", on a screen'))
def _on_screen(story: Story, name: str, answer: str) -> None:
    found = the_ballot(story, name)
    assert (found["answer"], found["through"]) == (answer, "own screen")
    assert found["recorded_by"] == found["voter"]


@then(parsers.parse('the vote of {name} is "{answer}", and {other} wrote it down'))
def _by_another(story: Story, name: str, answer: str, other: str) -> None:
    found = the_ballot(story, name)
    assert found["answer"] == answer
    assert found["recorded_by"] == str(person(story, other))


@then(parsers.parse('slip {number:d} shows "{one}" and "{another}"'))
def _differs(story: Story, number: int, one: str, another: str) -> None:
    (found,) = (s for s in story.show(IDEA)["talk"]["slips"] if s["slip"] == str(slip(number)))
    read = [f"{r['reader']}: {r['answer']}" for r in found["readings"] if r["holds"]]
    assert read == [one, another]


@then("the vote on paper was taken back")
def _taken_back(story: Story) -> None:
    told = [one for one in story.show(IDEA)["ballots"] if one["through"] == "paper"]
    assert [one["why_not"] for one in told] == ["taken back"]


@then(parsers.parse('the record says "{words}"'))
def _record(story: Story, words: str) -> None:
    assert words in [one["sentence"] for one in story.show(IDEA)["history"]]


@then(parsers.parse('the record of the club says "{words}"'))
def _club_record(story: Story, words: str) -> None:
    said = [one.sentence for one in story.club.services.audit.story(story.club.here)]
    assert any(words in one for one in said)


@then(parsers.parse("the register tells of {number:d} votes by hand"))
def _by_hand(story: Story, number: int) -> None:
    assert story.show(IDEA)["record"]["given"] == [["by hand", number]]


@then("we decided yes")
def _yes(story: Story) -> None:
    assert story.show(IDEA)["decision"]["outcome"] == "adopted"
