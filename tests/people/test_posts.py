"""Printed posts: one role for each post of a body, however it is printed; hostile strings survived."""

from __future__ import annotations

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.other_names import RENAMED, other_names
from people.posts import BODIES, Post, body_named, normalise, posts_of

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
        ("人大主席", "青石镇", "青石镇人大主席", "主席", "白石县青石镇人民代表大会"),
        ("书记", "中国共产党白石县青石镇委员会", "青石镇党委书记", "书记", "中国共产党白石县青石镇委员会"),
        ("中国共产党白石县委员会书记", "", "县委书记", "书记", "中国共产党白石县委员会"),
        ("县政协主席", "", "县政协主席", "主席", "政协白石县委员会"),
        ("政协白石县委员会主席", "", "县政协主席", "主席", "政协白石县委员会"),
        ("县政府党组书记", "", "县政府党组书记", "党组书记", "白石县人民政府"),
        ("县政府党组成员", "", "县政府党组成员", "党组成员", "白石县人民政府"),
        ("县卫健局局长", "", "县卫健局局长", "局长", "白石县卫生健康局"),
        ("县卫生健康局局长", "", "县卫健局局长", "局长", "白石县卫生健康局"),
        ("县卫健委主任", "", "县卫健委主任", "主任", "白石县卫生健康委员会"),
        ("县住房和城乡建设局局长", "", "县住建局局长", "局长", "白石县住房和城乡建设局"),
        ("主席", "县妇联", "县妇联主席", "主席", "白石县妇女联合会"),
    ],
)
def test_a_printed_post_is_this_role(printed, organization, label, post, official):
    found = of(printed, organization)
    assert (found.label, found.post, found.organization) == (label, post, official)


@pytest.mark.parametrize("printed", ["", " ", "一级调研员", "二级巡视员"])
def test_ranks_and_nothing_are_no_post(printed):
    assert of(printed) is None


@pytest.mark.parametrize(
    ("printed", "label", "qualifier"),
    [
        ("常务副县长", "副县长", "常务"),
        ("代县长", "县长", "代"),
        ("代理县长", "县长", "代"),
        ("县政府代县长", "县长", "代"),
        ("县法院代院长", "县法院院长", "代"),
        ("原县长", "县长", "原"),
        ("前任县长", "县长", "原"),
        ("时任县长", "县长", "原"),
        ("县政府原副县长", "副县长", "原"),
        ("拟任县长", "县长", "拟任"),
        ("候任县长", "县长", "拟任"),
        ("兼县公安局局长", "县公安局局长", "兼"),
        ("县公安局局长（兼）", "县公安局局长", "兼"),
        ("副县长(挂职)", "副县长", "挂职"),
        ("县财政局副局长（主持工作）", "县财政局副局长", "主持工作"),
        ("县财政局副局长(主持全面工作)", "县财政局副局长", "主持工作"),
        ("县财政局副局长(正科级)", "县财政局副局长", ""),
        ("县人大代表联络办主任", "县人大代表联络办主任", ""),
    ],
)
def test_qualifiers_are_the_tenures_and_not_the_posts(printed, label, qualifier):
    found = of(printed)
    assert (found.label, found.qualifier) == (label, qualifier)


@pytest.mark.parametrize(
    ("printed", "area", "label", "qualifier"),
    [("代县县长", "代县", "县长", ""), ("原平市市长", "原平市", "市长", ""), ("代县代县长", "代县", "县长", "代")],
)
def test_places_that_begin_like_a_qualifier(printed, area, label, qualifier):
    found = normalise(printed, "", area, "山西省忻州市" + area, ("代",) if area == "代县" and qualifier == "" else ())
    assert (found.label, found.qualifier) == (label, qualifier)


@pytest.mark.parametrize(
    ("printed", "exclusive"),
    [
        *((post, True) for post in (
            "县委书记", "县长", "县政协主席", "县人大常委会主任", "县委宣传部部长", "县水利局局长", "青石镇镇长",
            "县水利局党组书记", "县法院院长", "县检察院检察长")),
        *((post, False) for post in (
            "县委副书记", "副县长", "县政协副主席", "县委常委", "县委委员", "县水利局副局长", "县水利局党组成员",
            "春耕领导小组组长", "防汛指挥部总指挥", "防汛指挥部办公室主任", "应急专班组长", "大会主席团执行主席")),
    ],
)
def test_posts_that_have_one_holder(printed, exclusive):
    assert of(printed).exclusive is exclusive


@pytest.mark.parametrize("printed", ["春耕领导小组组长", "防汛抗旱指挥部总指挥", "疫情防控工作专班组长", "大会主席团执行主席"])
def test_bodies_for_a_time(printed):
    assert of(printed).kind == "临时机构"


@pytest.mark.parametrize("printed", ["县领导", "县上及开发区领导", "应急专班组长"])
def test_list_titles_are_no_posts(printed):
    """The reading says which these are; even 应急专班组长, when a list is headed by it."""
    assert posts_of([{"text": printed, "organization": None, "area": "白石县", "generic": True, "qualifiers": []}], HOME) == []


def test_two_posts_of_one_body_are_two_roles():
    roles = [{"text": "县统计局党组书记", "organization": None}, {"text": "局长", "organization": "县统计局"}]
    found = posts_of([role | {"area": "白石县", "generic": False, "qualifiers": []} for role in roles], HOME)
    assert [(post.label, post.organization) for post in found] == [
        ("县统计局党组书记", "白石县统计局"), ("县统计局局长", "白石县统计局")]


@pytest.mark.parametrize(
    ("official", "name", "since", "until"),
    [
        ("白石县卫生健康局", "白石县卫健局", None, None),
        ("白石县卫生健康局", "白石县卫生和计划生育局", None, "2018-11-01"),
        ("白石县卫生和计划生育局", "白石县卫生健康局", "2018-11-01", None),
        ("白石县应急管理局", "白石县安全生产监督管理局", None, "2018-11-01"),
        ("白石县乡村振兴局", "白石县扶贫开发办公室", None, "2021-02-01"),
        ("中国共产党白石县委员会", "白石县县委", None, None),
        ("中国共产党白石县委员会", "白石县委", None, None),
    ],
)
def test_other_names_of_bodies(official, name, since, until):
    found = {one.name: one for one in other_names(official, HOME)}[name]
    assert (found.used_from and found.used_from.isoformat(), found.used_until and found.used_until.isoformat()) == (since, until)


def test_reorganisations_name_each_pair_once_and_only_bodies_of_an_area():
    pairs = [(later, earlier) for later, earlier, _ in RENAMED]
    assert len(pairs) == len(set(pairs))
    assert all("{area}" in name for pair in pairs for name in pair)
    assert not any(later == earlier for later, earlier in pairs)


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
