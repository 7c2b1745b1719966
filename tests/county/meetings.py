"""Numbered series of meetings: who holds them, when which number was, what is printed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, timedelta

from tests.county.plan import Home, Plan

TOPICS = (
    "安全生产", "防汛抗旱", "春耕备耕", "森林防火", "招商引资", "重点项目", "信访稳定", "环境卫生整治", "城乡建设", "教育发展",
    "道路交通安全", "食品安全", "农田水利", "植树造林", "粮食收购", "市场物价", "卫生防疫", "文物保护", "旅游发展", "消防安全",
    "禁毒", "双拥", "档案管理", "供水保障", "供热保障", "畜牧防疫", "特色种植", "劳务输出", "村级换届", "农民减负",
)
OF_TERMS = (
    ("县委", "常委会会议", "县委书记", 8), ("县政府", "常务会议", "县长", 11), ("县人大常委会", "会议", "人大主任", 11),
    ("县人大常委会", "主任会议", "人大主任", 11), ("县政协", "主席会议", "政协主席", 7), ("县政协", "常委会会议", "政协主席", 7),
    ("县纪委", "常委会会议", "纪委书记", 8), ("县政府", "党组会议", "县长", 0), ("县人大常委会", "党组会议", "人大主任", 0),
    ("县政协", "党组会议", "政协主席", 0),
)
"""Body, kind of meeting, the seat that chairs, and the first term's number (0: never printed)."""


@dataclass(frozen=True, slots=True)
class Series:
    """`body` and `kind` are as printed (县政府, 常务会议); `chair` is a seat's key; `first_term` 0 where no term is printed."""

    key: str
    body: str
    kind: str
    chair: str
    restarts: bool
    first_term: int
    yearly: float


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting; `term` counts from 0 on, None in series that run on."""

    series: Series
    term: int | None
    number: int
    day: date


def series_of(home: Home, plan: Plan, number: int, chance: random.Random) -> list[Series]:
    """`number` series, half of them beginning anew with every term."""
    towns = home.towns[:plan.towns]
    restarting = [(body, kind, chair, first) for body, kind, chair, first in OF_TERMS]
    restarting += [(f"{town}党委", "会议", f"{town}书记", 0) for town in towns]
    restarting += [(f"{town}政府", "镇长办公会议", f"{town}镇长", 0) for town in towns]
    chairs = ("县长", "常务副县长", "副县长0", "副县长1", "公安局长", "县委书记")
    found = [Series(body + kind, body, kind, chair, True, first and first + plan.earlier_terms,
                    chance.uniform(6, 16))
             for body, kind, chair, first in restarting[:(number + 1) // 2]]
    return found + [Series(f"县{topic}专题会议", "县", f"{topic}专题会议", chance.choice(chairs), False, 0, chance.uniform(5, 12))
                    for topic in TOPICS[:number // 2]]


def meetings_of(series: list[Series], plan: Plan, chance: random.Random) -> list[Meeting]:
    """Every meeting of all years, in the order of their days; the series that run on began before the first year."""
    found = []
    for one in series:
        day = plan.first_day + timedelta(days=chance.randint(0, 60))
        number, term = (0, 0) if one.restarts else (chance.randint(0, 40), None)
        while day <= plan.last_day:
            now = plan.term_on(day) if one.restarts else None
            number = 1 if now != term else number + 1
            term = now
            found.append(Meeting(one, term, number, day))
            day += timedelta(days=max(3, round(365 / one.yearly * chance.uniform(0.5, 1.5))))
    return sorted(found, key=lambda meeting: (meeting.day, meeting.series.key))
