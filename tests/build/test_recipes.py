"""CONTRIBUTING.md, followed: half done, `--check` names the rest; done, it is quiet.

All recipes are followed in one copy of the sources, so that few checks run: each must be told of
by lines of its own.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from packager.content_check.unwritten import MARK
from packager.new import skeletons
from packager.new.edits import Tree

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
CONTENT = "py/guide/content"
PARTS = ("docs", "extension", "py", "tests/fixtures", "CONTRIBUTING.md")
UNWANTED = shutil.ignore_patterns("__pycache__", "node_modules")
LOCALES = ("he", "en", "ar")  # The last is added by its recipe.
pytestmark = pytest.mark.xdist_group("recipes")


@dataclass(frozen=True)
class Recipe:
    """A section of CONTRIBUTING.md: what begins it, what `--check` then says, what ends it."""

    section: str
    half: Callable[[Tree], None]
    told: tuple[str, ...]
    rest: Callable[[Tree], None]


def new(kind: str, name: str) -> Callable[[Tree], None]:
    return lambda tree: tree.changed.update(dict.fromkeys(skeletons.make(tree.root, kind, name)))


def replace(name: str, old: str, new_text: str) -> Callable[[Tree], None]:
    def run(tree: Tree) -> None:
        assert old in tree.text(name), f"{name} no longer has {old}"
        tree.write(name, tree.text(name).replace(old, new_text, 1))

    return run


def each(*steps: Callable[[Tree], None]) -> Callable[[Tree], None]:
    def run(tree: Tree) -> None:
        for step in steps:
            step(tree)

    return run


def words(file: str, before: str, line: str) -> Callable[[Tree], None]:
    def run(tree: Tree) -> None:
        for locale in LOCALES:
            tree.put(f"{CONTENT}/text/{locale}/{file}.toml", before, line)

    return run


def texts(category: str, locale: str) -> Callable[[Tree], None]:
    """Write texts to learn from: one is enough for the check; the unit tests want more."""

    def run(tree: Tree) -> None:
        for name in ("tuning", "test", "exam"):
            path = f"tests/fixtures/triage/{name}.{locale}.tsv"
            old = tree.text(path) if (tree.root / path).exists() else "right\ttext\n"
            tree.write(path, f"{old}{category}\tThey want to see my passport\n")

    return run


def all_texts(tree: Tree) -> None:
    """Write, for the new language, a text of every category."""
    for category in tree.toml(f"{CONTENT}/categories.toml")["categories"]:
        texts(category, "ar")(tree)


def placeholders(tree: Tree) -> None:
    for locale in LOCALES:
        file = f"{CONTENT}/text/{locale}/redact/words.toml"
        words = tree.text(file)
        tree.write(file, words.replace('\niban = "[', '\npassport = "[passport]"\niban = "[', 1))


def findings(tree: Tree) -> None:
    for locale in LOCALES:
        name = '[findings.passport]\nname = "Passport"'
        tree.append(f"{CONTENT}/text/{locale}/redact.toml", name)


def learned(tree: Tree) -> None:
    """As `--renew` learns it, but for the numbers: learning takes half a minute."""
    file = f"{CONTENT}/triage/learned.toml"
    row = re.compile(r"^(.+ = \[-?\d.*)\]$", re.MULTILINE)
    rows = row.sub(r"\1, 0]", tree.text(file))
    tree.write(file, rows.replace('"other"]', '"other", "age_check"]', 1))
    made = said(tree.root, FINGERPRINT)
    tree.write(file, re.sub(r'made_of = ".*"', f'made_of = "{made}"', tree.text(file)))


FINGERPRINT = "from packager.triage_training.corpus import *; print(fingerprint(files()), end='')"
MODEL = "py/guide/model.py"
WIRE = "py/guide/protocol/wire.py"
VIEW = "py/guide/screens/view.py"
EFFECTS = "extension/popup/effects.js"
RECIPES = [
    Recipe(
        "A category",
        new("category", "age_check"),
        (
            "py/guide/content/triage/learned.toml: columns lacks age_check",
            *(
                f"py/guide/content/text/{locale}/{file}: {key}age_check"
                for locale in ("he", "en")
                for file, key in (
                    ("categories.toml", "categories."),
                    ("question.toml", "question.options."),
                    ("triage/words.toml", ""),
                )
            ),
            "py/guide/templates/icons.html.j2: line",
            "tests/fixtures/triage/tuning.he.tsv: no text is of age_check",
            "tests/fixtures/triage/exam.en.tsv: no text is of age_check",
        ),
        each(texts("age_check", "he"), texts("age_check", "en")),
    ),
    Recipe(
        "A field",
        new("field", "seat_count"),
        (
            "py/guide/content/fields.toml: nothing leads to seat_count",
            "py/guide/content/text/he/fields.toml: fields.seat_count.label",
            "py/guide/content/text/en/fields.toml: fields.seat_count.label",
        ),
        replace(f"{CONTENT}/categories.toml", 'helpful = ["', 'helpful = ["seat_count", "'),
    ),
    Recipe(
        "An advice",
        new("advice", "ask_the_shop"),
        (
            "py/guide/content/advice.toml: nothing leads to ask_the_shop",
            "py/guide/content/text/he/advice.toml: advice.ask_the_shop.title",
        ),
        replace(f"{CONTENT}/categories.toml", 'first = ["', 'first = ["ask_the_shop", "'),
    ),
    Recipe(
        "A letter",
        new("letter", "thanks_note"),
        (
            "py/guide/content/text/he/letters.toml: kinds.thanks_note.name",
            "py/guide/content/text/en/letters/thanks_note.default.txt.j2: line 1",
        ),
        each(),
    ),
    Recipe(
        "A channel",
        new("channel", "github_issue"),
        ("py/guide/content/text/he/channels.toml: channels.github_issue.name",),
        each(),
    ),
    Recipe(
        "A screen",
        new("screen", "whats_next"),
        ("py/guide/content/text/en/screens.toml: screens.whats_next",),
        each(),
    ),
    Recipe(
        "A page of its own",
        replace("py/guide/surroundings.py", '"diagnostics"]', '"diagnostics", "panel"]'),
        (
            "py/guide/screens/view.py: PAGES lacks panel, which Surface in surroundings.py has",
            "py/guide/protocol/wire.py: OpenPage.surface lacks panel",
            "py/packager/shell_part/prerender.py: SURFACES lacks panel",
            "extension/popup/effects.js: PAGES lacks panel",
            "py/guide/templates/panel.html.j2 is missing",
            "py/guide/content/text/he/screens.toml and py/guide/content/text/en/screens.toml",
        ),
        each(
            lambda tree: tree.put(VIEW, r'    "diagnostics": ', '    "panel": options.context,'),
            replace(WIRE, '"privacy", "diagnostics"]', '"privacy", "diagnostics", "panel"]'),
            replace(
                "py/packager/shell_part/prerender.py", '"diagnostics")', '"diagnostics", "panel")'
            ),
            replace(EFFECTS, '"diagnostics"]', '"diagnostics", "panel"]'),
            lambda tree: tree.write(
                "py/guide/templates/panel.html.j2", tree.text("py/guide/templates/options.html.j2")
            ),
            words("screens", "diagnostics = ", 'panel = "Panel"'),
        ),
    ),
    Recipe(
        "An effect",
        each(
            lambda tree: tree.put(WIRE, r"type Effect", "REMIND"),
            replace(
                WIRE,
                "REMIND\n",
                "@dataclass(frozen=True, slots=True)\nclass Remind:\n"
                '    """Remind."""\n\n    kind: Literal["remind"]\n\n\n',
            ),
            replace(WIRE, "    | Wipe\n", "    | Wipe\n    | Remind\n"),
        ),
        ("extension/contract.d.ts is stale; run: uv run build.py --renew",),
        replace(EFFECTS, "copy, open, page,", "copy, open, page, remind: open,"),
    ),
    Recipe(
        "A kind of secret",
        replace("py/guide/redact/redaction.py", '"national_id", ', '"national_id", "passport", '),
        (
            "py/guide/content/text/he/redact/words.toml: placeholders lacks passport",
            "py/guide/content/text/en/redact/words.toml: placeholders lacks passport",
            "py/guide/content/text/he/redact.toml and py/guide/content/text/en/redact.toml",
        ),
        each(placeholders, findings),
    ),
    Recipe(
        "A permission",
        replace("extension/manifest.toml", '["storage"]', '["storage", "alarms"]'),
        (
            "py/guide/content/text/he/privacy.toml: privacy.permissions.points lacks alarms",
            "py/guide/content/text/en/privacy.toml: privacy.permissions.points lacks alarms",
        ),
        words("privacy", "offscreen = ", 'alarms = "To remind you."'),
    ),
    Recipe(
        "Something stored",
        replace(MODEL, '    story: str = ""\n', '    story: str = ""\n    mood: str = "calm"\n'),
        ("tests/fixtures/states/shape.json is stale; run: uv run build.py --renew",),
        each(),
    ),
    Recipe(
        "Raise Pyodide",
        replace("extension/package.json", '"pyodide": "0.29.5"', '"pyodide": "0.29.6"'),
        (
            "extension/package-lock.json does not lock pyodide 0.29.6",
            "py/packager/supply/components.toml does not have pkg:npm/pyodide@0.29.6",
            "py/packager/supply/pins.toml does not have pyodide 0.29.6",
        ),
        each(
            replace("py/packager/supply/components.toml", "pyodide@0.29.5", "pyodide@0.29.6"),
            replace("py/packager/supply/pins.toml", "pyodide 0.29.5", "pyodide 0.29.6"),
            replace(
                "extension/package-lock.json",
                '"node_modules/pyodide": {\n      "version": "0.29.5"',
                '"node_modules/pyodide": {\n      "version": "0.29.6"',
            ),
        ),
    ),
    Recipe(
        "A language",
        new("language", "ar"),
        (
            "py/guide/content/languages.toml: languages.ar.name is still to be written",
            "py/guide/content/text/ar/advice.toml: ",
            "py/guide/content/text/ar/letters/thanks.txt.j2: ",
            "py/guide/content/text/ar/triage/words.toml: ",
            "py/guide/content/text/ar/redact/words.toml: ",
            "py/guide/content/genuine.toml: sentences.ar.",
            "tests/fixtures/triage/tuning.ar.tsv is missing",
        ),
        all_texts,
    ),
]
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
    said(
        root,
        "import sys; from packager.content_check.ask_guide import main; main(sys.argv[1:])",
        "renew",
        str(root),
    )
    touched = {section: set(tree.changed) for section, tree in trees.items()}
    return Followed(half, checked(root), touched)


def write_all(root: Path) -> None:
    """Write whatever is still to be written."""
    for path in (root / "py" / "guide").rglob("*"):
        if path.suffix in {".toml", ".j2"} and MARK in (text := path.read_text(encoding="utf-8")):
            path.write_text(text.replace(MARK, "[word"), encoding="utf-8")


def checked(root: Path) -> list[str]:
    """Return what `build.py --check` says of a tree."""
    code = "import sys; from packager.content_check.ask_guide import main; main(sys.argv[1:])"
    return said(root, code, "check", str(root / "made"), str(root)).splitlines()


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
