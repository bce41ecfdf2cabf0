"""A guide that was read before it is asked: who watches it waits for what has changed alone.

    all is read, templates are compiled -> a line of stdin, what to do -> what has changed is read

As `ask_guide`, it runs in an interpreter of its own. Modules it has from when it began: once one of
the guide's own has changed, it is of no use.
"""

import json
import sys
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guide.compiled_content import CompiledContent

WAIT = "wait"
_code: dict[tuple[str, str], bytes] = {}  # Of templates, as guide.text.templates knows it.


def with_code() -> "CompiledContent":
    """Return the content with the code of its templates."""
    from guide import compiled_content, warm_up  # noqa: PLC0415  # A broken guide fails inside main.

    return warm_up.with_code(compiled_content.load(), _code)


def wait() -> list[str]:
    """Make all ready, wait until it is asked, and return for what. Raises ContentError."""
    before = None
    with suppress(Exception):  # What is wrong now may be mended until it is asked.
        before = _read()
    line = sys.stdin.readline()
    if not line:
        sys.exit()  # Who began it has gone.
    _read_again(before)
    return list(json.loads(line))


def _read() -> "CompiledContent":
    """Return the content; all that takes long has been done once then, for nothing."""
    from guide import compiled_content, door, warm_up  # noqa: PLC0415  # As in with_code.

    for locale in with_code().catalog.languages.ids:
        door.turn(json.dumps(warm_up.first_request(locale)))
    return compiled_content.load()


def _read_again(before: "CompiledContent | None") -> None:
    from guide import compiled_content  # noqa: PLC0415  # As in with_code.
    from guide.catalog import loading  # noqa: PLC0415  # The same.

    texts, templates = loading.read()
    if before and texts == before.catalog.files:
        # The content is long to read, and quick to compare.
        now = replace(before, catalog=replace(before.catalog, templates=templates))
    else:
        now = compiled_content.make(loading.build(texts, templates))
    compiled_content.use(now)
