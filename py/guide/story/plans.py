"""Which plan a story says was paid for, and which one it says is shown."""

import re
from collections.abc import Mapping

from guide.story import names
from guide.story.cues import Text
from guide.story.reader import StoryRules

_NEAR = 40  # Characters between "I paid" and the plan, in one clause.
# Finds « plan», not « of charge».
_NOTHING_MORE = re.compile(
    r"(?:[.,;!?)\"'\n]|\s+(?:plan|tier|account|version|and|but|since|after|again|now|in|on|even)\b"
    r"|\s+[א-ת])"
)
_BEFORE = {"plan_paid": "paid", "plan_shown": "shown"}


def told(rules: StoryRules, story: str, plan: str) -> Mapping[str, str]:
    """Return plan_paid and plan_shown where the story says so; `plan` is the one it names first.

    "I paid for Plus and it still says Free" -> plus, free.
    """
    text, cues = Text(story), rules.cues
    found: dict[str, str] = {}
    either = (*names.choices(text, "plan", cues["names"]), *names.plans(text))
    bare = names.choices(text, "plan", cues["plan_shown_as"])
    end = len(text.low)
    bare = (one for one in bare if one.end == end or _NOTHING_MORE.match(text.low, one.end))
    for one in sorted((*either, *bare), key=lambda one: one.start):
        for field, cue in _BEFORE.items():
            start = max(text.clause(one.start)[0], one.start - _NEAR)
            # A phrase that is found may hold its own verb: "upgraded to plus".
            if field not in found and text.has(cues["plan_said"][cue], (start, one.end)):
                found[field] = one.value
                break
    if found.get("plan_paid") == "free":
        del found["plan_paid"]
    # Who has a plan that nothing else is said of has paid for it.
    return found if "plan_paid" in found or plan in {"", "free"} else {"plan_paid": plan, **found}
