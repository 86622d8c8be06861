"""C2 to C4: what the rules let a group do, who tipped a vote, and who agreed with what came of it.

None of these tells who has power; C2 is about the rules, C3 and C4 look well in a takeover too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace

from domain.ids import PersonId
from domain.kinds import Seat
from projections.power.ballots import Ballot
from projections.power.decisions import Decision, around, decisions
from projections.power.evidence import Evidence, Fact
from projections.power.exact import exact
from projections.power.games import Game, behind_chairs, game_of
from projections.power.groups import Did, groups, members_behind
from projections.power.indices import indices
from projections.power.measure import Card, Measure, Tier
from projections.power.pivots import votes
from projections.power.settings import Settings
from projections.power.spending import BY_ALL
from projections.power.voices import side_of

GROUPS = {Seat.STAFF: "staff", Seat.MEMBER: "members"}

C2 = Card(
    "C2",
    Tier.APPENDIX,
    "Do the rules let one group decide or stop things?",
    "For each vote we ask four things. Could staff say yes alone, if all the others said no? "
    "Could they stop it alone? We ask the same of members. We count this by the rule, with "
    "the people who were there. It is exact. Beside it stands how strong one vote was: of all "
    "ways to vote, in how many it turns the end. It is about the rules, not about what people "
    "did. You can have a fair rule and not use it. So look at how each choice was made.",
    "Penrose 1946, Banzhaf 1965, Shapley and Shubik 1954, Coleman 1971",
)
C3 = Card(
    "C3",
    Tier.CONTEXT,
    "Who cast the votes, and whose votes tipped the result?",
    "We count the votes of members, of all votes. A vote tips it if it alone could turn the "
    "result. A group tips it if all of it could. The bigger group nearly always can. That is "
    "how votes work. It does not show who has power. Where we all agree, no one vote tips it. "
    "This can be fooled. It looks good in a takeover too.",
)
C4 = Card(
    "C4",
    Tier.CONTEXT,
    "How often did the result match what people voted?",
    "We count how often members got what they voted for. We leave out those who were not "
    "sure. This is not power. You can agree, or be lucky. This can be fooled. Do we vote only "
    "on small things? Do we vote as staff do? Then it is high too.",
    "Barry 1980; Laruelle and Valenciano",
)


def four_answers(game: Game) -> Iterator[tuple[str, bool | None]]:
    """What each group could do alone by this rule, with these people; none: it is not known."""
    for seat, name in GROUPS.items():
        yield f"{name} can pass alone", game.can_pass(seat)
        yield f"{name} can block alone", game.can_block(seat)


def rules(evidence: Evidence, settings: Settings) -> Measure:
    """C2: the votes in which staff alone could force nothing, and how strong each vote was."""
    del settings
    games = [(one, game) for one in _voted(evidence) if (game := game_of(one))]
    asked = [(one.taken, dict(four_answers(game))) for one, game in games]
    known = [(taken, said) for taken, said in asked if None not in said.values()]
    so = [t for t, said in known if not any(yes for name, yes in said.items() if "staff" in name)]
    counted = Counter(name for _, said in known for name, yes in said.items() if yes)
    names = [f"{name} can {do} alone" for name in GROUPS.values() for do in ("pass", "block")]
    parts = [(name, counted[name]) for name in names]
    parts += [("not known", len(asked) - len(known))] if len(asked) > len(known) else []
    sentence = f"In {len(so)} of {len(known)} votes staff alone could force nothing."
    behind = [*around(one for one, _ in games), *behind_chairs(one for one, _ in games)]
    counted_so = exact(C2, so, [taken for taken, _ in known], sentence, behind, parts)
    return replace(counted_so, indices=indices(game for _, game in games))


def _voted(evidence: Evidence) -> list[Decision]:
    return [one for one in decisions(evidence) if one.route in BY_ALL]


def tipped(evidence: Evidence, settings: Settings) -> Measure:
    """C3: votes by group, and how often a vote or a group tipped the result."""
    del settings
    found = votes(evidence)
    cast, alone, together = Counter[Seat](), Counter[Seat](), Counter[Seat]()
    ballots, by_members, people = list[Fact](), list[Fact](), defaultdict[Seat, set[PersonId]](set)
    for vote in found:
        alone.update(vote.tipped_alone())
        together.update(seat for seat in GROUPS if vote.tipped_by(seat))
        for seat, cast_by in vote.by_seat().items():
            cast[seat] += len(cast_by)
            people[seat].update(ballot.voter for ballot in cast_by)
            ballots += cast_by
            by_members += cast_by if seat is Seat.MEMBER else ()
    parts = [("choices with votes that we know", len(found))]
    for seat, name in GROUPS.items():
        parts += [(f"votes of {name}", cast[seat])]
        parts += [(f"votes of {name} that tipped it alone", alone[seat])]
        parts += [(f"choices that {name} tipped as a group", together[seat])]
    sentence = f"Members cast {len(by_members)} of {len(ballots)} votes."
    behind = around(vote.decision for vote in found)
    measure = exact(C3, by_members, ballots, sentence, behind, parts)
    others = {who for seat, them in people.items() if seat is not Seat.MEMBER for who in them}
    return replace(measure, people=(len(people[Seat.MEMBER]), len(others)))


def agreement(evidence: Evidence, settings: Settings) -> Measure:
    """C4: how often members’ votes, and those of staff, were what was then done."""
    del settings
    found = [one for one in decisions(evidence) if one.opened and not one.opened.secret]
    told = [pair for one in found for pair in _done(one)]
    among: list[Fact] = [ballot for seat, ballot, _ in told if seat is Seat.MEMBER]
    so: list[Fact] = [ballot for seat, ballot, done in told if seat is Seat.MEMBER and done]
    did = defaultdict[Seat, list[Did]](list)
    for seat, ballot, done in told:
        if seat is not None:
            did[seat].append((ballot.voter, done))
    staff = did[Seat.STAFF]
    parts = [("votes of staff", len(staff))]
    parts += [("votes of staff that were done", sum(done for _, done in staff))]
    sentence = f"Members got what they voted for in {len(so)} of {len(among)} votes."
    measure = C4.share(so, among, sentence, around(found), parts)
    each = groups(did)
    return replace(measure, groups=each, people=members_behind(each))


def _done(one: Decision) -> Iterator[tuple[Seat | None, Ballot, bool]]:
    """Every ballot that took a side, of whom, and whether that was done."""
    for ballot, seat in one.seated:
        side = side_of(ballot.answer)
        if side is not None:
            yield seat, ballot, side.was_done(one.taken.outcome)


MEASURES = (rules, tipped, agreement)
