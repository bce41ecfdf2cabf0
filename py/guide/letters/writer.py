"""Catalog + Case + kind + channel + language -> subject and body, ready to paste.

A template is `text/<locale>/letters/<kind>.<channel>.txt.j2`, else `<kind>.default.txt.j2`. Its
first line is the subject, the rest the body. It sees `b`, a Brief, where a missing answer is "",
and `t`, the words' section `letters`; optional parts vanish because blank lines are tidied
afterwards.
In a chat the body is several messages, with a line `* * *` between them (see `messages`).
"""

from dataclasses import dataclass

from jinja2 import DictLoader, Environment, StrictUndefined, Template

from guide.catalog.records import Catalog
from guide.letters import history, letter_rules, prose
from guide.letters.brief import Brief, Mask, asked
from guide.letters.letter_rules import fits, table
from guide.model import Case, ChannelId, LetterKind, Locale

__all__ = ["asked_fields", "fits", "length", "messages", "table", "warm", "write"]

BREAK = "* * *"  # Harmless where the whole body is pasted at once.
MAX_SUBJECT = 79


@dataclass(frozen=True, slots=True)
class Letter:
    """A written request. `missing` lists the ids of required fields not yet answered."""

    subject: str
    body: str
    missing: tuple[str, ...] = ()


def write(  # noqa: PLR0913, PLR0917  # A letter is all of these.
    catalog: Catalog,
    case: Case,
    kind: LetterKind,
    channel: ChannelId,
    locale: Locale,
    now: str = "",
    *,
    mask: Mask = str,
) -> Letter:
    """Return the letter. `mask` hides what must not be in that place, answer by answer in public.

    `missing` lists the required fields without an answer, and `case_number` where the kind needs
    one and none is known.
    """
    brief = Brief(catalog, case, kind, channel, locale, now, mask)
    subject, _, body = _template(catalog, brief).render(_context(brief)).partition("\n")
    return Letter(prose.one_line(subject), prose.tidy(body), tuple(_missing(brief)))


def _template(catalog: Catalog, brief: Brief) -> Template:
    start = f"{brief.locale}/{brief.kind}"
    names = f"{start}.{brief.channel}.txt.j2", f"{start}.default.txt.j2"
    return _environment(catalog).get_template(next(n for n in names if n in catalog.letters))


def _context(brief: Brief) -> dict[str, object]:
    pause = f"\n\n{BREAK}\n\n" if brief.chat else "\n\n"
    return {
        "b": brief,
        "t": brief.words["letters"],
        "past": history.History(brief),
        "pause": pause,
        "subject": lambda pattern: _subject(brief, pattern),
        "lines": _lines,
        "quoted": _quoted,
    }


def _subject(brief: Brief, pattern: str) -> str:
    """Return the pattern with the mark, and as much of the topic as there is room for."""
    frame = pattern.format(topic="", mark=brief.mark)
    # In characters, wherever the letter goes: X's own weights would let joined emoji run over.
    topic = prose.cut(brief.mask(brief.topic), MAX_SUBJECT - len(frame))
    if not topic:
        topic = prose.cut(brief.name_of_topic, MAX_SUBJECT - len(frame))
    return pattern.format(topic=topic, mark=brief.mark)


def _lines(*parts: str) -> str:
    """Return the parts there are, one a line; what has several lines stands apart."""
    apart = any("\n" in part for part in parts)
    return ("\n\n" if apart else "\n").join(filter(None, parts))


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _missing(brief: Brief) -> list[str]:
    case, fields = brief.case, brief.catalog.fields
    wanted = brief.asked if brief.kind == "reply" else brief.required
    missing = [
        field for field in wanted if not case.answer(field).strip() and not case.lacks(field)
    ]
    if brief.public:
        return [field for field in missing if not fields[field].private]
    number = case.case_number or case.answer("earlier_case")
    needs_number = brief.rules.kinds[brief.kind].case_number and not number.strip()
    return [*missing, "case_number"] if needs_number else missing


def length(catalog: Catalog, channel: ChannelId, text: str) -> int:
    """Return how long a text is for this channel, to hold against its limit."""
    return letter_rules.for_catalog(catalog).measure(channel)(text)


def messages(body: str) -> tuple[str, ...]:
    """Return the messages of a body, the person's own edit of one too, in the order to send."""
    parts = "\n" + body + "\n"
    return tuple(part.strip("\n") for part in parts.split(f"\n{BREAK}\n") if part.strip())


def asked_fields(catalog: Catalog, reply: str) -> tuple[str, ...]:
    """Return the fields that an answer from support asks for, as far as its words tell."""
    return asked(letter_rules.for_catalog(catalog), reply)


@dataclass
class _Compiled:
    """The templates of the catalog last used, compiled once."""

    catalog: Catalog | None = None
    environment: Environment | None = None


_compiled = _Compiled()


def _environment(catalog: Catalog) -> Environment:
    if _compiled.environment is None or _compiled.catalog is not catalog:
        _compiled.catalog, _compiled.environment = catalog, _compile(catalog)
    return _compiled.environment


def _compile(catalog: Catalog) -> Environment:
    # Letters are plain text: nothing in them is ever read as HTML.
    return Environment(  # noqa: S701
        loader=DictLoader(dict(catalog.letters)),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )


def warm(catalog: Catalog) -> None:
    """Compile every template, once: a memory snapshot taken after this has them ready."""
    letter_rules.check(catalog)
    for name in catalog.letters:
        _environment(catalog).get_template(name)
