"""`build.py --renew` writes what is stale and nothing else; `--lint` says a tool's first lines."""

import sys
from pathlib import Path

import pytest

from packager import lint
from packager.errors import BuildError
from packager.generated import FILES, Generated


def test_a_stale_file_is_told_written_anew_and_then_fresh(tmp_path: Path) -> None:
    file = Generated("made.txt", lambda: "new")
    assert file.mistake(tmp_path) == "made.txt is missing; run: uv run build.py --renew"
    (tmp_path / "made.txt").write_text("old", encoding="utf-8")
    assert file.mistake(tmp_path) == "made.txt is stale; run: uv run build.py --renew"
    assert file.renew(tmp_path) == "made.txt"
    assert (tmp_path / "made.txt").read_text(encoding="utf-8") == "new"
    assert file.mistake(tmp_path) == file.renew(tmp_path) == ""


def test_a_file_whose_renewal_would_lose_what_people_have_stored_is_refused(
    tmp_path: Path,
) -> None:
    """The shape of the state is no shape to write over: it asks for a version of its own.

    Seen to fail when `renew` wrote it all the same.
    """
    shape = next(file for file in FILES if file.path.endswith("shape.json"))
    path = tmp_path / shape.path
    path.parent.mkdir(parents=True)
    older = shape.made().replace('"story": "str', '"tale": "str')
    assert older != shape.made()
    path.write_text(older, encoding="utf-8")
    with pytest.raises(BuildError, match=r"Case\.tale.*follow py/guide/protocol/migrations\.py"):
        shape.renew(tmp_path)
    assert path.read_text(encoding="utf-8") == older


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("print('fine')", ""),
        ("import sys; print('odd'); sys.exit(1)", "odd"),
        ("import sys; sys.exit(1)", "it said nothing"),
    ],
)
def test_a_tool_says_only_what_it_has_found(tmp_path: Path, code: str, said: str) -> None:
    assert lint.judged((sys.executable, "-c", code), tmp_path) == said


def test_a_tool_that_finds_much_leaves_room_for_the_others() -> None:
    lines = list(lint.shown("\n\n".join(f"line {number}" for number in range(30))))
    assert lines[0] == "line 0"
    assert len(lines) == lint.FIRST + 1
    assert lines[-1] == "... and 22 lines more"
