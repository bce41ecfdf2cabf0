"""The guide, run once on CPython: its content checked, and what the pages need from it said.

This runs in an interpreter of its own, so that a build that watches for changes always meets the
guide as it is on the disk. If something is wrong it prints what, and ends with the exit code that
`programs` takes for told.

    check [FILE [ROOT]] prints a line for each fact that wants to be looked up anew, and writes to
                        FILE what the guide has made of its content; with the ROOT of the tree,
                        also looks at what hangs on the guide there
    content HOW FOLDER NAME ...
                        writes compiled content into FOLDER, and into files there all that is
                        printed below, so that the guide is read once; HOW is check or compile:
                        only the first sees that it is right
    renew ROOT          makes the files of packager.generated anew, and prints those that were stale
    fill NAME ...       prints {NAME: HTML}; a NAME is one of
                        language             the attributes of a page in the fallback language
                        first-paint          the screen of a first opening
                        first-paint:SURFACE  the first sight of a page beside the popup
                        static-guide         the guide as text, for when Python cannot run
                        static-page:SURFACE  the same for a page beside the popup
                        notice:KEY           one text of content/text
                        and all but the first come once for each language
    addresses           prints every address that the guide may open
    requests            prints the request of a first opening in each language
    languages           prints what a script must know of the languages
    frames              prints what sets the surfaces apart
    wait                reads all there is, and then one of these commands, as a line of JSON from
                        its stdin: what that needs, but what has changed since, is ready then
"""

import datetime as dt
import functools
import html
import json
import operator
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import TemplateSyntaxError

from packager import programs
from packager.content_check import at_hand

if TYPE_CHECKING:
    from guide.catalog.records import Catalog

CONTENT = "py/guide/content"
OF_THE_ROOT = ("py/", "extension/", "docs/", "tests/")
FASTEST = 1  # Of zlib's levels.
# What `content` writes.
COMPILED = "compiled.pickle"  # As guide.compiled_content calls it.
FILL, ADDRESSES, LANGUAGES = "fill.json", "addresses.json", "languages.json"
FRAMES, REQUESTS = "frames.json", "requests.json"


def check(made: Path | None = None, root: Path | None = None) -> list[str]:
    """Check all content, draw a first screen in each language, compile it; return warnings."""
    from guide.catalog import loading  # noqa: PLC0415  # A broken guide fails inside main.
    from packager.content_check import check  # noqa: PLC0415  # It imports the guide.

    warnings = check.check(*loading.read(), dt.datetime.now(dt.UTC).date(), root)
    for locale in _catalog().languages.ids:
        _first_paint(locale)
    if made:
        compile_content(made)
    return warnings


def content(how: str, folder: Path, *names: str) -> list[str]:
    """Write all that a build takes from the guide into `folder`; return warnings."""
    made = folder / COMPILED
    warnings: list[str] = []
    if how == "check":
        warnings = check(made)
    else:
        from guide.catalog import packed  # noqa: PLC0415  # As in check.

        packed.LEVEL = FASTEST  # Who watches wants to see it soon; nobody downloads it.
        compile_content(made)
    told = {name: answer() for name, answer in ANSWERS.items()} | {FILL: fill([*names])}
    for name, answer in told.items():
        (folder / name).write_text(json.dumps(answer), encoding="utf-8")
    return warnings


def compile_content(made: Path) -> None:
    """Write what the guide makes of its content, and the shelf beside it."""
    from guide import compiled_content  # noqa: PLC0415  # As in check.
    from guide.catalog import packed  # noqa: PLC0415  # The same.

    compiled, shelf = compiled_content.packed(at_hand.with_code())
    made.write_bytes(compiled)
    made.with_name(Path(packed.SHELF).name).write_bytes(shelf)


def renew(root: Path) -> list[str]:
    """Make every file anew that is made from others, and return the paths of those that changed."""
    from packager import generated  # noqa: PLC0415  # As in check.

    return [path for file in generated.FILES if (path := file.renew(root))]


def fill(names: list[str]) -> dict[str, str]:
    """Return the HTML for each name."""
    makers: Mapping[str, Callable[..., str]] = {
        "first-paint": lambda *rest: _noscript("first", _first_paint, *rest),
        "static-guide": lambda: _noscript("static", _static_guide),
        "static-page": lambda surface: _noscript("static", _static_page, surface),
        "notice": _notice,
        "language": _language,
    }
    parts = {name: name.split(":") for name in names}
    return {name: makers[kind](*rest) for name, (kind, *rest) in parts.items()}


def addresses() -> list[str]:
    """Return every address that the guide may open, sorted, each once."""
    from guide.catalog import addresses  # noqa: PLC0415  # As in check.

    return sorted(set(addresses.every(_catalog())))


def requests() -> list[dict[str, Any]]:
    """Return the request of a first opening in each language."""
    from guide.warm_up import first_request  # noqa: PLC0415  # As in check.

    return [first_request(locale) for locale in _catalog().languages.ids]


def languages() -> Mapping[str, Any]:
    """Return the fallback, and direction and further codes of each language by its id."""
    spoken = _catalog().languages
    each = {locale: {"dir": one.direction, "also": one.also} for locale, one in spoken.each.items()}
    return {"fallback": spoken.fallback, "each": each}


def frames() -> dict[str, dict[str, bool]]:
    """Return what sets each surface apart from another."""
    from guide.surroundings import FRAMES  # noqa: PLC0415  # As in check.

    return {surface: frame._asdict() for surface, frame in FRAMES.items()}


ANSWERS: Mapping[str, Callable[[], Any]] = {
    ADDRESSES: addresses,
    LANGUAGES: languages,
    FRAMES: frames,
    REQUESTS: requests,
}


def _catalog() -> "Catalog":
    from guide import compiled_content  # noqa: PLC0415  # As in check.

    return compiled_content.load().catalog


def _language() -> str:
    spoken = _catalog().languages
    return f'lang="{spoken.fallback}" dir="{spoken[spoken.fallback].direction}"'


def _noscript(name: str, make: Callable[..., str], *rest: str) -> str:
    """Return what `make` gives for each language, one below the other, as text for a script."""
    parts = (
        f'<noscript data-{name}="{locale}">{make(locale, *rest)}</noscript>'
        for locale in _catalog().languages.ids
    )
    return "\n      ".join(parts)


def _notice(key: str) -> str:
    """Return a text once for each language; a script shows the right one."""
    parts = (
        f'<p data-locale="{locale}" lang="{locale}" dir="{one.direction}" hidden>'
        f"{_words(key, locale)}</p>"
        for locale, one in _catalog().languages.each.items()
    )
    return "\n        ".join(parts)


def _first_paint(locale: str, surface: str = "popup") -> str:
    from guide import door  # noqa: PLC0415  # As in check.
    from guide.warm_up import first_request  # noqa: PLC0415  # The same.

    request: Any = first_request(locale, surface)  # type: ignore[arg-type]  # Of our own.
    response = json.loads(door.turn(json.dumps(request)))
    if response["problem"]:
        message = f"the first screen in {locale!r} has a problem: {response['problem']['detail']}"
        raise RuntimeError(message)
    return str(response["html"])


def _static_guide(locale: str) -> str:
    from guide.screens import view  # noqa: PLC0415  # As in check.

    return view.static_guide(_catalog(), locale)


def _static_page(locale: str, surface: str) -> str:
    from guide.screens import view  # noqa: PLC0415  # As in check.

    return view.static_page(_catalog(), locale, surface)  # type: ignore[arg-type]  # As above.


def _words(key: str, locale: str) -> str:
    words: Any = _catalog().words[locale]
    try:
        return html.escape(str(functools.reduce(operator.getitem, key.split("."), words)))
    except KeyError:
        message = (
            f"text/{locale}/screens.toml: {key} is missing, and a page of extension/ shows "
            f"it; add it"
        )
        raise LookupError(message) from None


def main(arguments: list[str]) -> int:
    """Run one of the commands; on failure print what is wrong, and the log on stderr."""
    commands: Mapping[str, Callable[[], str | None]] = {
        "check": lambda: "\n".join(check(*map(Path, arguments[1:]))),
        "content": lambda: "\n".join(content(arguments[1], Path(arguments[2]), *arguments[3:])),
        "renew": lambda: "\n".join(renew(Path(arguments[1]))),
        "fill": lambda: json.dumps(fill(arguments[1:])),
        "addresses": lambda: json.dumps(addresses()),
        "requests": lambda: json.dumps(requests()),
        "languages": lambda: json.dumps(languages()),
        "frames": lambda: json.dumps(frames()),
    }
    try:
        if arguments == [at_hand.WAIT]:
            arguments = at_hand.wait()
        said = commands[arguments[0]]()
    except Exception as error:  # noqa: BLE001  # Whatever it is, the build says it in sentences.
        traceback.print_exc()
        sys.stdout.write(_sentences(error))
        return programs.TOLD
    sys.stdout.write(said or "")
    return 0


def _sentences(error: Exception) -> str:
    """Return one line for each problem: content errors name file, key and repair themselves."""
    from guide.errors import ContentError  # noqa: PLC0415  # As in check.

    if isinstance(error, (ContentError, LookupError)):
        return "\n".join(map(_placed, str(error.args[0]).splitlines()))
    last = traceback.extract_tb(error.__traceback__)[-1]
    file = error.name if isinstance(error, TemplateSyntaxError) else last.filename
    place = f"{Path(file or last.filename).name}, line {last.lineno}"
    return f"{place}: {type(error).__name__}: {error}; correct that line"


def _placed(line: str) -> str:
    """Return a problem with its file as seen from the root; content is the guide's own folder."""
    if line.startswith(OF_THE_ROOT):
        return line
    place, colon, rest = line.partition(":")
    line = place.replace(" and text/", f" and {CONTENT}/text/") + colon + rest
    code = place.endswith(".py")
    return f"py/guide/{line}" if code or line.startswith("templates/") else f"{CONTENT}/{line}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
