#!/usr/bin/env bash
# A stream of JSON lines breaks at a character inside a text: two clients cut where no line ends.
#
# What: PyPI httpx 0.28.1 (iter_lines) and requests 2.34.2 (iter_lines with decode_unicode=True) on
#   an answer of application/x-ndjson from this computer; controls: requests' iter_lines of bytes,
#   PyPI httpx-sse 0.4.3 on the same rows as server-sent events. RFC 8259, 7: U+2028 and U+0085 may
#   stand in a JSON text as they are; JSON lines end at "\n".
# Seen on 2026-11-30: three rows are five lines to both, and json.loads of the first says
#   "Unterminated string". Both cut as str.splitlines() does. As bytes it is three lines, httpx-sse
#   has three events, and httpx, too, where the server writes "\u2028".
# Why it matters: answers of language models and pasted texts may have U+2028; whether it is escaped
#   is the server's choice (Python escapes it, JSON.stringify does not). The stream works for weeks
#   and then breaks off in the middle of one person's case.
# We instead: send nothing; a file of lines is cut at "\n" alone.
set -euo pipefail
lab=$(mktemp -d)
trap 'rm -rf "$lab"' EXIT
python3 -m venv "$lab/venv"
"$lab/venv/bin/pip" install -qq httpx==0.28.1 requests==2.34.2 httpx-sse==0.4.3
cd "$lab"

cat > ask.py <<'PY'
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import httpx
import httpx_sse
import requests

ROWS = [{"text": "one\u2028two"}, {"text": "three\x85four"}, {"text": "plain"}]


class Answer(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        events = self.path == "/events"
        lines = [json.dumps(row, ensure_ascii=self.path == "/escaped") for row in ROWS]
        body = "".join(f"data: {line}\n\n" if events else f"{line}\n" for line in lines).encode()
        kind = "text/event-stream" if events else "application/x-ndjson"
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


server = HTTPServer(("127.0.0.1", 0), Answer)
threading.Thread(target=server.serve_forever, daemon=True).start()
site = f"http://127.0.0.1:{server.server_port}"

by_httpx = list(httpx.get(f"{site}/lines").iter_lines())
by_requests = list(requests.get(f"{site}/lines", stream=True).iter_lines(decode_unicode=True))
print("httpx", by_httpx)
print("requests", by_requests)
assert len(by_httpx) == len(by_requests) == 5
for line in (by_httpx[0], by_requests[0]):
    try:
        json.loads(line)
    except json.JSONDecodeError as error:
        assert "Unterminated string" in str(error)
    else:
        raise AssertionError(line)

# The controls.
assert [json.loads(line) for line in requests.get(f"{site}/lines", stream=True).iter_lines()] == ROWS
assert [json.loads(line) for line in httpx.get(f"{site}/escaped").iter_lines()] == ROWS
with httpx.Client() as client, httpx_sse.connect_sse(client, "GET", f"{site}/events") as events:
    assert [json.loads(event.data) for event in events.iter_sse()] == ROWS
server.shutdown()
PY
venv/bin/python ask.py
