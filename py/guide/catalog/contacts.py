"""The addresses and numbers in a text that says how somebody was reached."""

import re

# Finds «billing@example.com», «+1 888 555 0142», «(888) 555-0142», «03-5551234», not «1234 5678».
_MAIL = r"[^\s,;:<>()\"]+@[^\s,;:<>()\"]+\w"
# With a prefix, or American.
_START = r"\+\d|0\d|(?:1[ .-])?\(?\d{3}\)?[ .-]?\d{3}[ .-]?(?=\d{4}(?!\d))"
_CONTACT = re.compile(rf"{_MAIL}|(?<![\w+.-])(?:{_START})[\d ().-]{{3,16}}\d(?![\w-])")


def contacts(text: str) -> tuple[str, ...]:
    """Return the e-mail addresses and the phone numbers of a text, as they stand in it."""
    return tuple(found[0] for found in _CONTACT.finditer(text))
