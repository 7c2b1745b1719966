"""What the name of an event says of its series: 县防汛抗旱第28次专题会议 is number 28 of 县防汛抗旱专题会议."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"(?:[0-9]{1,4}|[〇零一二三四五六七八九十百两]{1,7})"
_SESSION = re.compile(rf"(?:(?:今年|本年度?|年内|全年)?第|(?<=届)第?)({_NUMBER})次(?!全国(?!代表)|[^,。;]{{0,4}}普查)")
_UNMARKED = re.compile(rf"({_NUMBER})次(?=(?:全体|扩大|常委|常务|主任|主席|执委|理事|\(扩大\))*(?:会|全会))")
_OF_A_BODY = "(?:委员会|人大|人民代表大会|党代会|代表大会|政协|政府|常委会|全会|中央)"
_EDITION = re.compile(rf"(?:第({_NUMBER})[届期场季]|({_NUMBER})届)(?![一-龥]{{0,12}}{_OF_A_BODY})")
_TERM = re.compile(rf"第?({_NUMBER})届")
_BODY_OF_TERM = re.compile(rf"[^,。]{{0,12}}?(?:{_OF_A_BODY}|全体会议|[省市县区旗州]委|次)")
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}
_OWN = re.compile(r"^(?:我[省市县区旗州]|全国人民|本[县市区])")


@dataclass(frozen=True, slots=True)
class Series:
    """A numbered event: `name` is the series' (without the number), `term` the 届, `number` the 次; None if not printed."""

    name: str | None = None
    term: int | None = None
    number: int | None = None


def count(numeral: str) -> int | None:
    """The value of a printed numeral below 10,000, None for what is none.

    >>> count("118"), count("六十七"), count("一百二十"), count("一百零三"), count("一二〇"), count("十百")
    (118, 67, 120, 103, 120, None)
    """
    if numeral.isdecimal():
        return int(numeral)
    if not any(unit in numeral for unit in _UNITS):
        digits = [_DIGITS.get(character) for character in numeral]
        return None if None in digits or not digits else int("".join(map(str, digits)))
    total, digit, smallest = 0, None, 1000
    for character in numeral:
        unit = _UNITS.get(character)
        if unit is None:
            if digit or character not in _DIGITS:
                return None
            digit = _DIGITS[character]
        elif unit >= smallest or digit == 0:
            return None
        else:
            total, digit, smallest = total + unit * (1 if digit is None else digit), None, unit
    return total + (digit or 0)


def read_series(name: str) -> Series:
    """Series, term and number of an event by its (width-folded) name; nothing of it where no number is printed.

    The last 第…次 counts. 届 is the term of a congress or committee, and the number of a contest or festival.

    >>> read_series("县防汛抗旱第28次专题会议")
    Series(name='县防汛抗旱专题会议', term=None, number=28)
    >>> read_series("县政府专题会议(第9次)")
    Series(name='县政府专题会议', term=None, number=9)
    >>> read_series("县政协第十四届二十六次常委会")
    Series(name='县政协第十四届常委会', term=14, number=26)
    """
    term = None
    for printed in _TERM.finditer(name):
        if _BODY_OF_TERM.match(name, printed.end()):
            term = count(printed.group(1))
    found = _last(_SESSION, name) or (_last(_UNMARKED, name) if term else None) or _last(_EDITION, name)
    number = count("".join(numeral or "" for numeral in found.groups())) if found else None
    if not found or not number:
        return Series(term=term) if term else Series()
    series = _OWN.sub("", (name[: found.start()] + name[found.end() :]).replace("()", ""))
    return Series(series or None, term, number)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for one in pattern.finditer(text):
        found = one
    return found
