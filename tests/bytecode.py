"""Bytecode of the tests and of what they import, kept where the environment forbids to keep it.

Containers like to set PYTHONDONTWRITEBYTECODE. Each of our test processes would then compile, and
pytest rewrite, everything anew: half of what it takes to collect the tests. It is kept in a folder
of pytest's own: none of it lies among the sources, which is what such containers want.
"""

import os
from collections.abc import MutableMapping
from pathlib import Path

import pytest

FORBIDS, PLACE = "PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"
FOLDER = Path(__file__).parents[1] / ".pytest_cache" / "bytecode"


class Bytecode:
    """Starts the test processes with another environment than what they start themselves."""

    def pytest_xdist_setupnodes(self) -> None:
        """Have the processes that are about to be started keep bytecode."""
        keep(os.environ)

    def pytest_configure(self, config: pytest.Config) -> None:
        """Have what such a process starts, such as a build, find the environment as it was."""
        if hasattr(config, "workerinput"):
            forbid_again(os.environ)


def keep(environment: MutableMapping[str, str]) -> None:
    """Allow bytecode, in our folder, where it is forbidden."""
    if environment.pop(FORBIDS, ""):
        environment[PLACE] = str(FOLDER)


def forbid_again(environment: MutableMapping[str, str]) -> None:
    """Undo what `keep` has done, if it has done anything."""
    if environment.get(PLACE) == str(FOLDER):
        del environment[PLACE]
        environment[FORBIDS] = "1"
