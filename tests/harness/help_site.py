"""The loopback HTTPS server that stands in for help.openai.com and for a site that is not it.

Browsers are told that both names live here, so the pages have their true addresses. Every hit
is kept, so that a test can say who asked for what.
"""

import html
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import trustme

HELP = "https://help.openai.com"
ELSEWHERE = "https://example.org"
HOSTS = tuple(urlsplit(site).netloc for site in (HELP, ELSEWHERE))

HOME = "/en/"
REFUNDS = "/en/articles/7232895-how-do-i-request-a-refund"
SEARCH = "/en/?q="
TITLES = {
    HOME: "OpenAI Help Center",
    REFUNDS: "How do I request a refund? | OpenAI Help Center",
}


@dataclass(slots=True)
class HelpSite:
    """A running help site: its port, each hit as (host, path with query).

    `calls` has the host of each connection: a browser that only knocks is heard, too.
    """

    port: int
    hits: list[tuple[str, str]] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)


@contextmanager
def serving() -> Iterator[HelpSite]:
    """Serve the help site on a free loopback port until the block ends."""
    site = HelpSite(port=0)
    server = _Server(("127.0.0.1", 0), _answering(site))
    # The handshake belongs to the connection's own thread: a browser may open one and stay mute.
    server.socket = _certified(site).wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    site.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def page(path: str) -> str:
    """Return the page at `path`: a title, a heading, a search field and somewhere to paste."""
    query = parse_qs(urlsplit(path).query).get("q", [""])[0]
    title = f"{query} - Search | OpenAI Help Center" if query else TITLES.get(path, "Help")
    shown = html.escape(title)
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{shown}</title>
<link rel="icon" href="data:,"></head><body><header><form role="search">
<input name="q" value="{html.escape(query)}" aria-label="Search"></form></header>
<main><h1>{shown}</h1><textarea aria-label="Your message" rows="9" cols="60"></textarea></main>
</body></html>"""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that hangs up in mid-answer is no news."""


def _certified(site: HelpSite) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(*HOSTS).configure_cert(context)
    context.sni_callback = lambda _socket, host, _context: site.calls.append(host)
    return context


def _answering(site: HelpSite) -> type[BaseHTTPRequestHandler]:
    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.hits.append((self.headers.get("Host", ""), self.path))
            body = page(self.path).encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_HEAD = do_OPTIONS = do_PUT = do_GET  # noqa: N815  # http.server's names.

        def log_message(self, *_: object) -> None:
            """Keep the test output to the tests."""

    return Answers
