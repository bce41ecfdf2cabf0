"""What goes with a letter besides its text, and what went with an earlier one.

What a problem wants attached -> what this letter asks for -> of that, what is ticked and goes.
"""

from guide.catalog import fitting
from guide.catalog.records import Catalog
from guide.ids import ChannelId, LetterKind
from guide.letters import letter_rules
from guide.model import Case, SentRequest


def before(case: Case) -> dict[str, SentRequest]:
    """Return what has gone with an earlier letter: attachment id -> the first such letter."""
    return {one: sent for sent in reversed(case.sent) for one in sent.attached}


def asked(
    catalog: Catalog, case: Case, kind: LetterKind, channel: ChannelId
) -> tuple[str, ...] | None:
    """Return the attachments to tick for such a letter there; None where it names none.

    A form has its own place for files, and in public nothing is attached. A letter that goes on
    in a conversation asks for what that has not got yet.
    """
    rules = letter_rules.for_catalog(catalog)
    attaches = rules.kinds[kind].attaches
    if attaches == "nothing":
        return ()
    if catalog.channels[channel].audience != "support" or channel in rules.form.channels:
        return None
    known = before(case) if attaches == "new" else {}
    return tuple(one for one in fitting.attachments(catalog, case) if one not in known)


def going(catalog: Catalog, case: Case, kind: LetterKind, channel: ChannelId) -> tuple[str, ...]:
    """Return what goes with such a letter, by the person's own ticks."""
    asked_for = asked(catalog, case, kind, channel) or ()
    return tuple(one for one in asked_for if one in case.attached)
