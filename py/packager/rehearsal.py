"""The guide, run once on CPython: its content checked, and what the pages need from it said.

This runs in an interpreter of its own (`python -m packager.rehearsal`), so that a build that
watches for changes always meets the guide as it is on the disk.

    check               exits with 1 and one sentence if the content is wrong
    fill NAME ...       prints {NAME: HTML}; a NAME is one of
                        first-paint:LOCALE   the screen of a first opening
                        static-guide:LOCALE  the guide as text, for when Python cannot run
                        words:KEY:LOCALE     one text of content/text/LOCALE.toml
"""

import functools
import html
import json
import operator
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any


def check() -> None:
    """Load all content, strictly, and draw a first screen in each language."""
    from guide import catalog  # noqa: PLC0415  # A broken guide must fail inside main.

    for locale in catalog.LOCALES:
        _first_paint(locale)


def fill(names: list[str]) -> dict[str, str]:
    """Return the HTML for each name."""
    makers: Mapping[str, Callable[..., str]] = {
        "first-paint": _first_paint,
        "static-guide": _static_guide,
        "words": _words,
    }
    parts = {name: name.split(":") for name in names}
    return {name: makers[kind](*rest) for name, (kind, *rest) in parts.items()}


def _first_paint(locale: str) -> str:
    from guide import door  # noqa: PLC0415  # As in check.

    request: Any = door.first_request(locale)  # type: ignore[arg-type]  # One of LOCALES.
    response = json.loads(door.turn(json.dumps(request)))
    if response["problem"]:
        message = f"the first screen in {locale!r} has a problem: {response['problem']['detail']}"
        raise RuntimeError(message)
    return str(response["html"])


def _static_guide(locale: str) -> str:
    from guide import catalog, view  # noqa: PLC0415  # As in check.

    return view.static_guide(catalog.load(), locale)  # type: ignore[arg-type]  # One of LOCALES.


def _words(key: str, locale: str) -> str:
    from guide import catalog  # noqa: PLC0415  # As in check.

    words: Any = catalog.load().words[locale]  # type: ignore[index]  # One of LOCALES.
    try:
        return html.escape(str(functools.reduce(operator.getitem, key.split("."), words)))
    except KeyError:
        message = f"text/{locale}.toml: {key} is missing, and a page of extension/ shows it; add it"
        raise LookupError(message) from None


def main(arguments: list[str]) -> int:
    """Run `check` or `fill NAME ...`; on failure print one sentence as the last line."""
    try:
        if arguments[0] == "check":
            check()
        else:
            sys.stdout.write(json.dumps(fill(arguments[1:])))
    except Exception as error:  # noqa: BLE001  # Whatever it is, the build says it in a sentence.
        traceback.print_exc()
        sys.stderr.write(f"\n{_sentence(error)}\n")
        return 1
    return 0


def _sentence(error: Exception) -> str:
    """Return the error as a sentence: content errors name file, key and repair of themselves."""
    if type(error).__name__ == "ContentError" or isinstance(error, LookupError):
        return f"py/guide/content/{error.args[0]}"
    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}, line {last.lineno}"
    return f"{place}: {type(error).__name__}: {error}; correct that line"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
