"""Which area a printed name means to a paper of some county."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.places import area_at, resolve
from articles.reading.areas import areas_named

HOME = "湖东省澄江市白石县"
LISTED = "福建省福州市鼓楼区"


@pytest.mark.parametrize(
    ("name", "home", "path"),
    [
        ("白石县", HOME, HOME),
        ("澄江市", HOME, "湖东省澄江市"),
        ("湖东省", HOME, "湖东省"),
        ("青山县", HOME, "湖东省澄江市青山县"),
        ("全国", HOME, "全国"),
        ("鼓楼区", LISTED, LISTED),
        ("福州市", LISTED, "福建省福州市"),
        ("马尾区", LISTED, "福建省福州市马尾区"),
        ("", HOME, ""),
        ("白石县", "", "白石县"),
        ("马尾区", "", "福建省福州市马尾区"),
        ("鼓楼区", "", "鼓楼区"),
    ],
)
def test_a_name_is_the_nearest_area_of_that_name(name, home, path):
    assert resolve(name, home) == path


def test_namesakes_of_another_province_are_not_borrowed():
    assert len(areas_named("鼓楼区")) > 1
    assert resolve("鼓楼区", "江苏省南京市玄武区") == "江苏省南京市鼓楼区"


@given(
    st.text(st.sampled_from("省市县区旗州盟镇乡福建鼓楼白石 全国\u3000a"), max_size=20),
    st.sampled_from(["", HOME, LISTED, "白石", "县"]),
)
def test_any_string_is_survived_and_told_the_same_again(name, home):
    path = resolve(name, home)
    assert path == resolve(name, home)
    assert area_at(path) is None or area_at(path).path
