"""What is weighed as a name, how surely, and what is learned from marked texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.candidates import Page
from articles.reading.names import propose
from articles.reading.overlaps import NameSpan
from articles.reading.signs import Setting
from articles.reading.types import Lexicon
from articles.reading.weighing import WHOLE, probability, sights, weigh, weights
from tests.reading.test_names import article
from tests.training.examples import Example
from tests.training.learning import learn
from tests.training.marked import FOLDER, Swapper, marked_texts, unmarked

WEIGHED = [
    ("县政协主席曲别伍各,县委副书记米宏伟出席。", "曲别伍各", "米宏伟"),
    ("高速公路通车了。同村的唐明亮和老伴一早就去看。", "唐明亮"),
    ("县委书记高度重视,局长安排部署,主任应当负责。",),
    ("要勤洗手、常通风、少聚集。",),
    ("一行参观了邵明德书画展厅、嘉禾(江西)创客中心。",),
    ("屈小红、易恒、宋方三名同志发言。", "屈小红", "易恒", "宋方"),
    ("县长任总指挥,书记任政委。",),
]
"""A sentence and those who are likelier names than not, by themselves or with what rules propose."""


def weighed(sentence: str, proposed: tuple[NameSpan, ...] = ()) -> list[str]:
    page = Page(sentence)
    found = weigh(Setting(sentence, page, {}, frozenset()), proposed)
    return [sentence[span.start : span.end] for span in sorted(found, key=lambda span: span.start)]


@pytest.mark.parametrize("row", WEIGHED, ids=lambda row: row[0])
def test_what_is_likelier_a_name_than_not(row: tuple[str, ...]) -> None:
    proposed = propose([article(row[0])], None, Lexicon()).spans[1]
    assert set(weighed(row[0], tuple(proposed))) == set(row[1:])


def test_without_a_rule_the_name_says_so() -> None:
    sentence = "同村的唐明亮和老伴一早就去看。"
    found = weigh(Setting(sentence, Page(sentence), {}, frozenset()), ())
    assert [span.rule for span in found] == [WHOLE]


@given(st.text(alphabet="王小川县长说、,。 的在任总指挥(女)张伟和", max_size=60))
def test_sights_stand_inside_the_text_and_once_each(text: str) -> None:
    seen = [(sight.start, sight.end) for sight in sights(text, (), Page(text))]
    assert len(seen) == len(set(seen))
    assert all(0 <= start < end <= len(text) for start, end in seen)


def test_unknown_signs_leave_it_open() -> None:
    assert probability(()) == probability(["no such sign"]) == 0.5
    assert all(0 < probability([sign]) < 1 for sign in weights())


def test_learning_tells_signs_apart() -> None:
    seen = [Example(["post", "mark"], True), Example(["noun", "mark"], False)] * 20
    learned = learn(seen)
    assert learned["post"] > 1 > -1 > learned["noun"]


def test_marks_are_balanced_and_mark_no_more_than_a_name() -> None:
    assert list(FOLDER.glob("*.txt"))
    for text in marked_texts():
        plain = unmarked(text)
        assert not re.search("[][]{2}", plain.text)
        assert not [name for start, end in plain.names if re.search("[,。、,]|\n", name := plain.text[start:end])]


def test_swapped_names_stand_where_the_others_stood() -> None:
    text = next(marked_texts())
    swapped = unmarked(Swapper(7).marked(text))
    assert swapped == unmarked(Swapper(7).marked(text))
    assert len(swapped.names) == len(unmarked(text).names)
