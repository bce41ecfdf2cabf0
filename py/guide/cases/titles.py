"""What a person calls a case."""

from collections.abc import Callable

from guide.model import Case

TITLE = 80  # Characters of the person's own words that tell one case from another.
_LOOKED_AT = 800  # And those that are masked for it.


def title(case: Case, mask: Callable[[str], str] = str) -> str:
    """Return what a person calls this case: its goal, else the first words of the story.

    Where others may read it, `mask` takes out what they must not, before it is cut: half a secret
    would pass as none.
    """
    text = " ".join(mask((case.answer("goal") or case.story)[:_LOOKED_AT]).split())
    return text if len(text) <= TITLE else f"{text[:TITLE].rsplit(' ', 1)[0]}…"
