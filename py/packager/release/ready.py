"""`build.py --release X.Y.Z`: what must hold before a version is handed out.

pyproject.toml has the version  ->  the manifests have it
CHANGELOG.md has its chapter    ->  with what people notice first, and nothing left unreleased
nothing is uncommitted          ->  source.zip is what the tag is
then --verify                   ->  the bytes can be built again
"""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from packager.errors import BuildError

FIRST = "### For you"
VERSION = re.compile(r"\d+\.\d+\.\d+\Z")
UNRELEASED = "Unreleased"


def check(root: Path, version: str, built: str) -> None:
    """Raise BuildError, naming all that is missing, if the tree is not ready to be `version`.

    `built` is the version that the build gives the packages.
    """
    text = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    if found := [*_versions(version, built), *changes(text, version), *_uncommitted(root)]:
        raise BuildError("\n  ".join((f"this is not ready to be {version}:", *found)))


def _versions(version: str, built: str) -> Iterator[str]:
    if not VERSION.match(version):
        yield f"{version} is no version; write it as X.Y.Z"
    if version != built:
        yield f"pyproject.toml: version is {built}; set it to {version}"


def changes(text: str, version: str) -> Iterator[str]:
    """Yield a line for each thing that a changelog lacks for a version."""
    chapters = {
        title.partition(" - ")[0].strip("[]"): (title, body)
        for title, body in re.findall(r"^## (.+)\n((?:(?!## ).*\n?)*)", text, re.MULTILINE)
    }
    if chapters.get(UNRELEASED, ("", ""))[1].strip():
        yield f"CHANGELOG.md: {UNRELEASED} is not empty; move it below {version}"
    title, body = chapters.get(version, ("", ""))
    if not re.fullmatch(r"\[[\d.]+\] - \d{4}-\d\d-\d\d", title):
        yield f"CHANGELOG.md has no chapter of it; write: ## [{version}] - YYYY-MM-DD"
    elif not body.strip().startswith(FIRST):
        yield f"CHANGELOG.md: {version} does not begin with {FIRST}; say first what people notice"


def _uncommitted(root: Path) -> Iterator[str]:
    try:
        done = subprocess.run(
            ["git", "status", "--porcelain"],  # noqa: S607  # The person's own.
            cwd=root,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as error:
        yield f"git cannot say whether all is committed: {error}; release from a clone"
        return
    for line in done.stdout.splitlines():
        yield f"{line[3:]} is not committed; commit it or take it away"
