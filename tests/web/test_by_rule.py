"""Each vote and each decision names its rule as it stood then, whatever we agree on later."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from domain.ids import MeetingId, PlanId, ProposalId
from domain.kinds import Domain, Route, Seat, Stake
from domain.values import place_of
from domain.voting.quorum import AtLeast
from domain.voting.rule import Method, Rule, Tie
from domain.voting.tally import Outcome, Result
from domain.voting.terms import Early
from tests.web.club import NO, TOKEN, YES, Club, club_in, words
from tests.web.past import CLUB, cast, decided, opened
from tests.web.prompt import Prompt

STOPS = re.compile(r'(?s)<section class="times">.*?</section>')
"""Other times to look back at: there is one more of them with each decision."""
LISTED = re.compile(r"(?s)<li>.*?</li>")
HALF = "More than half must say yes."
ALL = "Everyone agrees, or stands aside. Nobody may say no, or have a worry left."

FULL = Rule(
    method=Method.MAJORITY,
    quorum=(AtLeast(at_least=3, of=Seat.MEMBER),),
    tie=Tie.CHAIR,
    voters=(Seat.MEMBER, Seat.STAFF),
    last=(Seat.STAFF,),
    least_days=2,
    most_days=7,
    early=(Early.ALL_VOTED,),
    proxies=True,
)
TOLD = (
    "More than half must say yes. We count only YES and NO.",
    "At least 3 members must take part.",
    "If it is a tie, the person who runs the meeting decides.",
    "Only members and staff vote.",
    ("Staff speak and vote last. They speak when all others have. They vote when all others have."),
    "A vote is open for 2 to 7 days.",
    "It can end early if everyone has voted.",
    "You can ask someone to vote for you.",
)
CONSENT = Rule(method=Method.CONSENT, tie=Tie.NOT_PASSED)


def adopted(club: Club, rule: Rule, days: int = 0) -> None:
    """We say yes to this rule, at once or in some days, and decide like this from now on."""
    closes = club.clock.now + timedelta(days=days) if days else None
    idea = club.does.make_proposal(
        club.act("Asha"),
        club.here,
        "We decide like this from now on",
        domain=Domain.RULES,
        stake=Stake.SAFETY_RULES_MEMBERSHIP_PLACE,
        new_rule=rule,
    )
    club.does.open_voting(club.act("Asha"), idea, closes_at=closes)
    club.cast(idea, Asha=YES, Ben=YES, Cara=YES)
    club.clock.on(days=days)
    if days:
        club.services.settle(club.clock.now)
    else:
        club.does.close_voting(club.act("Asha"), idea)
    club.does.adopt_rule(club.act("Asha"), club.here, rule, club.does.authority_of(idea))


@pytest.fixture
def full(club: Club) -> Club:
    """A club that agreed on a rule with many terms."""
    club.people["Jo"] = club.does.register_person(club.act("Asha"), "Jo")
    club.does.seat_person(club.act("Asha"), club.here, club.people["Jo"], Seat.STAFF)
    adopted(club, FULL)
    return club


def rule_now(club: Club) -> str:
    return str(club.services.mandates.rules_in_force(club.here)[-1].rule)


def test_the_page_of_a_vote_tells_its_whole_rule(full: Club) -> None:
    vote, ben = full.vote(), full.enter("Ben")
    page = ben.get(f"/ideas/{vote}")
    assert [one for one in TOLD if one not in words(page)] == []
    assert f"/why/rules/{rule_now(full)}" in page.text
    assert "Our rule, from Tuesday 3 March" in words(page)


def test_whoever_has_voted_can_still_look_up_the_rule(full: Club) -> None:
    vote, ben = full.vote(), full.enter("Ben")
    page = ben.press(f"/ideas/{vote}/ballots", answer="yes")
    assert "Your vote counts" in words(page)
    assert [one for one in TOLD if one not in words(page)] == []


def test_the_link_leads_to_the_rule_of_the_vote_and_not_to_ours_of_today(full: Club) -> None:
    old, vote = rule_now(full), full.vote(days=7)
    adopted(full, CONSENT, days=3)
    page = full.enter("Ben").get(f"/ideas/{vote}")
    assert f"/why/rules/{old}" in page.text
    assert f"/why/rules/{rule_now(full)}" not in page.text
    shown = words(full.enter("Ben").get(f"/why/rules/{old}"))
    assert [one for one in TOLD if one not in shown] == []


def test_a_result_tells_the_whole_rule_it_came_by(full: Club) -> None:
    vote = ended(full)
    page = full.enter("Ben").get(f"/ideas/{vote}")
    assert [one for one in TOLD if one not in words(page)] == []
    assert f"/why/rules/{rule_now(full)}" in page.text


def ended(club: Club) -> ProposalId:
    """A vote that everybody took part in."""
    vote = club.vote()
    club.cast(vote, Asha=YES, Ben=YES, Cara=NO, Dev=YES, Jo=YES)
    club.clock.on(days=2)
    club.does.close_voting(club.act("Asha"), vote)
    return vote


# ---- A log with decisions of several kinds, and all that is told of them


@dataclass
class Old:
    """What was decided before the rule changed, by a vote and without; and a vote that is open."""

    club: Club
    prompt: Prompt
    vote: ProposalId
    together: ProposalId
    running: ProposalId
    plan: PlanId
    meeting: MeetingId

    @property
    def about(self) -> tuple[ProposalId, ...]:
        return self.vote, self.together, self.running

    def lines(self, thing: UUID) -> list[str]:
        """Where the record tells each event of it."""
        told = self.club.services.audit.story(thing)
        return ["/why/record/{}/{}".format(*place_of(one.event)) for one in told]


@pytest.fixture
def old(tmp_path: Path) -> Iterator[Old]:
    with club_in(tmp_path) as club:
        asha, does = club.act("Asha"), club.does
        cited = club.agreed("All of us must agree on people")
        consensus = Rule(method=Method.CONSENSUS)
        does.adopt_rule(asha, club.here, consensus, cited, domains=[Domain.PEOPLE])
        agreed = club.services.mandates.rules(club.here)[-1]
        meeting = does.hold_meeting(asha, club.here)
        vote = club.vote(days=None)
        club.cast(vote, Asha=YES, Ben=YES, Cara=NO)
        does.close_voting(replace(asha, meeting=meeting), vote)
        together = does.make_proposal(asha, club.here, "Who greets us", domain=Domain.PEOPLE)
        yes = Outcome(result=Result.ADOPTED)
        does.record_decision(asha, together, Route.CONSENSUS, yes, authority=agreed.event)
        plan = club.plan("July night", does.authority_of(vote))
        does.write_line(asha, plan, "Music", "DJ Sam", authority=does.authority_of(vote))
        prompt = Prompt(tmp_path.parent, tmp_path.name)
        yield Old(club, prompt, vote, together, club.vote("A quiz"), plan, meeting)


def pages(old: Old) -> Iterator[str]:
    """Every page about these decisions, and about what rests on them."""
    for one in old.about:
        yield from (f"/ideas/{one}", f"/why/{one}", *old.lines(one))
    for one in (old.vote, old.together):
        yield f"/why/{one}/whole"
    yield from (f"/meetings/{old.meeting}", f"/plan/{old.plan}", *old.lines(old.plan))


def shown(old: Old) -> dict[str, str]:
    """All of it, as two readers see it; but for what makes each form a reader's own."""
    told = {}
    for name in ("Ben", "Asha"):
        visitor = old.club.enter(name)
        for page in pages(old):
            answer = visitor.get(page)
            assert answer.status_code == 200, page
            told[f"{name} {page}"] = STOPS.sub("", TOKEN.sub("", answer.text))
        for row in LISTED.findall(visitor.get("/why/").text):
            told |= {f"{name} {one} in the list": row for one in old.about if str(one) in row}
    return told


def printed(old: Old) -> dict[str, str]:
    """What the command line says of them, for people and for scripts."""
    told = {}
    for one in old.about:
        for form in ((), ("--json",)):
            told[f"proposal {one} {form}"] = old.prompt.type("show", "proposal", str(one), *form)
            told[f"why {one} {form}"] = old.prompt.type("show", "why", str(one), *form)
    for form in ((), ("--json",)):
        told[f"plan {form}"] = old.prompt.type("show", "plan", str(old.plan), *form)
        told[f"meetings {form}"] = old.prompt.type("show", "meetings", *form)
    for decision in old.prompt.ask("show", "decisions")["decisions"]:
        told |= {
            f"decision {x}": json.dumps(decision)
            for x in map(str, old.about)
            if x == decision["proposal"]
        }
    for row in old.prompt.type("show", "decisions").splitlines():
        told |= {f"row {x}": re.sub(" +", " ", row) for x in map(str, old.about) if x in row}
    return told


def test_another_rule_alters_nothing_that_is_told_of_what_was_decided_before(old: Old) -> None:
    before = shown(old), printed(old)
    old.club.clock.on(hours=1)
    adopted(old.club, CONSENT)
    adopted(
        old.club, Rule(method=Method.SUPERMAJORITY, quorum=(AtLeast(at_least=4, of=Seat.MEMBER),))
    )
    assert differing(before[0], shown(old)) == []
    assert differing(before[1], printed(old)) == []
    for file in old.prompt.data.glob("views.db*"):
        file.unlink()  # and nothing when all of it is read anew
    assert differing(before[1], printed(old)) == []


def differing(before: dict[str, str], after: dict[str, str]) -> list[str]:
    assert before.keys() == after.keys()
    return [one for one, told in before.items() if told != after[one]]


def test_every_page_about_a_decision_names_its_rule(old: Old) -> None:
    ben = old.club.enter("Ben")
    for one, rule in ((old.vote, HALF), (old.together, ALL)):
        for page in (f"/ideas/{one}", f"/why/{one}", f"/why/{one}/whole"):
            assert rule in words(ben.get(page)), page
    for page in (
        f"/meetings/{old.meeting}",
        old.lines(old.vote)[-1],
        old.lines(old.plan)[0],
        "/why/",
    ):
        assert HALF in words(ben.get(page)), page


def test_every_answer_about_a_decision_names_its_rule(old: Old) -> None:
    mandates = old.club.services.mandates
    ids = {one.terms.method: str(one.rule) for one in mandates.rules(old.club.here)}
    for one, rule, words_of_it in (
        (old.vote, ids[Method.MAJORITY], HALF),
        (old.together, ids[Method.CONSENSUS], ALL),
        (old.running, ids[Method.MAJORITY], HALF),
    ):
        told = old.prompt.type("show", "proposal", str(one))
        assert words_of_it in told
        assert f"2026-03-03, with the id {rule}" in told
    facts = {x["proposal"]: x for x in old.prompt.ask("show", "decisions")["decisions"]}
    assert facts[str(old.vote)]["rule_id"] == ids[Method.MAJORITY]
    assert facts[str(old.together)]["rule_id"] == ids[Method.CONSENSUS]
    assert facts[str(old.together)]["rule"]["method"] == "consensus"
    (line,) = old.prompt.ask("show", "plan", str(old.plan))["lines"]
    assert line["decided_by"]["decision"]["rule_id"] == ids[Method.MAJORITY]
    assert HALF in old.prompt.type("show", "plan", str(old.plan))
    (met,) = old.prompt.ask("show", "meetings")["meetings"]
    assert met["decisions"][0]["rule_id"] == ids[Method.MAJORITY]


def test_the_register_tells_each_right_once_and_names_it_by_a_number(old: Old) -> None:
    told = old.prompt.type("show", "decisions")
    assert f"1   The rule of 2026-03-03: {HALF} We count only YES and NO." in told
    assert f"2   The rule of 2026-03-03: {ALL}" in told
    assert re.search(rf"{old.vote} .* vote +1 ", told)
    assert re.search(rf"{old.together} .* consensus +2 *\n", told)


def test_an_export_names_the_rule_of_each_vote_and_each_decision(old: Old) -> None:
    lines = [json.loads(x) for x in old.prompt.type("export", "--format", "history").splitlines()]
    adopted_ones = {x["rule"]: x["terms"] for x in lines if x["kind"] == "committee.rule-adopted"}
    for kind in ("proposal.voting-opened", "proposal.decision-taken"):
        named = [x["rule"] for x in lines if x["kind"] == kind]
        assert named
        assert set(named) <= adopted_ones.keys()
    for one in (x for x in lines if x["kind"] == "proposal.voting-opened"):
        assert one["terms"] == adopted_ones[one["rule"]]


def test_a_rule_for_one_vote_is_told_as_such(prompt: Prompt) -> None:
    for_one = opened("dj", rule={"method": "consent"})
    prompt.type("import", prompt.file(*CLUB, for_one, cast("asha", "yes"), decided("dj")))
    told = prompt.type("show", "proposal", "dj")
    assert "Someone must say yes, and nobody may have a worry left." in told
    assert "for this vote only" in told
    (decision,) = prompt.ask("show", "decisions")["decisions"]
    assert (decision["rule_id"], decision["rule"]["method"]) == (None, "consent")
    assert "The rule for this vote only: Someone must say yes" in prompt.type("show", "decisions")
    assert "The rule was for this vote only: Someone must" in prompt.type("show", "why", "dj")


def test_the_rule_of_another_committee_is_seen_by_those_who_sit_there_too(club: Club) -> None:
    ben = club.act("Ben")
    there = club.does.found_committee(ben, "Book club", CONSENT)
    club.does.seat_person(ben, there, club.people["Ben"], Seat.MEMBER)
    (rule,) = club.services.mandates.rules(there)
    visitor = club.enter("Ben")
    for chosen in (club.here, there):
        visitor.post("/people/committees", committee=str(chosen))
        page = visitor.get(f"/why/rules/{rule.rule}")
        assert "Someone must say yes" in words(page)
        assert page.status_code == 200
    assert club.enter("Cara").get(f"/why/rules/{rule.rule}").status_code == 404
