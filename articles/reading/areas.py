"""Counties, cities and provinces: the official list, printed paths, and areas that no list has.

The list is `lexicons/areas.tsv`, with the names of former years in `lexicons/former_areas.tsv`, and loads when it is first asked.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, lru_cache
from itertools import chain
from typing import Literal

from articles.reading.refusals import Refusal, _
from articles.reading.tables import lexicon_rows
from articles.reading.types import Area

Level = Literal["town", "county", "city", "province", "nation"]

NATION = Area("全国", "全国", "nation")
_HAN = "[\u3400-\u9fff]"
_PATTERNS: tuple[tuple[Level, re.Pattern[str]], ...] = (
    ("province", re.compile(_HAN + "{2,8}?(?:特别行政区|自治区|省)")),
    ("city", re.compile(_HAN + "{1,12}?(?:自治州|地区|[市州盟])")),
    ("county", re.compile(_HAN + "{1,12}?(?:自治县|自治旗|开发区|新区|林区|特区|[县市区旗])")),
    ("town", re.compile(_HAN + "{1,12}?(?:街道办事处|街道|[镇乡])")),
)
_PEOPLES = (
    "满族|回族|苗族|壮族|侗族|瑶族|土家族|彝族|白族|傣族|藏族|羌族|黎族|畲族|水族|布依族|仡佬族|哈尼族|傈僳族|拉祜族|佤族|纳西族|景颇族|朝鲜族"
    "|蒙古族?|哈萨克族?|维吾尔族?|柯尔克孜族?|达斡尔族?|鄂温克族?|鄂伦春|锡伯族?|塔吉克族?|裕固族|东乡族|保安族|撒拉族|土族|毛南族|仫佬族|独龙族"
    "|怒族|普米族|布朗族|各族|回"
)
_KIND = re.compile(f"(?<=[\u4e00-\u9fff])(?:(?:{_PEOPLES})*自治[区州县旗]|特别行政区|林区|特区|新区|地区|[省市县区旗州盟])$")


class _Atlas:
    """The official list by name and by parent."""

    def __init__(self) -> None:
        tables = (lexicon_rows("areas"), lexicon_rows("former_areas"))
        rows = {code: (name, parent) for code, name, parent in chain.from_iterable(tables)}
        self.by_name: dict[str, list[Area]] = {}
        self.by_path: dict[str, Area] = {}
        self.by_code: dict[str, Area] = {}
        made = self.by_code
        for code in sorted(rows, key=len):
            name, parent = rows[code]
            above = made.get(parent)
            parents = (above.path, *above.parents) if above else ()
            level: Level = "province" if len(code) == 2 else "city" if len(code) == 4 else "county"
            made[code] = area = Area(name, (above.path if above else "") + name, level, parents, code)
            self.by_name.setdefault(name, []).append(area)
            self.by_path[area.path] = area

    def child(self, path: str, parent: Area | None) -> Area | None:
        """The listed area with the longest name that `path` goes on with below `parent`."""
        for length in range(min(len(path), 15), 1, -1):
            area = self.by_path.get((parent.path if parent else "") + path[:length])
            if area and area.parents[:1] == ((parent.path,) if parent else ()):
                return area
        return None


@cache
def _atlas() -> _Atlas:
    return _Atlas()


def areas_named(name: str) -> tuple[Area, ...]:
    """All listed areas of that name, in the order of their codes.

    >>> [area.path for area in areas_named("绛县")]
    ['山西省运城市绛县']
    """
    return tuple(_atlas().by_name.get(name, ()))


def area_of_code(code: str) -> Area:
    """The listed area of a code (GB/T 2260, two, four or six digits). Raises KeyError where there is none.

    >>> area_of_code("350625").path
    '福建省漳州市长泰县'
    """
    return _atlas().by_code[code]


@cache
def listed_names() -> frozenset[str]:
    """All listed names."""
    return frozenset(_atlas().by_name)


def stem_of(name: str) -> str:
    """What people call an area for short: its name without its kind and without its nationalities.

    >>> stem_of("绛县"), stem_of("尤溪县"), stem_of("三江侗族自治县"), stem_of("巴音郭楞蒙古自治州")
    ('绛', '尤溪', '三江', '巴音郭楞')
    """
    found = _KIND.search(name)
    return name[: found.start()] if found else name


@cache
def stems() -> frozenset[str]:
    """The short forms of two characters of all listed counties and cities."""
    return frozenset(stem for stem in names_by_stem() if len(stem) == 2)


@cache
def names_by_stem() -> dict[str, tuple[str, ...]]:
    """The listed names that people call alike for short: 楚雄 → 楚雄彝族自治州, 楚雄市."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _atlas().by_name:
        found[stem_of(name)] = (*found.get(stem_of(name), ()), name)
    return found


@lru_cache(maxsize=4096)
def parse_area(path: str) -> Area:
    """The area that a path names, listed (山西省运城市绛县) or not (岭东省云泽市澄溪县).

    A name alone is completed from the list where only one area has it. Raises Refusal, saying what to write, for
    a name that several areas have and for what doesn't end like an area.

    >>> parse_area("绛县").path, parse_area("岭东省云泽市澄溪县").parents
    ('山西省运城市绛县', ('岭东省云泽市', '岭东省'))
    """
    path = "".join(path.split())
    if path == NATION.name:
        return NATION
    same = areas_named(path)
    if len(same) > 1 and path not in _atlas().by_path:
        known = "、".join(area.path for area in same[:5])
        raise Refusal(
            _("“{path}” is the name of several areas ({known}): write the whole path, for instance 山西省运城市绛县"),
            path=path,
            known=known,
        )
    if len(same) == 1:
        return same[0]
    return _parse_steps(path)


def _parse_steps(path: str) -> Area:
    area: Area | None = None
    rest = path
    while rest:
        below = _atlas().child(rest, area) or _unlisted(rest, area)
        if below is None:
            raise Refusal(
                _(
                    "“{path}” names no area: “{rest}” ends in none of 省 市 县 区 旗 镇 乡; "
                    "write the whole path, for instance 山西省运城市绛县"
                ),
                path=path,
                rest=rest,
            )
        rest = rest[len(below.path) - (len(area.path) if area else 0) :]
        area = below
    if area is None:
        raise Refusal(_("an area is wanted: write the whole path, for instance 山西省运城市绛县"))
    return area


def _unlisted(rest: str, above: Area | None) -> Area | None:
    """An area of no list at the beginning of `rest`: its level from its last character and from what it lies in."""
    order: tuple[Level, ...] = ("province", "city", "county", "town")
    first = order.index(above.level) + 1 if above and above.level in order else 0
    for level, pattern in _PATTERNS[first:]:
        found = pattern.match(rest)
        if found and not (level == "city" and found.end() == len(rest) and above and above.level == "city"):
            parents = (above.path, *above.parents) if above else ()
            return Area(found.group(), (above.path if above else "") + found.group(), level, parents)
    return None


def ancestor(area: Area | None, level: Level) -> str | None:
    """The name of the area itself or of what it lies in, at that level; None where that isn't known.

    >>> ancestor(parse_area("绛县"), "city"), ancestor(parse_area("绛县"), "province")
    ('运城市', '山西省')
    """
    if area is None:
        return None
    if area.level == level:
        return area.name
    for path in area.parents:
        above = parse_area(path)
        if above.level == level:
            return above.name
    if level == "city" and area.parents and area.name.endswith("区"):
        return parse_area(area.parents[0]).name  # a district of 北京市 has its city above it, listed as a province
    return None


def completed(name: str, near: str) -> Area:
    """The area of that name; where several have it, the one whose city or province is oftenest printed in `near`.

    >>> completed("鼓楼区", "徐州市鼓楼区召开会议").path
    '江苏省徐州市鼓楼区'
    """
    same = areas_named(name)
    if not same and len(whole := [full for full in names_by_stem().get(stem_of(name), ()) if full[-1] == name[-1]]) == 1:
        same = areas_named(whole[0])  # 天祝县 is how its paper calls 天祝藏族自治县
    if len(same) == 1:
        return same[0]
    weighed = [(sum(near.count(parse_area(path).name) for path in area.parents), area) for area in same]
    best = max((weight for weight, _ in weighed), default=0)
    likely = [area for weight, area in weighed if weight == best > 0]
    if len(likely) == 1:
        return likely[0]
    made = _unlisted(name, None)
    level: Level = "county" if name.endswith(("县", "区", "旗")) or made is None else made.level
    return replace(made or Area(name, name, level), level=level)
