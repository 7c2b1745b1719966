"""Pages made of anything: stored whole or refused, on every database, and every offset holds."""

from __future__ import annotations

import random

import pytest

from articles.models import Article, Mention, Page, Statement
from newsroom.importrun import run
from newsroom.orders import Order
from people.models import Person

PIECES = [
    "本报讯",
    "本报讯 2021年3月5日,",
    "本报讯 9999年99月99日",
    "本报讯 0000年1月1日,",
    "2021年2月30日",
    "12月32日",
    "昨天",
    "县长沈知秋",
    "县委书记顾长河",
    "副县长",
    "主持会议",
    "强调,",
    "指出:“",
    "”",
    "要求,",
    "第99999999999999999999次专题会议",
    "第十三届三十五次常委会",
    "第2147483648次会议",
    "召开",
    "白石县",
    "我县",
    "湖东省澄江市",
    "省市县区旗州盟",
    "阿依努尔·买买提",
    "欧阳",
    "·",
    "(",
    ")",
    "【",
    "】",
    "记者",
    "责任编辑",
    "——",
    "上一版",
    "(下转第三版)",
    "\n\n",
    "\n",
    "\r\n",
    "\u3000\u3000",
    " ",
    "\t",
    "\x0b",
    "\u2028",
    "\u200b",
    "\ufeff",
    "\ufffd",
    "\U0001f600",
    "\U00020000",
    "a" * 300,
    "长" * 700,
    "镇" * 120,
    "局" * 250,
    "、".join(["张三"] * 60),
    "任命沈知秋为" + "县" * 130 + "局局长",
    "'; DROP TABLE articles_page; --",
    "<script>",
    "%s %d {0}",
    "\\x00",
    "\x01",
    "½",
    "１２３",
    "〇二",
    "ǎ",
    "ﬀ",
    "㍻",
]


def page_of_anything(chance: random.Random) -> str:
    pieces = []
    for _ in range(chance.randrange(1, 60)):
        drawn = chance.random()
        if drawn < 0.8:
            pieces.append(chance.choice(PIECES))
        elif drawn < 0.9:
            pieces.append("".join(chr(chance.randrange(0x4E00, 0x9FA5)) for _ in range(chance.randrange(1, 30))))
        else:
            pieces.append(
                "".join(
                    chr(code)
                    for code in (chance.randrange(1, 0x11000) for _ in range(chance.randrange(1, 12)))
                    if not 0xD800 <= code < 0xE000
                )
            )
    return "".join(pieces)


@pytest.mark.django_db
def test_any_page_is_stored_whole_or_refused_and_its_offsets_hold(tmp_path):
    chance = random.Random(20)
    number = 150
    for at in range(number):
        (tmp_path / f"{at:03}.txt").write_bytes(page_of_anything(chance).encode("utf-8"))
    account = run(Order([str(tmp_path)]))
    assert account.pages + len(account.refused) == number
    assert Page.objects.count() == account.new
    assert not [reason for _, reason in account.refused if "报告" in reason or "report" in reason]
    for mention in Mention.objects.select_related("article__page"):
        text = mention.article.body if mention.field == "body" else mention.article.headline
        raw = mention.article.page.text[mention.raw_start : mention.raw_end]
        assert text[mention.start : mention.end] == mention.exact
        assert "".join(letter for letter in raw if letter in mention.exact) == "".join(mention.exact.split())
    for statement in Statement.objects.select_related("article"):
        assert statement.article.body[statement.start : statement.end] == statement.quote
    assert Article.objects.exists()
    assert Person.objects.live().exists()
    assert run(Order([str(tmp_path)])).unchanged == account.pages
