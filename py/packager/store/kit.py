"""`build.py --store`: in dist/store, a folder a store, with all that its form asks for.

    <store>/<locale>/     name, summary, description, search terms, pictures
    <store>/privacy.md    single purpose, each permission's reason, remote code, data
    <store>/review.txt    for its reviewers: how to build the same bytes, and their sums

The words are in py/packager/store and extension/_locales, the reasons in extension/manifest.toml,
the pictures in docs/screens. Nothing is sent anywhere: a person fills in the form.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import resvg_py

from packager.errors import BuildError
from packager.store import justification, words
from packager.store.words import Form, StoreWords

FOLDER = "store"
LOGO = 300  # Edge recommends it; the icons in the package are smaller.
FIELD = 1000  # Characters that a form takes for the purpose, and for one permission.
NOTES = 3000  # And for the notes to reviewers.


@dataclass(frozen=True)
class Limits:
    """How long a store takes its texts, in characters; `terms` is (how many, how long)."""

    package: str
    name: int
    summary: int
    description: tuple[int, int]
    terms: tuple[int, int] | None = None


# Chrome: developer.chrome.com, manifest name and description. Edge: learn.microsoft.com, "Publish a
# Microsoft Edge extension". Firefox: MDN on the name; the others from AMO's form. Read in November
# 2026; the forms themselves have the last word.
STORES: Mapping[str, Limits] = {
    "chrome": Limits("chromium", name=75, summary=132, description=(1, 16_000)),
    "edge": Limits("chromium", name=45, summary=132, description=(250, 10_000), terms=(7, 30)),
    "firefox": Limits("firefox", name=50, summary=250, description=(1, 15_000)),
}
PICTURES = {"screenshot-1280x800.png": "store.{}.png", "tile-440x280.png": "tile.{}.png"}


def files(root: Path, store: str, sums: str) -> dict[str, bytes]:
    """Return {name: content} for a store's folder. `sums` are dist's SHA256SUMS.

    Raises BuildError naming what is missing or too long.
    """
    limits = STORES[store]
    found: dict[str, bytes] = {}
    for locale in words.locales(root):
        said = words.read(root, locale)
        if mistakes := list(too_long(said, limits)):
            raise BuildError(f"{store}, {locale}: {mistakes[0]}")
        for name, text in texts(said, limits).items():
            found[f"{locale}/{name}"] = f"{text}\n".encode()
        for name, file in PICTURES.items():
            found[f"{locale}/{name}"] = picture(root, file.format(locale))
    reasons = justification.justified(root / "extension" / "manifest.toml", limits.package)
    form, review = words.form(), notes(limits.package, sums)
    fit(FIELD, form.single_purpose, form.remote_code, *reasons.values())
    fit(NOTES, review)
    found |= {"privacy.md": privacy(form, reasons).encode(), "review.txt": review.encode()}
    icon = (root / "extension" / "icon.svg").read_text(encoding="utf-8")
    drawn = resvg_py.svg_to_bytes(svg_string=icon, width=LOGO, skip_system_fonts=True)
    return found | {f"logo-{LOGO}.png": bytes(drawn)}


def too_long(said: StoreWords, limits: Limits) -> Iterator[str]:
    """Yield a line for each text that a store would not take."""
    least, most = limits.description
    for key, text, length in (
        ("name", said.name, range(1, limits.name + 1)),
        ("summary", said.summary, range(1, limits.summary + 1)),
        ("description", said.description, range(least, most + 1)),
    ):
        if len(text) not in length:
            yield f"{key} has {len(text)} characters; it may have {length[0]} to {length[-1]}"
    if limits.terms:
        many, long = limits.terms
        if len(said.search_terms) > many or max(map(len, said.search_terms)) > long:
            yield f"search_terms may be {many}, of {long} characters each"


def texts(said: StoreWords, limits: Limits) -> dict[str, str]:
    """Return the texts of one language, by their file."""
    found = {"name": said.name, "summary": said.summary, "description": said.description}
    if limits.terms:
        found["search-terms"] = "\n".join(said.search_terms)
    return {f"{key}.txt": text for key, text in found.items()}


def picture(root: Path, name: str) -> bytes:
    """Return a picture of docs/screens. Raises BuildError."""
    path = root / "docs" / "screens" / name
    if not path.exists():
        message = f"docs/screens/{name} is missing; run: uv run build.py --renew --pictures"
        raise BuildError(message)
    return path.read_bytes()


def fit(most: int, *parts: str) -> None:
    """Raise BuildError if one of these is more than a field of a form takes."""
    for part in parts:
        if len(part) > most:
            raise BuildError(f"a form takes {most} characters, not {len(part)}: {part[:60]} …")


def privacy(form: Form, reasons: Mapping[str, str]) -> str:
    """Return what a store's page on privacy asks for, as Markdown."""
    lines = ["# Single purpose", "", form.single_purpose, "", "# Why each permission", ""]
    lines += [f"- `{name}`: {why}" for name, why in reasons.items()]
    lines += ["", "# Remote code", "", form.remote_code, "", "# Data: none is collected", ""]
    lines += [f"- {one['kind']}: {one['handled']}" for one in form.data]
    lines += ["", "# Certified", "", *(f"- {one}" for one in form.certify.values())]
    lines += [
        "",
        "# Policy",
        "",
        "docs/privacy.md, at the address where the repository is shown.",
        "",
    ]
    return "\n".join(lines)


def notes(package: str, sums: str) -> str:
    """Return what reviewers get: how to build the same bytes, what is opaque and why, the sums."""
    opaque = ("hot.wasm", "rest.bin", "linked.bin", "python.zip", "snapshot.bin")
    names = {f"{package}.zip", "source.zip", *(f"{package}/engine/{name}" for name in opaque)}
    chosen = [line for line in sums.splitlines() if line.partition("  ")[2] in names]
    text = (words.FOLDER / "review.txt").read_text(encoding="utf-8")
    return text.format(package=package, sums="\n".join(chosen))
