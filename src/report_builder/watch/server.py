"""A page on this machine that shows the report and keeps its place: to its own browser, and to nobody else.

It listens on the loopback address alone, at a port that the system chooses; the first part of each path is a secret of
the run, because other people may be logged in to the same machine. A request that is sent by another site, or under
another name for this machine (DNS rebinding), is refused. There is nothing to ask for but page, report and news.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from report_builder.watch.shown import Shown

_ADDRESS = "127.0.0.1"
_WAIT_SECONDS = 20.0  # for news, before a request is answered without any: no proxy or browser gives up that soon
_PAGE_POLICY = "default-src 'none'; script-src 'nonce-{0}'; style-src 'nonce-{0}'; connect-src 'self'; frame-src 'self'"


class Server(ThreadingHTTPServer):
    """The page of one run. `secret` is the first part of its paths."""

    def __init__(self, shown: Shown) -> None:
        super().__init__((_ADDRESS, 0), _Handler)
        self.shown = shown
        self.secret = secrets.token_urlsafe(16)
        page = (Path(__file__).parent / "page.html").read_text(encoding="utf-8")
        self.page = page.replace("{nonce}", self.secret).encode()

    def handle_error(self, request: object, client_address: object) -> None:
        """Says nothing of a browser that did not wait for its answer; there is nobody else to tell."""

    @property
    def host(self) -> str:
        return f"{_ADDRESS}:{self.server_address[1]}"

    @property
    def url(self) -> str:
        return f"http://{self.host}/{self.secret}/"


@contextmanager
def serving(shown: Shown) -> Iterator[str]:
    """The address of the page, which is there as long as this lasts."""
    with Server(shown) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.url
        finally:
            server.shutdown()


class _Handler(BaseHTTPRequestHandler):
    """Answers GET; the base class refuses every other method."""

    server: Server

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if not self._is_ours():
            self.send_error(HTTPStatus.FORBIDDEN)
        elif path == f"/{self.server.secret}/":
            self._send(self.server.page, "text/html; charset=utf-8", _PAGE_POLICY.format(self.server.secret))
        elif path == f"/{self.server.secret}/report":
            self._send(self.server.shown.report, "text/html; charset=utf-8", "frame-ancestors 'self'")
        elif path == f"/{self.server.secret}/news":
            known = int(query) if query.isascii() and query.isdigit() else 0
            news = self.server.shown.news(known, _WAIT_SECONDS)
            self._send(json.dumps(news).encode(), "application/json", "default-src 'none'")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _is_ours(self) -> bool:
        """Whether it is asked for by the name we gave out, and by no page but ours."""
        origin, site = self.headers.get("Origin"), self.headers.get("Sec-Fetch-Site")
        return (
            self.headers.get_all("Host") == [self.server.host]
            and origin in (None, f"http://{self.server.host}")
            and site in (None, "none", "same-origin")
        )

    def _send(self, data: bytes, media_type: str, policy: str) -> None:
        self.send_response(HTTPStatus.OK)
        headers = {
            "Content-Type": media_type,
            "Content-Length": str(len(data)),
            "Content-Security-Policy": policy,
            "Cache-Control": "no-store",
            "Cross-Origin-Resource-Policy": "same-origin",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal is for what is wrong with the report."""
