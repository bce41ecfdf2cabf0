"""What the person decides of the guide itself: its language, its memory, all that it stores."""

from dataclasses import replace

from guide.cases import backup
from guide.catalog.records import Catalog
from guide.events import setting_events as events
from guide.events.events import Notice
from guide.handlers.change import Change, saving, spoken
from guide.ids import Locale
from guide.protocol import wire
from guide.protocol.outside import LauncherWords
from guide.situation import Situation
from guide.state import Place


def choose_locale(situation: Situation, event: events.ChooseLocale) -> Change:
    """Speak this language from now on, also on the help site if there is a button of ours.

    What was begun with support goes on in the language it had.
    """
    state, locale, before = situation.state, spoken(situation, event.locale), situation.locale
    cases = tuple(
        replace(case, letter_locale=case.letter_locale or before) if case.sent else case
        for case in state.cases
    )
    settings = replace(state.settings, locale=locale)
    button = _launcher(situation.catalog, locale, None)
    return Change(replace(state, cases=cases, settings=settings), (button,))


def save_memory(situation: Situation, event: events.SaveMemory) -> Change:
    """Have a Python kept in the background, or not."""
    state = situation.state
    settings = replace(state.settings, save_memory=event.on)
    effect = wire.KeepEngine("engine", keep=not event.on)
    return Change(replace(state, settings=settings), (effect,))


def choose_theme(situation: Situation, event: events.ChooseTheme) -> Change:
    """Be light or dark from now on, or as the system is."""
    state = situation.state
    return Change(replace(state, settings=replace(state.settings, theme=event.theme)))


def choose_icon(situation: Situation, event: events.ChooseIcon) -> Change:
    """Have the icon open this from now on; the background learns of it."""
    state = situation.state
    settings = replace(state.settings, icon_opens=event.opens)
    return Change(replace(state, settings=settings), (wire.IconOpensThis("icon", event.opens),))


def show_launcher(situation: Situation, event: events.ShowLauncher) -> Change:
    """Have a button on the help site, or none; the shell knows which, for it goes there as well."""
    effect = _launcher(situation.catalog, situation.locale, event.on)
    return Change(situation.state, (effect,))


def _launcher(catalog: Catalog, locale: Locale, on: bool | None) -> wire.Launcher:  # noqa: FBT001
    ui = catalog.words[locale]["ui"]
    said = LauncherWords(
        lang=locale,
        dir=catalog.languages[locale].direction,
        name=ui["frame"]["name"],
        hint=ui["frame"]["unofficial"],
        dismiss=ui["launcher"]["dismiss"],
    )
    return wire.Launcher("launcher", on, said)


def read_news(situation: Situation, _: events.ReadNews) -> Change:
    """Open what is new; from now on it is known."""
    state = replace(situation.state, news_known=situation.catalog.newest)
    return Change(state, (wire.OpenPage("page", "news"),))


def start_fresh(situation: Situation, _: events.StartFresh) -> Change:
    """Begin anew; the door gave an empty state for one that could not be read."""
    return Change(replace(situation.state, place=Place()))


def export(situation: Situation, _: events.Export) -> Change:
    """Save all cases as a file."""
    now = situation.turn.now
    text = backup.write(situation.state, now)
    return saving(situation.state, backup.name(now), text)


def import_file(situation: Situation, event: events.Import) -> Change:
    """Add the cases of a file to those that are here."""
    merged, notice = backup.merge(situation.state, backup.read(event.size, event.text))
    return Change(merged, notice=notice)


def delete_all(situation: Situation, _: events.DeleteAll) -> Change:
    """Delete everything; the shell does it, in every storage there is."""
    return Change(situation.state, (wire.Wipe("wipe", Notice("wiped")),))
