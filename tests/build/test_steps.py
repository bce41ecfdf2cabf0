"""A build does again only what it must."""

from packager import hashes
from tests.build.trees import Tree


def made(said: str) -> set[str]:
    """Return the words of the steps that were not skipped."""
    lines = [line for line in said.splitlines() if line.startswith(" + ")]
    return {line[3:].rsplit("  ", 1)[0].strip() for line in lines}


def test_a_build_without_changes_makes_nothing(tree: Tree) -> None:
    """Seen to fail when nothing of an earlier build is kept."""
    before = tree.dist()
    run = tree.build()
    assert run.returncode == 0, run.stderr
    assert made(run.stdout) == set()
    assert tree.dist() == before


def test_an_edited_word_does_not_compile_the_library_again(tree: Tree) -> None:
    """Seen to fail with the guide among what the library is made from."""
    tree.change(
        tree.content("text/en/screens.toml"), "^unofficial = .*", 'unofficial = "Once more"'
    )
    run = tree.build()
    assert run.returncode == 0, run.stderr
    assert {"Content check", "Memory snapshot", "First screens"} <= made(run.stdout)
    assert not {"JavaScript packages", "Python's library", "Icons"} & made(run.stdout)
    assert "Once more" in (tree.root / "dist/chromium/popup.html").read_text(encoding="utf-8")


def test_a_comment_in_the_guide_does_not_make_a_snapshot_again(tree: Tree) -> None:
    """Seen to fail with the hash of each source left in its bytecode."""
    errors = tree.root / "py" / "guide" / "errors.py"
    errors.write_text(errors.read_text(encoding="utf-8") + "# A last word.\n", encoding="utf-8")
    run = tree.build()
    assert run.returncode == 0, run.stderr
    assert "Content check" in made(run.stdout)
    assert "Memory snapshot" not in made(run.stdout)


def test_one_target_leaves_the_other_alone(tree: Tree) -> None:
    """Seen to fail when every target is wanted."""
    tree.change(
        tree.content("text/en/screens.toml"), "^unofficial = .*", 'unofficial = "Once more"'
    )
    firefox = hashes.of_tree(tree.root / "dist" / "firefox")
    assert tree.build("--target", "chromium").returncode == 0
    assert "Once more" in (tree.root / "dist/chromium/popup.html").read_text(encoding="utf-8")
    assert hashes.of_tree(tree.root / "dist" / "firefox") == firefox
