"""The subject of a letter: the case number, what it is about, and what tells it from others.

    [05871234] Charged twice: Plus, USD 20, 3 March 2026

It is the same in all letters of a case, so that they stay together; only an appeal says that it
is one. A part that there is no room for is left out whole.
"""

from collections.abc import Iterator

from guide.letters import prose
from guide.letters.brief import Brief

MAX_SUBJECT = 60
MAX_NUMBER = 24  # Of a case number; the longest seen has ten characters.
MAX_PART = 32  # Longer answers are sentences.


def line(brief: Brief) -> str:
    """Return the subject, at most MAX_SUBJECT characters."""
    known = brief.case_number if len(brief.case_number) <= MAX_NUMBER else ""
    number = f"[{brief.mask(known)}] " if known else ""
    subject = next(name for name in _names(brief, number) if len(name) <= MAX_SUBJECT)
    between = ", " if ":" in subject else ": "
    # A request says already what its facts would.
    named = subject.endswith((brief.name_of_topic.rstrip("?"), brief.name_of_category))
    for part in _parts(brief) if named else ():
        if len(longer := f"{subject}{between}{part}") <= MAX_SUBJECT and part not in subject:
            subject, between = longer, ", "
    return subject


def _names(brief: Brief, number: str) -> Iterator[str]:
    """Yield what the subject may begin with, best first; the last fits always."""
    pattern = str(brief.words["letters"]["appeal_of" if brief.kind == "appeal" else "about"])
    request = prose.one_line(brief.mask(brief.request)).rstrip(".!")
    category = brief.name_of_category
    vague = not brief.has_topic or brief.case.category in {"other", None}
    for name in (request, category) if vague and request else (brief.name_of_topic, category):
        yield number + pattern.format(topic=name.rstrip("?"))
    yield number + category
    yield category
    yield number.strip()
    yield ""


def _parts(brief: Brief) -> Iterator[str]:
    asked = brief.rules.subject.get(brief.case.category or "other", ())
    # In public only what stands among the fields of the case.
    for field in asked:
        value = prose.one_line(brief.mask(brief.answers[field])) if field in brief.fields else ""
        if value and len(value) <= MAX_PART:
            yield value
