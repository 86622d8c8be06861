"""How the votes were given, in words: on a screen, on paper, by somebody who was asked, by hand."""

from projections.seen import ProposalSeen
from projections.ways import Way, Ways, ways
from web.services import services

WORDS = {
    Way.SCREEN: "on a screen",
    Way.PAPER: "on paper",
    Way.PROXY: "by somebody whom they asked",
    Way.HANDS: "by hand",
    Way.NOT_STATED: "in a way that nobody wrote down",
}
PLAIN = {Way.SCREEN, Way.NOT_STATED}


def ways_of(idea: ProposalSeen) -> Ways:
    """How many votes of this question were given in each way."""
    return ways(services().governance.events_of(idea.proposal))


def ways_in_words(given: Ways) -> list[str]:
    """Each way in which votes were given, and how many."""
    return [f"{number} {WORDS[way]}" for way, number in given]


def other_ways(given: Ways, *, people: bool = False) -> str:
    """Short sentences, where not all votes were given on a screen.

    They tell of people where some have more votes than others.
    """
    if {way for way, _ in given} <= PLAIN:
        return ""
    if given[0][0] is Way.HANDS:
        return "We counted hands. Nobody wrote down whose."
    one, many = ("person voted", "people voted") if people else ("vote came", "votes came")
    return " ".join(
        f"{number} {one if number == 1 else many} {WORDS[way]}." for way, number in given
    )
