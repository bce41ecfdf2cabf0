"""What the build refuses in extension/manifest.toml, and that each permission has its use."""

import re
import tomllib
from pathlib import Path

import pytest

from packager.errors import BuildError
from packager.shell_part import manifest, scripts
from tests.unit.shell.test_shell_guards import code_of

EXTENSION = Path(__file__).parents[3] / "extension"
SOURCE = EXTENSION / "manifest.toml"
# What each permission is for, as the code that cannot do without it.
USES = {
    "storage": r"\bstorage\.(?:local|session)\b",
    "alarms": r"\balarms\.create\b",
    "notifications": r"\bnotifications\.create\b",
    "contextMenus": r"\bcontextMenus\.create\b",
    "activeTab": r"\bscripting\.executeScript\b",  # On pages that no host permission covers.
    "scripting": r"\bscripting\.executeScript\b",
    "offscreen": r"\boffscreen\.createDocument\b",
    "sidePanel": r"\bsidePanel\.open\b",
}


@pytest.mark.parametrize("target", ["chromium", "firefox"])
def test_a_fifth_key_is_refused_before_chromium_refuses_all(tmp_path: Path, target: str) -> None:
    """Seen to fail without the count: Chromium then loads nothing, and says so nowhere."""
    text = SOURCE.read_text(encoding="utf-8")
    assert manifest.make(SOURCE, target, "1")
    more = "".join(
        f'[all.commands.more_{letter}]\nsuggested_key = {{ default = "Alt+Shift+{letter}" }}\n'
        for letter in "ABC"
    )
    grown = tmp_path / "manifest.toml"
    grown.write_text(text + more, encoding="utf-8")
    with pytest.raises(BuildError, match="5 commands suggest a key"):
        manifest.make(grown, target, "1")


def test_each_permission_is_used_and_none_is_asked_for_the_future() -> None:
    """Seen to fail with "tabs" in the manifest, and without the call of `executeScript`."""
    parts = tomllib.loads(SOURCE.read_text(encoding="utf-8"))
    kinds = ("permissions", "optional_permissions")
    asked = {name for part in parts.values() for kind in kinds for name in part.get(kind, ())}
    assert asked == USES.keys(), "say here which code needs it"
    code = "\n".join(code_of(path) for path in scripts.sources(EXTENSION, "*.js"))
    assert [name for name in asked if not re.search(USES[name], code)] == []


def test_each_permission_is_justified_where_it_is_asked_for() -> None:
    """Seen to fail with a permission that the comments do not name."""
    text = SOURCE.read_text(encoding="utf-8")
    comments = "\n".join(re.findall(r"#[^\n]*", text))
    assert [name for name in USES if not re.search(rf"\b{name}\b", comments)] == []


def test_the_button_on_the_help_site_reads_no_word_of_the_page() -> None:
    """Seen to fail with `document.title` in it."""
    code = code_of(EXTENSION / "background" / "launcher-button.js")
    reads = r"\b(?:title|URL|location|cookie|forms|inner(?:Text|HTML)|textContent|getSelection)\b"
    assert re.findall(rf"{reads}|\bquerySelector|\bgetElement", code.replace("title: ", "")) == []
    touched = set(re.findall(r"\bdocument\b(?:\.(\w+))?", code))
    made = {"createElement", "createElementNS", "documentElement", "body", "addEventListener"}
    assert touched == {*made, ""}  # The whole document is only watched for its root.


def test_only_the_reader_of_pages_reads_a_page_and_only_two_acts_call_it() -> None:
    """An entry of the menu, and a button in the guide: both are clicks.

    Seen to fail with a call of `readPage` in toolbar-icon.js.
    """
    calls = {
        path.name
        for path in scripts.sources(EXTENSION, "*.js")
        if re.search(r"(?<!function )\breadPage\(", code_of(path))
    }
    assert calls == {"effects.js", "menus.js"}
