"""A small web server of this machine, for tests that fetch."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Answer = Callable[[BaseHTTPRequestHandler], None]


class Site:
    """Answers paths with what a test puts there. `url` is its address without a slash."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.answers: dict[str, Answer] = {}
        self.asked: list[str] = []

    def put(
        self,
        path: str,
        body: bytes | str,
        kind: str = "text/html; charset=utf-8",
        status: int = 200,
        **headers: str,
    ) -> str:
        """Lets a path answer with a body; its address."""
        data = body.encode() if isinstance(body, str) else body

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            handler.send_header("Content-Type", kind)
            handler.send_header("Content-Length", str(len(data)))
            for name, value in headers.items():
                handler.send_header(name.replace("_", "-"), value)
            handler.end_headers()
            handler.wfile.write(data)

        self.answers[path] = answer
        return self.url + path

    def redirect(self, path: str, target: str) -> str:
        """Lets a path lead elsewhere; its address."""
        return self.put(path, b"", status=302, Location=target)


@pytest.fixture
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            place.asked.append(self.path)
            answer = place.answers.get(self.path)
            if answer is None:
                self.send_error(404)
                return
            try:
                answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *args: object) -> None:
            """Keeps the server quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    place = Site(f"http://127.0.0.1:{server.server_address[1]}")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield place
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page() -> Callable[..., str]:
    """Makes a page of HTML with an article of three paragraphs."""

    def make(title: str = "Ferry talks resume", extra: str = "", head: str = "") -> str:
        paragraphs = (
            "Negotiators from both islands met on Monday for the first time since the ferry line "
            "was closed in a dispute over harbour dues, officials said.",
            "The foreign minister of the northern island said that the talks had been frank, and "
            "that a second meeting would follow within a month in the southern capital.",
            "The southern island accused its neighbour of holding back two ships, a charge that "
            "the northern government has denied ever since the line was closed last year.",
        )
        body = "".join(f"<p>{p}</p>" for p in paragraphs)
        return (
            f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title>{head}</head>"
            f"<body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav><article><h1>{title}</h1>"
            f"{body}{extra}</article><footer>Imprint</footer></body></html>"
        )

    return make
