"""The Python that Jinja writes for the screens' templates; needed only where text is compiled."""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

WORDS = "t"  # What templates call the table of all words.
METHODS = frozenset({"get", "items", "keys", "values"})


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
