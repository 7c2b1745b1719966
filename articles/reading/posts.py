"""Finds the posts that are printed right before or right after a place in a text. Nothing here knows of names.

A post is a stretch that ends in one of the words of `lexicons/posts.tsv` (县委副书记). Several in a row are divided by
、 , 和 及 or 兼. Every step looks at no more than a line or two, so that the time is linear whatever the text is.
"""

from __future__ import annotations

import re

from articles.reading.areas import stems
from articles.reading.tables import any_of, lengths_by_ending, words_of
from articles.reading.towns import begins_town
from articles.reading.types import Span

HEADS = words_of("posts", "head")
AFTER = words_of("posts", "after")
SHARED = words_of("posts", "shared")
GENERIC = words_of("posts", "generic")
_ENDINGS = HEADS | GENERIC
_HEAD_LENGTHS = lengths_by_ending(_ENDINGS)
_LONGEST = 42  # characters of one post
_MOST = 8  # posts in a row

_BOUNDARY = re.compile(r"[、,.。;:!?()\"'\n\s《》<>【】\[\]“”‘’…—▲|]")
_BODY = any_of(words_of("contexts", "body"))
_LISTED = "[\u4e00-\u9fff]{1,6}?(?:省|市|县|区|旗|州|镇|乡|村)"
STARTS_BODY = re.compile(f"{_BODY}|{_LISTED}")
"""How what a post belongs to begins: 县委, 柳泉镇."""
_CUT = re.compile(any_of(words_of("contexts", "cut")))
_INNER = frozenset("由在与同和及向对到为是陪让请被给跟随等称率")
_SURELY_CUT = frozenset(  # whatever follows
    {"由", "会见", "接见", "约见", "拜访", "走访", "看望", "慰问", "邀请", "陪同", "听取", "命令"}
)
_MAY_BEGIN = frozenset("经任同将受当到向")  # what may begin the name of a body: 经侦大队, 任家镇
_VILLAGE = re.compile("[上下中前后东西南北][\u4e00-\u9fff]村")  # 上井村
_NO_CUT_AFTER = frozenset("自理经事")  # 自由贸易区
_COMPANY = re.compile("[\u4e00-\u9fff()]{3,24}?(?:公司|集团|合作社|银行|大学|学院|医院)")
_LINKED = re.compile("[省市县区州旗][\u4e00-\u9fff]{2,4}和[\u4e00-\u9fff]{2,6}[局委厅部办]")
"""An office of two parts: 市住房和城乡建设局."""
_LONGEST_PART = 5
_SEAT = re.compile("(?<=[\u4e00-\u9fff])(?P<seat>\\([\u4e00-\u9fff]{2,6}\\))[\u4e00-\u9fff]{0,14}?(?:公司|集团|厂|企业|股份)")
"""Where a company's name says where it sits: 华岳精工(苏州)集团."""
_LEVELS = frozenset("县市区省州旗")
_LEAD = re.compile(
    "(?:" + any_of(words_of("contexts", "lead")) + "|记(?!者)(?=退休|[\u4e00-\u9fff]{1,9}?[省市县区旗州镇乡村])"
    "|[0-9]+[年月日时]|[一二三四五六七八九十]+(?:年(?!级)|[月日]))+"
)
_WORDS = words_of("common_words") | stems() | {"经侦", "同乡", "中科"}
_INTRODUCING = re.compile("(?<=领导)(?:有|是|还有|分别是|包括)?[: ]$")
_CLASS = re.compile("[一二三四五六七八九初高0-9]{1,3}\\([0-9]{1,2}\\)$")  # 六(3)班
_HARD_CUT = re.compile("的(?!士)|[了着]|[0-9]日(?:[上下]午|[早晚])?")
_BRACKET = re.compile(r"\(([^()\n]{1,14})\)$")
_IN_BRACKET = re.compile("挂职|主持|兼|级|代|常务|正处|副处|援|驻|试用")
_LIST_BODY = re.compile("县|市|省|区|旗|州|镇|乡|开发区|政协|人大|四大|四套|四家|党政|学校|学院|公司")
_SEVERAL = re.compile("(?:[省市县区州旗镇乡]、){1,3}$")
_JOIN = re.compile("(?:[、,]|兼任|兼|和|及|以及|\\s)$")
POST_AFTER = re.compile("副?" + any_of(AFTER))


def head_length(text: str, end: int) -> int:
    """How many characters before offset `end` are the last word of a post, 0 for none.

    >>> head_length("县委副书记王小川", 5)
    2
    """
    for length in _HEAD_LENGTHS.get(text[end - 1 : end], ()):
        if length <= end and text[end - length : end] in _ENDINGS:
            return length
    return 0


_HELD = re.compile("(?:[担出兼]任|[任为])$")  # 队长王小川担任总指挥,副校长李大山…: the first post is the other's


def posts_before(text: str, at: int, not_before: int = 0) -> tuple[Span, ...]:
    """The posts that stand right before offset `at`, none of them beginning before `not_before`, in printed order.

    >>> text = "会议由县委副书记、县长王小川主持"
    >>> [text[start:end] for start, end in posts_before(text, 11)]
    ['县委副书记', '县长']
    """
    found: list[Span] = []
    end = at
    while end > not_before and text[end - 1] in " \u3000:" and at - end < 2:
        end -= 1
    introducing = _INTRODUCING.search(text, max(not_before, at - 5), at)
    end = introducing.start() if introducing else end
    while len(found) < _MOST:
        post = _post_ending(text, end, not_before)
        if post is None or (found and _HELD.search(text, max(not_before, post.start - 2), post.start)):
            break
        found.append(post)
        join = _JOIN.search(text, max(not_before, post.start - 2), post.start)
        if join is None:
            break
        end = join.start()
    return tuple(reversed(found))


def _post_ending(text: str, end: int, not_before: int) -> Span | None:
    core = end
    bracket = _BRACKET.search(text, max(not_before, end - 16), end) if text[end - 1 : end] == ")" else None
    if bracket:
        if not _IN_BRACKET.search(bracket.group(1)):
            return None
        core = bracket.start()
    length = head_length(text, core)
    if not length or core - length < not_before:
        return None
    start = _segment_start(text, core - length, not_before)
    if text[core - length : core] in GENERIC:
        return _list_title(text, start, core - length, end)
    start = _double_post(text, start, core - length) or start
    start = _without_lead(text, start, core - length)
    if text[start] == "班" and text[start - 1 : start] == ")":
        school = _CLASS.search(text, max(not_before, start - 8), start)
        start = school.start() if school else start
    return Span(start, end) if start < end else None


def _segment_start(text: str, head: int, not_before: int) -> int:
    """Where the clause that `head` stands in begins: after the last mark or blank before it."""
    earliest = max(not_before, head - _LONGEST)
    start, inside = earliest, 0
    for mark in _BOUNDARY.finditer(text, earliest, head):
        opened = _SEAT.match(text, mark.start(), head)
        if mark.start() >= inside:
            inside = opened.end("seat") if opened else 0
            start = start if opened else mark.end()
    return start


def _list_title(text: str, start: int, head: int, end: int) -> Span | None:
    """A shared list title (市、县领导; 县上及开发区领导), None where 领导 has nothing before it that could be a body."""
    for cut in _HARD_CUT.finditer(text, start, head):
        start = cut.end()
    start = _skip(text, start, head)
    bodies = list(_LIST_BODY.finditer(text, start, head))
    if not bodies and start < head and text[head:end] == "领导":
        return None
    start = bodies[0].start() if bodies else start
    several = _SEVERAL.search(text, max(0, start - 6), start)
    return Span(several.start() if several else start, end)


def _double_post(text: str, start: int, head: int) -> int:
    """The offset after a 兼 (or 和, 及) between two posts of one clause, 0 where there is none."""
    for join in ("兼任", "兼"):
        at = text.rfind(join, start, head + 1)
        if at > start and head_length(text, at):
            return at + len(join)
    for join in ("和", "及"):
        at = text.rfind(join, start, head + 1)
        follows = at + 1 == head or STARTS_BODY.match(text, at + 1) or _COMPANY.match(text, at + 1, head)
        if at > start and follows and head_length(text, at):
            return at + 1
    return 0


def _without_lead(text: str, start: int, head: int) -> int:
    """`start` moved past what belongs to the sentence and not to the post (会议由, 陪同, 3月2日)."""
    for cut in _HARD_CUT.finditer(text, start, head):
        start = cut.end()
    start = _skip(text, start, head)
    for cut in _CUT.finditer(text, start, head):
        end = cut.end()
        if cut.group() == "和" and _is_inner(text, max(start, cut.start() - _LONGEST_PART), cut.start(), head):
            continue
        if cut.group() in _SURELY_CUT and text[cut.start() - 1] not in _NO_CUT_AFTER:
            start = _skip(text, end, head)
            continue
        if cut.start() == start and cut.group() in _MAY_BEGIN and _begins_name(text, start):
            continue
        inner = len(cut.group()) > 1 or cut.group() in _INNER
        if cut.start() <= start or (inner and (end == head or STARTS_BODY.match(text, end, head + 2))):
            start = _skip(text, end, head)
    return start


def _is_inner(text: str, earliest: int, at: int, head: int) -> bool:
    """Whether the 和 at offset `at` is part of an office's or a place's name: 住房和城乡建设局, 和平区."""
    office = _LINKED.search(text, earliest, head)
    named = text[at : at + 2] in _WORDS and text[at + 1] not in _LEVELS
    return named or (office is not None and office.start() < at < office.end())


def _skip(text: str, start: int, head: int) -> int:
    """`start` moved past what opens the clause, unless that is a part of a word (中 of 中学, 上 of 上海)."""
    lead = _LEAD.match(text, start, head)
    if lead is None or (lead.end() == start + 1 and _begins_name(text, start)):
        return start
    return lead.end()


def _begins_name(text: str, at: int) -> bool:
    """Whether the letter at offset `at` begins a word, a town's name or a village's."""
    return text[at : at + 2] in _WORDS or begins_town(text, at) or _VILLAGE.match(text, at) is not None


def post_after(text: str, at: int) -> Span | None:
    """The title that stands right after offset `at` (王小川市长), None where there is none.

    >>> post_after("王小川副县长到会", 3)
    Span(start=3, end=6)
    """
    found = POST_AFTER.match(text, at)
    return Span(found.start(), found.end()) if found else None
