"""W1, W2, W4, W9: who decides."""

from collections.abc import Iterator, Sequence

from domain.kinds import Route
from projections.power.breaches import Breaches
from projections.power.deciders import WITHOUT_US
from projections.power.decisions import BIG, Decision, decisions
from projections.power.evidence import Evidence, Fact
from projections.power.settings import Settings
from projections.power.spending import BY_ALL
from projections.power.voices import somebody_disagreed
from projections.power.warnings.warning import PowerWarning

SOMEBODY_WENT_BEYOND = "Somebody decided more than they may decide for us."
WE_WENT_BEYOND = "We decided more than we may decide alone."
RUN, OF_LAST, LAST, QUIET = 4, 6, 8, 10
"""Not 3 in a row and not 5 of 8: these come up by luck too often (see the tests)."""


def run_by_staff(evidence: Evidence, settings: Settings) -> Iterator[PowerWarning]:
    """W1: four in a row of the bigger decisions by staff alone or by a step-in."""
    del settings
    run: list[Decision] = []
    for one in (it for it in decisions(evidence) if it.stake >= BIG):
        run = [*run, one] if one.route in WITHOUT_US else []
        if len(run) == RUN:
            sentence = f"Staff made {RUN} of the bigger choices in a row without us."
            yield PowerWarning("W1", one.taken.occurred_at, sentence, _behind(run))


def many_by_staff(evidence: Evidence, settings: Settings) -> Iterator[PowerWarning]:
    """W2: six of the last eight decisions by staff alone; told again only after half were not."""
    del settings
    taken, held = decisions(evidence), False
    for place in range(LAST, len(taken) + 1):
        last = taken[place - LAST : place]
        alone = sum(one.route is Route.STAFF_ALONE for one in last)
        if alone >= OF_LAST and not held:
            sentence = f"Staff made {alone} of the last {LAST} choices without us."
            yield PowerWarning("W2", last[-1].taken.occurred_at, sentence, _behind(last))
        held = alone >= OF_LAST or (held and alone > LAST // 2)


def beyond_mandates(evidence: Evidence, settings: Settings) -> Iterator[PowerWarning]:
    """W4: somebody, or the committee itself, decided beyond a right or over its limit."""
    del settings
    breaches = evidence.once(Breaches)
    for one in decisions(evidence):
        if one.route not in WITHOUT_US and breaches.of(one):
            sentence = WE_WENT_BEYOND if one.route in BY_ALL else SOMEBODY_WENT_BEYOND
            behind = (*one.around(), *breaches.behind([one]))
            yield PowerWarning("W4", one.taken.occurred_at, sentence, behind)


def all_quiet(evidence: Evidence, settings: Settings) -> Iterator[PowerWarning]:
    """W9: ten decisions in a row without a worry or a NO. Only a thing to ask about."""
    del settings
    run: list[Decision] = []
    for one in decisions(evidence):
        if one.route is Route.UNDOCUMENTED:  # nobody can know whether somebody said no
            continue
        run = [*run, one] if not somebody_disagreed(one) else []
        if len(run) == QUIET:
            sentence = f"Nobody said no or had a worry, {QUIET} choices in a row."
            ask = "That can be fine. Is it OK to say no here?"
            yield PowerWarning("W9", one.taken.occurred_at, sentence, _behind(run), ask)


def _behind(taken: Sequence[Decision]) -> tuple[Fact, ...]:
    return tuple(fact for one in taken for fact in one.around())
