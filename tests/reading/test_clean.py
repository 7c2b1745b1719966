"""Cleaning: what is left out, what is kept, and the way back to the raw page."""

from __future__ import annotations

import pytest

from articles.reading.clean import clean
from articles.reading.folding import fold
from articles.reading.types import Correction, Span


def test_traditional_letters_are_folded_but_stay_printed() -> None:
    text = clean("本報訊 縣長").text
    assert (text.printed, text.folded) == ("本報訊縣長", "本报讯县长")


LINES = [
    ("本报讯 2022年 1月2日", ["本报讯2022年1月2日"]),
    ("\ufeff县 委\t书　记\r\n", ["县委书记"]),
    ("县\u200b长\x00李\ud800明", ["县长李明"]),
    ("用 App Store 2 下载", ["用App Store 2下载"]),
    ("第 1 1 8 次", ["第118次"]),
    ("一\r二\x0c三\u2028四", ["一", "二", "三", "四"]),
    (" \n　\n\x00\n", []),
]


@pytest.mark.parametrize(("raw", "lines"), LINES)
def test_lines(raw: str, lines: list[str]) -> None:
    page = clean(raw)
    assert [page.text.printed[line.start : line.end] for line in page.lines] == lines


def test_layout_is_kept_beside_the_text() -> None:
    page = clean("\n\n　　张三 李四\n王五")
    first, second = page.lines
    assert (first.indent, first.gaps, first.empty_before) == (4, ((2, 1),), 2)
    assert (second.indent, second.empty_before) == (0, 0)


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("１２月，“县”（一）", '12月,"县"(一)'),
        ("二○二二年", "二〇二二年"),
        ("何○○", "何○○"),
        ("买买提•吐尔逊", "买买提·吐尔逊"),
    ],
)
def test_folding_keeps_the_length(printed: str, folded: str) -> None:
    assert fold(printed) == folded
    assert len(folded) == len(printed)


def test_a_text_correction_stands_for_the_stretch_it_corrects() -> None:
    page = clean("在具人民医院召开", [Correction("text", 1, 2, "县")])
    assert page.text.printed == "在县人民医院召开"
    assert page.text.raw_span(1, 3) == Span(1, 3)


def test_a_longer_correction_leads_to_the_whole_stretch() -> None:
    page = clean("县长李召开", [Correction("text", 2, 3, "李 明")])
    assert page.text.printed == "县长李明召开"
    assert page.text.raw_span(3, 4) == Span(2, 3)
    assert page.text.raw_span(4, 6) == Span(3, 5)


@pytest.mark.parametrize("spans", [[(0, 3), (2, 4)], [(0, 99)]])
def test_corrections_that_do_not_fit_are_refused(spans: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="text correction"):
        clean("县长李明召开", [Correction("text", start, end, "甲") for start, end in spans])


def test_a_line_of_millions_of_characters_is_one_line() -> None:
    page = clean("县" * 3_000_000)
    assert len(page.lines) == 1
    assert len(page.text) == 3_000_000
