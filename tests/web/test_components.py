"""One page shows every part that pages are made of, so that all can be looked at side by side."""

from pathlib import Path

from jinja2 import Environment, nodes

import web

TEMPLATES = Path(web.__file__).with_name("templates")
ROOMS = {one.stem: f"macros/{one.name}" for one in (TEMPLATES / "macros").glob("*.html")}
WITHIN_OTHERS = {
    *("csrf", "button", "named", "face", "stop", "find"),
    *("one_choice", "one_change", "square", "heap", "whose_rule", "pictured"),
}
"""What is a part of another part, and shown with it."""


def parsed(name: str) -> nodes.Template:
    return Environment(autoescape=True).parse((TEMPLATES / name).read_text())


def called(page: nodes.Node) -> set[str]:
    """The macros that are called here, through the door or by their own name."""
    heads = [call.node for call in page.find_all(nodes.Call)]
    through_the_door = {
        head.attr
        for head in heads
        if isinstance(head, nodes.Getattr)
        and isinstance(head.node, nodes.Name)
        and head.node.name == "ui"
    }
    return through_the_door | {head.name for head in heads if isinstance(head, nodes.Name)}


def parts() -> dict[str, list[nodes.Macro]]:
    """The macros of each room."""
    return {room: [*parsed(name).find_all(nodes.Macro)] for room, name in ROOMS.items()}


def told_at_the_door() -> dict[str, str]:
    """What pages may call, and which room it stands in."""
    return {
        name.name: one.node.name
        for row in parsed("macros.html").find_all(nodes.Assign)
        for name, one in zip(each(row.target), each(row.node), strict=True)
        if isinstance(name, nodes.Name)
        and isinstance(one, nodes.Getattr)
        and one.attr == name.name
        and isinstance(one.node, nodes.Name)
    }


def each(side: nodes.Node) -> list[nodes.Expr]:
    assert isinstance(side, nodes.Tuple)
    return side.items


def test_every_part_has_a_name_of_its_own_and_is_in_the_room_that_the_door_tells() -> None:
    rooms = {macro.name: room for room, some in parts().items() for macro in some}
    assert len(rooms) == sum(len(some) for some in parts().values())
    told = {name: room for name, room in told_at_the_door().items() if name.islower()}
    assert told.items() <= rooms.items()
    assert rooms.keys() - told.keys() <= WITHIN_OTHERS


def test_no_part_is_missing_from_the_page_that_shows_them_all() -> None:
    macros = {macro.name: macro for some in parts().values() for macro in some}
    shown = called(parsed("components.html")) & macros.keys()
    assert macros.keys() - shown == WITHIN_OTHERS
    assert {name for part in macros.values() for name in called(part)} >= WITHIN_OTHERS


def test_every_part_is_on_a_page() -> None:
    pages = [one.name for one in TEMPLATES.glob("*.html") if one.name != "components.html"]
    used = set().union(*(called(parsed(name)) for name in (*pages, *ROOMS.values())))
    assert {macro.name for some in parts().values() for macro in some} <= used
