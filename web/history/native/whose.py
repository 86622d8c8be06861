"""Whose act it is that a line tells, where the line itself does not say."""

from collections.abc import Mapping

from domain import events
from domain.events import Event

PERSON, VOTER, READER, GIVER, TAKER = "person", "voter", "reader", "giver", "taker"
THEMSELVES = "originator_id"
"""The person whose stream it is."""

OWN_WORD: Mapping[type[Event], str] = {
    events.PreferencesGiven: THEMSELVES,
    events.SupporterNamed: THEMSELVES,
    events.SupporterDismissed: THEMSELVES,
    events.AdjustmentAsked: THEMSELVES,
    events.ConsentGiven: THEMSELVES,
    events.ConsentWithdrawn: THEMSELVES,
    events.RoleLaidDown: PERSON,
    events.RoleShadowed: PERSON,
    events.RotationJoined: PERSON,
    events.RotationLeft: PERSON,
    events.RoleHandoverOffered: GIVER,
    events.RoleHandoverAccepted: TAKER,
    events.RoleHandoverDeclined: TAKER,
    events.RoleHandoverWithdrawn: GIVER,
    events.StepInApplied: PERSON,
    events.RecordAttested: PERSON,
    events.UnderstandingVoiced: PERSON,
    events.PositionVoiced: PERSON,
    events.QuestionAsked: PERSON,
    events.InterestDeclared: PERSON,
    events.PersonRecused: PERSON,
    events.BallotCast: VOTER,
    events.BallotWithdrawn: VOTER,
    events.ProxyGiven: VOTER,
    events.ProxyWithdrawn: VOTER,
    events.PaperBallotRead: READER,
    events.ObjectionRaised: PERSON,
    events.CastingVoteGiven: PERSON,
    events.DecisionConfirmed: PERSON,
    events.PresenceNoted: PERSON,
    events.TaskTaken: PERSON,
    events.TaskShadowed: PERSON,
    events.TaskLaidDown: PERSON,
    events.HandoverOffered: GIVER,
    events.HandoverAccepted: TAKER,
    events.HandoverDeclined: TAKER,
    events.HandoverWithdrawn: GIVER,
    events.TaskTakenOver: TAKER,
    events.TakeoverAnswered: GIVER,
    events.HelpAsked: PERSON,
    events.MinutesConfirmed: PERSON,
}
"""The field of those who say such a thing for themselves."""
