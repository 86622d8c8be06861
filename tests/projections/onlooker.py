"""A program of its own that looks on: python -m tests.projections.onlooker FOLDER NOW

For each line it reads it says what all answers come to; after "rebuild", from a new file.
"""

import sys
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from projections.views import Views
from tests.projections.answers import answers
from tests.scenario import governing
from web.services import READ_MODELS


def digest(views: Views, now: datetime) -> str:
    """All answers in one word."""
    return sha256(answers(views, now)).hexdigest()


def main(folder: str, now: str) -> None:
    with governing(Path(folder)) as governance:
        views = Views(Path(folder) / "views.db", governance, READ_MODELS)
        for line in sys.stdin:
            if line == "rebuild\n":
                views.rebuild()
            sys.stdout.write(digest(views, datetime.fromisoformat(now)) + "\n")
            sys.stdout.flush()
        views.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
