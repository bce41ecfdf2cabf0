"""The engine, built and under Node: what it does when one of its files is not as it should be."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from guide import door
from guide.warm_up import first_request
from tests import engine_requests
from tests.harness.left_out import PICKING, leave_out

HERE = Path(__file__).parent
NODE = Path(sys.executable).parent / "node"
FIXTURES = sorted((HERE.parent / "fixtures" / "turns").glob("*.jsonl"))


def trial(extension: Path, name: str, fault: str, requests: list[str]) -> dict[str, Any]:
    run = subprocess.run(
        [str(NODE), str(HERE / "trial.mjs"), str(extension), name, fault],
        input="\n".join(requests),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert run.returncode == 0, run.stderr
    # A Python that dies says first where it was.
    report: dict[str, Any] = json.loads(run.stdout.splitlines()[-1])
    return report


def opening() -> str:
    return json.dumps(first_request("en"))


def journey(fixture: Path) -> list[str]:
    """Return the requests of a fixture, each with the state that the one before left."""
    requests, state = [], None
    for line in fixture.read_text(encoding="utf-8").splitlines():
        requests.append(json.dumps(first_request("en") | json.loads(line) | {"state": state}))
        state = json.loads(door.turn(requests[-1]))["state"]
    return requests


@pytest.mark.parametrize(
    ("name", "fault", "path", "problem"),
    [
        ("no-such-file", "missing", "snapshot", ""),
        ("snapshot.bin", "missing", "archive", "staged"),
        ("snapshot.bin", "damaged", "archive", "snapshot.bin is damaged"),
        ("snapshot.bin", "cut", "archive", "snapshot.bin is damaged"),
        ("snapshot.bin", "stuck", "archive", "Python did not start in time"),
        ("snapshot.json", "missing", "archive", "staged"),
        ("snapshot.json", "none", "archive", ""),  # A package without one, and no fault.
    ],
)
def test_without_its_snapshot_the_guide_starts_the_ordinary_way(
    built: dict[str, Path], name: str, fault: str, path: str, problem: str
) -> None:
    """Seen to fail, each fault: no second start by the archive."""
    report = trial(built["chromium"], name, fault, [opening()])
    assert report["path"] == path
    assert problem in report["problem"]
    assert bool(problem) == bool(report["problem"])
    assert report["responses"] == [json.loads(door.turn(opening()))]


def test_a_started_engine_keeps_no_file_but_the_shelf(built: dict[str, Path]) -> None:
    """Megabytes that a Python in the background would hold for as long as it lives.

    Seen to fail with the heap and linked.bin still there.
    """
    kept = subprocess.run(
        [str(NODE), "--expose-gc", str(HERE / "kept.mjs"), str(built["chromium"])],
        input=opening(),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    shelf = built["chromium"] / "engine" / "content.bin"
    assert json.loads(kept.stdout) == [shelf.stat().st_size]


@pytest.mark.parametrize("fault", ["missing", "damaged", "cut"])
def test_without_the_code_that_was_left_out_the_engine_runs_as_long_as_nothing_lacks(
    built: dict[str, Path], fault: str
) -> None:
    """Seen to fail with an engine that reads rest.bin at once, and waits for it."""
    report = trial(built["chromium"], "rest.bin", fault, [opening()])
    assert (report["path"], report["problem"]) == ("snapshot", "")


@pytest.mark.parametrize(
    ("name", "fault", "said"),
    [
        ("hot.wasm", "missing", "staged"),
        ("hot.wasm", "cut", "hot.wasm is damaged"),
        ("hot.wasm", "damaged", "hot.wasm is damaged"),
        ("hot.wasm", "stuck", "Python did not start in time"),
        ("linked.bin", "missing", "staged"),
        ("linked.bin", "cut", "linked.bin is damaged"),
        ("linked.bin", "damaged", "linked.bin is damaged"),
    ],
)
def test_without_its_binary_the_engine_fails_and_says_so(
    built: dict[str, Path], name: str, fault: str, said: str
) -> None:
    """Seen to fail, missing and cut: an engine that goes on without Python.

    hot.wasm "damaged": with answers that do not wait for its sum.
    """
    report = trial(built["chromium"], name, fault, [opening()])
    assert said in report["failed"]


def test_a_turn_that_asks_for_code_that_was_left_out_is_taken_again_with_all_code(
    built: dict[str, Path], tmp_path: Path
) -> None:
    """Seen to fail with an engine that takes a trap for the end of the heap: "archive"."""
    extension = Path(shutil.copytree(built["chromium"], tmp_path / "extension"))
    leave_out(extension, PICKING)
    requests = journey(FIXTURES[0])
    report = trial(extension, "no-such-file", "missing", requests)
    assert report["path"] == "full"
    assert "unreachable" in report["problem"]
    assert report["responses"] == [json.loads(door.turn(request)) for request in requests]


def test_no_request_of_many_needs_code_that_was_left_out(built: dict[str, Path]) -> None:
    """If it fails, `build.py --renew --engine` keeps more.

    Seen to fail without PyUnicode_Partition.
    """
    report = trial(built["chromium"], "no-such-file", "missing", [*engine_requests.others()])
    assert (report["path"], report["problem"]) == ("snapshot", "")


def test_without_code_that_was_left_out_and_is_needed_the_engine_says_so(
    built: dict[str, Path], tmp_path: Path
) -> None:
    """Seen to fail with an engine that puts together whatever it has read."""
    extension = Path(shutil.copytree(built["chromium"], tmp_path / "extension"))
    leave_out(extension, PICKING)
    report = trial(extension, "rest.bin", "damaged", journey(FIXTURES[0]))
    assert "rest.bin is damaged" in report["failed"]


@pytest.mark.parametrize(("fault", "said"), [("missing", "staged"), ("cut", "zlib.error")])
def test_without_its_words_the_engine_fails_and_says_so(
    built: dict[str, Path], fault: str, said: str
) -> None:
    """Seen to fail, missing: an engine that does not wait for content.bin."""
    report = trial(built["chromium"], "content.bin", fault, [opening()])
    assert said in report["failed"]


@pytest.mark.parametrize(("module", "wish"), [("asyncio", "used"), ("queue", "imported")])
def test_a_turn_that_asks_for_what_the_heap_lacks_is_taken_again_where_nothing_is_lacking(
    built: dict[str, Path], module: str, wish: str
) -> None:
    """Seen to fail with stand-ins that are not closed, and with an Absent the door catches.

    And, imported, with a heap in which an import that finds nothing is an ImportError.
    """
    report = trial(built["chromium"], module, wish, [opening()])
    assert report["path"] == "archive"
    assert "Absent" in report["problem"]
    assert report["responses"] == [json.loads(door.turn(opening()))]


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_a_restored_guide_imports_nothing_later(built: dict[str, Path], fixture: Path) -> None:
    """Seen to fail with a door that imports textwrap anew at each turn."""
    requests = journey(fixture)
    report = trial(built["chromium"], "python.zip", "missing", requests)
    assert report["path"] == "snapshot"
    assert report["responses"] == [json.loads(door.turn(request)) for request in requests]
