"""What each line of a page is: furniture, a section head, a headline, the opening of an article, a byline or text."""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum

from articles.reading.bylines import is_byline_line, is_source_line
from articles.reading.captions import is_caption
from articles.reading.credits import has_label
from articles.reading.furniture import is_furniture


class Kind(Enum):
    """What a line is taken for, before its neighbours are looked at (and after, for TITLE and TEXT)."""

    FURNITURE = "furniture"
    SECTION = "section"
    NOTE = "note"
    CAPTION = "caption"
    STRAY = "stray"
    LEAD = "lead"
    DATED = "dated"
    ITEM = "item"
    BYLINE = "byline"
    TITLE = "title"
    TEXT = "text"


_NUMERAL = r"[\d〇零一二三四五六七八九十百]"
_DAY = rf"(?:{_NUMERAL}{{1,3}}月{_NUMERAL}{{1,3}}日|{_NUMERAL}{{1,3}}日[,上下晚至凌—-])"

_NOTE = re.compile(rf"^[\(\[【<]?(?:紧)?(?:下转|上接|转|接)第?[\dA-Z{_NUMERAL[1:-1]}]{{1,3}}[版页][^\)\]】>]{{0,12}}[\)\]】>]?$")
_SECTION = re.compile(
    r"^[>→]{2,}([^>→。,]{2,24})[>→<]*$"
    r"|^[—\-=~·■◆●★☆◇□▌▍▎|*]{2,}([^—]{2,24}?)[—\-=~·■◆●★☆◇□▌▍▎|*]{2,}$"
    r"|^[■◆●★☆◇▌▍▎]{1,2}([^■◆●★☆◇▌▍▎。,]{2,12})[■◆●★☆◇▌▍▎]{0,2}$"
    r"|^[\[【〖『「<]([^】〗』」\]>。,]{2,14})[】〗』」\]>]$"
    r"|^·([^·。,]{2,12})·$"
)
_COLUMN_HEAD = re.compile(
    r"^(?:(?:读者|群众|百姓|市民|编读|农民|村民)(?:来信|之声|信箱|往来|呼声|心声)|来信(?:照登|选登)|[书市县区镇]记?长?信箱"
    r"|[\u4e00-\u9fff\"·○]{2,12}(?:进行时|在行动|大家谈|面对面|走基层|直通车|曝光台|回音壁|风采录|大讲堂|巡礼|掠影))$"
)
_SALUTATION = re.compile("(?:尊敬的)?(?:[\u4e00-\u9fff]{0,6}(?:编辑部?|记者)|总编辑?)(?:同志|老师)?们?(?:你们?好)?[:,!]")
_GLYPHS = r"[^\u4e00-\u9fffA-Za-z]|[丆丨丶丿乛凵亅乚匚冂囗彐廴勹宀丬凹凸卜Il]"
_STRAY = re.compile(
    rf"^(?:[\u4e00-\u9fffA-Za-z]|(?:{_GLYPHS})+|(?:[\u4e00-\u9fff]?(?:[/\\|丨丆凵~^*+=<>\d]|{_GLYPHS})+)+[\u4e00-\u9fff]?)$"
)
_LEAD = re.compile(
    rf"^(?:[\(\[【<〔]?(?:本报|本刊|本网|本台|本站|本县|我县)(?:{_DAY})?(?:综合|专|快)?[讯电]"
    r"|[\(\[【<〔](?:本报|本台|本网)?(?:记者|通讯员|特约|见习|实习|全媒体|特派|首席)|本报(?:全媒体|特约|见习|实习|首席)?记者"
    r"|[\u4e00-\u9fff]{1,9}(?<![审电通问喜简短快资音提传路])讯[\( :,]"
    rf"|(?:本报|本网|本台)[\u4e00-\u9fff]{{2,6}}(?:{_DAY})?[讯电]"
    rf"|(?!.{{0,6}}[简短快喜资通音时]讯)[\u4e00-\u9fff]{{2,8}}讯(?={_DAY}|近日|日前|昨日|昨天|连日来|为了|[\(])"
    rf"|(?:新华社|据新华社|中新社|人民网|新华网)[^,。、]{{0,12}}(?:电|讯|\d日))"
)
_NEWS_MARK = re.compile(r"[\(\[【<〔]?(?:本[报刊网台站县市]|我[县市])(?:(?!通讯|记者).){0,12}[讯电]")
_DATED = re.compile(
    rf"^[·■◆★☆◇○]?(?:[\d〇零一二三四五六七八九十○]{{4}}年(?:{_NUMERAL}{{1,3}}月)?|{_DAY}|昨[天日]|今[天日]|前[天日]|近日|日前|近期|近来|连日来|近年来|当前|目前"
    r"|[春夏秋冬][天季日]|入[春夏秋冬汛伏]|\d{1,2}月[初中底末上下以份])"
)
_MARKS = frozenset("·■◆★☆◇○▲△")
_ITEM = re.compile(
    rf"^([·■◆★☆◇○▲△])(?:[\u4e00-\u9fff]{{2,8}}[讯:]?)?(?:[\d〇零一二三四五六七八九十○]{{4}}年|{_DAY}|昨[天日]|今[天日]|近日|日前|近期|近来|连日来)"
)
_BRIEF_START = re.compile(r"[·■◆★☆◇○▲△](?=[^·■◆★☆◇○▲△]{8})|[\u4e00-\u9fff]{2,6}[镇乡村局委办院校县区](?:讯|:)")
_BRIEFS = re.compile(r"(?:[简短快要]讯|快递|速递|速览|简报|集[锦萃]|一句话|短波|拾零|点击|扫描|播报|简明)")
_FULL_DATE = re.compile(
    r"^[\d二一〇零○][\d〇零○一二三四五六七八九]{3}年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日$"
)
_ORGANIZATION = re.compile(r"^(?![^,。]*(?:日?报|新闻|版)$)[\u4e00-\u9fff()·]{3,30}$")
_PRINTED_DAY = re.compile(rf"^[·■◆★☆◇○]?(?:[\d〇零一二三四五六七八九十○]{{4}}年|{_DAY}|[昨今前][天日])")
_NUMBERED = re.compile(rf"(?:{_NUMERAL}{{1,3}}[、.]|\({_NUMERAL}{{1,3}}\)|第{_NUMERAL}{{1,3}}[章节条部]|[①-⑳])")
_PIECE = re.compile(r"[,;:]|强调|指出|表示|先后|一行.*[到来]|[取行了]了|^(?:会议|会上|随后|当天|其中|同时|此外)")
_NOTICE = re.compile(
    r"(?:公告|通告|讣告|启事|通知|声明|公示|倡议书|公开信|名单|决定|决议|办法|须知|提示"
    r"|同志(?:因病)?(?:逝世|病逝|去世))$"
)
_OPENING = re.compile(
    r"^(?:今年|截至|截止|上半年|下半年|[一二三四]季度|年初|为(?:了|深入|进一步|切实|认真|全面|贯彻|加强|推动|确保|做好|持续|扎实|有效|庆祝|丰富|积极|更好)|在[^,。]{4,40}之际,)"
)
_TITLE_PUNCTUATION = re.compile(r"[。;]|,.*,|、.*、.*、")
_TITLE_END = ",、;:。,(（《<"
_CLOSED = re.compile(r"[。！？!?…][\"”’'』」》\)]*$|[。！？!?]$")
_TITLE_LENGTH, _BYLINE_LENGTH, _DATE_LENGTH = 44, 40, 12
_FURNITURE_LENGTH, _NOTE_LENGTH, _STRAY_LENGTH = 60, 24, 8
"""The longest line (characters) that can be of that kind; a line that is but a date is a page's head or a title."""


def classify(folded: str, gaps: Collection[int] = ()) -> Kind:
    """What a line is by itself; `folded` is its clean text, folded, `gaps` the offsets in it before which a blank stood.

    >>> classify("——聚焦项目——"), classify("本报讯3月1日,县委召开会议。"), classify("我县召开春耕生产会")
    (<Kind.SECTION: 'section'>, <Kind.LEAD: 'lead'>, <Kind.TITLE: 'title'>)
    """
    furniture = _furniture_kind(folded, gaps) if len(folded) <= _FURNITURE_LENGTH else None
    if furniture:
        return furniture
    if is_caption(folded, gaps):
        return Kind.CAPTION
    item = folded[0] in _MARKS and len(folded) > _DATE_LENGTH and _ITEM.match(folded)
    if len(folded) <= _BYLINE_LENGTH and (is_byline_line(folded, gaps) or is_source_line(folded)):
        return Kind.BYLINE
    if item or _LEAD.match(folded):
        return Kind.ITEM if item else Kind.LEAD
    dated = len(folded) > _DATE_LENGTH and _DATED.match(folded)
    return Kind.DATED if dated else Kind.TITLE if may_be_title(folded) else Kind.TEXT


def may_be_title(folded: str) -> bool:
    """Whether a line has the length and the marks of a headline's line."""
    bracketed = folded[0] == "(" and folded[-1] == ")"
    if bracketed or is_salutation(folded) or len(folded) > _TITLE_LENGTH or folded[-1] in _TITLE_END:
        return False
    return not is_running_text(folded)


def is_salutation(folded: str) -> bool:
    """Whether a line begins a letter: 编辑同志:…"""
    return bool(_SALUTATION.match(folded))


def is_running_text(folded: str) -> bool:
    """Whether words hold more marks than a headline does, however short their lines are."""
    return bool(_TITLE_PUNCTUATION.search(folded))


def _furniture_kind(folded: str, gaps: Collection[int]) -> Kind | None:
    """Which kind of furniture a short line is, None for a line of an article."""
    if len(folded) <= _STRAY_LENGTH and _STRAY.match(folded):
        return Kind.STRAY
    if len(folded) <= _NOTE_LENGTH and _NOTE.match(folded):
        return Kind.NOTE
    if _SECTION.match(folded):
        credited = has_label(folded.strip("[]【】<>「」『』")) and is_byline_line(folded, gaps)
        return Kind.BYLINE if credited else Kind.SECTION
    return Kind.FURNITURE if is_furniture(folded, gaps) else None


def is_column_head(folded: str) -> bool:
    """Whether a line is such as columns of a paper are headed with (读者来信, 防汛救灾进行时), if a headline follows it."""
    return bool(_COLUMN_HEAD.match(folded))


def section_name(folded: str) -> str:
    """The words of a section head without its dashes or brackets."""
    found = _SECTION.match(folded)
    return next((words for words in found.groups() if words), "") if found else ""


def item_mark(folded: str) -> str:
    """The mark (▲, ●, ■) with which a line begins a dated item of a column of short news; nothing if it begins none."""
    found = _ITEM.match(folded)
    return found[1] if found else ""


def begins_brief(folded: str) -> bool:
    """Whether a paragraph in a column of short news begins an item: with a mark, a place (青镇讯, 青镇:) or a date."""
    return bool(_BRIEF_START.match(folded) or _DATED.match(folded))


def holds_briefs(section: str | None) -> bool:
    """Whether a section head announces short news without headlines (简讯, 乡镇快递)."""
    return bool(section and _BRIEFS.search(section))


def is_full_date(folded: str) -> bool:
    """Whether a line is a date with its year and nothing else."""
    return bool(_FULL_DATE.match(folded))


def may_sign(folded: str) -> bool:
    """Whether a line can be the name of the body that signs a notice."""
    return bool(_ORGANIZATION.match(folded))


def is_opening(folded: str) -> bool:
    """Whether a line begins as the leads of news do (a date, 近日, 为深入…)."""
    return bool(_LEAD.match(folded) or _DATED.match(folded) or _OPENING.match(folded))


def is_notice(folded: str) -> bool:
    """Whether a headline names a notice (公告, 启事, 名单 …), which has no lead."""
    return bool(_NOTICE.search(folded))


def is_numbered(folded: str) -> bool:
    """Whether a line begins like a part of a longer text: 一、 (二) 3. 第四章."""
    return bool(_NUMBERED.match(folded))


def is_sentence_piece(folded: str) -> bool:
    """Whether title-like words are rather the first line of a paragraph that a column's end cut off."""
    return bool(_PIECE.search(folded))


def printed_day(folded: str) -> str:
    """The day with which a line begins, as printed; nothing if it begins with none."""
    found = _PRINTED_DAY.match(folded)
    return found[0].rstrip(",上下晚至凌—-") if found else ""


def has_day(folded: str) -> bool:
    """Whether a line begins with a printed day, not only with 近日 or 目前."""
    return bool(_PRINTED_DAY.match(folded))


def has_news_mark(folded: str) -> bool:
    """Whether a line begins with 本报讯 or its like: a name before it (青镇讯) is not enough."""
    return bool(_NEWS_MARK.match(folded))


def is_closed(folded: str) -> bool:
    """Whether a line ends with a sentence."""
    return bool(_CLOSED.search(folded[-4:]))
