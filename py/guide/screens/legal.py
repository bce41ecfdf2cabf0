"""Formal notices: which there are, and one of them with what belongs in it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from guide.cases.identity import FIELD as IDENTITY
from guide.ids import Locale
from guide.legal_letters import known, rules, writer
from guide.letters.brief import SIGNATURE
from guide.model import Case
from guide.protocol import wire
from guide.protocol.codec import Json, encode
from guide.routes import home
from guide.screens.widgets.dates import full
from guide.screens.widgets.form_field import question
from guide.situation import Situation


def context(situation: Situation) -> dict[str, Any]:
    """Return the context of `legal.html.j2`; the place's item is a letter, "" for the list."""
    letters, case = rules.for_catalog(situation.catalog), situation.case
    name = situation.state.place.item
    # `update` lets nobody onto this screen without a case.
    assert case is not None  # noqa: S101
    shown = _letter(situation, case, name, letters[name]) if name in letters else None
    return {"letters": tuple(letters), "letter": shown, "category": case.category}


def _question(situation: Situation, field: str) -> Mapping[str, Any]:
    """Return what a notice must have; a name there is no name to be addressed by."""
    hint = situation.catalog.words[situation.locale]["legal"]["name_hint"]
    own = {"hint": hint} if field == SIGNATURE else {}
    return {**question(situation, field), **own}


def _letter(
    situation: Situation, case: Case, name: str, letter: rules.LegalLetter
) -> dict[str, Any]:
    """Return one letter: its questions, its text, where it goes, and where it was learned."""
    locale = language_of(situation, letter)
    written = writer.write(situation, case, name, locale)
    words = situation.catalog.words[situation.locale]
    filled = known.filled(situation.catalog, case, situation.locale)
    asking = replace(situation, state=situation.state.with_case(filled))
    country = home.of(situation.catalog.routes.countries, case, situation.turn.device)
    return {
        "id": name,
        "languages": letter.languages,
        "locale": locale,
        "dir": situation.catalog.languages[locale].direction,
        "required": tuple(_question(asking, field) for field in letter.needs),
        "helpful": tuple(question(asking, one, required=False) for one in letter.helpful),
        "subject": written.subject,
        "body": written.body,
        "copy_subject": _copied(written.subject),
        "copy_body": _copied(written.body),
        "missing": len(written.missing),
        "has_identity": IDENTITY in letter.needs and bool(case.answer(IDENTITY)),
        "to": rules.addressees(situation.catalog, letter, country),
        "source": {
            "id": letter.source,
            "name": str(words["addresses"][letter.source]["name"]),
            "checked": full(words, letter.checked),
            "sure": letter.sure,
        },
    }


def language_of(situation: Situation, letter: rules.LegalLetter) -> Locale:
    """Return the language that was chosen for the case's letters, else the addressee's own."""
    chosen = situation.case.letter_locale if situation.case else None
    return chosen if chosen in letter.languages else letter.languages[0]


def _copied(text: str) -> Json:
    # As a report is, since it is no part of the letter to support.
    return encode(wire.CopyText("copy", text, "report"))
