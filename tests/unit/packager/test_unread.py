"""Tables that nothing reads become zeros, but only where they are what they are said to be."""

from pathlib import Path

import pytest

from packager import programs
from packager.errors import BuildError

MODULE = Path(programs.__file__).parent / "engine_part" / "unread.mjs"


def test_where_another_table_stands_nothing_is_blanked() -> None:
    """Seen to fail without a look at the sums."""
    script = (
        f'const {{ blankUnread }} = await import("{MODULE.as_uri()}");'
        "blankUnread(new Uint8Array(4_000_000));"
    )
    with pytest.raises(BuildError, match=r"unread\.json is of another Pyodide"):
        programs.node(["--input-type=module", "--eval", script])
