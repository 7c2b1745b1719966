"""Variants of characters folded into the one form that the rules are written in; nothing moves, nothing is lost."""

from __future__ import annotations

import re
import unicodedata

from articles.reading.tables import lexicon_rows

_ZERO = re.compile(r"(?<=[零〇一二三四五六七八九十])[○◯Oo0](?=[零〇○◯一二三四五六七八九十年])")


def _folding() -> dict[int, str]:
    """Every pure variant of a character, with the one form that the rules are written in."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    for code in (*range(0x2F00, 0x2FD6), *range(0xF900, 0xFAD9), *range(0xFE50, 0xFE6C)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1:
            table[code] = plain
    for variants, plain in (
        ("“”„‟〝〞＂″", '"'), ("‘’‚‛′", "'"), ("•・‧∙⋅·᛫●", "·"), ("―─━﹘", "—"), ("～〜∼˜", "~"), ("﹑､", "、"),
        ("｡", "。"), ("︰∶", ":"), ("\u3000\u00a0\t\u2002\u2003\u2009", " "), ("−–‐‑", "-"), ("╱∕", "/"),
    ):  # fmt: skip
        table.update({ord(variant): plain for variant in variants})
    table.update({ord(traditional): simplified for traditional, simplified in lexicon_rows("traditional")})
    return table


_FOLDING = _folding()


def variants_of(letter: str) -> str:
    """The letter and all that fold into it.

    >>> variants_of("国"), variants_of("王")
    ('国國', '王')
    """
    return letter + "".join(chr(code) for code, plain in _FOLDING.items() if plain == letter)


def fold(printed: str) -> str:
    """The same number of characters with widths and pure variants folded: `１２月，“○”` → `12月,"○"`."""
    folded = printed.translate(_FOLDING)
    return _ZERO.sub("〇", folded) if "○" in folded or "◯" in folded else folded
