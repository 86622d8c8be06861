"""What an idea, a rule or a mandate can be about: its words and its picture."""

from dataclasses import dataclass

from domain.kinds import Domain

ABOUT = {
    Domain.MONEY: ("Money", "money"),
    Domain.PROGRAMME: ("Music and more", "music"),
    Domain.PEOPLE: ("People", "people"),
    Domain.SAFETY: ("Being safe", "safety"),
    Domain.PLACE: ("Places", "place"),
    Domain.RULES: ("Rules", "rule"),
    Domain.MEMBERSHIP: ("Who is in", "card"),
    Domain.NOT_STATED: ("Other things", "ask"),
}


@dataclass(frozen=True, slots=True)
class Topic:
    """One of these."""

    words: str
    picture: str
