"""The steps of a build and how they hang together; drawn in the package's docstring."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from packager import archive, hashes, programs, pseudo, runner
from packager.content_check import ask_guide
from packager.engine_part import engine
from packager.kind import FULL, Kind
from packager.python_part import snapshot, stdlib
from packager.release import targets
from packager.runner import Runner, Step
from packager.shell_part import (
    allowlist,
    first_requests,
    frames,
    icon_module,
    icons,
    known_languages,
    prerender,
    scripts,
)
from packager.supply import npm, third_party


@dataclass
class Pipeline(Kind):
    """All steps of the tree at `root`; `runner` makes them. `version` goes into the manifests."""

    root: Path
    runner: Runner
    version: str
    # Who checks the content later has a guide that is asked like `programs.python`.
    at_hand: Callable[..., str] | None = None

    @property
    def extension(self) -> Path:
        """The shell's sources."""
        return self.root / "extension"

    @property
    def py(self) -> Path:
        """The Python sources."""
        return self.root / "py"

    @cached_property
    def spoken(self) -> Path:
        """The Python sources with the content that is built."""
        return pseudo.tree(self.py, self.runner.folder / "pseudo-py") if self.pseudo else self.py

    @cached_property
    def packages(self) -> Step:
        """The released files of the JavaScript packages."""
        lock = (self.extension / "package.json", self.extension / "package-lock.json")
        return Step("packages", "JavaScript packages", partial(npm.take, self.extension), lock)

    @cached_property
    def content(self) -> Step:
        """What the guide has made of its content; it is right then, or checked later."""
        does = "compile" if self.at_hand else "check"
        asked = partial(programs.python, ask_guide.__name__, path=(self.spoken,))

        # What the pages ask for is asked here, too: the guide is read once.
        places = prerender.places(self.extension)

        def run(folder: Path) -> None:
            said = (self.at_hand or asked)("content", does, folder, *places)
            for warning in said.splitlines():
                self.runner.display.note(warning)

        name, words = ("quick", "Content") if self.at_hand else ("content", "Content check")
        inputs = (self.spoken / "guide",)
        return Step(self.named(name), words, run, inputs, also="\n".join(places))

    @cached_property
    def checked(self) -> Step:
        """As `content`, and what hangs on the content elsewhere in the tree is right, too."""

        def run(folder: Path) -> None:
            made = folder / ask_guide.COMPILED
            where = (self.py, self.root)
            said = programs.python(
                ask_guide.__name__, "check", made, self.root, path=where, docstrings=True
            )
            for warning in said.splitlines():
                self.runner.display.note(warning)

        inputs = (self.py, self.extension, self.root / "docs", self.root / "tests" / "fixtures")
        return Step("checked", "Content check", run, inputs)

    @cached_property
    def bytecode(self) -> Step:
        """The number of Pyodide's bytecode, in a file."""

        def run(folder: Path) -> None:
            snapshot.check_bytecode(self._at(self.packages), folder)

        return Step("bytecode", "Bytecode fits Pyodide", run, needs=(self.packages,))

    @cached_property
    def library(self) -> Step:
        """The trimmed standard library and the pinned libraries as bytecode."""

        def run(folder: Path) -> None:
            stdlib.make(self._at(self.packages), folder)

        return Step("library", "Python's library", run, needs=(self.packages, self.bytecode))

    @cached_property
    def guide(self) -> Step:
        """The guide's bytecode. Its content is not in it, so an edited word compiles nothing."""
        sources = sorted((self.py / "guide").rglob("*.py"))
        inputs = (*sources, *(self.root / n for n in ("pyproject.toml", "README.md")))

        def run(folder: Path) -> None:
            snapshot.make_guide(self.root, self._at(self.packages), folder)

        needs, words = (self.packages, self.bytecode), "The guide's bytecode"
        places = "\n".join(path.relative_to(self.py).as_posix() for path in sources)
        return Step("guide", words, run, inputs, needs, places)

    @cached_property
    def archive(self) -> Step:
        """The archive Python boots from."""

        def run(folder: Path) -> None:
            code = [self._at(self.library) / stdlib.LIBRARY, self._at(self.guide) / snapshot.GUIDE]
            snapshot.make_archive(code, self._at(self.content), self._at(self.packages), folder)

        # After the content: its check says what is wrong with a guide, too.
        parts, after = (self.library, self.guide), (self.content,)
        inputs = (self._said(ask_guide.COMPILED), self._said(snapshot.SHELF))
        return Step(self.named("archive"), "Archive of bytecode", run, inputs, parts, after=after)

    @cached_property
    def snapshot(self) -> Step:
        """The heap of a Python that has everything imported."""

        def run(folder: Path) -> None:
            code, library, packages = (self._at(part) for part in needs)
            snapshot.make_snapshot(code, library, packages, folder)

        needs = (self.archive, self.library, self.packages)
        # A heap fits only what is linked as it was.
        rules = (self.extension / "engine" / "pyodide-link.js",)
        return Step(self.named("snapshot"), "Memory snapshot", run, rules, needs)

    @cached_property
    def engine(self) -> Step:
        """Python's code: that which was reached, and all of it; or as released."""

        def run(folder: Path) -> None:
            (engine.make if self.cut else engine.make_full)(self._at(self.packages), folder)

        # What is linked here must be linked so in the popup.
        rules = (self.extension / "engine" / "pyodide-link.js",)
        name, words = (
            ("engine", "Code that is reached") if self.cut else ("full-engine", "All code")
        )
        return Step(name, words, run, rules, (self.packages,))

    @cached_property
    def gate(self) -> Step:
        """What says that the guide does the same with the code that was cut."""
        parts = (self.packages, self.archive, self.snapshot)

        def run(folder: Path) -> None:
            engine.compare(self._at(self.engine), [*map(self._at, parts)], folder)

        names = ("stored-pages.js", "packed-words.js", "word-writer.js")
        rules = tuple(self.extension / "engine" / name for name in names)
        needs = (*parts, self.engine)
        return Step(self.named("gate"), "Same heap with that code", run, rules, needs)

    @cached_property
    def no_snapshot(self) -> Step:
        """What says in a package that it has no heap."""
        return Step("no-snapshot", "No memory snapshot", snapshot.make_none)

    @cached_property
    def pages(self) -> Step:
        """The pages with the first screens in them."""
        inputs = (self._said(ask_guide.FILL), *scripts.sources(self.extension, "*.html"))

        def run(folder: Path) -> None:
            prerender.make(self.extension, self._at(self.content), self.version, folder)

        name, after = self.named("pages"), (self.content,)
        return Step(name, "First screens", run, inputs, also=self.version, after=after)

    @cached_property
    def exits(self) -> Step:
        """What the shell knows of the guide: what it may open, the languages, the frames."""

        def run(folder: Path) -> None:
            content = self._at(self.content)
            allowlist.make(content, folder)
            known_languages.make(content, folder)
            frames.make(content, folder)

        said = (ask_guide.ADDRESSES, ask_guide.LANGUAGES, ask_guide.FRAMES)
        inputs, name = tuple(map(self._said, said)), self.named("exits")
        return Step(name, "Addresses and languages", run, inputs, after=(self.content,))

    @cached_property
    def requests(self) -> Step:
        """What the living engine rehearses with."""

        def run(folder: Path) -> None:
            first_requests.make(self._at(self.content), folder)

        inputs, name = (self._said(ask_guide.REQUESTS),), self.named("requests")
        return Step(name, "First requests", run, inputs, after=(self.content,))

    def _said(self, name: str) -> Path:
        """Return the file in which the step `content` has written what the guide said."""
        return self._at(self.content) / name

    @cached_property
    def scripts(self) -> Step:
        """The shell's scripts, each one file."""
        made = (self.exits, self.requests, self.icon, self.engine)

        def run(folder: Path) -> None:
            scripts.make(self.extension, map(self._at, made), folder)

        # The packages bring the program that joins them.
        inputs = scripts.sources(self.extension, "*.js")
        name = self.named("scripts" if self.cut else f"{FULL}scripts")
        return Step(name, "Scripts", run, tuple(inputs), (*made, self.packages))

    @cached_property
    def icon(self) -> Step:
        """The icon, for the script that draws it on the help site."""
        source = self.extension / "icon.svg"
        return Step("icon", "Icon to draw", partial(icon_module.make, source), (source,))

    @cached_property
    def icons(self) -> Step:
        """The icon in all sizes."""
        files = {"bright": "icon.svg", "quiet": "icon-quiet.svg"}
        sources = {name: self.extension / file for name, file in files.items()}
        return Step("icons", "Icons", partial(icons.make, sources), tuple(sources.values()))

    @cached_property
    def notices(self) -> Step:
        """What others made, and their terms."""

        def run(folder: Path) -> None:
            third_party.make(self._at(self.packages), folder)

        inputs = (third_party.TEXTS,)
        return Step("notices", "Others' notices", run, inputs, (self.packages,))

    def package(self, target: str) -> Step:
        """A browser's extension, as a folder."""
        parts = {
            "packages": self.packages,
            "archive": self.archive,
            "engine": self.engine,
            "snapshot": self.no_snapshot if self.plain else self.snapshot,
            "pages": self.pages,
            "scripts": self.scripts,
            "icons": self.icons,
            "notices": self.notices,
        }
        needs = (*parts.values(), *([self.gate] if self.cut else []))

        def run(folder: Path) -> None:
            made = {name: self._at(part) for name, part in parts.items()}
            targets.assemble(self.extension, made, target, self.version, folder)

        words = f"Extension for {target.capitalize()}"
        return Step(self.packed(target), words, run, (self.extension,), needs, self.version)

    def zipped(self, target: str) -> Step:
        """A browser's extension, as the zip its store takes."""
        package = self.package(target)

        def run(folder: Path) -> None:
            files = archive.read_folder(self._at(package))
            kept = self.runner.folder / archive.KEPT
            archive.write(folder / f"{target}.zip", files, packed=True, kept=kept)

        words = f"Zip for {target.capitalize()}"
        return Step(f"{self.packed(target)}-zip", words, run, needs=(package,))

    def together(self) -> None:
        """Make, beside each other, what takes long and needs nothing of the other."""
        self.runner.make(self.content, self.bytecode)
        self.runner.make_together(self.snapshot, self.scripts)

    def zip_file(self, target: str) -> Path:
        """Return the file that `zipped` makes."""
        return self._at(self.zipped(target)) / f"{target}.zip"

    def deliver(self, target: str, dist: Path) -> None:
        """Put a browser's extension in the place of the last one."""
        made = self._at(self.package(target))
        name = self.packed(target)
        if hashes.of_tree(dist / name) != hashes.of_tree(made):
            with runner.scratch(dist) as new:
                shutil.copytree(made, new / name)
                runner.swap(new / name, dist / name)

    def _at(self, step: Step) -> Path:
        return self.runner.of(step)
