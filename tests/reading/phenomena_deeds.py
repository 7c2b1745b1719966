"""What took place, who took part and how, appointments, and what was said."""

from __future__ import annotations

from tests.reading.phenomenon import Phenomenon, news

EVENTS = (
    Phenomenon(
        "an event: kind and name",
        news("全县消防演练在县一中举行。", "全县消防演练举行"),
        {"events": ["全县消防演练"], "kinds": ["drill"]},
        r"防汛抗旱应急处置演练",
    ),
    Phenomenon(
        "an event: series and number (第118次)",
        news("县长岑望舒主持召开县春耕第118次专题会议。"),
        {"numbers": [118], "series": ["县春耕专题会议"], "kinds": ["meeting"]},
        r"县政府第92次常务会议",
    ),
    Phenomenon(
        "an event: series and number in Chinese numerals (第六十七次)",
        news("我县召开第六十七次春耕专题会议。"),
        {"numbers": [67]},
        r"第四十七次疫情",
    ),
    Phenomenon(
        "an event: number within a term (十三届三十五次)",
        news("县政协召开十三届三十五次常委会会议。"),
        {"numbers": [35], "terms": [13]},
        r"县政协十三届五次会议",
    ),
    Phenomenon(
        "an event: a date apart from the article's",
        news("全县春耕推进会在柳湾宾馆召开。3月2日,县政协第8次常委会在县礼堂召开。"),
        {"numbers": [None, 8], "event_dates": [None, "3月2日"]},
        r"12月28日，县政协第九次主席会议",
    ),
    Phenomenon("an event: its place", news("全县春耕推进会在县礼堂召开。"), {"places": ["县礼堂"]}, r"在县礼堂举行"),
    Phenomenon(
        "two on a page may be one event reported twice",
        news("县委书记纪怀山主持召开我县第12次春耕专题会议。")
        + "\n" + news("在我县第12次春耕专题会议上,县委书记纪怀山没有念稿子。", "纪怀山谈春耕"),
        {"articles": 2, "numbers": [12, 12]},
        r"在10月24日举行的县委理论学习中心组学习会上",
    ),
)

CAPACITIES = (
    Phenomenon(
        "who took part: 主持", news("我县召开推进会。会议由县长岑望舒主持。"),
        {"participants": {"岑望舒": "chair"}, "verbs": {"岑望舒": ["主持"]}}, r"会\n?议由鲍德全主持",
    ),
    Phenomenon(
        "who took part: 带队",
        news("县长岑望舒带队到柳湾镇检查春耕。"),
        {"participants": {"岑望舒": "lead"}},
        r"县政协主席许茂林带队",
    ),
    Phenomenon(
        "who took part: 出席",
        news("我县召开推进会。县长岑望舒出席会议。"),
        {"participants": {"岑望舒": "attend"}},
        r"冀凤英出席",
    ),
    Phenomenon(
        "who took part: 讲话",
        news("我县召开推进会。县长岑望舒出席会议并讲话。"),
        {"participants": {"岑望舒": "speak"}, "verbs": {"岑望舒": ["出席", "讲话"]}},
        r"出席并讲话",
    ),
    Phenomenon(
        "who took part: 陪同",
        news("市政协主席祁连峰到我县调研春耕。县长岑望舒陪同。"),
        {"participants": {"祁连峰": "lead", "岑望舒": "accompany"}},
        r"陪\n同考察",
    ),
    Phenomenon(
        "who took part: 汇报",
        news("我县召开推进会。县水利局局长路晓舟汇报了水情。"),
        {"participants": {"路晓舟": "report"}},
        r"雷鸣汇报了",
    ),
    Phenomenon(
        "who took part: 传达",
        news("我县召开推进会。县政府办主任路晓舟传达了文件精神。"),
        {"participants": {"路晓舟": "report"}},
        r"尚青传达了",
    ),
    Phenomenon(
        "who took part: 通报",
        news("我县召开推进会。县水利局局长路晓舟通报了水情。"),
        {"participants": {"路晓舟": "report"}},
        r"汤爱民通报了",
    ),
    Phenomenon(
        "who took part: 宣读",
        news("我县召开表彰会。组织部长路晓舟宣读了表彰决定。"),
        {"participants": {"路晓舟": "report"}},
        r"邢国栋宣读了表彰决定",
    ),
    Phenomenon(
        "who took part: 部署",
        news("我县召开推进会。副县长路晓舟、沈一鸣就分管工作作了安排部署。"),
        {"participants": {"路晓舟": "speak", "沈一鸣": "speak"}},
        r"分管工作作了安排部署",
    ),
    Phenomenon(
        "who took part: 致辞",
        news("第三届采茶节在柳湾镇开幕。县长岑望舒致辞。"),
        {"participants": {"岑望舒": "speak"}},
        r"县委书记江远帆致辞",
    ),
    Phenomenon(
        "who took part: 收听收看",
        news("全市春耕视频会议召开。县长岑望舒,县领导路晓舟、沈一鸣在我县分会场收听收看。"),
        {"participants": {"岑望舒": "attend", "路晓舟": "attend", "沈一鸣": "attend"}},
        r"分会场收听收看",
    ),
    Phenomenon(
        "who took part: 颁奖",
        news("全县朗诵比赛举行。副县长路晓舟为获奖选手颁奖。"),
        {"participants": {"路晓舟": "present"}},
        r"为获奖运动员颁奖",
    ),
    Phenomenon(
        "who took part: 获奖",
        news("全县朗诵比赛举行。苗望获得一等奖,沈一鸣、郭小满获得二等奖。"),
        {"participants": {"苗望": "award", "沈一鸣": "award", "郭小满": "award"}},
        r"范思睿获一等奖",
    ),
    Phenomenon(
        "in printed order",
        news("我县召开推进会。县长岑望舒主持。副县长沈一鸣、路晓舟参加。县委书记纪怀山到会讲话。"),
        {"order": ["岑望舒", "沈一鸣", "路晓舟", "纪怀山"]},
        r"会议由祝嘉树主持。县政府办公室主任尚青传达",
    ),
    Phenomenon(
        "who is only mentioned took no part: 贯彻…重要讲话精神",
        news("我县召开推进会,贯彻习近平总书记重要讲话精神。县长岑望舒主持。"),
        {"participants": {"岑望舒": "chair"}, "people": {"习近平": ["总书记"], "岑望舒": ["县长"]}},
        r"习近平总书记",
    ),
    Phenomenon(
        "who is only mentioned took no part: 落实县委书记…提出的要求",
        news("我县召开推进会。县长岑望舒指出,要落实县委书记纪怀山同志提出的要求。"),
        {"participants": {"岑望舒": "speak"}, "people": {"岑望舒": ["县长"], "纪怀山": ["县委书记"]}},
        r"落实市委书记郑观澜同志提出的",
    ),
)

APPOINTED = "县人大常委会举行第四次会议。会议决定:"

APPOINTMENTS = (
    Phenomenon(
        "appointments: 任命",
        news(f"{APPOINTED}任命路晓舟为县水利局局长。"),
        {"kinds": ["meeting", "appointment"], "activities": ["举行", "任命"], "people": {"路晓舟": ["县水利局局长"]}},
        r"任命田埂为县交通局局长",
    ),
    Phenomenon(
        "removals: 免去",
        news(f"{APPOINTED}免去沈一鸣的县水利局局长职务。"),
        {"kinds": ["meeting", "appointment"], "activities": ["举行", "免去"], "people": {"沈一鸣": ["县水利局局长"]}},
        r"免去郝建军的",
    ),
    Phenomenon(
        "appointments: 当选",
        news("县人民代表大会第五次会议闭幕。岑望舒当选为县长。", "县人代会闭幕"),
        {"kinds": ["meeting", "appointment"], "activities": ["闭幕", "当选"], "people": {"岑望舒": ["县长"]}},
        r"陆承安当选为县委书记",
    ),
    Phenomenon(
        "removals: 接受辞职",
        news(f"{APPOINTED}接受纪怀山辞去县长职务的请求。"),
        {"kinds": ["meeting", "appointment"], "people": {"纪怀山": ["县长"]}},
        r"接受陆承安辞去",
    ),
    Phenomenon(
        "appointments: body, person, post, date, as events of kind appointment",
        news(f"{APPOINTED}任命路晓舟为县水利局局长;免去沈一鸣的县水利局局长职务。", lead="本报讯 2022年9月5日,"),
        {"kinds": ["meeting", "appointment", "appointment"], "dates": ["2022-09-05"], "participants": {},
         "event_areas": ["澄溪县", "澄溪县", "澄溪县"],
         "events": ["县人大常委会第四次会议", "任命路晓舟为县水利局局长", "免去沈一鸣的县水利局局长职务"]},
        r"表决任命祝嘉树为",
    ),
)


def _said(verb: str, shown_on: str) -> Phenomenon:
    return Phenomenon(
        f"statements: {verb}",
        news(f"我县召开推进会。县长岑望舒{verb},春耕要早。会议还研究了其他事项。"),
        {"statements": [f"岑望舒 {verb} 春耕要早。"]},
        shown_on,
    )


STATEMENTS = (
    _said("强调", r"江远帆强调,"),
    _said("指出", r"祝嘉树指出,"),
    _said("要求", r"闻人岚要求,"),
    _said("表示", r"祝嘉树表示,"),
    _said("希望", r"江远帆希望"),
    _said("说", r"柯蓝说,"),
    Phenomenon(
        "statements: the named subject",
        news("我县召开推进会。县委书记纪怀山主持。县长岑望舒在讲话中指出,春耕要早。"),
        {"statements": ["岑望舒 指出 春耕要早。"]},
        r"江远帆在讲话\n中指出",
    ),
    Phenomenon(
        "statements: the pronominal subject",
        news("县长岑望舒到柳湾镇调研。在大棚里,她边走边看。她强调,春耕要早。"),
        {"statements": ["岑望舒 强调 春耕要早。"]},
        r"她还表示",
    ),
    Phenomenon(
        "statements: the carried-over subject",
        news("县长岑望舒察看了水库,询问水位,并要求值班人员守好闸门。"),
        {"statements": ["岑望舒 要求 值班人员守好闸门。"]},
        r"并要求相关部门",
    ),
    Phenomenon(
        "statements: the words said, to their end over paragraphs",
        news("我县召开推进会。县长岑望舒强调,一要早备种。\n　　二要早整地。\n　　会上,副县长路晓舟传达了文件。"),
        {"statements": ["岑望舒 强调 一要早备种。\n二要早整地。"]},
        r"(?m)^二是管厂门。",
    ),
    Phenomenon(
        "statements: the words said before and after their speaker",
        news("我县春茶开采。“今年茶好。”村民郭小满笑着说,“日子有盼头。”"),
        {"statements": ["郭小满 说 日子有盼头。"]},
        r"闻人岚说,“棉花",
    ),
    Phenomenon(
        "statements: what a meeting says is nobody's",
        news("我县召开推进会。县长岑望舒主持。会议指出,春耕要早。"),
        {"statements": []},
        r"全会强调|会议指出",
    ),
)

ROWS = (*EVENTS, *CAPACITIES, *APPOINTMENTS, *STATEMENTS)
