"""Keys by which lists of names are sorted: pinyin, and strokes of the surname first. Pure."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from pypinyin import Style, lazy_pinyin

STROKES = Path(__file__).with_name("lexicons") / "strokes.tsv"
# Surnames that are read otherwise than the same character elsewhere.
SURNAME_READINGS = {
    "解": "xie4", "单": "shan4", "仇": "qiu2", "区": "ou1", "查": "zha1", "曾": "zeng1", "朴": "piao2", "尹": "yin3", "盖": "ge3",
    "任": "ren2", "华": "hua4", "纪": "ji3", "乐": "yue4", "员": "yun4", "缪": "miao4", "宓": "mi4", "燕": "yan1", "翟": "zhai2",
    "召": "shao4", "秘": "bi4", "洗": "xian3", "繁": "po2", "种": "chong2", "黑": "he4", "那": "na1", "万": "wan4", "葛": "ge3",
    "晁": "chao2", "长孙": "zhang3 sun1", "尉迟": "yu4 chi2", "万俟": "mo4 qi2",
}


@lru_cache(maxsize=8192)
def pinyin_key(name: str) -> str:
    """Syllables with tone digits, then the characters, so that homophones have an order of their own.

    >>> pinyin_key("解缙")
    'xie4 jin4 解缙'
    """
    length = 2 if name[:2] in SURNAME_READINGS else 1
    surname, given = name[:length], name[length:]
    read = SURNAME_READINGS.get(surname)
    syllables = ([read] if read else lazy_pinyin(surname, style=Style.TONE3)) + lazy_pinyin(given, style=Style.TONE3)
    return (" ".join(syllables) + " " + name)[:200]


@cache
def _strokes() -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in STROKES.read_text(encoding="utf-8").splitlines():
        number, _, characters = line.partition("\t")
        if number.isdigit():
            counts.update(dict.fromkeys(characters, int(number)))
    return counts


def strokes_key(name: str) -> str:
    """Two digits of strokes and the character, for every character; unknown ones come last.

    >>> strokes_key("王")
    '04王'
    """
    return "".join(f"{_strokes().get(character, 99):02}{character}" for character in name)[:60]
