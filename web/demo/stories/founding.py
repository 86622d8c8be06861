"""How the club began: the charity's trustees found it, and say what it and some of it may do."""

from datetime import datetime
from uuid import uuid5

from domain.ids import CHAIR, MINUTES, CommitteeId, RoleId
from domain.kinds import Domain, Per, Say, Seat
from domain.values import DomainSay, EventId, Limit, MandateHolder, Money
from domain.voting.answers import Choice
from domain.voting.quorum import ENTITLED, AtLeast
from domain.voting.rule import Method, Rule
from web.demo.people import CLUB, MARK, NAMES, OUTSIDE, SEATS, STAFF
from web.demo.stories.dates import YEAR, ZONE
from web.demo.stories.script import BIG, Night
from web.demo.stories.teller import Teller

FOUNDED = datetime(YEAR - 1, 11, 20, 18, 0, tzinfo=ZONE)
MAJORITY = Rule(method=Method.MAJORITY, quorum=(AtLeast(at_least=4, of=ENTITLED),))
OF_ONE = Rule(method=Method.MAJORITY)
CONSENT = Rule(method=Method.CONSENT)
THEMES = RoleId(uuid5(CHAIR, "themes"))
"""Whoever picks the theme of a night, for all."""
PICKS = "Dev"
AT_MOST = Limit(money=Money(amount=6_000, currency="GBP"), per=Per.DECISION)


def tell(teller: Teller, first_chair: str) -> None:
    """Found the club, seat its people, and say who may decide what."""
    for name in (*CLUB, OUTSIDE):
        act = teller.act_of_program(FOUNDED)
        teller.people[name] = teller.does.register_person(act, name)
    decided = _trustees(teller)
    act = teller.act(OUTSIDE, FOUNDED)
    teller.committee = club = teller.does.found_committee(
        act, "Story club night", MAJORITY, purpose=MARK, founded_by=decided
    )
    for name in CLUB:
        teller.does.seat_person(act, club, teller.people[name], SEATS[name])
    teller.does.adopt_rule(act, club, CONSENT, decided, domains=[Domain.PEOPLE])
    teller.consent = teller.last_event(club)
    _roles(teller, first_chair, decided)


def _trustees(teller: Teller) -> EventId:
    """The charity decides that there is to be a club that decides for itself."""
    does, act = teller.does, teller.act(OUTSIDE, FOUNDED)
    charity: CommitteeId = does.found_committee(act, "Story charity", OF_ONE, purpose=MARK)
    does.seat_person(act, charity, teller.people[OUTSIDE], Seat.TRUSTEE)
    does.give_role(act, charity, CHAIR, "chair", teller.people[OUTSIDE])
    title = "A club night that its members run"
    made = does.make_proposal(act, charity, title, domain=Domain.RULES)
    does.open_voting(act, made)
    does.cast_ballot(act, made, Choice.YES)
    does.close_voting(teller.act(OUTSIDE, FOUNDED, "They know best what they want."), made)
    return does.authority_of(made)


def _roles(teller: Teller, first_chair: str, decided: EventId) -> None:
    does, act, club = teller.does, teller.act(OUTSIDE, FOUNDED), teller.committee
    for role, label, name in (
        (CHAIR, "chair", first_chair),
        (MINUTES, "minute-taker", NAMES[1]),
        (THEMES, "who picks the theme", PICKS),
    ):
        does.give_role(act, club, role, label, teller.people[name])
    teller.chair = first_chair
    teller.mandate = does.grant_mandate(
        act,
        club,
        MandateHolder(role=THEMES),
        "Whoever picks the theme may do so alone, and makes the plan of the night.",
        says=[DomainSay(domain=Domain.PROGRAMME, say=Say.ALONE)],
        authority=decided,
    )


def let_staff_spend(teller: Teller, night: Night, when: datetime) -> None:
    """Staff may buy what a night needs, as the club decided."""
    teller.staff_mandate = teller.does.grant_mandate(
        teller.act(night.chair, when),
        teller.committee,
        MandateHolder(person=teller.people[STAFF]),
        "Jo buys what a night needs, for £60 at most. She tells us at the next meeting.",
        says=[DomainSay(domain=Domain.MONEY, say=Say.ALONE)],
        limit=AT_MOST,
        authority=teller.decision(night.number, BIG[night.number][0]),
    )
