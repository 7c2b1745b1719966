"""Where a stretch of text tells of something that took place: a meeting held, a contest, a ceremony, a visit made."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from articles.reading.participants import Part, makes_an_event
from articles.reading.series import Series, read_series
from articles.reading.tables import any_of, lexicon_rows, words_of
from articles.reading.types import ArticleText, EventKind

_KINDS = {word: cast(EventKind, kind) for word, kind in (*lexicon_rows("event_nouns"), *lexicon_rows("activities"))}
_HELD = re.compile(
    "召开|举行|举办|开幕|启幕|闭幕|开班|开讲|开赛|开跑|开锣|开战|鸣哨|鸣枪|鸣锣|发枪|打响|落幕|(?:落下|拉开)了?(?:大幕|帷幕|序幕|战幕)|闭会|收官|揭晓|上演"
    "|结束(?!语)|(?<=[会议])通过|启动|开展|主持|出席|参加|见证|收听收看|收看|观看"
    r"|(?<=会)后(?=,|我[县市区])|在(?=[^,。;:]{2,40}上)|(?<=[会式礼赛动坛节])上(?=,)"
)
_NEEDS_NAME_AFTER = frozenset(("开展", "主持", "出席", "参加", "见证", "收听收看", "收看", "观看", "在"))
_WEAK = frozenset(("启动", "开展", "主持", "出席", "参加", "见证", "收听收看", "收看", "观看", "在", "上"))
# 市委第9次会议结束后,… tells of that meeting; 会议结束后,… only tells when something else was
_AWARDS = re.compile("获|表彰|揭晓|名单|光荣榜|荣誉|称号|入选|[十百]佳|夺|摘|授予|评选|评出|当选|登榜|上榜")
"""What the headline of news of honours and prizes says."""
_ONLY_NUMBERED = frozenset(("结束", "后", "通过"))
_WATCHING = frozenset(("收听收看", "收看", "观看"))
_LISTED = "(?:" + any_of(words_of("event_nouns")) + ")(?![议室场厅员]|代表团|主席团)"
_NOUN = re.compile(
    _LISTED + '|(?<![环细季关春庆日月时情])节(?=[,。;、"在于]|[开启落闭举引吸盛热火精圆隆如期活]|$)'
    '|赛(?=[,。;、"在于]|[开启落闭举圆吸盛热火精隆如期]|$)'
    '|(?<![委协工学社机联商理金大])会(?=[,。;、"]|召开|举行|结束|上|$)'
)
_WATCHED = re.compile(r"直播|开幕会|开幕式|开幕盛况|庆祝大会|晚会|比赛")
_ACTIVITY = re.compile("(?<!对照)" + any_of(words_of("activities")) + "(?![会组员团处室站所科局部队车棚书中材])")
_SPEECH = re.compile("时?(?:强调|指出|要求|表示|希望|说)$")
_LONGEST = 70  # characters of an event's name, and of what may stand between it and its verb
_LONGEST_NOUN = 8
_CLAUSE_END = re.compile(r"[,。;:!?\n]")
_BETWEEN = re.compile(
    r"(?:相继|隆重|正式|顺利|胜利|圆满|如期|今天|昨天|成功|盛大|热烈|火热|激情|鸣锣|鸣枪|精彩|在(?:圆满)?完成[^,。]{0,10}后|[在于][^,。;在于]{1,30}"
    r"|(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:[上下]午|晚)?)$"
)
_FRONT = re.compile(
    r"(?:(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:至\d{1,2}日)?(?:[上下]午|晚上?|凌晨|清晨|早上)?|今天|昨天|近日|日前|当[天日晚]|随后|接着|会后"
    r"|由?[^,。主承举]{1,40}(?:主办|承办|举办|组织)(?:,|的)|为期[^,的]{1,4}的|[,、在了的过])"
)
_NOT_HELD = re.compile(r"(?:迎接|喜迎|筹备|将于|即将|拟于|计划|预祝|准备|迎来|上[次届]|曾|为|至)[^,]{0,20}$")
_REFERRED = re.compile(r"(?:学习|贯彻|落实|传达|领会|按照|根据|围绕|听取)[^,]{0,40}$")
_AIMED_AT = re.compile(r"学习|贯彻|落实|传达|领会|按照|根据|围绕|迎接|喜迎|筹备|即将|计划|预祝|备战|荣获|获得|夺得|曾|在$|于$")
_NUMERAL = "[0-9〇零一二三四五六七八九十百]{1,5}"
_ORDINAL = re.compile(rf"第{_NUMERAL}[次届期]|[0-9一二三四五六七八九十]{{1,4}}届")
_IN_BRACKETS = re.compile(rf"\((?:今年|本年度?)?第{_NUMERAL}次\)")
_NOT_YET = re.compile(r"以来|之际|之前|前夕|精神|要求")
_NUMBER_FIRST = re.compile(r"第|今年|本年|\d{4}年|二〇|[一二三四五六七八九十]+届")
_IS_HOLDER = re.compile(r"[^,。;在于由月日与和]{1,24}(?:[委会府协院局组部]|人大|法院|指挥部|县|市|区)")
_UNNAMED = re.compile(r"[^,]{0,20}宣布|(?:以|为|迎接|喜迎|自|省市|本次|此次|这次|会议|大会|座谈|会)$|[^,]{0,8}(?:迎接|喜迎)")


@dataclass(frozen=True, slots=True)
class Occasion:
    """What took place, as one clause prints it; `start`–`end` is its name with its verb.

    `strong` says that it is told as held (召开, 举行 …), not just as the place where somebody was (出席…, 在…会上).
    """

    start: int
    end: int
    name: str
    kind: EventKind
    activity: str
    series: Series
    strong: bool


def held(folded: str, start: int, end: int) -> Iterator[Occasion]:
    """The meetings, ceremonies and contests that `folded[start:end]` says were held, in order.

    >>> [(one.name, one.activity) for one in held("县委召开推进会。路桥工程开工仪式在乙镇举行。", 0, 22)]
    [('推进会', '召开'), ('路桥工程开工仪式', '举行')]
    """
    verbs = tuple(_HELD.finditer(folded, start, end))
    nouns = tuple(_NOUN.finditer(folded, start, end)) if verbs else ()
    for verb in verbs:
        clause = _clause_start(folded, start, verb.start())
        found = None
        if verb.group() not in _ONLY_NUMBERED and verb.group() != "上":
            found = _named_after(folded, verb, clause, end, nouns)
        if verb.group() not in _NEEDS_NAME_AFTER:
            before = _named_before(folded, verb, start, clause)
            if found is None or (before and before.series.number):
                found = before  # …第一次会议举行第二次全体会议: the session is the event
        if found and (found.series.number or found.kind == "contest" or verb.group() not in _ONLY_NUMBERED):
            yield found


def counted(folded: str, start: int, end: int) -> Occasion | None:
    """The first numbered meeting, contest or ceremony that `folded[start:end]` names without referring to it.

    >>> counted("第三届杏花节:一城花开", 0, 11).series.number
    3
    """
    for ordinal in _ORDINAL.finditer(folded, start, end):
        clause = _clause_start(folded, start, ordinal.start())
        limit = min(end, ordinal.end() + _LONGEST)
        stop = _CLAUSE_END.search(folded, ordinal.end(), limit)
        noun = _last(_NOUN, folded, ordinal.end(), stop.start() if stop else limit)
        if noun is None or _NOT_YET.match(folded, noun.end()) or _AIMED_AT.search(folded, clause, ordinal.start()):
            continue
        while clause < ordinal.start() and (front := _FRONT.match(folded, clause, ordinal.start())):
            clause = front.end()
        name = folded[clause : noun.end()]
        return Occasion(clause, noun.end(), name, _kind(noun.group()), noun.group(), read_series(name), False)
    return None


def done(folded: str, start: int, end: int) -> Iterator[Occasion]:
    """The visits and inspections that `folded[start:end]` tells of, in order; `start` is where the subject ends.

    >>> [(one.name, one.activity) for one in done("一行到乙镇调研春耕,", 0, 10)]
    [('到乙镇调研春耕', '调研')]
    """
    for verb in _ACTIVITY.finditer(folded, start, end):
        clause = _clause_start(folded, start, verb.start())
        stop = _CLAUSE_END.search(folded, verb.end(), min(end, verb.end() + _LONGEST))
        last = stop.start() if stop else min(end, verb.end() + _LONGEST)
        name = _SPEECH.sub("", re.sub("^(?:一行|等|同志|率队|带队|先后|分别)+", "", folded[clause:last]))
        yield Occasion(clause, last, name, _KINDS[verb.group()], verb.group(), Series(), True)


def _clause_start(folded: str, start: int, at: int) -> int:
    start = max(start, at - _LONGEST)
    return max(start, *(folded.rfind(mark, start, at) + 1 for mark in ",。;:(\n"))


def _named_after(folded: str, verb: re.Match[str], clause: int, end: int, nouns: Sequence[re.Match[str]]) -> Occasion | None:
    """召开…会议: the name follows; `nouns` are all that stand in the text."""
    word = verb.group()
    if _NOT_HELD.search(folded, clause, verb.start()):
        return None
    if folded.startswith("的", verb.end()) and _REFERRED.search(folded, clause, verb.start()):
        return None
    limit = min(end, verb.end() + _LONGEST)
    stop = _CLAUSE_END.search(folded, verb.end(), limit)
    last = stop.start() if stop else limit
    noun = _last_of(nouns, verb.end(), last)
    if word in _WATCHING:
        noun = _last(_WATCHED, folded, verb.end(), last) or noun
    if noun is None or _NOT_YET.match(folded, noun.end()) or (word == "在" and not folded.startswith("上", noun.end())):
        return None
    begin = verb.end()
    while begin < noun.start() and (front := _FRONT.match(folded, begin, noun.start())):
        begin = front.end()
    numbered = _IN_BRACKETS.match(folded, noun.end())
    name_end = numbered.end() if numbered else noun.end()
    name = folded[begin:name_end]
    if _UNNAMED.match(name):
        return None
    holder = folded[clause : verb.start()]
    if _NUMBER_FIRST.match(name) and _IS_HOLDER.fullmatch(holder):
        name = holder + name  # 县政府召开第5次会议
    kind: EventKind = "broadcast" if word in ("收听收看", "收看") else _kind(noun.group())
    activity = noun.group() if word == "在" else word
    # 在随后召开的…第一次全体会议: the first sitting of those just elected counts nothing, unless their term is printed
    thereafter = "届" not in name and folded.endswith(("随后", "接着", "之后"), clause, verb.start())
    return Occasion(clause, name_end, name, kind, activity, Series() if thereafter else read_series(name), word not in _WEAK)


def _named_before(folded: str, verb: re.Match[str], start: int, clause: int) -> Occasion | None:
    """…会议召开, …比赛在某地举行: the name stands before, in the same clause or in the one before it."""
    if _NOT_YET.match(folded, verb.end()):
        return None
    last = _without_circumstances(folded, clause, verb.start())
    if last == clause and clause > start and folded[clause - 1] == ",":
        clause = _clause_start(folded, start, clause - 1)
        last = _without_circumstances(folded, clause, last - 1)
    begin = clause
    while begin < last and (front := _FRONT.match(folded, begin, last)):
        begin = front.end()
    noun = _last(_NOUN, folded, max(begin, last - _LONGEST_NOUN), last)
    name = folded[begin:last]
    if noun is None or noun.end() != last or _UNNAMED.match(name):
        return None
    word = noun.group() if verb.group() == "上" else verb.group()
    return Occasion(begin, verb.end(), name, _kind(noun.group()), word, read_series(name), verb.group() != "上")


def _without_circumstances(folded: str, clause: int, last: int) -> int:
    """Where a clause ends when manner, place and day are taken off its end (…会议7月1日在县礼堂隆重)."""
    while last > clause and (between := _BETWEEN.search(folded, max(clause, last - 40), last)):
        last = between.start()
    return last


def _kind(noun: str) -> EventKind:
    return _KINDS.get(noun) or ("ceremony" if noun == "节" else "contest" if noun == "赛" else "meeting")


def _last_of(found: Sequence[re.Match[str]], start: int, end: int) -> re.Match[str] | None:
    """The last of the matches (in printed order) that lies between `start` and `end`."""
    at = bisect_left(found, end, key=lambda match: match.start()) - 1
    while at >= 0 and found[at].end() > end:
        at -= 1
    return found[at] if at >= 0 and found[at].start() >= start else None


def _last(pattern: re.Pattern[str], folded: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for one in pattern.finditer(folded, start, end):
        found = one
    return found


_FURTHEST_DEED = 80  # characters from the first of those who act to what they do


def unnamed(article: ArticleText, acted: Sequence[tuple[int, Part]]) -> tuple[Occasion, ...]:
    """What the article has no name for, but people took part in: called by its headline."""
    awarded = _AWARDS.search(article.headline.folded) is not None
    first = next((part for _, part in acted if makes_an_event(part) or (awarded and part.capacity == "award")), None)
    if first is None:
        return ()
    body = article.body.folded
    name = article.headline.folded or body.split("。", 1)[0][:40]
    deed = body.find(first.verb, first.at, first.at + _FURTHEST_DEED)
    end = deed + len(first.verb) if deed >= 0 else first.at + 1
    return (Occasion(first.at, end, name, "other", first.verb, Series(), True),)
