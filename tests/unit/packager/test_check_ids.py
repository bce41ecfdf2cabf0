"""Ids, tables of code and the tree around the guide, compared both ways."""

from dataclasses import replace
from pathlib import Path

import pytest

from guide import update
from guide.catalog import loading
from guide.errors import ContentError
from guide.events.events import Back
from guide.screens import view
from packager.content_check import check_ids, check_tree

ROOT = Path(__file__).parents[3]
CATALOG = loading.load()


def test_the_tables_of_code_have_every_id_and_no_other() -> None:
    assert list(check_ids.mistakes(CATALOG)) == []


def test_what_hangs_on_the_guide_in_the_tree_is_right() -> None:
    assert list(check_tree.mistakes(ROOT, CATALOG)) == []


# Mypy and every other test were silent with a screen left out: a click gave "bug".
TABLES = [
    # (module, table, the key taken away, what is said)
    (
        view,
        "SCREENS",
        "sent",
        "screens/view.py: SCREENS lacks sent, which ScreenId in ",
    ),
    (view, "PAGES", "options", "screens/view.py: PAGES lacks options, which Surface in "),
    (update, "HANDLERS", Back, "update.py: HANDLERS lacks Back, which Event in events/events.py"),
]


@pytest.mark.parametrize(("module", "table", "key", "said"), TABLES, ids=[t[1] for t in TABLES])
def test_an_id_without_its_line_in_a_table_of_code_is_told(
    monkeypatch: pytest.MonkeyPatch, module: object, table: str, key: object, said: str
) -> None:
    """Seen to fail without the call of `_alike` for that table."""
    whole = getattr(module, table)
    monkeypatch.setattr(module, table, {id_: one for id_, one in whole.items() if id_ != key})
    assert [line for line in check_ids.mistakes(CATALOG) if line.startswith(said)]


def test_a_screen_without_its_template_and_a_category_without_its_drawing_are_told() -> None:
    icons = CATALOG.templates["icons.html.j2"].replace('"billing":', '"biling":')
    templates = dict(CATALOG.templates) | {"icons.html.j2": icons}
    del templates["genuine.html.j2"]
    lines = list(check_ids.mistakes(replace(CATALOG, templates=templates)))
    assert lines == [
        "templates/genuine.html.j2 is missing; genuine is a screen: write it",
        "templates/icons.html.j2: SHAPES lacks billing, a category; draw it",
    ]


def test_a_kind_of_secret_without_its_placeholder_is_told() -> None:
    """Seen to fail before, with `[iban]` in the middle of a Hebrew letter."""
    files = dict(CATALOG.files)
    for locale in ("en", "he"):
        file = f"text/{locale}/redact/words.toml"
        lines = files[file].splitlines()
        files[file] = "\n".join(line for line in lines if not line.startswith('iban = "['))
    with pytest.raises(ContentError) as raised:
        check_ids.check_placeholders(replace(CATALOG, files=files))
    assert [line.partition("; ")[0] for line in str(raised.value).splitlines()] == [
        f"text/{locale}/redact/words.toml: placeholders lacks iban, which KINDS in "
        "redact/redaction.py has"
        for locale in ("he", "en")
    ]


EDITS = [
    # (file, what is there, what becomes of it, what is said)
    (
        "extension/manifest.toml",
        'permissions = ["storage", ',
        'permissions = ["storage", "topSites", ',
        "py/guide/content/text/he/privacy.toml: privacy.permissions.points lacks topSites; ",
    ),
    (
        "extension/popup/effects.js",
        'new Set(["options", "privacy"',
        'new Set(["options", "panel"',
        "extension/popup/effects.js: PAGES lacks privacy; Surface in ",
    ),
    (
        "extension/package.json",
        '"pyodide": "0.29.5"',
        '"pyodide": "0.29.6"',
        "py/packager/supply/pins.toml does not have pyodide 0.29.6; docs/supply-chain.md says",
    ),
    (
        "extension/contract.d.ts",
        "export type",
        "export  type",
        "extension/contract.d.ts is stale; run: uv run build.py --renew",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), EDITS, ids=[edit[0] for edit in EDITS])
def test_a_file_of_the_tree_that_no_longer_fits_is_told(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    """Seen to fail with each part of `check_tree.mistakes` left out."""
    for name in ("docs", "extension", "py", "tests"):
        (tmp_path / name).symlink_to(ROOT / name)
    edit(tmp_path, file, old, new)
    assert [line for line in check_tree.mistakes(tmp_path, CATALOG) if line.startswith(said)]


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace a linked file by an edited one: each folder above it becomes one of links."""
    at = root
    for part in Path(file).parent.parts:
        at /= part
        target = at.resolve()
        at.unlink()
        at.mkdir()
        for inner in target.iterdir():
            (at / inner.name).symlink_to(inner)
    text = (ROOT / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).unlink()
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")
