"""Every kind of line: what it may say, and what becomes of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.events import EVENTS
from web.history import committees, lines, names, plans, proposals, vote_lines
from web.history.taking import Taking


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of line. ``begins`` is the key whose name is used here for the first time."""

    shape: type[lines.Line]
    take: Callable[[Taking, Any], None]
    begins: str | None = None


KINDS: dict[str, Kind] = {
    "committee.founded": Kind(lines.CommitteeFounded, committees.founded, names.COMMITTEE),
    "rule.adopted": Kind(lines.RuleAdopted, committees.rule_adopted),
    "person.joined": Kind(lines.PersonJoined, committees.joined),
    "person.left": Kind(lines.PersonLeft, committees.left),
    "role.taken": Kind(lines.RoleTaken, committees.role_taken),
    "role.left": Kind(lines.RoleLeft, committees.role_left),
    "proposal.made": Kind(vote_lines.ProposalMade, proposals.made, names.PROPOSAL),
    "voting.opened": Kind(vote_lines.VotingOpened, proposals.voting_opened),
    "proposal.opened": Kind(vote_lines.ProposalOpened, proposals.opened, names.PROPOSAL),
    "proposal.withdrawn": Kind(vote_lines.OfProposal, proposals.withdrawn),
    "ballot.cast": Kind(vote_lines.BallotCast, proposals.ballot_cast),
    "ballot.withdrawn": Kind(vote_lines.OfVoter, proposals.ballot_withdrawn),
    "person.recused": Kind(vote_lines.OfVoter, proposals.recused),
    "objection.raised": Kind(
        vote_lines.ObjectionRaised, proposals.objection_raised, names.OBJECTION
    ),
    "objection.resolved": Kind(vote_lines.ObjectionResolved, proposals.objection_resolved),
    "proposal.decided": Kind(vote_lines.ProposalDecided, proposals.decided),
    "decision.recorded": Kind(vote_lines.DecisionRecorded, proposals.recorded, names.PROPOSAL),
    "plan.made": Kind(lines.PlanMade, plans.plan_made, names.PLAN),
    "plan.line": Kind(lines.PlanLine, plans.line_written),
    "task.added": Kind(lines.TaskAdded, plans.task_added, names.TASK),
    "task.taken": Kind(lines.TaskTaken, plans.task_taken),
    "handover.offered": Kind(lines.HandoverOffered, plans.handover_offered),
    "handover.accepted": Kind(lines.HandoverAnswered, plans.handover_accepted),
    "handover.declined": Kind(lines.HandoverAnswered, plans.handover_declined),
    "task.done": Kind(lines.TaskEnded, plans.task_done),
    "task.dropped": Kind(lines.TaskEnded, plans.task_dropped),
}

NOT_YET = {
    "committee.closed": "the end of a committee",
    "role.handed_over": "how a role was handed over",
    "term.fixed": "the end of a term",
    "mandate.granted": "mandates",
    "mandate.revoked": "mandates",
    "proposal.amended": "changes of a proposal",
    "decision.reversed": "decisions that were reversed",
    "meeting.held": "meetings",
    "task.handed_over": "a handover of which only the result is known",
    "task.taken_over": "tasks that were taken over",
    "task.returned": "tasks that were returned",
    "step_in.applied": "step-ins",
    "step_in.reviewed": "step-ins",
} | dict.fromkeys(EVENTS, "lines that are events themselves")
"""The kinds that a history may have and this program cannot take in yet, in words."""
