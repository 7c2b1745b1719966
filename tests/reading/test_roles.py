"""Which posts stand beside a name, in printed form, and whose posts they are: own sentences, invented people."""

from __future__ import annotations

import pytest

from articles.reading.areas import parse_area
from articles.reading.names import read_names
from articles.reading.posts import posts_before
from articles.reading.types import Lexicon, PrintedRole, roles_of
from tests.reading.test_names import article

HOME = parse_area("岭东省云泽市澄溪县")

POSTS = [
    # chained, each its own role
    ("县委副书记、县长陶景明出席。", "陶景明=县委副书记|县长"),
    ("县委常委、宣传部长,县委办主任祝枝山参加。", "祝枝山=县委常委|宣传部长|县委办主任"),
    ("县委副书记,县长陶景明讲话。", "陶景明=县委副书记|县长"),
    ("县委常委、副县长兼开发区管委会主任曲向东参加。", "曲向东=县委常委|副县长|开发区管委会主任"),
    ("政府副县长、县公安局局长雷大雨到场。", "雷大雨=政府副县长|县公安局局长"),
    ("市统计局党组书记、局长邵一航一行到我县调研。", "邵一航=市统计局党组书记|局长"),
    ("江北省科技厅半导体与新材料处处长柯以宁到我县考察。", "柯以宁=江北省科技厅半导体与新材料处处长"),
    ("县卫健局党组成员、二级调研员罗其昌参加。", "罗其昌=县卫健局党组成员|二级调研员"),
    # what belongs to the sentence is no part of the post
    ("会议由县委副书记、县长陶景明主持。", "陶景明=县委副书记|县长"),
    ("3月2日上午县委书记翁立言到柳泉镇调研。", "翁立言=县委书记"),
    ("在县人大常委会副主任于洋陪同下,代表们走访农户。", "于洋=县人大常委会副主任"),
    (
        "翁立言与来澄考察的江北云谷科技有限公司董事长柯以宁座谈。县委书记翁立言介绍县情。",
        "翁立言=县委书记 柯以宁=江北云谷科技有限公司董事长",
    ),
    ("县文化和旅游局局长谢云舟汇报。", "谢云舟=县文化和旅游局局长"),
    ("县经济开发区管委会副主任童心参加。", "童心=县经济开发区管委会副主任"),
    # after the name
    ("会议传达了祁连城市长的批示。", "祁连城=市长"),
    ("学习习近平总书记重要讲话。", "习近平=总书记"),
    # shared over a list
    ("县政协副主席马骋、于洋、卜一参加。", "马骋=县政协副主席 于洋=县政协副主席 卜一=县政协副主席"),
    ("县领导翁立言、陶景明、曲向东参加。", "翁立言=县领导 陶景明=县领导 曲向东=县领导"),
    ("县委书记翁立言,县领导陶景明、曲向东参加。", "翁立言=县委书记 陶景明=县领导 曲向东=县领导"),
    ("县上及开发区领导马骋、于洋参加。", "马骋=县上及开发区领导 于洋=县上及开发区领导"),
    ("县防汛9个专班组长马骋、于洋参加。", "马骋=县防汛9个专班组长 于洋=县防汛9个专班组长"),
    ("县委常委马骋、副县长于洋参加。", "马骋=县委常委 于洋=副县长"),
    ("县委书记翁立言、马骋参加。", "翁立言=县委书记 马骋="),
    # in apposition after a list
    ("翁立言、陶景明、曲向东等县四家班子领导参加植树。", "翁立言=县四家班子领导 陶景明=县四家班子领导 曲向东=县四家班子领导"),
    # a real post displaces a list title
    ("县领导翁立言、陶景明参加。县长陶景明讲话。", "翁立言=县领导 陶景明=县长"),
    # appointments
    ("会议决定任命谷丰为县财政局局长。", "谷丰=县财政局局长"),
    ("会议决定免去时光的县财政局局长职务。", "时光=县财政局局长"),
    ("陶景明当选为县长,曲向东、马骋当选为副县长。", "陶景明=县长 曲向东=副县长 马骋=副县长"),
    ("决定成立督导组,组长由陶景明担任。县长陶景明讲话。", "陶景明=组长|县长"),
    ("选举翁立言、陶景明等9名同志为镇第九届委员会委员。", "翁立言=镇第九届委员会委员 陶景明=镇第九届委员会委员"),
    ("陶景明同志任中共澄溪县委委员、副书记,提名为县长候选人。", "陶景明=中共澄溪县委委员|副书记|县长候选人"),
    ("祝枝山,男,1980年1月生,现任柳泉镇党委副书记、镇长,拟任柳泉镇党委书记。", "祝枝山=柳泉镇党委副书记|镇长|柳泉镇党委书记"),
    ("在主席台就座的县领导有:翁立言、陶景明、曲向东。", "翁立言=县领导 陶景明=县领导 曲向东=县领导"),
    # words that only look like what belongs to the sentence
    ("中学教师祝枝山、上海云谷科技有限公司董事长柯以宁参加。", "祝枝山=中学教师 柯以宁=上海云谷科技有限公司董事长"),
    ("六(3)班班主任祝枝山带队。", "祝枝山=六(3)班班主任"),
    ("记绛县柳泉镇卫生室医生祝枝山。", "祝枝山=绛县柳泉镇卫生室医生"),
    ("翁立言叮嘱乡党委书记祝枝山抓好落实。县委书记翁立言说好。", "翁立言=县委书记 祝枝山=乡党委书记"),
    ("县长翁立言在县行政中心会见上海云谷科技有限公司董事长柯以宁。", "翁立言=县长 柯以宁=上海云谷科技有限公司董事长"),
    ("大会由大会执行主席、县委书记翁立言主持。", "翁立言=大会执行主席|县委书记"),
    ("市住房和城乡建设局局长祝枝山、区规划和自然资源局局长邵一航参加。",
     "祝枝山=市住房和城乡建设局局长 邵一航=区规划和自然资源局局长"),
    ("华岳精工(苏州)集团董事长柯以宁到我县考察。", "柯以宁=华岳精工(苏州)集团董事长"),
    ("上井村党支部书记祝枝山、后柳镇镇长邵一航、县公安局经侦大队大队长罗其昌参加。",
     "祝枝山=上井村党支部书记 邵一航=后柳镇镇长 罗其昌=县公安局经侦大队大队长"),
    ("七年级班主任祝枝山、天津市和平区中医医院外科主任邵一航参加。", "祝枝山=七年级班主任 邵一航=天津市和平区中医医院外科主任"),
    # no posts
    ("村民葛长根说,日子好了。", "葛长根="),
    ("向方志强同志学习。", "方志强="),
]  # fmt: skip


def roles(body: str) -> dict[str, tuple[PrintedRole, ...]]:
    found = read_names([article(body)], HOME, Lexicon(), ())[0]
    return {one.exact: roles_of(found, one.referent) for one in found}


@pytest.mark.parametrize(("sentence", "expected"), POSTS)
def test_the_posts_beside_a_name(sentence: str, expected: str) -> None:
    wanted = dict(one.split("=") for one in expected.split())
    assert {name: "|".join(role.text for role in found) for name, found in roles(sentence).items()} == wanted


@pytest.mark.parametrize(
    ("sentence", "name", "expected"),
    [
        ("县长陶景明讲话。", "陶景明", "澄溪县"),
        ("市政协副主席祁连城到我县调研。", "祁连城", "云泽市"),
        ("省水利厅厅长祁连城到我县调研。", "祁连城", "岭东省"),
        ("丰岩县委副书记、县长皮正言来我县考察。", "皮正言", "丰岩县"),
        ("运城市科技局党组成员、二级调研员罗其昌参加。", "罗其昌", "运城市"),
        ("山西省科技厅处长罗其昌参加。", "罗其昌", "山西省"),
        ("柳泉镇党委书记祝枝山参加。", "祝枝山", "澄溪县"),
        ("认真学习习近平总书记重要讲话。", "习近平", "全国"),
        ("江北云谷科技有限公司董事长柯以宁座谈。", "柯以宁", None),
        ("代县长陶景明讲话。", "陶景明", "澄溪县"),
        ("县领导马骋、于洋参加。", "于洋", "澄溪县"),
    ],
)
def test_whose_post_it_is(sentence: str, name: str, expected: str | None) -> None:
    assert roles(sentence)[name][0].area == expected


@pytest.mark.parametrize(
    ("home", "sentence", "area"),
    [
        ("三江侗族自治县", "自治区扶贫办副主任祝枝山来我县调研。", "广西壮族自治区"),
        ("和硕县", "自治州党委书记祝枝山来我县调研。", "巴音郭楞蒙古自治州"),
        ("敖汉旗", "旗委书记祝枝山讲话。", "敖汉旗"),
        ("淅川县", "毕店镇镇长祝枝山带来了水利站的人。", "唐河县"),
        ("淅川县", "城关镇镇长祝枝山讲话。", "淅川县"),
        ("绛县", "代县长祝枝山讲话。", "绛县"),
        ("绛县", "代县县委书记祝枝山来访。", "代县"),
        ("楚雄彝族自治州", "双柏县办起夜校,县长祝枝山讲了第一课。", "双柏县"),
        ("楚雄彝族自治州", "双柏县办起夜校,州委书记祝枝山到场。", "楚雄彝族自治州"),
        ("楚雄彝族自治州", "大姚县今年雨多,柳泉镇卫生院院长祝枝山说。", "大姚县"),
    ],
)
def test_whose_post_it_is_elsewhere(home: str, sentence: str, area: str) -> None:
    found = read_names([article(sentence)], parse_area(home), Lexicon(), ())[0]
    assert found[0].roles[0].area == area


def test_the_area_of_a_guest_goes_on_along_the_list() -> None:
    found = roles("在丰岩县政府党组成员皮正言,县委常委、宣传部长贺知秋等陪同下,县委书记翁立言参观。县委书记翁立言说好。")
    assert [role.area for role in found["贺知秋"]] == ["丰岩县", "丰岩县"]
    assert found["翁立言"][0].area == "澄溪县"


def test_a_bare_post_carries_the_body_before_it() -> None:
    first, second = roles("市统计局党组书记、局长邵一航一行到我县调研。")["邵一航"]
    assert (first.organization, second.organization, second.area) == (None, "市统计局", "云泽市")


def test_qualifiers_and_list_titles() -> None:
    assert roles("县委副书记、代县长陶景明讲话。")["陶景明"][1].qualifiers == ("代",)
    assert roles("县委常委、常务副县长曲向东讲话。")["曲向东"][1].qualifiers == ("常务",)
    assert [role.generic for role in roles("县领导马骋、于洋参加。")["马骋"]] == [True]


def test_without_a_home_nothing_is_borrowed() -> None:
    found = read_names([article("县长陶景明讲话。")], None, Lexicon(), ())[0]
    assert found[0].roles[0].area is None


def test_posts_stop_at_the_name_before() -> None:
    assert posts_before("县长陶景明、副县长", 9, 5) == ((6, 9),)
