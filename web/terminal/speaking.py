"""Who speaks last about an idea, as it stood at the moment that is asked about."""

from domain.voting.nearest import nearest
from projections.seen import ProposalSeen
from projections.speaking import SpeakingSeen, speaking
from projections.talk_seen import TalkSeen
from web.terminal.asked import Asked


def speaks_last(asked: Asked, seen: ProposalSeen, talk: TalkSeen) -> SpeakingSeen | None:
    """For whom those who speak last waited then, by the rule that held for it."""
    services, answers = asked.services, len(seen.options)
    rules = services.mandates.rules_in_force(seen.committee, *asked.stop)
    found = nearest(rules, seen.about, seen.stake, answers)
    terms = seen.terms or (found.terms if found else None)
    members = services.directory.members(seen.committee, *asked.stop)
    return speaking(seen, talk, terms, members, asked.moment) if terms else None
