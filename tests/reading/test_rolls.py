"""Rolls of people: rows below an announcement, their names and posts, and who signs below them."""

from __future__ import annotations

import pytest

from articles.reading.pipeline import read_page
from articles.reading.types import roles_of

PRAISED = """我县表彰优秀教师

本报讯 9月9日,我县表彰优秀教师。县长陶景明讲话。

受到表彰的人员名单如下:

优秀校长:洪庆余  姜 白  佟 童

优秀班主任:傅恒远  车明辉  白 露

姚 望

我县举办球赛

本报讯 9月8日,我县举办球赛。
"""
MODELS = """澄溪县劳动模范名单

一、劳动模范(3名)

郝有田 县金穗粮食合作社理事长

石敢当 县热力公司维修班班长

汪 泉(女) 县自来水公司水厂厂长

县长陶景明调研春耕

本报讯 9月8日,县长陶景明调研春耕。
"""


@pytest.mark.parametrize(
    ("page", "at", "headline", "people"),
    [
        (PRAISED, 0, "我县表彰优秀教师", "陶景明=县长 洪庆余= 姜白= 佟童= 傅恒远= 车明辉= 白露="),
        (MODELS, 0, "澄溪县劳动模范名单", "郝有田=县金穗粮食合作社理事长 石敢当=县热力公司维修班班长 汪泉=县自来水公司水厂厂长"),
        (MODELS, 1, "县长陶景明调研春耕", "陶景明=县长"),
    ],
)
def test_rows_are_text_with_names_and_posts(page: str, at: int, headline: str, people: str) -> None:
    article = read_page(page).articles[at]
    found = {one.exact: "|".join(role.text for role in roles_of(article.mentions, one.referent)) for one in article.mentions}
    assert (article.text.headline.printed, found) == (headline, dict(one.split("=") for one in people.split()))


def test_who_signs_below_a_roll_is_no_row_of_it() -> None:
    articles = read_page(PRAISED).articles
    assert [article.text.reporters for article in articles] == [("姚望",), ()]


def test_a_name_that_reads_like_a_word_signs_where_others_do() -> None:
    news = "我县召开会议\n\n本报讯 9月8日,我县召开会议。\n\n{}\n\n"
    page = "".join(news.format(name) for name in ("姚望舒", "周末", "石砚"))
    assert [article.text.reporters for article in read_page(page).articles] == [("姚望舒",), ("周末",), ("石砚",)]


CREDITED = """我县举办球赛

本报讯 9月8日,我县举办全民健身篮球比赛,十二支队
伍参加,决出了名次。
本报记者 方圆 通讯员
努尔曼

县图书馆延长开放时间

本报讯 9月9日,县图书馆开门。
"""


def test_credits_whose_last_name_stands_on_a_line_of_its_own() -> None:
    assert [article.text.reporters for article in read_page(CREDITED).articles] == [("方圆", "努尔曼"), ()]


def test_a_headline_that_lost_a_surname_names_nobody() -> None:
    reading = read_page("景明率队赴外地招商\n\n本报讯 9月8日,县长陶景明率队赴外地招商。\n").articles[0]
    assert {one.exact for one in reading.mentions} == {"陶景明"}
