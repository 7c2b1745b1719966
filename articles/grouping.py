"""What ties reports of one event together before anything is known of people: series and number, or day, area and kind."""

from __future__ import annotations

import re

from .models import EventReport, Page
from .places import area_at, resolve

LEVEL_WORDS = re.compile(r"^(?:中共)?(?:我|全|本)?(?:[省市县区旗州盟](?![长委]))?")
TERM = re.compile(r"第?[一二三四五六七八九十百0-9]{1,4}届(?=[^会]|会议)")
BESIDES = re.compile(r"暨.*$")
"""A meeting held in one with the numbered one: 第67次专题会议暨桌面推演."""


def group_key(report: EventReport, page: Page) -> str:
    """Reports of one key may be of one event: the same series and number, or the same day, area and kind."""
    area = resolve(report.area, page.home_area)
    if report.number and report.series and (series := series_group(report, page)):
        return f"{series}|{report.number}"[:300]
    if report.date_precision == "day" and area:
        return f"day|{area}|{report.date}|{report.kind}"
    return f"alone|{page.sha256}|{report.raw_start}"


def series_group(report: EventReport, page: Page) -> str:
    """The numbered series of a report: whose it is (the paper's own area's where nothing is said), its name, its term.

    Nothing where it is not known whose it is.
    """
    area = resolve(report.area, page.home_area) or page.home_area
    return f"series|{area}|{series_key(report.series, area)}|{report.term or ''}" if area else ""


def series_key(series: str, area: str = "") -> str:
    """A series without the words that only say whose it is: the area (a full path) tells that.

    >>> series_key("我县春耕专题会议"), series_key("县春耕专题会议"), series_key("绛县春耕专题会议", "山西省运城市绛县")
    ('春耕专题会议', '春耕专题会议', '春耕专题会议')
    >>> series_key("县长工作例会"), series_key("县政协第十三届常委会"), series_key("防汛专题会议暨防汛演练")
    ('县长工作例会', '政协常委会', '防汛专题会议')
    """
    known = area_at(area)
    bare = series.removeprefix("中共").removeprefix(known.name if known else area)
    bare = BESIDES.sub("", TERM.sub("", bare, count=1))
    return LEVEL_WORDS.sub("", bare, count=1) or series
