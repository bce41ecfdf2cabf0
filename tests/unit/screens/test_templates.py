"""The templates: words and answers are values, never markup; what is not is listed here."""

import re
from collections.abc import Iterator

from jinja2 import nodes

from guide.catalog import loading
from guide.screens.templating import template_env
from tests.tables import each_row

CATALOG = loading.load()
ENVIRONMENT = template_env.environment(CATALOG)
# Filters that take the escaping away. `fill`, `event`, `ltr` and `own` escape what they are given:
# tests/unit/test_view.py.
UNESCAPING = {"safe", "xmlattr", "urlize", "tojson"}
# (template, what is taken for markup) -> why that may be. Constants are the template's own text.
AGREED = {
    ("icons.html.j2", "SHAPES"): "the drawings stand in the same file",
}


def unescaped(template: str) -> Iterator[str]:
    """Yield the name of each thing that a template takes for markup, "" for a constant."""
    tree = ENVIRONMENT.parse(CATALOG.templates[template])
    for found in tree.find_all(nodes.Filter):
        if found.name in UNESCAPING:
            yield "" if isinstance(found.node, nodes.Const) else _name(found.node)


def _name(node: nodes.Node | None) -> str:
    names = node.find_all(nodes.Name) if node else ()
    return node.name if isinstance(node, nodes.Name) else next((one.name for one in names), "?")


def test_markup_is_made_where_it_is_agreed_and_nowhere_else() -> None:
    """Seen to fail: with `{{ story | safe }}` in start.html.j2, and with a reason too many."""
    found = {(name, what) for name in CATALOG.templates for what in unescaped(name) if what}
    assert found == set(AGREED)


@each_row(("template",), zip(CATALOG.templates))
def test_no_template_switches_escaping_off_or_marks_up_by_itself(template: str) -> None:
    """Seen to fail: with `{% autoescape false %}` around the story."""
    source = CATALOG.templates[template]
    assert "autoescape" not in source
    assert "Markup" not in source
    assert not re.search(r"\son\w+=|\sstyle=|javascript:|<script|<iframe|<form[^>]*action", source)
    assert not re.search(r"\shref=\"(?!#)|\ssrc=", source)


@each_row(("template",), zip(CATALOG.templates))
def test_every_value_in_an_attribute_stands_in_quotes(template: str) -> None:
    """Escaping is of no use without them. Seen to fail: with `value={{ q.value }}`."""
    assert not re.search(r"=\s*\{\{", CATALOG.templates[template])


@each_row(("template",), zip(CATALOG.templates))
def test_what_stands_in_single_quotes_is_an_event(template: str) -> None:
    """Whose JSON escapes the quote. Seen to fail: with `data-x='{{ story }}'`."""
    for value in re.findall(r"=\s*'(\{\{.*?\}\})'", CATALOG.templates[template]):
        assert value.rstrip("} ").endswith("| event"), value
