"""Every kind of line: what it may say, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from web.history import (
    ballots,
    committees,
    decisions,
    handovers,
    lines,
    meetings,
    names,
    plans,
    proposals,
    right_lines,
    rights,
    roles,
    vote_lines,
)
from web.history.taking import Taking


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of line. ``begins`` is the key whose name is used here for the first time."""

    shape: type[lines.Line]
    take: Callable[[Taking, Any], None]
    begins: str | None = None


KINDS: dict[str, Kind] = {
    "committee.founded": Kind(lines.CommitteeFounded, committees.founded, names.COMMITTEE),
    "committee.closed": Kind(lines.CommitteeClosed, committees.closed),
    "rule.adopted": Kind(lines.RuleAdopted, committees.rule_adopted),
    "person.joined": Kind(lines.PersonJoined, committees.joined),
    "person.left": Kind(lines.PersonLeft, committees.left),
    "term.fixed": Kind(lines.TermFixed, committees.term_fixed),
    "role.taken": Kind(lines.RoleTaken, roles.taken),
    "role.left": Kind(lines.RoleLeft, roles.left),
    "role.handed_over": Kind(lines.RoleHandedOver, roles.handed_over),
    "mandate.granted": Kind(right_lines.MandateGranted, rights.mandate_granted, names.MANDATE),
    "mandate.revoked": Kind(right_lines.MandateRevoked, rights.mandate_revoked),
    "step_in.applied": Kind(right_lines.StepInApplied, rights.stepped_in, names.STEP_IN),
    "step_in.reviewed": Kind(right_lines.StepInReviewed, rights.step_in_reviewed),
    "proposal.made": Kind(vote_lines.ProposalMade, proposals.made, names.PROPOSAL),
    "voting.opened": Kind(vote_lines.VotingOpened, proposals.voting_opened),
    "proposal.opened": Kind(vote_lines.ProposalOpened, proposals.opened, names.PROPOSAL),
    "proposal.amended": Kind(vote_lines.ProposalAmended, proposals.amended),
    "proposal.withdrawn": Kind(vote_lines.OfProposal, proposals.withdrawn),
    "ballot.cast": Kind(vote_lines.BallotCast, ballots.ballot_cast),
    "ballot.withdrawn": Kind(vote_lines.OfVoter, ballots.ballot_withdrawn),
    "person.recused": Kind(vote_lines.OfVoter, ballots.recused),
    "objection.raised": Kind(vote_lines.ObjectionRaised, ballots.objection_raised, names.OBJECTION),
    "objection.resolved": Kind(vote_lines.ObjectionResolved, ballots.objection_resolved),
    "proposal.decided": Kind(vote_lines.ProposalDecided, decisions.decided),
    "decision.recorded": Kind(vote_lines.DecisionRecorded, decisions.recorded, names.PROPOSAL),
    "decision.reversed": Kind(vote_lines.DecisionReversed, decisions.no_longer_holds),
    "meeting.held": Kind(lines.MeetingHeld, meetings.held, names.MEETING),
    "plan.made": Kind(lines.PlanMade, plans.plan_made, names.PLAN),
    "plan.line": Kind(lines.PlanLine, plans.line_written),
    "task.added": Kind(lines.TaskAdded, plans.task_added, names.TASK),
    "task.taken": Kind(lines.TaskTaken, plans.task_taken),
    "handover.offered": Kind(lines.HandoverOffered, handovers.offered),
    "handover.accepted": Kind(lines.HandoverAnswered, handovers.accepted),
    "handover.declined": Kind(lines.HandoverAnswered, handovers.declined),
    "task.handed_over": Kind(lines.TaskHandedOver, handovers.reported),
    "task.taken_over": Kind(lines.TaskTakenOver, handovers.taken_over),
    "task.returned": Kind(lines.TaskReturned, handovers.returned),
    "task.done": Kind(lines.TaskEnded, plans.task_done),
    "task.dropped": Kind(lines.TaskEnded, plans.task_dropped),
}
