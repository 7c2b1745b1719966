"""Towns that a page names, and the counties that they lie in: what tells of the paper's home where it never names it."""

from __future__ import annotations

import re
from functools import cache

from articles.reading.areas import area_of_code
from articles.reading.tables import lexicon_rows
from articles.reading.types import Area

_ENDING = re.compile("(?<=[\u4e00-\u9fff])(?:[镇乡](?!村)|街道|苏木)")
_LONGEST = 10  # characters of a town's name
_LEAST, _MARGIN = 1.3, 1.4
"""How much the towns of a county have to weigh, and how many times as much as those of the next."""


def county_by_towns(text: str, level: str | None) -> Area | None:
    """The county, ending in `level` (县, 市, 区 or 旗) if that is known, that most of the towns in `text` lie in; None where
    no one stands out. A town whose name is found in many counties tells little.

    >>> county_by_towns("我县五里甸子镇、黑沟乡", "县").name
    '桓仁满族自治县'
    """
    weights: dict[str, float] = {}
    for town in _towns_in(text):
        codes = [code for code in _counties()[town] if level is None or area_of_code(code).name.endswith(level)]
        for code in codes:
            weights[code] = weights.get(code, 0.0) + 1 / len(codes)
    ranked = sorted(((-weight, code) for code, weight in weights.items()))[:2]
    if not ranked or -ranked[0][0] < _LEAST or (len(ranked) > 1 and ranked[0][0] > _MARGIN * ranked[1][0]):
        return None
    return area_of_code(ranked[0][1])


def _towns_in(text: str) -> set[str]:
    """The names of known towns in `text`, of those that end at one place the longest."""
    known = _counties()
    found: set[str] = set()
    for match in _ENDING.finditer(text):
        end = match.end()
        names = (text[start:end] for start in range(max(0, end - _LONGEST), match.start()))
        town = next((name for name in names if name in known), None)
        if town:
            found.add(town)
    return found


@cache
def _counties() -> dict[str, list[str]]:
    """Town → the codes of the counties that have one of that name."""
    found: dict[str, list[str]] = {}
    for code, names in lexicon_rows("towns"):
        for name in names.split("、"):
            found.setdefault(name, []).append(code)
    return found
