"""Numbers, terms and series in the names of events."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.series import Series, count, read_series


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("7", 7), ("118", 118), ("十", 10), ("十三", 13), ("二十", 20), ("六十七", 67), ("一百", 100), ("一百零三", 103),
        ("一百二十", 120), ("三百六十五", 365), ("九百九十九", 999), ("一二〇", 120), ("两", 2), ("百", 100),
        ("十百", None), ("一一十", None), ("", None),
    ],
)  # fmt: skip
def test_count(numeral: str, value: int | None) -> None:
    assert count(numeral) == value


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("县防汛第118次专题会议", Series("县防汛专题会议", None, 118)),
        ("我县第六十七次防火专题会议", Series("防火专题会议", None, 67)),
        ("第76次县长办公例会", Series("县长办公例会", None, 76)),
        ("市委第120次防汛调度会", Series("市委防汛调度会", None, 120)),
        ("县政协第十三届三十五次常委会", Series("县政协第十三届常委会", 13, 35)),
        ("县十八届人大三次会议", Series("县十八届人大会议", 18, 3)),
        ("县十六届人大常委会第三十次会议", Series("县十六届人大常委会会议", 16, 30)),
        ("十七届县政府第41次常务会议", Series("十七届县政府常务会议", 17, 41)),
        ("县委理论学习中心组今年第三次集中学习", Series("县委理论学习中心组集中学习", None, 3)),
        ("县委十三届一次全会", Series("县委十三届全会", 13, 1)),
        ("第三届杏花旅游节", Series("杏花旅游节", None, 3)),
        ("县十六届运动会", Series("县运动会", None, 16)),
        ("党的十九届五中全会", Series(term=19)),
        ("第二期青年干部培训班", Series("青年干部培训班", None, 2)),
        ("全县第三次全国土壤普查推进会", Series()),
        ("第七次人口普查工作会", Series()),
        ("县妇联第九次全国代表大会精神宣讲会", Series("县妇联全国代表大会精神宣讲会", None, 9)),
        ("学习党的二十大精神报告会", Series()),
        ("先后三次会议", Series()),
        ("一次基层宣讲", Series()),
        ("全县三级干部会议", Series()),
        ("", Series()),
    ],
)
def test_read_series(name: str, series: Series) -> None:
    assert read_series(name) == series


@given(st.text(alphabet="第届次十百零一二三〇9８会议县人大常委会(扩大)\n ", max_size=60))
def test_never_fails(name: str) -> None:
    found = read_series(name)
    assert found.number is None or 0 < found.number < 10_000
