"""A secret in what was typed: told at once below the field, with how to make it useless."""

from collections.abc import Mapping

from guide.compiled_content import find
from guide.redact.redaction import KINDS, may_hold_secret
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
_MOST = 4_000  # Characters that are looked through at each key: what is pasted stands in these.


def exposed(situation: Situation, text: str) -> Mapping[str, str] | None:
    """Return what to say of the worst secret in a text, and the address that helps; else None."""
    last = text[-_MOST:]
    if not may_hold_secret(situation.compiled.redaction, last):
        return None
    found = {finding.kind for finding in find(situation.compiled, last, "support", (), ())}
    worst = next((kind for kind in KINDS if kind in found and kind in _TOLD), "")
    if not worst:
        return None
    sentence, address = _TOLD[worst]
    return {"sentence": sentence, "address": address}
