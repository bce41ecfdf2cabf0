"""What is handed out beside the packages: their zips, the sources, what is in them, and the sums.

zips ──┬── bill of materials ──┐
       ├───────────────────────┼── SHA256SUMS
source ┴───────────────────────┘
"""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from packager import hashes, programs, runner
from packager.pipeline import Pipeline
from packager.release import sources
from packager.runner import Step

BILL = "sbom.cdx.json"
SUMS = "SHA256SUMS"


@dataclass
class Release:
    """The files that go into dist beside the packages for `targets`."""

    pipeline: Pipeline
    targets: tuple[str, ...]

    @cached_property
    def source(self) -> Step:
        """The sources, as reviewers get them."""
        root = self.pipeline.root
        run = partial(sources.make, root)
        return Step("source", "Sources for reviewers", run, sources.tops(root))

    @cached_property
    def bill(self) -> Step:
        """The bill of materials."""
        lock = self.pipeline.extension / "package-lock.json"

        def run(folder: Path) -> None:
            its = self.pipeline
            said = programs.python(
                "packager.supply.sbom", its.version, lock, *self._zips(), path=(its.py,)
            )
            (folder / BILL).write_text(said, encoding="utf-8", newline="\n")

        inputs = (lock, self.pipeline.root / "pyproject.toml")
        needs = tuple(self.pipeline.zipped(target) for target in self.targets)
        return Step("bill", "Bill of materials", run, inputs, needs, self._also)

    @cached_property
    def sums(self) -> Step:
        """The SHA-256 of every file that is handed out."""

        def run(folder: Path) -> None:
            runner = self.pipeline.runner
            files = {path.name: path for path in self._files()}
            for target in self.targets:
                package = runner.of(self.pipeline.package(target))
                for path in hashes.walk(package):
                    files[f"{target}/{path.relative_to(package).as_posix()}"] = path
            (folder / SUMS).write_text(sums(files), encoding="utf-8", newline="\n")

        needs = (self.source, self.bill)
        return Step("sums", "Sums", run, needs=needs, also=self._also)

    @property
    def names(self) -> tuple[str, ...]:
        """The names in dist of all that is handed out: files, and the packages' folders."""
        return (*self.targets, *(path.name for path in self._files()), SUMS)

    def deliver(self, dist: Path) -> None:
        """Put the files in the place of the last ones."""
        for file in (*self._files(), self.pipeline.runner.of(self.sums) / SUMS):
            with runner.scratch(dist) as new:
                shutil.copyfile(file, new / file.name).replace(dist / file.name)

    @property
    def _also(self) -> str:
        return " ".join((self.pipeline.version, *self.targets))

    def _zips(self) -> tuple[Path, ...]:
        return tuple(self.pipeline.zip_file(target) for target in self.targets)

    def _files(self) -> tuple[Path, ...]:
        of = self.pipeline.runner.of
        return (*self._zips(), of(self.source) / sources.NAME, of(self.bill) / BILL)


def sums(files: Mapping[str, Path]) -> str:
    """Return the lines that `sha256sum --check` reads, sorted by name."""
    return "".join(f"{hashes.of_file(files[name])}  {name}\n" for name in sorted(files))
