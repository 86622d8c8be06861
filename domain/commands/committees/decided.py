"""What a yes lets people agree on beforehand: the rule, the mandate or the end that it was about.

Each of these tells what is wrong, as a sentence, or nothing.
"""

from domain.authority import is_over
from domain.committee import Mandate
from domain.kinds import Domain, Per
from domain.proposal import Proposal
from domain.values import Limit, Money, NewMandate
from domain.voting.rule import Rule


def wrong_with_rule(idea: Proposal, terms: Rule) -> str:
    """A vote on one rule lets nobody adopt another, and one about something else lets nobody."""
    if idea.new_rule == terms:
        return ""
    if idea.new_rule is not None:
        return "We said yes to another rule than this one. Take the one we decided."
    if idea.carries or idea.domain is not Domain.RULES:
        return "We said yes to something else there. Make the new rule an idea."
    return ""


def wrong_with_mandate(idea: Proposal, terms: NewMandate) -> str:
    """Nobody may do more alone than what people said yes to: about other things, or more money.

    A vote on one mandate lets nobody grant another. A yes about rules may be to anything that
    somebody does alone. Where an idea did not say what it costs, its words do.
    """
    if idea.new_mandate == terms:
        return ""
    if idea.new_mandate is not None:
        return "We said yes to something else than this. Take what we decided."
    is_about = idea.domain is Domain.RULES or terms.alone <= idea.change().domains
    if idea.carries or idea.domain is Domain.NOT_STATED or not is_about:
        return "We said yes to something else there. Make this an idea."
    agreed, limit = idea.amount, terms.limit
    if limit and agreed and is_over(_each_time(agreed), limit.money, 0):
        return "We did not say yes to so much money there. Make this an idea."
    return ""


def wrong_with_end(idea: Proposal, mandate: Mandate | None, *, is_asked: bool) -> str:
    """Nobody loses a mandate by a yes to something else."""
    about = {Domain.RULES, *(mandate.says if mandate else ())}
    if is_asked or (not idea.carries and idea.domain in about):
        return ""
    return "We said yes to something else there. Make this an idea."


def _each_time(agreed: Money) -> Limit:
    return Limit(money=agreed, per=Per.DECISION)
