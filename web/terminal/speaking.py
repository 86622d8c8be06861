"""Who speaks last about an idea, as it stood at the moment that is asked about."""

from projections.seen import ProposalSeen
from projections.speaking import SpeakingSeen, speaking, terms_of
from projections.talk_seen import TalkSeen
from web.terminal.asked import Asked


def speaks_last(asked: Asked, seen: ProposalSeen, talk: TalkSeen) -> SpeakingSeen | None:
    """For whom those who speak last waited then, by the rule that held for it."""
    services = asked.services
    terms = terms_of(seen, services.mandates.rules_in_force(seen.committee, *asked.stop))
    members = services.directory.members(seen.committee, *asked.stop)
    return speaking(seen, talk, terms, members, asked.moment) if terms else None
