"""What is asked, said, voted and decided about an idea, as sentences that can be read aloud."""

from datetime import date, datetime
from uuid import UUID

from domain.events import (
    CastingVoteGiven,
    DecisionConfirmed,
    DecisionRatified,
    DecisionReversed,
    DecisionReviewed,
    DecisionTaken,
    Event,
    HandsCounted,
    InterestDeclared,
    OutcomeTold,
    PaperBallotRead,
    PaperShared,
    PositionVoiced,
    ProposalAmended,
    ProposalDeclined,
    ProposalDeferred,
    ProposalReferred,
    ProxyGiven,
    ProxyWithdrawn,
    QuestionAnswered,
    QuestionAsked,
    RatificationRefused,
    ReasonGiven,
    ReferralAnswered,
    StakeJudged,
    SupportNoted,
    UnderstandingVoiced,
    VoterAdded,
    VotingExtended,
)
from domain.kinds import (
    Audience,
    Capacity,
    Domain,
    Position,
    Review,
    Route,
    Stake,
    Support,
    Understanding,
)
from domain.voting.answers import Answer, Approvals, Choice, Ranking, Scores
from domain.voting.tally import Outcome, Result, StatedTally, Tally, nobody_voted
from projections.wording import (
    Names,
    Telling,
    Words,
    day_in_words,
    in_form,
    listed,
    many,
    one_stop,
    quoted,
    saying,
    the,
    titles,
)

SAID = {
    Choice.YES: "YES",
    Choice.NO: "NO",
    Choice.ABSTAIN: "NOT SURE",
    Choice.OBJECTION: "I HAVE A WORRY",
    Choice.STAND_ASIDE: "I STAND ASIDE",
}
OUTCOMES = {
    Result.ADOPTED: "YES",
    Result.REJECTED: "NO",
    Result.NO_QUORUM: "nothing: too few people took part",
    Result.UNDECIDED: "nothing: no answer was ahead",
}
HOW_BIG = {
    Stake.SMALL: "a small thing",
    Stake.MONEY_PEOPLE_TIME: "a thing of money, people or time",
    Stake.SAFETY_RULES_MEMBERSHIP_PLACE: "a big thing: safety, rules, membership or place",
}
UNDERSTOOD = {
    Understanding.YES: "understood",
    Understanding.PARTLY: "understood a part of",
    Understanding.NO: "did not understand",
}
WANTS = {
    Position.FOR: "is for",
    Position.AGAINST: "is against",
    Position.WORRIED: "has a worry about",
    Position.NOT_SURE: "is not sure about",
}
STANDS = {
    Position.FOR: "wants to be chosen in",
    Position.AGAINST: "does not want to be chosen in",
    Position.WORRIED: "is not sure about being chosen in",
    Position.NOT_SURE: "is not sure about being chosen in",
}
"""The same of somebody who is one of the answers."""
HELPED = {
    Support.READ: "had it read to them",
    Support.EXPLAINED: "had it explained to them",
    Support.PRESSED: "had somebody press for them",
    Support.NOT_STATED: "had help",
}
TOLD = {
    Audience.COMMITTEE: "The committee was",
    Audience.TRUSTEES: "The trustees were",
    Audience.PUBLIC: "Everybody was",
    Audience.NOT_STATED: "Somebody was",
}
FOUND = {
    Review.KEEP: "We keep it",
    Review.CHANGE: "It has to change",
    Review.END: "It has to end",
    Review.NOT_STATED: "What we found is not stated",
}
BY_ROUTE = {
    Route.CONSENSUS: "We all agreed on {what}",
    Route.DELEGATED_MEMBER: "{who} decided on {what} for us",
    Route.DELEGATED_JOINT: "{who} decided on {what} for us",
    Route.DELEGATED_STAFF: "{who}, as staff, decided on {what} for us",
    Route.URGENT: "{who} decided on {what} in a hurry",
    Route.STEP_IN: "{who} stepped in and decided on {what}",
    Route.STAFF_ALONE: "Staff decided alone on {what}",
    Route.TRUSTEES: "The trustees decided on {what}",
}


def answer_in_words(answer: Answer, names: Names) -> str:
    """What somebody answered, as it is read out."""
    match answer:
        case Choice():
            return SAID[answer]
        case Ranking(places=places):
            return ", then ".join(listed(titles(place, names)) for place in places)
        case Approvals(options=options):
            return listed(titles(options, names)) or "none of them"
        case Scores(scores=scores):
            given = (f"{points} for {quoted(names[one])}" for one, points in scores.items())
            return ", ".join(given) or "nothing for any of them"


def decided(outcome: Outcome, names: Names, tally: Tally | None = None) -> str:
    """What an outcome says after "We decided"."""
    if outcome.result is Result.CHOSEN:
        return listed(titles(outcome.options, names))
    if outcome.result is Result.UNDECIDED and tally and nobody_voted(tally):
        return "nothing: nobody voted"
    return OUTCOMES[outcome.result]


def _until(day: date | datetime | None, words: str) -> str:
    return f" {words} {day_in_words(day)}" if day else ""


def _taken(event: DecisionTaken, names: Names, _: Words) -> str:
    who, what = many(event.deciders or [event.actor], names), the(event, names)
    by = BY_ROUTE.get(event.route, "We decided on {what}").format(who=who, what=what)
    told = one_stop(f"{by}: {decided(event.outcome, names, event.tally)}.")
    match event.route:
        case Route.URGENT if event.ratify_by:
            return f"{told} We have until {day_in_words(event.ratify_by)} to agree."
        case Route.STAFF_ALONE:
            return f"{told} It was {who}."
        case Route.UNDOCUMENTED:
            return f"{told} How is not written down."
    return told


def _amended(event: ProposalAmended, names: Names, _: Words) -> str:
    new = [
        name
        for name, value in (
            ("the title", event.title),
            ("the text", event.text),
            ("the answers to choose from", event.options),
        )
        if value is not None
    ]
    because = " because of what others said" if event.because_of else ""
    return f"{names[event.actor]} changed {listed(new)} of {the(event, names)}{because}."


def _judged(event: StakeJudged, names: Names, _: Words) -> str:
    about = "" if event.domain is Domain.NOT_STATED else f", about {event.domain}"
    return (
        f"{names[event.actor]} said how big {the(event, names)} is: {HOW_BIG[event.stake]}{about}."
    )


def _position(event: PositionVoiced, names: Names, _: Words) -> str:
    return f"{_wants(event, names)}{_noted(event, names)}"


def _noted(event: PositionVoiced, names: Names) -> str:
    """Who wrote it down, where that was somebody else."""
    by = event.recorded_by
    return f" {names[by]} wrote it down for them." if by not in (None, event.person) else ""


def _wants(event: PositionVoiced, names: Names) -> str:
    what = the(event, names)
    if event.option is not None and names[event.option] == names[event.person]:
        return f"{names[event.person]} {STANDS[event.position]} {what}."
    if event.option is not None:
        what = f"{quoted(names[event.option])} in {what}"
    return f"{names[event.person]} {WANTS[event.position]} {what}."


def _hands(counts: StatedTally, names: Names) -> str:
    return ", ".join(f"{number} {_said(said, names)}" for said, number in counts.said.items())


def _said(said: str | UUID, names: Names) -> str:
    """One of the answers as hands are counted for it; also silence, and staying out of it."""
    if isinstance(said, UUID):
        return quoted(names[said])
    return SAID[said] if isinstance(said, Choice) else said


def _helped(event: SupportNoted, names: Names, _: Words) -> str:
    by = f", by {names[event.supporter]}" if event.supporter else ""
    chose = {True: "They chose", False: "They did not choose", None: ""}[event.chosen_by_voter]
    picked = f" {chose} {names[event.supporter]}." if event.supporter and chose else ""
    back = {True: " They heard it read back.", False: " Nobody read it back.", None: ""}
    told = f"{names[event.voter]} {HELPED[event.kind]} for {the(event, names)}{by}."
    return f"{told}{picked}{back[event.read_back]}"


def _reviewed(event: DecisionReviewed, names: Names, _: Words) -> str:
    worries = len(event.come_true)
    come = " One worry came true." if worries == 1 else f" {worries} worries came true."
    come = come if worries else ""
    again = f"{_until(event.review_on, 'We look again on')}." if event.review_on else ""
    return f"We looked at {the(event, names)} again. {FOUND[event.finding]}.{come}{again}"


def _confirmed(event: DecisionConfirmed, names: Names, _: Words) -> str:
    chair = ", who runs the meeting," if event.capacity is Capacity.CHAIR else ""
    who = names[event.person]
    return f"{who}{chair} confirmed that this was decided on {the(event, names)}."


PROPOSAL_SENTENCES: dict[type[Event], Telling] = {
    ProposalAmended: _amended,
    StakeJudged: _judged,
    ProposalReferred: lambda e, n, _: (
        f"{n[e.actor]} asked {n[e.to]} about {the(e, n)}{_until(e.answer_by, 'until')}."
    ),
    ReferralAnswered: lambda e, n, w: (
        f"{n[e.actor]} answered about {the(e, n)} for those who were asked{saying(e.answer, w)}"
    ),
    ProposalDeclined: lambda e, n, w: (
        f"{n[e.actor]} did not put {the(e, n)} on the list{saying(e.reason, w)}"
    ),
    ProposalDeferred: lambda e, n, w: (
        f"{n[e.actor]} put {the(e, n)} off{_until(e.until, 'until')}{saying(e.reason, w)}"
    ),
    PaperShared: lambda e, n, _: (
        f"{n[e.actor]} gave {many(e.to, n) if e.to else 'everybody'} something about "
        f"{the(e, n)}{in_form(e.format)}."
    ),
    UnderstandingVoiced: lambda e, n, _: f"{n[e.person]} {UNDERSTOOD[e.answer]} {the(e, n)}.",
    PositionVoiced: _position,
    QuestionAsked: lambda e, n, w: f"{n[e.person]} asked about {the(e, n)}{saying(e.words, w)}",
    QuestionAnswered: lambda e, n, w: (
        f"{n[e.actor]} answered a question about {the(e, n)}{saying(e.words, w)}"
    ),
    InterestDeclared: lambda e, n, w: (
        f"{n[e.person]} has something to gain or lose by {the(e, n)}{saying(e.words, w)}"
    ),
    VotingExtended: lambda e, n, _: (
        f"There is more time to vote on {the(e, n)}:{_until(e.closes_at, 'until')}."
    ),
    VoterAdded: lambda e, n, _: f"{n[e.voter.person]} may vote on {the(e, n)} after all.",
    ProxyGiven: lambda e, n, _: f"{n[e.voter]} asked {n[e.to]} to vote for them on {the(e, n)}.",
    ProxyWithdrawn: lambda e, n, _: f"{n[e.voter]} votes for themselves on {the(e, n)} again.",
    PaperBallotRead: lambda e, n, _: (
        f"{n[e.reader]} read a vote on paper"
        f"{f' by {n[e.voter]}' if e.voter else ''} on {the(e, n)}: {answer_in_words(e.answer, n)}."
    ),
    HandsCounted: lambda e, n, _: (
        f"{n[e.actor]} counted hands for {the(e, n)}: {_hands(e.counts, n)}."
    ),
    SupportNoted: _helped,
    CastingVoteGiven: lambda e, n, _: (
        f"The votes on {the(e, n)} came out the same. {n[e.person]}, who runs the meeting, "
        f"decided: {answer_in_words(e.answer, n)}."
    ),
    DecisionTaken: _taken,
    ReasonGiven: lambda e, n, w: f"We said why we decided so on {the(e, n)}{saying(e.words, w)}",
    DecisionConfirmed: _confirmed,
    OutcomeTold: lambda e, n, _: (
        f"{TOLD[e.to]} told what was decided on {the(e, n)}{in_form(e.format)}."
    ),
    DecisionRatified: lambda e, n, _: (
        f"We agreed afterwards to what was decided on {the(e, n)} in a hurry."
    ),
    RatificationRefused: lambda e, n, _: (
        f"We did not agree to what was decided on {the(e, n)} in a hurry."
    ),
    DecisionReviewed: _reviewed,
    DecisionReversed: lambda e, n, w: (
        f"What we decided on {the(e, n)} no longer holds{saying(e.reason, w)}"
    ),
}
