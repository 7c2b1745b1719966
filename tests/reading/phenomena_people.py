"""Posts beside names, whose posts they are, and what is no person."""

from __future__ import annotations

from tests.reading.phenomenon import Phenomenon, news

CHAINS = (
    Phenomenon(
        "posts before the name, chained by 、",
        news("县委常委、宣传部长路晓舟出席。"),
        {"people": {"路晓舟": ["县委常委", "宣传部长"]}},
        r"县委常委、宣传部长蓝雨桐",
    ),
    Phenomenon(
        "posts before the name, chained by ,",
        news("县委副书记,县长岑望舒主持。"),
        {"people": {"岑望舒": ["县委副书记", "县长"]}},
        r"县委副书记,县长祝嘉树",
    ),
    Phenomenon(
        "posts before the name, chained by 兼",
        news("副县长兼开发区管委会主任路晓舟参加。"),
        {"people": {"路晓舟": ["副县长", "开发区管委会主任"]}},
        r"副县长兼开发区",
    ),
    Phenomenon(
        "an organisation carried over (市统计局党组书记、局长)",
        news("市统计局党组书记、局长路晓舟到我县调研。"),
        {"people": {"路晓舟": ["市统计局党组书记", "局长"]}, "organizations": {"路晓舟": [None, "市统计局"]}},
        r"县卫健局党组书记、局长汤爱民",
    ),
    Phenomenon(
        "a post after the name (祁连峰市长)",
        news("会议传达了祁连峰市长的批示。县长岑望舒主持。"),
        {"people": {"祁连峰": ["市长"], "岑望舒": ["县长"]}},
        r"郑观澜书记要求的",
    ),
    Phenomenon(
        "posts shared by a list (县领导…)",
        news("县领导纪怀山、岑望舒、路晓舟参加。"),
        {"people": {"纪怀山": ["县领导"], "岑望舒": ["县领导"], "路晓舟": ["县领导"]}, "generic": ["纪怀山", "岑望舒", "路晓舟"]},
        r"县领导尉迟衡、邢国栋",
    ),
    Phenomenon(
        "posts shared by a list (县上及开发区领导…)",
        news("县上及开发区领导路晓舟、沈一鸣参加。"),
        {"people": {"路晓舟": ["县上及开发区领导"], "沈一鸣": ["县上及开发区领导"]}, "generic": ["路晓舟", "沈一鸣"]},
        r"县上及开发区领导陶然、",
    ),
    Phenomenon(
        "posts shared by a list (…应急专班组长…)",
        news("县疫情防控11个应急专班组长路晓舟、沈一鸣参加。"),
        {"people": {"路晓舟": ["县疫情防控11个应急专班组长"], "沈一鸣": ["县疫情防控11个应急专班组长"]}},
        r"各专项工作组组长蓝雨桐、",
    ),
    Phenomenon(
        "posts shared in apposition (…等县四家班子领导)",
        news("纪怀山、岑望舒、路晓舟等县四家班子领导参加义务植树。"),
        {"people": {"纪怀山": ["县四家班子领导"], "岑望舒": ["县四家班子领导"], "路晓舟": ["县四家班子领导"]}},
        r"贾云鹤等县四家班子领导出席",
    ),
    Phenomenon(
        "acting posts (代县长)",
        news("县委副书记、代县长岑望舒主持。"),
        {"people": {"岑望舒": ["县委副书记", "代县长"]}, "qualifiers": {"岑望舒": ["代"]}},
        r"代县长祝嘉树暗访",
    ),
    Phenomenon(
        "ranked posts (一级调研员)",
        news("市应急管理局一级调研员路晓舟到我县检查。"),
        {"people": {"路晓舟": ["市应急管理局一级调研员"]}},
        r"市应急管理局一级调研员贡献",
    ),
    Phenomenon(
        "lent posts (挂职)",
        news("云岭乡挂职副乡长路晓舟陪同。"),
        {"people": {"路晓舟": ["云岭乡挂职副乡长"]}, "qualifiers": {"路晓舟": ["挂职"]}},
        r"云岭乡挂职副乡长宗政明",
    ),
)

BODIES = (
    Phenomenon("posts of the party", news("县委书记纪怀山讲话。"), {"people": {"纪怀山": ["县委书记"]}}, r"县委书记郝长庚作"),
    Phenomenon("posts of the government", news("副县长路晓舟讲话。"), {"people": {"路晓舟": ["副县长"]}}, r"副县长李敏，"),
    Phenomenon(
        "posts of the congress",
        news("县人大常委会副主任路晓舟讲话。"),
        {"people": {"路晓舟": ["县人大常委会副主任"]}},
        r"县人大常委会副主任牛广文",
    ),
    Phenomenon(
        "posts of the conference",
        news("县政协副主席路晓舟讲话。"),
        {"people": {"路晓舟": ["县政协副主席"]}},
        r"县政协副主席温桂兰",
    ),
    Phenomenon(
        "posts of the court",
        news("县人民法院院长路晓舟参加。"),
        {"people": {"路晓舟": ["县人民法院院长"]}},
        r"县人民法院院长宫正",
    ),
    Phenomenon(
        "posts of the procuratorate",
        news("县人民检察院检察长路晓舟参加。"),
        {"people": {"路晓舟": ["县人民检察院检察长"]}},
        r"县人民检察院检察长查清",
    ),
    Phenomenon(
        "posts of a bureau",
        news("县水利局局长路晓舟参加。"),
        {"people": {"路晓舟": ["县水利局局长"]}},
        r"县水\n?利局局长甘泉",
    ),
    Phenomenon(
        "posts of a town",
        news("柳湾镇党委书记路晓舟参加。"),
        {"people": {"路晓舟": ["柳湾镇党委书记"]}},
        r"柳湾镇党委书记白桦",
    ),
    Phenomenon(
        "posts of a village",
        news("松坪村党支部书记路晓舟参加。"),
        {"people": {"路晓舟": ["松坪村党支部书记"]}},
        r"村党支部书记鹿鸣",
    ),
    Phenomenon(
        "posts of a school",
        news("石桥中学副校长路晓舟参加。"),
        {"people": {"路晓舟": ["石桥中学副校长"]}},
        r"副校长柏子仁",
    ),
    Phenomenon(
        "posts of a hospital",
        news("县人民医院院长路晓舟参加。"),
        {"people": {"路晓舟": ["县人民医院院长"]}},
        r"县人民医院党委书记华佗生",
    ),
    Phenomenon(
        "posts of a company",
        news("县长岑望舒会见岭东清禾茶业有限公司董事长路晓舟。"),
        {"people": {"岑望舒": ["县长"], "路晓舟": ["岭东清禾茶业有限公司董事长"]}, "areas": {"岑望舒": "澄溪县", "路晓舟": None}},
        r"县丰源纺织有限公司总经理卢一舟",
    ),
    Phenomenon(
        "posts of the army",
        news("县人武部政委路晓舟带领民兵赶到。"),
        {"people": {"路晓舟": ["县人武部政委"]}},
        r"县人武部政委厉兵",
    ),
)

WHOSE = (
    Phenomenon(
        "whose post it is: 我县 is the paper's county",
        news("县长岑望舒主持会议。"),
        {"areas": {"岑望舒": "澄溪县"}},
        r"我县召开党的\r?\n群众路线",
    ),
    Phenomenon(
        "whose post it is: another county's, though both counties have one",
        news("丰岩县委常委、宣传部长路晓舟来我县考察,县委常委、宣传部长沈一鸣陪同。"),
        {"people": {"路晓舟": ["丰岩县委常委", "宣传部长"], "沈一鸣": ["县委常委", "宣传部长"]},
         "areas": {"路晓舟": "丰岩县", "沈一鸣": "澄溪县"}},
        r"南麓县委常委、\n?宣传部长陈志强",
    ),
    Phenomenon(
        "whose post it is: another county's, named once for a list of its officials",
        news("丰岩县政府党组成员路晓舟,县委常委、宣传部长沈一鸣到我县考察。县长岑望舒介绍情况。"),
        {"areas": {"路晓舟": "丰岩县", "沈一鸣": "丰岩县", "岑望舒": "澄溪县"}},
        r"丰岩县政府\n党组成员龙井，县委常委、宣传部长贺知秋",
    ),
    Phenomenon(
        "whose post it is: the city's and the province's",
        news("市委书记祁连峰、省水利厅厅长沈一鸣到我县调研。"),
        {"areas": {"祁连峰": "云泽市", "沈一鸣": "岭东省"}},
        r"市委书记郑观澜到我具",
    ),
)

NOT_PEOPLE = (
    Phenomenon(
        "not people: names inside institutions",
        news("县长岑望舒到陶知远小学调研。"),
        {"people": {"岑望舒": ["县长"]}},
        r"陶知远小学",
    ),
    Phenomenon(
        "not people: names inside halls",
        news("启动仪式在沈从山文学馆举行。县长岑望舒到会。"),
        {"people": {"岑望舒": ["县长"]}},
        r"顾长川文学馆",
    ),
    Phenomenon(
        "not people: names inside parks",
        news("县长岑望舒到沈鹤年公园参加植树。"),
        {"people": {"岑望舒": ["县长"]}},
        r"沈鹤年公园",
    ),
    Phenomenon(
        "not people: names inside brands", news("“冯大娘”辣酱走进超市,“李小白”米酒获得银奖。"), {"people": {}}, r"“冯大娘”辣酱"
    ),
    Phenomenon(
        "not people: 何某某",
        news("犯罪嫌疑人何某某、张某已被刑事拘留。副县长路晓舟通报案情。"),
        {"people": {"路晓舟": ["副县长"]}},
        r"村民何某某反映",
    ),
    Phenomenon(
        "not people: posts without a name",
        news("各乡镇党委书记、县直各单位主要负责人参加会议。"),
        {"people": {}, "participants": {}},
        r"各乡镇党政主要负责人",
    ),
    Phenomenon(
        "not people: pen names of offices",
        news("我县召开春耕会。县纪委“澄纪轩”工作室拍摄了短片。(岑工轩)"),
        {"people": {}},
        r"“澄纪轩”工作室",
    ),
)

ROWS = (*CHAINS, *BODIES, *WHOSE, *NOT_PEOPLE)
