"""Catalog + Case + kind + channel + language -> subject and body, ready to paste.

A template is `text/<locale>/letters/<kind>.<channel>.txt.j2`, else `<kind>.default.txt.j2`. It is
the body; it sees `b`, a Brief, where a missing answer is "", `opening`, what stands first, `past`,
what was done and written before, `say`, `facts` and `listed`, which label answers, and `t`, the
words' section `letters`. Optional parts vanish because blank lines are tidied afterwards.
In a chat the body is one message where it is short enough, else two; for a form it is several
boxes. A line `* * *` stands between them (see `guide.letters.boxes`).
"""

from dataclasses import dataclass

from jinja2 import Environment, StrictUndefined, Template

from guide.catalog.records import Catalog
from guide.ids import ChannelId, LetterKind, Locale
from guide.letters import history, letter_rules, opening, prose, quoting, replies, subject
from guide.letters.boxes import BREAK, messages
from guide.letters.brief import UNCLEAR, Brief, Mask
from guide.letters.letter_rules import fits, table
from guide.letters.lines import Lines
from guide.model import Case
from guide.reading import reader
from guide.reading import rules as answer_rules
from guide.reading.asks import Asked
from guide.text.templates import Loader

__all__ = [
    "answer_sentences", "asked_fields", "fits", "length", "messages", "table", "warm", "write",
]  # fmt: skip
PAUSE = f"\n\n{BREAK}\n\n"


@dataclass(frozen=True, slots=True)
class Letter:
    """A written request. `missing` lists the ids of required fields not yet answered.

    `unanswered` is what support asks for, and a reply does not say yet.
    """

    subject: str
    body: str
    missing: tuple[str, ...] = ()
    unanswered: tuple[Asked, ...] = ()


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
    return Letter(
        # Our own words have bidi marks for the screen; a form should get none.
        prose.clean(subject.line(brief)),
        _body(catalog, brief, answered),
        tuple(_missing(brief)),
        answered.open if kind == "reply" else (),
    )


def _body(catalog: Catalog, brief: Brief, answered: replies.Answered) -> str:
    """Return the body, in a chat as one message if that is short enough."""
    template = _template(catalog, brief)
    body = prose.clean(template.render(_context(brief, answered, in_one=brief.chat)))
    if not brief.chat or len(body) <= brief.rules.chat.whole:
        return body
    return _bare(brief, prose.clean(template.render(_context(brief, answered))))


def _bare(brief: Brief, body: str) -> str:
    """Return the body without "More details:" where a label of its own follows at once."""
    first, pause, rest = body.partition(_more(brief))
    labelled = rest.partition("\n")[0].endswith(":")
    return f"{first}{PAUSE if labelled else pause}{rest}"


def _more(brief: Brief) -> str:
    return f"{PAUSE}{brief.words['letters']['more']}\n\n"


def _template(catalog: Catalog, brief: Brief) -> Template:
    start = f"{brief.locale}/{brief.kind}"
    names = f"{start}.{brief.channel}.txt.j2", f"{start}.default.txt.j2"
    return environment(catalog).get_template(next(n for n in names if n in catalog.letters))


def _context(
    brief: Brief, answered: replies.Answered, *, in_one: bool = False
) -> dict[str, object]:
    past = history.History(brief)
    later = past.line if brief.kind not in {"first_request", "appeal"} else ""
    lines, words = Lines(brief), brief.words["letters"]
    return {
        "b": brief,
        "say": lines.say,
        "listed": lines.list_of,
        "facts_in_public": lines.list_of(brief.public_but(())),
        "t": words,
        "past": past,
        "opening": opening.of(brief, later, past.told_fields, in_one=in_one),
        "answers": answered,
        "facts": lambda *but: lines.facts(*past.told_fields, *but),
        "pause": _more(brief) if brief.chat and not in_one else "\n\n",
        "next_box": PAUSE,
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
        told = {*brief.public_but(()), *brief.rules.opening.about}
        return [field for field in missing if field in told and not fields[field].private]
    number = case.case_number or case.answer("earlier_case")
    known = number.strip() or case.lacks("earlier_case")
    needs_number = brief.rules.kinds[brief.kind].case_number and not known
    return [*missing, "case_number"] if needs_number else missing


def _wanted(brief: Brief) -> tuple[str, ...]:
    if brief.kind == "reply":
        return brief.asked_fields
    own = brief.rules.own_fields(brief.case, brief.kind, brief.channel).fields
    # The one sentence of an answer is nothing to choose.
    known = (UNCLEAR,) if brief.unclear else ()
    return (*(field for field in own if field not in known), *brief.required)


def length(catalog: Catalog, channel: ChannelId, text: str) -> int:
    """Return how long a text is for this channel, to hold against its limit."""
    return letter_rules.for_catalog(catalog).measure(channel)(text)


def asked_fields(catalog: Catalog, reply: str) -> tuple[str, ...]:
    """Return the fields that an answer from support asks for, as far as its words tell."""
    asked = reader.asked_of(answer_rules.for_catalog(catalog), reply)
    return tuple(dict.fromkeys(field for one in asked for field in one.fields))


def answer_sentences(catalog: Catalog, case: Case) -> tuple[str, ...]:
    """Return the sentences of support's last answer, for a question about one of them."""
    genuine = [reply.text for reply in case.replies if reply.kind != "suspicious"]
    words = letter_rules.for_catalog(catalog).quoted
    return quoting.sentences(words, quoting.own(catalog, genuine[-1])) if genuine else ()


@dataclass
class _Compiled:
    """The templates of the catalog last used, compiled once."""

    catalog: Catalog | None = None
    environment: Environment | None = None


_compiled = _Compiled()


def environment(catalog: Catalog) -> Environment:
    """Return the environment for this catalog's letters."""
    if _compiled.environment is None or _compiled.catalog is not catalog:
        _compiled.catalog, _compiled.environment = catalog, _compile(catalog)
    return _compiled.environment


def _compile(catalog: Catalog) -> Environment:
    # Letters are plain text: nothing in them is ever read as HTML.
    return Environment(  # noqa: S701
        loader=Loader("letters", catalog.letters, catalog.code or {}),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )


def warm(catalog: Catalog) -> None:
    """Have every template ready, once: a memory snapshot taken after this has them ready."""
    letter_rules.check(catalog)
    for name in catalog.letters:
        environment(catalog).get_template(name)
