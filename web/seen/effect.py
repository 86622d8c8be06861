"""What a rule does to each seat's power, with the committee as it is now, in plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from domain.ids import CommitteeId
from domain.kinds import Seat
from domain.voting.rule import Base, Method, Rule, Tie
from domain.voting.say_weights import so_many
from domain.voting.strength import Strengths
from domain.voting.structure import Alike, RuleGame
from projections.directory_seen import Member
from web.services import services

MOST_DOTS = 5
TOO_MANY = 20_000
"""So many places of a roll call take a second; beyond that no strength is told on a page."""

PICTURES = {Seat.MEMBER: "person", Seat.STAFF: "card", Seat.TRUSTEE: "paper"}
MANY = {
    Seat.MEMBER: "members",
    Seat.STAFF: "people on the staff",
    Seat.TRUSTEE: "trustees",
    Seat.VOLUNTEER: "volunteers",
    Seat.OBSERVER: "people who look on",
}
ONE = {
    Seat.MEMBER: "1 member",
    Seat.STAFF: "1 person on the staff",
    Seat.TRUSTEE: "1 trustee",
    Seat.VOLUNTEER: "1 volunteer",
    Seat.OBSERVER: "1 person who looks on",
}
NEVER = "If all of us take part, we can never say yes like this."
ALL_EQUAL = "Each vote is as strong as the others."
NOT_EQUAL = "Some votes are stronger than others."


@dataclass(frozen=True, slots=True)
class Power:
    """What those on one seat can do, and how strong one vote there is, in dots."""

    who: str
    picture: str
    can: list[str]
    dots: int | None


@dataclass(frozen=True, slots=True)
class Effect:
    """What a rule does to everybody who has a vote here."""

    says: str
    powers: list[Power]
    most: int = MOST_DOTS


def effect(committee: CommitteeId, rule: Rule) -> Effect | None:
    """What this rule does to us now; none where nobody votes by it, or it has no votes."""
    members = services().directory.members(committee)
    rule = _as_votes(rule)
    players = players_of(members, rule)
    game = RuleGame(rule, players)
    if not players or not game.is_known:
        return None
    if not game.can_ever_pass:
        return Effect(NEVER, [])
    found = game.strengths() if game.steps <= TOO_MANY else None
    powers = [_power(game, seat, found) for seat in _seats(game)]
    return Effect(_in_all(found), [*powers, *_shut_out(members, rule)])


def _as_votes(rule: Rule) -> Rule:
    """What is left to some passes if each of them says yes: the same as a vote with all of them."""
    if rule.method is not Method.DELEGATED:
        return rule
    return Rule(
        method=Method.SUPERMAJORITY,
        threshold=Fraction(1),
        strict=False,
        base=Base.ENTITLED,
        voters=rule.voters,
    )


def _shut_out(members: Sequence[Member], rule: Rule) -> Iterator[Power]:
    """Those who have a vote here, and would have none by this rule."""
    seats = [one.seat for one in members if one.voting and not rule.lets_vote(one.seat)]
    for seat in dict.fromkeys(seats):
        who = ONE[seat] if seats.count(seat) == 1 else f"{seats.count(seat)} {MANY[seat]}"
        yield Power(who, PICTURES.get(seat, "hand"), ["They do not vote like this."], None)


def players_of(members: Sequence[Member], rule: Rule) -> tuple[Alike, ...]:
    """Who may vote by it, those together whose votes count the same."""
    breaks = rule.tie is Tie.CHAIR
    each = [
        Alike(one.seat, 1, rule.weight_of(one.person, one.seat), breaks and one.is_chair)
        for one in members
        if one.voting and rule.lets_vote(one.seat)
    ]
    kinds = dict.fromkeys(each)
    return tuple(
        Alike(kind.seat, each.count(kind), kind.weight, kind.breaks_ties)
        for kind in sorted(kinds, key=lambda one: (list(Seat).index(one.seat), one.breaks_ties))
    )


def _seats(game: RuleGame) -> list[Seat]:
    return [*dict.fromkeys(one.seat for one in game.players)]


def _power(game: RuleGame, seat: Seat, found: Strengths | None) -> Power:
    number = sum(game.on(seat))
    return Power(
        who=ONE[seat] if number == 1 else f"{number} {MANY[seat]}",
        picture=PICTURES.get(seat, "hand"),
        can=list(_can(game, seat, number, found)),
        dots=None if found is None else _dots(found, game, seat),
    )


def _can(game: RuleGame, seat: Seat, number: int, found: Strengths | None) -> Iterator[str]:
    if game.rule.weighs:
        yield _how_many_votes(game, seat, number)
    all_of_it = game.on(seat)
    alone = "alone" if number == 1 else "without the others"
    if game.can_pass(all_of_it):
        yield f"They can say yes {alone}."
    else:
        yield f"They cannot say yes {alone}."
    ones = [game.one(at) for at, one in enumerate(game.players) if one.seat is seat]
    if number > 1 and any(map(game.can_block, ones)):
        yield "Each one of them can stop an idea."
    elif game.can_block(all_of_it):
        yield "They can stop an idea." if number == 1 else "Together they can stop an idea."
    else:
        yield "They cannot stop an idea."
    if found is not None and not _strongest(found, game, seat):
        yield "Their vote never changes what we decide."


def _how_many_votes(game: RuleGame, seat: Seat, number: int) -> str:
    """How many votes those on a seat have, where not all of us have one."""
    votes = {one.weight for one in game.players if one.seat is seat}
    if len(votes) > 1:
        return "Some of them have more votes than others."
    return f"{'They have' if number == 1 else 'Each of them has'} {so_many(*votes)}."


def _dots(found: Strengths, game: RuleGame, seat: Seat) -> int:
    """Five for the strongest vote of all; none only where a vote can change nothing."""
    most = max(one.banzhaf for one in found.each)
    return ceil(MOST_DOTS * _strongest(found, game, seat) / most) if most else 0


def _strongest(found: Strengths, game: RuleGame, seat: Seat) -> Fraction:
    pairs = zip(found.each, game.players, strict=True)
    return max(one.banzhaf for one, player in pairs if player.seat is seat)


def _in_all(found: Strengths | None) -> str:
    if found is None:
        return ""
    return ALL_EQUAL if len({one.banzhaf for one in found.each}) == 1 else NOT_EQUAL
