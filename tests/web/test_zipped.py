import gzip
import re

import pytest

from tests.web.club import Club

ZIPPED = {"Accept-Encoding": "gzip, deflate, br"}
TOKEN = re.compile(rb'name="csrf_token" value="[^"]+"')
FILES = ("/static/hands.css", "/static/symbols.svg", "/static/listen.js")


@pytest.mark.parametrize("path", ["/", "/why/record", "/nowhere", *FILES])
def test_who_can_unzip_is_sent_the_same_in_fewer_bytes(club: Club, path: str) -> None:
    club.vote()
    ben = club.enter("Ben")
    ben.get(path)
    plain, small = ben.get(path), ben.get(path, headers=ZIPPED)
    assert "Content-Encoding" not in plain.headers
    assert small.headers["Content-Encoding"] == "gzip"
    assert TOKEN.sub(b"", gzip.decompress(small.data)) == TOKEN.sub(b"", plain.data)
    assert len(small.data) < len(plain.data) * 0.6
    assert small.content_length == len(small.data)
    assert {plain.headers["Vary"], small.headers["Vary"]} == {"Accept-Encoding"}


@pytest.mark.parametrize("path", ["/static/fonts/hands-basic.woff2", "/health"])
def test_what_is_small_already_stays_as_it_is(club: Club, path: str) -> None:
    assert "Content-Encoding" not in club.visitor().get(path, headers=ZIPPED).headers


@pytest.mark.parametrize("path", ["/", *FILES])
def test_what_was_sent_zipped_is_not_sent_again(club: Club, path: str) -> None:
    ben = club.enter("Ben")
    ben.get(path)
    tag = ben.get(path, headers=ZIPPED).headers["ETag"]
    again = ben.get(path, headers=ZIPPED | {"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")


def test_who_refuses_zipped_words_and_who_asks_for_a_part_gets_plain_ones(club: Club) -> None:
    visitor = club.visitor()
    refused = visitor.get(FILES[0], headers={"Accept-Encoding": "gzip;q=0, identity"})
    part = visitor.get(FILES[0], headers=ZIPPED | {"Range": "bytes=0-99"})
    assert "Content-Encoding" not in refused.headers
    assert (part.status_code, len(part.data)) == (206, 100)
    assert part.data == refused.data[:100]
