"""Splitting: which lines are headlines, bodies and furniture."""

from __future__ import annotations

import pytest

from articles.reading.clean import clean
from articles.reading.split import split
from articles.reading.types import Correction

NEWS = "我县召开春耕会\n\n本报讯 3月1日,我县召开春耕会。县长周明出席。\n\n陈芳\n\n"
PAGES = [
    pytest.param(NEWS + "县医院义诊下乡\n\n本报讯 3月2日,县医院义诊。", ["我县召开春耕会", "县医院义诊下乡"], id="two"),
    pytest.param("我县召开\n春耕会\n本报讯 3月1日,我县召开春耕会。", ["我县召开春耕会"], id="two lines"),
    pytest.param("我县召开　春耕会\n本报讯 3月1日,我县召开春耕会。", ["我县召开春耕会"], id="glued"),
    pytest.param("我县召开春耕会　　本报讯 3月1日,我县召开春耕会。", ["我县召开春耕会"], id="lead on the headline's line"),
    pytest.param("本报讯 3月1日,我县召开春耕会。", [""], id="no headline"),
    pytest.param("——要闻——\n\n" + NEWS, ["我县召开春耕会"], id="section head"),
    pytest.param("第一版 要闻 2021年3月2日 星期二\n" + NEWS, ["我县召开春耕会"], id="page head"),
    pytest.param(NEWS + "关于征集地名的公告\n\n现面向社会征集地名。", ["我县召开春耕会", "关于征集地名的公告"], id="notice"),
    pytest.param(
        "次防汛会议\n\n3月1日,县长周明到青镇走访农户。\n\n本报讯 3月2日,县委召开第3次防汛会议。",
        ["", "次防汛会议"],
        id="displaced headline",
    ),
    pytest.param("青溪报　要闻·综合　3月2日 星期二 A2\n\n" + NEWS, ["我县召开春耕会"], id="head of names"),
    pytest.param("青溪报\n要　闻\n2021-03-02　责编：王芳　校对：李 明\n\n" + NEWS, ["我县召开春耕会"], id="head over lines"),
    pytest.param("2021年3月2日 总第86期\n青溪镇委员会 主办\n青溪镇人民政府\n\n\n" + NEWS, ["我县召开春耕会"], id="publishers"),
    pytest.param("不忘来路 开创未来\n\n" + NEWS, ["我县召开春耕会"], id="slogan"),
    pytest.param("周明在会上强调\n\n" + NEWS, ["周明在会上强调我县召开春耕会"], id="kicker"),
    pytest.param(NEWS + "责任编辑 柳 青  校对 江 上\n版权所有 未经授权不得转载", ["我县召开春耕会"], id="foot"),
    pytest.param(
        NEWS + "·乡镇快递·\n\n▲青溪镇 3月2日,该镇植树。(李明)\n\n▲白河镇 近日,该镇修路。\n\n▲东山镇 3月1日,该镇办班。",
        ["我县召开春耕会", "", "", ""],
        id="short news with marks",
    ),
    pytest.param(
        NEWS + "短 讯\n　　植树三百亩　3月2日,青溪镇植树三百亩,栽下新苗。\n　　修路八公里　3月1日,白河镇修路八公里。",
        ["我县召开春耕会", "植树三百亩", "修路八公里"],
        id="run-in heads",
    ),
    pytest.param(
        "　　本报讯 3月1日,县长周明到青镇。\n　　他看了水渠。\n\n老王的山\n　　天刚亮,护林员出了门。\n　　他走得很慢。",
        ["", "老王的山"],
        id="feature below news without byline",
    ),
    pytest.param(
        NEWS + "▲3月2日,职工在检修线路。\n\n▲图为会场\n\n县医院义诊下乡\n\n本报讯 3月2日,县医院义诊。",
        ["我县召开春耕会", "县医院义诊下乡"],
        id="captions",
    ),
    pytest.param(
        NEWS + "\n县医院\n义诊下乡\n本报记者 李 明\n　　本报讯 3月2日,县医院义诊。",
        ["我县召开春耕会", "县医院义诊下乡"],
        id="credits between headline and lead",
    ),
    pytest.param(
        NEWS + "\n青溪镇：棚里长出“金豆豆”\n通讯员 柳 青\n　　清明刚过,棚里暖意融融。\n　　老王笑了。",
        ["我县召开春耕会", "青溪镇：棚里长出“金豆豆”"],
        id="credits below a headline with a colon",
    ),
    pytest.param(
        NEWS + "▲ 土乡春早\n县医院义诊下乡\n　　本报讯 3月2日,县医院义诊。",
        ["我县召开春耕会", "县医院义诊下乡"],
        id="caption above",
    ),
    pytest.param("3  要 闻\n" + NEWS, ["我县召开春耕会"], id="number and name of the page"),
    pytest.param("", [], id="empty"),
]


@pytest.mark.parametrize(("raw", "headlines"), PAGES)
def test_headlines(raw: str, headlines: list[str]) -> None:
    assert [block.headline.printed for block in split(clean(raw))[0]] == headlines


BODIES = [
    pytest.param(
        "本报讯 3月1日,县长周明\n\n\n出席会议。\n\n会议要求抓紧。", "3月1日,县长周明出席会议。\n会议要求抓紧。", id="column"
    ),
    pytest.param("本报讯 县长周明指出,要\n\n▲图为会场\n\n抓紧。", "县长周明指出,要抓紧。", id="caption"),
    pytest.param("本报讯 县长周明指出,要\n\n11/\n\n丆\n\n抓紧。", "县长周明指出,要抓紧。", id="stray glyphs"),
    pytest.param(
        "本报讯 周明说，要抓紧。\n(下转第二版)\n(上接第一版)\n还要抓实。", "周明说，要抓紧。\n还要抓实。", id="continued"
    ),
    pytest.param(
        "　　本报讯 县长周明在全县大会上说要抓\n紧春耕,不误农时,把每一粒种子都播下。\n会后他到村里看了看。\n　　吴敏参加。",
        "县长周明在全县大会上说要抓紧春耕,不误农时,把每一粒种子都播下。会后他到村里看了看。\n吴敏参加。",
        id="wrapped",
    ),
]


@pytest.mark.parametrize(("raw", "body"), BODIES)
def test_bodies(raw: str, body: str) -> None:
    blocks, _ = split(clean(raw))
    assert len(blocks) == 1
    assert blocks[0].body.printed.removeprefix("本报讯") == body


def test_section_and_furniture() -> None:
    raw = "——要闻——\n\n" + NEWS + "责任编辑:李芳"
    blocks, furniture = split(clean(raw))
    assert blocks[0].section == "要闻"
    assert [raw[start:end] for start, end in furniture] == ["——要闻——", "责任编辑:李芳"]


def test_a_notice_keeps_its_signature() -> None:
    raw = NEWS + "停水通知\n　　因检修,明日停水。\n　　　　县水务局\n　　　　2021年3月1日\n\n县医院义诊下乡\n本报讯 3月2日,义诊。"
    blocks, _ = split(clean(raw))
    assert [block.headline.printed for block in blocks][1:] == ["停水通知", "县医院义诊下乡"]
    assert blocks[1].body.printed.endswith("县水务局\n2021年3月1日")


def test_an_unmet_continuation_is_recorded() -> None:
    assert split(clean(NEWS + "会议议程\n本报讯 3月2日,会议开始\n(下转第三版)"))[0][-1].continues == "下转第三版"


def test_forced_boundaries() -> None:
    raw = "本报讯 3月1日,甲村修路。乙村植树。\n丙村办学。"
    at = raw.index("乙")
    assert len(split(clean(raw), [Correction("split", at, at)])[0]) == 2
    assert "乙村" not in split(clean(raw), [Correction("furniture", at, at + 5)])[0][0].body.printed
    twice = NEWS + "本报讯 3月2日,县医院义诊。"
    at = twice.rindex("本报讯")
    assert len(split(clean(twice), [Correction("join", at, at)])[0]) == 1
