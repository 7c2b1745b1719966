"""Headline states: whole, damaged, missing."""

from __future__ import annotations

import pytest

from articles.reading.clean import clean
from articles.reading.headlines import headline_state

LEAD = (
    "3月1日,我县召开春耕生产工作推进会。县委副书记、县长周启明出席,并调研县人民医院建设。会议由副县长吴敏主持,安排第3次防汛会议。"
)
STATES = [
    ("我县召开春耕生产工作推进会", "complete"),
    ("我县召开春耕生产工作推进", "damaged"),
    ("启明调研县人民医院建设", "complete"),
    ("次防汛会议", "damaged"),
    ("周启明调研具人民医院建设", "damaged"),
    ("设县召开春耕生产工作推进会", "damaged"),
    ("我县落实“两个责任建设示范县", "damaged"),
    ("我县落实“两个责任”建设示范县", "complete"),
    ("我县春耕生产现场会在青镇召", "damaged"),
    ("周启明出席第", "damaged"),
    ("县人民医院连夜救治一名", "damaged"),
    ("我县代表队列全市第一名", "complete"),
    ("周启明调研春耕时强", "damaged"),
    ("县人民医院到青镇开展", "damaged"),
    ("春耕生产在我县有序开展", "complete"),
    ("色故事进校园", "damaged"),
    ("委常委会召开(扩大)会议", "damaged"),
    ("中营镇八字山起火", "complete"),
    ("", "missing"),
]


@pytest.mark.parametrize(("headline", "state"), STATES)
def test_states(headline: str, state: str) -> None:
    assert headline_state(clean(headline).text, clean(LEAD).text) == state


def test_a_given_name_without_its_surname_is_cut() -> None:
    lead = clean("3月1日,县委副书记、县长周翔调研县医院。").text
    assert headline_state(clean("翔调研县医院").text, lead) == "damaged"
    assert headline_state(clean("周翔调研县医院").text, lead) == "complete"


def test_a_word_without_its_first_letter_is_cut() -> None:
    lead = clean("3月1日,全县疫苗接种工作推进会召开。").text
    assert headline_state(clean("种工作推进会召开").text, lead) == "damaged"
    assert headline_state(clean("接种工作推进会召开").text, lead) == "complete"


def test_a_place_without_its_first_letter_is_cut() -> None:
    assert headline_state(clean("溪县第三次代表大会闭幕").text, clean("青溪县第三次代表大会3月1日闭幕。").text) == "damaged"


@pytest.mark.parametrize(
    ("headline", "body", "state"),
    [
        ("公安局破获系列盗窃电", "县公安局破获一起系列盗窃电动车案件。", "damaged"),
        ("区医院开展白内障复明义", "区医院走进上郑乡开展白内障复明义诊活动。", "damaged"),
        ("大常委会举行会议", "县人大常委会举行会议,县人大常委会主任到会。", "damaged"),
        ("冬季送戏让山村热闹起", "县文化馆送戏下乡。", "damaged"),
        ("县委农村工作会议召开王小川主持", "3月8日,县委农村工作会议召开,县长王小川主持会议。", "complete"),
        ("我县召开春耕会", "我设召开春耕会。", "complete"),
        ("李", "县长李明李明。", "complete"),
    ],
)
def test_a_word_cut_at_an_end_is_told_by_the_whole_body(headline: str, body: str, state: str) -> None:
    assert headline_state(clean(headline).text, clean(body).text) == state
