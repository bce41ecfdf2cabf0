"""Words in another language than the letter's, or the guide's: the way to have them translated.

The button has an effect, with what the browser gets; where the browser cannot, there is none, and
the screen says so, and how to go on.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from guide.cases import translated_letter, translation
from guide.cases.translated_letter import TranslatedLetter
from guide.events.translation_events import Passage
from guide.ids import Locale
from guide.letters.brief import Mask
from guide.model import Case, Translation
from guide.protocol import wire
from guide.protocol.codec import encode
from guide.situation import Situation


def of_letter(situation: Situation, case: Case, told: TranslatedLetter) -> dict[str, Any]:
    """Return the context of the request's part about its language."""
    target = situation.letter_locale
    wording = case.edit("body", target)
    own_wording = wording is not None
    context = {
        # In their own wording of the whole letter, people translate for themselves.
        "translate": None if own_wording else _effect(situation, case.id, target, told.missing),
        "translations": () if own_wording else tuple(_row(situation, one) for one in told.made),
        "with_originals": case.with_originals,
        "cannot_translate": not (own_wording or situation.turn.device.translates),
    }
    translated = bool(told.made) and not told.missing
    if translated if wording is None else not _has_foreign_line(situation, wording, target):
        context["other_language"] = False
    return context


def _has_foreign_line(situation: Situation, wording: str, target: Locale) -> bool:
    language = situation.catalog.languages[target]
    return any(language.is_foreign(line) for line in wording.splitlines())


def of_reply(situation: Situation, case: Case, mask: Mask) -> dict[str, Any]:
    """Return the context of `translate_reply.html.j2`: support's answer in the guide's language."""
    target, languages = situation.locale, situation.catalog.languages
    wanted = (
        translation.of_reply(languages, case.reply_text, target, mask)
        if translated_letter.may(situation, case)
        else None
    )
    made = translation.made(case, (wanted,)) if wanted else ()
    missing = (wanted,) if wanted and not made else ()
    return {
        "translate": _effect(situation, case.id, target, missing),
        "reply_translation": made[0].text if made else "",
        "cannot_translate": _cannot(situation, case.reply_text) and not made,
    }


def _cannot(situation: Situation, text: str) -> bool:
    """Tell whether a text is in another language than the guide, and the browser of no help."""
    if situation.turn.device.translates:
        return False
    languages = situation.catalog.languages
    return translation.language_of(languages, text, situation.locale) is not None


def _effect(
    situation: Situation, case: str, target: Locale, passages: Iterable[Translation]
) -> Any:  # noqa: ANN401  # JSON is any.
    """Return what the button asks the browser for, all of one language; None for nothing."""
    if not situation.turn.device.translates:
        return None
    languages = situation.catalog.languages
    sources = {
        one: language
        for one in passages
        if (language := translation.language_of(languages, one.original, target))
    }
    if not sources:
        return None
    source = next(iter(sources.values()))
    texts = tuple(
        Passage(one.field, one.locale, one.original)
        for one, language in sources.items()
        if language == source
    )
    return encode(wire.Translate("translate", case, source, target, texts))


def _row(situation: Situation, one: Translation) -> Mapping[str, Any]:
    """Return a text and its translation, for the person to compare and correct."""
    words, languages = situation.catalog.words[situation.locale], situation.catalog.languages
    source = translation.language_of(languages, one.original, one.locale) or one.locale
    name = words["fields"][one.field]["label"] if one.field in words["fields"] else ""
    return {
        "field": one.field,
        "name": name or words["ui"]["options"]["facts"]["story"],
        "original": one.original,
        "source": source,
        "source_dir": languages[source].direction,
        "text": one.text,
        # As long as it is, so that nothing of it is out of sight.
        "rows": min(12, max(2, one.text.count("\n") + len(one.text) // 18 + 1)),
    }
