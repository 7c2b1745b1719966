"""Counties called by their short names (洛川苹果, 来南雄, 西乌旗): what they tell of the paper's home where no full name does."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from articles.reading.areas import areas_named, listed_names, names_by_stem, stem_of
from articles.reading.surnames import COMPOUND, SURNAMES
from articles.reading.tables import any_of, words_of

_WORDS = words_of("common_words") | words_of("followers")
_TOLD_BEFORE = re.compile(
    '(?:(?:表示|指出|强调|认为|介绍|要求|说|称)[,:“"]*|[来到在回离返入赴驻进给对为建爱]|我们|支持|关心|感谢|走进|宣传)$'
)
_TOLD_AFTER = re.compile("干部|群众|人民|父老|籍|儿女|老区|经济|大地|的|发展|建设|各族|一中|二中|中学|造林|特色|沿海|在")
_TOWN_AFTER = re.compile("(?:镇|乡|街道|苏木|村)(?![长上])")  # 威远镇 is a town of another county than 威远县
_PLAIN, _WITH_ENDING, _TOLD = 0.7, 2.0, 0.5
_ABBREVIATED = 4  # characters of a short name from which on papers shorten it once more (西乌珠穆沁旗 → 西乌旗)


def short_name_weights(text: str, level: str) -> dict[str, float]:
    """How strongly short names speak for counties that end in `level` (县, 市, 区 or 旗), by the counties' full names.

    One that is another word as well (同心) counts only where its surroundings tell that a place is meant.

    >>> short_name_weights("他说,洛川的苹果好。来洛川考察。", "县")
    {'洛川县': 2.4}
    """
    told: Counter[str] = Counter()
    plain: Counter[str] = Counter()
    for match in _short_names(level).finditer(text):
        start, end = match.span()
        if _in_a_name(text, start) or _TOWN_AFTER.match(text, end):
            continue
        plain[match.group()] += 1
        told[match.group()] += bool(_TOLD_BEFORE.search(text, max(0, start - 6), start) or _TOLD_AFTER.match(text, end))
    weights: dict[str, float] = {}
    for short, count in plain.items():
        counted, least = (told[short], 2) if short in _WORDS else (count, 1)
        if counted >= least:
            for name in _known(level)[short]:
                worth = _WITH_ENDING if short.endswith(level) else _PLAIN
                weights[name] = round(weights.get(name, 0.0) + worth * counted + _TOLD * told[short], 1)
    return weights


def _in_a_name(text: str, start: int) -> bool:
    """Whether a surname stands before offset `start` (欧阳建平, 王海阳)."""
    before = text[start - 1 : start]
    return text[max(0, start - 2) : start] in COMPOUND or (SURNAMES.get(before, 0.0) >= 0.8 and before not in "向于")


@cache
def _known(level: str) -> dict[str, list[str]]:
    """Short name → the counties that end in `level` and are called so."""
    found: dict[str, list[str]] = {}
    for short, names in names_by_stem().items():
        fitting = [name for name in names if name.endswith(level) and any(area.level == "county" for area in areas_named(name))]
        if len(short) > 1 and fitting:
            found.setdefault(short, []).extend(fitting)
    for name in listed_names():
        if name.endswith(level) and len(stem_of(name)) >= _ABBREVIATED:
            found.setdefault(name[:2] + level, []).append(name)
    return found


@cache
def _short_names(level: str) -> re.Pattern[str]:
    return re.compile(any_of(frozenset(_known(level))))
