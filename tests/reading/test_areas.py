"""Paths of areas, and the home that a page concludes for itself."""

from __future__ import annotations

import pytest

from articles.reading.areas import ancestor, areas_named, completed, parse_area
from articles.reading.homes import conclude_home
from tests.reading.test_names import article


@pytest.mark.parametrize(
    ("path", "name", "level", "parents"),
    [
        ("山西省运城市绛县", "绛县", "county", ("山西省运城市", "山西省")),
        ("绛县", "绛县", "county", ("山西省运城市", "山西省")),
        ("运城市", "运城市", "city", ("山西省",)),
        ("北京市东城区", "东城区", "county", ("北京市",)),
        ("湖北省仙桃市", "仙桃市", "county", ("湖北省",)),
        ("湖南省常德市津市市", "津市市", "county", ("湖南省常德市", "湖南省")),
        ("岭东省云泽市澄溪县", "澄溪县", "county", ("岭东省云泽市", "岭东省")),
        ("云泽市澄溪县", "澄溪县", "county", ("云泽市",)),
        ("澄溪县", "澄溪县", "county", ()),
        ("岭东省云泽市澄溪县柳泉镇", "柳泉镇", "town", ("岭东省云泽市澄溪县", "岭东省云泽市", "岭东省")),
        ("全国", "全国", "nation", ()),
        ("长泰县", "长泰县", "county", ("福建省漳州市", "福建省")),  # a district since 2021
        ("增城市", "增城市", "county", ("广东省广州市", "广东省")),
    ],
)
def test_paths(path: str, name: str, level: str, parents: tuple[str, ...]) -> None:
    area = parse_area(path)
    assert (area.name, area.level, area.parents) == (name, level, parents)
    assert parse_area(area.path) == area


@pytest.mark.parametrize("path", ["鼓楼区", "somewhere", "", "澄溪"])
def test_what_is_no_path_says_what_to_write(path: str) -> None:
    with pytest.raises(ValueError, match="write the whole path"):
        parse_area(path)


def test_above() -> None:
    home = parse_area("岭东省云泽市澄溪县")
    assert (ancestor(home, "city"), ancestor(home, "province"), ancestor(None, "city")) == ("云泽市", "岭东省", None)
    assert ancestor(parse_area("北京市东城区"), "city") == "北京市"


def test_names_repeat() -> None:
    assert len(areas_named("鼓楼区")) > 1
    assert completed("鼓楼区", "徐州市鼓楼区召开会议").path == "江苏省徐州市鼓楼区"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("我县召开春耕会。绛县召开春耕会议,绛县各级干部参加。", "绛县"),
        ("绛县举行比赛。我县选手获奖,书记到夏县考察。", "绛县"),
        ("夏县党政代表团来我县考察。", None),
        ("我县召开会议。在澄溪县政府,澄溪县委书记讲话,来到澄溪县的人多了。", "澄溪县"),
        ("我市召开会议。中共永济市委召开全会,永济市人民政府办公室发文。", "永济市"),
        ("我县召开会议,落实县委要求,召开县委会议,创建示范县。", None),
        ("我县召开会议。五里甸子镇、黑沟乡干部参加。", "桓仁满族自治县"),
        ("我县召开会议,城关镇、新城镇干部参加。", None),
        ("移民搬迁是大事,移民安置、移民后扶都要抓,各移民点要建好,移民县的精气神要鼓起来。我县召开会议。", None),
        ("我县召开会议,看望武进区援疆干部,武进区援疆工作组汇报。尼勒克县人民政府发文。", "尼勒克县"),
        ("天气晴好,麦子熟了。", None),
        ("", None),
    ],
)
def test_the_home_that_a_page_concludes(body: str, expected: str | None) -> None:
    home = conclude_home([article(body)])
    assert (home.name if home else None) == expected


@pytest.mark.parametrize(
    ("margin", "body", "expected"),
    [
        ("今日尤溪\n2019年7月8日 第三版", "我县召开会议。", "尤溪县"),
        ("楚 雄 日 报  星期三", "州委召开会议。永仁县、元谋县永仁县永仁县丰收。", "楚雄彝族自治州"),
        ("汉阴新闻", "我县召开会议。", "汉阴县"),
        ("敖汉报 要闻", "旗委召开会议。", "敖汉旗"),
        ("人民日报", "我县召开会议。", None),
        ("中共义乌市佛堂镇委员会 主办", "我镇召开会议。", "义乌市"),
    ],
)
def test_the_home_that_a_masthead_names(margin: str, body: str, expected: str | None) -> None:
    home = conclude_home([article(body)], margin)
    assert (home.name if home else None) == expected
