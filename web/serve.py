"""The server: says where the pages are, notes nothing personal, and stops when it is asked."""

import logging
import signal
from collections.abc import Callable
from time import monotonic
from types import FrameType
from typing import Any

from flask import Flask, Response, request
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import BaseWSGIServer, create_server
from waitress.task import WSGITask

from web.discreet import note_discreetly
from web.settings import BIGGEST_FORM, Settings

THREADS = 8
CONNECTIONS = 800
"""More than a large committee's screens, and fewer than the files a program may have open."""
IDLE_SECONDS = 60
GRACE_SECONDS = 10
"""So long at most what has begun is still answered after somebody asked to stop."""
PROXY = "127.0.0.1"
"""A web server on the same computer is believed when it says for whom it asks."""

log = logging.getLogger("hands")


class Answering(WSGITask):
    """Keeps the connection open after an answer that says nothing has changed.

    Such an answer has no body, and the library closes after whatever has no length to go by.
    """

    def set_close_on_finish(self) -> None:
        """Close where the answer has a body, or where whoever asks wants it."""
        if self.has_body or self.version == "1.0" or self._is_the_last():
            super().set_close_on_finish()

    def _is_the_last(self) -> bool:
        asked = self.request
        return isinstance(asked, HTTPRequestParser) and (
            asked.headers.get("CONNECTION", "").lower() == "close"
        )


class Screen(HTTPChannel):
    """The connection of somebody who looks at pages."""

    task_class = Answering


class Server:
    """Listens at an address; answers until it is asked to stop, and then what has begun."""

    def __init__(self, app: Flask, settings: Settings) -> None:
        self._open: dict[int, Any] = {}
        self._stop_by: float | None = None
        first = create_server(
            app,
            map=self._open,
            host=settings.host,
            port=settings.port,
            threads=THREADS,
            ident=None,
            connection_limit=CONNECTIONS,
            channel_timeout=IDLE_SECONDS,
            cleanup_interval=IDLE_SECONDS // 6,
            max_request_body_size=4 * BIGGEST_FORM,  # up to here a page says what is wrong
            trusted_proxy=PROXY,
            trusted_proxy_headers={"x-forwarded-for"},
        )
        for listener in self._listeners():
            listener.channel_class = Screen
        self._at_work = first.task_dispatcher
        self.port = int(self._listeners()[0].getsockname()[1])

    def run(self) -> None:
        """Answer requests until ``stop``."""
        while self._stop_by is None or (self._busy() and monotonic() < self._stop_by):
            wasyncore.loop(timeout=1, use_poll=True, map=self._open, count=1)
            if self._stop_by is not None:
                self._refuse_newcomers()
        self._at_work.shutdown()
        wasyncore.close_all(self._open, ignore_all=True)

    def stop(self) -> None:
        """Let ``run`` come to its end. May be called from wherever a signal arrives."""
        self._stop_by = self._stop_by or monotonic() + GRACE_SECONDS
        for listener in self._listeners():
            listener.pull_trigger()

    def _listeners(self) -> list[BaseWSGIServer]:
        return [it for it in list(self._open.values()) if isinstance(it, BaseWSGIServer)]

    def _refuse_newcomers(self) -> None:
        for listener in self._listeners():
            wasyncore.dispatcher.close(listener)  # its own ``close`` would deafen the answers too

    def _busy(self) -> bool:
        """Whether a request is being answered, or an answer is on its way."""
        screens = [it for it in list(self._open.values()) if isinstance(it, HTTPChannel)]
        return any(screen.requests or screen.total_outbufs_len for screen in screens)


def listen(app: Flask, settings: Settings) -> tuple[Server, str]:
    """Take the address; the answer says which, also where any free port was asked for."""
    server = Server(app, settings)
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return server, f"http://{host}:{server.port}"


def serve(app: Flask, settings: Settings, ready: Callable[[str], None] = print) -> None:
    """Answer requests until SIGTERM or SIGINT; what has begun is answered first."""
    note_discreetly()
    app.after_request(_note)
    server, address = listen(app, settings)

    def asked(_signal: int, _frame: FrameType | None) -> None:
        server.stop()

    for kind in (signal.SIGTERM, signal.SIGINT):
        signal.signal(kind, asked)
    ready(address)
    server.run()


def _note(answer: Response) -> Response:
    """One line an answer: the page's name and never its address, which may hold a link's secret."""
    log.info("%s %s %s", request.method, request.endpoint or "-", answer.status_code)
    return answer
