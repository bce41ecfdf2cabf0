"""A secret in what was typed: told at once below the field, with how to make it useless."""

import re
from collections.abc import Mapping

from guide.compiled_content import find
from guide.redact.redaction import KINDS
from guide.situation import Situation

# Kind of finding -> the sentence below the field, and the page to go to.
_TOLD: Mapping[str, tuple[str, str]] = {
    "private_key": ("key", ""),
    "seed_phrase": ("phrase", ""),
    "password": ("password", ""),
    "one_time_code": ("code", ""),
    "api_key": ("key", "api_keys"),
    "bearer": ("key", ""),
    "session_token": ("token", ""),
    "secret": ("key", ""),
}
# Most texts hold nothing of it, and that is seen faster than searched: "482913" | "I forgot it"
_MAY_HOLD = re.compile(r"\d{4}|\d\w|\w\d|\w{14}|(?:\b[a-z]{3,10}\W{1,4}){11}|[:=]")


def exposed(situation: Situation, text: str) -> Mapping[str, str] | None:
    """Return what to say of the worst secret in a text, and the address that helps; else None."""
    if not _MAY_HOLD.search(text):
        return None
    found = {finding.kind for finding in find(situation.compiled, text, "support", (), ())}
    worst = next((kind for kind in KINDS if kind in found and kind in _TOLD), "")
    if not worst:
        return None
    sentence, address = _TOLD[worst]
    return {"sentence": sentence, "address": address}
