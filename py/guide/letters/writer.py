"""Catalog + Case + kind + channel + language -> subject and body, ready to paste.

A template is `text/<locale>/letters/<kind>.<channel>.txt.j2`, else `<kind>.default.txt.j2`. It is
the body; it sees `b`, a Brief, where a missing answer is "", `opening`, what stands first, `past`,
what was done and written before, and `t`, the words' section `letters`. Optional parts vanish
because blank lines are tidied afterwards.
In a chat the body is several messages, with a line `* * *` between them (see `messages`).
"""

from dataclasses import dataclass

from jinja2 import DictLoader, Environment, StrictUndefined, Template

from guide.catalog.records import Catalog
from guide.ids import ChannelId, LetterKind, Locale
from guide.letters import history, letter_rules, opening, prose, replies, subject
from guide.letters.brief import Brief, Mask
from guide.letters.letter_rules import fits, table
from guide.model import Case
from guide.reading import reader
from guide.reading import rules as answer_rules

__all__ = ["asked_fields", "fits", "length", "messages", "table", "warm", "write"]

BREAK = "* * *"  # Harmless where the whole body is pasted at once.


@dataclass(frozen=True, slots=True)
class Letter:
    """A written request. `missing` lists the ids of required fields not yet answered.

    `unanswered` is what support asks for, in its words, and a reply does not say yet.
    """

    subject: str
    body: str
    missing: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()


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
    answered = replies.Answered(brief)
    body = _template(catalog, brief).render(_context(brief, answered))
    return Letter(
        # Our own words have bidi marks for the screen; a form should get none.
        prose.clean(
            "" if brief.public and not catalog.channels[channel].subject else subject.line(brief)
        ),
        prose.clean(body),
        tuple(_missing(brief)),
        answered.open if kind == "reply" else (),
    )


def _template(catalog: Catalog, brief: Brief) -> Template:
    start = f"{brief.locale}/{brief.kind}"
    names = f"{start}.{brief.channel}.txt.j2", f"{start}.default.txt.j2"
    return _environment(catalog).get_template(next(n for n in names if n in catalog.letters))


def _context(brief: Brief, answered: replies.Answered) -> dict[str, object]:
    past = history.History(brief)
    later = past.line if brief.kind not in {"first_request", "appeal"} else ""
    return {
        "b": brief,
        "t": brief.words["letters"],
        "past": past,
        "opening": opening.of(brief, later),
        "answers": answered,
        "facts": lambda *but: brief.facts(*past.told_fields, *but),
        "pause": f"\n\n{BREAK}\n\n" if brief.chat else "\n\n",
        "quoted": _quoted,
    }


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def _missing(brief: Brief) -> list[str]:
    case, fields = brief.case, brief.catalog.fields
    wanted = _wanted(brief)
    missing = [
        field for field in wanted if not case.answer(field).strip() and not case.lacks(field)
    ]
    if brief.public:
        return [field for field in missing if not fields[field].private]
    number = case.case_number or case.answer("earlier_case")
    needs_number = brief.rules.kinds[brief.kind].case_number and not number.strip()
    return [*missing, "case_number"] if needs_number else missing


def _wanted(brief: Brief) -> tuple[str, ...]:
    if brief.kind == "reply":
        return brief.asked_fields
    # A refusal is answered, or the same answer comes again.
    again = (brief.rules.after_refusal,) if history.History(brief).is_answer_to_refusal else ()
    return (*again, *brief.required)


def length(catalog: Catalog, channel: ChannelId, text: str) -> int:
    """Return how long a text is for this channel, to hold against its limit."""
    return letter_rules.for_catalog(catalog).measure(channel)(text)


def messages(body: str) -> tuple[str, ...]:
    """Return the messages of a body, the person's own edit of one too, in the order to send."""
    parts = "\n" + body + "\n"
    return tuple(part.strip("\n") for part in parts.split(f"\n{BREAK}\n") if part.strip())


def asked_fields(catalog: Catalog, reply: str) -> tuple[str, ...]:
    """Return the fields that an answer from support asks for, as far as its words tell."""
    asked = reader.asked_of(answer_rules.for_catalog(catalog), reply)
    return tuple(dict.fromkeys(field for one in asked for field in one.fields))


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
