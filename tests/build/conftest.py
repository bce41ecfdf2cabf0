"""Trees to build in, and the tools that judge what was built."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build import trees
from tests.build.trees import Tree


@pytest.fixture
def tree(built: dict[str, Path], tmp_path: Path) -> Iterator[Tree]:  # noqa: ARG001  # Must be built.
    """A copy of the built tree, its products and caches included."""
    yield trees.copy(tmp_path / "tree", *trees.KEPT)
    shutil.rmtree(tmp_path / "tree")
