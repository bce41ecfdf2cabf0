"""The shell opens the addresses that the content has, and no other."""

import json
import subprocess
import sys
from pathlib import Path

from packager.content_check import ask_guide
from packager.shell_part import allowlist

NODE = Path(sys.executable).parent / "node"
SCRIPT = Path(__file__).parent / "open.mjs"
# Of the right host, of the right look, or nothing at all: none is an address of the content.
OTHERS = (
    "https://help.openai.com/en/?q=noa.levi%40example.com",
    "https://help.openai.com/en/?q=refund&q=noa",
    "https://help.openai.com/en/articles/1",
    "https://help.openai.com/en/#noa",
    "http://help.openai.com/en/",
    "https://help.openai.com.evil.example/en/",
    "https://evil.example/help.openai.com/en/",
    "https://help.openai.com@evil.example/en/",
    "https://me@help.openai.com/en/",
    "https://:secret@help.openai.com/en/",
    "https://help.openai.com:8443/en/",
    "HTTPS://HELP.OPENAI.COM/EN/",
    "mailto:someone@evil.example",
    "mailto:support@openai.com?body=private",
    "mailto:support@openai.com,someone@evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "chrome://settings",
    "/popup.html",
    "__proto__",
    "",
)


def test_every_address_of_the_content_opens_and_no_other(built: dict[str, Path]) -> None:
    """Seen to fail: with a shell that compares hosts, and with one that compares beginnings."""
    listed = ask_guide.addresses()
    root = built["chromium"].parent.parent
    run = subprocess.run(
        [NODE, SCRIPT, root / "extension", root / ".build" / "exits" / allowlist.NAME],
        input=json.dumps([*listed, *OTHERS]),
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(run.stdout) == {"opened": listed, "changed": []}


def test_the_list_is_in_the_popup_of_each_browser(built: dict[str, Path]) -> None:
    """Seen to fail with a list that was left outside as a library is."""
    for package in built.values():
        script = (package / "popup.js").read_text(encoding="utf-8")
        assert [one for one in ask_guide.addresses() if json.dumps(one) not in script] == []
