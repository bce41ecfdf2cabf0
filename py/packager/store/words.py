"""The words that a store shows in one language, and those that its form asks for."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from packager.errors import BuildError

FOLDER = Path(__file__).parent
TEXT = "py/packager/store/text"


@dataclass(frozen=True)
class StoreWords:
    """What a store shows in one language. `picture` has the words on its pictures."""

    name: str
    summary: str
    description: str
    search_terms: Sequence[str]
    picture: Mapping[str, Any]


@dataclass(frozen=True)
class Form:
    """What the stores' forms ask and nobody else sees, in English."""

    single_purpose: str
    remote_code: str
    data: Sequence[Mapping[str, str]]
    certify: Mapping[str, str]


def locales(root: Path) -> list[str]:
    """Return the languages in which the extension has a name: the stores want the rest in each."""
    folders = (root / "extension" / "_locales").iterdir()
    return sorted(path.name.replace("_", "-") for path in folders if path.is_dir())


def read(root: Path, locale: str) -> StoreWords:
    """Return the words of a language. Raises BuildError if they are missing."""
    place = f"{TEXT}/{locale}.toml"
    shown = root / "extension" / "_locales" / locale.replace("-", "_") / "messages.json"
    messages = json.loads(shown.read_text(encoding="utf-8"))
    try:
        table = tomllib.loads((root / place).read_text(encoding="utf-8"))
        return StoreWords(
            name=messages["name"]["message"],
            summary=messages["description"]["message"],
            description=table["description"].strip(),
            search_terms=table["search_terms"],
            picture=table["picture"],
        )
    except OSError as error:
        raise BuildError(f"{place} is missing; the stores show its words: write them") from error
    except KeyError as error:
        raise BuildError(f"{place}: {error.args[0]} is missing; write it") from error


def form() -> Form:
    """Return what the forms ask for."""
    table = tomllib.loads((FOLDER / "form.toml").read_text(encoding="utf-8"))
    return Form(
        single_purpose=table["single_purpose"].strip(),
        remote_code=table["remote_code"].strip(),
        data=table["data"],
        certify=table["certify"],
    )
