"""B6 and B7: whether members decide what matters, and who decides what others began."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from domain.kinds import Domain, NotAPerson, Seat
from projections.power.deciders import By, decided_by
from projections.power.decisions import Decision, around, decisions
from projections.power.evidence import Evidence
from projections.power.groups import people_behind
from projections.power.judging import judge
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings

B6 = Card(
    "B6",
    Tier.CORE,
    "Do we decide the important things, or only the fun things?",
    "There are seven kinds of things to decide. Money, people, safety, what is on, the place, the "
    "rules, and who joins. We count the kinds in which we decided something. In how many did we "
    "say yes or no together to what a member began? Lots of small choices of one kind do not help "
    "here.",
)
B7 = Card(
    "B7",
    Tier.CORE,
    "Who started it, and who decided it?",
    "Each choice stands in one place of the table. Who began it: members or staff? Who decided "
    "it: members, both, or staff? We look at who is named, or at who voted. What staff did alone, "
    "or by stepping in, is theirs. What others decided stands below. No place in the table is a "
    "better mark.",
)


def coverage(evidence: Evidence, settings: Settings) -> Measure:
    """B6, the domains in which members' ideas are decided together."""
    by, taken = judge(evidence, settings), decisions(evidence)
    told = [one for one in taken if one.domain is not Domain.NOT_STATED]
    ours = [one for one in told if one.begun_in is Seat.MEMBER]
    together = [one for one in ours if not by.failed(one)]
    decided = {one.domain for one in told}
    covered = Counter(one.domain for one in together)
    parts = [(f"together, {domain}", covered[domain]) for domain in Domain if domain in decided]
    parts.append(("nobody said what about", len(taken) - len(told)))
    behind = around(taken)
    behind += by.behind(ours)
    sentence = f"Together we decided what members began in {len(covered)} of {len(decided)} kinds."
    among = [one.taken for one in told]
    measure = B6.counted_in(len(covered), len(decided), sentence, among, behind, parts)
    so = tuple(one.taken for one in told if one.domain in covered)
    return replace(measure, so=so, among=tuple(among))


def matrix(evidence: Evidence, settings: Settings) -> Measure:
    """B7, who started it by who decided it. Counts only; no cell is better than another."""
    del settings
    taken = decisions(evidence)
    cells = Counter((one.begun_in, decided_by(one)) for one in taken)
    parts = [
        (f"{who} began, {_done(by)}", cells[seat, by])
        for seat, who in ((Seat.MEMBER, "members"), (Seat.STAFF, "staff"))
        for by in (By.MEMBERS, By.TOGETHER, By.STAFF)
    ]
    parts.append(("not in this table", len(taken) - sum(many for _, many in parts)))
    ours = sum(many for (seat, _), many in cells.items() if seat is Seat.MEMBER)
    known = sum(one.idea_by is not NotAPerson.UNKNOWN for one in taken)
    began = f"Members began {ours} of {known} choices."
    if taken and not known:
        began = "Nobody wrote down who began these choices."
    sentence = f"{began} {_ends(taken)}"
    among = [one.taken for one in taken]
    measure = B7.counted_in(None, len(taken), sentence, among, around(taken), parts)
    people = people_behind((one.idea_by, one.begun_in is Seat.MEMBER) for one in taken)
    return replace(measure, people=people)


def _done(by: By) -> str:
    return "both decided" if by is By.TOGETHER else f"{by} decided"


def _ends(taken: Sequence[Decision]) -> str:
    alone = sum(decided_by(one) is By.STAFF for one in taken)
    return f"Staff decided {alone} without them."


MEASURES = (coverage, matrix)
