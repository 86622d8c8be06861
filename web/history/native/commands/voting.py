"""How votes come about: who may vote, until when, and every answer."""

from collections.abc import Mapping

from domain import events
from domain.events import Event
from web.history.native.commands.of import Command, the_proposal
from web.history.native.telling import Telling


def opened(it: Telling, event: events.VotingOpened) -> None:
    """By the committee's own rule, or by one for this vote only."""
    it.does.open_voting(
        it.act,
        the_proposal(event),
        closes_at=event.closes_at,
        opens_at=event.opens_at if event.opens_at > event.occurred_at else None,
        terms=event.terms if event.rule is None else None,
        electorate=[voter.person for voter in event.electorate],
        authority=event.authority,
    )


def extended(it: Telling, event: events.VotingExtended) -> None:
    it.does.extend_voting(it.act, the_proposal(event), event.closes_at)


def voter_added(it: Telling, event: events.VoterAdded) -> None:
    it.does.add_voter(it.act, the_proposal(event), event.voter.person, authority=event.authority)


def voter_dropped(it: Telling, event: events.VoterDropped) -> None:
    it.does.drop_voter(it.act, the_proposal(event), event.voter)


def ballot_cast(it: Telling, event: events.BallotCast) -> None:
    it.does.cast_ballot(it.act, the_proposal(event), event.answer, event.voter, event.slip)


def ballot_withdrawn(it: Telling, event: events.BallotWithdrawn) -> None:
    it.does.withdraw_ballot(it.act, the_proposal(event), event.voter)


def proxy_given(it: Telling, event: events.ProxyGiven) -> None:
    it.does.give_proxy(it.act, the_proposal(event), event.to, event.voter)


def proxy_withdrawn(it: Telling, event: events.ProxyWithdrawn) -> None:
    it.does.withdraw_proxy(it.act, the_proposal(event), event.voter)


def paper_ballot_read(it: Telling, event: events.PaperBallotRead) -> None:
    it.does.read_paper_ballot(
        it.act,
        the_proposal(event),
        event.slip,
        event.answer,
        event.voter,
        reader=event.reader,
    )


def hands_counted(it: Telling, event: events.HandsCounted) -> None:
    it.does.count_hands(it.act, the_proposal(event), event.counts)


def support_noted(it: Telling, event: events.SupportNoted) -> None:
    it.does.note_support(
        it.act,
        the_proposal(event),
        event.voter,
        event.supporter,
        event.kind,
        chosen_by_voter=event.chosen_by_voter,
        read_back=event.read_back,
    )


COMMANDS: Mapping[type[Event], Command] = {
    events.VotingOpened: opened,
    events.VotingExtended: extended,
    events.VoterAdded: voter_added,
    events.VoterDropped: voter_dropped,
    events.BallotCast: ballot_cast,
    events.BallotWithdrawn: ballot_withdrawn,
    events.ProxyGiven: proxy_given,
    events.ProxyWithdrawn: proxy_withdrawn,
    events.PaperBallotRead: paper_ballot_read,
    events.HandsCounted: hands_counted,
    events.SupportNoted: support_noted,
}
