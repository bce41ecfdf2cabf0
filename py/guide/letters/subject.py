"""The subject of a letter: the case number, what it is about, and what tells it from others.

    [05871234] Charged twice: Plus, USD 20, 3 March 2026

It is the same in all letters of a case, so that they stay together; only an appeal says that it
is one. In a forum it is a title, and asks. A part that there is no room for is left out whole.
"""

from collections.abc import Iterable, Iterator

from guide.letters import prose
from guide.letters.brief import Brief

MAX_SUBJECT = 60
MAX_NUMBER = 24  # Of a case number; the longest seen has ten characters.
MAX_PART = 32  # Longer answers are sentences.


def line(brief: Brief) -> str:
    """Return the subject, at most MAX_SUBJECT characters; "" where the place has none."""
    if not brief.public:
        return _subject(brief)
    if not brief.catalog.channels[brief.channel].subject:
        return ""
    return _subject(brief) if brief.boxes else _question(brief)


def _subject(brief: Brief) -> str:
    known = brief.case_number if len(brief.case_number) <= MAX_NUMBER else ""
    number = f"[{brief.shown_number}] " if known else ""
    subject = next(name for name in _names(brief, number) if len(name) <= MAX_SUBJECT)
    # A request says already what its facts would.
    named = subject.endswith((brief.title.rstrip("?"), brief.name_of_category))
    return _longer(subject, _parts(brief) if named else (), MAX_SUBJECT)


def _question(brief: Brief) -> str:
    """Return a title that asks, with the error and where it happens."""
    pattern = str(brief.words["letters"]["asks"])
    names = [brief.name_of_topic, brief.name_of_category]
    name = next((one for one in names if len(pattern.format(title=one)) <= MAX_SUBJECT), "")
    pattern = "{title}?" if name.endswith("?") else pattern
    room = MAX_SUBJECT - len(pattern.format(title=""))
    return pattern.format(title=_longer(name.rstrip("?"), _parts(brief), room))


def _longer(subject: str, parts: Iterable[str], room: int) -> str:
    between = ", " if ":" in subject else ": "
    for part in parts:
        longer = f"{subject}{between}{part}"
        if len(longer) <= room and part not in subject:
            subject, between = longer, ", "
    return subject


def _names(brief: Brief, number: str) -> Iterator[str]:
    """Yield what the subject may begin with, best first; the last fits always."""
    pattern = str(brief.words["letters"]["appeal_of" if brief.kind == "appeal" else "about"])
    request = prose.one_line(brief.mask(brief.request)).rstrip(".!")
    category = brief.name_of_category
    vague = not brief.has_topic or brief.case.category in {"other", None}
    for name in ((request,) if vague and request else ()) + (brief.title, category):
        yield number + pattern.format(topic=name.rstrip("?"))
    yield number + category
    yield category
    yield number.strip()
    yield ""


def _parts(brief: Brief) -> Iterator[str]:
    rules = brief.rules
    by_category = rules.subject.get(brief.case.category or "other", ())
    asked = rules.subject.get(brief.case.topic, by_category)
    asked = rules.public.title if brief.public else asked
    # In public only what stands among the fields of the case.
    for field in asked:
        value = prose.one_line(brief.mask(brief.answers[field])) if field in brief.fields else ""
        if value and len(value) <= MAX_PART:
            yield value
