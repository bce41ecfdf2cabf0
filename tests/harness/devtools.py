"""A second DevTools connection to Chromium, beside chromedriver's.

It does what chromedriver does not: speaks to the extension system and to the service worker,
and hears every complaint (console error, uncaught exception, security report) of every page
and worker of the extension, even of a popup that is gone a moment later.
"""

import json
import urllib.request
from collections.abc import Callable
from itertools import count
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any

import websocket

from tests.harness.popup import Answer

type Json = dict[str, Any]

ANSWER_SECONDS = 20
# What an interface says while the worker of what was just installed is not registered yet.
NOT_YET = "No SW"


class DevToolsError(Exception):
    """Chromium refused a command, or the evaluated script threw."""


class DevTools:
    """One websocket to the whole browser; sessions to single targets run inside it."""

    def __init__(self, address: str) -> None:
        """Connect to the browser whose debugger listens at `address` (host:port)."""
        with urllib.request.urlopen(f"http://{address}/json/version") as answer:
            url = json.load(answer)["webSocketDebuggerUrl"]
        self._socket = websocket.create_connection(url, suppress_origin=True)
        self._numbers = count(1)
        self._sending = Lock()
        self._waiting: dict[int, SimpleQueue[Json]] = {}
        self._hearers: dict[str, Callable[[Json, str], None]] = {}
        self._reader = Thread(target=self._read, daemon=True)

    def listen(self) -> None:
        """Start to hear answers and events."""
        self._reader.start()

    def hang_up(self) -> None:
        """End the connection; the browser stays."""
        self._socket.close()
        if self._reader.is_alive():
            self._reader.join(ANSWER_SECONDS)

    def on(self, event: str, hearer: Callable[[Json, str], None]) -> None:
        """Have `hearer(params, session)` called, on the reading thread, at each `event`."""
        self._hearers[event] = hearer

    def tell(self, method: str, params: Json | None = None, session: str = "") -> None:
        """Send a command and do not wait: the only way on the reading thread."""
        self._send(method, params, session)

    def ask(self, method: str, params: Json | None = None, session: str = "") -> Json:
        """Send a command and return its result; raises DevToolsError."""
        answers: SimpleQueue[Json] = SimpleQueue()
        self._send(method, params, session, answers)
        try:
            answer = answers.get(timeout=ANSWER_SECONDS)
        except Empty:
            message = f"{method}: no answer in {ANSWER_SECONDS} s"
            raise DevToolsError(message) from None
        if "error" in answer:
            message = f"{method}: {answer['error']}"
            raise DevToolsError(message)
        result: Json = answer["result"]
        return result

    def targets(self, *kinds: str) -> list[Json]:
        """Return what Chromium runs now: "tab", "page", "service_worker", or all but tabs."""
        chosen = {"filter": [{"type": kind} for kind in kinds]} if kinds else {}
        infos: list[Json] = self.ask("Target.getTargets", chosen)["targetInfos"]
        return infos

    def evaluate(self, session: str, script: str) -> Answer:
        """Run an expression in a session, await it, and return its JSON value."""
        wanted = {"expression": script, "awaitPromise": True, "returnByValue": True}
        answer = self.ask("Runtime.evaluate", wanted, session)
        if "exceptionDetails" in answer:
            raise DevToolsError(describe(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def asked_of_worker(self, session: str, body: str) -> list[Answer]:
        """Return a list of what an expression gives, an empty one if the worker is not ready."""
        try:
            return [self.evaluate(session, body)]
        except DevToolsError as error:
            if NOT_YET not in str(error):
                raise
            return []

    def _send(
        self,
        method: str,
        params: Json | None,
        session: str,
        answers: SimpleQueue[Json] | None = None,
    ) -> None:
        with self._sending:
            number = next(self._numbers)
            if answers is not None:
                self._waiting[number] = answers
            command: Json = {"id": number, "method": method, "params": params or {}}
            self._socket.send(json.dumps(command | ({"sessionId": session} if session else {})))

    def _read(self) -> None:
        while True:
            try:
                message = json.loads(self._socket.recv())
            except (OSError, ValueError, websocket.WebSocketException):
                self._give_up()
                return
            if "id" in message:
                if waiting := self._waiting.pop(message["id"], None):
                    waiting.put(message)
            elif hearer := self._hearers.get(message["method"]):
                hearer(message["params"], message.get("sessionId", ""))

    def _give_up(self) -> None:
        """Let those who wait know at once: nothing will come of a browser that has ended."""
        with self._sending:
            waiting, self._waiting = self._waiting, {}
        for answers in waiting.values():
            answers.put({"error": "the connection has ended"})


def describe(details: Json) -> str:
    """Return the words of a Runtime.ExceptionDetails."""
    thrown = details.get("exception", {})
    return f"{details['text']} {thrown.get('description', thrown.get('value', ''))}"
