"""docs/privacy.md, which the stores ask for: the words of the privacy page, in each language.

`build.py --renew` writes it, and `--check` says when the committed file is stale.
"""

from guide.catalog.loading import load
from guide.screens import privacy

NOTE = "<!-- Made from py/guide/content/text by `uv run build.py --renew`; do not edit. -->"


def document() -> str:
    """Return the text of docs/privacy.md: first in what the stores read."""
    catalog = load()
    lines = [NOTE, "# Support Guide"]
    for locale in sorted(catalog.languages.ids, key=lambda one: one != catalog.languages.sites):
        lines += ["", *privacy.markdown(catalog, locale)]
    return "\n".join(lines) + "\n"
