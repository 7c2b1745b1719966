"""Invented names of real surnames, and what a bad print makes of a name."""

from __future__ import annotations

import random
from collections.abc import Iterator

from articles.reading.tables import lexicon_rows

GIVEN = (
    "伟芳敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华兰梅建国志文斌辉鹏飞龙海波宁凯健俊浩宇轩晨睿博雅婷琳"
    "慧颖佳欣悦莹萍燕琴凤珍淑贞春秋生林森松柏栋梁根树荣昌盛富贵福庆安康泰和顺利成胜德仁义礼信忠孝良善厚"
    "永瑞洪峰锋云东钢振兴学新祥光亮玉红玲宏远长立思维"
)
"""What given names are made of."""
OFTEN = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏"
_ALIKE = (
    "明朋 云去 涛铸 海诲 波泼 林材 东车 华毕 国围 建健 健建 志忠 忠志 文丈 伟讳 永水 春眷 生牛 玉王 梅海 秀季 英莫 峰锋 锋峰 "
    "宁字 辉挥 飞气 龙尤 凯剀 俊梭 浩洁 宇字 轩斩 晨震 博搏 雅推 婷停 琳淋 慧彗 颖颗 佳住 欣欧 悦说 莹萤 萍苹 凤风 珍诊 淑椒 "
    "贞贡 秋秘 松忪 柏拍 栋拣 梁粱 根恨 昌冒 贵责 庆庇 泰秦 利刺 成戍 义又 礼札 孝考 瑞端 洪供 刚钢 钢刚 洋详 强弦 桂挂 兰三 "
    "振娠 学字 新斩 祥详 亮亭 红江 玲玪 宏宠 远运 思恩 维难 王玉 李季 张涨 陈阵 杨扬 徐涂 孙孔 朱未 何河 郭敦 罗岁 宋末 谢榭 "
    "唐塘 于干 董薰 程桯 袁哀 邓郑 许评 沈沉 曾曹 吕昌 苏办 卢户 蒋将 丁了 薛薜 叶叮 潘播 杜社 夏复 森淼 磊碞 顺颀 胜性 "
)
LOOK_ALIKES = {pair[0]: pair[1] for pair in _ALIKE.split()}
"""What the print of a letter is easily taken for; made for this generator, apart from the reader's own table."""


def new_names(chance: random.Random, taken: set[str]) -> Iterator[str]:
    """Names that nobody has yet; each is added to `taken`. Two in three have three characters, frequent surnames come first."""
    rare = [row[0] for row in lexicon_rows("surnames") if len(row[0]) == 1 and float(row[1]) >= 1.0]
    while True:
        surname = chance.choice(OFTEN) if chance.random() < 0.8 else chance.choice(rare)
        name = surname + "".join(chance.sample(GIVEN, 1 if chance.random() < 0.2 else 2))
        if name not in taken:
            taken.add(name)
            yield name


def misprinted(name: str, chance: random.Random, look_alikes: float, any_letters: float) -> str:
    """The name as printed: at the given rates one letter is a look-alike, or any letter that names have."""
    drawn = chance.random()
    if drawn < look_alikes:
        places = [at for at, letter in enumerate(name) if letter in LOOK_ALIKES]
        if places:
            at = chance.choice(places)
            return name[:at] + LOOK_ALIKES[name[at]] + name[at + 1:]
    elif drawn < look_alikes + any_letters:
        at = chance.randrange(len(name))
        return name[:at] + chance.choice([letter for letter in GIVEN if letter != name[at]]) + name[at + 1:]
    return name
