"""Printed posts: one role for each post of a body, however it is printed; hostile strings survived."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.posts import BODIES, Post, body_named, normalise

HOME = "湖东省澄江市白石县"


def of(text: str, organization: str = "", area: str = "白石县") -> Post | None:
    return normalise(text, organization, area, HOME)


@pytest.mark.parametrize(
    ("printed", "organization", "label", "post", "official"),
    [
        ("县长", "", "县长", "县长", "白石县人民政府"),
        ("县委书记", "", "县委书记", "书记", "中国共产党白石县委员会"),
        ("政府副县长", "", "副县长", "副县长", "白石县人民政府"),
        ("县统计局局长", "", "县统计局局长", "局长", "白石县统计局"),
        ("局长", "县统计局党组", "县统计局党组局长", "党组局长", "白石县统计局"),
        ("青石镇党委书记", "", "青石镇党委书记", "书记", "中国共产党白石县青石镇委员会"),
        ("青石镇委书记", "", "青石镇党委书记", "书记", "中国共产党白石县青石镇委员会"),
        ("青石镇书记", "", "青石镇党委书记", "书记", "中国共产党白石县青石镇委员会"),
        ("青石镇镇长", "", "青石镇镇长", "镇长", "白石县青石镇人民政府"),
        ("青石镇人民政府镇长", "", "青石镇镇长", "镇长", "白石县青石镇人民政府"),
        ("青石镇人大主席", "", "青石镇人大主席", "主席", "白石县青石镇人民代表大会"),
        ("青石镇派出所所长", "", "青石镇派出所所长", "所长", "白石县青石镇派出所"),
        ("青石镇桃林村党支部书记", "", "青石镇桃林村党支部书记", "党支部书记", "白石县青石镇桃林村"),
    ],
)
def test_a_printed_post_is_this_role(printed, organization, label, post, official):
    found = of(printed, organization)
    assert (found.label, found.post, found.organization) == (label, post, official)


@pytest.mark.parametrize("printed", ["", " ", "一级调研员", "二级巡视员"])
def test_ranks_and_nothing_are_no_post(printed):
    assert of(printed) is None


AREAS = ["白石县", "澄江市", "湖东省"]
PRINTED_BODIES = [
    "",
    *BODIES,
    "统计局",
    "公安局",
    "市场监管局",
    "青石镇",
    "青石镇政府",
    "青石镇人民政府",
    "青石镇党委",
    "青石镇人大",
    "青石镇派出所",
    "青石镇桃林村",
    "青石镇桃林村委会",
    "桃林村",
    "人民医院",
    "第一中学",
    "开发区管委会",
    "春耕领导小组",
    "防汛指挥部办公室",
    "白石县人民政府",
    "中国共产党白石县委员会",
]
POSTS = [
    "书记",
    "副书记",
    "县长",
    "市长",
    "副县长",
    "主任",
    "局长",
    "镇长",
    "主席",
    "成员",
    "常委",
    "部长",
    "院长",
    "校长",
    "所长",
    "检察长",
]


def test_title_kind_and_exclusiveness_follow_from_body_and_post():
    """Else what a role is called would depend on which page came first."""
    found = defaultdict(set)
    for area, body, level, party, post in product(
        AREAS, PRINTED_BODIES, ("", "县", "市", "我县", "白石县"), ("", "党组", "党委", "党支部"), POSTS
    ):
        for text, organization in ((level + body + party + post, ""), (post, level + body + party), (party + post, level + body)):
            role = of(text, organization, area)
            if role:
                found[role.area, role.organization, role.post].add((role.label, role.kind, role.exclusive))
    assert len(found) > 2000
    assert not {key: told for key, told in found.items() if len(told) > 1}


WORDS = st.text(
    st.sampled_from("县市省镇乡村委政府党组书记长主任局常副代原(挂职)（一二三四级调研员中共我全国\u3000 a"), max_size=30
)


@given(WORDS, WORDS, WORDS, st.sampled_from(["", HOME, "全国", "白石"]))
def test_any_string_is_survived(text, organization, area, home):
    found = normalise(text, organization, area, home)
    assert found is None or found.label
    body_named(organization, area, home)
