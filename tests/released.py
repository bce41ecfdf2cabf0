"""States as versions of the guide have stored them: each made by that version, and by no other.

    uv run python -m tests.released            compares the fixtures with what history makes
    uv run python -m tests.released --write    makes them anew, in tests/fixtures/states/released

`VERSIONS` is who is asked. No store has a version yet, so these are those that people could have
built and used for longer than a day, the last of each version of the state, and the first of this
one. Of each, the guide is taken out of git, and its own door goes through released/walk.jsonl: a
person's two weeks. A row has one event, or several, of which the first counts that this version
knows; what it knew none of is in the fixture as `unknown`.

Each version is also shown what this one stores, which a person does who goes back to it: the index
of a state whose cases lie apart. It must give that back unchanged. The last two, of a single day,
know none of a later guide's keys as such, and say that they cannot read it, not that it is newer.
Needs the whole history of the repository, so the tests only read what this has made.
"""

import io
import json
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from tests.states import RELEASED

ROOT = Path(__file__).parent.parent
FOLDER = RELEASED / "released"
WALK = FOLDER / "walk.jsonl"
VERSIONS = {
    "8fe81a5": "2026-11-23, the first of which there is a popup to use",
    "1405f11": "2026-11-27, the next that was used",
    "9d42d88": "2026-11-29, the last that knew whether a step had helped, or not",
    "637ee88": "2026-11-29, the last that asked some things twice",
    "8dd9b00": "2026-11-29, the first of version 3",
    "465ae54": "2026-11-29, before what is due today",
}
# Runs with that version's guide in the place of ours, and knows only what all of them have.
ASK = """
import json, sys
from guide import door

def ask(state, now, event):
    device = {"browser": "Chromium 156", "os": "Linux", "language": "he-IL",
              "timezone": "Asia/Jerusalem"}
    request = {"v": 1, "now": now, "locale": "he", "device": device, "page": None,
               "state": state, "event": event}
    return json.loads(door.turn(json.dumps(request)))

walk, later = json.load(sys.stdin)
state, unknown = None, []
for row in walk:
    for event in row["events"]:
        answer = ask(state, row["now"], event)
        problem = answer["problem"]
        if problem is None:
            state = state if answer["state"] is None else answer["state"]
            break
    else:
        event = row["events"][0]
        unknown.append(" ".join((event["type"], event.get("field", ""))).strip())
answer = ask(later, row["now"], {"type": "opened"})
code = answer["problem"] and answer["problem"]["code"]
unchanged = answer["state"] in (None, later)
json.dump({"unknown": unknown, "state": state, "later": [code, unchanged]}, sys.stdout)
"""


def asked(commit: str, later: Any) -> Any:  # noqa: ANN401  # JSON is any.
    """Return what the guide of a commit stores, does not know, and says to a `later` state.

    Raises CalledProcessError where the history lacks that commit, or its guide cannot run.
    """
    walk = [json.loads(row) for row in WALK.read_text(encoding="utf-8").splitlines()]
    git = ["git", "archive", commit, "py/guide"]
    packed = subprocess.run(git, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder, filter="data")
        run = subprocess.run(
            [sys.executable, "-P", "-c", ASK],
            cwd=folder,
            env={"PYTHONPATH": str(Path(folder) / "py"), "PYTHONUTF8": "1"},
            input=json.dumps([walk, later]),
            capture_output=True,
            text=True,
            check=True,
        )
    return json.loads(run.stdout)


def main(arguments: list[str]) -> int:
    """Make or compare the fixtures; return 1 if one is another, or a version would lose a state."""
    today = asked("HEAD", None)["state"]
    today["apart"] = [[case["id"], "811c9dc5"] for case in today.pop("cases")]
    fine = True
    for commit, day in VERSIONS.items():
        said = asked(commit, today)
        code, unchanged = said.pop("later")
        text = json.dumps({"made_by": commit, "day": day} | said, ensure_ascii=False, indent=1)
        path = FOLDER / f"{commit}.json"
        if "--write" in arguments:
            path.write_text(f"{text}\n", encoding="utf-8")
        same = path.read_text(encoding="utf-8") == f"{text}\n"
        fine = fine and same and unchanged
        made = "the same" if same else "DIFFERS"
        keeps = "keeps" if unchanged else "LOSES"
        print(f"{commit} {made}; of today's state it says {code} and {keeps} it")  # noqa: T201  # A command.
    return int(not fine)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
