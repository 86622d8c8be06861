"""Nothing has a third name: the glossary says which words are ours, and which are not."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jinja2

from domain.errors import RuleBroken
from tests.docs.pages import ROOT, read, table

GLOSSARY = ROOT / "docs" / "glossary.md"
FOLDERS = ("domain", "projections", "web", "bench")
CODE = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
NAMES_OF_DRAWINGS = ROOT / "web" / "templates" / "symbol_list.html"
TEMPLATES = sorted({*(ROOT / "web" / "templates").rglob("*.html")} - {NAMES_OF_DRAWINGS})

GIVEN_BY_LIBRARIES = {"user_data_path", "user_agent"}
NOT_ON_A_SCREEN = {"proposal", "ballot", "objection", "task", "handover", "electorate"}


@cache
def not_ours() -> set[str]:
    return {word for row in table(GLOSSARY, "not") for word in row[0].split(", ")}


def words_of(name: str) -> set[str]:
    """The words that an identifier or a sentence is made of, as they stand and in the singular."""
    found = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}
    return found | {word.removesuffix("s") for word in found}


def identifiers(code: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.keyword(arg=str(name)):
                yield name


def tokens(template: Path) -> Iterator[tuple[str, str]]:
    """The parts of a template and what each of them is; comments are left out."""
    for _, kind, value in jinja2.Environment(autoescape=True).lex(read(template)):
        yield kind, value


def shown_by(template: Path) -> str:
    """The words that people may read: the page's own, and the sentences in its expressions."""
    shown = "".join(
        value
        for kind, value in tokens(template)
        if kind == "data" or (kind == "string" and re.search(r"^.[A-Z]| ", value))
    )
    return re.sub(r"<[^>]*>", " ", shown)


def refusals(code: str) -> Iterator[str]:
    """The sentences with which a rule says no to a member."""
    said_to_members = {kind.__name__ for kind in RuleBroken.__subclasses__()} - {"Malformed"}
    for node in ast.walk(ast.parse(code)):
        match node:
            case ast.Raise(exc=ast.Call(func=ast.Name(id=name), args=[*said])):
                if name in said_to_members | {"RuleBroken"}:
                    yield from (
                        part.value
                        for sentence in said
                        for part in ast.walk(sentence)
                        if isinstance(part, ast.Constant) and isinstance(part.value, str)
                    )


def test_no_identifier_has_a_third_name() -> None:
    for path in CODE:
        names = set(identifiers(read(path))) - GIVEN_BY_LIBRARIES
        assert not [name for name in sorted(names) if words_of(name) & not_ours()], path


def test_no_template_has_a_third_name() -> None:
    for template in TEMPLATES:
        names = " ".join(value for kind, value in tokens(template) if kind == "name")
        assert not words_of(names) & not_ours(), template


def test_pages_show_the_words_of_the_screen() -> None:
    for template in TEMPLATES:
        assert not words_of(shown_by(template)) & (NOT_ON_A_SCREEN | not_ours()), template


def test_refusals_speak_the_words_of_the_screen() -> None:
    for path in CODE:
        said = " ".join(refusals(read(path)))
        assert not words_of(said) & (NOT_ON_A_SCREEN | not_ours()), path
