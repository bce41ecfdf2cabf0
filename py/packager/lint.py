"""`build.py --lint`: the tools that judge the code, and what they say, on one screen."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from rich.console import Console

from packager.errors import BuildError
from packager.supply import npm

FIRST = 8  # Lines of a tool that found something; the rest is said by the tool itself.
LINTER = "addons-linter"
BUILT = Path("dist", "firefox")

type Command = Sequence[str | Path]


def lint(root: Path, console: Console) -> None:
    """Run every tool and show in a line each what came of it. Raises BuildError if one failed."""
    failed = []
    for name, command in commands(root).items():
        began = time.perf_counter()
        with console.status(f"{name} ..."):
            said = judged(command, root)
        took = f"{time.perf_counter() - began:6.1f} s"
        console.print(f" {'!' if said else '='} {name:<16} {'failed' if said else 'ok':<6} {took}")
        for line in shown(said):
            console.print(f"     {line}", markup=False, overflow="ellipsis", no_wrap=True)
        failed += [name] if said else []
    if not (root / BUILT).exists():
        console.print(f" - {LINTER:<16} judges what is built, and nothing is: run uv run build.py")
    if failed:
        raise BuildError(f"{', '.join(failed)} found something; each says more when run by itself")


def commands(root: Path) -> Mapping[str, Command]:
    """Return the tools by their names; addons-linter judges what was built last, if anything."""
    modules = npm.install(root / "extension", tools=True)
    node, built = _beside("node"), root / BUILT
    types = ("--incremental", "--tsBuildInfoFile", root / ".build" / "types.tsbuildinfo")
    found: dict[str, Command] = {
        "ruff": (_beside("ruff"), "check", "--output-format", "concise", "."),
        "ruff format": (_beside("ruff"), "format", "--check", "."),
        "mypy": (_beside("mypy"),),
        "tsc": (node, modules / "typescript" / "bin" / "tsc", "-p", root / "extension", *types),
    }
    if built.exists():
        found[LINTER] = (
            node,
            modules / LINTER / "bin" / LINTER,
            "--warnings-as-errors=false",
            built,
        )
    return found


def judged(command: Command, root: Path) -> str:
    """Return what a tool has found, "" for nothing."""
    done = subprocess.run(  # noqa: S603  # Our own words.
        command, cwd=root, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    return (done.stdout + done.stderr).strip() or "it said nothing" if done.returncode else ""


def shown(said: str) -> Iterator[str]:
    """Yield the first lines of what a tool has said, and how many more there are."""
    lines = [line for line in said.splitlines() if line.strip()]
    yield from lines[:FIRST]
    if len(lines) > FIRST:
        yield f"... and {len(lines) - FIRST} lines more"


def _beside(name: str) -> str:
    """Return a program of this environment. Raises BuildError."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if not found:
        raise BuildError(f"{name} is not installed; run: uv sync")
    return found
