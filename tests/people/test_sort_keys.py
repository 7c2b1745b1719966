"""Names in the order of pinyin and of strokes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.models import Person
from people.sort_keys import pinyin_key, strokes_key


@pytest.mark.parametrize(
    ("name", "syllable"),
    [("解缙", "xie4"), ("单雄", "shan4"), ("曾国", "zeng1"), ("尉迟恭", "yu4 chi2"), ("长孙无", "zhang3 sun1")],
)
def test_surnames_are_read_as_surnames(name, syllable):
    assert pinyin_key(name).startswith(syllable + " ")


def test_one_after_the_other():
    names = ["张三", "阿依努尔·买买提", "李四", "赵六", "王五", "艾一"]
    assert sorted(names, key=pinyin_key) == ["阿依努尔·买买提", "艾一", "李四", "王五", "张三", "赵六"]
    assert sorted(["王五", "丁一", "李四"], key=strokes_key) == ["丁一", "王五", "李四"]


@given(st.text(max_size=50))
def test_any_name_has_keys_that_fit(name):
    assert len(pinyin_key(name)) <= Person._meta.get_field("name_key").max_length
    assert len(strokes_key(name)) <= Person._meta.get_field("strokes").max_length
