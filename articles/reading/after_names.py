"""What stands behind a place where a name may end: a mark, a verb of saying, another verb, or nothing that lets one end."""

from __future__ import annotations

from functools import lru_cache

from articles.reading.posts import AFTER
from articles.reading.surnames import SINGLE, SURNAMES
from articles.reading.tables import words_of
from articles.reading.tongues import OPENINGS

_CURATED = words_of("contexts", "act") | words_of("contexts", "speech") | AFTER
_FOLLOWERS = words_of("followers")
COMMON = words_of("common_words")
WORDS = COMMON | words_of("rarer_words")
_PERSONAL = frozenset({"一行", "同志", "先生", "女士"})
_PAIRS = frozenset(word for word in _CURATED if len(word) == 2)
FOLLOWING: dict[str, int] = dict.fromkeys(_FOLLOWERS, 2) | dict.fromkeys(_PAIRS, 3) | dict.fromkeys(_PERSONAL, 4)
FOLLOWING |= {"获" + gain: 3 for gain in "一二三四五六七八九十男女第“\"'最优金银铜特冠亚季分团全国省市县单双本"}
FOLLOWING |= {grade + "等": 3 for grade in "一二三特"}  # 一等奖王小川二等奖李明
FOLLOWING |= {"受" + body: 3 for body in "县市区州省旗镇乡政委组"}  # 局长王小川受县人民政府委托
_LONG_CURATED = frozenset(word for word in _CURATED if len(word) in (3, 4))
_LONG_OPENINGS = frozenset(word[:2] for word in _LONG_CURATED)
_SINGLE_FOLLOWERS = words_of("contexts", "single")
_ASPECTS = frozenset("着了过得住起完")  # 领着, 守了
_LINKING = frozenset("和与及同")
_NUMERALS, _COUNTED = frozenset("一两二三四五六七八九十"), frozenset("名位")  # 易恒、宋词三名同志
_COMMON_SURNAMES = frozenset(surname for surname in SINGLE if SURNAMES[surname] >= 0.8)
_LINKED = _COMMON_SURNAMES | set("0123456789县市省区镇乡村各其他她我该来相有全副政人党部")
_LINKED_WORDS = COMMON | OPENINGS
MARKS = frozenset("、,。;:!?()\"'\n \u3000《》“”‘’…—<>【】[]·•・|▲/")
_OPENING_MARKS = frozenset("“《【‘<[")
_SPEAKING = 3
_LONGEST = 4  # characters of what follows a name
_MOST_KEPT = 1 << 15  # sequences of characters whose meaning is kept


def right_side(text: str, end: int) -> int:
    """How clearly a name may end at offset `end`: 4 a mark, 同志 or 等; 3 a word that follows names; 2 another verb or
    adverb; 1 one character; 0 no.

    >>> right_side("王小川主持会议", 3), right_side("王小川主持会议", 2)
    (3, 0)
    """
    return _right_of(text[end : end + _LONGEST])


@lru_cache(maxsize=_MOST_KEPT)
def _right_of(ahead: str) -> int:
    """`right_side` by the characters `ahead` of the end."""
    two = ahead[:2]
    first = two[:1]
    if not first or first in MARKS or first < "\u0100":
        return 1 if first in _OPENING_MARKS and first else 4
    if (first == "等" and two != "等级") or (first in _NUMERALS and two[1:] in _COUNTED):
        return 4
    known = FOLLOWING.get(two, 0)
    if known > 2:
        return known
    if two in _LONG_OPENINGS and (ahead[:3] in _LONG_CURATED or ahead in _LONG_CURATED):
        return 3
    if first in _LINKING:
        return _linked_side(two[1:], ahead[1:3])
    return known or (2 if two[1:] in _ASPECTS else 1 if first in _SINGLE_FOLLOWERS else 0)


def _linked_side(letter: str, word: str) -> int:
    """How clearly a name may end before 和 that `letter`, `word`, goes on with; not before a verb: 邹仁和主持."""
    return 2 if FOLLOWING.get(word, 0) < _SPEAKING and (letter in _LINKED or word in _LINKED_WORDS) else 0
