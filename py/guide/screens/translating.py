"""Words in another language than the letter's, or the guide's: the way to have them translated.

The button has an effect, with what the browser gets; where the browser cannot, there is none, and
the screen says what it always said.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from guide.cases import translation
from guide.events.translation_events import Passage
from guide.ids import Locale
from guide.letters import letter_rules, writer
from guide.letters.brief import Mask
from guide.model import Case, Translation
from guide.protocol import wire
from guide.protocol.codec import encode
from guide.situation import Situation


@dataclass(frozen=True, slots=True)
class LetterWords:
    """A case as its letter tells it; `context` is for the request's template.

    `below` is what the letter ends with: the person's own words, where they want that, else "".
    """

    case: Case
    below: str
    context: dict[str, Any]


def of_letter(situation: Situation, case: Case, mask: Mask) -> LetterWords:
    """Return the case in the letter's language, as far as it is translated."""
    target = situation.letter_locale
    wanted = (
        translation.wanted(situation.catalog, case, target, mask) if _may(situation, case) else ()
    )
    made = translation.made(case, wanted)
    missing = tuple(one for one in wanted if one.field not in {done.field for done in made})
    own_wording = case.edit("body", target) is not None
    context = {
        # In their own wording of the whole letter, people translate for themselves.
        "translate": None if own_wording else _effect(situation, case.id, target, missing),
        "translations": () if own_wording else tuple(_row(situation, one) for one in made),
        "with_originals": case.with_originals,
    }
    if made and not missing and not own_wording:
        context["other_language"] = False
    below = _below(situation, case, made) if case.with_originals else ""
    return LetterWords(translation.applied(case, made), below, context)


def of_reply(situation: Situation, case: Case, mask: Mask) -> dict[str, Any]:
    """Return the context of `translate_reply.html.j2`: support's answer in the guide's language."""
    target, languages = situation.locale, situation.catalog.languages
    wanted = (
        translation.of_reply(languages, case.reply_text, target, mask)
        if _may(situation, case)
        else None
    )
    made = translation.made(case, (wanted,)) if wanted else ()
    missing = (wanted,) if wanted and not made else ()
    return {
        "translate": _effect(situation, case.id, target, missing),
        "reply_translation": made[0].text if made else "",
    }


def _may(situation: Situation, case: Case) -> bool:
    """Tell whether there is, or can be, a translation; elsewhere no text need be looked at."""
    return situation.turn.device.translates or bool(case.translations)


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


def _below(situation: Situation, case: Case, made: Iterable[Translation]) -> str:
    """Return the end of the letter; in a chat it is a message of its own."""
    rules = letter_rules.for_catalog(situation.catalog)
    pause = writer.PAUSE if case.channel in rules.chat.channels else "\n\n"
    lead = situation.catalog.words[situation.letter_locale]["ways"]["translate"]["below"]
    texts = "\n\n".join(one.original for one in made)
    return f"{pause}{lead}\n\n{texts}" if texts else ""
