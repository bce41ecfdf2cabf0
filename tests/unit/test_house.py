"""The architecture is a test: import direction, file length, a fresh contract, clean tools."""

import ast
import shutil
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from packager import generated
from packager.shell_part import scripts
from tests.tables import each_row

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "py" / "guide"

# The spine's modules and the organs' folders; imports run from a later line to an earlier one.
LAYERS = (
    ("errors", "ids", "text"),
    ("model",),
    ("state",),
    ("events", "surroundings"),
    ("protocol",),
    ("catalog",),
    ("triage", "redact", "sender_check", "story", "pages"),
    ("routes",),
    ("follow_up",),
    ("reading",),
    ("letters",),
    ("compiled_content",),
    ("situation",),
    ("cases",),
    ("advice",),
    ("case_file",),
    ("calendar_file",),
    ("legal_letters",),
    ("handlers",),
    ("update", "screens"),
    ("door",),
    ("warm_up",),
    ("__main__",),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
MODULES = [path for path in sorted(GUIDE.glob("**/*.py")) if path.stem != "__init__"]


def module_of(path: Path) -> str:
    """Return a module's dotted name below `guide`."""
    return ".".join(path.relative_to(GUIDE).with_suffix("").parts)


def is_allowed(module: str, imported: str) -> bool:
    """Tell whether a module may import another one: of its own folder, or of an earlier line."""
    own, folder = module.split(".", maxsplit=1)[0], imported.split(".", maxsplit=1)[0]
    return ("." in module and own == folder) or RANK[folder] < RANK[own]


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


def ours_of(path: Path) -> set[str]:
    """Return the modules of the guide that one of them imports."""
    return {n.removeprefix("guide.") for n in imports_of(path) if n.startswith("guide.")}


NAMES = {module_of(path) for path in MODULES}


@each_row(("path",), zip(MODULES))
def test_a_module_of_the_guide_imports_only_what_stands_before_it(path: Path) -> None:
    """Seen to fail with `follow_up` importing `situation`."""
    assert {name for name in ours_of(path) if not is_allowed(module_of(path), name)} == set()


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Seen to fail with `redact.fold` importing `redact.redaction`."""
    TopologicalSorter({module_of(path): ours_of(path) for path in MODULES}).prepare()


def test_the_spine_is_short_enough_to_read_in_one_go() -> None:
    assert len([path for path in MODULES if path.parent == GUIDE]) <= 12


def types_of(path: Path) -> set[str]:
    """Return the names of the public classes and type aliases that a module defines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        node.name.id if isinstance(node, ast.TypeAlias) else node.name
        for node in tree.body
        if isinstance(node, (ast.ClassDef, ast.TypeAlias))
    }
    return {name for name in names if not name.startswith("_")}


def test_no_two_types_of_the_guide_have_one_name() -> None:
    """Who looks for a type finds one. Seen to fail with a second `Measure` in `cases.quality`."""
    where: dict[str, list[str]] = {}
    for path in MODULES:
        for name in types_of(path):
            where.setdefault(name, []).append(module_of(path))
    assert {name: modules for name, modules in where.items() if len(modules) > 1} == {}


@each_row(("path",), zip(sorted(GUIDE.glob("**/*.py"))))
def test_the_guide_knows_no_browser_and_no_clock(path: Path) -> None:
    outside = {name.split(".")[0] for name in imports_of(path)}
    assert not outside & {"js", "pyodide", "pyodide_js", "time", "random", "secrets", "uuid"}
    source = path.read_text(encoding="utf-8")
    assert ".now(" not in source
    assert ".today(" not in source


PYTHON = ("py/**/*.py", "build.py", "tests/**/*.py")
SOURCES = [
    *(path for pattern in PYTHON for path in ROOT.glob(pattern)),
    *scripts.sources(ROOT / "extension", "*.js"),
]


@each_row(("path",), zip(SOURCES))
def test_a_file_is_one_thing(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 320, f"{lines} lines: is it one thing?"


@pytest.mark.parametrize("file", generated.FILES, ids=lambda file: file.path)
def test_a_file_that_is_made_from_others_is_fresh(file: generated.Generated) -> None:
    """Seen to fail with another word in privacy.toml, and with a field more in an event."""
    assert file.mistake(ROOT) == ""


TOOLS = {
    "ruff finds nothing": ("ruff", "check", "."),
    "every file is formatted": ("ruff", "format", "--check", "."),
    "mypy finds nothing": ("mypy",),
}


@pytest.mark.early
@pytest.mark.parametrize("command", TOOLS.values(), ids=TOOLS.keys())
def test_the_tools_are_content(command: tuple[str, ...]) -> None:
    tool = shutil.which(command[0], path=str(Path(sys.executable).parent))
    assert tool, f"{command[0]} is not installed: run through `uv run`"
    done = subprocess.run(
        [tool, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
