"""The templates' environment: made once for a catalog, strict, and escaping everything."""

import json
from collections.abc import Mapping
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from guide.catalog import DIRECTION, Catalog
from guide.model import Locale

# One catalog lives in a popup; another one (tests, the build's check) takes its place. The catalog
# itself is kept beside its environment, so that an id is never compared with a dead object's.
_made: list[tuple[Catalog, Environment]] = []


def paint(catalog: Catalog, locale: Locale, template: str, context: Mapping[str, Any]) -> str:
    """Return the template filled in, in this language."""
    filled = environment(catalog).get_template(template)
    return filled.render(context, t=catalog.words[locale], locale=locale, dir=DIRECTION[locale])


def environment(catalog: Catalog) -> Environment:
    """Return the environment for this catalog's templates."""
    if not _made or _made[0][0] is not catalog:
        _made[:] = [(catalog, _make(catalog))]
    return _made[0][1]


def warm(catalog: Catalog) -> None:
    """Compile every template of the catalog."""
    for name in catalog.templates:
        environment(catalog).get_template(name)


def _make(catalog: Catalog) -> Environment:
    made = Environment(
        loader=DictLoader(catalog.templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    made.filters |= {"fill": fill, "event": event, "ltr": ltr, "own": own}
    return made


def fill(text: str, **values: object) -> Markup:
    """Return the sentence with its {named} places filled; values are escaped."""
    return Markup("").join([escape(text)]).format(**values)


def event(value: Mapping[str, Any]) -> Markup:
    """Return an event or effect as JSON for an attribute in single quotes."""
    return htmlsafe_json_dumps(value, dumps=_dumps)


def _dumps(value: object, **_: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def ltr(value: object) -> Markup:
    """Return an address, key or number that must stay left to right in any sentence."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(value)


def own(value: object) -> Markup:
    """Return the person's own words, isolated from the sentence around them."""
    return Markup("<bdi>{}</bdi>").format(value)
