"""Each regular expression of redaction, stories and `text` has an example and a counter-example."""

import ast
import importlib
import re
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[2] / "py" / "guide"
EXAMPLE = re.compile(r"# Finds «(?P<yes>.*)»(?:, not «(?P<no>.*)»| and nothing at all, too)\.")
FOLDERS = ("redact", "story", "text")


def patterns() -> list[tuple[str, str, str]]:
    """Return module, name and the comment above, of each pattern that a module has."""
    found = []
    for folder in FOLDERS:
        for path in sorted((GUIDE / folder).glob("*.py")):
            source = path.read_text(encoding="utf-8")
            lines = source.splitlines()
            found += [
                (
                    f"guide.{folder}.{path.stem}",
                    ast.unparse(node.targets[0]),
                    lines[node.lineno - 2],
                )
                for node in ast.parse(source).body
                if isinstance(node, ast.Assign)
                and isinstance(node.value, ast.Call)
                and ast.unparse(node.value.func) == "re.compile"
            ]
    return found


@pytest.mark.parametrize(("module", "name", "comment"), patterns(), ids=lambda part: str(part)[:40])
def test_a_pattern_finds_its_example_and_not_its_counter_example(
    module: str, name: str, comment: str
) -> None:
    """Seen to fail: with a pattern without a comment, and with the examples changed round."""
    example = EXAMPLE.fullmatch(comment)
    assert example, f"{module}.{name} has no line '# Finds «...», not «...».' above it"
    pattern: re.Pattern[str] = getattr(importlib.import_module(module), name)
    yes, no = (ast.literal_eval(f'"{text}"') for text in (example["yes"], example["no"] or ""))
    assert pattern.search(yes)
    if example["no"] is not None:
        assert not pattern.search(no)


def test_there_are_patterns_to_read() -> None:
    assert len(patterns()) > 100
