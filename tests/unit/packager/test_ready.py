"""A version is handed out only when its changelog, its number and its tree are ready."""

from pathlib import Path

import pytest

from packager.errors import BuildError
from packager.release import ready
from tests.tables import each_row

ROOT = Path(__file__).parents[3]
GOOD = """# Changelog

## [Unreleased]

## [1.2.0] - 2026-12-01

### For you
- A thing that people notice.

### For developers
- Another.

## [1.1.0] - 2026-11-01

### Added
- Older.
"""
LACKS = {
    "nothing": (GOOD, []),
    "something unreleased": (
        GOOD.replace("## [Unreleased]\n", "## [Unreleased]\n\n### Added\n- More.\n"),
        ["CHANGELOG.md: Unreleased is not empty; move it below 1.2.0"],
    ),
    "no chapter": (
        GOOD.replace("1.2.0", "1.3.0"),
        ["CHANGELOG.md has no chapter of it; write: ## [1.2.0] - YYYY-MM-DD"],
    ),
    "no day": (
        GOOD.replace(" - 2026-12-01", ""),
        ["CHANGELOG.md has no chapter of it; write: ## [1.2.0] - YYYY-MM-DD"],
    ),
    "developers first": (
        GOOD.replace("### For you", "### Added"),
        [
            "CHANGELOG.md: 1.2.0 does not begin with ### For you; say first what people notice",
        ],
    ),
}


@each_row(("text", "told"), LACKS.values())
def test_what_a_changelog_lacks_is_told(text: str, told: list[str]) -> None:
    """Seen to fail, each row, with a check that finds nothing."""
    assert list(ready.changes(text, "1.2.0")) == told


def test_what_is_unreleased_needs_only_a_heading_to_be_a_version() -> None:
    """Seen to fail: what people notice did not come first."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    empty = f"## [{ready.UNRELEASED}]\n"
    cut = text.replace(empty, f"{empty}\n## [9.9.9] - 2026-12-01\n", 1)
    assert list(ready.changes(cut, "9.9.9")) == []


def tree(folder: Path, monkeypatch: pytest.MonkeyPatch, *, version: str, git: str) -> Path:
    """Make a tree whose changelog is ready for a version, and of which a `git` says so much."""
    (folder / "CHANGELOG.md").write_text(GOOD.replace("1.2.0", version), encoding="utf-8")
    (folder / "bin").mkdir()
    program = folder / "bin" / "git"
    program.write_text(f"#!/bin/sh\n{git}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent))
    return folder


def test_a_tree_that_is_ready_is_let_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.check(tree(tmp_path, monkeypatch, version="1.2.0", git="exit 0"), "1.2.0", "1.2.0")


def test_all_that_is_missing_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen to fail with a check that stops at the first."""
    root = tree(tmp_path, monkeypatch, version="1.1.9", git="echo '?? forgotten.txt'")
    with pytest.raises(BuildError) as told:
        ready.check(root, "1.2.0", "0.1.0")
    assert str(told.value).splitlines() == [
        "this is not ready to be 1.2.0:",
        "  pyproject.toml: version is 0.1.0; set it to 1.2.0",
        "  CHANGELOG.md has no chapter of it; write: ## [1.2.0] - YYYY-MM-DD",
        "  forgotten.txt is not committed; commit it or take it away",
    ]


def test_where_there_is_no_clone_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tree(tmp_path, monkeypatch, version="1.2.0", git="exit 128")
    with pytest.raises(BuildError, match="release from a clone"):
        ready.check(root, "1.2.0", "1.2.0")
