"""What a page does to its text: lines, headlines, furniture."""

from __future__ import annotations

from tests.reading.phenomenon import Phenomenon, news

NEXT = "\n县图书馆延长开放时间\n\n本报讯 3月6日,县图书馆延长开放时间。\n"

LINES = (
    Phenomenon(
        "lines break at column ends, in the middle of a name",
        "我县召开春耕会\n　　本报讯 3月5日,我县召开春耕会,安排当前农事。县长岑望\n舒主持,副县长路晓舟参加。\n",
        {"people": {"岑望舒": ["县长"], "路晓舟": ["副县长"]}, "raw": {"岑望舒": ["岑望\n舒"], "路晓舟": ["路晓舟"]}},
        r"常\n　乐",
    ),
    Phenomenon(
        "lines break at column ends, in the middle of a title",
        "我县召开春耕会\n　　本报讯 3月5日,我县召开春耕会,安排当前农事。县农业农\n村局局长路晓舟汇报了墒情。\n",
        {"people": {"路晓舟": ["县农业农村局局长"]}},
        r"县教育局副\n局长石砚",
    ),
    Phenomenon(
        "lines break at column ends, in the middle of a number",
        "我县召开防汛专题会议\n　　本报讯 6月5日,我县召开防汛第1\n18次专题会议。县长岑望舒主持。\n",
        {"numbers": [118]},
        r"第三\n十次会议召开",
    ),
    Phenomenon(
        "blank lines stand between columns as well as between articles",
        news("县长岑望舒主持会议,听取\n\n春耕情况汇报,副县长路晓舟参加。") + NEXT,
        {"articles": 2, "bodies": [
            "3月5日,县长岑望舒主持会议,听取春耕情况汇报,副县长路晓舟参加。", "3月6日,县图书馆延长开放时间。"]},
        r"有关任免\n\n案。会议决定",
    ),
    Phenomenon(
        "several blank lines mean nothing",
        "\n\n\n我县召开春耕会\n\n\n\n本报讯 3月5日,县长岑望舒主持会议,听取\n\n\n\n春耕情况汇报。\n\n\n\n" + NEXT,
        {"articles": 2, "headlines": ["我县召开春耕会", "县图书馆延长开放时间"]},
        r"\A\n\n\S",
    ),
    Phenomenon(
        "a body cut by a column head goes on",
        news("县长岑望舒主持会议。岑望舒要求,种子要\n\n——聚焦春耕——\n\n送到村里。") + NEXT,
        {"articles": 2, "statements": ["岑望舒 要求 种子要送到村里。"]},
        r"[^。\n]\n\n——[^—\n]+——\n\n[^\n]+。",
    ),
    Phenomenon(
        "a body cut by a caption goes on",
        news("县长岑望舒主持会议。岑望舒要求,种子要\n\n▲图为农技员在田间查看墒情。\n\n送到村里。") + NEXT,
        {"articles": 2, "statements": ["岑望舒 要求 种子要送到村里。"]},
        r"先把口子堵\n\n▲[^\n]+\n\n住再说账",
    ),
    Phenomenon(
        "a body cut by part of another headline goes on",
        news("县长岑望舒主持会议。岑望舒要求,种子要\n\n书馆延长开放时\n\n送到村里。")
        + "\n本报讯 3月6日,县图书馆延长开放时间。\n",
        {"articles": 2, "statements": ["岑望舒 要求 种子要送到村里。"], "headlines": ["我县召开春耕会", "书馆延长开放时"]},
        r"种子要在雨前\n\n书馆夜间开放首\n\n发到户",
    ),
)

HEADLINES = (
    Phenomenon(
        "a headline that is whole",
        news("我县召开春耕会,安排当前农事。"),
        {"headlines": ["我县召开春耕会"], "states": ["complete"]},
        r"(?m)^县委召开党史学习教育动员大会$",
    ),
    Phenomenon(
        "a headline over two lines",
        "省农技专家团来我县\n开展春耕指导\n本报讯 3月5日,省农技专家团来我县开展春耕指导。\n",
        {"headlines": ["省农技专家团来我县开展春耕指导"], "states": ["complete"]},
        r"丰岩县党政代表团来我县\n考察清洁村庄建设\n",
    ),
    Phenomenon(
        "a headline glued by a blank",
        news("岑望舒带队检查春耕工作。", "岑望舒带队检查 春耕工作"),
        {"headlines": ["岑望舒带队检查春耕工作"], "states": ["complete"]},
        r"江远帆带队检查 防汛备汛工作",
    ),
    Phenomenon(
        "a headline cut at its end",
        news("我县春耕生产现场会在柳湾镇召开。", "我县春耕生产现场会在柳湾镇召"),
        {"headlines": ["我县春耕生产现场会在柳湾镇召"], "states": ["damaged"]},
        r"(?m)^市志愿服务推进会在我县召$",
    ),
    Phenomenon(
        "a headline cut at its front (次专题会议)",
        news("我县召开春耕第十二次专题会议,安排当前农事。", "次专题会议召开"),
        {"headlines": ["次专题会议召开"], "states": ["damaged"]},
        r"(?m)^溪县第十三次代表大会闭幕$",
    ),
    Phenomenon(
        "a headline cut within a name (舒调研县人民医院…)",
        news("县委副书记、县长岑望舒调研县人民医院建设。", "舒调研县人民医院建设"),
        {"headlines": ["舒调研县人民医院建设"], "states": ["damaged"]},
        r"(?m)^树调研县中医院迁建$",
    ),
    Phenomenon(
        "a headline standing away from its body",
        "县图书馆延长开放时间\n\n" + news("县长岑望舒主持会议。") + "\n本报讯 3月6日,县图书馆延长开放时间,夜里也能借书。\n",
        {"headlines": ["我县召开春耕会", "县图书馆延长开放时间"]},
        r"\A我县首座大型风电场并网发电\n\n市志愿服务",
    ),
    Phenomenon(
        "a headline that is missing; an article whose headline is lost is still an article",
        news("县长岑望舒主持会议。\n\n陈 溪") + "\n本报讯 3月6日,县图书馆延长开放时间。\n",
        {"articles": 2, "headlines": ["我县召开春耕会", ""], "states": ["complete", "missing"]},
        r"贺 兰\n\n17日,县政府召开第38次常务会议",
    ),
    Phenomenon(
        "a damaged headline is said to be so, never invented",
        news("县委副书记、县长岑望舒调研县人民医院建设。", "岑望舒调研具人民医院建"),
        {"headlines": ["岑望舒调研具人民医院建"], "states": ["damaged"]},
        r"(?m)^念改革开放40周年”征文启$",
    ),
)

FURNITURE = (
    Phenomenon(
        "section heads (——聚焦重点项目——)",
        "——聚焦春耕备耕——\n\n" + news("我县召开春耕会。"),
        {"headlines": ["我县召开春耕会"], "sections": ["聚焦春耕备耕"], "furniture": ["——聚焦春耕备耕——"]},
        r"——众志成城 防汛抗灾——",
    ),
    Phenomenon(
        "slogans",
        news("我县召开春耕会。") + "\n山青水绿 幸福澄溪\n" + NEXT,
        {"headlines": ["我县召开春耕会", "县图书馆延长开放时间"],
         "bodies": ["3月5日,我县召开春耕会。", "3月6日,县图书馆延长开放时间。"]},
        r"清清澄溪 幸福人家",
    ),
    Phenomenon(
        "上一版/下一版",
        news("我县召开春耕会。") + "\n上一版　下一版\n",
        {"bodies": ["3月5日,我县召开春耕会。"], "furniture": ["上一版　下一版"]},
        r"上一版　下一版",
    ),
    Phenomenon(
        "本期共8版",
        news("我县召开春耕会。") + "\n本期共8版\n",
        {"bodies": ["3月5日,我县召开春耕会。"], "furniture": ["本期共8版"]},
        r"本期共[48]版",
    ),
    Phenomenon(
        "【图片新闻】",
        news("我县召开春耕会。\n\n陈 溪") + "\n【图片新闻】\n3月4日,柳湾镇的农机手在检修播种机。（路晓舟 摄）\n",
        {"articles": 2, "furniture": ["【图片新闻】"], "bylines": ["陈溪", "路晓舟"]},
        r"【图片新闻】",
    ),
    Phenomenon(
        "▲ captions",
        news("我县召开春耕会。") + "▲图为春耕会现场。\n" + NEXT,
        {"articles": 2, "headlines": ["我县召开春耕会", "县图书馆延长开放时间"]},
        r"▲图为女子一百米决赛现场。",
    ),
    Phenomenon(
        "责任编辑 lines",
        news("我县召开春耕会。") + "责任编辑:陈溪 版式:路晓舟\n",
        {"bodies": ["3月5日,我县召开春耕会。"], "furniture": ["责任编辑:陈溪 版式:路晓舟"], "people": {}},
        r"责任编辑[:：]",
    ),
    Phenomenon(
        "stray glyphs of a picture (11/, 丆)",
        news("我县召开春耕会,要求\n\n11/\n\n丆\n\n种子到户。"),
        {"articles": 1, "bodies": ["3月5日,我县召开春耕会,要求种子到户。"]},
        r"丆 11/",
    ),
    Phenomenon(
        "(下转第三版)/(上接第一版) join two pieces within a file",
        news("我县召开春耕会。县长岑望舒主持。\n(下转第二版)") + NEXT + "\n(上接第一版)\n岑望舒要求,种子要到户。\n",
        {"articles": 2, "statements": ["岑望舒 要求 种子要到户。"], "bodies": [
            "3月5日,我县召开春耕会。县长岑望舒主持。\n岑望舒要求,种子要到户。", "3月6日,县图书馆延长开放时间。"]},
        r"（下转第二版）(?s:.*)（上接第一版）",
    ),
    Phenomenon(
        "(下转第三版) links across files",
        news("我县召开春耕会。县长岑望舒主持。\n(下转第三版)") + NEXT,
        {"continues": ["下转第三版", None]},
        r"\(下转第三版\)",
    ),
    Phenomenon(
        "(上接第一版) links across files",
        "（上接第一版）\n会议要求,种子要到户。县长岑望舒主持。\n" + NEXT,
        {"articles": 2, "continues": ["上接第一版", None], "states": ["missing", "complete"]},
        r"（上接第一版）\n　　会议指出",
    ),
)

ROWS = (*LINES, *HEADLINES, *FURNITURE)
