"""Words that can be forgotten: a seal in the event, the words and their salt in ``private.db``.

A seal is SHA-256(domain ‖ 32 random bytes ‖ the words in UTF-8, NFC). Whoever holds words and salt
can prove that these words were meant; once both are gone nobody can guess them from the seal.
"""

import unicodedata
from hashlib import sha256
from secrets import token_bytes
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from domain.errors import Malformed

_DOMAIN = b"show-of-hands/seal/v1\0"
_HEX = r"^[0-9a-f]{64}$"
LONGEST = 100_000
"""The most characters one text may have."""


class Sealed(str):
    """The seal of some words: 64 hexadecimal digits.

    A seal made here and now with :meth:`of` still carries its words, so that they can be put into
    ``private.db`` before the event is written. A seal read from the log does not.
    """

    __slots__ = ("salt", "words")
    salt: bytes
    words: str

    @classmethod
    def of(cls, words: str) -> Self:
        """Seal these words with fresh salt. Where words are needed, some must be there.

        What is a seal already stays that seal.
        """
        if isinstance(words, cls):
            return words
        words = readable(words)
        if not words.strip():
            raise Malformed("Some words are missing here. Please write them.")
        return cls.with_salt(token_bytes(32), words)

    @classmethod
    def with_salt(cls, salt: bytes, words: str) -> Self:
        """The seal that these words got with this salt, with the words at hand again."""
        seal = cls(seal_of(salt, words))
        seal.salt, seal.words = salt, words
        return seal

    @classmethod
    def maybe(cls, words: str | None) -> Self | None:
        """Seal these words, or nothing where there are none."""
        return cls.of(words) if words and words.strip() else None

    @property
    def is_fresh(self) -> bool:
        """Whether the words are still at hand."""
        return hasattr(self, "words")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        text = core_schema.str_schema(pattern=_HEX)
        return core_schema.json_or_python_schema(
            json_schema=core_schema.no_info_after_validator_function(cls, text),
            python_schema=core_schema.is_instance_schema(cls),
            serialization=core_schema.plain_serializer_function_ser_schema(str, when_used="json"),
        )


def seal_of(salt: bytes, words: str) -> str:
    """The seal that this salt and these words must have."""
    return sha256(_DOMAIN + salt + words.encode()).hexdigest()


def readable(words: str) -> str:
    """The words in one spelling (Unicode NFC), or a refusal if they cannot be kept as they are."""
    if len(words) > LONGEST:
        raise Malformed(f"This text is too long. It can have {LONGEST:,} letters at most.")
    try:
        words.encode()
    except UnicodeEncodeError:
        raise Malformed("This text has a broken letter in it. Please type it again.") from None
    return unicodedata.normalize("NFC", words)
