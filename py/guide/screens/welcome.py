"""The page of the first run: where the icon is, the language, what the guide does."""

from typing import Any

from guide.protocol.wire import MAX_NAME
from guide.screens.options import OPENS_GUIDE
from guide.situation import Situation
from guide.surroundings import ExtensionInfo
from guide.text.unseen import line

# By whether the icon is always in sight.
WHERE = {True: "icon_pinned", False: "icon_hidden", None: "icon_somewhere"}


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `welcome.html.j2`."""
    shell, said = situation.turn.shell, situation.catalog.words[situation.locale]["ui"]["welcome"]
    pinned = shell.pinned if shell else None
    return {
        "pinned": pinned,
        "where": said[WHERE[pinned]],
        "temporary": bool(shell and shell.temporary),
        "launcher": bool(shell and shell.launcher),
        "keys": _keys(shell) if shell else "",
        "points": tuple(said["points"].values()),
    }


def _keys(shell: ExtensionInfo) -> str:
    """Return the keys that open the guide, "" for none."""
    keys = {one.name: one.keys for one in shell.shortcuts}
    return line(keys.get(OPENS_GUIDE, ""), MAX_NAME)
