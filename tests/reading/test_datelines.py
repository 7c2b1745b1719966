"""Openings: dateline, date, credits at the front, where the body begins."""

from __future__ import annotations

import pytest

from articles.reading.clean import clean
from articles.reading.datelines import number, read_opening

OPENINGS = [
    ("本报讯 2022年12月26日,县委", "本报讯 2022年12月26日", (2022, 12, 26, None), ()),
    ("本报讯12月26日,县委", "本报讯 12月26日", (None, 12, 26, None), ()),
    ("26日,县委书记", "26日", (None, None, 26, None), ()),
    ("本报讯 3月29日晚,县委", "本报讯 3月29日", (None, 3, 29, None), ()),
    ("本报讯 12月9日至10日,县委", "本报讯 12月9日至10日", (None, 12, 9, 10), ()),
    ("本报讯（记者　周明）１０月１５日，县委", "本报讯 １０月１５日", (None, 10, 15, None), ("周明",)),
    ("本报讯 二〇二〇年四月二十九日，县人大", "本报讯 二〇二〇年四月二十九日", (2020, 4, 29, None), ()),
    ("本报讯 为庆祝建党,7月1日,县委举行大会,8月2日结束", "本报讯", (None, 7, 1, None), ()),
    ("本报讯 自2019年1月1日起实施的办法,3月5日在我县", "本报讯", (None, 3, 5, None), ()),
    ("本报7月1日讯(记者周明 通讯员王芳)县委", "本报7月1日讯", (None, 7, 1, None), ("周明", "王芳")),
    ("本报记者周明报道:3月5日,县委", "3月5日", (None, 3, 5, None), ("周明",)),
    ("本报讯 周明 王芳 3月5日,县委", "本报讯 3月5日", (None, 3, 5, None), ("周明", "王芳")),
    ("本报讯（通讯员 县农业局 周明）元月5日,县委", "本报讯 元月5日", (None, 1, 5, None), ("周明",)),
    ("本报讯（通讯员 青交宣 记者 周明）3月5日,县委", "本报讯 3月5日", (None, 3, 5, None), ("周明",)),
    ("本报青溪3月5日讯（记者 周明）县委", "本报青溪3月5日讯", (None, 3, 5, None), ("周明",)),
    ("本報訊 通訊員 周明 3月5日,縣委", "本報訊 3月5日", (None, 3, 5, None), ("周明",)),
    ("青溪镇讯 3月5日,该镇", "青溪镇讯 3月5日", (None, 3, 5, None), ()),
    ("●3月5日,县委召开会议", "3月5日", (None, 3, 5, None), ()),
    ("县委书记深入乡镇,与干部群众座谈。", None, None, ()),
]


@pytest.mark.parametrize(("raw", "dateline", "date", "reporters"), OPENINGS)
def test_openings(raw: str, dateline: str | None, date: tuple[int | None, ...] | None, reporters: tuple[str, ...]) -> None:
    page = clean(raw)
    breaks = tuple(at for line in page.lines for at, _ in line.gaps)
    opening = read_opening(page.text, breaks)
    found = opening.date
    assert opening.dateline == dateline
    assert (found and (found.year, found.month, found.day, found.end_day)) == date
    assert opening.reporters == reporters


@pytest.mark.parametrize("word", ["昨天", "近日", "日前"])
def test_relative_dates(word: str) -> None:
    opening = read_opening(clean(f"本报讯 {word},县委召开会议。").text)
    assert opening.date is not None
    assert opening.date.relative == word


def test_weekday() -> None:
    opening = read_opening(clean("本报讯 6月20日(星期一),县长周明检查防汛。").text)
    assert opening.date is not None
    assert opening.date.weekday == 0


@pytest.mark.parametrize(
    ("numeral", "value"), [("十", 10), ("二十六", 26), ("二〇二二", 2022), ("三十", 30), ("", None), ("十十", None)]
)
def test_numbers(numeral: str, value: int | None) -> None:
    assert number(numeral) == value
