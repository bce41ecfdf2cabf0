"""What README and the other documents say is so: each link leads somewhere, each command is taken.

A command is not run where it takes long: what would read its arguments reads them here.
"""

import io
import re
import shlex
import sys
import tomllib
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from guide import __main__
from packager import command
from tests.tables import each_row

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.he.md")
# Made by the tests, whose names are in it; and what was so at its time.
UNREAD = {"docs/reliability.md", "CHANGELOG.md"}
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"))
)
NOW = [name for name in DOCUMENTS if name not in UNREAD]
# What the host of the repository shows beside it: addresses that no file has.
OF_THE_HOST = re.compile(r"\.\./\.\./(?:releases|issues/new/choose|security/advisories/new)\Z")
# Commands of others: agreed on here, and why each is right.
OTHERS = {
    "pip install uv": ".ci/run does it",
    "pipx install uv": "Debian's own pip refuses the one above",
    "cd dist && sha256sum --check SHA256SUMS": "tests/build/test_release.py compares the sums",
    "npm install --package-lock-only --omit-lockfile-registry-resolved": "docs/supply-chain.md",
    "npm ci": "packager.supply.npm runs it",
}
TOOLS = re.compile(r"(?:time )?(?:uv run|pip|pipx|echo|npm|docker|git|cd|python)\s")
FIRST_OF_A_PATH = ("py/", "tests/", "extension/", "docs/", "findings/", ".github/", ".ci/")


def tokens(name: str) -> Iterator[Token]:
    """Yield everything in a document, from the outside in."""
    for token in MarkdownIt("commonmark").enable("table").parse((ROOT / name).read_text("utf-8")):
        yield token
        yield from token.children or ()


def anchors(name: str) -> set[str]:
    """Return the anchors of a document's headings, as the host makes them."""
    found, heading = set(), False
    for token in tokens(name):
        if heading and token.type == "inline":
            kept = re.sub(r"[^\w\- ]", "", token.content.lower())
            found.add(kept.replace(" ", "-"))
        heading = token.type == "heading_open"
    return found


def codes(name: str) -> Iterator[str]:
    """Yield what a document shows as code: each line of a block, and each word in backticks."""
    for token in tokens(name):
        if token.type in {"code_block", "fence"}:
            # Behind two blanks a block says what the command is for.
            yield from (re.split(r"\s{2,}", line.strip())[0] for line in token.content.splitlines())
        elif token.type == "code_inline":
            yield token.content


def links(name: str) -> Iterator[str]:
    """Yield where a document leads, and the pictures in it."""
    for token in tokens(name):
        if token.type in {"link_open", "image"}:
            yield str(token.attrGet("href") or token.attrGet("src"))


def dead(name: str, link: str) -> bool:
    """Tell whether a link of a document leads nowhere."""
    if link.startswith("https://"):
        return False
    if OF_THE_HOST.match(link):
        return "/" in name  # Relative to the first page, and to it alone.
    file, _, anchor = link.partition("#")
    path = ((ROOT / name).parent / file).resolve() if file else ROOT / name
    if not path.exists():
        return True
    return bool(anchor) and anchor not in anchors(path.relative_to(ROOT).as_posix())


@each_row(("name",), zip(DOCUMENTS))
def test_each_link_of_a_document_leads_somewhere(name: str) -> None:
    """Seen to fail with a chapter's anchor that was renamed, and with a file that was moved."""
    assert [link for link in links(name) if dead(name, link)] == []


@each_row(("name",), zip(NOW))
def test_each_file_that_a_document_names_is_there(name: str) -> None:
    """Seen to fail with `tests/unit/test_supply.py`, which had moved into a folder."""
    paths = {code.partition("::")[0] for code in codes(name) if code.startswith(FIRST_OF_A_PATH)}
    globs = {path: re.sub(r"<\w+>|\{\w+\}", "*", path).rstrip("/") for path in paths}
    missing = [path for path, glob in globs.items() if not list(ROOT.glob(glob))]
    assert [path for path in missing if " " not in path] == []


def commands(name: str) -> Iterator[str]:
    """Yield the commands that a document tells its reader to run."""
    for code in codes(name):
        if TOOLS.match(code):
            if code in OTHERS:
                continue
            for part in code.split(" && "):
                yield part.removeprefix("time ")


@each_row(("name",), zip(NOW))
def test_each_command_of_a_document_is_one_that_is_taken(
    name: str, pytestconfig: pytest.Config
) -> None:
    """Seen to fail with `build.py --watches`, `guide sort`, `pytest --renew` and `uv build`."""
    wrong = {line: why for line in commands(name) if (why := refused(line, pytestconfig))}
    assert wrong == {}


@each_row(("name",), zip(READMES))
def test_the_two_commands_of_the_readme_are_what_ci_runs(name: str) -> None:
    """Seen to fail with `uv run python -m pytest` in it."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    first, second = (code for code in codes(name) if TOOLS.match(code))
    assert (first, second) == ("pip install uv && uv run build.py", "uv run pytest")
    assert '"${uv[@]}" run pytest' in script
    assert "-m pip install uv" in script


def refused(line: str, pytestconfig: pytest.Config) -> str:
    """Return why a command is not taken, "" if it is."""
    said, _, last = line.rpartition(" | ")
    match shlex.split(last):
        case ["uv", "run", "build.py", *arguments]:
            return refused_by_parser(arguments)
        case ["uv", "run", "pytest", *arguments]:
            return refused_by_pytest(arguments, pytestconfig)
        case ["uv", "run", "python", "-m", "guide", *arguments]:
            return refused_by_guide(arguments, said)
        case ["uv", "run", "node", script]:
            return "" if (ROOT / script).is_file() else "no such script"
        case ["uv", "run", "python", "-m", module, *arguments]:
            return refused_by_module(module, arguments)
        case _:
            return "" if line in OTHERS else "nothing here knows it"


def refused_by_parser(arguments: list[str]) -> str:
    """Have build.py's own parser read the arguments."""
    names = ["language" if one == "KIND" else one for one in arguments]
    with redirect_stdout(io.StringIO()):
        return ended(lambda: command.parser().parse_args(names))


def refused_by_pytest(arguments: list[str], config: pytest.Config) -> str:
    """Compare paths with the tree, and options with those that pytest has here."""
    known = {"-k", "-n", "-q", "-x"}
    for one in arguments:
        if one.startswith("--"):
            try:
                config.getoption(one)
            except ValueError:
                return f"no option {one}"
        elif one.startswith("-"):
            if one not in known:
                return f"no option {one}"
        elif "/" in one and not (ROOT / one).exists():
            return f"no {one}"
    return ""


def refused_by_guide(arguments: list[str], said: str) -> str:
    """Run it with what the document pipes into it; a file of one's own is any case."""
    if "FILE.json" in arguments:
        return "" if "--case" in arguments or "--answers" in arguments else "no such file"
    source = io.TextIOWrapper(io.BytesIO(" ".join(shlex.split(said)[1:]).encode()))
    out, standing = io.TextIOWrapper(io.BytesIO()), mock.patch.object(sys, "stdin", source)
    with out, redirect_stdout(out), standing:
        return ended(lambda: __main__.main(arguments))


def ended(run: Callable[[], object]) -> str:
    """Run what reads a command line; return what it complains of, "" if of nothing."""
    complaint = io.StringIO()
    try:
        with redirect_stderr(complaint):
            run()
    except SystemExit as end:
        return complaint.getvalue() if end.code else ""
    return ""


def refused_by_module(module: str, arguments: list[str]) -> str:
    """Look whether the module is there and its text knows the options."""
    file = ROOT / f"{module.replace('.', '/')}.py"
    if not file.exists():
        return f"no {module}"
    text = file.read_text(encoding="utf-8")
    unknown = [one for one in arguments if one.startswith("--") and f'"{one}"' not in text]
    return f"no option {unknown[0]}" if unknown else ""


@each_row(("name",), zip(READMES))
def test_each_button_that_the_readme_names_is_in_the_guide(name: str) -> None:
    """Seen to fail with "I have sent it". Bold is a button where it stands inside a line."""
    locale = "he" if ".he." in name else "en"
    texts = (ROOT / "py" / "guide" / "content" / "text" / locale / "screens.toml").read_text(
        "utf-8"
    )
    words = set(every_text(tomllib.loads(texts)))
    named = set(buttons(name))
    assert len(named) >= 6
    assert sorted(named - words) == []


def buttons(name: str) -> Iterator[str]:
    """Yield what is bold inside a line; a whole line, or a question at its beginning, is none."""
    for token in tokens(name):
        children = token.children or []
        for before, opening, text in zip(children, children[1:], children[2:], strict=False):
            if opening.type == "strong_open" and before.content.strip():
                yield text.content


def every_text(table: object) -> Iterator[str]:
    """Yield every text in a table."""
    if isinstance(table, dict):
        for value in table.values():
            yield from every_text(value)
    elif isinstance(table, list):
        for value in table:
            yield from every_text(value)
    else:
        yield str(table)


def test_the_readme_is_one_page_in_each_language() -> None:
    """Whoever has a problem reads no more. Seen to fail with the developers' chapters in it."""
    lengths = [len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in READMES]
    assert max(lengths) <= 120


def test_the_two_readmes_have_the_same_parts_in_the_same_order() -> None:
    """Seen to fail with a chapter that one of them lacks."""
    one, other = (
        [token.tag for token in tokens(name) if token.type == "heading_open"] for name in READMES
    )
    assert one == other
    assert [*links(READMES[0])][1:] == [*links(READMES[1])][1:]  # The first leads to the other.
