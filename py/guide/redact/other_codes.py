"""Codes that are no secrets: an error's, a country's, an order's."""

import re

from guide.redact import nearby
from guide.redact.lexicon import Mention, has
from guide.redact.nearby import Seen, TextRead

# Finds « that I got» and nothing at all, too.
NEXT_WORDS = re.compile(r"(?:[ \t][^\W\d_]+){0,3}")


def is_other_code(reading: TextRead, mention: Mention) -> bool:
    """Tell whether a name is only "code", and the code an error's, a country's or an order's."""
    if "code" not in mention.roles or "strong_code" in mention.roles:
        return False
    seen = Seen(reading, mention)
    before = nearby.word_before(seen, mention.start)
    not_of_signing_in = is_of_failure(seen, before) or is_of_an_order(seen, before)
    return not_of_signing_in or has(reading.words.not_after, before)


def is_of_failure(seen: Seen, before: str) -> bool:
    """Tell whether something ended with this code: "fails with code 600010", not "the code"."""
    start = seen.mention.start
    with_it = seen.folded.low.rfind(before, 0, start) if before else start
    return has(seen.words.failing, before) or (
        before in seen.words.with_code
        and has(seen.words.failing, nearby.word_before(seen, with_it))
    )


def is_of_an_order(seen: Seen, before: str) -> bool:
    """Tell whether the code is an order's or a case's: "קוד הפנייה", "order code"."""
    after = NEXT_WORDS.match(seen.folded.low, seen.mention.end)
    words = [before, *(after[0].split() if after else ())]
    return any(has(seen.words.owners, word) for word in words if word not in seen.words.known)
