"""Rules and counts in short words, as they are read out in a meeting."""

from collections.abc import Iterator
from fractions import Fraction

from domain.kinds import Seat
from domain.voting.majority import may_tie
from domain.voting.poll import Count, Missed, Within
from domain.voting.quorum import (
    ENTITLED,
    PEOPLE,
    AtLeast,
    MoreThan,
    OverDefault,
    QuorumCondition,
)
from domain.voting.rule import (
    APPROVED,
    SCORED,
    USUAL_THRESHOLD,
    YES_OR_NO,
    Base,
    Method,
    Rule,
    Tie,
)
from domain.voting.say_options import given_count, given_rule
from domain.voting.say_ranked import ranked_count, ranked_rule
from domain.voting.say_terms import share_in_words, terms_in_words
from domain.voting.say_weights import weights_in_words
from domain.voting.tally import ChoiceTally, Result

_OF_WHOM = {
    Base.CAST: "",
    Base.PRESENT: " of the people who take part",
    Base.ENTITLED: " of the people who may vote",
}
_OF_VOTES = {
    Base.CAST: "",
    Base.PRESENT: " of the votes of all who take part",
    Base.ENTITLED: " of the votes of all who may vote",
}
_OF_WHOM_THEN = {
    Base.CAST: "",
    Base.PRESENT: " of those who took part",
    Base.ENTITLED: " of those who may vote",
}
_OF_VOTES_THEN = _OF_VOTES | {Base.PRESENT: " of the votes of all who took part"}
_BREAKS = {
    Tie.CHAIR: "the person who runs the meeting decides",
    Tie.LOT: "we draw lots",
    Tie.DEFAULT_OPTION: "the idea we fall back on is chosen",
}
_BROKE = {
    Tie.CHAIR: "the person who ran the meeting decided",
    Tie.LOT: "lots were drawn",
    Tie.DEFAULT_OPTION: "the idea to fall back on was chosen",
}


NOBODY_COULD = "Nobody could vote on this."


def rule_in_words(rule: Rule) -> str:
    """How a question is decided, in sentences for everybody."""
    return " ".join(rule_sentences(rule))


def rule_in_short(rule: Rule) -> str:
    """How it is counted, in one sentence: the first that a rule says of itself."""
    return next(rule_sentences(rule))


def rule_sentences(rule: Rule) -> Iterator[str]:
    """The same, term by term."""
    if rule.method in USUAL_THRESHOLD:
        of_whom = _of_whom(rule, _OF_VOTES if rule.weighs else _OF_WHOM)
        yield f"{how_much(rule)}{of_whom} must say yes."
        if _is_of_votes(rule):
            yield "We count only YES and NO."
    elif rule.method is Method.CONSENT:
        yield "Someone must say yes, and nobody may have a worry left."
    elif rule.method is Method.CONSENSUS:
        yield "Everyone agrees, or stands aside. Nobody may say no, or have a worry left."
    elif rule.method is Method.DELEGATED:
        yield "We left this to some of us. All of them must say yes."
    elif rule.method in SCORED | APPROVED:
        yield from given_rule(rule)
    else:
        yield from ranked_rule(rule)
    if rule.double:
        seats = f" and of {'' if rule.weighs else 'the '}".join(PEOPLE[one] for one in rule.double)
        yield f"{how_much(rule)} of the {_votes_of(rule)}{seats} must say yes too."
    if rule.method in YES_OR_NO and (told := tie_in_words(rule)):
        yield told
    yield from finer_sentences(rule)


def finer_sentences(rule: Rule) -> Iterator[str]:
    """What a rule says beside how it is counted, term by term."""
    yield from weights_in_words(rule)
    quorum = [one for one in rule.quorum if not isinstance(one, OverDefault)]
    yield from (f"{condition_in_words(condition)} must take part." for condition in quorum)
    if rule.method not in YES_OR_NO:
        yield tie_in_words(rule)
    yield from terms_in_words(rule)


def tie_in_words(rule: Rule) -> str:
    """What happens at a tie; empty where there can be none, or as many yes as no is just no yes."""
    if rule.method in YES_OR_NO and not may_tie(rule):
        return ""
    if rule.tie in _BREAKS:
        return f"If it is a tie, {_BREAKS[rule.tie]}."
    if rule.method in YES_OR_NO:
        return ""
    few = "nothing is chosen yet" if rule.seats_to_fill == 1 else "it is not decided yet"
    return f"If it is a tie, {few}."


def how_much(rule: Rule) -> str:
    """The share that has to say yes, such as "More than half"."""
    share = rule.threshold or USUAL_THRESHOLD[rule.method]
    if share == 1:
        return "All"
    return f"{'More than' if rule.strict else 'At least'} {share_in_words(share)}"


def _of_whom(rule: Rule, words: dict[Base, str]) -> str:
    return words.get(rule.base or Base.CAST, f" of the {rule.seats} seats")


def _votes_of(rule: Rule) -> str:
    """What goes before the people of a seat, where not all of them have one vote."""
    return "votes of " if rule.weighs else ""


def _is_of_votes(rule: Rule) -> bool:
    """Whether the share is one of all who say yes or no."""
    return (rule.base or Base.CAST) is Base.CAST


def condition_in_words(condition: QuorumCondition) -> str:
    """Whom a quorum asks for, such as "At least 4 members"."""
    match condition:
        case AtLeast(at_least=Fraction() as share, of=of):
            whom = "people who may vote" if of == ENTITLED else PEOPLE[of]
            return (
                f"All of the {whom}"
                if share == 1
                else f"At least {share_in_words(share)} of the {whom}"
            )
        case AtLeast(at_least=1, of=of) if of != Seat.STAFF:
            return f"At least one {'person' if of == ENTITLED else of}"
        case AtLeast(at_least=number, of=of):
            return f"At least {number} {PEOPLE[of]}"
        case MoreThan(more=more, than=than):
            return f"More {PEOPLE[more]} than {PEOPLE[than]}"
        case _:
            return "Enough people"


def count_in_words(rule: Rule, counted: Count) -> str:
    """Why a vote came out as it did, in sentences for everybody."""
    return " ".join(_count_sentences(rule, counted))


def _count_sentences(rule: Rule, counted: Count) -> Iterator[str]:
    why, outcome = counted.explanation, counted.outcome
    if not counted.entitled:
        yield NOBODY_COULD
        return
    if why.missed:
        yield from map(_missed, why.missed)
        return
    if rule.method in USUAL_THRESHOLD:
        of_whom = _of_whom(rule, _OF_VOTES_THEN if rule.weighs else _OF_WHOM_THEN)
        share = f"{how_much(rule)}{of_whom} had to say yes"
        yield f"{share}: {why.numerator} of {_those(rule, why.denominator)} did."
        yield from (_of_seat(rule, one) for one in why.within)
    elif rule.method is Method.CONSENT:
        yield f"{why.numerator or 'Nobody'} said yes, and {_worries(why.open_objections)} left."
        if why.stood_aside:
            yield f"{len(why.stood_aside)} stood aside."
    elif rule.method is Method.CONSENSUS:
        yield from _consensus(counted)
    elif rule.method is Method.DELEGATED:
        yield f"It was left to {why.denominator} of us: {why.numerator or 'nobody'} said yes."
        if why.beyond:
            yield why.beyond
    elif rule.method in SCORED | APPROVED:
        yield from given_count(rule, counted)
    else:
        yield from ranked_count(rule, counted)
    if outcome.ties:
        yield _tie(rule, outcome.result)


def _tie(rule: Rule, result: Result) -> str:
    how = "nothing is decided yet" if result is Result.UNDECIDED else _BROKE.get(rule.tie)
    return f"It was a tie, and {how}." if how else "It was a tie."


def _of_seat(rule: Rule, one: Within) -> str:
    """What the people of a seat said, who had to agree as well."""
    said = f"{one.yes or 'none'} of {_those(rule, one.base)}" if one.base else "none of them"
    whose = f"{_votes_of(rule)}{PEOPLE[one.seat]}"
    return f"{how_much(rule)} of the {whose} had to say yes too: {said} did."


def _those(rule: Rule, number: int) -> str:
    """Those of whom a share is taken: so many people; or so many votes, where some have more."""
    if rule.weighs:
        return f"{number} votes"
    return f"the {number} who said yes or no" if _is_of_votes(rule) else str(number)


def _consensus(counted: Count) -> Iterator[str]:
    why, tally = counted.explanation, counted.tally
    no = tally.no if isinstance(tally, ChoiceTally) else 0
    yield f"{why.numerator or 'Nobody'} said yes, and {no or 'nobody'} said no."
    aside = f"{len(why.stood_aside) or 'Nobody'} stood aside"
    yield f"{aside}, and {_worries(why.open_objections)} left."


def _missed(missed: Missed) -> str:
    did = str(missed.took_part)
    match missed.condition:
        case MoreThan(more=more, than=than):
            did = f"{missed.took_part} {PEOPLE[more]} and {missed.needed - 1} {PEOPLE[than]}"
    return f"{condition_in_words(missed.condition)} had to take part: {did} did."


def _worries(number: int) -> str:
    return {0: "no worry was", 1: "1 worry was"}.get(number, f"{number} worries were")
