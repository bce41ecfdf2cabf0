"""The templates' environment: made once for a catalog, strict, and escaping everything."""

import json
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any

from jinja2 import Environment, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from guide.catalog.records import Catalog
from guide.ids import Locale
from guide.screens.templating.lean_jinja import MAX_REMEMBERED, LeanEnvironment, html
from guide.text.plurals import COUNT, Counted
from guide.text.templates import Loader

ICONS = "icons.html.j2"

# One catalog lives in a popup; another one (tests, the build's check) takes its place. The catalog
# itself is kept beside its environment, so that an id is never compared with a dead object's.
_made: list[tuple[Catalog, Environment]] = []


def paint(catalog: Catalog, locale: Locale, template: str, context: Mapping[str, Any]) -> str:
    """Return the template filled in, in this language."""
    filled = environment(catalog).get_template(template)
    direction = catalog.languages[locale].direction
    return filled.render(context, t=catalog.words[locale], locale=locale, dir=direction)


def environment(catalog: Catalog) -> Environment:
    """Return the environment for this catalog's templates."""
    if not _made or _made[0][0] is not catalog:
        _made[:] = [(catalog, _make(catalog))]
    return _made[0][1]


def warm(catalog: Catalog) -> None:
    """Have every template of the catalog ready."""
    for name in catalog.templates:
        environment(catalog).get_template(name)


def _make(catalog: Catalog) -> Environment:
    made = LeanEnvironment(
        loader=Loader("templates", catalog.templates, catalog.code or {}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters |= {"fill": fill, "event": event, "ltr": ltr, "own": own, "by_line": by_line}
    made.globals["languages"] = catalog.languages
    made.globals |= {"icon": _drawing(made, "icon"), "mark": _drawing(made, "mark")}
    return made


def _drawing(made: Environment, name: str) -> Callable[..., Markup]:
    """Return a macro of the icons' template that draws each icon only once."""

    @cache
    def draw(*shape: str) -> Markup:
        drawn: Markup = getattr(made.get_template(ICONS).module, name)(*shape)
        return drawn

    return draw


def fill(text: str | Counted, **values: object) -> Markup:
    """Return the sentence with its {named} places filled; values are escaped.

    Of a sentence with several forms it is the one that goes with the number `count`.
    """
    if isinstance(text, Counted):
        text = text.form(values[COUNT])
    # Not Markup.format: it takes the sentence apart in Python, each time.
    filled = str.format(html(text), **{name: html(value) for name, value in values.items()})
    return Markup(filled)  # noqa: S704  # Its parts are escaped.


def event(value: Mapping[str, Any]) -> Markup:
    """Return an event or effect as JSON for an attribute in single quotes."""
    try:
        return _short_event(*value, *value.values())
    except TypeError:
        return _as_json(value)


# With the types of the values: 1 is no True in JSON.
@lru_cache(maxsize=1024, typed=True)
def _short_event(*parts: object) -> Markup:
    """Return the event of these names and then their values, which come again at every turn.

    Raises TypeError for what is not worth remembering: lists, objects, and long texts.
    """
    if any(type(one) not in _PLAIN or len(str(one)) > MAX_REMEMBERED for one in parts):
        raise TypeError
    names = len(parts) // 2
    return _as_json(dict(zip(parts[:names], parts[names:], strict=True)))


_PLAIN = frozenset({str, int, bool, type(None)})


def _as_json(value: object) -> Markup:
    return htmlsafe_json_dumps(value, dumps=_dumps)


_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def _dumps(value: object, **_: object) -> str:
    return _ENCODER.encode(value)


def ltr(value: object) -> Markup:
    """Return an address, key or number that must stay left to right in any sentence."""
    return Markup(f'<bdi dir="ltr">{html(value)}</bdi>')  # noqa: S704  # It is escaped.


def own(value: object) -> Markup:
    """Return the person's own words, isolated from the sentence around them."""
    return Markup(f"<bdi>{html(value)}</bdi>")  # noqa: S704  # It is escaped.


def by_line(text: str) -> Markup:
    """Return a text within a <bdi> whose lines find their own direction, each apart.

    `unicode-bidi: plaintext` would do the same, but Chromium then turns a bracket of a Hebrew line
    round where a Latin line stood before it.
    """
    return Markup("</bdi>\n<bdi>".join(map(html, text.split("\n"))))  # noqa: S704  # Each is escaped.
