"""What a page does to its letters: widths, blanks, look-alikes, lost punctuation."""

from __future__ import annotations

from tests.reading.phenomenon import Phenomenon, news

ROWS = (
    Phenomenon(
        "full and half width mixed",
        "我县召开春耕会\n\n本报讯　３月5日，县委书记纪怀山,县长岑望舒，副县长路晓舟,参加第１2次会议。\n",
        {"people": {"纪怀山": ["县委书记"], "岑望舒": ["县长"], "路晓舟": ["副县长"]}, "printed": ["３月5日"]},
        r"本报讯 ４月６日，",
    ),
    Phenomenon(
        "blanks inside words",
        news("我县召 开春 耕会。县 长岑望舒主 持。"),
        {"bodies": ["3月5日,我县召开春耕会。县长岑望舒主持。"], "people": {"岑望舒": ["县长"]}},
        r"志愿服 务推进 会",
    ),
    Phenomenon(
        "blanks inside names (张 伟)",
        news("县长岑望舒、副县长张 伟、安 之参加。"),
        {"people": {"岑望舒": ["县长"], "张伟": ["副县长"], "安之": ["副县长"]},
         "raw": {"岑望舒": ["岑望舒"], "张伟": ["张 伟"], "安之": ["安 之"]}},
        r"张 伟、齐子骥",
    ),
    Phenomenon(
        "look-alikes (县/具)",
        news("县委书记纪怀山到我具调研,具委副书记、县长岑望舒陪同。"),
        {"people": {"纪怀山": ["县委书记"], "岑望舒": ["具委副书记", "县长"]}},
        r"市委书记郑观澜到我具",
    ),
    Phenomenon(
        "look-alikes (县/设)",
        news("我设召开春耕会,县长岑望舒主持。"),
        {"people": {"岑望舒": ["县长"]}, "participants": {"岑望舒": "chair"},
         "bodies": ["3月5日,我设召开春耕会,县长岑望舒主持。"]},
        r"我设召开",
    ),
    Phenomenon(
        "look-alikes (人/入)",
        news("县长岑望舒看望慰问了医护入员。岑望舒要求,人冬以前备足药品。"),
        {"people": {"岑望舒": ["县长"]}, "statements": ["岑望舒 要求 人冬以前备足药品。"]},
        r"医护入员",
    ),
    Phenomenon(
        "look-alikes (于/干)",
        news("县长岑望舒来到位干柳湾镇的育秧大棚,对镇党委书记路晓舟说,要抢干雨前插秧。"),
        {"people": {"岑望舒": ["县长"], "路晓舟": ["镇党委书记"]}, "statements": ["岑望舒 说 要抢干雨前插秧。"]},
        r"位干柳湾镇",
    ),
    Phenomenon(
        "traditional forms",
        news("縣委書記紀懷山主持會議,縣長岑望舒、副縣長路曉舟參加。", lead="本報訊 3月5日,"),
        {"people": {"紀懷山": ["縣委書記"], "岑望舒": ["縣長"], "路曉舟": ["副縣長"]}, "printed": ["3月5日"]},
        r"转運",
    ),
    Phenomenon(
        "punctuation lost between names (获得二等奖郭小满,宋晚亭获得三等奖)",
        news("全县朗诵比赛举行。苗望、路晓舟获得一等奖,获得二等奖郭小满,宋晚亭获得三等奖。", "全县朗诵比赛举行"),
        {"people": {"苗望": [], "路晓舟": [], "郭小满": [], "宋晚亭": []}},
        r"二等\n奖郭小金，宋小丹",
    ),
    Phenomenon(
        "the raw text stays; the clean text maps back to it, character by character",
        "我县召开春耕会\n　　本报讯 3月5日，我县召开 春耕会，县委书记纪\n怀 山主持。\n",
        {"raw": {"纪怀山": ["纪\n怀 山"]}, "bodies": ["3月5日，我县召开春耕会，县委书记纪怀山主持。"]},
        r"宋一 凡",
    ),
)
