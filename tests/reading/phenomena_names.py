"""Names as they are printed, where they are found again, and who wrote."""

from __future__ import annotations

from tests.reading.phenomenon import Phenomenon, news

TWENTY = (
    "纪怀山、岑望舒、石永年、苗春来、路晓舟、温知秋、丁山河、司马澄、佟乐、欧阳渡、雷万钧、厉长风、"
    "牛书文、冀云英、梅远青、高一峰、呼延澈、温秋兰、安然、祝小溪"
)

NAMES = (
    Phenomenon("names of two characters", news("县长佟放主持。"), {"people": {"佟放": ["县长"]}}, r"宣传部长佟放"),
    Phenomenon("names of three characters", news("县长岑望舒主持。"), {"people": {"岑望舒": ["县长"]}}, r"县长祝嘉树"),
    Phenomenon("names of four characters", news("副县长呼延云起主持。"), {"people": {"呼延云起": ["副县长"]}}, r"呼延\n?玉成"),
    Phenomenon(
        "compound surnames (欧阳, 司马)",
        news("副县长欧阳渡、组织部长司马澄参加。"),
        {"people": {"欧阳渡": ["副县长"], "司马澄": ["组织部长"]}},
        r"欧阳诚",
    ),
    Phenomenon(
        "single given names",
        news("县政协副主席安之、副县长路遥参加。"),
        {"people": {"安之": ["县政协副主席"], "路遥": ["副县长"]}},
        r"宫正",
    ),
    Phenomenon(
        "rare surnames",
        news("县长昝明远、副县长逄晓波、亓一帆参加。"),
        {"people": {"昝明远": ["县长"], "逄晓波": ["副县长"], "亓一帆": ["副县长"]}},
        r"卜一凡",
    ),
    Phenomenon(
        "names that read like words",
        news("县水利局局长高山、县教育局局长宁静、县林业局局长田野参加。"),
        {"people": {"高山": ["县水利局局长"], "宁静": ["县教育局局长"], "田野": ["县林业局局长"]}},
        r"县工信局局长宁静",
    ),
    Phenomenon(
        "names with ·",
        news("副县长路晓舟、热合曼·艾力参加。"),
        {"people": {"路晓舟": ["副县长"], "热合曼·艾力": ["副县长"]}},
        r"阿依努尔·买买提",
    ),
    Phenomenon(
        "lists of twenty in protocol order, separated by 、",
        news(f"主席团成员{TWENTY}在主席台就座。", "县人代会开幕"),
        {"people": {name: ["主席团成员"] for name in TWENTY.split("、")}, "order": TWENTY.split("、")},
        r"主席团成员(?:[^、，。]{2,4}、){15,}",
    ),
    Phenomenon(
        "lists separated by ,",
        news("县领导纪怀山,岑望舒,路晓舟,沈一鸣参加。"),
        {"people": {name: ["县领导"] for name in ("纪怀山", "岑望舒", "路晓舟", "沈一鸣")}},
        r"县领导陶然,屈直,齐子骥",
    ),
    Phenomenon(
        "lists separated by blanks",
        news("全县朗诵比赛举行。获得优秀奖的是:郑小川 陆小禾 路晓舟 沈一鸣。", "全县朗诵比赛举行"),
        {"people": {name: [] for name in ("郑小川", "陆小禾", "路晓舟", "沈一鸣")}},
        r"关铁柱　买买提·吐尔逊",
    ),
    Phenomenon("names with 同志 after them", news("大家向路晓舟同志学习。"), {"people": {"路晓舟": []}}, r"闻人岚同志"),
    Phenomenon(
        "names with 一行 after them",
        news("路晓舟一行到我县考察。"),
        {"people": {"路晓舟": []}, "participants": {"路晓舟": "lead"}},
        r"柏舟一行",
    ),
    Phenomenon(
        "names with 等 after them",
        news("县领导岑望舒、路晓舟等参加。"),
        {"people": {"岑望舒": ["县领导"], "路晓舟": ["县领导"]}},
        r"童志等",
    ),
    Phenomenon(
        "the same name across a line break",
        "我县召开春耕会\n　　本报讯 3月5日,我县召开春耕会,县长岑望舒主持会议。会上,岑\n望舒强调,春耕要早。\n",
        {"people": {"岑望舒": ["县长"]}, "raw": {"岑望舒": ["岑望舒", "岑\n望舒"]}},
        r"江远\n帆边听边记",
    ),
)

AGAIN = (
    Phenomenon(
        "a name once established is found again where no title stands by it (路晓舟强调…)",
        news("县长路晓舟主持会议。路晓舟强调,春耕要早。"),
        {"raw": {"路晓舟": ["路晓舟", "路晓舟"]}, "statements": ["路晓舟 强调 春耕要早。"]},
        r"(?m)^江远帆强调",
    ),
    Phenomenon(
        "a name once established is found again in headlines",
        news("县委副书记、县长岑望舒调研春耕。", "岑望舒调研春耕"),
        {"raw": {"岑望舒": ["岑望舒", "岑望舒"]}},
        r"闻人岚督导脱贫攻坚",
    ),
    Phenomenon(
        "a name once established is found again by she and he in statements",
        news("县长岑望舒到柳湾镇调研。她指出,春耕要早。随后,县委书记纪怀山来到石桥乡。他要求,种子到户。"),
        {"statements": ["岑望舒 指出 春耕要早。", "纪怀山 要求 种子到户。"]},
        r"(?:她要求|她指出|他要求)",
    ),
)

END = "我县召开春耕会。县长岑望舒主持。"

BYLINES = (
    Phenomenon("a byline as the last line", news(f"{END}\n\n陈 溪"), {"bylines": ["陈溪"]}, r"(?m)^史 可$"),
    Phenomenon(
        "a byline after the last full stop",
        news(f"{END} 陈溪"),
        {"bylines": ["陈溪"], "people": {"岑望舒": ["县长"]}},
        r"。 陈 璐",
    ),
    Phenomenon(
        "a byline of several names",
        news(f"{END}\n\n陈溪 顾小满"),
        {"bylines": ["陈溪", "顾小满"]},
        r"(?m)^陈 璐 顾小雨$",
    ),
    Phenomenon("a padded byline", news(f"{END}\n\n陈 溪 顾 青"), {"bylines": ["陈溪", "顾青"]}, r"（记者　陈　璐　贺　兰）"),
    Phenomenon("a byline run together", news(f"{END}\n\n孟小涵宋一帆"), {"bylines": ["孟小涵", "宋一帆"]}, r"孟子涵宋一凡"),
    Phenomenon("a byline in full-width brackets", news(f"{END}（陈　溪）"), {"bylines": ["陈溪"]}, r"。（何　田）"),
    Phenomenon("a byline in half-width brackets", news(f"{END}(记者 陈溪)"), {"bylines": ["陈溪"]}, r"\(通讯员 白小雪\)"),
    Phenomenon("a byline in square brackets", news(f"{END}\n[陈溪]"), {"bylines": ["陈溪"]}, r"\[通讯员 齐天\]"),
    Phenomenon("a byline in tortoise-shell brackets", news(f"{END}〔陈溪〕"), {"bylines": ["陈溪"]}, r"〔[^〔〕]{2,20}〕"),
    Phenomenon("a byline with 记者", news(f"{END}\n\n记者 陈溪"), {"bylines": ["陈溪"]}, r"（记者 何 田）"),
    Phenomenon("a byline with 通讯员", news(f"{END}\n\n通讯员 陈溪"), {"bylines": ["陈溪"]}, r"（通讯员 申 报）"),
    Phenomenon(
        "a byline with 特约 and 实习生",
        news(f"{END}（特约记者 万千里 实习生 元小溪）"),
        {"bylines": ["万千里", "元小溪"]},
        r"特约记者 万里 实习生 元小满",
    ),
    Phenomenon("a byline with 文/图", news(f"{END}\n\n陈溪 文/图"), {"bylines": ["陈溪"]}, r"贺 兰 文/图"),
    Phenomenon("a byline with 文 and 摄", news(f"{END}（陈溪 文　顾小满 摄）"), {"bylines": ["陈溪", "顾小满"]}, r"史可 摄）"),
    Phenomenon(
        "a byline at the front as (记者 …)",
        news(END, lead="本报讯（记者　陈　溪）3月5日,"),
        {"bylines": ["陈溪"], "bodies": [f"3月5日,{END}"]},
        r"本报讯（记者　罗小河）",
    ),
    Phenomenon("no byline", news(END), {"bylines": []}, r"（此件经县人大常委会主任鲍德全签署）\r?\n"),
)

ROWS = (*NAMES, *AGAIN, *BYLINES)
