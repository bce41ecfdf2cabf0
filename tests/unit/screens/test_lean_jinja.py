"""The screens' own Jinja: what it leaves out of Jinja's steps changes nothing that is painted."""

from collections.abc import Mapping
from typing import Any

import pytest
from jinja2 import DictLoader, StrictUndefined, UndefinedError

from guide.screens.templating import template_env
from guide.screens.templating.lean_jinja import LeanEnvironment
from tests.tables import each_row

# What is asked of a template named `page`, with the names t and own.
TEMPLATES = {
    "part": "{% set own = 'its own' %}{{ own }}",
    "macros": "{% macro named(one, two='') %}{{ one }}{{ two }}{{ mark }}{% endmacro %}",
}
WORDS = {"plain": "word", "marked": "<b> & 'c'", "deep": {"items": "under the name of a method"}}


def painted(page: str, **names: object) -> str:
    """Return what a template paints."""
    loader = DictLoader(TEMPLATES | {"page": page})
    made = LeanEnvironment(loader=loader, autoescape=True, undefined=StrictUndefined)
    made.globals["mark"] = "!"
    return made.get_template("page").render(t=WORDS, own="the page's", **names)


PAINTED = {
    "a word": ("{{ t.plain }}", "word"),
    "a word that is escaped": ("{{ t.marked }}", "&lt;b&gt; &amp; &#39;c&#39;"),
    "the same word again": ("{{ t.marked }}", "&lt;b&gt; &amp; &#39;c&#39;"),
    "a word by a name that is worked out": ("{{ t[own[-4:-2]] if false else t.plain }}", "word"),
    "a key before a method of its name": ("{{ t.deep.items }}{{ given.items }}", None),
    "what is under a dict in a dict": ("{{ given.deep.name }}", "&lt;b&gt;"),
    "what is in no dict": ("{{ given.text.real }}{{ given.pair.1 }}", "12"),
    "a method of a text": ("{{ own.upper() }}", "THE PAGE&#39;S"),
    "names of an included template": (
        '{% include "part" %}{% for one in given.pair %} {{ own }}{% endfor %}',
        "its own the page&#39;s the page&#39;s",
    ),
    "a macro of another template": (
        '{% from "macros" import named %}{{ named(own, two=t.plain) }}',
        "the page&#39;sword!",
    ),
    "a name in a loop": (
        "{% for one in given.pair %}{{ one }}{{ own[:3] }}{% endfor %}",
        "1the2the",
    ),
}
GIVEN = {"deep": {"name": "<b>"}, "text": 1, "pair": (1, 2), "items": "items"}


@each_row(("page", "text"), PAINTED.values())
def test_it_paints(page: str, text: str | None) -> None:
    """Seen to fail: with the page's own dict of names for what it includes; without escaping."""
    assert painted(page, given=GIVEN) == (text or "under the name of a methoditems")


@each_row(("page",), (("{{ nowhere }}",), ("{{ given.nowhere }}",), ("{{ nowhere() }}",)))
def test_a_name_that_is_nowhere_is_no_silence(page: str) -> None:
    """Seen to fail with None for a name that is missing."""
    with pytest.raises(UndefinedError):
        painted(page, given=GIVEN)


LONG = "a" * 500
EVENTS: tuple[tuple[Mapping[str, Any], str], ...] = (
    ({"type": "lack", "on": 1}, '{"type":"lack","on":1}'),
    ({"type": "lack", "on": True}, '{"type":"lack","on":true}'),
    ({"type": "lack", "on": 1}, '{"type":"lack","on":1}'),
    ({"type": "lack", "on": None}, '{"type":"lack","on":null}'),
    ({"type": "lack", "type2": "on"}, '{"type":"lack","type2":"on"}'),
    ({"of": ("a", 1)}, '{"of":["a",1]}'),
    ({"of": ("a", True)}, '{"of":["a",true]}'),
    ({"of": ({"a": "'<"},)}, r'{"of":[{"a":"\u0027\u003c"}]}'),
    ({"text": LONG}, f'{{"text":"{LONG}"}}'),
)


@each_row(("value", "text"), EVENTS)
def test_an_event_is_its_json_whatever_was_asked_before(
    value: Mapping[str, Any], text: str
) -> None:
    """Seen to fail: without the types of the values, and with tuples among what is remembered."""
    assert template_env.event(value) == text
