"""What comes of a translation that the person asked the browser for, and what they do with it."""

from dataclasses import dataclass
from typing import Literal

from guide.ids import Locale

type TranslationFault = Literal["absent", "failed"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text for the browser to translate, with secrets hidden; `text` is what it said.

    `field` is whose text it is, `locale` the language that it should be in.
    """

    field: str
    locale: Locale
    original: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Translated:
    """The browser has translated texts of a case, as the effect has named them."""

    type: Literal["translated"]
    case: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class TranslationFailed:
    """It has not: it cannot (absent), or stopped, took too long or made nothing of it (failed)."""

    type: Literal["translation_failed"]
    reason: TranslationFault


@dataclass(frozen=True, slots=True)
class DropTranslations:
    """The person wants their own words in the letter shown, as they wrote them."""

    type: Literal["drop_translations"]


@dataclass(frozen=True, slots=True)
class KeepOriginals:
    """Whether the letter ends with the words that were translated, as they were written."""

    type: Literal["keep_originals"]
    on: bool
