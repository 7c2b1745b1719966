"""The succession lists of the sample newspaper, as fixtures/CAST.md has them."""

from __future__ import annotations

import pytest
from django.core.management import call_command

from people.models import Role, Tenure, TenureConflict

COUNTY_COMMITTEE, GOVERNMENT = "中国共产党澄溪县委员会", "澄溪县人民政府"
LISTS = [
    ("县委书记", COUNTY_COMMITTEE, [
        ("郝长庚", "2014-10-15", "2014-10-27"), ("陆承安", "2016-06-17", "2019-08-26"), ("江远帆", "2019-08-26", "2021-07-22"),
        ("闻人岚", "2021-07-22", "2023-03-13")]),
    ("县长", GOVERNMENT, [
        ("陆承安", "2014-10-15", "2016-06-12"), ("江远帆", "2016-06-12", "2019-09-03"), ("闻人岚", "2019-09-03", "2021-07-30"),
        ("祝嘉树", "2021-07-30", "2023-03-14")]),
    ("县人大常委会主任", "澄溪县人民代表大会常务委员会", [
        ("邹克俭", "2014-10-27", "2016-06-12"), ("鲍德全", "2018-03-19", "2021-07-30"), ("石永固", "2021-10-26", "2022-03-26")]),
    ("县政协主席", "政协澄溪县委员会", [("许茂林", "2014-10-27", "2021-10-25"), ("苗春生", "2021-10-25", "2022-12-30")]),
    ("县委宣传部部长", f"{COUNTY_COMMITTEE}宣传部", [
        ("罗其昌", "2014-10-27", "2014-10-27"), ("蓝雨桐", "2018-03-19", "2019-11-06"), ("卜一凡", "2020-02-18", "2021-07-28"),
        ("佟放", "2022-10-24", "2022-10-24")]),
    ("县委组织部部长", f"{COUNTY_COMMITTEE}组织部", [
        ("邢国栋", "2016-06-12", "2019-11-06"), ("司马静", "2022-07-30", "2022-07-30")]),
    ("县委统战部部长", f"{COUNTY_COMMITTEE}统一战线工作部", [
        ("葛怀瑾", "2020-02-20", "2020-02-20"), ("欧阳诚", "2020-04-27", "2022-08-03")]),
    ("县监委主任", "澄溪县监察委员会", [("尉迟衡", "2020-04-29", "2020-04-29"), ("丁牧之", "2021-10-26", "2021-10-26")]),
    ("县公安局局长", "澄溪县公安局", [("雷鸣", "2019-05-07", "2020-04-30"), ("高峰", "2020-04-30", "2021-10-20")]),
    ("县应急管理局局长", "澄溪县应急管理局", [("武定国", "2019-05-07", "2020-04-30"), ("毕昇平", "2020-04-30", "2022-08-02")]),
    ("县水利局局长", "澄溪县水利局", [("江水生", "2016-06-20", "2018-07-14"), ("甘泉", "2022-08-02", "2023-03-13")]),
    ("县交通局局长", "澄溪县交通运输局", [("郝建军", "2014-10-21", "2016-06-12"), ("田埂", "2016-06-12", "2023-01-01")]),
    ("县政府办公室主任", "澄溪县人民政府办公室", [
        ("魏家和", "2019-09-03", "2019-09-03"), ("谷雨", "2019-09-03", "2021-07-30"), ("尚青", "2021-07-30", "2023-03-13")]),
    ("柳湾镇党委书记", "中国共产党澄溪县柳湾镇委员会", [
        ("史长水", "2014-10-21", "2014-10-21"), ("梁满仓", "2018-07-14", "2019-11-03"), ("白桦", "2022-10-16", "2022-10-16")]),
    ("石桥乡党委书记", "中国共产党澄溪县石桥乡委员会", [
        ("段飞", "2016-06-17", "2016-06-17"), ("柯蓝", "2022-10-25", "2023-01-01")]),
]
ACTING = {"江远帆": ("2016-06-12", "2018-03-19"), "闻人岚": ("2019-09-03", "2020-04-29"), "祝嘉树": ("2021-07-30", "2021-10-26")}


def succession(label: str, organization: str) -> list[tuple[str, str, str]]:
    held = Tenure.objects.filter(role__label=label, role__organization__name=organization).select_related("person")
    return [(row.person.name, str(row.first_cited), str(row.last_cited)) for row in held.order_by("begins", "last_cited")]


@pytest.fixture(scope="module")
def samples(django_db_setup, django_db_blocker):
    """The sample newspaper, imported once for this module."""
    with django_db_blocker.unblock():
        call_command("import_seeds", "--samples", verbosity=0)
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.mark.django_db
@pytest.mark.parametrize(("label", "organization", "expected"), LISTS, ids=[row[0] for row in LISTS])
def test_succession_of_the_sample_newspaper(samples, label, organization, expected):
    assert succession(label, organization) == expected
    assert Role.objects.get(label=label, organization__name=organization).exclusive


@pytest.mark.django_db
def test_the_sample_newspaper_has_gaps_but_no_conflicts(samples):
    assert set(TenureConflict.objects.values_list("kind", flat=True)) == {"gap"}
    gap = TenureConflict.objects.get(role__label="县委书记", role__organization__name=COUNTY_COMMITTEE)
    assert (gap.left.name, gap.right.name) == ("郝长庚", "陆承安")
    assert (str(gap.first_day), str(gap.last_day)) == ("2014-10-28", "2016-06-16")
    assert gap.reasons.splitlines()[0].endswith("未必是空缺，也可能是缺报")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ACTING)
def test_an_acting_magistrate_who_is_elected_has_one_tenure(samples, name):
    row = Tenure.objects.get(role__label="县长", role__organization__name=GOVERNMENT, person__name=name)
    assert [(step["qualifier"], step["first_cited"]) for step in row.steps] == [("代", ACTING[name][0]), (None, ACTING[name][1])]
    assert row.qualifier == ""
    assert (row.first_article.date, row.last_article.date) == (str(row.first_cited), str(row.last_cited))


@pytest.mark.django_db
def test_bodies_for_a_time_and_former_holders_have_no_place_in_successions(samples):
    assert not Role.objects.public().filter(exclusive=True, organization__kind="临时机构").exists()
    assert not Role.objects.public().filter(label__contains="执行主席", exclusive=True).exists()
    assert not Tenure.objects.filter(qualifier__contains="原").exists()
