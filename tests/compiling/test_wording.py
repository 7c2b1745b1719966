"""Wording, number by number and word by word: what a chronicle writes and what it leaves out."""

from __future__ import annotations

from datetime import date

import pytest

from newsroom.compiling.coverage import Issues, absent, told
from newsroom.compiling.dates import UNKNOWN, Dating, dating, day_head, in_full, month_of, supplied, with_certainty, year_head
from newsroom.compiling.entries import Happening, Taker, entry_text, posts_shown
from newsroom.compiling.extracts import sentences_around
from newsroom.compiling.numbers import counted_anew, missing, runs_in_words
from newsroom.compiling.ranks import body_rank, post_rank, remarks
from newsroom.compiling.texts import plain, typeset, with_county, without_day, without_opening, without_rhetoric

DAY = Dating(date(2022, 12, 26))


def days(first: date, end: date, **more) -> Dating:
    return Dating(first, end=end, **more)


@pytest.mark.parametrize(("when", "before", "head"), [
    (DAY, None, "26日"),
    (DAY, Dating(date(2022, 12, 25)), "26日"),
    (DAY, DAY, "同日"),
    (DAY, days(date(2022, 12, 26), date(2022, 12, 28)), "26日"),
    (days(date(2022, 12, 26), date(2022, 12, 28)), DAY, "26日至28日"),
    (days(date(2018, 4, 9), date(2018, 4, 10)), None, "9日至10日"),
    (days(date(2018, 9, 29), date(2018, 10, 3)), None, "9月29日至10月3日"),
    (days(date(2018, 12, 29), date(2019, 1, 3)), None, "2018年12月29日至2019年1月3日"),
    (days(date(2018, 4, 9), date(2018, 4, 9)), None, "9日"),
    (Dating(date(2018, 4, 1), "month"), None, "是月"),
    (Dating(date(2018, 4, 1), "month"), Dating(date(2018, 4, 1), "month"), "是月"),
    (Dating(date(2018, 1, 1), "year"), None, "是年"),
    (Dating(), None, ""),
])
def test_heads_of_days(when, before, head):
    assert day_head(when, before) == head


@pytest.mark.parametrize(("when", "whole"), [
    (DAY, "2022年12月26日"),
    (Dating(date(2022, 12, 26), year_printed=False), "〔2022〕年12月26日"),
    (Dating(date(2018, 7, 17), year_printed=False, month_printed=False), "〔2018〕年〔7〕月17日"),
    (Dating(date(2018, 7, 1), "month"), "2018年7月"),
    (Dating(date(2018, 1, 1), "year", year_printed=False), "〔2018〕年"),
    (days(date(2018, 3, 15), date(2018, 3, 16)), "2018年3月15日至16日"),
    (days(date(2018, 3, 30), date(2018, 4, 2)), "2018年3月30日至4月2日"),
    (days(date(2018, 12, 30), date(2019, 1, 2), year_printed=False), "〔2018〕年12月30日至〔2019〕年1月2日"),
    (Dating(), UNKNOWN),
])
def test_dates_in_full(when, whole):
    assert in_full(when) == whole


@pytest.mark.parametrize(("when", "said", "whole"), [
    (DAY, "", "2022年12月26日"),
    (Dating(date(2022, 12, 26), year_printed=False, certainty="certain"), "〔2022〕年，确定", "〔2022〕年12月26日（确定）"),
    (Dating(date(2022, 12, 26), year_printed=False, certainty="doubtful"), "〔2022〕年，存疑", "〔2022〕年12月26日（存疑）"),
    (Dating(date(2022, 12, 26), month_printed=False, certainty="probable"), "〔12〕月，推定", "2022年〔12〕月26日（推定）"),
    (Dating(date(2022, 1, 1), "year", year_printed=False, month_printed=False), "〔2022〕年", "〔2022〕年"),
    (Dating(), "", UNKNOWN),
])
def test_supplied_years_say_how_sure_they_are(when, said, whole):
    assert supplied(when) == said
    assert with_certainty(when) == whole


@pytest.mark.parametrize(("basis", "printed", "parts"), [
    ("stated", None, (True, True)),
    ("inferred", None, (False, True)),
    ("inferred", {"year": None, "month": 7, "day": 1}, (False, True)),
    ("inferred", {"year": None, "month": None, "day": 17}, (False, False)),
    ("inferred", {"year": 2022, "month": None, "day": 17}, (True, False)),
    ("edited", {"year": 2022, "month": 7, "day": 17}, (True, True)),
    ("edited", {"year": None, "month": 7, "day": 17}, (False, True)),
])
def test_what_the_paper_prints_of_a_date(basis, printed, parts):
    made = dating(date(2022, 7, 17), "day", None, basis, "certain", printed)
    assert (made.year_printed, made.month_printed) == parts


def test_years_and_months_have_heads():
    assert [year_head(2022, printed=True), year_head(2022, printed=False)] == ["2022年", "〔2022〕年"]
    assert [month_of(DAY), month_of(Dating(date(2022, 1, 1), "year")), month_of(Dating())] == [(2022, 12), (2022, 13), None]


@pytest.mark.parametrize(("printed", "shown"), [
    ("本报讯 县图书馆开放", "县图书馆开放"),
    ("本报讯 近日,县图书馆开放", "县图书馆开放"),
    ("日前，县图书馆开放", "县图书馆开放"),
    ("近日点评会召开", "点评会召开"),
    ("县图书馆近日开放", "县图书馆近日开放"),
])
def test_openings_go(printed, shown):
    assert without_opening(printed) == shown


@pytest.mark.parametrize(("printed", "shown"), [
    ("为深入学习贯彻党的二十大精神，县委举办读书班", "县委举办读书班"),
    ("深入贯彻落实上级部署，县政府召开常务会议", "县政府召开常务会议"),
    ("在县委的坚强领导下，水库工程启动", "水库工程启动"),
    ("县人大会议胜利闭幕", "县人大会议闭幕"),
    ("大会隆重召开", "大会召开"),
    ("第五次会议在圆满完成各项议程后闭幕", "第五次会议闭幕"),
    ("学习贯彻党的十九届五中全会精神演讲比赛举行", "学习贯彻党的十九届五中全会精神演讲比赛举行"),
    ("深入大交镇检查防控工作", "深入大交镇检查防控工作"),
    ("成功村召开村民大会", "成功村召开村民大会"),
    ("为民服务中心启用，县长到场", "为民服务中心启用，县长到场"),
    ("胜利召开", "召开"),
    ("县委书记作重要讲话", "县委书记讲话"),
    ("贯彻落实会议精神", "贯彻落实会议精神"),
])
def test_rhetoric_goes_and_nothing_else(printed, shown):
    assert without_rhetoric(printed) == shown


@pytest.mark.parametrize(("printed", "county", "shown"), [
    ("我县召开植树造林现场会", "绿水县", "绿水县召开植树造林现场会"),
    ("全县领导干部大会在我县分会场举行", "绿水县", "绿水县领导干部大会在绿水县分会场举行"),
    ("到我县调研本县水利", "绿水县", "到绿水县调研绿水县水利"),
    ("绿水县全县动员", "绿水县", "绿水县全县动员"),
    ("健全县级机制", "绿水县", "健全县级机制"),
    ("安全县城创建", "绿水县", "安全县城创建"),
    ("基本县情", "绿水县", "基本县情"),
    ("全市会议在我县召开", "绿水县", "全市会议在绿水县召开"),
    ("我市召开会议", "绿水市", "绿水市召开会议"),
    ("我县召开会议", "", "我县召开会议"),
])
def test_the_county_by_its_name(printed, county, shown):
    assert with_county(printed, county) == shown


@pytest.mark.parametrize(("printed", "shown"), [
    ('讲"两学一做"专题党课', "讲“两学一做”专题党课"),
    ('讲"两学一做专题党课', '讲"两学一做专题党课'),
    ("常委(扩大)会议", "常委（扩大）会议"),
    ("会议指出,要动真碰硬,见人见事", "会议指出，要动真碰硬，见人见事"),
    ("增长1,200吨", "增长1,200吨"),
    ("比分3:2", "比分3:2"),
])
def test_punctuation_is_chinese(printed, shown):
    assert typeset(printed) == shown


def test_a_day_goes_where_the_head_says_it():
    assert without_day("2022年3月26日,签约仪式举行") == "签约仪式举行"
    assert without_day("纪念5月4日的活动") == "纪念5月4日的活动"
    assert plain("本报讯 3月26日，我县隆重召开表彰会。", "绿水县") == "绿水县召开表彰会"


CHAIR = Taker("沈知秋", "县委副书记、县长", "chair", ("主持召开", "强调"), 1)
CONVENER = Taker("沈知秋", "县委副书记、县长", "chair", ("召开",), 1)
SPEAKER = Taker("顾长河", "县委书记", "speak", ("出席", "讲话"), 2)
GRAND = Taker("顾长河", "县委书记", "speak", ("出席", "作重要讲话", "讲话"), 2)
LEADER = Taker("沈知秋", "县长", "lead", ("检查", "要求"), 1)
SECOND = Taker("陆远山", "副县长", "lead", ("检查",), 2)
BESIDE = Taker("陆远山", "副县长", "accompany", ("陪同",), 2)
TOGETHER = Taker("方有为", "县卫健局局长", "accompany", ("一同",), 3)
LISTENER = Taker("沈知秋", "县长", "attend", ("在我县分会场", "收听收看"), 1)
PUPIL = Taker("米小粒", "", "attend", ("参加",), 9)


@pytest.mark.parametrize(("told", "entry"), [
    (Happening("县防汛第118次专题会议", "meeting", "召开", takers=(CHAIR,)),
     "县防汛第118次专题会议召开。县委副书记、县长沈知秋主持。"),
    (Happening("防汛会议", "meeting", "召开", takers=(CONVENER, SPEAKER)),
     "防汛会议召开。县委副书记、县长沈知秋主持，县委书记顾长河讲话。"),
    (Happening("防汛会议", "meeting", "召开", takers=(GRAND,)), "防汛会议召开。县委书记顾长河讲话。"),
    (Happening("防汛总结大会", "meeting", "召开", clause="我县召开防汛总结大会", county="绿水县", takers=(CHAIR,)),
     "绿水县召开防汛总结大会。县委副书记、县长沈知秋主持。"),
    (Happening("防汛总结大会", "meeting", "召开", clause="县长沈知秋主持召开防汛总结大会", takers=(CHAIR,)),
     "防汛总结大会召开。县委副书记、县长沈知秋主持。"),
    (Happening("防汛大会", "meeting", "闭幕", clause="防汛大会在完成议程后,于6月2日闭幕"), "防汛大会闭幕。"),
    (Happening("通车仪式", "ceremony", "出席", headline="柳湾大桥建成通车", takers=(SPEAKER,)),
     "柳湾大桥建成通车。县委书记顾长河讲话。"),
    (Happening("座谈", "meeting", "举行", headline="顾长河与企业家举行座谈", takers=(SPEAKER,)),
     "县委书记顾长河与企业家举行座谈。"),
    (Happening("通车仪式", "ceremony", "出席", takers=(SPEAKER,)), "县委书记顾长河出席通车仪式。"),
    (Happening("检查防汛工作", "inspection", "检查", takers=(LEADER, BESIDE, TOGETHER)),
     "县长沈知秋检查防汛工作。副县长陆远山陪同，县卫健局局长方有为一同检查。"),
    (Happening("检查防汛工作", "inspection", "检查", takers=(LEADER, SECOND)), "县长沈知秋，副县长陆远山检查防汛工作。"),
    (Happening("沈知秋到石桥乡讲党课", "other", "讲", takers=(LEADER,)), "县长沈知秋到石桥乡讲党课。"),
    (Happening("县政协组织委员视察供暖", "inspection", "视察", organizer="县政协", takers=(LEADER,)), "县政协组织委员视察供暖。"),
    (Happening("三代人守护无名碑", "other", "敬献", headed=True, takers=(LEADER,)), "三代人守护无名碑。"),
    (Happening("省防汛视频会议", "meeting", "召开", county="绿水县", takers=(LISTENER, PUPIL)),
     "省防汛视频会议召开。县长沈知秋收听收看。"),
    (Happening("闻一多多同志任县委书记", "appointment", "任"), "闻一多多任县委书记。"),
    (Happening("方有为为县卫健局局长", "appointment", "任命"), "任命方有为为县卫健局局长。"),
    (Happening("陆远山的副县长职务", "appointment", "免去"), "免去陆远山的副县长职务。"),
    (Happening("陆远山当选为县长", "appointment", "当选"), "陆远山当选为县长。"),
])
def test_entries(told, entry):
    assert entry_text(told) == entry


def test_entries_use_printed_words_only():
    told = Happening("防汛会议", "meeting", "召开", takers=(CHAIR, SPEAKER, PUPIL))
    printed = "防汛会议召开主持讲话。，" + "".join(taker.posts + taker.name for taker in told.takers)
    assert set(entry_text(told)) <= set(printed)


@pytest.mark.parametrize(("printed", "labels", "area", "shown"), [
    (["县委书记"], ["县委书记"], "绿水县", "县委书记"),
    (["副主任"], ["县人大常委会副主任"], "绿水县", "县人大常委会副主任"),
    (["县委常委", "宣传部长"], ["县委常委", "县委宣传部部长"], "绿水县", "县委常委、宣传部长"),
    (["县委常委", "宣传部长"], ["县委常委", "县委宣传部部长"], "青山县", "青山县县委常委、宣传部长"),
    (["青山县委副书记", "县长"], ["县委副书记", "县长"], "青山县", "青山县委副书记、县长"),
    (["市委书记"], ["市委书记"], "云泽市", "市委书记"),
    (["政协副主席", "县政协副主席"], ["县政协副主席"], "绿水县", "县政协副主席"),
    (["大会执行主席"], ["县大会执行主席"], "绿水县", "大会执行主席"),
    ([], [], "", ""),
])
def test_posts_as_printed_with_the_area_where_it_is_missing(printed, labels, area, shown):
    assert posts_shown(printed, labels, area, "岭东省云泽市绿水县") == shown


class Numbered:
    """A session that has nothing but its number."""

    def __init__(self, number: int) -> None:
        self.number = number


@pytest.mark.parametrize(("numbers", "gaps"), [
    ([1, 2, 3], ""), ([4, 6, 10], "1–3、5、7–9"), ([], ""), ([2, 2, 3], "1"),
])
def test_missing_numbers(numbers, gaps):
    assert runs_in_words(missing(numbers)) == gaps


@pytest.mark.parametrize(("numbers", "runs"), [
    ([38, 92, 31], [[38, 92], [31]]), ([5, 7, 6, 8], [[5, 7, 6, 8]]), ([111, 118], [[111, 118]]), ([9, 1, 2], [[9], [1, 2]]),
    ([], []),
    ([3, 3], [[3, 3]]),
])
def test_where_counting_begins_anew(numbers, runs):
    assert [[one.number for one in run] for run in counted_anew([Numbered(number) for number in numbers])] == runs


def test_bodies_and_posts_in_the_order_of_registers():
    kinds = ["检察院", "法院", "纪委监委", "政协", "政府", "人大", "党委"]
    assert sorted(kinds, key=body_rank) == kinds[::-1]
    posts = ["委员", "常委", "副书记", "书记"]
    assert sorted(posts, key=post_rank) == posts[::-1]
    assert [remarks("代"), remarks("常务、挂职"), remarks("")] == [("代", ""), ("", "常务、挂职"), ("", "")]


@pytest.mark.parametrize(("stretches", "extract"), [
    ([(0, 2)], "沈知秋主持。"),
    ([(0, 2), (13, 14)], "沈知秋主持。……“要抓紧！”"),
    ([(0, 2), (7, 8)], "沈知秋主持。会议开了。"),
    ([(20, 21)], "末段没有句号"),
])
def test_whole_sentences(stretches, extract):
    assert sentences_around("沈知秋主持。会议开了。“要抓紧！”\n末段没有句号", stretches) == extract


def test_what_is_missing_is_said():
    assert absent([(2019, 11), (2020, 2)]) == [(2019, 12), (2020, 1)]
    issues = Issues("甲报", {date(2020, 1, 3): 2, date(2020, 2, 7): 1, date(2020, 5, 6): 1, None: 4}, {10, 11, 14})
    assert told(issues) == [
        "据已收录报纸：《甲报》共8版，其中4版出版日期可考，计3期；4版出版日期待考。",
        "《甲报》已收录：2020年1月至2020年2月、2020年5月。",
        "《甲报》缺：2020年3月至2020年4月。",
        "《甲报》期号10至14之间缺2期：第12–13期。",
    ]
    assert told(Issues("", {None: 1})) == ["据已收录报纸：报名待考的版面共1版；1版出版日期待考。"]
