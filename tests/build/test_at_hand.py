"""A guide that was read before it is asked says what one says that reads all when it is asked."""

from pathlib import Path

import pytest

from packager import hashes, programs
from packager.content_check import ask_guide
from packager.developing import AtHand
from packager.errors import BuildError
from tests.build import trees
from tests.build.trees import Tree

TEMPLATE = "templates/start.html.j2"
WORDS = "content/text/en/screens.toml"
MODULE = "surroundings.py"
# By file below py/guide: what is there, and what comes there.
CHANGES = {
    "a template": (TEMPLATE, 'id="title"', 'id="title" class="seen"'),
    "a word": (WORDS, "^title = ", 'title = "Seen" #'),
    "what cannot be read": (WORDS, "^title = ", "title = = "),
}
# Stands for the line for which it waits: what has been read by then is not what is there now.
WAITS = """
import json, re, sys
from pathlib import Path
from packager.content_check import ask_guide

path, old, new, *asked = sys.argv[1:]

class Change:
    def readline(self):
        text = Path(path).read_text(encoding="utf-8")
        Path(path).write_text(re.sub(old, new, text, count=1, flags=re.MULTILINE), encoding="utf-8")
        return json.dumps(asked)

sys.stdin = Change()
sys.exit(ask_guide.main(["wait"]))
"""


@pytest.fixture
def sources(tmp_path: Path) -> Tree:
    """The sources alone: nothing is built."""
    return trees.copy(tmp_path / "tree")


def asked(folder: Path) -> tuple[str, ...]:
    """Return a question of which the answer is all that a build takes from the guide."""
    folder.mkdir()
    return ("content", "compile", str(folder), "first-paint", "static-guide")


@pytest.mark.parametrize("change", CHANGES)
def test_what_has_changed_meanwhile_is_read(sources: Tree, tmp_path: Path, change: str) -> None:
    """Seen to fail with one that does not read again, and with templates alone read again."""
    name, old, new = CHANGES[change]
    py, before, after = sources.root / "py", tmp_path / "before", tmp_path / "after"
    (tmp_path / "waits.py").write_text(WAITS, encoding="utf-8")
    words = (str(py / "guide" / name), old, new, *asked(before))

    def ask(module: str, *arguments: str | Path) -> str:
        try:
            return programs.python(module, *arguments, path=(py, tmp_path))
        except BuildError as error:
            return str(error)

    said = ask("waits", *words)
    assert said == ask(ask_guide.__name__, *asked(after))
    assert hashes.of_tree(before) == hashes.of_tree(after)
    assert ("cannot" in change) == ("screens.toml" in said)


def test_a_changed_module_is_imported_anew(sources: Tree, tmp_path: Path) -> None:
    """Seen to fail, once it had read all, without the comparison of its modules."""
    with AtHand(sources.root / "py") as guide:
        sources.change(sources.root / "py" / "guide" / MODULE, '"popup"', '"seen"')
        with pytest.raises(BuildError, match="seen"):
            guide.ask(*asked(tmp_path / "made"))


def test_one_that_nobody_asks_ends_by_itself() -> None:
    """Or each watch that is killed would leave one behind."""
    assert programs.python(ask_guide.__name__, "wait") == ""
