"""Bylines: their places, their forms, and what only looks like one."""

from __future__ import annotations

import pytest

from articles.reading.bylines import is_byline_line, read_byline
from articles.reading.clean import clean
from articles.reading.composing import article_of
from articles.reading.split import split
from articles.reading.types import Text

ENDINGS = [
    ("\n陈芳", ("陈芳",)),
    ("\n陈芳 李京华", ("陈芳", "李京华")),
    ("\n陈芳李京华", ("陈芳", "李京华")),
    ("\n陈 芳 李 明", ("陈芳", "李明")),
    (" 陈芳", ("陈芳",)),
    ("（陈芳）", ("陈芳",)),
    ("(记者 陈芳 通讯员 欧阳文静)", ("陈芳", "欧阳文静")),
    ("\n[通讯员 陈 芳]", ("陈芳",)),
    ("\n陈芳 文/图", ("陈芳",)),
    ("(陈芳 文 李明 摄)", ("陈芳", "李明")),
    ("\n本报记者 陈芳", ("陈芳",)),
    ("\n特约记者 陈芳 实习生 贠小雨", ("陈芳", "贠小雨")),
    ("\n县委办 陈芳", ("陈芳",)),
    ("(县融媒体中心记者 陈芳)", ("陈芳",)),
    ("〔陈芳 李 明 摄影报道〕", ("陈芳", "李明")),
    ("\n[陈芳]", ("陈芳",)),
    ("\n□记者普明斌文/图", ("普明斌",)),
    ("\n陈芳 乌兰图雅", ("陈芳", "乌兰图雅")),
    ("\n通讯员 文 娱", ("文娱",)),
    ("(通讯员　温　文)", ("温文",)),
    ("(王炯 莎 莎)", ("王炯", "莎莎")),
    ("(自廷芬　方 舟)", ("自廷芬", "方舟")),
    ("\n记者：陈芳  编辑：李明", ("陈芳",)),
    ("(小 雨)", ("小雨",)),
    ("\n(陈芳 文　李明 \n图)", ("陈芳", "李明")),
    ("\n清溪镇柳村村民 李 明", ("李明",)),
    ("\n特·那顺巴图  李明", ("特·那顺巴图", "李明")),
    ("(李 响　通讯员 毕 竟)", ("李响", "毕竟")),
    ("\n俄尔布吉 文/图", ("俄尔布吉",)),
    ("(潘 登 蓝 图)", ("潘登", "蓝图")),
    ("(高原)", ("高原",)),
    ("\n读者 李 明\n2017年10月27日", ("李明",)),
    ("(体 宣  吴 晓 东)", ("吴晓东",)),
    ("(文体)", ()),
    ("(县农业局)", ()),
    ("(来源:县气象台)", ()),
    ("\n县委办主任周强等参加活动。", ()),
    ("", ()),
]


@pytest.mark.parametrize(("ending", "reporters"), ENDINGS)
def test_endings(ending: str, reporters: tuple[str, ...]) -> None:
    blocks, _ = split(clean("我县召开春耕会\n\n本报讯 3月1日,我县召开春耕会。" + ending))
    article = article_of(blocks[0])
    assert article.reporters == reporters
    assert article.body.printed.endswith(("。", "(文体)"))


@pytest.mark.parametrize(
    "line",
    [
        "演讲比赛",
        "常委会",
        "高质量发展",
        "安全生产",
        "简讯",
        "我县召开会议",
        "记者在现场看到",
        "水位全线",
        "公示",
        "干部任前公示",
    ],
)
def test_no_bylines(line: str) -> None:
    assert not is_byline_line(line)


def test_a_line_broken_inside_a_name_is_no_byline() -> None:
    text = clean("会议由县长周\n启明主持。").text
    assert read_byline(text).reporters == ()


def test_a_signature_before_the_editors_note_is_the_byline() -> None:
    body = "路灯坏了。\n清溪镇柳村村民李明\n编后:已转交。"
    assert read_byline(Text(body, body), (13,)).reporters == ("李明",)


def test_a_name_cut_by_a_lines_end_is_whole() -> None:
    body = "只砍不养。◆吴德利郑重"
    assert read_byline(Text(body, body), (8, 9, 10)).reporters == ("吴德利", "郑重")
