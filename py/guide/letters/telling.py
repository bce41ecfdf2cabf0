"""What a letter has told: short answers that stood in it, so that it can be quoted later."""

from collections.abc import Iterable

from guide.letters.brief import Brief
from guide.model import Answer, Case, SentRequest

MAX_TOLD = 120  # Characters of an answer that a later letter would quote.


def told_in(brief: Brief, body: str) -> tuple[Answer, ...]:
    """Return the answers that stand in a body, in its own words."""
    short = (
        (field, words)
        for field, words in brief.answers.items()
        if words and len(words) <= MAX_TOLD and "\n" not in words
    )
    return tuple(Answer(field, words) for field, words in short if words in body)


def told_before(case: Case, fields: Iterable[str]) -> SentRequest | None:
    """Return the first letter that told all these fields, None where none did.

    What was typed since, or answers none of them, is not told yet.
    """
    wanted = set(fields)
    if not wanted:
        return None
    letters = (s for s in case.sent if wanted <= {answer.field for answer in s.told})
    return next(letters, None)
