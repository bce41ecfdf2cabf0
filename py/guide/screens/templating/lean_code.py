"""The Python that Jinja writes for the screens' templates; needed only where text is compiled."""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst

WORDS = "t"  # What templates call the table of all words.
METHODS = frozenset({"get", "items", "keys", "values"})


class LeanCode(CodeGenerator):
    """Writes templates' Python: subscripts for words, plain calls, `html` for what is put out."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802  # Jinja's name.
        """Look a word up without asking what it is looked up in, and all else in a dict first."""
        if _is_word(node):
            self.visit(node.node, frame)
            self.write(f"[{node.attr!r}]")
            return
        self.write(f"(it[{node.attr!r}] if type(it := ")
        self.visit(node.node, frame)
        self.write(
            f") is dict and {node.attr!r} in it else environment.getattr(it, {node.attr!r}))"
        )

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Do the same where the key is worked out."""
        if not _is_word(node):
            super().visit_Getitem(node, frame)
            return
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def write_commons(self) -> None:
        """Look names up in the one dict of a `LeanContext`."""
        super().write_commons()
        self.writeline("resolve = context.vars.__getitem__")

    @optimizeconst
    def visit_Call(  # noqa: N802
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002  # As Jinja has it.
    ) -> None:
        """Call without asking first whether the function wants the context: ours never do."""
        if forward_caller or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile:
            self.write("environment.words[" if _is_word(node) else "environment.html(")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and _is_word(node):
            self.write("]")
        else:
            super()._output_child_post(node, frame, finalize)


def _is_word(node: nodes.Expr) -> bool:
    """Tell whether this is `t.some.word`, or a table of words."""
    while isinstance(node, (nodes.Getattr, nodes.Getitem)):
        if isinstance(node, nodes.Getattr) and node.attr in METHODS:
            return False
        node = node.node
    return isinstance(node, nodes.Name) and node.name == WORDS
