"""Names one character apart, and how like the two characters are to an eye or a scanner. Pure.

`lexicons/lookalikes.tsv` is the editable knowledge; its head says where it comes from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import cache, lru_cache
from pathlib import Path

from pypinyin import Style, lazy_pinyin

TABLE = Path(__file__).with_name("lexicons") / "lookalikes.tsv"
ANY = "*"
UNCUT = 3
"""So long is a name that may be cut short: of names of two one character isn't a name."""


class Likeness(IntEnum):
    """How a name may come of another: any other character, one that looks like it, the last one left out."""

    ANY = 0
    ALIKE = 1
    CUT = 2


@cache
def _table() -> Mapping[str, Mapping[str, float]]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        one, other, likeness = line.split("\t")
        found[one][other] = found[other][one] = float(likeness)
    return found


def shape_likeness(one: str, other: str) -> float:
    """How like two characters are in shape, 0–1; 0 for all that is not in the table.

    >>> shape_likeness("鸣", "呜") >= 0.8, shape_likeness("云", "文")
    (True, 0.0)
    """
    return 1.0 if one == other else _table().get(one, {}).get(other, 0.0)


def character_apart(one: str, other: str) -> tuple[str, str] | None:
    """The two characters in which names of one length differ, when it is one place only; else None.

    >>> character_apart("雷鸣", "雷呜"), character_apart("雷鸣", "雷鸣"), character_apart("雷鸣", "雷鸣山")
    (('鸣', '呜'), None, None)
    """
    if len(one) != len(other):
        return None
    apart = [pair for pair in zip(one, other, strict=True) if pair[0] != pair[1]]
    return apart[0] if len(apart) == 1 else None


def look_alike(one: str, other: str) -> bool:
    """Whether the names differ in one character whose shape is confusable."""
    apart = character_apart(one, other)
    return apart is not None and shape_likeness(*apart) > 0


def likeness_of(one: str, other: str) -> Likeness:
    """The likeness of two names one character apart."""
    return Likeness.ALIKE if look_alike(one, other) else Likeness.ANY


def sounds_alike(one: str, other: str) -> bool:
    """Whether the two characters are read alike, tones aside."""
    return _syllable(one) == _syllable(other)


@lru_cache(maxsize=8192)
def _syllable(character: str) -> str:
    return lazy_pinyin(character, style=Style.NORMAL)[0]


def variants(name: str) -> set[str]:
    """All names that a scanner could make of this one by one confusable character (some twenty for a name of three).

    >>> "雷呜" in variants("雷鸣"), "雷鸣" in variants("雷鸣")
    (True, False)
    """
    table = _table()
    return {name[:at] + other + name[at + 1:] for at, character in enumerate(name) for other in table.get(character, ())}


def uncut(name: str, followed: Iterable[str]) -> set[str]:
    """What the name may be the beginning of: with a letter that follows it, or one that looks like that.

    >>> "雷大鸣" in uncut("雷大", "呜在"), "雷大在" in uncut("雷大", "呜在"), "雷大山" in uncut("雷大", "呜在")
    (True, True, False)
    """
    letters = {letter for one in followed if one for letter in (one, *_table().get(one, ()))}
    return {name + letter for letter in letters} if len(name) + 1 == UNCUT else set()


def name_keys(names: Iterable[str]) -> set[str]:
    """The names with one character left open each: two names of one length share a key when they are one character apart.

    Single characters and names longer than most (five and more: foreign ones) have none.

    >>> sorted(name_keys(["雷鸣"]))
    ['*鸣', '雷*']
    """
    return {name[:at] + ANY + name[at + 1:] for name in names if 2 <= len(name) <= 4 for at in range(len(name))}
