"""Puts the name of its kind in the place of what must not go out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guide.redact.finding import FINAL, Finding
from guide.redact.fold import fold

_SHORTEST_CARD = 12  # Digits of a card of an international scheme (ISO/IEC 7812).


@dataclass(frozen=True, slots=True)
class Masked:
    """The text to send; `pieces` are its parts in order, each with the finding it replaces."""

    text: str
    pieces: tuple[tuple[str, Finding | None], ...]


def mask(
    text: str,
    findings: Iterable[Finding],
    shown: Iterable[str] = (),
    names: Mapping[str, str] | None = None,
) -> Masked:
    """Return the text with each finding replaced by the name of its kind.

    `shown` are texts the person wants to keep; passwords, codes and whole cards stay masked all
    the same. A name may hold `{last4}`, the card's last four digits. Findings outside the text
    or upon each other are masked as far as they reach.
    """
    wanted, words = frozenset(shown), names or {}
    pieces: list[tuple[str, Finding | None]] = []
    done = 0
    for finding in sorted(findings, key=lambda f: f.start):
        start, end = max(finding.start, done), min(finding.end, len(text))
        if start >= end:
            continue
        pieces.append((text[done:start], None))
        pieces.append((_instead(text[start:end], finding, wanted, words), finding))
        done = end
    pieces.append((text[done:], None))
    whole = tuple(piece for piece in pieces if piece[0] or piece[1])
    return Masked("".join(piece for piece, _ in whole), whole)


def _instead(secret: str, finding: Finding, shown: frozenset[str], names: Mapping[str, str]) -> str:
    if secret in shown and finding.undoable and finding.kind not in FINAL:
        return secret
    digits = "".join(filter(str.isdigit, fold(secret).text))
    return names.get(finding.kind, f"[{finding.kind}]").replace("{last4}", _end(digits))


def _end(digits: str) -> str:
    """Return the last four digits; of an Israeli card of eight or nine they would be half of it."""
    return digits[-4:] if len(digits) >= _SHORTEST_CARD else f"**{digits[-2:]}"
