"""The person's own wording of a letter, where they have gone on to another place to send it.

An edit belongs to one place, as each has a text of its own. So it is said where it is, and the
person can take it along to a place that takes such a text.
"""

from guide.catalog.records import Catalog
from guide.ids import Locale
from guide.letters import boxes, letter_rules
from guide.model import Case, Edit


def elsewhere(case: Case, locale: Locale) -> Edit | None:
    """Return the latest own wording of this letter for another place; None where this has one."""
    if case.edit("body", locale) is not None:
        return None
    like = (case.kind, locale, "body")
    own = (one for one in reversed(case.edits) if (one.kind, one.locale, one.part) == like)
    return next((one for one in own if one.text.strip()), None)


def fits(catalog: Catalog, case: Case, own: Edit) -> bool:
    """Tell whether that wording can go where the letter goes now: to the same readers, and whole.

    A form has boxes, and what is for support may not be for everybody.
    """
    here, there = catalog.channels[case.channel], catalog.channels[own.channel]
    forms = letter_rules.for_catalog(catalog).form.channels
    by_boxes = case.channel in forms or own.channel in forms
    return here.audience == there.audience and not here.limit and not by_boxes


def taken(catalog: Catalog, case: Case, own: Edit) -> Case:
    """Return the case with that wording here, too: outside a chat its messages are one text."""
    chat = case.channel in letter_rules.for_catalog(catalog).chat.channels
    text = own.text if chat else "\n\n".join(boxes.messages(own.text))
    return case.with_edit("body", own.locale, text)
