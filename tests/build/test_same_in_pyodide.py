"""The guide gives the same responses inside the built Pyodide as it does on CPython."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide import door
from guide.warm_up import first_request

HERE = Path(__file__).parent
FIXTURES = sorted((HERE.parent / "fixtures" / "turns").glob("*.jsonl"))
NODE = Path(sys.executable).parent / "node"


def turns(fixture: Path) -> Iterator[tuple[str, str]]:
    """Yield request and response, each turn with the state that the one before left."""
    state = None
    for line in fixture.read_text(encoding="utf-8").splitlines():
        request = first_request("en") | json.loads(line) | {"state": state}
        text = json.dumps(request)
        response = door.turn(text)
        state = json.loads(response)["state"]
        yield text, response


@pytest.mark.parametrize("path", ["snapshot", "archive"])
@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_a_journey_gives_the_same_responses(
    built: dict[str, Path], fixture: Path, path: str
) -> None:
    """Seen to fail, all: another word for a date where `sys.platform` is that of Pyodide."""
    requests, expected = zip(*turns(fixture), strict=True)
    command = [str(NODE), str(HERE / "replay.mjs"), str(built["chromium"]), path]
    done = subprocess.run(
        command, input="\n".join(requests), capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines()[-1] == path
    assert [json.loads(line) for line in done.stdout.splitlines()] == [*map(json.loads, expected)]
