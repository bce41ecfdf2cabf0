"""Ids against code: each id that ids.py declares has its screen, handler, drawing, placeholder.

A table of code that lacks an id is no mistake to Python, nor to mypy; a person would meet it.
"""

from collections.abc import Iterable, Iterator
from typing import TypeAliasType, get_args, get_type_hints

from jinja2 import TemplateError

from guide import advice, update
from guide.catalog.reader import Source, home_of
from guide.catalog.records import Catalog
from guide.events import events
from guide.ids import CategoryId, ScreenId
from guide.legal_letters import rules as legal_rules
from guide.letters import letter_rules
from guide.protocol import wire
from guide.redact import content, redaction
from guide.screens import view
from guide.screens.templating import template_env
from guide.surroundings import FRAMES, Surface
from packager.shell_part import prerender

ICONS = "icons.html.j2"


def mistakes(whole: Catalog) -> Iterator[str]:
    """Yield a line for each id that a table of code lacks or has too many."""
    screens, pages = ids_of(ScreenId), pages_of_ours()
    yield from _alike("screens/view.py: SCREENS", view.SCREENS, home_of(ScreenId), screens)
    opened = get_args(get_type_hints(wire.OpenPage)["surface"])
    for place, has in (
        ("screens/view.py: PAGES", view.PAGES),
        ("protocol/wire.py: OpenPage.surface", opened),
        ("py/packager/shell_part/prerender.py: SURFACES", prerender.SURFACES),
    ):
        yield from _alike(place, has, home_of(Surface), pages)
    handled = [event.__name__ for event in update.HANDLERS]
    some = [event.__name__ for event in get_args(events.Event.__value__)]
    yield from _alike("update.py: HANDLERS", handled, home_of(events.Event), some)
    for screen in (*screens, *pages):
        if whole.templates and f"{screen}.html.j2" not in whole.templates:
            yield f"templates/{screen}.html.j2 is missing; {screen} is a screen: write it"
    yield from _without_drawing(whole)
    yield from _misnamed_advice(whole)


def unused(whole: Catalog) -> Iterator[str]:
    """Yield a line for what stands in content and nothing leads to: nobody would ever see it."""
    categories = [*whole.categories.values(), *whole.topics.values()]
    rules = letter_rules.for_catalog(whole)
    asked = {name for one in categories for name in (*one.required, *one.helpful)}
    asked |= {name for one in rules.own for name in (*one.fields, *one.also)}
    asked |= {card.field for card in whole.advice.values()}
    formal = legal_rules.for_catalog(whole).values()
    asked |= {name for one in formal for name in (*one.needs, *one.helpful)}
    given = {name for one in categories for name in one.first} | _given_by_rules()
    ways = {name for one in categories for name in one.channels}
    ways |= {name for kind in rules.kinds.values() for name in kind.also}
    for file, has, used, repair in (
        ("fields.toml", whole.fields, asked, "ask it in a category or a topic"),
        (
            "advice.toml",
            whole.advice,
            given,
            "name it in a category, a topic, or advice.py",
        ),
        ("channels.toml", whole.channels, ways, "name it in a category, a topic, or letters.toml"),
    ):
        yield from (f"{file}: nothing leads to {one}; {repair}" for one in {*has} - used)


def _given_by_rules() -> set[str]:
    rules = (*advice.FIRST, *advice.BEFORE, *advice.AFTER)
    return {rule.advice for rule in rules} | {*advice.LOCKED_OUT}


def _misnamed_advice(whole: Catalog) -> Iterator[str]:
    for name in sorted((_given_by_rules() | {*advice.CONDITIONS}) - {*whole.advice}):
        yield f"advice.py: {name} is no advice of advice.toml; add it there or correct it"


def ids_of(alias: TypeAliasType) -> tuple[str, ...]:
    """Return the ids of a Literal."""
    return get_args(alias.__value__)


def pages_of_ours() -> list[str]:
    """Return the surfaces that are pages about the extension, with a template of their own."""
    keeping = {surface for surface, frame in FRAMES.items() if frame.keeps_place}
    return [surface for surface in ids_of(Surface) if surface not in keeping]


def _alike(place: str, has: Iterable[str], where: str, wanted: Iterable[str]) -> Iterator[str]:
    for odd in sorted({*wanted} - {*has}):
        yield f"{place} lacks {odd}, which {where} has; add it"
    for odd in sorted({*has} - {*wanted}):
        yield f"{place} has {odd}, which {where} lacks; add it there or take it away"


def _without_drawing(whole: Catalog) -> Iterator[str]:
    try:
        template = template_env.environment(whole).get_template(ICONS)
    except TemplateError:
        return  # What is wrong with the templates is told where they are read.
    drawings = vars(template.module)["SHAPES"]
    for category in ids_of(CategoryId):
        if category not in drawings:
            yield f"templates/{ICONS}: SHAPES lacks {category}, a category; draw it"


def check_placeholders(whole: Catalog) -> None:
    """Compare the placeholders of masks with the kinds of findings. Raises ContentError."""
    source, kinds = Source(whole.files), ("KINDS in redact/redaction.py", redaction.KINDS)
    rules = redaction.load(whole.files, whole.languages.ids)
    for locale in whole.languages.ids:
        source.alike(content.path_of(locale), ("placeholders", rules.names(locale)), kinds)
    source.stop()
