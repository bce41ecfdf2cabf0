"""What is in the packages, and what the stores would say to them."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from packager import hashes
from packager.content_check import ask_guide
from packager.release import remote_code, targets
from packager.supply import pins, third_party

TARGETS = ("chromium", "firefox")
PAGES = (
    "case_file.html",
    "diagnostics.html",
    "news.html",
    "options.html",
    "picture.html",
    "popup.html",
    "privacy.html",
    "welcome.html",
)
NODE = Path(sys.executable).parent / "node"


def manifest(package: Path) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads((package / "manifest.json").read_text(encoding="utf-8"))
    return whole


def test_the_living_engines_page_is_each_browsers_own(built: dict[str, Path]) -> None:
    """Seen to fail with all files of the shell for each browser."""
    assert not (built["chromium"] / "event-page.js").exists()
    assert not (built["firefox"] / "offscreen.html").exists()


def test_the_living_engine_rehearses_what_the_guide_asks_for(built: dict[str, Path]) -> None:
    """Seen to fail with requests written into engine-worker.js."""
    for package in built.values():
        script = (package / "engine-worker.js").read_text(encoding="utf-8")
        texts = [json.dumps(json.dumps(request)) for request in ask_guide.requests()]
        assert [text for text in texts if text not in script] == []


@pytest.mark.parametrize("target", TARGETS)
def test_every_file_the_manifest_and_the_page_name_is_there(
    built: dict[str, Path], target: str
) -> None:
    """Seen to fail with a package without its icons."""
    package = built[target]
    whole = manifest(package)
    named = {*whole["icons"].values(), whole["action"]["default_popup"]}
    named |= {whole["options_ui"]["page"], *PAGES}
    background = whole["background"]
    named |= {background.get("service_worker"), *background.get("scripts", [])} - {None}
    for name in PAGES:
        page = (package / name).read_text(encoding="utf-8")
        named |= set(re.findall(r"(?:src|href)=\"([^\":#]+)\"", page))
        left = re.findall(r"<!-- (?:first-paint|static|words:)[^>]*>|\{surface\}", page)
        assert left == [], name
    assert [name for name in sorted(named) if not (package / name).is_file()] == []
    unseen = {"chromium": {"offscreen.html"}, "firefox": set()}[target]
    assert {path.name for path in package.glob("*.html")} == {*PAGES} | unseen


def test_the_chromium_package_has_no_address_of_remote_code(built: dict[str, Path]) -> None:
    """Seen to fail with a build that does not look, and idiomorph as it was released."""
    assert list(remote_code.remote_code(built["chromium"])) == []


def test_the_scan_finds_the_addresses_that_the_released_libraries_have(
    built: dict[str, Path],
) -> None:
    """Seen to fail with a scan that finds nothing."""
    # The control: the same scan of the Firefox package, where the loader is as released.
    found = list(remote_code.remote_code(built["firefox"]))
    assert ("engine/pyodide.mjs", "https://cdn.jsdelivr.net/pyodide/v${U}/full/") in found
    assert {name for name, _ in found} == targets.EDITS.keys()


def test_the_firefox_package_has_the_libraries_byte_for_byte(built: dict[str, Path]) -> None:
    """Seen to fail with Chromium's edits in Firefox's package, too."""
    pinned = pins.read()["npm"]
    assert not (built["firefox"] / "engine" / "pyodide.asm.wasm").exists(), "see engine_part"
    for place, name in targets.RELEASED.items():
        assert hashes.of_file(built["firefox"] / place) == pinned[name], place


@pytest.mark.parametrize("target", TARGETS)
def test_the_script_that_links_has_nothing_of_what_nobody_calls(
    built: dict[str, Path], target: str
) -> None:
    """Seen to fail, each line of it, with the script as released."""
    script = (built[target] / "engine" / "pyodide.asm.js").read_text(encoding="utf-8")
    assert len(script) < 400_000, "shake.mjs lets something through; as released it has 1,074,322"
    assert [name for name in ("_glClear", "SDL_Init", "_eglChooseConfig") if name in script] == []
    # What a page's policy forbids cannot be needed.
    assert not re.search(r"\beval\(", script)


@pytest.mark.parametrize("target", TARGETS)
def test_the_terms_of_what_others_made_are_in_the_package(
    built: dict[str, Path], target: str
) -> None:
    """Seen to fail with notices that list the parts and leave out the terms."""
    notices = (built[target] / third_party.NAME).read_text(encoding="utf-8")
    for part in third_party.components():
        assert f"{part.name} {part.version}".strip() + f"\n  Licence: {part.licence}\n" in notices
    for terms in (*third_party.TEXTS.iterdir(), *(path for _, path in pins.python("licences"))):
        assert terms.read_text(encoding="utf-8").strip() in notices, terms.name
    assert "Zero-Clause BSD" in notices


@pytest.mark.parametrize("target", TARGETS)
def test_nothing_of_the_workshop_ships(built: dict[str, Path], target: str) -> None:
    """Seen to fail with `*.ts` among the shell's files."""
    names = {path.name for path in hashes.walk(built[target])}
    assert not {name for name in names if name.endswith((".map", ".ts", ".py", ".toml", ".svg"))}
    assert not {"package.json", "package-lock.json", "console.html"} & names


def test_the_archive_is_sorted_dated_1980_and_unchecked(built: dict[str, Path]) -> None:
    """Seen to fail with a date of 1981."""
    with zipfile.ZipFile(built["chromium"] / "engine" / "python.zip") as archive:
        items = archive.infolist()
        assert [item.filename for item in items] == sorted(item.filename for item in items)
        assert {item.date_time for item in items} == {(1980, 1, 1, 0, 0, 0)}
        codes = [item for item in items if item.filename.endswith(".pyc")]
        assert codes
        assert {archive.read(item)[4:8] for item in codes} == {b"\x01\0\0\0"}
        assert not [item.filename for item in items if item.filename.endswith(".py")]


@pytest.mark.parametrize("target", TARGETS)
def test_the_zip_is_small_enough(built: dict[str, Path], target: str) -> None:
    """Seen to fail with a zip whose files are stored as they are."""
    file = built[target].parent.parent / ".build" / f"{target}-zip" / f"{target}.zip"
    assert file.stat().st_size <= 9_950_000


def test_addons_linter_finds_no_error_and_warns_of_what_we_know(
    built: dict[str, Path], tools: Path
) -> None:
    """Seen to fail with `innerHTML` in help-page.js."""
    linter = tools / "addons-linter" / "bin" / "addons-linter"
    run = subprocess.run(
        [NODE, linter, "--output", "json", built["firefox"]],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    report = json.loads(run.stdout)
    assert report["errors"] == []
    warned = {warning["file"] for warning in report["warnings"]}
    # Of ours, only the one place where text becomes markup.
    assert warned <= {
        "engine/pyodide.asm.js",
        "engine/pyodide.mjs",
        "idiomorph.esm.js",
        "first-paint.js",
    }
