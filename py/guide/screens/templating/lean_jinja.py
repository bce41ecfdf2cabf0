"""Jinja as a turn needs it: the same HTML, from fewer steps for each word of it.

A screen has some two hundred places to fill, and each key fills them all. As Jinja compiles them,
a word is three guarded look-ups and an escaped object of its own. Here words are subscripts of
plain dicts (the build has checked every one of them), and escaped text is a plain string, which
is remembered where it is short: words are the same at every turn.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from jinja2.compiler import CodeGenerator

MAX_REMEMBERED = 200  # Characters; a person's own long texts are not worth the room.


def html(value: object) -> str:
    """Return what a place is filled with, as `markupsafe.escape` does."""
    kind = type(value)
    if kind is Markup:
        return value  # type: ignore[return-value]  # A str that is escaped already.
    if kind is not str:
        return escape(value)
    return _known(value) if len(value) <= MAX_REMEMBERED else _escaped(value)  # type: ignore[arg-type]


def _escaped(text: str) -> str:
    return str(escape(text))


_known = lru_cache(maxsize=2048)(_escaped)


class LeanEnvironment(Environment):
    """An environment for HTML whose contexts are dicts with string keys, and frozen values."""

    html = staticmethod(html)

    @property
    def code_generator_class(self) -> "type[CodeGenerator]":  # type: ignore[override]
        """What writes the templates' Python."""
        # Only where a template is compiled: in the extension all of them are.
        from guide.screens.templating.lean_code import LeanCode  # noqa: PLC0415

        return LeanCode

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  # As Jinja has it.
        """Return `obj.attribute`; of a dict, what it holds under that name."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)
