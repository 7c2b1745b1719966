"""Numbers as papers print them."""

from __future__ import annotations

import random

_DIGITS = "〇一二三四五六七八九"


def chinese(number: int) -> str:
    """A number from 1 to 999 in characters.

    >>> chinese(10), chinese(12), chinese(118), chinese(105), chinese(240)
    ('十', '十二', '一百一十八', '一百零五', '二百四十')
    """
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


def either(number: int, chance: random.Random) -> str:
    """In figures or in characters."""
    return str(number) if chance.random() < 0.6 else chinese(number)
