"""What somebody who repairs the extension wants to know, and nothing of what the person wrote."""

import sys
from collections.abc import Iterator, Mapping
from typing import Any

from guide.screens.widgets.dates import near
from guide.screens.widgets.sizes import sized
from guide.situation import Situation
from guide.surroundings import EngineReport, ExtensionInfo, LoggedError

type ReportRow = Mapping[str, Any]
type ReportGroup = tuple[str, tuple[ReportRow, ...]]

# The engine says in its own words why it did not start better; what nobody knows stays unsaid.
REASONS = (
    ("damaged", "damaged"),
    ("another build", "other_build"),
    ("cannot be read", "missing"),
    ("in time", "slow"),
    ("unreachable", "code"),
)
STAGES = ("compiled", "loaded", "linked", "restored", "ready")


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `diagnostics.html.j2`; empty while nobody has looked yet."""
    shell, words = situation.turn.shell, situation.catalog.words[situation.locale]
    if shell is None:
        return {"groups": (), "mishaps": (), "report": ""}
    groups = (
        ("versions", tuple(_versions(situation, shell))),
        ("engine", tuple(_engine(words, shell.engine)) if shell.engine else ()),
        ("storage", tuple(_storage(situation, shell))),
    )
    return {
        "groups": groups,
        "mishaps": tuple(_mishap(situation, one) for one in shell.mishaps),
        "report": "\n".join(_report(groups, shell)),
    }


def reason(problem: str) -> str:
    """Return the code of why the engine did not start better, "" if it did."""
    return next((code for part, code in REASONS if part in problem), "other") if problem else ""


def _versions(situation: Situation, shell: ExtensionInfo) -> Iterator[ReportRow]:
    yield _row("extension", shell.version)
    yield _row("python", sys.version.split()[0])
    if shell.engine and shell.engine.pyodide:
        yield _row("pyodide", shell.engine.pyodide)
    yield _row("browser", situation.turn.device.browser)
    yield _row("os", situation.turn.device.os)
    yield _row("language", situation.turn.device.language)
    yield _row("timezone", situation.turn.device.timezone)


def _engine(words: Mapping[str, Any], engine: EngineReport) -> Iterator[ReportRow]:
    said = words["ui"]["diagnostics"]
    yield _row("path", engine.path, said["paths"][engine.path])
    if why := reason(engine.problem):
        yield _row("why", why, said["why"][why])
    for stage, time in sorted(engine.times.items(), key=lambda item: item[1]):
        if stage in STAGES:
            yield _row(f"stage.{stage}", f"{time} ms", name=said["stages"][stage])
    if engine.heap:
        yield _row("heap", f"{engine.heap} B", sized(words, engine.heap))


def _storage(situation: Situation, shell: ExtensionInfo) -> Iterator[ReportRow]:
    words = situation.catalog.words[situation.locale]
    size = sum(item.size for item in shell.stored)
    yield _row("used", f"{size} B", sized(words, size))
    yield _row("entries", str(len(shell.stored)))
    yield _row("cases", str(len(situation.state.cases)))
    state = situation.unreadable[0] if situation.unreadable else "ok"
    yield _row("state", state, words["ui"]["diagnostics"]["states"][state])


def _row(key: str, value: str, shown: str = "", name: str = "") -> ReportRow:
    """Return a line; `shown` is the value in the person's words, `name` the key in them."""
    return {"key": key, "value": value, "shown": shown, "name": name}


def _mishap(situation: Situation, one: LoggedError) -> ReportRow:
    words = situation.catalog.words[situation.locale]
    return {
        "code": one.code,
        "stage": one.stage,
        "count": one.count,
        "day": near(words, one.at, situation.turn.now),
    }


def _report(groups: tuple[ReportGroup, ...], shell: ExtensionInfo) -> Iterator[str]:
    """Yield the lines to copy: the same in every language, for whoever reads them."""
    for name, rows in groups:
        yield from (f"{name}.{row['key']}: {row['value']}" for row in rows)
    for one in shell.mishaps:
        yield f"problem: {one.code} {one.stage} {one.at} x{one.count}"
