"""Situation + event -> the next state and effects: each event's handler, in one table.

Nothing here chooses words or looks at a clock; a handler that cannot do what was asked raises
Refused, and the state stays as it was.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from guide.advice import advise
from guide.cases import changes
from guide.events import (
    brought_events,
    events,
    file_events,
    letter_events,
    reminder_events,
    reply_events,
    route_events,
    setting_events,
    translation_events,
)
from guide.handlers import (
    brought,
    case,
    case_file,
    letter,
    navigation,
    problem,
    reminders,
    reply,
    route,
    settings,
    step,
    translation,
)
from guide.handlers.change import Change
from guide.ids import ScreenId
from guide.protocol import wire
from guide.situation import Situation
from guide.state import Place, State

# These show one case, and make no sense without it.
OF_A_CASE: frozenset[ScreenId] = frozenset(
    {"first", "details", "request", "sent", "case", "reply", "legal", "routes"}
)
# On a page that keeps no place, what is only told there, and leads to no other look.
ONLY_SAID = (events.Opened, letter_events.Copied, letter_events.CopyFailed)


def update(situation: Situation, event: events.Event) -> Change:
    """Return what `event` makes of the state. Raises Refused or BadTurn."""
    change = _for_good(situation.state, event, HANDLERS[type(event)](situation, event))
    if not situation.turn.frame.keeps_place:
        return _staying(situation.state, event, change)
    return _seen(situation, replace(change, state=settled(situation, change.state)))


def _for_good(before: State, event: events.Event, change: Change) -> Change:
    """Return the change without what can no longer be undone: only the last thing done can.

    A deleted case goes with whatever the person does next, and the shell forgets it first: what
    else was asked for may close the popup.
    """
    undo, state = before.undo, change.state
    if undo is None or isinstance(event, events.TakeBack):
        return change
    if undo.gone_from is None:
        return replace(change, state=_last(before, state)) if state != before else change
    if isinstance(event, setting_events.DeleteAll) or _only_looks(event):
        return change
    forget = wire.Forget("forget", undo.case.id)
    return replace(change, state=_last(before, state), effects=(forget, *change.effects))


def _last(before: State, state: State) -> State:
    return replace(state, undo=None) if state.undo is before.undo else state


def _only_looks(event: events.Event) -> bool:
    """Tell whether the person did nothing: another window, or the browser, led to this."""
    return isinstance(event, events.Opened) and not event.anew


def _seen(situation: Situation, change: Change) -> Change:
    """Return the change with the focus on the next advice, if one takes the place of another."""
    before, after = situation.state, change.state
    if before is after or not before.place.screen == after.place.screen == "first":
        return change
    was, now = advise(situation), advise(replace(situation, state=after))
    same = (was.id, was.words, before.place) == (now.id, now.words, after.place)
    focus = () if same else (wire.Focus("focus", "title"),)
    return replace(change, effects=(*change.effects, *focus), advice=now)


def _staying(state: State, event: events.Event, change: Change) -> Change:
    """Return the change as a page makes it that keeps no place: the person stays where they were.

    Such a page shows what is stored: it looks again once the change is stored, and then says what
    came of it.
    """
    stays = replace(change, state=replace(change.state, place=state.place, trail=state.trail))
    if stays.state == state and (isinstance(event, ONLY_SAID) or not change.notice):
        return stays
    look = wire.Look("look", change.notice)
    return replace(stays, effects=(*change.effects, look), notice=None)


def settled(situation: Situation, state: State) -> State:
    """Return the state at a place that exists: a case's screen only while a case is open.

    A letter needs a category, and a place to which such a letter can go.
    """
    case = state.case
    if state.place.screen in OF_A_CASE and case is None:
        return replace(state, place=Place())
    if state.place.screen == "brought" and state.brought is None:
        return replace(state, place=Place())
    if state.place.screen != "request" or case is None:
        return state
    if case.category is None:
        return replace(state, place=Place("start", problem.CHOOSE))
    catalog, now = situation.catalog, situation.turn.now
    if changes.may_send(catalog, case, case.kind, case.channel, now):
        return state
    return state.with_case(changes.with_letter(catalog, case, case.kind, now))


HANDLERS: Mapping[type, Callable[[Situation, Any], Change]] = {
    events.Opened: navigation.opened,
    events.Typed: problem.typed,
    events.Lack: problem.lack,
    events.Go: navigation.go,
    events.Back: navigation.back,
    events.Describe: problem.describe,
    events.PickCategory: problem.pick_category,
    events.PickTopic: problem.pick_topic,
    events.Tick: step.tick,
    events.AlreadyWrote: problem.already_wrote,
    events.Followed: step.followed,
    events.StopWaiting: step.stop_waiting,
    events.Deny: step.deny,
    events.TakeBack: step.take_back,
    events.Open: navigation.open_address,
    setting_events.ChooseLocale: settings.choose_locale,
    setting_events.SaveMemory: settings.save_memory,
    setting_events.ChooseTheme: settings.choose_theme,
    setting_events.ChooseIcon: settings.choose_icon,
    setting_events.ShowLauncher: settings.show_launcher,
    letter_events.ChooseLetter: letter.choose_letter,
    letter_events.EditLetter: letter.edit_letter,
    letter_events.FormFailed: letter.form_failed,
    letter_events.OwnText: letter.own_text,
    letter_events.TakeWording: letter.take_wording,
    letter_events.Attach: letter.attach,
    letter_events.DropEdits: letter.drop_edits,
    letter_events.Show: letter.show,
    letter_events.Copied: letter.copied,
    letter_events.CopyFailed: letter.copy_failed,
    letter_events.Sent: letter.sent,
    translation_events.Translated: translation.translated,
    translation_events.TranslationFailed: translation.translation_failed,
    translation_events.DropTranslations: translation.drop_translations,
    translation_events.KeepOriginals: translation.keep_originals,
    events.NewCase: case.new_case,
    events.OpenCase: case.open_case,
    reply_events.Replied: reply.replied,
    reply_events.KeepCut: reply.keep_cut,
    events.GaveAway: case.gave_away,
    events.CloseCase: case.close_case,
    events.DeleteCase: case.delete_case,
    reminder_events.RemindLater: reminders.remind_later,
    reminder_events.Settle: reminders.settle,
    reminder_events.FollowReminder: reminders.follow_reminder,
    reminder_events.SaveCalendar: reminders.save_calendar,
    reminder_events.NameInCalendar: reminders.name_in_calendar,
    reminder_events.KeepQuietDays: reminders.quiet_days,
    route_events.TookRoute: route.took_route,
    brought_events.Bring: brought.bring,
    brought_events.BringFailed: brought.bring_failed,
    brought_events.UseBrought: brought.use,
    brought_events.DropBrought: brought.drop,
    setting_events.ReadNews: settings.read_news,
    setting_events.StartFresh: settings.start_fresh,
    setting_events.Export: settings.export,
    setting_events.Import: settings.import_file,
    setting_events.DeleteAll: settings.delete_all,
    file_events.ChooseReader: case_file.choose_reader,
    file_events.ChooseNoticeLanguage: case_file.choose_notice_language,
    file_events.SaveCaseFile: case_file.save_case_file,
    file_events.SaveTable: case_file.save_table,
}
