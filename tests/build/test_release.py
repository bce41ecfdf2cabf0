"""What is handed out: the same bytes from any machine, and papers that say what is in them."""

import hashlib
import json
import os
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from packager.supply import third_party
from tests.build import trees

pytestmark = pytest.mark.xdist_group("release")  # One build for all of them.


@pytest.fixture(scope="module")
def verified(
    built: dict[str, Path],  # noqa: ARG001  # Must be built.
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Path, subprocess.CompletedProcess[str]]]:
    """What `--verify` delivers and says; it is the one test that builds all of it once more."""
    tree = trees.copy(tmp_path_factory.mktemp("verified") / "tree", *trees.KEPT)
    with pytest.MonkeyPatch.context() as patch:
        # A machine that has no git: whoever asks for it is told what a shell says then.
        git = tmp_path_factory.mktemp("bin") / "git"
        git.write_text("#!/bin/sh\necho git: not found >&2; exit 127\n", encoding="utf-8")
        git.chmod(0o755)
        patch.setenv("PATH", f"{git.parent}{os.pathsep}{os.environ['PATH']}")
        run = tree.build("--verify")
    yield tree.root / "dist", run
    shutil.rmtree(tree.root)


def bill(dist: Path) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads((dist / "sbom.cdx.json").read_text(encoding="utf-8"))
    return whole


def test_the_same_sources_give_the_same_bytes_anywhere(
    verified: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    # Also the proof that source.zip is enough to build from: the second build has nothing else.
    # Seen to fail with the user's name in the manifest: both packages' manifest.json were named.
    dist, run = verified
    assert run.returncode == 0, run.stderr
    there = [path for path in dist.rglob("*") if path.is_file()]
    said = " ".join(run.stdout.split())
    assert f"built from source.zip elsewhere, all {len(there)} files are the same bytes" in said


def test_the_sums_are_those_of_every_file(
    verified: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """Seen to fail with sums that leave the packages' folders out."""
    dist, _ = verified
    lines = (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: pin for pin, name in (line.split("  ") for line in lines)}
    there = {p.relative_to(dist).as_posix(): p for p in dist.rglob("*") if p.is_file()}
    del there["SHA256SUMS"]
    assert sums == {n: hashlib.sha256(p.read_bytes()).hexdigest() for n, p in there.items()}


def test_the_source_zip_has_sources_alone(
    verified: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """Seen to fail without docs/supply-chain.md among the sources."""
    dist, _ = verified
    with zipfile.ZipFile(dist / "source.zip") as archive:
        names = archive.namelist()
    assert {"README.md", "build.py", "py/packager/supply/pins.toml", "docs/supply-chain.md"} <= {
        *names
    }
    assert not [name for name in names if {"node_modules", ".build"} & {*name.split("/")}]
    assert not [name for name in names if name.endswith((".pyc", ".zip", ".wasm", ".map"))]


def test_the_bill_of_materials_is_cyclonedx_by_its_official_schema(
    verified: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    # Seen to fail with a licence id that SPDX does not know.
    text = (verified[0] / "sbom.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    assert "serialNumber" not in text
    assert "timestamp" not in text


def test_the_bill_of_materials_names_all_parts_with_licences_and_hashes(
    verified: tuple[Path, subprocess.CompletedProcess[str]],
) -> None:
    """Seen to fail with addresses of packages that leave the version out."""
    whole = bill(verified[0])
    parts = {part["name"]: part for part in whole["components"]}
    assert parts.keys() == {part.name for part in third_party.components()}
    assert all(part["licenses"] for part in parts.values())
    for name in ("Pyodide", "Jinja2", "MarkupSafe", "idiomorph"):
        assert parts[name]["purl"].endswith(f"@{parts[name]['version']}")
        assert all(file["hashes"] for file in parts[name]["components"])
    ours = whole["metadata"]["component"]
    assert [file["name"] for file in ours["components"]] == ["chromium.zip", "firefox.zip"]
    refs = [one["bom-ref"] for one in everything(whole)]
    assert len(refs) == len({*refs})


def everything(table: object) -> Iterator[dict[str, Any]]:
    """Yield every table of a JSON text that has a reference."""
    inner = table.values() if isinstance(table, dict) else table if isinstance(table, list) else ()
    for value in inner:
        yield from everything(value)
    if isinstance(table, dict) and "bom-ref" in table:
        yield table
