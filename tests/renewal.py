"""What the tests keep as it was read and found good, written anew by `build.py --renew`.

The difference is to be read before it is committed: nobody else reads these letters.
"""

from pathlib import Path

from tests.unit.letters import letter_snapshots


def main() -> None:
    """Write every letter that is not as it would be now, take others away, print the paths."""
    wanted = dict(letter_snapshots.snapshots())
    for path in letter_snapshots.FOLDER.rglob("*.txt"):
        if path not in wanted:
            path.unlink()
            _say(path)
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
            _say(path)


def _say(path: Path) -> None:
    name = path.relative_to(letter_snapshots.FOLDER).as_posix()
    print(f"tests/fixtures/letters/{name}")  # noqa: T201  # build.py shows it.


if __name__ == "__main__":
    main()
