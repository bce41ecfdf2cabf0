"""More ways to take a letter along: as Markdown or plain text, as a mail draft; and its pictures.

All get what the screen shows: with everything hidden that must not go out.
"""

from collections.abc import Sequence
from typing import Any

from guide.letters import as_markdown, letter_rules, mail_draft
from guide.model import Case
from guide.protocol import wire
from guide.protocol.codec import encode
from guide.situation import Situation

MAILTO = "mailto:"


def context(
    situation: Situation, case: Case, subject: str, messages: Sequence[str]
) -> dict[str, Any]:
    """Return the context of `ways_out.html.j2`."""
    rules = letter_rules.for_catalog(situation.catalog)
    if case.channel in rules.markdown.channels:
        other, text = "plain", "\n\n".join(as_markdown.plain(message) for message in messages)
        text = f"{subject}\n\n{text}" if subject else text
    else:
        other, text = "markdown", as_markdown.write(subject, messages)
    # No mark: it is a copy to take elsewhere, and no step of sending.
    copy = wire.CopyText("copy", text, "body")
    return {
        "other_form": other,
        "copy_other": encode(copy),
        "mail_draft": _draft(situation, case, subject, "\n\n".join(messages)),
        "picture": encode(wire.OpenPage("page", "picture")),
    }


def _draft(situation: Situation, case: Case, subject: str, body: str) -> Any:  # noqa: ANN401  # JSON.
    """Return the effect that saves a mail draft; None where the letter is no mail."""
    catalog = situation.catalog
    url = catalog.addresses[catalog.channels[case.channel].address].url
    if not url.startswith(MAILTO):
        return None
    draft = mail_draft.MailDraft(
        to=url.removeprefix(MAILTO),
        subject=subject,
        body=body,
        locale=situation.letter_locale,
        date=situation.turn.now,
        sender=(case.answer("reply_email") or case.answer("account_email")).strip(),
    )
    return encode(wire.Download("download", mail_draft.NAME, mail_draft.write(draft)))
