"""Is this really OpenAI? The rules, and the verdict on what was pasted."""

from collections.abc import Mapping
from typing import Any

from guide import genuine
from guide.screens.sources import sources
from guide.situation import Situation


def context(situation: Situation) -> Mapping[str, Any]:
    """Return the context of `genuine.html.j2`."""
    suspect = situation.state.suspect
    return {
        "suspect": suspect,
        "verdict": _verdict(situation, suspect) if suspect.strip() else None,
        "sources": sources(situation.catalog, situation.locale, ("genuine_senders",)),
    }


def _verdict(situation: Situation, suspect: str) -> Mapping[str, Any]:
    return genuine.judge(situation.tools.senders, suspect)
