"""B6 and B7: whether members decide what matters, and who decides what others began."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from domain.kinds import Domain, Seat
from projections.power.deciders import By, decided_by
from projections.power.decisions import Decision, decisions
from projections.power.evidence import Evidence, Fact
from projections.power.groups import people_behind
from projections.power.measure import Card, Measure, Tier
from projections.power.settings import Settings
from projections.power.sharing import Judge

B6 = Card(
    "B6",
    Tier.CORE,
    "Do we decide the important things, or only the fun things?",
    "Of the kinds of things that were decided – money, people, safety, programme, place, rules, "
    "membership – those in which at least one decision began with a member and was really made "
    "together. Many small decisions of one kind do not raise it.",
)
B7 = Card(
    "B7",
    Tier.CORE,
    "Who started it, and who decided it?",
    "Every decision in a table: begun by members or by staff, and decided by members, together, or "
    "by staff. Who decided are those who are named or who voted; what staff decided alone or by "
    "stepping in counts as theirs. Decisions of others stand beside the table.",
)


def coverage(evidence: Evidence, settings: Settings) -> Measure:
    """B6, the domains in which members' ideas are decided together."""
    judge, taken = Judge(evidence, settings), decisions(evidence)
    told = [one for one in taken if one.domain is not Domain.NOT_STATED]
    ours = [one for one in told if one.begun_in is Seat.MEMBER]
    together = [one for one in ours if not judge.failed(one)]
    decided = {one.domain for one in told}
    covered = Counter(one.domain for one in together)
    parts = [(f"together, {domain}", covered[domain]) for domain in Domain if domain in decided]
    parts.append(("nobody said what about", len(taken) - len(told)))
    behind: list[Fact] = [fact for one in taken for fact in one.around()]
    behind += judge.behind(ours)
    sentence = f"Members’ ideas were decided together in {len(covered)} of {len(decided)} fields."
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
        (f"begun by {seat}, decided by {by}", cells[seat, by])
        for seat in (Seat.MEMBER, Seat.STAFF)
        for by in (By.MEMBERS, By.TOGETHER, By.STAFF)
    ]
    parts.append(("not in this table", len(taken) - sum(many for _, many in parts)))
    ours = sum(many for (seat, _), many in cells.items() if seat is Seat.MEMBER)
    sentence = f"Members began {ours} of {len(taken)} choices. {_ends(taken)}"
    behind = [fact for one in taken for fact in one.around()]
    among = [one.taken for one in taken]
    measure = B7.counted_in(None, len(taken), sentence, among, behind, parts)
    people = people_behind((one.idea_by, one.begun_in is Seat.MEMBER) for one in taken)
    return replace(measure, people=people)


def _ends(taken: Sequence[Decision]) -> str:
    alone = sum(decided_by(one) is By.STAFF for one in taken)
    return f"Staff decided {alone} without them."


MEASURES = (coverage, matrix)
