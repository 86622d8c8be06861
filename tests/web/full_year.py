"""Everything that can happen on a committee, at least once: every event that there is."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from domain.act import Act
from domain.committee import Committee
from domain.ids import CHAIR, ImportId, OptionId, PersonId, ProposalId, RoleId, SlipId, StreamId
from domain.kinds import (
    Attestation,
    Audience,
    Benchmark,
    Capacity,
    Consent,
    Domain,
    Elsewhere,
    Finding,
    Format,
    Help,
    MeetingRole,
    NotAPerson,
    ObjectionGround,
    Per,
    Position,
    Promise,
    Resolution,
    Review,
    Rhythm,
    Route,
    Say,
    Seat,
    SelfAssessmentTool,
    Stake,
    StepInGround,
    Support,
    Through,
    Trace,
    Understanding,
)
from domain.sealed import Sealed
from domain.values import (
    Apology,
    DomainSay,
    Due,
    Limit,
    LocalMoment,
    MandateHolder,
    Money,
    NewMandate,
    Period,
    Source,
)
from domain.voting.answers import Choice, Ranking
from domain.voting.quorum import AtLeast
from domain.voting.rule import Method, Rule, Tie
from domain.voting.tally import Outcome, Result, StatedTally
from tests.facts import A_WORRY, NO, YES, _id
from tests.projections.club import Club
from tests.projections.year import Year, a_year

TREASURER, DOOR = RoleId(_id(900)), RoleId(_id(901))
FIRST_SLIP, SECOND_SLIP = SlipId(_id(902)), SlipId(_id(903))
PIZZA, CURRY, SOUP = (OptionId(_id(n)) for n in (904, 905, 906))
YES_TO_IT = Outcome(result=Result.ADOPTED)
POUNDS = Money(amount=8_000, currency="GBP")
RANKED = Rule(method=Method.SCHULZE, weights={Seat.STAFF: 2}, tie=Tie.LOT, seed=7)
BY_THE_CHAIR = Rule(
    method=Method.MAJORITY, tie=Tie.CHAIR, quorum=(AtLeast(at_least=2, of="entitled"),)
)


class FullYear:
    """A year of the film club, and all that does not happen every year."""

    def __init__(self, club: Club) -> None:
        self.club = club
        self.year: Year = a_year(club)
        self.it = club.governance
        self.decision = self.year.decision
        self.committee = club.committee
        self.eve, self.finn = (
            self.it.register_person(Act.of_program(club.now), name) for name in ("Eve", "Finn")
        )

    def pass_by(self) -> None:
        """All of it, in an order in which it can happen."""
        for part in (
            self.people,
            self.seats,
            self.roles,
            self.rights,
            self.words,
            self.votes,
            self.on_paper,
            self.routes,
            self.afterwards,
            self.jobs,
            self.occasions,
            self.meetings,
            self.step_ins,
            self.record,
            self.told_elsewhere,
            self.ends,
        ):
            self.club.later(days=1)
            part()

    def by(self, person: PersonId, reason: str | None = None) -> Act:
        return replace(self.club.by(person), reason=Sealed.maybe(reason))

    def told(self, actor: PersonId | NotAPerson = NotAPerson.UNKNOWN) -> Act:
        """A history kept elsewhere tells it, to the minute."""
        source = Source(run=ImportId(_id(910)), line=3)
        now = self.club.now
        return Act(actor, now, now, noted_at=now, through=Through.IMPORT, source=source)

    def local(self, days: int) -> LocalMoment:
        return LocalMoment(day=self.club.now.date() + timedelta(days=days), zone="Europe/London")

    # ---- People and committees

    def people(self) -> None:
        it, asha = self.it, self.club.asha
        it.give_preferences(self.by(asha), asha, {"letters": "large", "voice": "on"})
        it.name_supporter(self.by(asha), asha, self.eve)
        it.dismiss_supporter(self.by(asha), asha, self.eve)
        ramp = it.ask_adjustment(self.by(asha), asha, "A ramp at the door")
        it.make_adjustment(self.by(self.club.ben), asha, ramp, "It is there")
        it.give_consent(self.by(asha), asha, Consent.PHOTO)
        it.withdraw_consent(self.by(asha), asha, Consent.PHOTO)

    def seats(self) -> None:
        it, ben = self.it, self.by(self.club.ben)
        for person, seat in (
            (self.club.cara, Seat.MEMBER),
            (self.eve, Seat.STAFF),
            (self.finn, Seat.TRUSTEE),
        ):
            it.seat_person(ben, self.committee, person, seat, authority=self.decision)
        june = date(2027, 6, 30)
        it.fix_term(ben, self.committee, self.club.cara, june, authority=self.decision)
        it.seat_person(ben, self.year.other, self.club.ben)
        it.name_seat(self.by(self.eve), self.committee, Seat.STAFF, "team")

    def roles(self) -> None:
        it, club, asha = self.it, self.club, self.by(self.club.asha)
        ben, cara, group = self.by(club.ben), self.by(club.cara), self.committee
        it.give_role(ben, group, CHAIR, "Chair", club.asha, authority=self.decision)
        it.give_role(ben, group, DOOR, "Doorkeeper", club.asha, authority=self.decision)
        it.fix_term(ben, group, club.asha, date(2027, 1, 1), role=DOOR, authority=self.decision)
        it.shadow_role(cara, group, DOOR)
        it.join_rotation(cara, group, DOOR)
        it.leave_rotation(cara, group, DOOR)
        it.offer_role(asha, group, DOOR, club.ben, "Please", answer_by=club.now)
        it.decline_role(ben, group, DOOR)
        it.offer_role(asha, group, DOOR, club.ben)
        it.withdraw_role_offer(asha, group, DOOR, club.ben)
        it.offer_role(asha, group, DOOR, club.ben, share=True)
        it.accept_role(ben, group, DOOR)
        it.offer_role(asha, group, DOOR, club.cara)
        it.offer_role(asha, group, DOOR, self.eve)
        it.accept_role(cara, group, DOOR)
        it.offer_role(cara, group, DOOR, self.finn)
        it.take_role_away(ben, group, DOOR, club.cara, authority=self.decision)

    def rights(self) -> None:
        it, group, ben = self.it, self.committee, self.by(self.club.ben)
        adopt = it.adopt_rule
        adopt(ben, group, RANKED, self.decision, domains=[Domain.PROGRAMME])
        adopt(ben, group, BY_THE_CHAIR, self.decision, stakes=[Stake.SMALL])
        consent = Rule(method=Method.CONSENT)
        adopt(ben, group, consent, self.decision, domains=[Domain.PLACE])
        adopt(ben, group, consent, self.decision, domains=[Domain.PLACE])
        may = [
            DomainSay(domain=Domain.PROGRAMME, say=Say.ALONE),
            DomainSay(domain=Domain.MONEY, say=Say.AGREE),
        ]
        limit = Limit(money=POUNDS, per=Per.YEAR)
        grant = it.grant_mandate
        first = grant(
            ben,
            group,
            MandateHolder(role=CHAIR),
            "Small things",
            says=may,
            limit=limit,
            starts=date(2026, 1, 1),
            expires=date(2027, 12, 31),
            authority=self.decision,
        )
        self.mandate = grant(
            ben,
            group,
            MandateHolder(person=self.eve),
            "Small things again",
            says=may,
            renews=first,
            authority=self.decision,
        )
        it.revoke_mandate(ben, group, first, authority=self.decision)
        self._asked_for(MandateHolder(person=self.eve), limit)
        benchmark = it.adopt_benchmark
        benchmark(ben, group, "C0", Benchmark.TARGET, Fraction(1, 2), authority=self.decision)

    def _asked_for(self, holder: MandateHolder, limit: Limit) -> None:
        """An idea that carries a mandate, which begins and goes on; and the end of it."""
        it, ben = self.it, self.club.by(self.club.ben)
        says = (
            DomainSay(domain=Domain.PROGRAMME, say=Say.ALONE),
            DomainSay(domain=Domain.SAFETY, say=Say.REFER),
        )
        new = NewMandate(holder=holder, words=Sealed.of("Films"), says=says, limit=limit)
        films = self._agreed("Films", new_mandate=new)
        first = it.grant_decided_mandate(ben, films)
        more = NewMandate(
            holder=holder,
            words=Sealed.of("More films"),
            says=says,
            starts=date(2028, 1, 1),
            expires=date(2029, 1, 1),
            renews=first,
        )
        again = it.grant_decided_mandate(ben, self._agreed("More films", new_mandate=more))
        over = self._agreed("No films", ends_mandate=again)
        it.revoke_mandate(ben, self.committee, again, authority=it.authority_of(over))

    def _agreed(self, title: str, **carried: Any) -> ProposalId:
        """Ben asks, and all who can say yes."""
        it, asha, ben = self.it, *map(self.club.by, self.club.people[:2])
        idea = it.make_proposal(ben, self.committee, title, **carried)
        it.open_voting(asha, idea)
        for act in (asha, ben):
            it.cast_ballot(act, idea, YES)
        it.close_voting(asha, idea)
        return idea

    # ---- Ideas

    def idea(self, title: str, by: PersonId | None = None, **more: object) -> ProposalId:
        act = self.by(by or self.club.ben)
        return self.it.make_proposal(act, self.committee, title, **more)  # type: ignore[arg-type]

    def words(self) -> None:
        """Everything that is said about an idea before anybody votes."""
        it, club, ben, cara = self.it, self.club, self.by(self.club.ben), self.by(self.club.cara)
        asha = self.by(club.asha)
        idea = self.idea(
            "A choir",
            text="Every Monday.",
            stake=Stake.SMALL,
            domain=Domain.PROGRAMME,
            amount=POUNDS,
            promise=Promise.DECIDE_TOGETHER,
            drafted_by=self.eve,
            part_of=self.year.night,
        )
        paper = it.share_paper(ben, idea, "What a choir is", Format.EASY_READ, to=[club.cara])
        it.share_paper(ben, idea, "The same, read out", Format.SPOKEN, paper=paper)
        it.voice_understanding(cara, idea, Understanding.PARTLY)
        it.voice_position(cara, idea, Position.WORRIED)
        question = it.ask_question(cara, idea, "Who sings?")
        it.answer_question(ben, idea, question, "All of us")
        it.declare_interest(cara, idea, "My sister sings")
        worry = it.raise_objection(cara, idea, "Too loud", ObjectionGround.SAFETY)
        it.answer_objection(ben, idea, worry, "We shut the window")
        raised = it.events_of(idea)[-2].event_id
        it.amend_proposal(ben, idea, title="A quiet choir", because_of=[raised])
        it.resolve_objection(asha, idea, worry, Resolution.INTEGRATED)
        it.judge_stake(ben, idea, Stake.MONEY_PEOPLE_TIME, Domain.PLACE)
        it.refer_proposal(asha, idea, self.year.other, answer_by=date(2026, 12, 1))
        it.answer_referral(ben, idea, "We like it")
        it.defer_proposal(self.by(club.asha, "It is late"), idea, until=date(2026, 12, 24))
        it.decline_proposal(self.by(club.asha, "Nobody sings"), self.idea("A band"))
        two = {PIZZA: "Pizza", CURRY: "Curry"}
        self.food = self.idea("What to eat", options=two, domain=Domain.PROGRAMME)
        it.amend_proposal(ben, self.food, options={**two, SOUP: "Soup"})
        it.voice_position(cara, self.food, Position.FOR, SOUP)

    def votes(self) -> None:
        """A ranked vote with a helper, a late voter and more time; and a tie for the chair."""
        it, club = self.it, self.club
        asha, ben = (self.by(person) for person in club.people[:2])
        it.open_voting(asha, self.food, closes_at=club.now + timedelta(days=2))
        it.extend_voting(asha, self.food, club.now + timedelta(days=3))
        it.seat_person(ben, self.committee, club.dev, authority=self.decision)
        it.add_voter(asha, self.food, club.dev, authority=self.decision)
        for person, order in (
            (club.asha, [[SOUP], [PIZZA, CURRY]]),
            (club.ben, [[SOUP]]),
            (club.dev, [[CURRY], [SOUP]]),
        ):
            ranking = Ranking(places=tuple(map(tuple, order)))
            it.cast_ballot(self.by(person), self.food, ranking)
        it.note_support(
            ben, self.food, club.ben, self.eve, Support.READ, chosen_by_voter=True, read_back=True
        )
        it.settle_voting(self.food, club.later(days=4))
        tie = self.idea("A lamp", stake=Stake.SMALL)
        it.open_voting(self.by(club.asha), tie)
        it.cast_ballot(self.by(club.ben), tie, YES)
        it.cast_ballot(self.by(club.cara), tie, A_WORRY)
        it.cast_ballot(self.by(club.cara), tie, NO)
        it.cast_ballot(self.by(club.dev), tie, A_WORRY)
        it.withdraw_ballot(self.by(club.dev), tie)
        it.close_voting(self.by(club.asha), tie)
        it.give_casting_vote(self.by(club.asha), tie, YES)

    def on_paper(self) -> None:
        """Slips that two people read, also anew; and hands that went up."""
        it, club = self.it, self.club
        idea = self.idea("A tent")
        it.open_voting(self.by(club.asha), idea)
        read = it.read_paper_ballot
        read(self.by(club.asha), idea, FIRST_SLIP, NO, club.cara)
        read(self.by(club.ben), idea, FIRST_SLIP, A_WORRY, club.cara)
        read(self.by(club.asha), idea, FIRST_SLIP, A_WORRY, club.cara)
        read(self.by(club.asha), idea, SECOND_SLIP, YES, club.cara)
        read(self.by(club.ben), idea, SECOND_SLIP, YES, club.cara)
        it.recuse(self.by(self.finn), idea)
        it.close_voting(
            self.by(club.asha),
            idea,
            considered=["A tent", "A hut"],
            left_out=["A castle"],
            risks=["Rain"],
            review_on=date(2027, 5, 5),
        )
        self.tent = it.authority_of(idea)
        hands = self.idea("A flag")
        it.open_voting(self.by(club.asha), hands)
        it.count_hands(self.by(club.asha), hands, StatedTally(said={Choice.YES: 3, Choice.NO: 1}))
        it.close_voting(self.by(club.asha), hands, replaces=self.tent)
        self.tent = it.authority_of(hands)

    def routes(self) -> None:
        """Decisions without a vote, by every right that there is."""
        it, club = self.it, self.club
        granted = it.grant_of(self.committee, self.mandate)
        eve = self.by(self.eve)
        small = self.idea("New cups", domain=Domain.PROGRAMME)
        it.record_decision(eve, small, Route.DELEGATED_STAFF, YES_TO_IT, authority=granted)
        self.small = small
        adopted = it.current(Committee, self.committee).rule_in_force(Domain.PLACE).adopted
        hall = self.idea("The hall", domain=Domain.PLACE)
        asha = self.by(club.asha)
        it.record_decision(asha, hall, Route.CONSENT, YES_TO_IT, authority=adopted, present=4)
        soon = self.club.now.date() + timedelta(days=9)
        self.urgent = [self.idea(f"A plumber, {n}") for n in (1, 2)]
        for idea in self.urgent:
            it.record_decision(
                asha, idea, Route.URGENT, YES_TO_IT, authority=self.tent, ratify_by=soon
            )
        alone = self.idea("A poster")
        it.record_decision(eve, alone, Route.STAFF_ALONE, YES_TO_IT)

    def afterwards(self) -> None:
        it, club, asha = self.it, self.club, self.by(self.club.asha)
        first, second = self.urgent
        it.ratify_decision(asha, first, authority=self.tent)
        it.refuse_ratification(asha, second)
        it.confirm_decision(asha, self.small, capacity=Capacity.CHAIR)
        it.confirm_decision(self.by(club.ben), self.small)
        it.tell_outcome(asha, self.small, Audience.COMMITTEE, Format.LETTER)
        it.give_reason(asha, self.small, "The old ones broke", review_on=date(2027, 2, 2))
        it.review_decision(
            asha, self.year.night, Review.KEEP, come_true=[self.year.worry], review_on=None
        )
        why = self.by(club.asha, "There are enough cups")
        it.reverse_decision(why, self.small, authority=self.tent)

    # ---- Plans, jobs, meetings

    def jobs(self) -> None:
        it, club = self.it, self.club
        asha, ben, cara = (self.by(person) for person in club.people[:3])
        due = Due(before_plan=60)
        self.job = it.add_task(
            ben,
            self.committee,
            "Sell tickets",
            plan=self.year.plan,
            due=due,
            place="At the door",
            people=2,
            needs="A cash box",
            stake=Stake.SMALL,
            authority=self.tent,
        )
        it.take_task(ben, self.job)
        it.shadow_task(cara, self.job)
        it.ask_help(ben, self.job, Help.DO_IT_WITH_ME)
        it.give_help(cara, self.job, kind=Help.DO_IT_WITH_ME)
        it.offer_handover(ben, self.job, self.eve, answer_by=club.now + timedelta(days=1))
        it.offer_handover(ben, self.job, self.finn)
        it.take_over_task(asha, self.job, club.ben, asked=False)
        it.return_task(ben, self.job, club.ben, club.asha)
        it.offer_handover(ben, self.job, club.asha)
        it.offer_handover(ben, self.job, club.cara)
        it.accept_handover(asha, self.job)
        it.offer_handover(asha, self.job, club.cara)
        it.note_task_not_done(asha, self.job)

    def occasions(self) -> None:
        it, ben = self.it, self.by(self.club.ben)
        make, right = it.make_plan, self.tent
        party = make(ben, self.committee, "A party", self.local(20), authority=right)
        it.write_line(ben, party, "Money", money=POUNDS, authority=right)
        it.plan_recurrence(ben, party, Rhythm.MONTHLY, until=date(2027, 12, 31), authority=right)
        again = make(ben, self.committee, "Like it", self.local(50), like=party, authority=right)
        make(ben, self.committee, "From it", self.local(80), template=again, authority=right)
        it.cancel_plan(ben, again, authority=right)

    def meetings(self) -> None:
        it, club, asha = self.it, self.club, self.by(self.club.asha)
        off = it.call_meeting(asha, self.committee, self.local(3), "In the hall")
        it.cancel_meeting(self.by(club.asha, "Nobody can come"), off)
        meeting = it.call_meeting(asha, self.committee, self.local(3))
        it.move_meeting(asha, meeting, self.local(4), "In the kitchen")
        it.place_item(asha, meeting, StreamId(self.food))
        it.open_meeting(asha, meeting)
        there = replace(asha, meeting=meeting)
        it.note_attendance(there, meeting, [club.asha, club.ben], [Apology(person=club.cara)])
        it.hold_meeting_role(asha, meeting, MeetingRole.CHAIR)
        it.take_note(there, meeting, "It rained")
        it.answer_elsewhere(asha, meeting, Elsewhere.YES, "We bought cups")
        it.confirm_minutes(asha, meeting, Capacity.CHAIR, it.position())
        it.close_meeting(asha, meeting)

    # ---- The record

    def step_ins(self) -> None:
        it, club = self.it, self.club
        act = self.by(self.eve, "The stairs are broken")
        ends = club.now + timedelta(hours=48)
        touches = [StreamId(self.year.plan)]
        stepped = it.step_in(
            act,
            self.committee,
            StepInGround.HARM,
            less_restrictive_tried=True,
            touches=touches,
            ends=ends,
        )
        it.tell_step_in(self.by(self.eve), self.committee, stepped)
        it.lift_step_in(self.by(self.eve), self.committee, stepped)
        outside = it.register_person(Act.of_program(club.now), "Gus")
        reviewers, plan = [club.ben, outside], self.year.plan
        it.write_line(self.by(club.ben), plan, "Stairs", "Two of us", authority=self.decision)
        led_to = [it.events_of(plan)[-1].event_id]
        it.review_step_in(
            self.by(club.ben), self.committee, stepped, Finding.UPHELD, reviewers, led_to
        )
        granted = it.grant_of(self.committee, stepped)
        it.make_proposal(self.by(club.cara), self.committee, "New stairs", because_of=[granted])

    def record(self) -> None:
        it, group, asha = self.it, self.committee, self.by(self.club.asha)
        spring = Period(first=date(2026, 3, 1), last=date(2026, 3, 4))
        it.attest_record(asha, group, spring, Attestation.MISSING)
        it.give_reply(asha, group, "C0", spring, "We are few")
        it.check_trace(asha, group, Trace.PAYMENT, POUNDS, self.decision)
        it.check_trace(asha, group, Trace.POSTER)
        assess = it.give_self_assessment
        assess(asha, group, SelfAssessmentTool.NEF, 1, Seat.MEMBER, 4)
        it.close_survey(asha, group, {Seat.MEMBER: {"yes": 3, "no": 1}, Seat.STAFF: {"yes": 1}})

    def told_elsewhere(self) -> None:
        """What only a history that was kept elsewhere can tell."""
        it, club, group = self.it, self.club, self.committee
        it.report_role_handover(self.told(), group, CHAIR, [club.asha], [club.ben, club.cara])
        it.reopen_task(self.told(), self.job)
        it.report_handover(self.told(), self.job, [club.asha], [club.ben])
        it.report_handover(self.told(), self.job, [club.ben], [self.eve, self.finn])
        idea = it.make_proposal(self.told(club.ben), group, "Chairs")
        own_rule = Rule(method=Method.SUPERMAJORITY, weights={club.ben: 2})
        voters = [club.asha, club.ben, club.cara]
        it.open_voting(self.told(), idea, terms=own_rule, electorate=voters)
        it.give_proxy(self.told(club.asha), idea, club.ben, club.asha)
        it.withdraw_proxy(self.told(club.asha), idea, club.asha)
        it.cast_ballot(self.told(club.ben), idea, YES, club.ben)
        it.amend_proposal(self.told(), idea, text="Six of them", ballots_stand=True)
        it.close_and_decide(
            self.told(),
            idea,
            outcome=Outcome(result=Result.REJECTED),
            tally=StatedTally(said={Choice.YES: 1, "silent": 2}),
            words="Rejected, they say.",
        )
        it.cast_ballot(self.told(club.cara), idea, NO, club.cara)
        it.cast_ballot(self.told(club.cara), idea, NO, club.cara)
        stated = it.make_proposal(self.told(), group, "Tables")
        it.close_and_decide(
            self.told(),
            stated,
            route=Route.TRUSTEES,
            outcome=YES_TO_IT,
            deciders=[self.finn],
            authority=self.tent,
        )

    def ends(self) -> None:
        """Ben leaves with all that he had, and the other committee comes to its end."""
        it, club = self.it, self.club
        idea, late = self.idea("A last idea"), self.idea("A late one")
        it.open_voting(self.by(club.ben), idea)
        it.open_voting(self.by(club.ben), late, closes_at=club.now + timedelta(hours=1))
        it.offer_role(self.by(club.ben), self.committee, CHAIR, self.finn)
        job = it.add_task(self.by(club.ben), self.committee, "Lock up", authority=self.tent)
        it.take_task(self.by(club.ben), job)
        it.offer_handover(self.by(club.ben), job, club.cara)
        club.later(hours=2)
        it.leave_committee(
            self.by(club.ben),
            self.committee,
            club.ben,
            proposals=[idea, late],
            tasks=[job, self.job],
        )
        it.remove_person(
            self.by(club.cara),
            self.committee,
            club.dev,
            proposals=[idea],
            authority=self.tent,
        )
        it.close_committee(self.by(club.cara), self.year.other, authority=self.tent)
