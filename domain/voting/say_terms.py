"""What a rule says of a vote beside how it is counted, in short words."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from domain.kinds import Shown
from domain.voting.quorum import PEOPLE
from domain.voting.terms import CountedIn, Early, Terms

SHARES = {
    Fraction(1, 4): "a quarter",
    Fraction(1, 3): "one third",
    Fraction(1, 2): "half",
    Fraction(2, 3): "two thirds",
    Fraction(3, 4): "three quarters",
}
_EARLY = {
    Early.ALL_VOTED: "everyone has voted",
    Early.CERTAIN: "more votes cannot change what we decide",
}
_STILL_COUNTS = {
    CountedIn.BASE: "when we work out the share",
    CountedIn.QUORUM: "when we ask if enough people took part",
}


def terms_in_words(terms: Terms) -> Iterator[str]:
    """Who votes, in which order and for how long, in sentences for everybody."""
    if terms.voters:
        yield f"Only {groups(terms.voters)} vote."
    if terms.secret:
        yield "Nobody sees how you vote."
    if terms.last:
        yield " ".join([f"{groups(terms.last).capitalize()} speak and vote last.", *_last(terms)])
    if terms.days_to_read:
        yield f"First, people have {days(terms.days_to_read)} to read it."
    yield from _open(terms)
    for number, one in enumerate(terms.early):
        yield f"It can {'also ' if number else ''}end early if {_EARLY[one]}."
    if terms.shown is Shown.AT_CLOSING:
        yield "Nobody sees how others vote before the end."
    if terms.proxies:
        yield "You can ask someone to vote for you."
    for number, where in enumerate(terms.recused_in):
        yield f"Who stays out {'also' if number else 'still'} counts {_STILL_COUNTS[where]}."


def _last(terms: Terms) -> Iterator[str]:
    """How long they wait: while we talk about it, and then in the vote."""
    reading = ", or when the time to read is over" if terms.days_to_read else ""
    yield f"They speak when all others have{reading}."
    part = f", or in the last {_part(terms.last_part)} of the time" if terms.last_part else ""
    yield f"They vote when all others have{part}."


def _open(terms: Terms) -> Iterator[str]:
    least, most = terms.least_days, terms.most_days
    if least and most == least:
        yield f"A vote is open for {days(least)}."
    elif least and most:
        yield f"A vote is open for {least} to {days(most)}."
    elif least:
        yield f"A vote is open for at least {days(least)}."
    elif most:
        yield f"A vote is open for {days(most)} at most."


def groups(seats: Iterable[str]) -> str:
    """The people on these seats, such as "members and staff"."""
    names = [PEOPLE[seat] for seat in seats]
    return " and ".join([", ".join(names[:-1]), names[-1]] if names[:-1] else names)


def days(number: int) -> str:
    """So many days, in words."""
    return "one day" if number == 1 else f"{number} days"


def share_in_words(share: Fraction) -> str:
    """A share, such as "two thirds" or "51 in every 100"."""
    return SHARES.get(share, f"{share.numerator} in every {share.denominator}")


def _part(share: Fraction) -> str:
    return share_in_words(share).removeprefix("a ").removeprefix("one ")
