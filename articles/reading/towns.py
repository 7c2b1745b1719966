"""Towns that a page names, and the counties that they lie in: what tells of the paper's home where it never names it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from articles.reading.areas import area_of_code
from articles.reading.tables import lexicon_rows
from articles.reading.types import Area

_ENDING = re.compile("(?<=[\u4e00-\u9fff])(?:[镇乡](?!村)|街道|苏木)")
_NEAR_ENDING = re.compile("[\u4e00-\u9fff]{2,5}?(?:[镇乡]|街道)")
_TOWN = re.compile("[\u4e00-\u9fff]{2,5}?(?:[镇乡](?!村)|街道)")
_LONGEST = 10  # characters of a town's name
_LEAST, _MARGIN = 1.3, 1.4
_LEAST_INSIDE, _MARGIN_INSIDE = 3.0, 4.0
"""How much the towns of a county have to weigh, and how many times as much as those of the next; the same for a county of a
city that the page names as if it were its own."""


def county_by_towns(text: str, level: str | None) -> Area | None:
    """The county, ending in `level` (县, 市, 区 or 旗) if that is known, that most of the towns in `text` lie in; None where
    no one stands out. A town whose name is found in many counties tells little.

    >>> county_by_towns("我县五里甸子镇、黑沟乡", "县").name
    '桓仁满族自治县'
    """
    return _first_of(_weigh(text, lambda area: level is None or area.name.endswith(level)), _LEAST, _MARGIN)


def county_inside(text: str, city: Area) -> Area | None:
    """The one county inside `city` that the towns in `text` lie in; None where others' towns are named as well: a paper of
    the city itself.

    >>> county_inside("我市田黄镇、张庄镇、香城镇、中心店镇、太平镇", area_of_code("3708")).name
    '邹城市'
    """
    return _first_of(_weigh(text, lambda area: city.path in area.parents), _LEAST_INSIDE, _MARGIN_INSIDE)


def county_of_post(post: str, home: Area) -> Area:
    """The county that a town's or village's post belongs to: the one in the province of `home` that alone of all counties has
    a town of that name, else `home` itself.

    >>> county_of_post("毕店镇镇长", area_of_code("411326")).name, county_of_post("城关镇镇长", area_of_code("411326")).name
    ('唐河县', '淅川县')
    """
    town = _TOWN.match(post)
    codes = _counties().get(town.group(), ()) if town and home.code else ()
    return area_of_code(codes[0]) if len(codes) == 1 and codes[0][:2] == home.code[:2] else home


def _weigh(text: str, fits: Callable[[Area], bool]) -> dict[str, float]:
    """Code of each fitting county → how much the towns in `text` weigh for it; each town counts once."""
    weights: dict[str, float] = {}
    for town in _towns_in(text):
        codes = [code for code in _counties()[town] if fits(area_of_code(code))]
        for code in codes:
            weights[code] = weights.get(code, 0.0) + 1 / len(codes)
    return weights


def _first_of(weights: dict[str, float], least: float, margin: float) -> Area | None:
    ranked = sorted((-weight, code) for code, weight in weights.items())[:2]
    if not ranked or -ranked[0][0] < least or (len(ranked) > 1 and ranked[0][0] > margin * ranked[1][0]):
        return None
    return area_of_code(ranked[0][1])


def begins_town(text: str, at: int) -> bool:
    """Whether the name of a known town begins at offset `at` (将台堡镇), and none a letter behind it (于柳镇 but 柳镇)."""
    end = _NEAR_ENDING.match(text, at)
    known = _counties()
    return end is not None and text[at : end.end()] in known and text[at + 1 : end.end()] not in known


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
