"""What is not in the heap: modules that Pyodide and Jinja import, and that no turn asks for.

Python imports a module of this name, if there is one, before all that is not its own. The archive
from which the snapshot is made has this one, and so what imports an absent module gets a stand-in,
from which it can take names, build classes and make objects. `close` ends that: from then on
whoever uses one, or imports what the heap has not, gets Absent. No turn survives that, and so the
engine boots from the archive that ships, where nothing is absent, and takes the turn again.
"""

import sys
from collections.abc import Callable, Iterator, Mapping
from importlib.machinery import ModuleSpec
from types import ModuleType

# A module with all that is below it.
ABSENT = {
    # The event loop: a turn is one call.
    "asyncio", "concurrent", "pyodide.webloop", "selectors", "signal", "socket", "ssl",
    "subprocess",
    # Loads packages: there are none.
    "pyodide._package_loader", "bz2", "fnmatch", "glob", "logging", "pathlib", "shutil", "tempfile",
    "zipfile",
    # Reads files of packages; the guide's content is one pickle.
    "importlib.readers", "importlib.resources",
    # Reads signatures of functions: for those who ask an interpreter for help.
    "inspect", "dis", "opcode", "_pyodide.docstring", "_pyodide.jsbind",
    # Knows a host in brackets from others: no address of ours has one.
    "ipaddress",
    # Makes code of templates: the build has done so.
    "jinja2.bccache", "jinja2.compiler", "jinja2.idtracking", "jinja2.lexer", "jinja2.optimizer",
    "jinja2.parser", "jinja2.visitor",
}  # fmt: skip


class Absent(BaseException):
    """Something absent was asked for. No Exception: the door must not take it for its own bug."""


class StandIn:
    """Stands for anything that an absent module has."""

    closed = False

    def __init__(self, *_: object, **__: object) -> None:
        """Be made of anything."""

    def __call__(self, *_: object, **__: object) -> "StandIn":
        """Return another."""
        return self._open()

    def __getattr__(self, name: str) -> "StandIn":
        """Return another; of Python's own names there are none."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self._open()

    def __getitem__(self, _: object) -> "StandIn":
        """Return another, as a generic type does."""
        return self._open()

    def __or__(self, _: object) -> "StandIn":
        """Return another, as a type does."""
        return self._open()

    __ror__ = __or__

    def __mro_entries__(self, _: tuple[type, ...]) -> tuple[type, ...]:
        """Be no base of a class."""
        return ()

    def __iter__(self) -> Iterator[object]:
        """Hold nothing."""
        return iter(())

    def __str__(self) -> str:
        """Be no folder, for the loader, which asks where packages lie also when it restores."""
        return ""

    def _open(self) -> "StandIn":
        if StandIn.closed:
            raise Absent
        return self


ANYTHING = StandIn()


def close() -> None:
    """Let nobody use what is absent, nor import more, once all is imported."""
    StandIn.closed = True
    sys.meta_path.append(NoMore)


def _annotations(kind: type) -> dict[str, object]:
    """Return a class's own annotations, as inspect.get_annotations does: dataclasses asks."""
    return dict(kind.__dict__.get("__annotations__", {}))  # noqa: RUF063  # That is absent.


def _no_signature(_: object) -> None:
    """Say that there is none: dataclasses would make a docstring of it."""
    raise ValueError


def _docstring(function: Callable[..., object]) -> str:
    """Return the least that a C method takes for its documentation."""
    return f"{function.__name__}()\n--\n\n"


def _from_js(module: str, name: str) -> Mapping[str, object]:
    """Import from the loader's script: it counts what Python has of it, also when it restores."""
    return {name: getattr(__import__(module, fromlist=[name]), name)}


# What is used while all is imported, or by the loader when it restores.
REAL: Mapping[str, Callable[[], Mapping[str, object]]] = {
    "inspect": lambda: {"get_annotations": _annotations, "signature": _no_signature},
    "_pyodide.docstring": lambda: {"get_cmeth_docstring": _docstring},
    "pyodide.webloop": lambda: _from_js("pyodide_js._api", "scheduleCallback"),
    "pyodide._package_loader": lambda: {
        **_from_js("pyodide_js", "loadedPackages"),
        "init_loaded_packages": lambda: None,
    },
}


class Finder:
    """Finds a stand-in for each absent module."""

    @classmethod
    def find_spec(cls, name: str, *_: object) -> ModuleSpec | None:
        """Return the spec of a stand-in, None where the module is not absent."""
        parents = name.split(".")
        if ABSENT.isdisjoint(".".join(parents[: n + 1]) for n in range(len(parents))):
            return None
        return ModuleSpec(name, cls(), is_package=True)  # type: ignore[arg-type]  # Has all of a loader.

    def create_module(self, _: ModuleSpec) -> None:
        """Have Python make the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Fill it."""

        def anything(name: str) -> StandIn:
            if name.startswith("__"):
                raise AttributeError(name)
            return ANYTHING

        module.__dict__.update({"__all__": [], "__getattr__": anything})
        module.__dict__.update(REAL.get(module.__name__, dict)())


class NoMore:
    """Finds nothing: the archive does not come with a restored heap."""

    @staticmethod
    def find_spec(name: str, *_: object) -> None:
        """Raise Absent."""
        raise Absent(name)


if sys.platform == "emscripten":  # Tests import it elsewhere.
    sys.meta_path.insert(0, Finder)  # type: ignore[arg-type]  # Has all that Python asks of a finder.
