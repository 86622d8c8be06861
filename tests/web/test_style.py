"""What the gates rely on: day and night differ in colours alone, narrow and broad at one width."""

import re
from pathlib import Path

import web

STYLE = (Path(web.__file__).parent / "static" / "hands.css").read_text()
COLOUR = re.compile(r"--[\w-]+: #[0-9a-f]{3,8}")


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


def test_one_width_parts_narrow_from_broad() -> None:
    assert set(re.findall(r"(?:min|max)-width: ([\d.]+rem)\)", STYLE)) == {"40rem", "39.99rem"}
    assert "width <" not in STYLE
    assert "width >" not in STYLE
