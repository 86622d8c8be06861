"""One page shows every part that pages are made of, so that all can be looked at side by side."""

from pathlib import Path

from jinja2 import Environment, nodes

import web

TEMPLATES = Path(web.__file__).with_name("templates")
WITHIN_OTHERS = {
    *("csrf", "button", "named", "face", "stop", "find"),
    *("one_choice", "one_change", "square", "heap", "whose_rule", "pictured"),
}
"""What is a part of another part, and shown with it."""


def parsed(name: str) -> nodes.Template:
    return Environment(autoescape=True).parse((TEMPLATES / name).read_text())


def called(page: nodes.Node) -> set[str]:
    """The macros that are called here, by the name of the file or by their own."""
    heads = [call.node for call in page.find_all(nodes.Call)]
    from_the_file = {
        head.attr
        for head in heads
        if isinstance(head, nodes.Getattr)
        and isinstance(head.node, nodes.Name)
        and head.node.name == "ui"
    }
    return from_the_file | {head.name for head in heads if isinstance(head, nodes.Name)}


def test_no_part_is_missing_from_the_page_that_shows_them_all() -> None:
    macros = {macro.name: macro for macro in parsed("macros.html").find_all(nodes.Macro)}
    shown = called(parsed("components.html")) & macros.keys()
    assert macros.keys() - shown == WITHIN_OTHERS
    assert {name for part in macros.values() for name in called(part)} >= WITHIN_OTHERS


def test_every_part_is_on_a_page() -> None:
    pages = [one.name for one in TEMPLATES.glob("*.html") if one.name != "components.html"]
    used = set().union(*(called(parsed(name)) for name in pages))
    assert {macro.name for macro in parsed("macros.html").find_all(nodes.Macro)} <= used
