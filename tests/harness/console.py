"""Hears what Chromium's extension pages and workers complain of, each from its first word on."""

from tests.harness.devtools import NOT_YET, DevTools, Json, describe

WORKERS = {"autoAttach": True, "waitForDebuggerOnStart": False, "flatten": True}


class Console:
    """Attached to each page and worker of any extension as it appears."""

    def __init__(self, devtools: DevTools, complaints: list[str]) -> None:
        """Add to `complaints` what is heard."""
        self._devtools = devtools
        self._complaints = complaints
        self._sessions: dict[str, str] = {}  # Of each target, "" while it is being attached.
        for event, hearer in (
            ("Target.targetCreated", self._attach),
            ("Target.targetInfoChanged", self._attach),
            ("Target.attachedToTarget", self._listen),
            ("Runtime.exceptionThrown", self._on_exception),
            ("Runtime.consoleAPICalled", self._on_console),
            ("Log.entryAdded", self._on_log),
        ):
            devtools.on(event, hearer)
        devtools.ask("Target.setDiscoverTargets", {"discover": True})

    def session(self, target: str) -> str:
        """Return the session attached to a target, "" if there is none yet."""
        return self._sessions.get(target, "")

    def _attach(self, params: Json, _session: str) -> None:
        target = params["targetInfo"]
        identity, url = str(target["targetId"]), str(target["url"])
        if identity in self._sessions or not url.startswith("chrome-extension://"):
            return
        self._sessions[identity] = ""
        self._devtools.tell("Target.attachToTarget", {"targetId": identity, "flatten": True})

    def _listen(self, params: Json, _session: str) -> None:
        target = params["targetInfo"]["targetId"]
        # A page's session brings the service worker, too: heard already, and it ends with the page.
        if self._sessions.get(target):
            return
        self._sessions[target] = params["sessionId"]
        # A page's own workers are known to its session alone.
        self._devtools.tell("Target.setAutoAttach", WORKERS, session=params["sessionId"])
        for domain in ("Runtime", "Log"):  # Both replay what was said before.
            self._devtools.tell(f"{domain}.enable", session=params["sessionId"])

    def _on_exception(self, params: Json, _session: str) -> None:
        details = params["exceptionDetails"]
        said = describe(details)
        # Chromium's answer to any call of a worker that it has started and not yet registered, as
        # right after an update: `DevTools.asked_of_worker` asks again then.
        if not said.endswith(f"Error: {NOT_YET}"):
            self._complaints.append(f"uncaught: {said} {details.get('url', '')}")

    def _on_console(self, params: Json, _session: str) -> None:
        if params["type"] in {"error", "assert"}:
            said = (str(one.get("value", one.get("description"))) for one in params["args"])
            self._complaints.append(f"console.error: {' '.join(said)}")

    def _on_log(self, params: Json, _session: str) -> None:
        entry = params["entry"]
        # An icon was still being drawn for a tab that has closed: the extension hears of it by the
        # promise, and Chromium says it once more.
        if "No tab with id" in entry["text"]:
            return
        if entry["level"] == "error":
            said = f"{entry['source']}: {entry['text']} {entry.get('url', '')}"
            self._complaints.append(said)
