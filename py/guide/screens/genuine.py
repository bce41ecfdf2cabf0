"""Is this really OpenAI? The rules, and the verdict on what was pasted."""

from collections.abc import Mapping
from typing import Any

from guide.screens.widgets.sources import sources
from guide.sender_check import judge
from guide.situation import Situation


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `verdict.html.j2`."""
    suspect, rules = situation.state.suspect, situation.compiled.senders
    return {
        "suspect": suspect,
        "verdict": _verdict(situation, suspect) if suspect.strip() else None,
        "senders": rules.senders,
        "accounts": rules.accounts,
        "sources": sources(situation.catalog, situation.locale, ("genuine_senders",)),
    }


def _verdict(situation: Situation, suspect: str) -> Mapping[str, str]:
    """Return the verdict, with a sentence that has a place for what it is about."""
    rules = situation.compiled.senders
    verdict = judge.judge(rules, suspect)
    sentence = rules.sentences[situation.locale][verdict.reason]
    # An account is shown whole, so that its @ stays on its left in Hebrew too.
    if "@{detail}" in sentence:
        whole = sentence.replace("@{detail}", "{detail}")
        return {"kind": verdict.kind, "sentence": whole, "detail": f"@{verdict.detail}"}
    return {"kind": verdict.kind, "sentence": sentence, "detail": verdict.detail}
