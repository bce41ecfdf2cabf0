"""The case as a file: for whom it is made, saved as text, and all cases as a table."""

from dataclasses import replace

from guide.case_file import markdown, table, writing
from guide.cases import changes
from guide.events import file_events as events
from guide.handlers.change import Change, saving, spoken
from guide.situation import Situation


def choose_reader(situation: Situation, event: events.ChooseReader) -> Change:
    """Make the case file for this reader from now on."""
    case = replace(changes.current(situation.state), reader=event.reader)
    return Change(situation.state.with_case(case))


def choose_notice_language(situation: Situation, event: events.ChooseNoticeLanguage) -> Change:
    """Write formal notices in this language; the person stays where they are."""
    case, locale = changes.current(situation.state), spoken(situation, event.locale)
    return Change(situation.state.with_case(replace(case, letter_locale=locale)))


def save_case_file(situation: Situation, _: events.SaveCaseFile) -> Change:
    """Save the case file as Markdown."""
    case = changes.current(situation.state)
    text = markdown.write(writing.write(situation, case, case.reader, situation.locale))
    name = f"case-file-{situation.turn.now[:10]}.md"
    return saving(situation.state, name, text)


def save_table(situation: Situation, _: events.SaveTable) -> Change:
    """Save all cases as a table."""
    text = table.write(situation, situation.locale)
    return saving(situation.state, table.name(situation.turn.now), text)
