"""A newspaper's words made those of a chronicle, by leaving out and never by adding. Pure."""

from __future__ import annotations

import re

HAN = "\u4e00-\u9fff"
OFFICE = re.compile(r"^\s*(?:本报讯|本报消息)\s*[:：]?\s*")
NEAR_DAYS = re.compile(r"^(?:近日|日前|近期|昨日|昨天|今日|今天|连日来)[,，]?")
PURPOSES = re.compile(
    r"(?:^|(?<=[，,。；;]))(?:为(?:了|进一步|深入|切实|全面|扎实)*(?:学习|贯彻|落实|推进|推动|加强|做好|提升|巩固|弘扬|营造)"
    r"|(?:深入|全面|认真|坚决|扎实)(?:学习)?(?:贯彻|落实))[^，,。；;：:]{0,60}[，,]")
UNDER = re.compile(r"(?:^|(?<=[，,。；;]))在[^，,。；;]{1,30}(?:领导|关怀|关心|支持|指导|重视)下[，,]")
ITEMS_DONE = re.compile(r"在(?:圆满|顺利|胜利)?完成(?:了)?(?:预定的?)?(?:各项|全部)?(?:议程|任务)(?:之?后)?[，,]?(?:于)?")
GRAND_SPEECH = re.compile(r"作?重要讲话")
PRAISE = re.compile(
    r"(?:立即|迅速|及时|隆重|胜利|圆满|顺利|成功|盛大|热烈)"
    r"(?=召开|举行|举办|开幕|闭幕|落幕|落下帷幕|启动|开启|纪念|庆祝|收官|结束)")
OWN_DAY = re.compile(r"^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:至(?:\d{1,2}月)?\d{1,2}日)?(?:上午|下午|晚上|晚|凌晨|清晨)?[,，]?")
WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
HALF = re.compile(rf"(?:(?<=[{HAN}”》）])[,;:?!(]|(?<=[{HAN}”》）0-9A-Za-z%])\)|\((?=[{HAN}])|[,;:?!](?=[{HAN}“《]))")


def typeset(text: str) -> str:
    """Chinese punctuation for the half-width one that the reading keeps in names.

    >>> typeset('陆承安讲"两学一做"专题党课(扩大)')
    '陆承安讲“两学一做”专题党课（扩大）'
    """
    parts = text.split('"')
    quoted = "".join(part + ("" if at == len(parts) - 1 else "“" if at % 2 == 0 else "”") for at, part in enumerate(parts))
    return HALF.sub(lambda match: WIDE[match.group()], quoted if len(parts) % 2 else text)


def without_opening(text: str) -> str:
    """The text without 本报讯, 近日 and the like at its beginning.

    >>> without_opening("本报讯 近日，县图书馆夜间开放")
    '县图书馆夜间开放'
    """
    return NEAR_DAYS.sub("", OFFICE.sub("", text))


def without_rhetoric(text: str) -> str:
    """The text without purposes, patrons and praise; whatever isn't surely that stays.

    >>> without_rhetoric("为深入贯彻上级会议精神，县人大会议胜利闭幕")
    '县人大会议闭幕'
    """
    bare = GRAND_SPEECH.sub("讲话", PRAISE.sub("", ITEMS_DONE.sub("", UNDER.sub("", PURPOSES.sub("", text)))))
    return bare or text


def without_day(text: str) -> str:
    """The text without the day that it begins with: the entry's head says it.

    >>> without_day("2022年3月26日，项目签约仪式举行")
    '项目签约仪式举行'
    """
    return OWN_DAY.sub("", text)


def with_county(text: str, county: str) -> str:
    """我县, 本县 and 全县 by the county's name; "" for an unknown county changes nothing. 安全县 and 基本县 are other words.

    >>> with_county("全县领导干部大会在我县分会场举行", "澄溪县")
    '澄溪县领导干部大会在澄溪县分会场举行'
    """
    if not county:
        return text
    level = county[-1]
    return re.sub(rf"我{level}|(?<![基根日])本{level}|(?<![健安保齐完成周{level}])全{level}", county, text)


def plain(text: str, county: str) -> str:
    """All of it: a printed text as a chronicle has it, without a full stop at its end."""
    bare = without_rhetoric(without_day(without_opening(typeset(text.strip()))))
    return with_county(" ".join(bare.split()), county).rstrip("。，,；; ")
