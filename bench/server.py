"""A server of its own for each side of the comparison, on a free port of this machine.

``python -m bench.server floor|ours FOLDER`` prints where it listens and who may vote, as JSON;
``years FOLDER PERSON`` serves a folder that is there already; ``files FOLDER`` serves its files.
"""

import json
import sqlite3
import sys
import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from bench.committee import NOW, Club
from domain.ids import PersonId
from web import create_app
from web.serve import listen
from web.services import Services, now
from web.settings import Settings
from web.signin import SignIn

PEOPLE = 64


def floor(folder: Path) -> tuple[Flask, dict[str, object]]:
    """The least: one route, one row in one durable commit."""
    app = Flask("floor")
    local = threading.local()
    with sqlite3.connect(folder / "floor.db") as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("CREATE TABLE vote (voter TEXT, answer TEXT)")

    def connected() -> sqlite3.Connection:
        if not hasattr(local, "connection"):
            local.connection = sqlite3.connect(folder / "floor.db", isolation_level=None)
            local.connection.execute("PRAGMA synchronous=FULL")
        opened: sqlite3.Connection = local.connection
        return opened

    @app.post("/vote")
    def vote() -> Response:
        connected().execute(
            "INSERT INTO vote VALUES (?, ?)", (request.form["voter"], request.form["answer"])
        )
        return redirect("/", code=303)

    return app, {"path": "/vote", "cookies": [""] * PEOPLE}


def ours(folder: Path) -> tuple[Flask, dict[str, object]]:
    """The whole program: signed in, forgery checked, every rule, event and leaf."""
    club = Club.founded(folder / "club", PEOPLE)
    proposal = club.question()
    club.governance.close()
    services = Services.open(folder / "club")
    sign_in = SignIn(services.governance.vault)
    tokens = [sign_in.begin(now(), person) for person in club.people]
    app = create_app(services, Settings(data=folder))
    cookies = [f"{app.config['SESSION_COOKIE_NAME']}={token}" for token in tokens]
    path = f"/ideas/{proposal}/ballots"
    return app, {"path": path, "page": f"/ideas/{proposal}", "cookies": cookies}


def years(folder: Path, person: str) -> tuple[Flask, dict[str, object]]:
    """The whole program on a folder that is there already, for somebody who is signed in."""
    services = Services.open(folder)
    token = SignIn(services.governance.vault).begin(now(), PersonId(UUID(person)))
    app = create_app(services, Settings(data=folder), lambda: NOW + timedelta(days=1))
    return app, {"cookies": [f"{app.config['SESSION_COOKIE_NAME']}={token}"]}


def files(folder: Path) -> tuple[Flask, dict[str, object]]:
    """Nothing but the files of a folder."""
    return Flask("files", static_folder=folder, static_url_path="/static"), {"cookies": [""]}


SIDES: dict[str, Callable[..., tuple[Flask, dict[str, object]]]] = {
    "floor": floor,
    "ours": ours,
    "years": years,
    "files": files,
}


def main() -> None:
    """Serve one side until the standard input is closed."""
    side, folder, *more = sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]
    folder.mkdir(parents=True, exist_ok=True)
    app, told = SIDES[side](folder, *more)
    server, told["address"] = listen(app, Settings(data=folder, port=0))
    print(json.dumps(told), flush=True)
    threading.Thread(target=server.run, daemon=True).start()
    sys.stdin.read()


if __name__ == "__main__":
    main()
