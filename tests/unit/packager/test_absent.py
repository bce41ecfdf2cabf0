"""Stand-ins for what is not in the heap: they serve imports, and nothing once they are closed."""

import importlib
import re
import sys
from collections.abc import Callable
from importlib.util import module_from_spec
from pathlib import Path
from types import ModuleType

import pytest

import guide
from packager.python_part import sitecustomize
from packager.python_part.sitecustomize import Absent, Finder, StandIn
from tests.tables import each_row

GUIDE = Path(guide.__file__).parent


def stand_in(name: str) -> ModuleType:
    spec = Finder.find_spec(name)
    assert spec
    module = module_from_spec(spec)
    Finder().exec_module(module)
    return module


@each_row(
    ("name", "absent"),
    [
        ("asyncio", True),
        ("asyncio.events", True),
        ("jinja2.compiler", True),
        ("jinja2", False),
        ("jinja2.runtime", False),
        ("asyncio_of_mine", False),
    ],
)
def test_a_module_is_absent_with_all_that_is_below_it(name: str, absent: bool) -> None:  # noqa: FBT001  # A table.
    """Seen to fail with `startswith`."""
    assert bool(Finder.find_spec(name)) == absent


def test_one_can_make_classes_and_types_of_what_is_absent() -> None:
    """Seen to fail without `__mro_entries__`."""
    module = stand_in("asyncio")

    class Loop(module.AbstractEventLoop):  # type: ignore[name-defined, misc]
        wait: module.Future[int] | None = None  # type: ignore[name-defined]

    assert Loop.__bases__ == (object,)
    assert module.__all__ == []
    with pytest.raises(AttributeError):
        _ = module.__path_of_nobody__


USES: dict[str, Callable[[StandIn], object]] = {
    "call": lambda it: it(),
    "name": lambda it: it.run,
    "item": lambda it: it[int],
    "type": lambda it: it | None,
}


@each_row(("use",), zip(USES))
def test_once_closed_no_stand_in_can_be_used(use: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen to fail, each: with the stand-in as it is before."""
    monkeypatch.setattr(StandIn, "closed", False)
    monkeypatch.setattr(sys, "meta_path", [])
    anything = stand_in("asyncio").anything
    assert isinstance(USES[use](anything), StandIn)
    sitecustomize.close()
    with pytest.raises(Absent):
        USES[use](anything)


def test_once_closed_nothing_more_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seen to fail without a last finder: the door would take an ImportError for its own bug."""
    monkeypatch.setattr(StandIn, "closed", False)
    monkeypatch.setattr(sys, "meta_path", [])
    sitecustomize.close()
    with pytest.raises(Absent, match="no_module_of_mine"):
        importlib.import_module("no_module_of_mine")


def test_dataclasses_get_the_annotations_that_inspect_would_give() -> None:
    """Seen to fail with an empty table."""
    row = type("Row", (), {"__annotations__": {"a": int}})
    assert stand_in("inspect").get_annotations(row) == {"a": int}


def test_the_guide_asks_for_no_name_of_a_character() -> None:
    """They are not in linked.bin; the build reads them for a language's letters.

    Seen to fail without the exception for that.
    """
    asked = re.compile(r"unicodedata\.(?:name|lookup)\b|namereplace")
    sources = (path for path in GUIDE.rglob("*") if path.suffix in {".py", ".toml"})
    found = {path.name for path in sources if asked.search(path.read_text(encoding="utf-8"))}
    assert found == {"languages.py"}


def test_nothing_is_absent_where_the_build_and_the_tests_run() -> None:
    """Seen to fail without a look at the platform."""
    assert Finder not in sys.meta_path
