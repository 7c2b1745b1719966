"""What took place, with whom: events, their circumstances, and the capacities of those who took part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.areas import parse_area
from articles.reading.events import read_deeds_and_words, read_events
from articles.reading.statements import read_statements
from articles.reading.types import EventReport, Mention, PrintedDate, Span
from tests.reading.marking import marked
from tests.steps import assert_linear

HOME = parse_area("岭东省云泽市澄溪县")

EVENTS = [
    # name, kind, printed word, number, area
    ("县委召开第9次常委会会议。", ["县委第9次常委会会议 meeting 召开 9 澄溪县"]),
    ("3月1日,市委第120次防汛调度会召开,我县设分会场。", ["市委第120次防汛调度会 meeting 召开 120 云泽市"]),
    ("{县长|贾四}主持召开县政府第41次常务会议。", ["县政府第41次常务会议 meeting 召开 41 澄溪县"]),
    ("县十八届人大三次会议举行第二次全体会议。", ["县十八届人大三次会议 meeting 举行 3 澄溪县"]),
    ("中国共产党澄溪县第十三次代表大会在完成议程后,于6月9日在县礼堂闭幕。",
     ["中国共产党澄溪县第十三次代表大会 meeting 闭幕 13 澄溪县"]),
    ("市委第8次防汛视频会议结束后,{县委书记|钱五}立即召开我县第5次防汛会议。",
     ["市委第8次防汛视频会议 meeting 结束 8 云泽市", "我县第5次防汛会议 meeting 召开 5 澄溪县"]),
    ("{县长|贾四}到乙镇调研春耕。", ["到乙镇调研春耕 inspection 调研 None None"]),
    ("县政协视察河道。随后,县政协召开第十三届三十五次常委会。",
     ["县政协视察河道 inspection 视察 None 澄溪县", "县政协第十三届三十五次常委会 meeting 召开 35 澄溪县"]),
    ("第三届杏花节在丙乡开幕。", ["第三届杏花节 ceremony 开幕 3 None"]),
    ("全县干部收听收看表彰大会直播。{钱五}参加。", ["表彰大会直播 broadcast 收听收看 None None"]),
    ("全县消防演练在县一中举行。", ["全县消防演练 drill 举行 None 澄溪县"]),
    ("全县歌唱比赛落下帷幕。", ["全县歌唱比赛 contest 落下帷幕 None 澄溪县"]),
    ("第四届象棋赛在丙中学结束。", ["第四届象棋赛 contest 结束 4 None"]),
    ("县第二届青少年足球赛在县一中鸣哨。", ["县第二届青少年足球赛 contest 鸣哨 2 澄溪县"]),
    ("第五届采茶节引来八方游客。", ["第五届采茶节 ceremony 节 5 None"]),
    ("春风拂面,茶香四溢。第五届采茶节吸引了八方游客。", ["第五届采茶节 ceremony 节 5 None"]),
    ("丙镇第三次党代会召开。在随后召开的镇党委第一次全体会议上,选出了书记。",
     ["丙镇第三次党代会 meeting 召开 3 None", "镇党委第一次全体会议 meeting 召开 None None"]),
    # only referred to
    ("为贯彻省委第110次会议精神,{县长|贾四}到乙镇检查。", ["到乙镇检查 inspection 检查 None None"]),
    ("全县上下迎接省第9次党代会召开。", []),
    ("{钱五}强调,要开好第6次会议。", []),
    ("春风吹绿了山坡。", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), EVENTS, ids=[case[0][:20] for case in EVENTS])
def test_events(body: str, wanted: list[str]) -> None:
    article, mentions, _ = marked(body)
    found = read_events(article, mentions, HOME)
    assert [f"{one.name} {one.kind} {one.activity} {one.number} {one.area}" for one in found] == wanted


CAPACITIES = [
    ("我县召开推进会。{县长|贾四}主持会议。", "贾四:chair"),
    ("我县召开推进会。会议由{县长|贾四}主持。", "贾四:chair"),
    ("{县委书记|钱五}立即召开推进会。", "钱五:chair"),
    ("{县长|贾四}带队到乙镇检查防汛。", "贾四:lead"),
    ("{县长|贾四}一行先后深入乙村、丙村调研。", "贾四:lead"),
    ("{县长|贾四}在{副镇长|冯一}等的陪同下,深入乙村调研。", "贾四:lead 冯一:accompany"),
    ("{县长|贾四}到乙镇调研。{副县长|冯一}、{邵二}等一同前往。", "贾四:lead 冯一:accompany 邵二:accompany"),
    ("{县长|贾四}到乙镇调研。{副县长|冯一},县水利局、住建局负责人陪同。", "贾四:lead 冯一:accompany"),
    ("{市政协主席|钱五}到我县调研。{县长|贾四}陪同调研。{贾四}表示,将改进工作。", "钱五:lead 贾四:accompany"),
    ("我县召开推进会。{县长|贾四}出席会议并讲话。", "贾四:speak"),
    ("我县召开推进会。{县委书记|钱五},{县领导|贾四}、{冯一}等在我县分会场收听收看。", "钱五:attend 贾四:attend 冯一:attend"),
    ("我县召开推进会。出席会议的有{钱五}、{贾四}。", "钱五:attend 贾四:attend"),
    ("我县召开推进会。{局长|冯一}传达了文件,{邵二}汇报了进展。", "冯一:report 邵二:report"),
    ("我县召开推进会。会议听取了{局长|冯一}关于春耕的汇报。", "冯一:report"),
    ("我县召开推进会。{局长|冯一}作情况说明,{邵二}作表态发言。", "冯一:report 邵二:speak"),
    ("我县召开推进会。{冯一}、{邵二}就分管工作作了安排部署。", "冯一:speak 邵二:speak"),
    ("我县召开推进会。{钱五}强调,要快。", "钱五:speak"),
    ("全县演讲比赛举行。{冯一}获得一等奖,{邵二}、{邵三}获得二等奖。", "冯一:award 邵二:award 邵三:award"),
    ("全县演讲比赛举行。冠军由{冯一}摘得。{县长|贾四}为获奖选手颁奖。", "冯一:award 贾四:present"),
    ("全县演讲比赛举行。{冯一}、{邵二}被授予“好青年”称号。", "冯一:award 邵二:award"),
    ("全县演讲比赛举行。一等奖:{冯一};二等奖:{邵二}。", "冯一:award 邵二:award"),
    ("全县演讲比赛举行。{县长|贾四}观看比赛并颁奖。", "贾四:attend"),
    ("全县表彰大会召开。大会对{冯一}、{邵二}等人予以表彰。", "冯一:award 邵二:award"),
    ("全县表彰大会召开。助人为乐类:{冯一}、{邵二};敬业奉献类:{邵三}。", "冯一:award 邵二:award 邵三:award"),
    ("甲丙两地举行签约仪式。{县长|贾四}出席并见证签约。", "贾四:attend"),
    ("我县召开推进会。主席台就座的有{钱五}、{贾四}。", "钱五:attend 贾四:attend"),
    ("我县召开推进会。{钱五}在主会场,{贾四}在分会场。", "钱五:attend 贾四:attend"),
    ("我县召开推进会。{冯一}介绍了征地情况。", "冯一:report"),
    ("我县召开推进会。{贾四}对会议的成功召开表示祝贺。", "贾四:attend"),
    ("全县演讲比赛举行。{冯一}{邵二}获“最佳新人”称号。", "冯一:award 邵二:award"),
    ("全县演讲比赛举行。{冯一}、{邵二}/{沈三}获四至六名。", "冯一:award 邵二:award 沈三:award"),
    ("全县演讲比赛举行。{冯一}蝉联冠军,他说,还要练。", "冯一:award"),
    ("全县运动会举行。男子100米:二班 {冯一} 女子跳远:三班 {邵二}。", "冯一:award 邵二:award"),
    ("全县象棋赛举行。{冯一}战胜{邵二},获得冠军。", "冯一:award 邵二:attend"),
    ("全县征文大赛揭晓。{冯一}的《河》获一等奖。", "冯一:award"),
    ("“十佳球员”为:{冯一}、{邵二}。全县篮球赛举行。", "冯一:award 邵二:award"),
    ("全县晚会举行。由{冯一}表演的小品《门》引来笑声。", "冯一:attend"),
    ("丙河涨水。{镇长|贾四}带着突击队赶到,{冯一}跳进水里堵口。", "贾四:lead 冯一:attend"),
    ("山上起火。{副县长|贾四}现场指挥,{镇长|冯一}组织群众开挖隔离带。", "贾四:lead 冯一:attend"),
    ("该镇邀请{教授|冯一}为农户讲授种茶技术。", "冯一:speak"),
    ("丙法庭庭长{冯一}公开审理一起地界纠纷。", "冯一:attend"),
    ("图为{县长|贾四}在乙村调研。", "贾四:lead"),
    # told to a reporter, or only visited
    ("全县演讲比赛举行。观众村民{冯一}说,好听。", ""),
    ("{县长|贾四}来到老党员{冯一}家中走访慰问。{冯一}说,日子好。", "贾四:lead"),
    ("{县长|贾四}到乙镇调研,叮嘱{镇长|冯一},要把签约医生的电话贴上墙。", "贾四:lead"),
    ("春茶上市。{站长|冯一}介绍,亩产不错。{镇长|贾四}表示,明年再扩种。", ""),
    ("他把药送到寨子里。去年,{冯一}被评为好医生。", ""),
    # only mentioned
    ("我县召开推进会。会议传达了{钱五}的讲话。", ""),
    ("我县召开推进会。会议学习贯彻{钱五}总书记重要讲话精神。", ""),
    ("我县召开推进会。会议强调,要落实{县委书记|钱五}提出的要求。", ""),
    ("我县召开推进会。{贾四}指出,要落实{县委书记|钱五}同志的指示。", "贾四:speak"),
    ("{县长|贾四}到乙镇走访,看望了老党员{冯一}。", "贾四:lead"),
    ("全县演讲比赛举行。县运动员在{冯一}体育馆训练。", ""),
]


@pytest.mark.parametrize(("body", "wanted"), CAPACITIES, ids=[case[0][:24] for case in CAPACITIES])
def test_capacities(body: str, wanted: str) -> None:
    article, mentions, names = marked(body)
    people = [one for event in read_events(article, mentions, HOME) for one in event.participants]
    assert " ".join(f"{names[one.referent]}:{one.capacity}" for one in people) == wanted


def test_printed_verbs_and_order() -> None:
    article, mentions, names = marked("我县召开推进会。{县长|贾四}出席会议并讲话,{副县长|冯一}主持。{贾四}强调,要快。")
    (event,) = read_events(article, mentions, HOME)
    assert [(names[one.referent], one.verbs, one.order) for one in event.participants] == [
        ("贾四", ("出席", "讲话", "强调"), 0),
        ("冯一", ("主持",), 1),
    ]


def test_place_and_a_date_apart() -> None:
    article, mentions, _ = marked(
        "12月10日,全县推进会在丙宾馆召开。12月9日,县政协第8次会议在县礼堂召开。",
        date=PrintedDate("12月10日", Span(0, 6), None, 12, 10),
    )
    first, second = read_events(article, mentions, HOME)
    assert (first.place, first.date) == ("丙宾馆", None)
    assert second.place == "县礼堂"
    assert second.date is not None
    assert (second.date.month, second.date.day, second.date.text) == (12, 9, "12月9日")


def test_a_number_that_the_lead_prints_by_the_way() -> None:
    article, mentions, _ = marked("{县长|贾四}到乙镇调研。", headline="第三届杏花节:一城花开")
    (event,) = read_events(article, mentions, HOME)
    assert (event.name, event.number) == ("第三届杏花节", 3)


def test_number_from_the_headline() -> None:
    article, mentions, _ = marked("全县防汛专题会议召开。{县长|贾四}主持。", headline="全县防汛第12次专题会议召开")
    (event,) = read_events(article, mentions, HOME)
    assert (event.number, event.series) == (12, "全县防汛专题会议")


def _named_in(event: EventReport, mentions: Sequence[Mention], names: Sequence[str]) -> list[str]:
    return [names[mention.referent] for mention in mentions if event.start <= mention.start < event.end]


def test_who_takes_the_oath_takes_part() -> None:
    article, mentions, names = marked("县人大常委会举行第4次会议。会议任命{贾四}为副县长。{贾四}作了表态发言。")
    meeting, act = read_events(article, mentions, HOME)
    assert [(names[one.referent], one.capacity) for one in meeting.participants] == [("贾四", "speak")]
    assert act.participants == ()


def test_appointments() -> None:
    article, mentions, names = marked(
        "县人大常委会举行第4次会议。会议决定:接受{钱五}辞去县长职务的请求;任命{贾四}为副县长;免去{冯一}的县水利局局长职务。"
    )
    _, *acts = read_events(article, mentions, HOME)
    assert [(act.kind, act.activity, act.name, _named_in(act, mentions, names)) for act in acts] == [
        ("appointment", "辞去", "接受钱五辞去县长职务的请求", ["钱五"]),
        ("appointment", "任命", "任命贾四为副县长", ["贾四"]),
        ("appointment", "免去", "免去冯一的县水利局局长职务", ["冯一"]),
    ]
    assert not any(act.participants for act in acts)
    assert acts[1].area == "澄溪县"


def test_a_list_of_appointments_under_headings() -> None:
    article, mentions, names = marked("任命:\n{贾四}为县水利局局长;\n免去:\n{冯一}的县水利局局长职务。")
    events = read_events(article, mentions, HOME)
    assert [(one.activity, _named_in(one, mentions, names)) for one in events] == [
        ("任命", ["贾四"]),
        ("免去", ["冯一"]),
    ]


PIECES = [
    "{甲乙}", "{县长|丙丁}", "{县委书记|戊己}", "召开", "第9次会议", "会议", "在县礼堂", "举行", ",", "。", "、", "\n", "主持",
    "陪同", "到", "乙镇", "调研", "强调,", "任命", "为", "的职务", "由", "“", "”", "获得一等奖", "出席会议的有", "听取", "汇报",
    "3月1日", "结束后", "上,",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=50))
def test_shape_of_any_reading(pieces: list[str]) -> None:
    article, mentions, names = marked("".join(pieces))
    events, statements = read_deeds_and_words(article, mentions, HOME)
    assert events == read_events(article, mentions, HOME)
    assert statements == read_statements(article, mentions)
    for event in events:
        assert 0 <= event.start < event.end <= len(article.body)
        assert [one.order for one in event.participants] == list(range(len(event.participants)))
        assert all(one.verbs and 0 <= one.referent < len(names) for one in event.participants)


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_text_is_survived(body: str, headline: str) -> None:
    article, mentions, _ = marked(body.replace("{", "").replace("}", ""), headline.replace("{", "").replace("}", ""))
    read_events(article, mentions, None)


@pytest.mark.parametrize(
    "unit",
    [
        "{甲乙}说",
        "{甲乙}、",
        "{甲乙}对",
        "召开",
        "“",
        "说",
        "还",
        "会议",
        "任命{甲乙}为",
        "{甲乙}\n",
        "1月1日",
        "在",
        "举行会议",
        "结束",
    ],
)
def test_work_is_linear(unit: str) -> None:
    def work(times: int) -> Callable[[], object]:
        article, mentions, _ = marked(unit * times)
        return partial(read_deeds_and_words, article, mentions, HOME)

    assert_linear(work)
