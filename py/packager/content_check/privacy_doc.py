"""docs/privacy.md, which the stores ask for: the words of the privacy page, in each language.

    uv run python -m packager.content_check.privacy_doc          writes it
A test says when the committed file is stale.
"""

from pathlib import Path

from guide.catalog.loading import load
from guide.screens import privacy

TARGET = Path(__file__).parents[3] / "docs" / "privacy.md"
NOTE = "<!-- Made from py/guide/content/text by `uv run build.py --renew`; do not edit. -->"


def document() -> str:
    """Return the text of docs/privacy.md: first in what the stores read."""
    catalog = load()
    lines = [NOTE, "# Support Guide"]
    for locale in sorted(catalog.languages.ids, key=lambda one: one != catalog.languages.sites):
        lines += ["", *privacy.markdown(catalog, locale)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(document(), encoding="utf-8")
