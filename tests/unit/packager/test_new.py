"""Skeletons edit files as a person would, and refuse what is no id or no longer has its place."""

import shutil
from pathlib import Path

import pytest

from packager.content_check.unwritten import MARK
from packager.errors import BuildError
from packager.new import skeletons
from packager.new.edits import Tree, unwritten, written
from tests.languages import LOCALES

ROOT = Path(__file__).parents[3]

LISTS = {
    "one line": ('order = ["a", "b"]\n', 'order = ["a", "b", "c"]\n'),
    "empty": ("order = []\n", 'order = ["c"]\n'),
    "several lines": (
        'order = [\n    "a",\n    "b",\n]\n',
        'order = [\n    "a",\n    "b",\n    "c",\n]\n',
    ),
    "several lines, no comma": (
        'order = [\n    "a", "b"\n]\n',
        'order = [\n    "a", "b",\n    "c",\n]\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), LISTS.values(), ids=LISTS.keys())
def test_an_id_comes_to_the_end_of_a_list_as_the_list_is_written(
    tmp_path: Path, before: str, after: str
) -> None:
    tree = Tree(tmp_path, {})
    tree.write("a.toml", before)
    tree.into_list("a.toml", "^order = ", "c")
    assert tree.text("a.toml") == after


def test_a_place_that_has_moved_is_told_by_its_file(tmp_path: Path) -> None:
    """Seen to fail with a skeleton that lacked a part and said nothing."""
    tree = Tree(tmp_path, {})
    tree.write("a.toml", "x = 1\n")
    with pytest.raises(BuildError, match=r"^a\.toml: "):
        tree.into_list("a.toml", "^order = ", "c")
    with pytest.raises(BuildError, match=r"^a\.toml: "):
        tree.put("a.toml", "genuine = ", "new = 1")


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("category", "Age"),
        ("field", "a-b"),
        ("screen", "../x"),
        ("language", "arabic"),
        ("letter", ""),
    ],
)
def test_what_is_no_id_is_refused(tmp_path: Path, kind: str, name: str) -> None:
    with pytest.raises(BuildError, match="is no id"):
        skeletons.make(tmp_path, kind, name)


def test_words_still_to_be_written_keep_their_places_and_their_shape(tmp_path: Path) -> None:
    words = {"title": "On {day} {month}", "list": ["a", "b"], "none": [], "in": {"at": "b", "n": 3}}
    empty = unwritten(words)
    assert empty["title"] == f"{MARK} {{day}} {{month}}]"
    tree = Tree(tmp_path, {})
    tree.write("a.toml", "\n".join(written(empty, ["x", "y-z"])))
    assert tree.toml("a.toml") == {"x": {"y-z": empty}}


def test_a_new_letter_is_its_body_alone(tmp_path: Path) -> None:
    """Seen to fail on 7192c95: a subject and a line "---" stood above it, as letters once had."""
    for place in ("py/guide/ids.py", "py/guide/content"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / place).is_dir() else shutil.copyfile
        copy(ROOT / place, tmp_path / place)
    made = skeletons.make(tmp_path, "letter", "farewell")
    letters = [tmp_path / one for one in made if one.endswith("farewell.default.txt.j2")]
    assert len(letters) == len(LOCALES)
    assert {one.read_text(encoding="utf-8") for one in letters} == {f"{skeletons.EMPTY}\n"}
