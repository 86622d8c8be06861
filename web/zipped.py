"""Words go out zipped to whoever can unzip them: on a bad line a page is there sooner.

The letters come zipped already. Each tag is weak: it tells what a page says, not its bytes.
"""

import gzip
from functools import lru_cache

from flask import Response, request

LEVEL = 1
"""More takes the server longer, and makes a page a tenth smaller."""
KINDS = ("text/html", "text/css", "text/javascript", "image/svg+xml")
SHORT = 1_000
"""What is shorter fits into one packet as it is."""
NOT_WHOLE = (206, 304)
FILES = 20


def zipped(answer: Response) -> Response:
    """The same answer, in fewer bytes where that helps."""
    if answer.mimetype not in KINDS or answer.status_code in NOT_WHOLE:
        return answer
    answer.vary.add("Accept-Encoding")
    return _zip(answer) if request.accept_encodings["gzip"] else answer


def _zip(answer: Response) -> Response:
    answer.direct_passthrough = False
    words = answer.get_data()
    if len(words) < SHORT:
        return answer
    tag, _ = answer.get_etag()
    whole = _file(words) if request.endpoint == "static" else gzip.compress(words, LEVEL, mtime=0)
    answer.set_data(whole)
    answer.headers["Content-Encoding"] = "gzip"
    answer.headers.pop("Accept-Ranges", None)
    if tag:
        answer.set_etag(tag, weak=True)
    return answer


@lru_cache(FILES)
def _file(words: bytes) -> bytes:
    """A file of ours, which is the same for everybody: zipped once."""
    return gzip.compress(words, mtime=0)
