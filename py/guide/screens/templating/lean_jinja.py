"""Jinja as a turn needs it: the same HTML, from fewer steps for each word of it.

A screen has some two hundred places to fill, and each key fills them all. As Jinja compiles them,
a word is three guarded look-ups and an escaped object of its own. Here words are subscripts of
plain dicts (the build has checked every one of them), and escaped text is a plain string, which
is remembered where it is short: words are the same at every turn.
"""

from functools import lru_cache
from typing import Any

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

WORDS = "t"  # What templates call the table of all words.
METHODS = frozenset({"get", "items", "keys", "values"})
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


class LeanCode(CodeGenerator):
    """Writes templates' Python: subscripts for words, and `html` for what is put out."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja's name.
        """Look a word up without asking what it is looked up in."""
        if not _is_word(node):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f"[{node.attr!r}]")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Do the same where the key is worked out."""
        if not _is_word(node):
            super().visit_Getitem(node, frame)
            return
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.html(")
        else:
            super()._output_child_pre(node, frame, finalize)


def _is_word(node: nodes.Expr) -> bool:
    """Tell whether this is `t.some.word`, or a table of words."""
    while isinstance(node, (nodes.Getattr, nodes.Getitem)):
        if isinstance(node, nodes.Getattr) and node.attr in METHODS:
            return False
        node = node.node
    return isinstance(node, nodes.Name) and node.name == WORDS


class LeanEnvironment(Environment):
    """An environment for HTML whose contexts are dicts with string keys, and frozen values."""

    code_generator_class = LeanCode
    html = staticmethod(html)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401  # As Jinja has it.
        """Return `obj.attribute`; of a dict, what it holds under that name."""
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return super().getattr(obj, attribute)
