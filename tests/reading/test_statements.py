"""Who says what, and to where it goes on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.reading.statements import read_statements
from tests.reading.marking import marked

CASES = [
    # the named subject, and what may stand between it and the verb
    ("{县委书记|钱五}强调,路要修好。桥要架稳。", ["钱五 强调 路要修好。桥要架稳。"]),
    ("{钱五}在讲话中指出:“粮食是大事。”会后,大家去了大棚。", ["钱五 指出 粮食是大事。"]),
    ("{钱五}强调指出,安全是底线。", ["钱五 指出 安全是底线。"]),
    ("{钱五}要求值班人员守好闸门。", ["钱五 要求 值班人员守好闸门。"]),
    ("{钱五}就下步工作提出三点要求:一要快,二要稳。", ["钱五 要求 一要快,二要稳。"]),
    ("{钱五}一行来到乙村。在座谈会上,{钱五}说,水来了。", ["钱五 说 水来了。"]),
    ("{钱五}、{贾四}表示,将全力支持。", ["钱五 表示 将全力支持。", "贾四 表示 将全力支持。"]),
    ("{钱五}对{贾四}说,账要算清。", ["钱五 说 账要算清。"]),
    ("“路通了。”村民{冯一}笑着说,“日子有盼头。”", ["冯一 说 日子有盼头。"]),
    ("{冯一}介绍说:“今年收成好。”", ["冯一 说 今年收成好。"]),
    ("“路通了,”{冯一}说,“日子有盼头。”", ["冯一 说 日子有盼头。"]),
    ("{冯一}一边摘茶,一边对记者说:“今年好。”", ["冯一 说 今年好。"]),
    ("{冯一}接受采访时表示,水清了。", ["冯一 表示 水清了。"]),
    ("{钱五}对护林员{冯一}说,要看住山。", ["钱五 说 要看住山。"]),
    # he and she
    ("在村民{冯一}家,{县长|贾四}看了米缸。他说,日子会好。", ["贾四 说 日子会好。"]),
    ("{县长|贾四}到乙镇调研。他要求,种子要到户。", ["贾四 要求 种子要到户。"]),
    ("{县委书记|钱五}主持会议。{县领导|贾四}、{冯一}参加。她指出,要早谋划。", ["钱五 指出 要早谋划。"]),
    ("{贾四}在大棚前停下,同农户交流后,他说,这法子好。", ["贾四 说 这法子好。"]),
    ("他走进丙站。{贾四}没有说话。他说,天冷了。", ["贾四 说 天冷了。"]),
    # carried over
    ("{贾四}察看了水库,询问水位,并要求值班人员守好闸门。", ["贾四 要求 值班人员守好闸门。"]),
    ("{贾四}对防汛进行安排,要求各镇落实责任。", ["贾四 要求 各镇落实责任。"]),
    ("{贾四}说,这里水好。同时希望企业用本地人。", ["贾四 说 这里水好。", "贾四 希望 企业用本地人。"]),
    ("{贾四}看了灾情,慰问了灾民。要求各镇加快重建。", ["贾四 要求 各镇加快重建。"]),
    # to its end
    ("{钱五}强调,一要抓紧。\n二是要细化。\n会上,{贾四}传达了文件。", ["钱五 强调 一要抓紧。\n二是要细化。"]),
    ("{钱五}强调,要快。{县长|贾四}主持会议。", ["钱五 强调 要快。"]),
    ("{钱五}强调,要快。{贾四}说,行。", ["钱五 强调 要快。", "贾四 说 行。"]),
    ("{钱五}指出,{贾四}同志在乙镇五年,带出了好队伍。希望大家接好棒。",
     ["钱五 指出 贾四同志在乙镇五年,带出了好队伍。", "钱五 希望 大家接好棒。"]),
    ("{钱五}强调,要快。会议还审议了报告。", ["钱五 强调 要快。"]),
    ("{钱五}说,“棉花开了。\n“所以要珍惜。”\n{贾四}听了。", ["钱五 说 棉花开了。\n“所以要珍惜。"]),
    ("{钱五}强调,“三农”工作要抓紧。", ["钱五 强调 “三农”工作要抓紧。"]),
    # whom a pronoun means
    ("{贾四}说:“行。”{县长|钱五}常常到村里来。他说:“要快。”", ["贾四 说 行。", "钱五 说 要快。"]),
    ("听说{冯一}老房进水,{县长|钱五}叮嘱卫生院上门。他说:“要快。”", ["钱五 说 要快。"]),
    ("在{钱五}的手机里,存着订单。他表示,要快。", ["钱五 表示 要快。"]),
    ("{钱五}与{会长|贾四}座谈,希望大家常回家看看。", ["钱五 希望 大家常回家看看。"]),
    # nobody named speaks, or nothing is said
    ("会议强调,要落实{县委书记|钱五}提出的要求。", []),
    ("{钱五}按照要求,逐项检查。", []),
    ("{钱五}对医护人员表示衷心感谢。", []),
    ("{钱五}的司机说,路不好走。", []),
    ("按照{钱五}要求,各镇行动起来。", []),
    ("听说{钱五}来了,小说《河》写完了。", []),
    ("“路通了。”{冯一}拉着他的手说。", []),
    ("他说,天冷了。", []),
    ("{冯一}告诉记者,路通了。", []),
    ("{冯一}是说干就干的人。", []),
    ("通知要求,各镇要值班。", []),
    ("{钱五}二话没说,背起老人就走。{贾四}说什么也不肯走。", []),
]  # fmt: skip


@pytest.mark.parametrize(("body", "wanted"), CASES, ids=[case[0][:20] for case in CASES])
def test_statements(body: str, wanted: list[str]) -> None:
    article, mentions, names = marked(body)
    found = read_statements(article, mentions)
    assert [f"{names[one.speaker]} {one.verb} {one.quote}" for one in found] == wanted


WORDS = (
    "{甲乙}", "{县长|丙丁}", "强调", "指出", ",", "说", "他", "要求", "并", "。", "“", "”", ":", "\n", "会议", "希望", "的",
    "在讲话中", "表示", "衷心感谢", "二是", "、",
)  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_offsets_are_those_of_the_quote(words: list[str]) -> None:
    article, mentions, names = marked("".join(words))
    for one in read_statements(article, mentions):
        assert article.body.printed[one.start : one.end] == one.quote != ""
        assert 0 <= one.speaker < len(names)


@given(st.text(max_size=200))
def test_any_text_is_survived(text: str) -> None:
    article, mentions, _ = marked(text.replace("{", "").replace("}", ""))
    assert read_statements(article, mentions) == ()
