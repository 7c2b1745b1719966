"""Marked text: whatever comes in, taking the tags out and unescaping gives it again."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.marking import Anchor, Mark, mark_up, quote_around, without_overlaps

TAGS = re.compile(r"<[^<>]*>")
spans = st.lists(st.builds(Mark, st.integers(-3, 40), st.integers(-3, 40), st.text(max_size=5), st.text(max_size=5),
                           st.text(max_size=5)), max_size=8)
anchors = st.lists(st.builds(Anchor, st.integers(-3, 60), st.text(max_size=5)), max_size=5)


def text_of(marked: str) -> str:
    return html.unescape(TAGS.sub("", marked))


@given(st.text(max_size=40), spans, anchors)
def test_nothing_is_lost_or_let_through(text: str, marks: list[Mark], places: list[Anchor]) -> None:
    marked = mark_up(text, marks, places)
    assert text_of(marked) == text
    assert marked.count("<mark") == len(without_overlaps(marks, len(text))) == marked.count("</mark>")
    assert marked.count("<a id=") == len(places)
    assert set(re.findall(r"<\s*/?([a-z]*)", marked)) <= {"mark", "a"}


@given(st.text(alphabet="<>&\"'a；/=", max_size=40), spans)
def test_markup_in_the_text_stays_text(text: str, marks: list[Mark]) -> None:
    assert text_of(mark_up(text, marks)) == text


@given(st.text(max_size=200), st.integers(0, 200), st.integers(1, 20), st.integers(0, 30))
def test_a_quote_marks_the_same_characters(text: str, start: int, length: int, reach: int) -> None:
    end = min(start + length, len(text))
    if start >= end:
        return
    quote = quote_around(text, start, end, reach=reach)
    (mark,) = quote.marks
    assert quote.text[mark.start:mark.end] == text[start:end]
    assert quote.text in text
    assert len(quote.text) <= end - start + 2 * reach


@pytest.mark.parametrize(("marks", "kept"), [
    ([(0, 2), (2, 4)], [(0, 2), (2, 4)]),
    ([(0, 2), (1, 4)], [(1, 4)]),
    ([(0, 4), (1, 2)], [(0, 4)]),
    ([(3, 2), (0, 99), (-1, 2), (1, 1)], []),
])
def test_overlaps(marks: list[tuple[int, int]], kept: list[tuple[int, int]]) -> None:
    assert [(mark.start, mark.end) for mark in without_overlaps([Mark(*mark) for mark in marks], 6)] == kept


def test_an_anchor_within_a_mark_stands_before_it() -> None:
    assert mark_up("甲乙丙", [Mark(0, 3)], [Anchor(1, "x")]) == '<a id="x"></a><mark>甲乙丙</mark>'


def test_attributes_are_escaped() -> None:
    marked = mark_up("甲", [Mark(0, 1, 'a"b', "<i>", '/x"y')])
    assert marked == '<mark class="a&quot;b" title="&lt;i&gt;"><a href="/x&quot;y">甲</a></mark>'
