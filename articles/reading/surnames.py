"""Which characters can begin a Chinese personal name.

The list is `lexicons/surnames.tsv`: a surname and a weight from 0 to 1, low where the character is mostly another word
(和, 高级 …). Nothing here decides that a name is a name; it only says what its first characters speak for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_LEXICON = Path(__file__).with_name("lexicons") / "surnames.tsv"


def _rows(path: Path) -> Iterator[tuple[str, float]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#") or line == "surname\tweight":
            continue
        surname, tab, weight = line.partition("\t")
        if not tab:
            raise ValueError(f"{path.name}, line {number}: a surname and its weight, divided by a tab, are wanted")
        yield surname, float(weight)


SURNAMES: dict[str, float] = dict(_rows(_LEXICON))
SINGLE: frozenset[str] = frozenset(surname for surname in SURNAMES if len(surname) == 1)
COMPOUND: frozenset[str] = frozenset(surname for surname in SURNAMES if len(surname) > 1)
_LENGTHS = sorted({len(surname) for surname in COMPOUND}, reverse=True)

SURNAME_CLASS = "[" + "".join(sorted(SINGLE)) + "]"
"""One single surname, as a class for regular expressions."""

COMPOUND_PATTERN = "(?:" + "|".join(sorted(map(re.escape, COMPOUND), key=lambda name: (-len(name), name))) + ")"
"""Any compound surname, longest first, for regular expressions."""


def surname_length(text: str, at: int = 0) -> int:
    """How many characters of `text` from offset `at` are a surname: compound before single, 0 for none.

    >>> surname_length("欧阳建国"), surname_length("本报记者李明", 4), surname_length("的")
    (2, 1, 0)
    """
    for length in _LENGTHS:
        if (surname := text[at : at + length]) in COMPOUND:
            return len(surname)
    return 1 if text[at : at + 1] in SINGLE else 0


def surname_weight(text: str, at: int = 0) -> float:
    """How strongly the surname at offset `at` speaks for a name, 0 (no surname) to 1.

    >>> surname_weight("张伟") > surname_weight("和平") >= 0
    True
    """
    length = surname_length(text, at)
    return SURNAMES[text[at : at + length]] if length else 0.0


def looks_like_name(text: str) -> bool:
    """Whether `text` has the length of a Chinese name and begins with a surname (two to four characters).

    >>> looks_like_name("李明"), looks_like_name("欧阳建国"), looks_like_name("李建国华")
    (True, True, False)
    """
    length = surname_length(text)
    given = len(text) - length
    if length > 1 and 1 <= given <= 2:
        return True
    return bool(length) and text[0] in SINGLE and 2 <= len(text) <= 3
