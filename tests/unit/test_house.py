"""The architecture is a test: import direction, file length, a fresh contract, clean tools."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from packager import contract
from tests.tables import each_row

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "py" / "guide"

# Left may not import right, and names on one line may not import each other. A folder's modules
# stand in its own order; where only the folder is named, they may use each other freely.
LAYERS = (
    ("errors", "characters"),
    ("codec", "later"),
    ("model",),
    ("events", "migrations"),
    ("remembering",),
    ("wire", "source"),
    ("catalog",),
    ("finding.fold", "finding.trie", "drafting.prose", "business_days"),
    ("finding.checksums", "finding.lexicon", "finding.patterns", "finding.hosts"),
    ("finding.personal", "finding.values", "drafting.rules"),
    ("finding.codes", "finding.nearby", "finding.statements", "finding.places", "drafting.brief"),
    ("finding.mentions", "drafting.history"),
    ("triage_text",),
    ("triage_match",),
    ("triage_words",),
    ("triage", "redact", "genuine", "letters", "follow_up", "quality", "ways_out"),
    ("tools",),
    ("situation",),
    ("advice",),
    ("cases",),
    ("typing_in", "backup"),
    ("update",),
    ("screens",),
    ("view",),
    ("door",),
    ("__main__",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
MODULES = [path for path in sorted(GUIDE.glob("**/*.py")) if path.stem != "__init__"]


def module_of(path: Path) -> str:
    """Return a module's dotted name below `guide`."""
    return ".".join(path.relative_to(GUIDE).with_suffix("").parts)


def rank_of(module: str) -> int:
    """Return where a module stands: its own place, else that of its folder."""
    return RANK[module] if module in RANK else RANK[module.split(".", maxsplit=1)[0]]


def is_allowed(module: str, imported: str) -> bool:
    """Tell whether a module may import another one."""
    own, folder = module.split(".", maxsplit=1)[0], imported.split(".", maxsplit=1)[0]
    together = own == folder and own in RANK
    return together or rank_of(imported) < rank_of(module)


def imports_of(path: Path) -> set[str]:
    """Return the dotted names that a file imports; a module of ours by its whole name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            ours = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name for name in ours if name.removeprefix("guide.") in NAMES} or {
                node.module
            }
    return found


NAMES = {module_of(path) for path in MODULES}


@each_row(("path",), zip(MODULES))
def test_a_module_of_the_guide_imports_only_what_stands_left_of_it(path: Path) -> None:
    inner = {n.removeprefix("guide.") for n in imports_of(path) if n.startswith("guide.")}
    assert {name for name in inner if not is_allowed(module_of(path), name)} == set()


@each_row(("path",), zip(sorted(GUIDE.glob("**/*.py"))))
def test_the_guide_knows_no_browser_and_no_clock(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports_of(path)}
    assert not outside & {"js", "pyodide", "pyodide_js", "time", "random", "secrets", "uuid"}
    source = path.read_text(encoding="utf-8")
    assert ".now(" not in source
    assert ".today(" not in source


SOURCES = [
    path
    for pattern in ("py/**/*.py", "build.py", "extension/*/*.js", "tests/**/*.py")
    for path in ROOT.glob(pattern)
]


@each_row(("path",), zip(SOURCES))
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
