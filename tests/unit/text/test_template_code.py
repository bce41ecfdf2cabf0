"""Templates as the code that the build makes of them: all are there, and compile no more."""

import pytest
from jinja2 import Environment

from guide import compiled_content
from guide.compiled_content import CompiledContent
from guide.legal_letters import writer as legal_writer
from guide.letters import writer
from guide.screens.templating import template_env
from guide.warm_up import with_code
from tests.tables import each_row

PARTS = {"screens": template_env, "letters": writer, "formal letters": legal_writer}


@pytest.fixture(scope="module")
def lean() -> CompiledContent:
    """Content as the extension has it."""
    return with_code(compiled_content.load())


@each_row(("part",), zip(PARTS))
def test_every_template_is_there_as_code(
    lean: CompiledContent, part: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Seen to fail, each: with the code of the others alone."""
    monkeypatch.setattr(Environment, "compile", pytest.fail)
    environment = PARTS[part].environment(lean.catalog)
    names = environment.list_templates()
    assert names
    assert [name for name in names if environment.get_template(name).root_render_func is None] == []


def test_the_texts_of_templates_are_left_behind(lean: CompiledContent) -> None:
    """Seen to fail with the formal letters' texts."""
    catalog = lean.catalog
    texts = {n: text for n, text in catalog.files.items() if n.endswith(".txt.j2")}
    whole = (*catalog.letters.values(), *catalog.templates.values())
    legal = {text for name, text in texts.items() if "/legal_letters/" in name}
    assert {*whole, *legal} == {""}
