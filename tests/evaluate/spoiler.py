"""Pages made worse on purpose, in measured amounts: what OCR and page make-up do to them. The same seed spoils alike.

Every spoiler takes a text, a rate (0–1, a share of the places where it can strike) and a source of chance.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

LOOK_ALIKE = (
    "县具昙", "人入八", "干于千", "未末", "日曰目", "土士", "己已巳", "大太犬", "王玉主", "田由甲申", "刀力", "贝见", "天夭无",
    "木本术", "白自", "问间", "住往", "候侯", "析折", "今令", "代伐", "免兔", "晴睛", "拔拨", "辨辩", "场扬", "微徵", "密蜜",
    "清淸请", "即既", "准淮", "海诲", "部邵", "政攻", "长氏", "东车", "书节", "记纪", "委季", "会曾", "林材", "刘刈",
)  # fmt: skip
"""Characters that OCR takes for each other, in classes. Source: general knowledge of scanning errors."""
WIDTHS = dict(zip("0123456789,:;!?()", "０１２３４５６７８９，：；！？（）", strict=True))
_OTHERS = {one: [other for other in alike if other != one] for alike in LOOK_ALIKE for one in alike}
_NARROW = {wide: narrow for narrow, wide in WIDTHS.items()}
_HAN = "\u4e00-\u9fff"
_BETWEEN = re.compile(f"(?<=[{_HAN}])(?=[{_HAN}])")
_PUNCTUATION = re.compile("[,，、。;；:：]")
_HEADLINE = re.compile(f"(?m)^[{_HAN}]{{10,24}}$")
_COLUMN_END = re.compile("(?<=[^\n。])\n(?=[^\n])")
_SHORTEST, _LONGEST = 12, 30
"""Characters of a line, where lines are broken anew."""

Spoiler = Callable[[str, float, random.Random], str]


def break_lines(text: str, rate: float, chance: random.Random) -> str:
    """Paragraphs set anew in narrow columns; `rate` is the share of paragraphs that is."""
    return "\n".join(_wrapped(line, chance) if chance.random() < rate else line for line in text.split("\n"))


def _wrapped(line: str, chance: random.Random) -> str:
    width = chance.randint(_SHORTEST, _LONGEST)
    return line if len(line) < 2 * width else "\n".join(line[at : at + width] for at in range(0, len(line), width))


def add_blanks(text: str, rate: float, chance: random.Random) -> str:
    """A blank between two Chinese characters."""
    return _BETWEEN.sub(lambda _: " " if chance.random() < rate else "", text)


def swap_look_alikes(text: str, rate: float, chance: random.Random) -> str:
    """Characters taken for others; `rate` is the share of all characters."""
    able = sum(letter in _OTHERS for letter in text) or 1
    share = min(1.0, rate * len(text) / able)
    return "".join(chance.choice(_OTHERS[one]) if one in _OTHERS and chance.random() < share else one for one in text)


def change_width(text: str, rate: float, chance: random.Random) -> str:
    """Digits and marks in the other width."""
    other = WIDTHS | _NARROW
    return "".join(other[one] if one in other and chance.random() < rate else one for one in text)


def cut_headlines(text: str, rate: float, chance: random.Random) -> str:
    """Two or three characters lost at either end of short lines without marks."""

    def cut(match: re.Match[str]) -> str:
        lost = chance.randint(2, 3)
        if chance.random() >= rate:
            return match.group()
        return match.group()[lost:] if chance.random() < 0.5 else match.group()[:-lost]

    return _HEADLINE.sub(cut, text)


def join_lines(text: str, rate: float, chance: random.Random) -> str:
    """Line ends inside paragraphs lost, so that columns run on."""
    return _COLUMN_END.sub(lambda match: "" if chance.random() < rate else match.group(), text)


def drop_punctuation(text: str, rate: float, chance: random.Random) -> str:
    """Commas and stops lost."""
    return _PUNCTUATION.sub(lambda match: "" if chance.random() < rate else match.group(), text)


SPOILERS: dict[str, Spoiler] = {
    "line breaks": break_lines, "blanks": add_blanks, "look-alikes": swap_look_alikes, "width": change_width,
    "cut headlines": cut_headlines, "joined lines": join_lines, "lost marks": drop_punctuation,
}  # fmt: skip


def spoil(text: str, rates: dict[str, float], seed: int = 1) -> str:
    """The text with every spoiler of `rates` applied, in the order of SPOILERS.

    >>> spoil("县长李明", {"look-alikes": 0.0}), spoil("县长李明出席", {"blanks": 1.0})
    ('县长李明', '县 长 李 明 出 席')
    """
    for name, spoiler in SPOILERS.items():
        if rate := rates.get(name, 0.0):
            text = spoiler(text, rate, random.Random(f"{seed} {name}"))
    return text


_CLASS = {one: alike[0] for alike in LOOK_ALIKE for one in alike}


def without_swaps(text: str) -> str:
    """The text with every look-alike character as the first of its class, so that spoiled and printed names compare.

    >>> without_swaps("具委书纪") == without_swaps("县委书记")
    True
    """
    return "".join(_CLASS.get(letter, letter) for letter in text)
