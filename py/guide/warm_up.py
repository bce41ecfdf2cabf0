"""The build's visit to the guide: all that is made ready at its first use is, once, and kept.

with_code -> content whose templates are code already -> the extension's archive
warm -> a short visit in each language -> a heap with everything ready -> the heap snapshot
"""

import json
from dataclasses import replace

from guide import compiled_content, door
from guide.cases import quality
from guide.catalog.packed import LaterTable
from guide.compiled_content import CompiledContent
from guide.ids import Locale
from guide.legal_letters import rules as legal_rules
from guide.legal_letters import writer as legal_writer
from guide.letters import writer
from guide.protocol import state_cache, wire
from guide.protocol.codec import Json, encode
from guide.screens import view
from guide.screens.templating import template_env
from guide.state import State
from guide.surroundings import FRAMES, Surface
from guide.text import templates

# A story as they mostly are: what it names is looked for in a great many patterns, and to compile
# these took most of a first story's time.
STORY = "Hello, I am Dana. I was charged twice for Plus on 3 November, but it shows Free."
# A short visit that passes through everything that is made ready at its first use.
VISIT: tuple[dict[str, Json], ...] = (
    {"type": "opened"},
    {"type": "typed", "field": "story", "value": "refund"},
    {"type": "pick_category", "category": "billing"},
    {"type": "go", "to": "details"},
    {"type": "go", "to": "request"},
    {"type": "choose_letter", "channel": "forum"},
    {"type": "sent"},
    {"type": "go", "to": "case"},
    {"type": "go", "to": "cases"},
    {"type": "go", "to": "guide"},
    {"type": "typed", "field": "suspect", "value": "help@openai.com"},
    {"type": "go", "to": "genuine"},
    {"type": "go", "to": "start"},
)


def with_code(
    compiled: CompiledContent, known: templates.KnownCode | None = None
) -> CompiledContent:
    """Return the content with the code of its templates, and without their texts.

    What is `known` is not compiled again, and knows more afterwards.
    """
    known = {} if known is None else known
    catalog = compiled.catalog
    code = {
        name: made
        for part in (writer, legal_writer, template_env)
        for name, made in templates.compiled(part.environment(catalog), known).items()
    }
    files = {n: "" if legal_rules.is_template(n) else t for n, t in catalog.files.items()}
    lean = replace(
        catalog,
        letters=dict.fromkeys(catalog.letters, ""),
        templates=dict.fromkeys(catalog.templates, ""),
        files=files,
        code=LaterTable(code),
    )
    return replace(compiled, catalog=lean)


def warm() -> None:
    """Do, once, all that every turn needs: a heap snapshot taken after this starts faster."""
    compiled = compiled_content.load()
    for part in (writer, quality, view):
        part.warm(compiled.catalog)
    for locale in compiled.catalog.languages.ids:
        _visit(locale)
        # Now, so that the next language takes this one's room: an opening reads holes, too.
        compiled_content.pack(compiled)
    # A heap snapshot should hold nobody's state.
    state_cache.fresh()


def _visit(locale: Locale) -> None:
    request = first_request(locale)
    for event in VISIT:
        request |= {"state": _stored(request | {"event": event})}
    for surface in FRAMES:
        _stored(request | {"surface": surface})


def _stored(request: dict[str, Json]) -> Json:
    """Take a turn, and return the state that it leaves."""
    return json.loads(door.turn(json.dumps(request)))["state"]


def first_request(locale: Locale, surface: Surface = "popup") -> dict[str, Json]:
    """Return the request of a first opening; also what the static first paint is made from."""
    device = {"browser": "", "os": "", "language": locale, "timezone": "UTC"}
    return {
        "v": wire.VERSION,
        "now": "2026-01-01T00:00:00+00:00",
        "locale": locale,
        "device": device,
        "page": None,
        "state": encode(State(news_known=compiled_content.load().catalog.newest)),
        "event": {"type": "opened"},
        "surface": surface,
    }
