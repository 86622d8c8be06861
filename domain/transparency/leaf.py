"""One leaf of the log's tree: a small envelope around one event, written once, kept as bytes.

The bytes are JSON in canonical form (RFC 8785): keys in order, no spaces. Nobody ever has to
write them again to check the tree; a verifier hashes what lies there.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha256

VERSION = 1


def leaf(  # noqa: PLR0913 -- an envelope has as many sides as it has
    index: int,
    stream: str,
    version: int,
    topic: str,
    recorded_at: datetime,
    body: bytes,
    seals: Sequence[str],
) -> bytes:
    """The envelope of one event: its place in tree and stream, its kind, when, and two hashes.

    ``body`` is the event as stored; ``seals`` commit to its words, which lie elsewhere and can be
    forgotten without touching the tree. ``index`` counts from 0 without gaps.
    """
    pii = ",".join([f'"commit:{seal}"' for seal in seals]) if seals else ""
    return (
        f'{{"body":"sha256:{sha256(body).hexdigest()}","idx":{index},"pii":[{pii}],'
        f'"recorded":"{_stamp(recorded_at)}","stream":"{stream}","type":"{topic}",'
        f'"v":{VERSION},"ver":{version}}}'
    ).encode()


@lru_cache(maxsize=1_000)
def _stamp(at: datetime) -> str:
    return f"{at.astimezone(UTC).isoformat(timespec='microseconds')[:-6]}Z"
