"""Who decided it: from anything that was changed, back along its rights to the ballots."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from domain.ids import PersonId
from domain.values import EventId
from projections.audit import WhoDecided
from projections.seen import DecisionSeen, ProposalSeen
from web.terminal import parts
from web.terminal.asked import Asked
from web.terminal.gone_by import Rules
from web.terminal.parts import Facts
from web.terminal.quiet import Quiet

KEPT = 64


class Provenance:
    """Asks what events rest on. Many rest on the same decision, so the last answers are kept."""

    def __init__(self, asked: Asked) -> None:
        self._asked, self.rules = asked, Rules(asked)
        self.quiet = Quiet(asked.services)
        self.of = lru_cache(maxsize=KEPT)(self._of)
        self.facts = lru_cache(maxsize=KEPT)(self._facts)

    def right_of(self, seen: DecisionSeen) -> str:
        """By which right it was decided, in words: the rule, or what else was cited."""
        if by := self.rules.by(seen).told:
            return by
        cited = self.of(seen.event).chain[1:2] if seen.authority else ()
        return cited[0].sentence if cited else ""

    def ended_by(self, seen: ProposalSeen) -> str:
        """The mandate that a yes to this idea ends: whose, and what they may do alone."""
        asked = self._asked
        granted = asked.services.mandates.mandates(seen.committee, asked.moment, asked.known)
        told = (f"{m.holder_name}: {m.words}" for m in granted if m.mandate == seen.ends_mandate)
        return next(told, "")

    def names(self, people: Sequence[PersonId]) -> list[str]:
        """What these people were called then."""
        called = self._asked.services.naming.names(people, *self._asked.stop)
        return [called[one] for one in people]

    def _of(self, event: EventId) -> WhoDecided:
        found = self._asked.services.audit.who_decided(event)
        return replace(found, chain=tuple(map(self.quiet.told, found.chain)))

    def _facts(self, event: EventId) -> Facts:
        """The chain event → authority → decision → ballots, for scripts."""
        found: WhoDecided = self.of(event)
        refs = self._asked.refs
        return {
            "chain": [parts.link(entry) for entry in found.chain],
            "decision": found.decision and self._decision(found.decision),
            "ballots": [
                {"voter": refs.of(one.voter), "answer": parts.answer(refs, one.answer)}
                for one in found.ballots
            ],
        }

    def _decision(self, seen: DecisionSeen) -> Facts:
        at = parts.moment(seen.decided_at)
        return {"event": seen.event, **self.in_short(seen), "decided_at": at}

    def in_short(self, seen: DecisionSeen) -> Facts:
        """What was decided, how, by which rule, and by how many."""
        refs, by = self._asked.refs, self.rules.by(seen)
        return {
            "proposal": refs.of(seen.proposal),
            "title": seen.title,
            "outcome": parts.outcome(refs, seen.outcome),
            "route": seen.route.value,
            "rule": parts.rule(refs, by.terms),
            **by.facts,
            "tally": parts.tally(refs, seen.tally),
        }
