"""The circumstances of an event as printed: who holds it, whose level it is, where, and on what other day."""

from __future__ import annotations

import re

from articles.reading.areas import Level, ancestor, areas_named
from articles.reading.types import Area, PrintedDate, Text

_BODY = (
    r"(?:中国共产党|中共|政协)?[^,。;:、的在日由与和\d\"]{0,12}?"
    r"(?:人大常委会|人民代表大会常务委员会|人民政府|县委县政府|指挥部领导小组|指挥部|领导小组|中心组|纪委监委|纪委|监委|[省市县区旗州镇乡]委"
    r"|[省市县区旗州镇乡]政府|[省市县区旗州]人大|政协|团委|妇联|总工会|工商联|文联|残联|委员会|法院|检察院|集团|公司|[一-龥]{1,8}?(?:局|法院|医院|办公室|融媒体中心)|学校)"
)
_HOLDER = re.compile(rf"(?:{_BODY}|[我全][省市县区旗州])")
_NUMBERED_BODY = re.compile(
    r"(?:中国共产党|中共|政协)?[一-龥]{0,8}?第?[〇一二三四五六七八九十\d]{1,4}届[一-龥]{0,8}?"
    r"(?:人民代表大会常务委员会|人大常委会|委员会)"
)
_LEVEL = re.compile(r"(?:第?[〇一二三四五六七八九十\d]+届|我|全|中共|政协|团|副|代)?(?P<level>[省市县区旗州])(?![一-龥]区)")
_NAMED_AREA = re.compile(r"(?:中国共产党|中共|政协)?(?P<name>[一-龥]{1,7}?(?:自治县|自治州|自治旗|省|市|县|区|旗|州))")
_NATION = re.compile(r"全国|中国共产党第|中共中央|国务院|十[一-九]届[一二三四五六七]中")
_LEVELS: dict[str, Level] = {"省": "province", "市": "city", "州": "city", "县": "county", "区": "county", "旗": "county"}
_SETS_OUT = re.compile("对|组织|开展|到|深入|赴|就|视察|调研|检查")
_PLACE = re.compile(
    r"在(?P<place>[^,。;:在]{2,40}?)(?:隆重|正式|顺利|同时|如期)?"
    r"(?:召开|举行|举办|开幕|闭幕|开赛|启动|收听收看|收看|落下帷幕)"
)
_ROUTE = re.compile(
    r"(?:深入到?|来到|到|赴|前往|走进)(?P<place>(?!会|场|位|期|岗)[^,。;:]{2,90}?)(?:等地|等处|等[^,。、;]{0,8}|实地|现场|,|。|(?=开展|进行|调研|检查|督导|督查|视察|考察|察看|参观|走访|看望|慰问|指导|宣讲))"
)
_DATE = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:至(?:(\d{1,2})月)?(\d{1,2})日)?")


def organizer_of(name: str, before: str) -> str | None:
    """Who holds an event: the body that stands before 召开, else the one that the event's name begins with.

    >>> organizer_of("第5次会议", "县政府"), organizer_of("市委第120次专题会议", ""), organizer_of("推进会", "甲")
    ('县政府', '市委', None)
    """
    if _HOLDER.fullmatch(before) or _NUMBERED_BODY.fullmatch(before):
        return before
    found = _NUMBERED_BODY.match(name) or _HOLDER.match(name)
    return found.group() if found else None


def visitor_of(name: str) -> str | None:
    """The body that makes a visit, where the visit's words begin with it.

    >>> visitor_of("县政协对全县学校进行视察"), visitor_of("到乙镇调研")
    ('县政协', None)
    """
    found = _HOLDER.match(name)
    return found.group() if found and _SETS_OUT.match(name, found.end()) else None


def area_of(organizer: str | None, name: str, home: Area | None) -> str | None:
    """The county, city or province of an event, in full: 县 is the paper's own, 市 the one that it lies in.

    >>> from articles.reading.areas import parse_area
    >>> home = parse_area("岭东省云泽市澄溪县")
    >>> area_of("市委", "市委第9次会议", home), area_of("我县", "推进会", home), area_of(None, "澄溪县运动会", home)
    ('云泽市', '澄溪县', '澄溪县')
    """
    for text in (organizer or "", name):
        if _NATION.match(text):
            return "全国"
        if level := _LEVEL.match(text):
            return ancestor(home, _LEVELS[level.group("level")])
        if named := _NAMED_AREA.match(text):
            area = named.group("name")
            if areas_named(area) or (home and area in (home.name, ancestor(home, "city"), ancestor(home, "province"))):
                return area
    return None


def place_of(folded: str, start: int, end: int, visiting: bool) -> tuple[int, int] | None:
    """Where between `start` and `end` the place of an event is printed; for a visit the places gone to.

    >>> place_of("大会在县礼堂举行。", 0, 9, False), place_of("甲一行到乙镇调研。", 0, 9, True)
    ((3, 6), (4, 6))
    """
    found = (_ROUTE if visiting else _PLACE).search(folded, start, min(end, start + 400))
    return found.span("place") if found else None


def date_apart(text: Text, start: int, end: int, article: PrintedDate | None) -> PrintedDate | None:
    """The date printed between `start` and `end`, where it is another day than the article's."""
    found = _DATE.search(text.folded, start, end)
    if not found or article is None or article.day is None or not text.runs:
        return None
    year, month, day, last_month, last_day = (int(part) if part else None for part in found.groups())
    month = month or article.month
    if (month, day) == (article.month, article.day) or not day or not 1 <= day <= 31 or not 1 <= (month or 1) <= 12:
        return None
    return PrintedDate(
        found.group(), text.raw_span(*found.span()), year, month, day,
        end_month=(last_month or month) if last_day else None, end_day=last_day,
    )  # fmt: skip
