"""On a bare machine a browser is fetched once, and what only looks like a program is none."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock

from tests.harness import apt, browsers_found

type Put = Callable[[str, str], Path]


@pytest.fixture
def put(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Put:
    """Put programs into folders of a PATH that has nothing else."""
    folders = [tmp_path / "shims", tmp_path / "bin"]
    for folder in folders:
        folder.mkdir()
    monkeypatch.setenv("PATH", ":".join(map(str, folders)))

    def write(place: str, script: str) -> Path:
        path = tmp_path / place
        path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        path.chmod(0o755)
        return path

    return write


def test_a_shim_with_nothing_behind_it_does_not_hide_the_program(put: Put) -> None:
    """Seen to fail with every file of the name that may be run."""
    put("shims/chromium", "echo 'chromium: command not found' >&2; exit 127")
    real = put("bin/chromium", "echo Chromium 156.0.8078.79")
    assert [*browsers_found.that_run("chromium")] == [real]


def test_a_program_without_a_version_is_none(put: Put) -> None:
    """Ubuntu has such a one: it says to install a snap. Seen to fail without the question."""
    put("bin/chromium", "echo Please install the snap.")
    assert [*browsers_found.that_run("chromium")] == []


def test_who_comes_second_waits_and_finds_what_the_first_has_installed(
    put: Put, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen to fail without the lock."""
    lock, said = FileLock(tmp_path / "lock"), list[str]()
    monkeypatch.setattr(browsers_found, "LOCK", tmp_path / "lock")
    with ThreadPoolExecutor() as pool:
        with lock:
            waiting = pool.submit(browsers_found.find.__wrapped__, "chromium", said.append)
            while not said and not waiting.done():
                time.sleep(0.01)
            for name in ("chromium", "chromedriver"):
                put(f"bin/{name}", "echo Version 156.0")
        found = waiting.result()
    assert found.binary == tmp_path / "bin" / "chromium"
    assert "waiting for another test process" in said[0]


def test_a_lock_that_apt_does_not_wait_for_is_waited_for_and_named_once(
    put: Put, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Seen to fail with one try."""
    monkeypatch.setattr(apt, "RETRY", 0)
    tries = tmp_path / "tries"
    held = "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 7 (apt-get)"
    put("bin/apt", f"echo . >> {tries}; echo '{held}'; exit 100")
    said = list[str]()
    with pytest.raises(apt.NotInstalled, match="process 7"):
        apt.run(("apt", "update"), said.append, longest=0.1)
    assert said == [f"Waiting. {held}"]
    assert tries.read_text().count(".") > 1


def test_what_apt_cannot_do_is_told_at_once_in_its_own_words(put: Put) -> None:
    """Seen to go on for ever with any failure taken for a lock."""
    put("bin/apt", "echo 'E: Unable to locate package firefox-esr'; exit 100")
    with pytest.raises(apt.NotInstalled, match="Unable to locate package"):
        apt.run(("apt", "install"), lambda _: None)
