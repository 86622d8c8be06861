"""Words that can be forgotten, and the seal that stays."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from domain.details import Details
from domain.errors import Malformed
from domain.sealed import LONGEST, Sealed, readable, seal_of

SEALED = TypeAdapter(Sealed)


def test_a_seal_is_the_digest_of_its_use_its_salt_and_its_words() -> None:
    salt = bytes(range(32))
    whole = b"show-of-hands/seal/v1\0" + salt + "Grüße".encode()
    assert seal_of(salt, "Grüße") == sha256(whole).hexdigest()


def test_whoever_holds_words_and_salt_can_prove_that_they_were_meant() -> None:
    seal = Sealed.of("No stairs, please")
    assert seal == seal_of(seal.salt, "No stairs, please")
    assert seal != seal_of(seal.salt, "Stairs, please")


def test_the_same_words_never_have_the_same_seal() -> None:
    assert len({Sealed.of("Ben") for _ in range(50)}) == 50
    assert len(Sealed.of("Ben").salt) == 32


def test_a_fresh_seal_carries_its_words_and_a_stored_one_does_not() -> None:
    fresh = Sealed.of("Ben")
    assert fresh.is_fresh
    assert fresh.words == "Ben"
    assert not SEALED.validate_json(SEALED.dump_json(fresh)).is_fresh


def test_a_seal_is_stored_as_64_digits_and_nothing_of_its_words() -> None:
    seal = Sealed.of("Ben")
    assert SEALED.dump_json(seal) == f'"{seal!s}"'.encode()
    assert len(seal) == 64


@pytest.mark.parametrize(
    "stored", ['"Ben"', '""', f'"{"A" * 64}"', f'"{"a" * 65}"', '"' + "a" * 64 + '\\n"', "12"]
)
def test_only_a_seal_is_read_as_one(stored: str) -> None:
    with pytest.raises(ValidationError):
        SEALED.validate_json(stored)


def test_plain_words_are_not_taken_for_a_seal() -> None:
    with pytest.raises(ValidationError):
        SEALED.validate_python("Ben")
    with pytest.raises(ValidationError):
        SEALED.validate_python("a" * 64)


def test_words_are_kept_in_one_spelling() -> None:
    assert Sealed.of("Ame\u0301lie").words == "Amélie"


@pytest.mark.parametrize(
    "words", ["日本語のなまえ", "اسم", "🎶 disco", "क्लब", "a\u200db", "null \0 byte"]
)
def test_other_scripts_and_signs_are_kept_as_they_are(words: str) -> None:
    assert Sealed.of(words).words == words


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_whatever_can_be_typed_can_be_kept(words: str) -> None:
    assert readable(readable(words)) == readable(words)
    if words.strip():
        seal = Sealed.of(words)
        assert seal == seal_of(seal.salt, readable(words))


def test_a_broken_letter_is_refused() -> None:
    with pytest.raises(Malformed, match="broken letter"):
        Sealed.of("B\udce9n")


def test_a_text_that_is_far_too_long_is_refused() -> None:
    assert Sealed.of("a" * LONGEST).is_fresh
    with pytest.raises(Malformed, match=r"too long\. It can have 100,000 letters"):
        Sealed.of("a" * (LONGEST + 1))


def test_where_words_are_needed_some_must_be_there() -> None:
    for nothing in ("", " ", "\n\t"):
        with pytest.raises(Malformed, match="words are missing"):
            Sealed.of(nothing)


def test_where_words_may_be_left_out_they_are() -> None:
    for nothing in (None, "", " ", "\n\t"):
        assert Sealed.maybe(nothing) is None
    seal = Sealed.maybe("Ben")
    assert seal is not None
    assert seal.words == "Ben"


def test_details_are_one_sealed_object() -> None:
    assert Details.sealed("Ben").words == '{"name":"Ben"}'
    assert Details.maybe(" ") is None
