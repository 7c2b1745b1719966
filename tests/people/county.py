"""A county in sightings, with truth: thirty years, six terms, officials who move from post to post, namesakes, misprints.

Pure and quick, for measuring who is taken for whom; no pages and no reading. All names are invented by chance.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from people.clusters import Sighting
from people.lookalikes import variants
from people.posts import Post, normalise

SURNAMES = (
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭"
    "廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严武戚莫孔向汤"
)
GIVEN = (
    "建国军平华明文志强永红海涛东晓伟峰林斌辉云鹏飞龙德成光荣春生玉兰秀英桂芳丽敏静洁琴霞艳娟莉梅凤珍芬芝兴旺福贵喜忠义"
    "信仁和安宁康泰祥瑞嘉俊杰豪毅勇刚健超凡卓越远航宇轩浩博思源启润泽清泉山川森柏松竹青"
)
HOME = "湖东省澄江市白石县"
OTHER = "湖东省澄江市青山县"
FIRST, LAST = date(1993, 1, 1), date(2022, 12, 31)
LEADERS = (
    ("县委书记",), ("县委副书记", "县长"), ("县人大常委会主任",), ("县政协主席",), ("县委副书记",),
    ("县委常委", "县委组织部部长"),
    ("县委常委", "县委宣传部部长"), ("县委常委", "县委统战部部长"), ("县委常委", "县委政法委书记"),
    ("县委常委", "县纪委书记"),
    ("县委常委", "副县长"), ("副县长",), ("副县长",), ("副县长", "县公安局局长"), ("县人大常委会副主任",),
    ("县人大常委会副主任",),
    ("县政协副主席",), ("县政协副主席",), ("县法院院长",), ("县检察院检察长",),
)  # fmt: skip
OFFICES = ("教育", "财政", "民政", "水利", "交通", "农业", "林业", "卫生", "文化", "统计", "审计", "司法", "环保", "住建", "信访",
           "商务", "粮食", "体育", "档案", "扶贫")  # fmt: skip
TOWNS = ("青石镇", "柳湾镇", "石桥乡", "云岭乡", "东坪镇", "南沟乡", "北塬镇", "河西镇")


@dataclass(slots=True)
class Official:
    """Somebody who holds one seat after the other: (seat, from, until)."""

    number: int
    name: str
    held: list[tuple[int, date, date]] = field(default_factory=list)


@dataclass(slots=True)
class County:
    """Sightings and who each of them truly is, by the sighting's order."""

    sightings: list[Sighting] = field(default_factory=list)
    truth: dict[tuple[str, str, int, int], int] = field(default_factory=dict)


def seats() -> list[tuple[str, ...]]:
    """Posts as printed, those of leaders first, in protocol order."""
    return [*LEADERS, *((f"县{office}局局长",) for office in OFFICES),
            *((f"{town}党委书记",) for town in TOWNS), *((f"{town}{town[-1]}长",) for town in TOWNS)]


def county(seed: int, articles: int = 5000, people: int = 300, shared: int = 18, home: str = HOME, start: int = 0) -> County:
    """Sightings of a county; `shared` of its people have the name of another one."""
    chance = random.Random(seed)
    officials = _careers(chance, people)
    for one, other in _pairs(chance, officials, shared // 2):
        other.name = one.name
    made = County()
    for at in range(articles):
        _article(made, chance, officials, home, start + at)
    return made


def _careers(chance: random.Random, people: int) -> list[Official]:
    """So many officials on the seats; when a seat becomes free, somebody from a lower seat or somebody new takes it."""
    officials: list[Official] = []
    names: set[str] = set()
    holder: dict[int, Official] = {}
    until: dict[int, date] = {}
    order = seats()
    day = FIRST
    years = len(order) * (LAST - FIRST).days / 365 / people * 1.4
    while day < LAST:
        for seat in range(len(order)):
            if until.get(seat, FIRST) > day:
                continue
            lower = [other for other in range(len(order)) if other > seat and other in holder and seat < len(LEADERS)
                     and (other < len(LEADERS)) == (seat < 5) and (day - holder[other].held[-1][1]).days > 2 * 365]
            if lower and chance.random() < 0.5:
                came_from = chance.choice(lower)
                official = holder.pop(came_from)
                official.held[-1] = (came_from, official.held[-1][1], day)
                until[came_from] = day
            elif len(officials) < people:
                official = Official(len(officials), _name(chance, names))
                officials.append(official)
            else:
                continue
            until[seat] = min(LAST, day + timedelta(days=int(365 * chance.uniform(0.5, 1.5) * years)))
            holder[seat] = official
            official.held.append((seat, day, until[seat]))
        day += timedelta(days=30)
    return officials


def _name(chance: random.Random, names: set[str]) -> str:
    while True:
        given = "".join(chance.sample(GIVEN, 1 if chance.random() < 0.2 else 2))
        name = chance.choice(SURNAMES) + given
        if name not in names:
            names.add(name)
            return name


def _pairs(chance: random.Random, officials: list[Official], number: int) -> list[tuple[Official, Official]]:
    """Two and two by chance, but not two who held one seat: nobody could tell them apart."""
    found: list[tuple[Official, Official]] = []
    left = list(officials)
    while len(found) < number:
        one, other = chance.sample(left, 2)
        if not {seat for seat, *_ in one.held} & {seat for seat, *_ in other.held}:
            found.append((one, other))
            left = [official for official in left if official not in (one, other)]
    return found


def _serving(officials: list[Official], day: date) -> dict[int, Official]:
    return {seat: official for official in officials for seat, start, end in official.held if start <= day < end}


def _article(made: County, chance: random.Random, officials: list[Official], home: str, at: int) -> None:
    """One article: a list of leaders, or a leader with heads of offices, or somebody alone."""
    day = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
    serving = _serving(officials, day)
    leaders = [seat for seat in sorted(serving) if seat < len(LEADERS)]
    others = [seat for seat in sorted(serving) if seat >= len(LEADERS)]
    kind = chance.random()
    if kind < 0.5:
        named = sorted(chance.sample(leaders, min(len(leaders), chance.randint(4, 12))))
        posted = set(named[:chance.randint(1, 3)])
    elif kind < 0.85:
        named = sorted(chance.sample(leaders, 1)) + chance.sample(others, min(len(others), chance.randint(1, 3)))
        posted = set(named)
    else:
        named = chance.sample(leaders + others, 1)
        posted = set(named if chance.random() < 0.7 else ())
    row = [seat for seat in named if seat not in posted]
    if len(row) > 2 and chance.random() < 0.03:
        swap = chance.randrange(len(row) - 1)
        row[swap], row[swap + 1] = row[swap + 1], row[swap]
    printed = {seat: _printed(chance, serving[seat].name) for seat in named}
    order = [printed[seat] for seat in row]
    listed = chance.random() < 0.7
    seen: dict[str, int] = defaultdict(int)
    for referent, seat in enumerate(named):
        name = printed[seat]
        seen[name] += 1
        place = row.index(seat) if seat in row else None
        sighting = Sighting(
            (f"{home[-3:]}{at // 5:05}", f"sha{home[-3:]}{at // 5}", at % 5 + 1, referent), at, name, home,
            ((f"sha{home[-3:]}{at // 5}", at % 5 * 1000 + referent * 20),),
            posts=_posts(seat, home) if seat in posted else (), listed=listed and place is not None and len(row) > 1,
            since=day, until=day)
        if place is not None and len(row) > 1:
            before, after = order[max(0, place - 4):place][::-1], order[place + 1:place + 5]
            sighting = replace(sighting, before=tuple(before), after=tuple(after))
        made.sightings.append(sighting)
        made.truth[sighting.order] = serving[seat].number


def _printed(chance: random.Random, name: str) -> str:
    """The name, with one character of a fiftieth of them replaced by a look-alike, of a two-hundredth by any."""
    drawn = chance.random()
    if drawn < 0.02:
        return chance.choice(sorted(variants(name)) or [name])
    if drawn < 0.025:
        at = chance.randrange(1, len(name))
        return name[:at] + chance.choice(GIVEN) + name[at + 1:]
    return name


def _posts(seat: int, home: str) -> tuple[Post, ...]:
    found = (normalise(text, "", home[-3:], home) for text in seats()[seat])
    return tuple(post for post in found if post)
