"""``hands`` as it is typed, on a clock that a test turns: the moment stands in a file.

python -m tests.browser.hands_then CLOCK serve --data FOLDER
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask

from web import cli, create_app
from web.services import Services
from web.settings import Settings
from web.terminal import house


def main(clock: Path) -> None:
    def now() -> datetime:
        return datetime.fromisoformat(clock.read_text()).astimezone(UTC)

    def on_this_clock(services: Services, settings: Settings) -> Flask:
        return create_app(services, settings, clock=now)

    vars(house).update(now=now, create_app=on_this_clock)
    cli.main()


if __name__ == "__main__":
    main(Path(sys.argv.pop(1)))
