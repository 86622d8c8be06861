"""The server: says where the pages are, notes nothing personal, and stops when it is asked."""

import logging
import signal
from collections.abc import Callable
from types import FrameType

from flask import Flask, Response, request
from waitress.server import BaseWSGIServer, MultiSocketServer, create_server

from web.settings import Settings

THREADS = 8
Server = BaseWSGIServer | MultiSocketServer
log = logging.getLogger("hands")


def listen(app: Flask, settings: Settings) -> tuple[Server, str]:
    """Take the address; the answer says which, also where any free port was asked for."""
    server = create_server(app, host=settings.host, port=settings.port, threads=THREADS, ident=None)
    port = getattr(server, "effective_port", settings.port)
    return server, f"http://{settings.host}:{port}"


def serve(app: Flask, settings: Settings, ready: Callable[[str], None] = print) -> None:
    """Answer requests until SIGTERM or SIGINT; what has begun is answered first."""
    logging.basicConfig(format="%(asctime)s %(message)s", level=logging.INFO)
    logging.getLogger("waitress").setLevel(logging.WARNING)
    app.after_request(_note)
    server, address = listen(app, settings)
    for asked in (signal.SIGTERM, signal.SIGINT):
        signal.signal(asked, _stop)
    ready(address)
    server.run()


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)


def _note(answer: Response) -> Response:
    """One line an answer: the page's name and never its address, which may hold a link's secret."""
    log.info("%s %s %s", request.method, request.endpoint or "-", answer.status_code)
    return answer
