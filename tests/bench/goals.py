"""Goals of the benchmarks: a figure beside its bound, told as met or not met."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from rich import box
from rich.console import Console
from rich.table import Table

# The tables are Markdown, to be pasted into docs/performance.md: no cell may break.
CONSOLE = Console(width=170)


@dataclass(frozen=True)
class Goal:
    """`seen` must be at most (or at least) `bound`; None was not to be had, and `why` says so."""

    what: str
    seen: float | None
    bound: float
    at_most: bool = True
    unit: str = ""
    why: str = ""

    @property
    def met(self) -> bool:
        """Tell whether it holds; what could not be measured does not."""
        if self.seen is None:
            return False
        return self.seen <= self.bound if self.at_most else self.seen >= self.bound

    def row(self) -> tuple[str, str, str, str]:
        """Return what stands in the table."""
        seen = self.why if self.seen is None else f"{self.seen:.2f}{self.unit}"
        return (self.what, f"{'≤' if self.at_most else '≥'} {self.bound:g}{self.unit}", seen,
                "met" if self.met else "NOT MET")  # fmt: skip

    def told(self) -> dict[str, object]:
        """Return it for JSON."""
        return asdict(self) | {"met": self.met}


def titled(title: str, *columns: str, caption: str = "") -> Table:
    """Return an empty table."""
    made = Table(*columns, title=title, title_justify="left", box=box.MARKDOWN)
    made.caption, made.caption_justify = caption or None, "left"
    return made


def show(goals: Iterable[Goal]) -> None:
    """Print a table of goals."""
    table = titled("Goals", "goal", "bound", "seen", "")
    for goal in goals:
        table.add_row(*goal.row(), style="" if goal.met else "bold red")
    CONSOLE.print(table)
