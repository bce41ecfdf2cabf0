"""Is this really OpenAI? The rules, and the verdict on what was pasted."""

from collections.abc import Mapping
from typing import Any

from guide.handlers.brought import CUT
from guide.screens.widgets.sources import sources
from guide.sender_check import judge
from guide.sender_check.policy import Sign
from guide.situation import Situation

ICONS: Mapping[str, str] = {
    "openai_domain": "genuine",
    "unknown": "feature_question",
    "scam": "security_compromise",
}


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `genuine.html.j2`; the verdict is on the very words in the field."""
    suspect, names = situation.state.suspect, situation.compiled.senders.names
    return {
        "suspect": suspect,
        "cut": situation.state.place.item == CUT,
        "verdict": _verdict(situation, suspect) if suspect.strip() else None,
        "senders": names.senders,
        "accounts": names.accounts,
        "sources": sources(situation.catalog, situation.locale, ("genuine_senders",)),
    }


def _verdict(situation: Situation, suspect: str) -> Mapping[str, Any]:
    """Return the verdict, with sentences that have a place for what they are about."""
    verdict = judge.judge(situation.compiled.senders, suspect)
    words = situation.catalog.words[situation.locale]["sender_check"]
    reasons = [_reason(words[sign.code], sign) for sign in verdict.reasons]
    return {"kind": verdict.kind, "icon": ICONS[verdict.kind], "reasons": reasons}


def _reason(sentence: str, sign: Sign) -> Mapping[str, str]:
    # An account is shown whole, so that its @ stays on its left in Hebrew too.
    if "@{detail}" in sentence:
        whole = sentence.replace("@{detail}", "{detail}")
        return {"sentence": whole, "detail": f"@{sign.detail}"}
    return {"sentence": sentence, "detail": sign.detail}
