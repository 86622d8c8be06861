"""Every page and every button, as each kind of person; what is refused writes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from domain.ids import CHAIR as CHAIR_ROLE
from domain.ids import MandateId, ProposalId, SlipId
from domain.kinds import Domain, Route, Say
from domain.proposal.electing import person_option
from domain.sealed import Sealed
from domain.values import DomainSay, Election, LocalMoment, MandateHolder, NewMandate
from domain.voting.rule import Method, Rule
from domain.voting.tally import Outcome, Result
from tests.web.club import A_WORRY, YES, Club, Visitor, words
from web.seen.practised import MEALS

ANYBODY, MEMBERS, CHAIR = "anybody", "members", "chair"


@dataclass
class Things:
    """One of everything that a page can be about."""

    club: Club

    def made(self) -> str:
        return f"/ideas/{self.club.idea()}"

    def asha_made(self) -> str:
        return f"/ideas/{self.club.idea(by='Asha')}"

    def open(self) -> str:
        return f"/ideas/{self.club.vote()}"

    def open_by_hand(self) -> str:
        idea = self.club.vote(days=None)
        self.club.cast(idea, Ben=YES)
        return f"/ideas/{idea}"

    def voted(self) -> str:
        """All three have voted."""
        idea = self.club.vote()
        self.club.cast(idea, Asha=YES, Ben=YES, Cara=YES)
        return f"/ideas/{idea}"

    def slip(self) -> str:
        """A slip that nobody has read."""
        return f"/ideas/{self.club.vote()}/paper/{uuid4()}"

    def on_paper(self) -> str:
        """Asha and Ben have voted on paper, which Cara and Dev read."""
        idea = self.club.vote()
        for voter in ("Asha", "Ben"):
            slip = SlipId(uuid4())
            for reader in ("Cara", "Dev"):
                self.club.does.read_paper_ballot(
                    self.club.act(reader), idea, slip, YES, self.club.people[voter]
                )
        return f"/ideas/{idea}"

    def worry(self) -> str:
        idea = self.club.vote()
        self.club.cast(idea, Ben=A_WORRY)
        seen = self.club.services.decisions.proposal(idea, self.club.clock.now)
        assert seen
        return f"/ideas/{idea}/worries/{seen.objections[0].objection}"

    def question(self) -> str:
        idea = self.club.idea()
        asked = self.club.does.ask_question(self.club.act("Cara"), idea, "Which room?")
        return f"/ideas/{idea}/questions/{asked}"

    def decided(self) -> str:
        return f"/ideas/{self.club.decided()}"

    def hurried(self) -> str:
        """Ben decided something that could not wait."""
        cited, idea = self.club.reason(), self.club.idea()
        until = (self.club.clock.now + timedelta(days=7)).date()
        yes = Outcome(result=Result.ADOPTED)
        self.club.does.record_decision(
            self.club.act("Ben"), idea, Route.URGENT, yes, authority=cited, ratify_by=until
        )
        return f"/ideas/{idea}"

    def story(self) -> str:
        return f"/why/{self.club.decided()}"

    def entry(self) -> str:
        return f"/why/record/{self.club.here}/1"

    def plan(self) -> str:
        return f"/plan/{self.club.plan()}"

    def over(self) -> str:
        return f"/plan/{self.club.plan(day=date(2026, 3, 1))}"

    def line(self) -> str:
        plan, act = self.club.plan(), self.club.act("Asha")
        cited = self.club.reason()
        line = self.club.does.write_line(act, plan, "Music", "DJ Sam", authority=cited)
        return f"/plan/{plan}/lines/{line}"

    def free(self) -> str:
        return f"/jobs/{self.club.job()}"

    def held(self) -> str:
        """A job that both Asha and Ben have, so that each may do as a holder does."""
        return f"/jobs/{self.club.job('Door', 'Asha', 'Ben', people=2)}"

    def wants_help(self) -> str:
        """Cara's job, with which she wants help."""
        job = self.club.job("Door", "Cara")
        self.club.does.ask_help(self.club.act("Cara"), job)
        return f"/jobs/{job}"

    def offered(self) -> str:
        """Cara asks Asha; Dev asks Ben."""
        job = self.club.job("Door", "Cara", "Dev", people=2)
        for giver, taker in (("Cara", "Asha"), ("Dev", "Ben")):
            self.club.does.offer_handover(self.club.act(giver), job, self.club.people[taker])
        return f"/jobs/{job}"

    def asked_cara(self) -> str:
        """Asha and Ben share a job; Asha has asked Cara."""
        job = self.club.job("Door", "Asha", "Ben", people=2)
        self.club.does.offer_handover(self.club.act("Asha"), job, self.club.people["Cara"])
        return f"/jobs/{job}"

    def mandate(self) -> str:
        """Ben may do something alone."""
        made = self.club.does.grant_mandate(
            self.club.act("Asha"),
            self.club.here,
            MandateHolder(person=self.club.people["Ben"]),
            "Buy tape",
            says=[DomainSay(domain=Domain.MONEY, say=Say.ALONE)],
            authority=self.club.agreed(),
        )
        return f"/alone/{made}"

    def called(self) -> str:
        """A meeting that lies ahead."""
        act, day = self.club.act("Asha"), LocalMoment(day=self.club.clock.now.date())
        return f"/meetings/{self.club.does.call_meeting(act, self.club.here, day)}"

    def met(self) -> str:
        """A meeting that goes on."""
        made = self.club.does.hold_meeting(self.club.act("Asha"), self.club.here)
        return f"/meetings/{made}"

    def cited(self) -> str:
        return self.club.reason()

    def election(self) -> str:
        """Cara is asked whether she wants to run the meetings; Asha made it."""
        act = self.club.act("Asha")
        cara = person_option(act, self.club.people["Cara"])
        wanted = Election(places=1, role=CHAIR_ROLE)
        made = self.club.does.make_proposal(
            act, self.club.here, "Who?", options=[cara], election=wanted
        )
        return f"/ideas/{made}"

    def rule(self) -> str:
        (found,) = self.club.services.mandates.rules(self.club.here)
        return str(found.rule)

    def rule_for_money(self) -> str:
        """A rule for some things only."""
        does, act = self.club.does, self.club.act("Asha")
        consent, cited = Rule(method=Method.CONSENT), self.club.reason("How", Domain.RULES)
        return str(does.adopt_rule(act, self.club.here, consent, cited, domains=[Domain.MONEY]))

    def new_rule(self) -> str:
        """A rule to which all said yes, and that is not adopted."""
        consent = Rule(method=Method.CONSENT)
        does, act = self.club.does, self.club.act
        idea = does.make_proposal(act("Ben"), self.club.here, "Consent", new_rule=consent)
        return self._agreed(idea)

    def _agreed(self, idea: ProposalId) -> str:
        """All say yes to it."""
        does, act = self.club.does, self.club.act
        does.open_voting(act("Asha"), idea)
        self.club.cast(idea, Asha=YES, Ben=YES)
        does.close_voting(act("Asha"), idea)
        return str(idea)

    def new_mandate(self) -> str:
        """What Ben may do alone, as all said, and that has not begun."""
        new = NewMandate(
            holder=MandateHolder(person=self.club.people["Ben"]),
            words=Sealed.of("Buy pens"),
            says=(DomainSay(domain=Domain.MONEY, say=Say.ALONE),),
        )
        does, ben = self.club.does, self.club.act("Ben")
        return self._agreed(does.make_proposal(ben, self.club.here, "Pens", new_mandate=new))

    def end_of_mandate(self) -> str:
        """The end of what Ben may do alone, as all said, and that has not come."""
        old = MandateId(UUID(self.mandate().rpartition("/")[2]))
        does, ben = self.club.does, self.club.act("Ben")
        return self._agreed(does.make_proposal(ben, self.club.here, "No tape", ends_mandate=old))

    def cara(self) -> str:
        return f"/people/{self.club.people['Cara']}"

    def dev(self) -> str:
        return f"/people/{self.club.people['Dev']}"


Where = Callable[[Things], str]


def at(path: str) -> Where:
    return lambda _: path


def on(thing: Callable[[Things], str], more: str = "") -> Where:
    return lambda things: thing(things) + more


PAGES: dict[str, tuple[Where, str]] = {
    "enter.show": (at("/enter"), ANYBODY),
    "enter.ask": (lambda things: f"/enter/{things.club.link('Ben')}", ANYBODY),
    "enter.left": (at("/left"), ANYBODY),
    "pages.help": (at("/help"), ANYBODY),
    "pages.look": (at("/look"), ANYBODY),
    "pages.credits": (at("/credits"), ANYBODY),
    "practice.show": (at("/practice/"), ANYBODY),
    "practice.show_more": (at("/practice/order"), ANYBODY),
    "pages.health": (at("/health"), ANYBODY),
    "static": (at("/static/hands.css"), ANYBODY),
    "now.show": (at("/"), MEMBERS),
    "proposals.new": (at("/ideas/new"), MEMBERS),
    "proposals.show": (on(Things.open), MEMBERS),
    "proposals.made": (on(Things.made, "/made"), MEMBERS),
    "proposals.choosing": (at("/ideas/people"), MEMBERS),
    "proposals.naming": (on(Things.election, "/people"), MEMBERS),
    "proposals.about_me": (on(Things.open, "/about-me"), MEMBERS),
    "proposals.wanting": (on(Things.made, "/wants"), MEMBERS),
    "proposals.aloud": (on(Things.made, "/wants/aloud"), CHAIR),
    "proposals.sizing": (on(Things.made, "/size"), MEMBERS),
    "proposals.staying_out": (on(Things.open, "/staying-out"), MEMBERS),
    "proposals.taking_back": (on(Things.voted, "/ballots/withdraw"), MEMBERS),
    "proposals.helped": (on(Things.voted, "/help"), MEMBERS),
    "proposals.paper": (on(Things.open, "/paper"), MEMBERS),
    "proposals.slips": (on(Things.open, "/paper/slips"), MEMBERS),
    "proposals.slip": (on(Things.slip), MEMBERS),
    "proposals.disputing": (on(Things.on_paper, "/paper/wrong"), MEMBERS),
    "proposals.hands": (on(Things.open, "/hands"), CHAIR),
    "proposals.joining": (on(Things.open, "/voters"), CHAIR),
    "proposals.tie": (on(Things.open, "/tie"), CHAIR),
    "proposals.opening": (on(Things.made, "/opening"), CHAIR),
    "proposals.closing": (on(Things.open_by_hand, "/closing"), CHAIR),
    "proposals.worries": (on(Things.open, "/worries"), MEMBERS),
    "proposals.questions": (on(Things.made, "/questions"), MEMBERS),
    "proposals.better": (on(Things.asha_made, "/words"), CHAIR),
    "deciding.new": (at("/decided/new"), MEMBERS),
    "afterwards.agreeing": (on(Things.hurried, "/agree"), MEMBERS),
    "afterwards.refusing": (on(Things.hurried, "/agree/no"), CHAIR),
    "afterwards.looking": (on(Things.decided, "/look-again"), CHAIR),
    "afterwards.changing": (on(Things.decided, "/change"), MEMBERS),
    "afterwards.reasoning": (on(Things.decided, "/reason"), CHAIR),
    "afterwards.telling": (on(Things.decided, "/told"), MEMBERS),
    "putting_off.not_now": (on(Things.made, "/not-now"), CHAIR),
    "putting_off.asking": (on(Things.made, "/ask-others"), CHAIR),
    "plan.index": (at("/plan/"), MEMBERS),
    "plan.show": (on(Things.plan), MEMBERS),
    "plan.who": (on(Things.over, "/who"), MEMBERS),
    "plan.every": (at("/plan/all"), MEMBERS),
    "plan.new": (at("/plan/new"), MEMBERS),
    "step_ins.index": (at("/step-ins/"), MEMBERS),
    "plan.line": (on(Things.plan, "/lines/new"), MEMBERS),
    "plan.leave_out": (on(Things.line, "/out"), MEMBERS),
    "jobs.index": (at("/jobs/"), MEMBERS),
    "jobs.show": (on(Things.held), MEMBERS),
    "jobs.new": (at("/jobs/new"), MEMBERS),
    "jobs.not_needed": (on(Things.free, "/not-needed"), MEMBERS),
    "jobs.give": (on(Things.held, "/give"), MEMBERS),
    "jobs.offer": (on(Things.offered, "/offer"), MEMBERS),
    "jobs.help": (on(Things.held, "/help"), MEMBERS),
    "why.index": (at("/why/"), MEMBERS),
    "why.story": (on(Things.story), MEMBERS),
    "why.whole": (on(Things.story, "/whole"), MEMBERS),
    "why.record": (at("/why/record"), MEMBERS),
    "why.entry": (on(Things.entry), MEMBERS),
    "why.rule": (at("/why/rule"), MEMBERS),
    "rules.index": (at("/why/rules/"), MEMBERS),
    "rules.show": (lambda things: f"/why/rules/{things.rule()}", MEMBERS),
    "rules.way": (at("/why/ways/consent"), MEMBERS),
    "why.person": (lambda things: f"/why/people/{things.club.people['Cara']}", MEMBERS),
    "sharing.index": (at("/why/sharing/"), MEMBERS),
    "sharing.question": (at("/why/sharing/deciding"), MEMBERS),
    "sharing.events": (at("/why/sharing/numbers/C0"), MEMBERS),
    "agreed.index": (at("/why/agreed/"), MEMBERS),
    "agreed.changing": (at("/why/agreed/C0"), MEMBERS),
    "attesting.show": (at("/why/right/"), MEMBERS),
    "five.show": (at("/why/five/"), MEMBERS),
    "five.scores": (at("/why/five/scores"), MEMBERS),
    "attesting.disputing": (lambda things: f"/why/right/{things.club.here}/1", MEMBERS),
    "sharing.warnings": (at("/why/sharing/talk"), MEMBERS),
    "sharing.saying": (at("/why/sharing/say/C0"), MEMBERS),
    "why.beyond": (at("/why/record/too-far"), MEMBERS),
    "why.without_authority": (at("/why/record/without-a-reason"), MEMBERS),
    "meetings.index": (at("/meetings/"), MEMBERS),
    "meetings.new": (at("/meetings/new"), MEMBERS),
    "meetings.show": (on(Things.called), MEMBERS),
    "meetings.moving": (on(Things.called, "/move"), MEMBERS),
    "meetings.item": (on(Things.called, "/list"), MEMBERS),
    "meetings.who": (on(Things.met, "/who"), MEMBERS),
    "meetings.note": (on(Things.met, "/notes"), MEMBERS),
    "meetings.ending": (on(Things.met, "/end"), MEMBERS),
    "mandates.index": (at("/alone/"), MEMBERS),
    "mandates.new": (at("/alone/new"), MEMBERS),
    "mandates.show": (on(Things.mandate), MEMBERS),
    "mandates.ending": (on(Things.mandate, "/end"), MEMBERS),
    "mandates.renewing": (on(Things.mandate, "/renew"), MEMBERS),
    "people.index": (at("/people/"), MEMBERS),
    "people.show": (on(Things.cara), CHAIR),
    "people.leaving": (at("/people/leave"), MEMBERS),
    "people.stepping_down": (at("/people/chair/lay-down"), MEMBERS),
    "people.going": (on(Things.cara, "/going"), CHAIR),
    "people.committees": (at("/people/committees"), "signed in"),
}

Form = Callable[[Things], dict[str, str]]


def form(**fields: str) -> Form:
    return lambda _: fields


def citing(**fields: str) -> Form:
    return lambda things: {"decision": things.cited(), **fields}


def cara(things: Things) -> dict[str, str]:
    return {"taker": str(things.club.people["Cara"])}


def item(things: Things) -> dict[str, str]:
    return {"item": str(things.club.idea())}


def tape(things: Things) -> dict[str, str]:
    who = str(things.club.people["Ben"])
    return {
        "holder": who,
        "words": "Tape",
        "about": "money",
    }


def who(things: Things) -> dict[str, str]:
    return {"person": str(things.club.people["Cara"])}


def said_aloud(things: Things) -> dict[str, str]:
    return {"answer": "no", **dev(things)}


def dev(things: Things) -> dict[str, str]:
    return {"person": str(things.club.people["Dev"])}


def chair_for_cara(things: Things) -> dict[str, str]:
    return {"job": str(CHAIR_ROLE), "number": "1", "person": str(things.club.people["Cara"])}


def nobody_knows(_: Things) -> dict[str, str]:
    return {"how": "nobody", "title": "DJ", "answer": "yes"}


BUTTONS: dict[str, tuple[Where, Form, str]] = {
    "pages.set_look": (at("/look"), form(light="night"), ANYBODY),
    "practice.answer": (at("/practice/"), form(answer="yes"), ANYBODY),
    "practice.answer_more": (at("/practice/picks"), form(pick=str(MEALS[0])), ANYBODY),
    "practice.not_now": (at("/practice/not-now"), form(), "signed in"),
    "now.known": (at("/known"), form(what=f"news {uuid4().hex}"), MEMBERS),
    "people.choose": (at("/people/committees"), form(committee=str(uuid4())), "signed in"),
    "proposals.new": (at("/ideas/new"), form(title="DJ"), MEMBERS),
    "proposals.check": (at("/ideas/check"), form(title="DJ"), MEMBERS),
    "proposals.make": (at("/ideas/"), form(title="DJ"), MEMBERS),
    "proposals.cast_ballot": (on(Things.open, "/ballots"), form(answer="yes"), MEMBERS),
    "proposals.choose_people": (at("/ideas/people"), chair_for_cara, MEMBERS),
    "proposals.name_people": (on(Things.election, "/people"), dev, CHAIR),
    "proposals.stand": (on(Things.election, "/stand"), form(), MEMBERS),
    "proposals.stand_down": (on(Things.election, "/stand-down"), who, CHAIR),
    "proposals.voice_position": (on(Things.made, "/wants"), form(answer="yes"), MEMBERS),
    "proposals.note_position": (on(Things.made, "/wants/aloud"), said_aloud, CHAIR),
    "proposals.declare_interest": (on(Things.open, "/about-me"), form(words="Mine"), MEMBERS),
    "proposals.recuse": (on(Things.open, "/staying-out"), form(sure="yes"), MEMBERS),
    "proposals.judge_stake": (on(Things.made, "/size"), form(size="2"), MEMBERS),
    "proposals.open_voting": (on(Things.made, "/opening"), form(closes="by hand"), CHAIR),
    "proposals.extend_voting": (
        on(Things.open, "/longer"),
        form(closes="2026-05-01T09:00:00+00:00"),
        CHAIR,
    ),
    "proposals.close_voting": (on(Things.open_by_hand, "/closing"), form(), CHAIR),
    "proposals.note_support": (on(Things.voted, "/help"), form(kind="read"), MEMBERS),
    "proposals.read_paper_ballot": (
        on(Things.slip),
        lambda things: {"voter": str(things.club.people["Cara"]), "answer": "yes"},
        MEMBERS,
    ),
    "proposals.confirm_paper_ballot": (on(Things.on_paper, "/paper/right"), form(), MEMBERS),
    "proposals.dispute_paper_ballot": (
        on(Things.on_paper, "/paper/wrong"),
        form(sure="yes"),
        MEMBERS,
    ),
    "proposals.count_hands": (on(Things.open, "/hands"), form(yes="2"), CHAIR),
    "proposals.ask_question": (on(Things.made, "/questions"), form(words="Why?"), MEMBERS),
    "proposals.answer_question": (on(Things.question, "/answers"), form(words="Yes"), MEMBERS),
    "proposals.change_words": (on(Things.asha_made, "/words"), form(title="New"), CHAIR),
    "proposals.raise_objection": (on(Things.open, "/worries"), form(words="Loud"), MEMBERS),
    "proposals.answer_objection": (on(Things.worry, "/answers"), form(words="No"), MEMBERS),
    "proposals.resolve_objection": (
        on(Things.worry, "/ending"),
        form(how="overruled", words="We try it"),
        CHAIR,
    ),
    "proposals.withdraw": (on(Things.asha_made, "/withdraw"), form(), CHAIR),
    "deciding.record": (at("/decided/"), nobody_knows, MEMBERS),
    "deciding.ask": (at("/decided/ask"), form(title="DJ"), MEMBERS),
    "afterwards.ask": (on(Things.hurried, "/agree"), form(), CHAIR),
    "afterwards.refuse": (on(Things.hurried, "/agree/no"), form(sure="yes"), CHAIR),
    "afterwards.look": (on(Things.decided, "/look-again"), form(finding="keep", saw="OK"), CHAIR),
    "afterwards.change": (on(Things.decided, "/change"), form(why="So", title="No"), MEMBERS),
    "afterwards.give_reason": (on(Things.decided, "/reason"), form(words="So"), CHAIR),
    "afterwards.confirm": (on(Things.decided, "/right"), form(), MEMBERS),
    "afterwards.tell": (on(Things.decided, "/told"), form(to="public"), MEMBERS),
    "putting_off.put_off": (on(Things.made, "/not-now"), form(what="later", why="So"), CHAIR),
    "plan.make": (at("/plan/"), citing(title="July"), MEMBERS),
    "plan.write_line": (on(Things.plan, "/lines"), citing(label="Food", words="Pizza"), MEMBERS),
    "plan.drop_line": (on(Things.line, "/out"), citing(), MEMBERS),
    "plan.note_who": (on(Things.over, "/who"), who, MEMBERS),
    "jobs.add": (at("/jobs/"), citing(title="Door"), MEMBERS),
    "jobs.drop": (on(Things.free, "/not-needed"), citing(), MEMBERS),
    "jobs.take": (on(Things.free, "/take"), form(), MEMBERS),
    "jobs.lay_down": (on(Things.held, "/lay-down"), form(), MEMBERS),
    "jobs.ask_help": (on(Things.held, "/help"), form(), MEMBERS),
    "jobs.give_help": (on(Things.wants_help, "/helps"), form(), MEMBERS),
    "jobs.finish": (on(Things.held, "/done"), form(), MEMBERS),
    "jobs.offer_handover": (on(Things.held, "/offers"), cara, MEMBERS),
    "jobs.accept_handover": (on(Things.offered, "/accept"), form(), MEMBERS),
    "jobs.decline_handover": (on(Things.offered, "/decline"), form(), MEMBERS),
    "jobs.take_back": (on(Things.asked_cara, "/take-back"), cara, CHAIR),
    "meetings.call": (at("/meetings/"), form(day="2026-03-05"), MEMBERS),
    "meetings.meet_now": (at("/meetings/now"), form(), MEMBERS),
    "meetings.move": (on(Things.called, "/move"), form(day="2026-03-06"), MEMBERS),
    "meetings.cancel": (on(Things.called, "/cancel"), form(sure="yes"), MEMBERS),
    "meetings.place_item": (on(Things.called, "/list"), item, MEMBERS),
    "meetings.open_meeting": (on(Things.called, "/start"), form(), MEMBERS),
    "meetings.note_who": (on(Things.met, "/who"), form(), MEMBERS),
    "meetings.take_note": (on(Things.met, "/notes"), form(words="Hello"), MEMBERS),
    "meetings.end": (on(Things.met, "/end"), form(elsewhere="no"), MEMBERS),
    "meetings.confirm": (on(Things.met, "/right"), form(capacity="other", seen_to="1"), MEMBERS),
    "mandates.propose": (at("/alone/"), tape, MEMBERS),
    "mandates.renew": (on(Things.mandate, "/renew"), tape, MEMBERS),
    "mandates.propose_end": (on(Things.mandate, "/end"), form(sure="yes"), MEMBERS),
    "mandates.grant": (
        lambda things: f"/alone/asked/{things.new_mandate()}",
        form(sure="yes"),
        MEMBERS,
    ),
    "mandates.end": (
        lambda things: f"/alone/asked/{things.end_of_mandate()}/end",
        form(sure="yes"),
        MEMBERS,
    ),
    "people.add": (at("/people/"), form(name="Femi"), CHAIR),
    "people.give_name": (at("/people/name"), form(called="Bee"), MEMBERS),
    "rules.propose": (at("/why/ways/consent"), form(quorum="more"), MEMBERS),
    "rules.as_all_else": (
        lambda things: f"/why/rules/{things.rule_for_money()}/as-all-else",
        form(sure="yes"),
        MEMBERS,
    ),
    "rules.adopt": (
        lambda things: f"/why/rules/new/{things.new_rule()}",
        form(sure="yes"),
        MEMBERS,
    ),
    "people.link": (on(Things.cara, "/link"), form(), CHAIR),
    "people.sign_out": (on(Things.cara, "/sign-out"), form(), CHAIR),
    "people.give_chair": (on(Things.cara, "/chair"), form(), CHAIR),
    "people.remove": (on(Things.dev, "/removed"), citing(), CHAIR),
    "people.lay_down_chair": (at("/people/chair/lay-down"), form(sure="yes"), CHAIR),
}
PAGES_ELSEWHERE = {
    **dict.fromkeys(("step_ins.new", "step_ins.show"), "test_step_ins_pages"),
    "step_ins.reviewing": "test_step_in_reviews",
    "five.asking": "test_five",
    "putting_off.answering": "test_afterwards_pages",
    **dict.fromkeys(("proposals.asking_another", "proposals.voting_for"), "test_proxies"),
}
ELSEWHERE = {
    **dict.fromkeys(("step_ins.step_in", "step_ins.tell", "step_ins.lift"), "test_step_ins_pages"),
    "step_ins.review": "test_step_in_reviews",
    "deciding.record_staff_alone": "test_deciding_pages",
    **dict.fromkeys(("putting_off.ask", "putting_off.answer"), "test_afterwards_pages"),
    "enter.enter": "test_enter",
    "enter.begin": "test_enter",
    "enter.leave": "test_enter",
    "sharing.say": "test_replies",
    "agreed.adopt": "test_agreed",
    "plan.note_away": "test_presence",
    **dict.fromkeys(("five.begin", "five.answer", "five.close", "five.score"), "test_five"),
    **dict.fromkeys(
        ("attesting.attest", "attesting.dispute", "attesting.answer"), "test_attesting"
    ),
    "enter.leave_everywhere": "test_enter",
    "people.leave": "test_people",
    "people.note_leaving": "test_going",
    "proposals.withdraw_ballot": "test_proposals",
    **dict.fromkeys(
        ("proposals.give_proxy", "proposals.withdraw_proxy", "proposals.vote_for"), "test_proxies"
    ),
    **dict.fromkeys(("proposals.add_voter", "proposals.break_tie"), "test_late"),
    **dict.fromkeys(("proposals.fill_places", "proposals.end_role"), "test_electing"),
}
"""Pages and buttons whose refusal is a story of its own, and the file that tells it."""

WHO = {
    "Asha": {ANYBODY, "signed in", MEMBERS, CHAIR},
    "Ben": {ANYBODY, "signed in", MEMBERS},
    "Eve": {ANYBODY, "signed in"},
    "nobody": {ANYBODY},
}


def come(club: Club, name: str) -> Visitor:
    return club.visitor() if name == "nobody" else club.enter(name)


def test_no_page_and_no_button_is_forgotten(club: Club) -> None:
    rules = list(club.app.url_map.iter_rules())
    gets = {rule.endpoint for rule in rules if "GET" in (rule.methods or ())}
    posts = {rule.endpoint for rule in rules if "POST" in (rule.methods or ())}
    assert gets == set(PAGES) | set(PAGES_ELSEWHERE)
    assert posts == set(BUTTONS) | set(ELSEWHERE)


@pytest.mark.parametrize("name", WHO)
def test_who_may_look_at_what(club: Club, name: str) -> None:
    visitor, things = come(club, name), Things(club)
    for page, (where, who) in PAGES.items():
        answer = visitor.get(where(things))
        if who in WHO[name]:
            expected = {200} if page not in ("why.rule", "enter.show") else {200, 303}
        else:
            expected = {303} if name == "nobody" else {403}
        assert answer.status_code in expected, (page, words(answer))
        if answer.status_code == 303 and name == "nobody":
            assert answer.location == "/enter", page


@pytest.mark.parametrize("name", WHO)
def test_who_may_press_what(club: Club, name: str) -> None:
    visitor, things = come(club, name), Things(club)
    for button, (where, fields, who) in BUTTONS.items():
        path, sent = where(things), fields(things)
        before = club.does.position()
        answer = visitor.post(path, **sent)
        if who in WHO[name]:
            assert answer.status_code in (200, 303), (button, words(answer))
        else:
            assert answer.status_code in (403, 409), (button, words(answer))
            assert ("Go to" in words(answer)) is (name != "Eve"), "where one sits, or the start"
            assert club.does.position() == before, button
        if button == "people.lay_down_chair" and name == "Asha":
            return


@pytest.mark.parametrize("name", ["Asha", "Ben", "Eve", "nobody"])
def test_without_its_token_no_button_does_anything(club: Club, name: str) -> None:
    visitor, things = come(club, name), Things(club)
    visitor.token()
    for button, (where, fields, _) in BUTTONS.items():
        path, sent = where(things), fields(things)
        before = club.does.position()
        for token in ({}, {"csrf_token": "made-up"}):
            answer = visitor.client.post(path, data={**sent, **token})
            assert answer.status_code == (403 if name == "nobody" else 400), button
        assert club.does.position() == before, button


@pytest.mark.parametrize("thing", ["ideas", "plan", "jobs", "why"])
def test_what_is_not_there_is_answered_so(club: Club, thing: str) -> None:
    answer = club.enter("Asha").get(f"/{thing}/{uuid4()}")
    assert answer.status_code == 404
    assert "There is no such" in words(answer)


def test_what_another_committee_does_is_its_own(club: Club) -> None:
    act = club.act("Eve")
    other = club.does.found_committee(act, "Book club")
    club.does.seat_person(act, other, club.people["Eve"])
    club.committee, ours = other, club.committee
    theirs = club.idea("A long book", by="Eve")
    asha = club.enter("Asha")
    club.committee = ours
    answer = asha.get(f"/ideas/{theirs}")
    assert answer.status_code == 403
    assert "A long book" not in words(answer)
    assert "A long book" not in words(asha.get("/why/"))


def test_the_jobs_of_another_committees_plan_are_its_own(club: Club) -> None:
    plan, act = club.plan(), club.act("Eve")
    other = club.does.found_committee(act, "Book club")
    club.does.seat_person(act, other, club.people["Eve"])
    answer = club.enter("Eve").get(f"/jobs/?plan={plan}")
    assert answer.status_code == 403
    assert club.enter("Ben").get(f"/jobs/?plan={uuid4()}").status_code == 404


def test_a_vote_stays_seen_by_whoever_has_voted(club: Club) -> None:
    idea = club.vote()
    club.cast(idea, Ben=YES)
    assert "You said YES" in words(club.enter("Ben").get(f"/ideas/{idea}"))
