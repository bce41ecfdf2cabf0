"""CONTRIBUTING.md, followed: half done, `--check` names the rest; done, it is quiet.

All recipes are followed in one copy of the sources, so that few checks run: each must be told of
by lines of its own.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from guide.triage.vocabulary import MODEL
from packager.content_check.unwritten import MARK
from packager.new.edits import Tree
from tests.build.recipes import CONTENT, RECIPES, Recipe

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
PARTS = ("docs", "extension", "py", "tests/fixtures", "CONTRIBUTING.md")
UNWANTED = shutil.ignore_patterns("__pycache__", "node_modules")
ASK = "import sys; from packager.content_check.ask_guide import main; main(sys.argv[1:])"
LEARNED = """
from packager.triage_training import corpus, learn
few = learn.learned([*corpus.written()[::60], *corpus.phrases()])
print(learn.toml(few.table(corpus.fingerprint())), end="")
"""

pytestmark = pytest.mark.xdist_group("recipes")
each_recipe = pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.section)


@dataclass(frozen=True)
class Followed:
    """What the check said half way and at the end, and which files each recipe touched."""

    half: list[str]
    done: list[str]
    touched: dict[str, set[str]]


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    root = tmp_path_factory.mktemp("recipes")
    for part in PARTS:
        (root / part).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=UNWANTED)
        else:
            shutil.copyfile(ROOT / part, root / part)
    trees = {recipe.section: Tree(root, {}) for recipe in RECIPES}
    for recipe in RECIPES:
        recipe.half(trees[recipe.section])
    half = checked(root)
    for recipe in RECIPES:
        recipe.rest(trees[recipe.section])
    write_all(root)
    learned(Tree(root, {}))
    said(root, ASK, "renew", str(root))
    touched = {section: set(tree.changed) for section, tree in trees.items()}
    return Followed(half, checked(root), touched)


def learned(tree: Tree) -> None:
    """As `--renew` learns it, but of few texts: to learn of all takes minutes."""
    tree.write(f"{CONTENT}/{MODEL}", said(tree.root, LEARNED))


def write_all(root: Path) -> None:
    """Write whatever is still to be written."""
    for path in (root / "py" / "guide").rglob("*"):
        if path.suffix in {".toml", ".j2"} and MARK in (text := path.read_text(encoding="utf-8")):
            path.write_text(text.replace(MARK, "[word"), encoding="utf-8")


def checked(root: Path) -> list[str]:
    """Return what `build.py --check` says of a tree."""
    return said(root, ASK, "check", str(root / "made"), str(root)).splitlines()


def said(root: Path, code: str, *arguments: str) -> str:
    """Return what Python prints in a tree, with the tree's own guide and packager."""
    done = subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments],
        cwd=root,
        env={"PYTHONPATH": f"{root / 'py'}", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr or "ContentError" in done.stderr, done.stderr
    return done.stdout


@each_recipe
def test_half_a_recipe_is_told_by_file_and_key(followed: Followed, recipe: Recipe) -> None:
    """Seen to fail, each, without the check that its lines are of."""
    missing = [
        start for start in recipe.told if not any(line.startswith(start) for line in followed.half)
    ]
    assert missing == [], "\n".join(followed.half)


def test_recipes_that_are_followed_to_their_end_leave_nothing_to_tell(followed: Followed) -> None:
    warnings = [line for line in followed.done if " was checked " not in line]
    assert not warnings, "\n".join(warnings)


@each_recipe
def test_a_recipe_names_every_file_that_it_touches(followed: Followed, recipe: Recipe) -> None:
    """Seen to fail with a file taken out of a section."""
    section = TEXT.split(f"## {recipe.section}\n", 1)[1].split("\n## ")[0]
    named = {pattern_of(path) for path in paths(section)}
    lost = [
        path
        for path in followed.touched[recipe.section]
        if not any(re.fullmatch(pattern, path) for pattern in named)
    ]
    assert lost == []


def test_every_path_that_the_recipes_name_is_there() -> None:
    """Seen to fail with `py/guide/genuine.py`."""
    everything = [
        path.relative_to(ROOT).as_posix()
        for top in ("docs", "extension", "py", "tests")
        for path in (ROOT / top).rglob("*")
        if "node_modules" not in path.parts
    ] + [path.name for path in ROOT.iterdir()]
    lost = [
        name
        for name in paths(TEXT)
        if not any(re.match(pattern_of(name), path) for path in everything)
    ]
    assert lost == []


def paths(text: str) -> list[str]:
    """Return the paths that a text names in `code`."""
    return [
        name
        for name in re.findall(r"`([^`\s]+)`", text)
        if "/" in name or name.startswith(".") or name.endswith(".toml")
    ]


def pattern_of(path: str) -> str:
    """Return a path with <id> and <locale> as a pattern; a folder stands for all that is in it."""
    pattern = re.escape(path).replace("<id>", r"[\w-]+").replace("<locale>", r"[\w-]+")
    return f"{pattern}.*" if path.endswith("/") else pattern
