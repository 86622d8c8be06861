"""A picture for words that people wrote, where a word in them is one that we have a picture of.

Only a help for those who read little: the words always stand beside it.
"""

import re
from pathlib import Path

PICTURES = {
    "door": r"doors?|gate|tickets?",
    "drink": r"drinks?|bar|juice|tea",
    "curry": r"curry|curries|rice",
    "soup": r"soups?",
    "food": r"food|pizza|pasta|cakes?|burgers?|snacks?|cooks?|kitchen|eat",
    "music": r"music|dj|djs|songs?|speakers?|band|playlist",
    "clean": r"clean(ing)?|clear(ing)?|tidy(ing)?|wash|bins?",
    "taxi": r"taxis?|cars?|bus|lifts? home|drive",
    "safety": r"safe(ty)?|briefing|fire|first aid",
    "money": r"money|till|pay|cash|budget",
    "dance": r"danc(e|ing)",
    "people": r"welcome|guests?|members?",
    "place": r"hall|room|place|venue",
    "paper": r"posters?|flyers?|list|letter",
}


SYMBOLS = frozenset(
    re.findall(r'id="([a-z-]+)"', (Path(__file__).parents[1] / "static/symbols.svg").read_text())
)


def picture_for(name: str | None, words: str) -> str | None:
    """The picture of this name, if it is one of ours; else one for the words, if there is one."""
    return name if name in SYMBOLS else picture_of(words)


def picture_of(words: str) -> str | None:
    """The name of the picture whose word comes first."""
    found = (
        (match.start(), name)
        for name, pattern in PICTURES.items()
        if (match := re.search(rf"\b({pattern})\b", words, re.IGNORECASE))
    )
    return min(found, default=(0, None))[1]
