"""What can go wrong, as codes; the words for them live in `content/text/<locale>/problems.toml`.

GuideError
├── ContentError    content is missing, extra or wrong  -> the build fails, by file and key
├── BadTurn         the shell sent what it never should -> our bug, shown as one
├── BadState        what was stored cannot be read      -> kept untouched, a way on is offered
│   └── NewerState  a newer version of the guide wrote it
└── Refused         the person's input cannot be kept   -> said kindly, nothing is lost
"""

from typing import ClassVar


class GuideError(Exception):
    """The root: `code` names the sentence to show, `detail` says where, for a report."""

    code: ClassVar[str] = "bug"

    def __init__(self, detail: str = "") -> None:
        super().__init__(detail)
        self.detail = detail


class ContentError(GuideError):
    """Content is missing, extra or wrong; the message names the file, the key and the repair."""

    code = "content"


class BadTurn(GuideError):
    """The request at the door is not one the shell should ever send."""

    code = "bad_turn"


class BadState(GuideError):
    """The stored state cannot be read; it must be kept as it is until the person decides."""

    code = "bad_state"


class NewerState(BadState):
    """A newer version of the guide wrote the stored state; it is left alone."""

    code = "newer_state"


class Refused(GuideError):
    """The person's input cannot be taken as it is; `code` is given, since the reasons differ."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail)
        self.code = code  # type: ignore[misc]  # One class, many sentences.
