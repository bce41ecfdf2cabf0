"""The architecture is a test: import direction, file length, a fresh contract, clean tools."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from packager import contract

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "py" / "guide"

# Left may not import right. Names on one line are of one rank and may not import each other,
# save where a later one is listed after its base.
LAYERS = (
    ("errors",),
    ("codec",),
    ("model",),
    ("events",),
    ("wire", "catalog"),
    ("fold", "prose", "business_days"),
    ("letter_rules",),
    ("brief",),
    ("history",),
    ("triage_text",),
    ("triage_match",),
    ("triage_words",),
    ("triage", "checksums", "lexicon", "patterns", "letters", "follow_up"),
    ("personal", "values", "hosts", "quality"),
    ("nearby", "statements"),
    ("mentions",),
    ("redact", "genuine"),
    ("tools",),
    ("situation",),
    ("advice",),
    ("cases",),
    ("typing_in",),
    ("update",),
    ("screens",),
    ("view",),
    ("door",),
    ("__main__",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


def name_of(path: Path) -> str:
    """Return a file's name for people."""
    return path.relative_to(ROOT).as_posix()


def imports_of(path: Path) -> set[str]:
    """Return the top-level names and the guide's modules that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "guide":
            found |= {f"guide.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", sorted(GUIDE.glob("*.py")), ids=lambda path: path.stem)
def test_a_module_of_the_guide_imports_only_what_stands_left_of_it(path: Path) -> None:
    if path.stem == "__init__":
        return
    inner = {name.split(".")[1] for name in imports_of(path) if name.startswith("guide.")}
    assert {name for name in inner if RANK[name] >= RANK[path.stem]} == set()


@pytest.mark.parametrize("path", sorted(GUIDE.glob("**/*.py")), ids=name_of)
def test_the_guide_knows_no_browser_and_no_clock(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports_of(path)}
    assert not outside & {"js", "pyodide", "pyodide_js", "time", "random", "secrets", "uuid"}
    source = path.read_text(encoding="utf-8")
    assert ".now(" not in source
    assert ".today(" not in source


SOURCES = [
    path
    for pattern in ("py/**/*.py", "build.py", "extension/*.js", "tests/**/*.py")
    for path in ROOT.glob(pattern)
]


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_file_is_one_thing(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 320, f"{lines} lines: is it one thing?"


def test_the_contract_is_fresh() -> None:
    committed = contract.TARGET.read_text(encoding="utf-8")
    told = "stale: run `uv run python -m packager.contract`"
    assert committed == contract.declarations(), told


TOOLS = {
    "ruff finds nothing": ("ruff", "check", "."),
    "every file is formatted": ("ruff", "format", "--check", "."),
    "mypy finds nothing": ("mypy",),
}


@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS.keys())
def test_the_tools_are_content(command: tuple[str, ...]) -> None:
    tool = shutil.which(command[0], path=str(Path(sys.executable).parent))
    assert tool, f"{command[0]} is not installed: run through `uv run`"
    done = subprocess.run(
        [tool, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
