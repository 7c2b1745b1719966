"""Times and places that begin with a surname and look like a name: 于四月, 于家湾, 巴彦温都尔苏木."""

from __future__ import annotations

import re

_AT_TIME = re.compile(
    "于(?:[一二三四五六七八九十]{1,3}[月日时点]|本[周月年次届]|近[日期]|当[日天晚年月]|[上下][午周月]|[今明去][年日天晚]|次[日年]|同[年月日])"
)
_HAMLETS = frozenset("湾院沟屯堡坝咀嘴窑营沱洼畔岔峪墩圩畈垅垄坞埠浜窝岗疃寨店村")
_BANNER_PLACE = re.compile("[^到赴在来往去率带为入从由,。;:!?、\\s]{0,3}(?:苏木|嘎查)")


def tells_time(text: str, at: int) -> bool:
    """Whether 于 at offset `at` leads to a time.

    >>> tells_time("于四月底完成", 0), tells_time("于四海主持", 0)
    (True, False)
    """
    return text[at : at + 1] == "于" and _AT_TIME.match(text, at) is not None


def is_hamlet(name: str) -> bool:
    """Whether three characters are a hamlet that is called by a family.

    >>> is_hamlet("于家湾"), is_hamlet("于家栋")
    (True, False)
    """
    return len(name) == 3 and name[1] == "家" and name[2] in _HAMLETS


def goes_on_as_place(text: str, end: int) -> bool:
    """Whether what goes on at offset `end` makes a place in Inner Mongolia of what stands before.

    >>> goes_on_as_place("巴彦温都尔苏木", 3), goes_on_as_place("巴图到苏木", 2)
    (True, False)
    """
    return _BANNER_PLACE.match(text, end) is not None
