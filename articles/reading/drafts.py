"""Articles while their lines are being collected, and what a line says about the one above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from articles.reading.bylines import ends_in_byline, is_byline_line, is_source_line
from articles.reading.credits import has_label, waits_for_name
from articles.reading.layout import Kind, begins_brief, has_day, is_closed, is_full_date, may_sign, printed_day
from articles.reading.searching import offsets_of
from articles.reading.sheet import Sheet
from articles.reading.tables import any_of, words_of

_CAPTION_ENDS = ("摄)", "摄", "图)")
_BEFORE_REPORTERS = frozenset('。!?”"者员、()/:,;讯生图文') | frozenset("0123456789")
_POST_ENDS = ("书记", "县长", "市长", "区长", "镇长", "乡长", "主任", "主席", "局长", "部长", "校长", "院长", "村民", "经理")
_NEWS = re.compile("召开|举行|举办|调研|检查|督导|来我[县市区旗]|率|带领|深入|破获|发生")
_FIRST_LINES, _LEAD = 3, 80
_MOST_ASKED = 200  # names that the whole page is searched for: what a normal page needs, many times over
_HEREBY = re.compile("特此(?:通知|公告|通告|公示|声明|告知)[。!]?$")
_SIGNERS = 3
"""The most lines of names over the date of a notice."""
_CLOSING = ")】]〕"
_SPEECH = re.compile(f"[\u4e00-\u9fff]{{0,2}}(?:{any_of(words_of('contexts', 'speech'))})")
"""How a line begins that goes on with a sentence, or with the rest of a name and its sentence."""


@dataclass(slots=True)
class Draft:
    """An article while its lines are being collected: indices into the page's lines."""

    title: list[int] = field(default_factory=list)
    body: list[int] = field(default_factory=list)
    section: str | None = None
    ended: bool = False
    brief: bool = False


def next_brief(sheet: Sheet, draft: Draft | None, at: int) -> bool:
    """Whether the paragraph at line `at`, below an item of short news, begins another one."""
    if draft is None or not draft.brief or draft.title or not draft.body or not is_closed(sheet.words[draft.body[-1]]):
        return False
    apart = sheet.measures[at].indented or not sheet.adjacent(at)
    return apart and begins_brief(sheet.words[at])


def changes_measure(sheet: Sheet, draft: Draft, at: int) -> bool:
    """Whether a dated paragraph that is set much wider than the article above it begins another one."""
    if len(draft.body) < 4 or sheet.adjacent(at) or not has_day(sheet.words[at]) or not is_closed(sheet.words[draft.body[-1]]):
        return False
    return sheet.lines[at].width > 2 * max(sheet.lines[above].width for above in draft.body[-12:])


def opens_news(sheet: Sheet, draft: Draft | None, at: int) -> bool:
    """Whether a paragraph that an empty line parts from the end of the article above tells other news, of another day, though
    its headline is lost."""
    if sheet.adjacent(at) or not sheet.parts_articles_only or not sheet.opens_column(at) or draft is None or not draft.body:
        return False
    above = draft.body[-1]
    day = printed_day(sheet.words[at])
    if not day or not is_closed(sheet.words[above]) or sheet.measures[above].full:
        return False
    another = not any(day in sheet.words[line] for line in draft.body[:_FIRST_LINES])
    return another and bool(_NEWS.search(sheet.opening(at)[:_LEAD]))


def caption_end(sheet: Sheet, at: int) -> int:
    """The line behind a caption that goes on at the line `at`: past its full stop or the photographer's name."""
    while at < len(sheet) and sheet.adjacent(at) and sheet.is_kind(at, Kind.TEXT, Kind.TITLE, Kind.BYLINE):
        if sheet.is_kind(at, Kind.TITLE) and sheet.is_kind(at + 1, Kind.LEAD):
            break
        above = sheet.words[at - 1]
        credited = is_closed(above) and sheet.kinds[at] is Kind.BYLINE and sheet.words[at].endswith(_CAPTION_ENDS)
        if not credited and (is_closed(above) or above.endswith(_CAPTION_ENDS)):
            break
        at += 1
    return at


def signature_end(sheet: Sheet, draft: Draft | None, at: int) -> int:
    """The line behind the names that sign a notice and the full date under them, where these begin at `at`; else 0."""
    last = at
    while last < at + _SIGNERS and last < len(sheet) and may_sign(sheet.words[last]):
        last += 1
    if draft is None or not draft.body or draft.ended or last == at:
        return 0
    if last < len(sheet) and is_full_date(sheet.words[last]) and sheet.adjacent(last):
        return last + 1
    return last if _HEREBY.search(sheet.words[draft.body[-1]]) else 0


def _goes_on(sheet: Sheet, above: str, at: int) -> bool:
    """Whether the name at the end of a line is the subject of the line `at` below, the beginning of a name printed elsewhere,
    or that of somebody who holds a post."""
    below = sheet.words[at]
    name = above[max(map(above.rfind, '。!?”"')) + 1 :]
    subject = sheet.is_kind(at, Kind.TEXT) and _SPEECH.match(below) is not None
    if subject or len(sheet.asked) > _MOST_ASKED:
        return subject
    sheet.asked.add(name)
    page = sheet.page.text.folded
    if page.count(name + below[0]) > 1 or any(post + name in page for post in _POST_ENDS):
        return True
    return sheet.is_kind(at, Kind.TEXT) and _is_in_the_news(name, page)


def dates_notice(sheet: Sheet, draft: Draft | None, at: int) -> bool:
    """Whether the line `at` is the full date right under the last paragraph of a notice or letter, set to the right."""
    if draft is None or draft.body[-1:] != [at - 1] or not sheet.adjacent(at):
        return False
    if not is_full_date(sheet.words[at]):
        return False
    return sheet.lines[at].indent > 0 or sheet.kinds[at - 1] is Kind.BYLINE


def _is_in_the_news(name: str, page: str) -> bool:
    """Whether the page prints a name as a person of its news: behind words that stand before no reporter's name."""
    return any(at and page[at - 1] not in _BEFORE_REPORTERS for at in offsets_of(name, page))


def ends_article(sheet: Sheet, draft: Draft, at: int) -> bool:
    """Whether a byline ends the line `at`, by itself or with the line above, and no column goes on below it."""
    line, words = sheet.lines[at], sheet.words[at]
    below = at + 1
    if words[-1] in "。!?,、;:" or (waits_for_name(words) and sheet.runs_into(at + 1)):
        return False
    if is_source_line(words):
        return True
    fills = words[-1] not in _CLOSING and sheet.measures[at].full
    if fills and sheet.runs_into(below) and sheet.kinds[below] is not Kind.LEAD:
        return False
    breaks = [gap - line.start for gap, _ in line.gaps]
    if len(words) <= 40 and len(draft.body) > 1 and sheet.adjacent(at) and draft.body[-2] == at - 1:
        above = sheet.lines[at - 1]
        shift = above.end - above.start
        breaks = [gap - above.start for gap, _ in above.gaps] + [shift] + [gap + shift for gap in breaks]
        words = sheet.words[at - 1] + words
    if not (ends_in_byline(words, breaks) or (has_label(words) and is_byline_line(words, breaks))):
        return False
    return words[-1] in _CLOSING or not sheet.is_kind(below, Kind.TEXT, Kind.TITLE) or not _goes_on(sheet, words, below)
