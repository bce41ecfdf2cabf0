"""A build that cannot go on says why in a sentence, and leaves what was delivered alone."""

import pytest

from tests.build.trees import Tree

TABLE = [
    # (file, a pattern of what is there, what an author made of it, what the build says)
    (
        "text/he/screens.toml",
        r"^unofficial = .*\n",
        "",
        (
            "py/guide/content/text/he/screens.toml: ui.frame.unofficial is missing; "
            "text/en/screens.toml has it"
        ),
    ),
    (
        "text/en/screens.toml",
        r'^(unofficial = .*)"$',
        r"\1",
        "py/guide/content/text/en/screens.toml: is not TOML",
    ),
    (
        "categories.toml",
        r"^required = ",
        "requird = ",
        "py/guide/content/categories.toml: ",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "said"), TABLE, ids=[row[3][17:] for row in TABLE])
def test_wrong_content_is_told_by_file_and_key(
    tree: Tree, file: str, old: str, new: str, said: str
) -> None:
    """Seen to fail, the first row: the languages' keys are not compared. The second: the catalog
    says otherwise that a file is not TOML.
    """
    before = tree.dist()
    tree.change(tree.content(file), old, new)
    for options in (["--check"], []):
        run = tree.build(*options)
        assert run.returncode == 1
        assert said in run.stderr
        assert "Traceback" not in run.stderr
    assert tree.dist() == before
    assert not tree.debris()


def test_a_missing_letter_is_told_by_its_name(tree: Tree) -> None:
    """Seen to fail when letters are neither paired nor looked for."""
    tree.content("text/he/letters/first_request.default.txt.j2").unlink()
    run = tree.build("--check")
    assert run.returncode == 1
    assert "text/he/letters/first_request.default.txt.j2 is missing" in run.stderr


def test_a_mistake_in_the_guide_is_told_by_file_and_line(tree: Tree) -> None:
    """Seen to fail with the file alone."""
    door = tree.root / "py" / "guide" / "door.py"
    tree.change(door, "from guide import", "from gide import")
    run = tree.build("--check")
    assert run.returncode == 1
    assert "door.py, line " in run.stderr
    assert "ModuleNotFoundError" in run.stderr
    assert "Traceback" not in run.stderr
    assert "Traceback" in tree.build("--check", "--verbose").stderr


def test_one_flipped_byte_in_a_released_file_is_told_by_name(tree: Tree) -> None:
    """Seen to fail when the pins are not compared."""
    before = tree.dist()
    wasm = tree.root / "extension" / "node_modules" / "pyodide" / "pyodide.asm.wasm"
    data = bytearray(wasm.read_bytes())
    data[len(data) // 2] ^= 1
    wasm.write_bytes(data)
    tree.forget("packages")
    run = tree.build()
    assert run.returncode == 1
    assert (
        "pyodide/pyodide.asm.wasm is not the file that py/packager/supply/pins.toml pins"
        in run.stderr
    )
    assert tree.dist() == before


def test_an_address_of_remote_code_in_a_script_is_told_by_file_and_address(tree: Tree) -> None:
    """Seen to fail with a build that does not scan what it made."""
    before = tree.dist()
    page = tree.root / "extension" / "popup" / "help-page.js"
    page.write_text(f'globalThis.more = "https://example.org/more.js";\n{page.read_text("utf-8")}')
    run = tree.build()
    assert run.returncode == 1
    assert "popup.js has https://example.org/more.js, and the Chromium stores" in run.stderr
    assert tree.dist() == before


def test_a_changed_product_of_an_earlier_build_is_made_anew(tree: Tree) -> None:
    """Seen to fail when only what a step is made from is compared."""
    before = tree.dist()
    snapshot = tree.root / ".build" / "snapshot" / "snapshot.bin"
    snapshot.write_bytes(snapshot.read_bytes()[:-1])
    assert tree.build().returncode == 0
    assert tree.dist() == before


def test_a_guide_that_only_pyodide_cannot_import_is_told(tree: Tree) -> None:
    """Seen to fail without the hint at stdlib.toml."""
    door = tree.root / "py" / "guide" / "door.py"
    tree.change(door, "from dataclasses import", "import argparse  # noqa\nfrom dataclasses import")
    run = tree.build()
    assert run.returncode == 1
    assert "No module named 'argparse'" in run.stderr
    assert "stdlib.toml" in run.stderr


def test_bytecode_of_another_python_is_refused(tree: Tree) -> None:
    """Seen to fail when the numbers are not compared."""
    script = tree.root / "py" / "packager" / "python_part" / "ask_bytecode.mjs"
    tree.change(
        script, r"importlib\.util\.MAGIC_NUMBER\.hex\(\)", "(3495).to_bytes(2, 'little').hex()"
    )
    run = tree.build()
    assert run.returncode == 1
    assert "but Pyodide runs 3495; build with the Python that .python-version names" in run.stderr


def test_ctrl_c_leaves_no_debris(tree: Tree) -> None:
    """Seen to fail with a `scratch` that leaves its folder."""
    before = tree.dist()
    tree.forget("snapshot")
    run = tree.interrupt("make_snapshot.mjs")
    assert run.returncode == 130
    assert "Traceback" not in run.stderr
    assert tree.dist() == before
    assert not tree.debris()
