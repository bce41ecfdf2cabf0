"""The person's words in the letter's language, and support's in theirs, as the browser says them.

    answers in another language -> hidden -> wanted -> the browser -> sound -> kept -> applied

What the browser gets has no secret in it any more, and what it gives back is held against that: a
translation belongs to one original, and one that lost a placeholder is none.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from guide.cases import quality
from guide.catalog.languages import Languages
from guide.catalog.records import Catalog
from guide.compiled_content import CompiledContent
from guide.ids import Locale
from guide.letters import letter_rules, prose
from guide.letters.brief import Mask
from guide.model import Case, Translation

FIELD = "translation."  # What the field begins with in which one is corrected.
STORY, REPLY = "story", "reply_text"
MAX_TEXT = 12_000  # Characters in all: what is longer, nobody waits for, and nobody reads again.
# A sentence in product names is no other language; of this many words it is one.
LEAST_WORDS = 4
# A translation is rarely twice as long; short ones vary more.
TIMES, MORE = 4, 200


def language_of(languages: Languages, text: str, target: Locale) -> Locale | None:
    """Return the language of a text that is not in the `target`; None where it is, or unknown."""
    if not languages[target].is_foreign(text):
        return None
    found = next((id_ for id_ in languages.ids if not languages[id_].is_foreign(text)), None)
    if found == languages.sites and len(text.split()) < LEAST_WORDS:
        return None
    return found


def wanted(catalog: Catalog, case: Case, target: Locale, mask: Mask) -> tuple[Translation, ...]:
    """Return what of a letter is in another language than its own, hidden, without a translation.

    Fixed sentences of a topic come in the letter's language by themselves; error texts, names and
    numbers are what they are in any.
    """
    found = (
        Translation(name, target, mask(prose.clean(text)))
        for name, text in _own_words(catalog, case, target)
        if language_of(catalog.languages, text, target)
    )
    passages = tuple(one for one in found if one.original.strip())
    return passages if sum(len(one.original) for one in passages) <= MAX_TEXT else ()


def _own_words(catalog: Catalog, case: Case, target: Locale) -> Iterator[tuple[str, str]]:
    rules = letter_rules.for_catalog(catalog)
    told = quality.read(catalog.files[quality.FILE])
    own = {*told.prose.fields, *told.shape.sum}
    for answer in case.answers:
        field = catalog.fields.get(answer.field)
        if field is None or answer.field in rules.markdown.code:
            continue
        if answer.field in own or field.kind == "long":
            is_goal = answer.field == quality.GOAL
            text = catalog.goal_in(target, case, answer.value) if is_goal else answer.value
            yield answer.field, text
    if not any(case.answer(field) for field in rules.opening.about):
        yield STORY, case.story


def of_reply(languages: Languages, text: str, target: Locale, mask: Mask) -> Translation | None:
    """Return support's answer, hidden, if it is in another language than the `target`."""
    if len(text) > MAX_TEXT or not language_of(languages, text, target):
        return None
    return Translation(REPLY, target, mask(prose.clean(text)))


def made(case: Case, originals: Iterable[Translation]) -> tuple[Translation, ...]:
    """Return the translations that there are of these originals, as the person has left them."""
    known = {(one.field, one.locale, one.original): one for one in case.translations}
    found = (known.get((one.field, one.locale, one.original)) for one in originals)
    return tuple(one for one in found if one)


def applied(case: Case, translations: Iterable[Translation]) -> Case:
    """Return the case with its words in another language; an empty translation is none."""
    texts = {one.field: one.text for one in translations if one.text.strip()}
    answers = tuple(
        replace(answer, value=texts[answer.field]) if answer.field in texts else answer
        for answer in case.answers
    )
    return replace(case, answers=answers, story=texts.get(STORY, case.story))


def sound(compiled: CompiledContent, one: Translation) -> bool:
    """Tell whether this can be a translation: in that language, and with nothing hidden lost."""
    languages = compiled.catalog.languages
    if one.locale not in languages.ids or not one.text.strip():
        return False
    if len(one.text) > TIMES * len(one.original) + MORE or languages[one.locale].is_foreign(
        one.text
    ):
        return False
    pattern = compiled.redaction.words.placeholder
    before, after = (
        Counter(match[0] for match in pattern.finditer(text)) for text in (one.original, one.text)
    )
    return before == after


def kept(case: Case, translations: Iterable[Translation]) -> Case:
    """Return the case with these; each takes the place of what the field had in that language."""
    fresh = {(one.field, one.locale): one for one in translations}
    before = (one for one in case.translations if (one.field, one.locale) not in fresh)
    return replace(case, translations=(*before, *fresh.values()))


def corrected(case: Case, field: str, locale: Locale, text: str) -> Case:
    """Return the case with the person's own wording of a translation."""
    return replace(
        case,
        translations=tuple(
            replace(one, text=text) if (one.field, one.locale) == (field, locale) else one
            for one in case.translations
        ),
    )


def dropped(case: Case, locale: Locale) -> Case:
    """Return the case with a letter in this language in the person's own words."""
    left = (one for one in case.translations if one.field == REPLY or one.locale != locale)
    return replace(case, translations=tuple(left), with_originals=False)


def is_field(catalog: Catalog, name: str) -> bool:
    """Tell whether something of a case has this name that can be translated."""
    return name in {STORY, REPLY} or name in catalog.fields
