"""What a person calls a case."""

from guide.model import Case

TITLE = 80  # Characters of the person's own words that tell one case from another.


def title(case: Case) -> str:
    """Return what a person calls this case: its goal, else the first words of the story."""
    text = " ".join((case.answer("goal") or case.story).split())
    return text if len(text) <= TITLE else f"{text[:TITLE].rsplit(' ', 1)[0]}…"
