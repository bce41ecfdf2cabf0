"""The committed files that are made from others, and whether they are as they would be made now.

    uv run build.py --check        names each that is stale
    uv run build.py --renew        makes all of them anew

Each has a maker (the text of the file at this root) and a test of freshness, which is quicker where
making takes long. What the tests keep as they were read and found good (letters) is renewed by
`tests/renewal.py`.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.errors import ContentError
from guide.reading import rules as answer_rules
from guide.sender_check import rules as sender_rules
from guide.state import State
from guide.triage.vocabulary import MODEL
from packager.content_check import contract_dts, look_alikes, privacy_doc
from packager.content_check.state_shape import breaks, shape_of
from packager.errors import BuildError
from packager.reading_training import corpus as answers
from packager.reading_training import learn as answer_kinds
from packager.sender_training import corpus as schemes
from packager.sender_training import learn as scheme_weights
from packager.triage_training import corpus, learn

REPAIR = "run: uv run build.py --renew"


@dataclass(frozen=True)
class Generated:
    """One file: its path below the root, what makes its text, how to see whether a text is fresh.

    `lost` says what would be lost if it were made anew now, "" for nothing.
    """

    path: str
    made: Callable[[], str]
    fresh: Callable[[str], bool] | None = None
    lost: Callable[[str], str] = lambda _: ""

    def mistake(self, root: Path) -> str:
        """Return what is wrong with the file, with the repair; "" for nothing."""
        text = self._text(root)
        if text is not None and (self.fresh(text) if self.fresh else text == self.made()):
            return ""
        if lost := self.lost(text or ""):
            return f"{self.path}: {lost}"
        return f"{self.path} is {'missing' if text is None else 'stale'}; {REPAIR}"

    def renew(self, root: Path) -> str:
        """Write the file if it is stale; return its path, "" if it is fresh. Raises BuildError."""
        if not (mistake := self.mistake(root)):
            return ""
        if self.lost(self._text(root) or ""):
            raise BuildError(mistake)
        (root / self.path).write_text(self.made(), encoding="utf-8")
        return self.path

    def _text(self, root: Path) -> str | None:
        file = root / self.path
        return file.read_text(encoding="utf-8") if file.exists() else None


def _learned_is_fresh(text: str) -> bool:
    return f'made_of = "{corpus.fingerprint()}"' in text


def _answers_are_fresh(text: str) -> bool:
    return f'made_of = "{answers.fingerprint()}"' in text


def _schemes_are_fresh(text: str) -> bool:
    return f'made_of = "{schemes.fingerprint()}"' in text


def _shape() -> str:
    return json.dumps({"version": State().version, "shape": shape_of(State)}, indent=1) + "\n"


def _unreadable(text: str) -> str:
    """Return what of a stored state would be lost: a changed shape needs a version of its own."""
    old = json.loads(text or '{"version": 0}')
    broken = breaks(old["shape"], shape_of(State)) if old["version"] == State().version else []
    return f"{broken[0]}; follow py/guide/protocol/migrations.py" if broken else ""


# What is learned first: the guide cannot be read without it.
FILES = (
    Generated(f"py/guide/content/{MODEL}", learn.table, _learned_is_fresh),
    Generated(f"py/guide/content/{answer_rules.MODEL}", answer_kinds.table, _answers_are_fresh),
    Generated(
        f"py/guide/content/{answer_rules.ASK_MODEL}", answer_kinds.asks_table, _answers_are_fresh
    ),
    Generated(
        f"py/guide/content/{answer_rules.DAY_MODEL}", answer_kinds.days_table, _answers_are_fresh
    ),
    Generated(f"py/guide/content/{sender_rules.MODEL}", scheme_weights.table, _schemes_are_fresh),
    Generated("extension/contract.d.ts", contract_dts.declarations),
    Generated("py/guide/content/look_alikes.toml", look_alikes.declarations),
    Generated("tests/fixtures/states/shape.json", _shape, lost=_unreadable),
    Generated("docs/privacy.md", privacy_doc.document),
)


def mistakes(root: Path) -> Iterator[str]:
    """Yield a line for each file that is stale."""
    for file in FILES:
        try:
            mistake = file.mistake(root)
        except ContentError:
            continue  # What it is made from cannot be read, and that is told where it is read.
        if mistake:
            yield mistake
