"""Public lists of hostile texts, through the door: none of them changes the markup.

    uv run python -m tests.corpora [FOLDER]

Clones three lists (naughty strings, cross-site scripting, template injection) at pinned commits
into a temporary folder, or takes their clones from FOLDER/<name>. It needs the network and minutes,
so it is no part of the suite; tests/unit/test_door_hostile.py has the suite's own texts.

Each text goes wherever a person or a page can put one. On every screen that shows it the tags and
the names of their attributes must be among those that harmless texts bring forth.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide import door
from guide.warm_up import first_request
from tests.unit.markup import parsed

type Shape = tuple[str, tuple[str, ...]]
type Request = dict[str, Any]

SCREENS = ("start", "first", "details", "request", "case", "reply", "cases", "genuine")
FIELDS = ("story", "goal", "happened", "account_email", "body", "reply_text", "suspect")


@dataclass(frozen=True, slots=True)
class Corpus:
    """A public list: its repository, the commit that was run, and how to read it."""

    address: str
    commit: str
    file: str
    read: Callable[[str], list[str]]


CORPORA = {
    "naughty-strings": Corpus(
        "https://github.com/minimaxir/big-list-of-naughty-strings",
        "db33ec7b1d5d9616a88c76394b7d0897bd0b97eb",
        "blns.json",
        json.loads,
    ),
    "xss": Corpus(
        "https://github.com/payloadbox/xss-payload-list",
        "d473925ebc9aaec0ac8bdb9aa9d26be8d163af04",
        "Intruder/xss-payload-list.txt",
        str.splitlines,
    ),
    "templates": Corpus(
        "https://github.com/payloadbox/ssti-payloads",
        "9101330d542a3b2fac4e17cb7b735ad9eeab5988",
        "Intruder/ssti-payloads.txt",
        str.splitlines,
    ),
}
# Harmless texts of many kinds, so that every part of a screen that a text may bring forth is known.
HARMLESS = (
    "I was charged twice for Plus",
    "The API answers 429 insufficient_quota, key sk-proj-abcdefghij0123456789ABCDEFGHIJ",
    "לא מצליחים להתחבר, הקוד לא מגיע",
    "Somebody else is in my account and my password is bluehorse77",
    "Please send the invoice number and the last four digits. Case 01234567",
    "From: OpenAI <noreply@tm.openai.com> Open https://chatgpt.com/ and pay with a gift card",
    "Call +1 888 478 0090, visa 4111 1111 1111 1111, https://openai.com.example.com/login",
    "asdf",
    "a\nb\n\n\tc",
    "x" * 3_000,
    "51000",
    "dana@example.com",
    "> what stood in the mail before",
    ">>> what stood in a mail before that one",
    "Try this:\n1. Clear the cookies.\n2. Sign in again.",
    " ",
)


def main(arguments: list[str]) -> int:
    """Run all corpora; return 1 if a text changed the markup, else 0."""
    known = {shape for text in HARMLESS for html in shown(text) for shape in shapes(html)}
    changed = 0
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(arguments[0]) if arguments else Path(temporary)
        for name, corpus in CORPORA.items():
            texts = list(dict.fromkeys(texts_of(corpus, home / name)))
            odd = [text for text in texts if strange(text, known)]
            changed += len(odd)
            print(f"{name}: {len(texts)} texts, {len(odd)} changed markup")  # noqa: T201
            print(*map(ascii, odd[:10]), sep="\n", end="\n" if odd else "")  # noqa: T201
    return 1 if changed else 0


def texts_of(corpus: Corpus, clone: Path) -> list[str]:
    """Return the texts of a corpus; clone it where it is not there yet."""
    if not clone.exists():
        _git("clone", "--quiet", corpus.address, str(clone))
    return corpus.read(_git("-C", str(clone), "show", f"{corpus.commit}:{corpus.file}"))


def _git(*arguments: str) -> str:
    run = subprocess.run(["git", *arguments], check=True, capture_output=True)  # noqa: S607
    return run.stdout.decode("utf-8", "replace")


def shown(text: str) -> Iterator[str]:
    """Yield each screen's HTML when the text stands everywhere: fields, page, device, import."""
    state = turned(None, {"type": "pick_category", "category": "billing"}, text)["state"]
    for field in FIELDS:
        state = turned(state, typed(field, text), text)["state"]
    state = turned(state, {"type": "describe"}, text)["state"]
    for screen in SCREENS:
        answer = turned(state, {"type": "go", "to": screen}, text)
        if answer["problem"] and answer["problem"]["code"] == "bug":
            raise AssertionError(f"{screen}: a bug, by {text!a}")
        yield answer["html"]


def typed(field: str, value: str) -> Mapping[str, str]:
    """Return the event of a field typed."""
    return {"type": "typed", "field": field, "value": value}


def turned(state: object, event: Mapping[str, str], text: str) -> dict[str, Any]:
    """Take one turn on a page whose title and search are the text, too."""
    page = {"url": "https://help.openai.com/en/", "title": text, "query": text}
    request: Request = {**first_request("en"), "page": page, "state": state, "event": dict(event)}
    answer: dict[str, Any] = json.loads(door.turn(json.dumps(request)))
    return answer


def shapes(html: str) -> set[Shape]:
    """Return each tag with the names of its attributes. Raises AssertionError if unbalanced."""
    return {(one.tag, tuple(sorted(one.attrs))) for one in parsed(html).elements}


def strange(text: str, known: set[Shape]) -> bool:
    """Tell whether a text brought forth a tag or an attribute that no harmless one does."""
    return any(
        shape not in known or any(name.startswith("on") for name in shape[1])
        for html in shown(text)
        for shape in shapes(html)
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
