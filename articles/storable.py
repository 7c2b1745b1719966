"""What people type, before it is stored. Pure."""

from __future__ import annotations

import unicodedata

from .reading.refusals import Refusal, _

UNPRINTED = {"Cc", "Cs", "Zl", "Zp"}
"""Unicode categories of what controls a terminal or a line instead of being printed."""


def storable(text: str, longest: int | None = None) -> str:
    """The text itself. Raises Refusal for what no database keeps: NUL, halves of a character, more than `longest` characters.

    >>> storable("县长", 5)
    '县长'
    """
    if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
        raise Refusal(_("there are characters in it that can't be stored: write it without them"))
    if longest is not None and len(text) > longest:
        raise Refusal(_("that is too long: {length} characters, at most {longest}"), length=len(text), longest=longest)
    return text


def one_line(text: str, longest: int) -> str:
    """The text without blanks around it. Raises Refusal for line ends, control characters, and what `storable` refuses.

    >>> one_line(" 县报 ", 5)
    '县报'
    """
    text = text.strip()
    if any(unicodedata.category(character) in UNPRINTED for character in text):
        raise Refusal(_("there are line ends, control characters or damaged characters in it: write it without them"))
    return storable(text, longest)
