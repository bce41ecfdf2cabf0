"""The browser's translation of a case's words: kept if it can be one, corrected, dropped."""

from dataclasses import replace

from guide.cases import changes, translation
from guide.events import translation_events as events
from guide.events.events import Notice
from guide.handlers.change import Change
from guide.model import Translation
from guide.situation import Situation
from guide.state import Undo

# Far more than a letter has of either; more than that no effect of ours has asked for.
MOST, MOST_CHARACTERS = 60, 4 * translation.MAX_TEXT


def translated(situation: Situation, event: events.Translated) -> Change:
    """Keep what is a translation; of the rest, the person's own words stay as they are."""
    state = situation.state
    case = next((case for case in state.cases if case.id == event.case), None)
    if case is None:
        return Change(state)  # It was deleted meanwhile.
    said = (Translation(one.field, one.locale, one.original, one.text) for one in event.passages)
    good = tuple(
        one
        for one in said
        if translation.is_field(situation.catalog, one.field)
        and translation.sound(situation.compiled, one)
    )
    size = sum(len(one.original) + len(one.text) for one in event.passages)
    if not good or len(event.passages) > MOST or size > MOST_CHARACTERS:
        return Change(state, problem="translation_failed")
    whole = len(good) == len(event.passages)
    notice = Notice("translated" if whole else "translated_partly")
    return Change(state.with_case(translation.kept(case, good)), notice=notice)


def translation_failed(situation: Situation, event: events.TranslationFailed) -> Change:
    """Say that there is none; nothing has changed."""
    return Change(situation.state, problem=f"translation_{event.reason}")


def drop_translations(situation: Situation, _: events.DropTranslations) -> Change:
    """Go back to the person's own words; what they corrected can be had again at once."""
    state = situation.state
    case = changes.current(state)
    undo = Undo(case, state.place, state.trail)
    state = state.with_case(translation.dropped(case, situation.letter_locale))
    return Change(replace(state, undo=undo), notice=Notice("own_words"))


def keep_originals(situation: Situation, event: events.KeepOriginals) -> Change:
    """Have the letter end with the person's own words, or not."""
    case = replace(changes.current(situation.state), with_originals=event.on)
    return Change(situation.state.with_case(case))
