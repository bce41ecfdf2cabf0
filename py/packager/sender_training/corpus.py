"""Schemes, and what people and companies write that is none.

tests/fixtures/sender_check/traps.*           schemes as they reach people, or as people tell them
tests/fixtures/sender_check/harmless.*        messages and questions that only look like some
tests/fixtures/sender_check/openai_domain.*   OpenAI's own notices, and questions about its sites
tests/fixtures/topics/w*.jsonl                complaints; those about fakes are left out
"""

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from guide.sender_check import judge, phrases, plain, weighing
from packager.triage_training.corpus import CONTENT, WRITERS

FIXTURES = WRITERS.parent / "sender_check"
_ABOUT_FAKES = {
    "is_this_genuine",
    "phishing_mail",
    "fake_support_contact",
    "shared_or_bought_account",
}
_READ = (judge, phrases, plain, weighing)  # What takes a text apart.


def schemes() -> list[str]:
    """Return the schemes."""
    return [*_lines("traps.*.txt")]


def harmless() -> list[str]:
    """Return what is none and was written to look like one."""
    return [*_lines("harmless.*.txt"), *_lines("openai_domain.*.txt")]


def complaints() -> list[str]:
    """Return what people complain of, but for fakes."""
    rows = (
        json.loads(line)
        for file in sorted(WRITERS.glob("w*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
    )
    return [row["text"] for row in rows if _ABOUT_FAKES.isdisjoint([row["topic"], *row["also"]])]


@cache
def fingerprint() -> str:
    """Return a hash of all that the weights are learned from."""
    words = sorted(CONTENT.glob("text/*/reading/sender_check.toml"))
    files = [*sorted(FIXTURES.glob("*.txt")), *sorted(WRITERS.glob("w*.jsonl")), *words]
    files += [Path(str(one.__file__)) for one in _READ]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:16]


def _lines(pattern: str) -> Iterator[str]:
    for file in sorted(FIXTURES.glob(pattern)):
        for line in file.read_text(encoding="utf-8").splitlines():
            yield line.replace("\\n", "\n")
