"""Words in any script: those that run from right to left stay apart from what is around them."""

import re

from markupsafe import Markup, escape

FROM_THE_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
RUN = re.compile(f"“[^“”]*”|[{FROM_THE_RIGHT}]+(?:[ '-]+[{FROM_THE_RIGHT}]+)*")
"""Whatever stands in quotation marks, and words from the right."""


def in_any_script(sentence: object) -> Markup:
    """A sentence of ours with the words of others in it, none of which moves the rest of it."""
    if isinstance(sentence, Markup):
        return sentence
    told, end = Markup(), 0
    text = str(sentence)
    for found in RUN.finditer(text):
        told += escape(text[end : found.start()]) + _apart(found[0])
        end = found.end()
    return told + escape(text[end:])


def apart(words: object) -> str:
    """Words of others where no mark can stand, as in the title of a page: letters hold them."""
    text = str(words)
    return f"\u2068{text}\u2069" if re.search(f"[{FROM_THE_RIGHT}]", text) else text


def _apart(words: str) -> Markup:
    if words.startswith("“"):
        return Markup("“<bdi>{}</bdi>”").format(words[1:-1])
    return Markup("<bdi>{}</bdi>").format(words)
