"""What a history tells of a right that does not hold together: it is kept, with a warning."""

from datetime import date

from domain.act import Act
from domain.commands.committees.decided import wrong_with_mandate, wrong_with_rule
from domain.proposal import Proposal
from domain.values import EventId, NewMandate, place_of
from domain.voting.rule import Rule
from web.history.taking import Taking

SOMETHING_ELSE = "What it names as its right said something else. It is kept as it was told."
ENDS_FIRST = "This mandate ends before it begins, so nobody can do anything by it."


def warn_of_mandate(it: Taking, act: Act, terms: NewMandate, cited: EventId | None) -> None:
    """One that was over before it began, or that people did not say yes to."""
    begins = max(terms.starts or date.min, act.happened_at.date())
    if terms.expires and terms.expires < begins:
        it.warn(ENDS_FIRST)
    idea = _decided(it, cited)
    if idea is None:
        return
    asked = idea.new_mandate
    alike = terms.model_copy(update={"words": asked.words}) if asked else terms
    if wrong_with_mandate(idea, alike):
        it.warn(SOMETHING_ELSE)


def warn_of_rule(it: Taking, terms: Rule, cited: EventId | None) -> None:
    """One that people did not say yes to."""
    idea = _decided(it, cited)
    if idea is not None and wrong_with_rule(idea, terms):
        it.warn(SOMETHING_ELSE)


def _decided(it: Taking, cited: EventId | None) -> Proposal | None:
    """The idea that was decided, where it carries all that a yes allows; most do not."""
    idea = it.governance.known(place_of(cited)[0]) if cited else None
    if not isinstance(idea, Proposal) or not idea.carries:
        return None
    return idea
