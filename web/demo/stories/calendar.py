"""The forty choices that every story has in common: what they are called, and what they cost."""

from web.demo.stories.script import BIG, SPENDS, THEMES, What

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def details(night: int, what: What) -> tuple[str, int | None]:
    """The title of a choice and how many pounds it costs."""
    match what:
        case What.THEME:
            return THEMES[night - 1], None
        case What.ROTA:
            return f"Who does what in {MONTHS[night - 1]}", None
        case What.SPEND:
            return SPENDS[night - 1]
        case _:
            return BIG[night][1], None
