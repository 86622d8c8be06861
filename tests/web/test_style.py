"""What the gates rely on: night is other colours alone, and each width of the style is seen."""

import re
from itertools import pairwise
from pathlib import Path

import web
from tests.browser.gates import ASKED

STYLE = (Path(web.__file__).parent / "static" / "hands.css").read_text()
COLOUR = re.compile(r"--[\w-]+: #[0-9a-f]{3,8}|color-scheme: dark")
"""A colour of ours; or that the browser draws its own parts, as a calendar, for the night."""


def rules(selector: str) -> list[str]:
    """What the style sheet sets for it, declaration by declaration."""
    found = re.findall(r"([^{};/]+)\{([^{}]*)\}", STYLE)
    blocks = [held for name, held in found if selector in re.split(r"[\s,>+~]+", name.strip())]
    return [one.strip() for held in blocks for one in held.split(";") if one.strip()]


def test_the_night_is_other_colours_and_nothing_else() -> None:
    night, dark = rules(".night"), rules(":root:not(.day)")
    assert len(night) > 10
    assert night == dark
    assert [one for one in night if not COLOUR.fullmatch(one)] == []
    assert len(re.findall(r"\.night\b", STYLE)) == 1


def test_the_gates_look_at_every_width_that_has_rules_of_its_own() -> None:
    starts = {
        16 * round(float(rem)) for rem in re.findall(r"(?:min|max)-width: ([\d.]+)rem\)", STYLE)
    }
    looked = {width for width, _, _ in ASKED}
    assert starts == {640, 1024}
    for begin, end in pairwise([0, *sorted(starts), 100_000]):
        assert any(begin <= width < end for width in looked)
    assert re.findall(r"@media[^{]*width (?!: )", STYLE) == []


def test_words_in_drawings_are_in_ink_on_a_card_or_the_other_way_round() -> None:
    """Nothing else is behind them: by day ink on a card has a contrast of 16, by night of 15."""
    words = re.findall(r"([^{}]*\btext\b[^{}]*)\{([^{}]*)\}", STYLE)
    fills = {found for _, held in words for found in re.findall(r"fill: ([^;]+);", held)}
    assert fills == {"var(--ink)"}
    (on_full,) = re.findall(r"([^{}]*\.on-full[^{}]*)\{([^{}]*)\}", STYLE)
    assert on_full[1].strip() == "fill: var(--card);"
    assert ".square .full, .times-of .full { fill: var(--ink); }" in STYLE
