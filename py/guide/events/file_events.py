"""What a person can do with a case as a file: for whom it is made, and how it is saved."""

from dataclasses import dataclass
from typing import Literal

from guide.ids import FileReader, Locale


@dataclass(frozen=True, slots=True)
class ChooseReader:
    """Who the case file is made for."""

    type: Literal["choose_reader"]
    reader: FileReader


@dataclass(frozen=True, slots=True)
class ChooseNoticeLanguage:
    """The language of a formal notice, which is that of the case's letters."""

    type: Literal["choose_notice_language"]
    locale: Locale


@dataclass(frozen=True, slots=True)
class SaveCaseFile:
    """The case file should become a text file, in Markdown."""

    type: Literal["save_case_file"]


@dataclass(frozen=True, slots=True)
class SaveTable:
    """All cases should become a table for a spreadsheet."""

    type: Literal["save_table"]
