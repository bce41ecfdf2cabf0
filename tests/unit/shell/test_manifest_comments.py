"""Each permission that the manifest asks for has its reason beside it, and code that uses it."""

import re
import tomllib
from pathlib import Path

from packager.shell_part import scripts

EXTENSION = Path(__file__).parents[3] / "extension"
MANIFEST = EXTENSION / "manifest.toml"
LISTS = ("permissions", "optional_permissions", "host_permissions")
LISTED = re.compile(rf"((?:^#.*\n)+)(?:{'|'.join(LISTS)}) = (\[.*\])", re.MULTILINE)
# What only this permission allows.
USES = {
    "storage": r"chrome\.storage\.local\.",
    "alarms": r"chrome\.alarms\.create\b",
    "contextMenus": r"chrome\.contextMenus\.create\b",
    # Without it the one that is allowed by a click is allowed on no page.
    "activeTab": r"chrome\.scripting\.executeScript\(\{ target: \{ tabId",
    "scripting": r"chrome\.scripting\.executeScript\b",
    "notifications": r"chrome\.notifications\.create\b",
    "offscreen": r"\boffscreen\.createDocument\b",
    "sidePanel": r"\bsidePanel\.open\b",
    "https://help.openai.com/*": r"chrome\.tabs\.query\(\{ url: `\$\{HELP_SITE\}\*` \}\)",
}


def reasons(manifest: str) -> dict[str, str]:
    """Return each permission with the comment above its list."""
    lists = LISTED.findall(manifest)
    return {one: said for said, names in lists for one in tomllib.loads(f"of = {names}")["of"]}


def asked(manifest: str) -> set[str]:
    """Return every permission of a manifest, in whichever part."""
    parts = tomllib.loads(manifest).values()
    return {one for part in parts for key in LISTS for one in part.get(key, ())}


def test_each_permission_has_its_reason_beside_it() -> None:
    """Seen to fail with "idle" among them, and with no comment above those of Chromium."""
    manifest = MANIFEST.read_text(encoding="utf-8")
    said = reasons(manifest)
    assert said.keys() == asked(manifest)
    # A site is no word: its list has a comment of its own.
    words = {name for name in said if not name.startswith("https:")}
    assert [name for name in sorted(words) if not re.search(rf"\b{name}\b", said[name])] == []


def test_each_permission_has_code_that_uses_it() -> None:
    """Seen to fail with "idle" among them, and without the alarm of reminders.js."""
    assert USES.keys() == asked(MANIFEST.read_text(encoding="utf-8"))
    sources = scripts.sources(EXTENSION, "*.js")
    code = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    assert [name for name, use in USES.items() if not re.search(use, code)] == []
