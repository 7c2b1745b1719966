"""The opening of an article: 本报讯, (记者 …), its date, and where the body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from articles.reading.bylines import FRONT_CREDITS, is_byline_line, is_source_line
from articles.reading.credits import has_label, names_in
from articles.reading.texts import concatenate, cut
from articles.reading.types import PrintedDate, Text

_DIGITS = {**{str(n): n for n in range(10)}, **{c: n for n, c in enumerate("零一二三四五六七八九")}, "〇": 0, "两": 2, "元": 1}
_N = r"[\d〇零一二三四五六七八九十]"
_YEAR = r"(?P<year>[12]\d{3}|[一二][〇零○O一二三四五六七八九]{3})年"
_MONTH = rf"(?P<month>{_N}{{1,3}}|元)月(?:份)?"
_DAY = rf"(?P<day>{_N}{{1,3}})[日号](?![报刊])"
_TO = r"(?:至|到|—+|-+|~+|、|和)"
_END = rf"(?:{_TO}(?:(?P<end_year>[12]\d{{3}})年)?(?:(?P<end_month>{_N}{{1,3}})月)?(?P<end_day>{_N}{{1,3}})[日号](?![报刊]))?"
_DATE = re.compile(
    rf"(?:{_YEAR})?{_MONTH}(?:{_DAY}|(?P<open_day>{_N}{{1,3}})(?={_TO}{_N}{{1,3}}日))?{_END}"
    rf"|(?:(?<![\d〇零一二三四五六七八九十年月第近连])|(?<=本月))(?P<only_day>{_N}{{1,3}})日{_END.replace('end_', 'only_end_')}"
    r"(?=[,\(—-]|(?![内前后游常报])[\u4e00-\u9fff])"
)
_WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)([一二三四五六日天])\)?")
_RELATIVE = re.compile(
    r"(?:昨[天日晚]|今[天日晨晚]|前[天日]|当[天日]|日前|近日|近期|近来|连日来|目前|本周[一二三四五六日]?|上周[一二三四五六日]?|本月|上月)"
)
_WORDS = re.compile(
    r"[\(\[【<]?(?:本[报刊台网站](?:综合|专)?[讯电]|[\u4e00-\u9fff]{2,8}(?:融媒体?(?:中心)?|电视台)讯"
    r"|(?![^。,]{0,6}[简短快喜资通音时]讯)[\u4e00-\u9fff]{2,8}讯(?=\d{1,2}月|近日|日前|昨[日天]|连日来|为了|\())[\)\]】>]?[:,]?"
)
_DATED_WORDS = re.compile(
    rf"(?P<head>[\(\[【]?(?:本[报台网刊]|据?新华社|中新社)[\u4e00-\u9fff]{{0,6}})(?P<date>(?:[12]\d{{3}}年)?{_N}{{1,3}}月{_N}{{1,3}}日)(?P<tail>[讯电][\)\]】]?[:,]?)"
)
_CREDITS = re.compile(r"[\(\[【〔<]([^\)\]】〕>]{2,60})[\)\]】〕>](?:报道)?[:,]?")
_ANNOUNCED = re.compile(r"([\u4e00-\u9fff·]{2,16}?)(?:报道[:,]|(?=\d{1,2}月))")
_HISTORIC = re.compile(
    r"(?:自|自从|从|于|截至|截止|截止到|根据|按照|建于|始建于|成立于|生于|去年|往年|前年|早在|迄|《|公布的|下发的|印发的|召开的)$"
)
_SINCE = re.compile(r"^(?:以来|起|以后|之前|以前|前|的通知|实施|起施行)")
_MARK = re.compile("[·■◆★☆◇○▲△](?=[^·■◆★☆◇○▲△]{8})")
_SIGNED = re.compile(rf"\n(?=(?:{_YEAR}){_MONTH}(?:{_DAY})$)")
_LEAD = 260
_FRONT_LINE = 44
_LONGEST_SIGNED = 20
"""The most characters of a signature's date."""
_FIRST_LINE = re.compile(r"([^\n]{2,40})\n")


@dataclass(frozen=True, slots=True)
class Opening:
    """How an article opens: its dateline, its date, credits at the front, and the body without the words 本报讯.

    `kept` are the stretches of the given text that make up `body`.
    """

    dateline: str | None
    date: PrintedDate | None
    reporters: tuple[str, ...]
    credits: str | None
    kept: tuple[tuple[int, int], ...]


def read_opening(body: Text, breaks: tuple[int, ...] = ()) -> Opening:
    """The opening of `body` (an article's text with 本报讯 and all).

    >>> from articles.reading.clean import clean
    >>> opening = read_opening(clean("本报讯12月9日至10日,县委召开会议。").text)
    >>> opening.dateline, opening.date.day, opening.date.end_day, opening.kept
    ('本报讯 12月9日至10日', 9, 10, ((3, 20),))
    """
    folded = body.folded
    at = 0
    dropped: list[tuple[int, int]] = []
    words: str | None = None
    credits: str | None = None
    reporters: tuple[str, ...] = ()
    mark = _MARK.match(folded)
    if mark:
        dropped, at = [mark.span()], mark.end()
    dated = _DATED_WORDS.match(folded)
    if dated:
        dropped = [dated.span("head"), dated.span("tail")]
        words, at = body.printed[: dated.end()].rstrip(":,：，"), dated.end()
    for _ in range(4):
        found = None if words else _WORDS.match(folded, at)
        if found:
            words = body.printed[found.start() : found.end()].rstrip(":,：，")
        elif credits is None or folded[at - 1] == "\n":
            found = _front_credits(folded, at, words is not None, breaks)
            if found:
                credits = f"{credits or ''}{body.printed[found.start() : found.end()]}"
                first, last = found.span(1)
                reporters += names_in(folded[first:last], [b - first for b in breaks if first < b < last])
        if not found:
            break
        dropped.append(found.span())
        at = found.end()
    if folded[at : at + 1] == "\n":
        dropped.append((at, at + 1))
        at += 1
    date = printed_date(body, dated.start("date") if dated else at)
    if dated and date:
        date = _event_day(body, at, date)
    return Opening(_dateline(body, words, at, date), date, reporters, credits, _kept(len(folded), dropped))


def _event_day(body: Text, at: int, dispatched: PrintedDate) -> PrintedDate:
    """The day that the first words behind 本报3月12日讯 tell of if it is an earlier one (10日上午,…); else `dispatched`."""
    told = _date_between(body, at, min(len(body), at + _FRONT_LINE))
    if told is None or told.day is None or dispatched.day is None or told.month not in (None, dispatched.month):
        return dispatched
    return replace(told, month=dispatched.month, year=told.year or dispatched.year) if told.day < dispatched.day else dispatched


def _front_credits(folded: str, at: int, announced: bool, breaks: tuple[int, ...]) -> re.Match[str] | None:
    """Credits at `at`: in brackets (without 记者 only where 本报讯 is `announced`), 本报记者 …, or a first line of names."""
    if not announced and "\n" in folded[at : at + _FRONT_LINE]:
        line = _FIRST_LINE.match(folded, at)
        inside = [b - at for b in breaks if line and at < b < line.end(1)]
        if line and (is_byline_line(line[1], inside) or is_source_line(line[1])):
            return line
    found = _CREDITS.match(folded, at) or FRONT_CREDITS.match(folded, at) or (_ANNOUNCED.match(folded, at) if announced else None)
    if found is None:
        return None
    first, last = found.span(1)
    inside = [b - first for b in breaks if first < b < last]
    if not names_in(found[1], inside):
        return None
    if has_label(found[1]):
        return found
    apart = folded[at] == "(" or found.end() > last or (at in breaks and last in breaks)
    return found if announced and apart and is_byline_line(found[1], inside) else None


def _kept(length: int, dropped: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    kept = []
    at = 0
    for start, end in sorted(dropped):
        if at < start:
            kept.append((at, start))
        at = end
    return (*kept, (at, length)) if at < length else tuple(kept)


def without(body: Text, kept: tuple[tuple[int, int], ...]) -> Text:
    """Those stretches of `body` in one."""
    return concatenate(cut(body, start, end) for start, end in kept)


def _dateline(body: Text, words: str | None, at: int, date: PrintedDate | None) -> str | None:
    if date and date.relative is None and body.printed.startswith(date.text, at):
        return f"{words} {date.text}" if words else date.text
    return words


def printed_date(body: Text, at: int) -> PrintedDate | None:
    """The first news date of the lead that begins at `at` (of the second paragraph where the first has none).

    A date with its day comes before 近日 and the like, but not before 昨天 or 今天 printed earlier; dates that tell of
    something else (自…, 截至…, …以来) only count where nothing better is printed.
    """
    start = at
    for _ in range(2):
        stop = body.folded.find("\n", start)
        stop = len(body) if stop < 0 else stop
        found = _date_between(body, start, min(stop, at + _LEAD))
        if found or stop >= at + _LEAD:
            return found
        start = stop + 1
    return None


def signed_date(body: Text) -> PrintedDate | None:
    """The date under the signature of a notice: the body's last line, where that is a full date and nothing else."""
    found = _SIGNED.search(body.folded, max(len(body) - _LONGEST_SIGNED, 0))
    date = _DATE.match(body.folded, found.end()) if found else None
    return _parts(body, date) if date else None


def _date_between(body: Text, at: int, stop: int) -> PrintedDate | None:
    folded = body.folded
    second: PrintedDate | None = None
    relative = _RELATIVE.search(folded, at, min(stop, at + 60))
    if relative and folded.count('"', at, relative.start()) % 2:
        relative = None
    for found in _DATE.finditer(folded, at, stop):
        date = _parts(body, found)
        if date is None or not date.day:
            continue
        if relative and relative[0][0] in "昨今前" and relative.start() < found.start():
            break
        before = folded[max(at, found.start() - 5) : found.start()]
        if not _HISTORIC.search(before) and not _SINCE.match(folded, found.end()):
            return date
        second = second or date
    if relative:
        return PrintedDate(relative.group(), body.raw_span(*relative.span()), relative=relative.group())
    return second


def number(numeral: str) -> int | None:
    """A numeral of up to four characters, Arabic or Chinese, as a number; None if it is none.

    >>> number("二十六"), number("二〇二二"), number("12"), number("十")
    (26, 2022, 12, 10)
    """
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if "十" in numeral:
        tens, _, ones = numeral.partition("十")
        if len(tens) > 1 or len(ones) > 1:
            return None
        if (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
            return None
        return _DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0)
    value = 0
    for character in numeral:
        digit = _DIGITS.get(character)
        if digit is None:
            return None
        value = value * 10 + digit
    return value if numeral else None


def _parts(body: Text, found: re.Match[str]) -> PrintedDate | None:
    part = found.groupdict()
    year = _within(part["year"], 1900, 2100)
    month = _within(part["month"], 1, 12)
    day = _within(part["day"] or part["open_day"] or part["only_day"], 1, 31)
    if (part["month"] and month is None) or (day is None and (part["day"] or part["only_day"])):
        return None
    if month is None and day is None:
        return None
    end_day = _within(part["end_day"] or part["only_end_day"], 1, 31)
    end_month = _within(part["end_month"] or part["only_end_month"], 1, 12)
    end_year = _within(part["end_year"] or part["only_end_year"], 1900, 2100)
    weekday = _WEEKDAY.match(body.folded, found.end())
    return PrintedDate(
        body.printed[found.start() : found.end()],
        body.raw_span(*found.span()),
        year, month, day, end_year, end_month, end_day,
        weekday="一二三四五六日".find(weekday[1].replace("天", "日")) if weekday else None,
    )  # fmt: skip


def _within(numeral: str | None, low: int, high: int) -> int | None:
    value = number(numeral.replace("○", "〇").replace("O", "〇")) if numeral else None
    return value if value is not None and low <= value <= high else None
