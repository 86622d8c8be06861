"""A small committee to look at: invented people, who have planned one club night together.

Everything is written through the same commands as everything else, dated in the days before.
"""

from datetime import datetime, time

from domain.act import Act
from domain.application import Governance
from domain.ids import CHAIR, OptionId, PersonId, PlanId, TaskId
from domain.kinds import LineKind, ObjectionGround, Resolution, Seat
from domain.values import Due, EventId, LocalMoment, Money
from domain.voting.answers import Choice, Ranking
from domain.voting.rule import Method, Rule
from web.demo_telling import ZONE, Telling

NAMES = ("Asha", "Ben", "Cara", "Dev", "Ella", "Femi")
STAFF = "Jo"
YES, NO, NOT_SURE, WORRY = Choice.YES, Choice.NO, Choice.ABSTAIN, Choice.OBJECTION
MAJORITY, IN_ORDER = Rule(method=Method.MAJORITY), Rule(method=Method.SCHULZE)


def fill(governance: Governance, now: datetime) -> list[tuple[str, PersonId]]:
    """Write the demonstration into an empty log; its people, the chair first."""
    return _Demo(governance, now).tell()


class _Demo(Telling):
    """Tells what happened, day by day, in the order in which it happened."""

    def tell(self) -> list[tuple[str, PersonId]]:
        self._found()
        night = self._decide_the_night()
        with self._meeting(25, "We plan the club night."):
            plan = self._plan(night)
        ask = self._decide_the_music(plan)
        self._say_no_to_something()
        self.does.finish_task(self._act("Ben", 12, 11), ask)
        self._ask_what_to_eat()
        with self._meeting(6, "We share the jobs."):
            door, songs, drinks = self._share_the_jobs(plan, night)
        self._pass_jobs_on(door, songs)
        self._ask_now(drinks)
        return list(self.people.items())

    # ---- Who

    def _found(self) -> None:
        start = self._at(30, 18)
        for name in (*NAMES, STAFF):
            self.people[name] = self.does.register_person(Act.of_program(start), name)
        act = self._act("Asha", 30, 18)
        self.committee = self.does.found_committee(
            act, "Demo club night", MAJORITY, purpose="A demonstration. The people are invented."
        )
        for name, person in self.people.items():
            seat = Seat.STAFF if name == STAFF else Seat.MEMBER
            self.does.seat_person(act, self.committee, person, seat)
        self.does.give_role(act, self.committee, CHAIR, "chair", self.people["Asha"])

    # ---- What was decided

    def _decide_the_night(self) -> EventId:
        title = f"A club night on Friday {self.night.day} {self.night:%B}"
        idea = self._idea("Asha", 29, title, "In the hall on Mill Road.\nWe spend £120 at most.")
        self._vote(idea, 28, closes=26, votes=dict.fromkeys((*NAMES, STAFF), YES))
        return self.does.authority_of(idea)

    def _decide_the_music(self, plan: PlanId) -> TaskId:
        idea = self._idea("Ben", 24, "DJ Sam plays for us", "Pop and dance music.\nIt costs £80.")
        self._open(idea, 23, closes=18)
        said = "It was too loud last time."
        worry = self.does.raise_objection(
            self._act("Cara", 22, 10), idea, said, ObjectionGround.SAFETY
        )
        answer = "We put the speakers lower, and there is a quiet room."
        self.does.answer_objection(self._act("Ben", 21, 16), idea, worry, answer)
        self.does.resolve_objection(self._act("Asha", 21, 17), idea, worry, Resolution.INTEGRATED)
        votes = dict.fromkeys((*NAMES, STAFF), YES) | {"Ella": NO}
        self._cast(idea, 20, votes)
        self.does.settle_voting(idea, self._at(18, 17))
        cited = self.does.authority_of(idea)
        self._line(plan, "Ben", 17, "Music", LineKind.MUSIC, "DJ Sam, from 8", cited)
        self._line(plan, "Ben", 17, "Safe", LineKind.SAFETY, "The quiet room is open.", cited)
        ask = self._job("Ask DJ Sam", 17, cited, plan, due=self._day(-7))
        self.does.take_task(self._act("Ben", 17, 19), ask)
        return ask

    def _say_no_to_something(self) -> None:
        idea = self._idea("Dev", 16, "The club starts at 5", "Then we are home early.")
        votes = dict.fromkeys(NAMES, NO) | {"Dev": YES, "Femi": NOT_SURE}
        self._vote(idea, 15, closes=13, votes=votes)

    def _ask_what_to_eat(self) -> None:
        """They agree to put three ideas in order; the next question is yes or no again."""
        idea = self._idea(
            "Cara", 12, "We put our food ideas in order", "Just this once. Then it is yes or no."
        )
        self._vote(idea, 11, closes=9, votes=dict.fromkeys(NAMES, YES))
        cited = self.does.authority_of(idea)
        act = self._act("Asha", 8, 18)
        self.does.adopt_rule(act, self.committee, IN_ORDER, cited)
        foods = ("Pizza", "Curry", "Everybody brings something")
        food = self.does.make_proposal(
            act, self.committee, "What do we eat at the club night?", options=foods
        )
        self.does.open_voting(act, food)
        self.does.adopt_rule(act, self.committee, MAJORITY, cited)
        pizza, curry, bring = self._options(food)
        self._cast(food, 7, {"Ben": _order(pizza, curry), "Ella": _order(curry, bring, pizza)})

    def _ask_now(self, drinks: TaskId) -> None:
        light = self._idea("Dev", 3, "We buy a light for the dance floor", "It costs £30.")
        self._open(light, 2, closes=-3)
        self._give(drinks, "Ella", "Asha", "I come late that night.", 1)
        self._cast(light, 1, {"Ben": YES, "Femi": NO, "Ella": WORRY})
        self._idea("Femi", 1, "A poster for the club night", "With a photo of all of us.")
        worried = self._act("Ella", 1, 19)
        self.does.raise_objection(
            worried, light, "Fast lights make me ill.", ObjectionGround.SAFETY
        )

    # ---- What holds, and who does what

    def _plan(self, cited: EventId) -> PlanId:
        begins = LocalMoment(day=self.night.date(), at=time(19), zone=ZONE.key)
        plan = self.does.make_plan(
            self._act("Asha", 25, 18), self.committee, "Club night", begins, authority=cited
        )
        self._line(plan, "Asha", 25, "When", LineKind.WHEN, "7 to 10 in the evening", cited)
        self._line(plan, "Asha", 25, "Where", LineKind.WHERE, "The hall on Mill Road", cited)
        self.does.write_line(
            self._act("Asha", 25, 18),
            plan,
            "Money",
            kind=LineKind.MONEY,
            money=Money(amount=12_000, currency="GBP"),
            authority=cited,
        )
        return plan

    def _share_the_jobs(self, plan: PlanId, cited: EventId) -> tuple[TaskId, TaskId, TaskId]:
        self._held("Set up the hall", plan, cited, 90, "Femi")
        door = self._held("Open the door", plan, cited, 15, STAFF, place="at the hall")
        songs = self._held("Make the list of songs for the DJ", plan, cited, 60, "Dev")
        drinks = self._held("Sell drinks at the bar", plan, cited, 30, "Ella")
        self._held("Tell everybody how to be safe", plan, cited, 20, "Cara", STAFF)
        self._held("Call when a taxi does not come", plan, cited, 5, STAFF)
        self._job("Clear up after the club", 6, cited, plan, Due(before_plan=-180))
        return door, songs, drinks

    def _pass_jobs_on(self, door: TaskId, songs: TaskId) -> None:
        self._give(door, STAFF, "Asha", "You know everybody.", 5)
        self._give(songs, "Dev", "Ben", "", 5)
        self.does.accept_handover(self._act("Asha", 4, 12), door)
        self.does.decline_handover(self._act("Ben", 4, 13), songs)


def _order(*options: OptionId) -> Ranking:
    return Ranking(places=tuple((option,) for option in options))
