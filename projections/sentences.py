"""Every event as a sentence that can be read aloud: who did what."""

from uuid import UUID

from domain.events import (
    BallotCast,
    BallotWithdrawn,
    CommitteeFounded,
    DetailsGiven,
    Event,
    HandoverAccepted,
    HandoverDeclined,
    HandoverOffered,
    HandoverWithdrawn,
    LineDropped,
    LineWritten,
    ObjectionAnswered,
    ObjectionRaised,
    ObjectionResolved,
    PersonLeft,
    PersonRecused,
    PersonRegistered,
    PersonRemoved,
    PersonSeated,
    ProposalMade,
    ProposalWithdrawn,
    RoleLaidDown,
    RoleNamed,
    RoleTaken,
    RuleAdopted,
    SeatNamed,
    StepInReviewed,
    TaskAdded,
    TaskDone,
    TaskDropped,
    TaskLaidDown,
    TaskTaken,
    VoterAdded,
    VoterDropped,
    VotingClosed,
    VotingOpened,
)
from domain.kinds import Closing, Resolution
from domain.values import Apology, MandateHolder, NewMandate, Option, place_of
from domain.voting.answers import Approvals, Choice, Ranking, Scores
from domain.voting.say import rule_in_words
from domain.voting.tally import Outcome, StatedTally
from projections.committee_sentences import COMMITTEE_SENTENCES, mandate_in_words
from projections.mandate_asked import id_of
from projections.meeting_sentences import MEETING_SENTENCES
from projections.plan import in_words
from projections.plan_sentences import PLAN_SENTENCES
from projections.proposal_sentences import PROPOSAL_SENTENCES, SAID
from projections.rule_for import things
from projections.seen import SOMEBODY
from projections.wording import (
    SEATS,
    Names,
    Telling,
    Words,
    capital,
    listed,
    many,
    one_stop,
    quoted,
    saying,
    the,
    titles,
)

__all__ = ["SAID", "ids_in", "sentence"]

ENDED = {
    Resolution.INTEGRATED: "The idea changed because of the worry about {what}, says {who}.",
    Resolution.EXPLAINED: "{who} explained, and the worry about {what} is over.",
    Resolution.WITHDRAWN: "The worry about {what} was taken back.",
    Resolution.OVERRULED: "{who} went on in spite of the worry about {what}.",
}


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{number} people"


def _answer(event: BallotCast, names: Names, _: Words) -> str:
    who, what = names[event.voter], the(event, names)
    if event.actor != event.voter and event.recorded_by == event.actor and event.slip is None:
        who = f"{names[event.actor]}, whom {who} had asked to vote for them,"
    match event.answer:
        case Choice() as choice:
            return f"{who} said {SAID[choice]} to {what}."
        case Ranking(places=places):
            first = listed(titles(places[0] if places else (), names))
            return f"{who} put {first or 'nothing'} first for {what}."
        case Scores():
            return f"{who} gave points to the answers for {what}."
        case Approvals(options=options):
            picked = listed(titles(options, names))
            return f"{who} said these are good enough for {what}: {picked or 'none'}."


def _idea(event: ProposalMade, names: Names, words: Words) -> str:
    because = " because somebody had stepped in" if event.because_of else ""
    had = f"{names[event.idea_by or event.actor]} had an idea{because}: {the(event, names)}."
    return f"{had}{_would(event, names, words)}"


def _would(event: ProposalMade, names: Names, words: Words) -> str:
    """What a yes lets somebody do alone, or no longer."""
    new = event.new_mandate
    if event.ends_mandate:
        return " A yes ends a mandate."
    if new is None:
        return ""
    who = names[id_of(new.holder)]
    gives = one_stop(f" A yes gives {who} a mandate: {quoted(words.get(new.words, '…'))}.")
    return f"{gives}{mandate_in_words(who, new)}"


def _rule(event: RuleAdopted, names: Names, _: Words) -> str:
    about = things(event.domains, event.stakes)
    how = f"how it decides {about}" if about else "how it decides"
    return f"{names[event.originator_id]} agreed {how}. {rule_in_words(event.terms)}"


def _opened(event: VotingOpened, names: Names, _: Words) -> str:
    what, who = the(event, names), _people(len(event.electorate))
    if event.opens_at > event.occurred_at:
        return f"{names[event.actor]} planned the vote on {what} for {who}. It begins by itself."
    return f"The vote on {what} opened for {who}."


def _line(event: LineWritten, names: Names, words: Words) -> str:
    much = in_words(event.money) if event.money else "…"
    value = words.get(event.words or "") or (f"{much} comes in" if event.income else much)
    label = words.get(event.label, "…")
    return f"{names[event.actor]} wrote in the plan {the(event, names)}: {label}: {value}."


def _closed(event: VotingClosed, names: Names, _: Words) -> str:
    if event.how is Closing.BY_HAND:
        return f"{names[event.actor]} ended the vote on {the(event, names)}."
    if event.how is Closing.DEADLINE:
        return f"The time to vote on {the(event, names)} was over."
    if event.how is Closing.EARLY:
        return f"{names[event.actor]} ended the vote on {the(event, names)} early, by its rule."
    return f"The vote on {the(event, names)} ended."


def _left(event: PersonLeft, names: Names, _: Words) -> str:
    return f"{names[event.person]} left {names[event.originator_id]}."


_SENTENCES: dict[type[Event], Telling] = {
    PersonRegistered: lambda e, n, _: f"{n[e.originator_id]} became known here.",
    DetailsGiven: lambda e, n, _: f"The details of {n[e.originator_id]} were given anew.",
    CommitteeFounded: lambda e, n, _: f"{n[e.actor]} founded {n[e.originator_id]}.",
    PersonSeated: lambda e, n, _: (
        f"{n[e.person]} now sits on {n[e.originator_id]} as {SEATS[e.seat]}"
        f"{'' if e.voting else ', without a vote'}."
    ),
    PersonLeft: _left,
    PersonRemoved: lambda e, n, _: f"{n[e.person]} lost the seat on {n[e.originator_id]}.",
    SeatNamed: lambda e, _, w: (
        f"Whoever sits as {SEATS[e.seat]} is now called {quoted(w.get(e.label, '…'))}."
    ),
    RoleNamed: lambda e, _, w: f"There is a role called {quoted(w.get(e.label, '…'))}.",
    RoleTaken: lambda e, n, _: f"{n[e.person]} is now {n[e.role]} of {n[e.originator_id]}.",
    RoleLaidDown: lambda e, n, _: f"{n[e.person]} is no longer {n[e.role]}.",
    RuleAdopted: _rule,
    ProposalMade: _idea,
    ProposalWithdrawn: lambda e, n, _: f"{n[e.actor]} took the idea {the(e, n)} back.",
    PersonRecused: lambda e, n, _: f"{n[e.person]} stays out of deciding on {the(e, n)}.",
    VotingOpened: _opened,
    VoterDropped: lambda e, n, _: f"{n[e.voter]} left and can no longer vote on {the(e, n)}.",
    BallotCast: _answer,
    BallotWithdrawn: lambda e, n, _: f"{n[e.voter]} took their vote on {the(e, n)} back.",
    ObjectionRaised: lambda e, n, w: (
        f"{n[e.person] if e.named else SOMEBODY} has a worry about {the(e, n)}{saying(e.words, w)}"
    ),
    ObjectionAnswered: lambda e, n, w: (
        f"{n[e.actor]} answered a worry about {the(e, n)}: {quoted(w.get(e.words, '…'))}"
    ),
    ObjectionResolved: lambda e, n, _: ENDED[e.how].format(who=n[e.actor], what=the(e, n)),
    VotingClosed: _closed,
    LineWritten: _line,
    LineDropped: lambda e, n, _: f"{n[e.actor]} took a line out of the plan {the(e, n)}.",
    TaskAdded: lambda e, n, _: f"{n[e.actor]} added the job {the(e, n)}.",
    TaskTaken: lambda e, n, _: f"{n[e.person]} took the job {the(e, n)}.",
    TaskLaidDown: lambda e, n, w: (
        f"{n[e.person]} cannot do the job {the(e, n)}{saying(e.reason, w)}"
    ),
    HandoverOffered: lambda e, n, w: (
        f"{n[e.giver]} asked {n[e.taker]} to {'share' if e.share else 'take'} the job "
        f"{the(e, n)}{saying(e.note, w)}"
    ),
    HandoverAccepted: lambda e, n, _: (
        f"{n[e.taker]} accepted the job {the(e, n)} from {n[e.giver]}."
    ),
    HandoverDeclined: lambda e, n, _: (
        f"{n[e.taker]} said no thank you to {n[e.giver]} about the job {the(e, n)}."
    ),
    HandoverWithdrawn: lambda e, n, _: (
        f"{n[e.giver]} no longer asks {n[e.taker]} to take the job {the(e, n)}."
    ),
    TaskDone: lambda e, n, _: (
        f"{many(e.by, n)} finished the job {the(e, n)}."
        if e.by
        else f"The job {the(e, n)} was finished."
    ),
    TaskDropped: lambda e, n, _: f"The job {the(e, n)} is not needed any more.",
}
_SENTENCES |= COMMITTEE_SENTENCES | PLAN_SENTENCES | MEETING_SENTENCES | PROPOSAL_SENTENCES


def sentence(event: Event, names: Names, words: Words) -> str:
    """What happened, with names and words filled in."""
    return one_stop(capital(_SENTENCES[type(event)](event, names, words)))


def ids_in(event: Event) -> set[UUID]:
    """Every id this event speaks of, so that names can be asked for all at once."""
    found: set[UUID] = {event.originator_id}
    for value in event.__dict__.values():
        _collect(value, found)
    if isinstance(event, VoterAdded):
        found.add(event.voter.person)
    if isinstance(event, StepInReviewed):
        found |= {place_of(change)[0] for change in event.led_to}
    return found


def _collect(value: object, found: set[UUID]) -> None:
    match value:
        case UUID():
            found.add(value)
        case tuple():
            for part in value:
                _collect(part, found)
        case Apology():
            found.add(value.person)
        case Option():
            found.add(value.option)
        case NewMandate():
            _collect(value.holder, found)
        case MandateHolder():
            _collect((value.person, value.role, value.committee), found)
        case Ranking():
            _collect(value.places, found)
        case Scores():
            _collect(tuple(value.scores), found)
        case StatedTally():
            _collect(tuple(value.said), found)
        case Outcome() | Approvals():
            _collect(value.options, found)
