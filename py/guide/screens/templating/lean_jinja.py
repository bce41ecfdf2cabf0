"""Jinja as a turn needs it: the same HTML, from fewer steps for each word of it.

A screen has some two hundred places to fill, and each key fills them all. As Jinja compiles them,
a word is three guarded look-ups and an escaped object of its own. Here words are subscripts of
plain dicts (the build has checked every one of them), and escaped text is a plain string, which
is remembered where it is short: words are the same at every turn.
"""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from jinja2.nodes import EvalContext
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinja2.compiler import CodeGenerator

MAX_REMEMBERED = 200  # Characters; a person's own long texts are not worth the room.


def html(value: object) -> str:
    """Return what a place is filled with, as `markupsafe.escape` does."""
    kind = type(value)
    if kind is str:
        return _known(value) if len(value) <= MAX_REMEMBERED else _escaped(value)  # type: ignore[arg-type]
    if kind is Markup:
        return value  # type: ignore[return-value]  # A str that is escaped already.
    return escape(value)


def _escaped(text: str) -> str:
    return str(escape(text))


_known = lru_cache(maxsize=2048)(_escaped)


class _Words(dict[str, str]):
    """Each word of the content, escaped at its first use: from then on no Python runs for it."""

    def __missing__(self, word: str) -> str:
        if type(word) is not str:
            return html(word)
        escaped = _escaped(word)
        # Nearly all have nothing to escape, and need no second copy.
        self[word] = word if escaped == word else escaped
        return self[word]


class _Names(dict[str, Any]):
    """All that a template's names stand for; one that stands for nothing is `missing`."""

    def __missing__(self, name: str) -> Any:  # noqa: ANN401  # Jinja's mark.
        return missing


class LeanContext(Context):
    """A context with one dict of names; a template that is included gets a copy of it.

    No template switches escaping on or off, and all share their globals: a test sees to the one,
    `template_env` to the other.
    """

    def __init__(
        self,
        environment: "LeanEnvironment",
        parent: dict[str, Any],
        name: str | None,
        blocks: "Mapping[str, Callable[[Context], Iterator[str]]]",
        globals: object = None,  # noqa: A002, ARG002  # Jinja's name.
    ) -> None:
        self.environment, self.name = environment, name
        self.parent = self.vars = _Names(parent)
        self.eval_ctx = environment.escaping
        self.exported_vars = set()
        self.globals_keys = set()
        self.blocks = {block: [render] for block, render in blocks.items()}

    def get_all(self) -> dict[str, Any]:
        """Return what a template may see that is included here."""
        return self.parent


class LeanEnvironment(Environment):
    """An environment for HTML whose contexts are dicts with string keys, and frozen values."""

    html = staticmethod(html)
    words = _Words()
    context_class = LeanContext

    def __init__(self, *options: Any, **more: Any) -> None:  # noqa: ANN401  # As Jinja has them.
        """Make an environment with Jinja's options."""
        super().__init__(*options, **more)
        self.escaping = EvalContext(self)

    @property
    def code_generator_class(self) -> "type[CodeGenerator]":  # type: ignore[override]
        """What writes the templates' Python."""
        # Only where a template is compiled: in the extension all of them are.
        from guide.screens.templating.lean_code import LeanCode  # noqa: PLC0415

        return LeanCode
