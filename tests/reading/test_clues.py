"""Clues to the year: what is printed, and what it bounds."""

from __future__ import annotations

from datetime import date

import pytest

from articles.reading.clean import clean
from articles.reading.clues import public_events, read_clues
from articles.reading.types import Span

CLUES = [
    ("审议2020年度报告", "report_year", (2020, 2021)),
    ("2019年11月8日开工", "printed_date", (2019,)),
    ("“十四五”规划编制", "plan_year", (2020, 2021)),
    ("“十三五”收官之年", "plan_year", (2020,)),
    ("庆祝建党100周年", "anniversary", (2021,)),
    ("庆祝改革开放四十周年", "anniversary", (2018,)),
    ("第36个教师节", "anniversary", (2020,)),
    ("迎接首届中国农民丰收节", "public_event", (2018, 2019)),
    ("改革开放四十年来", "anniversary", (2018,)),
    ("举行首届“中国农民丰收节”庆祝活动", "public_event", (2018, 2019)),
    ("截至2022年6月底", "as_of", (2022,)),
    ("十三届全国人大三次会议开幕", "public_event", (2020,)),
    ("全国政协十二届一次会议", "public_event", (2013,)),
    ("纪念锡伯族西迁254周年", "anniversary", (2018,)),
    ("第16个全国防灾减灾日", "anniversary", (2024,)),
    ("庆祝自治区成立60周年", "anniversary", (2007, 2015, 2018, 2025)),
]


@pytest.mark.parametrize(("raw", "rule", "years"), CLUES)
def test_clues(raw: str, rule: str, years: tuple[int, ...]) -> None:
    clue = next(clue for clue in read_clues(clean(raw).text) if clue.rule == rule)
    assert clue.years == years


@pytest.mark.parametrize("raw", ["到2035年基本实现", "力争2025年底建成", "2030年远景目标"])
def test_years_to_come_say_nothing(raw: str) -> None:
    assert [clue for clue in read_clues(clean(raw).text) if clue.rule.startswith("printed")] == []


def test_a_date_in_the_furniture_is_the_pages_own() -> None:
    assert [clue.rule for clue in read_clues(clean("2019年11月8日").text, [Span(0, 20)])] == ["page_head"]


@pytest.mark.parametrize("head", ["2019-11-08 第2版", "CN14-0001\n2019年11月8日"])
def test_heads_of_other_forms(head: str) -> None:
    clues = read_clues(clean(head).text, [Span(0, 30)])
    assert [(clue.rule, clue.not_after) for clue in clues] == [("page_head", "2019-11-08")]


def test_the_weekday_of_a_head_without_its_year() -> None:
    clue = read_clues(clean("9月28日 星期一").text, [Span(0, 20)])[0]
    assert clue.rule == "head_weekday"
    assert 2015 in clue.years
    assert 2016 not in clue.years


def test_the_lexicon_is_sound() -> None:
    for phrase, event in public_events().items():
        assert phrase
        assert 0 <= event.weight <= 1
        assert event.first <= (event.event or event.first) <= (event.last or date.max)
