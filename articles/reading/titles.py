"""Which title-like lines of a page are the headline of what follows them."""

from __future__ import annotations

import re
from collections.abc import Container

from articles.reading.agreement import agreement
from articles.reading.bylines import is_source_line
from articles.reading.credits import has_label
from articles.reading.layout import (
    Kind,
    has_day,
    is_closed,
    is_notice,
    is_numbered,
    is_opening,
    is_running_text,
    is_salutation,
    is_sentence_piece,
)
from articles.reading.second_look import SKIPPED
from articles.reading.sheet import Sheet

TITLE_LINES = 4
"""The most lines that a headline has, with kicker and subheads."""
_HEADLINE = 9
"""Shorter lines inside an article are rather its subheads (characters)."""
_FAR = 2
"""Empty lines above a line that set it apart from the text there."""
_STRANGE, _STRANGE_AT_TOP = 0.1, 0.3
"""Agreement (0–1) below which a line over a headline is none of it."""
_KICKER_END = re.compile("(?:强调|指出|要求|时|表示|[:—]|之[一二三四五六七八九十]+)$")
_HANGING = re.compile(
    "(?:决定|进行|进行了|进行具体|进一步|以及|并|的|地|和|与|及|对|将|把|被|向|从|为了|通过|按照|根据)$"
    "|^会(?:议|上)(?:对|还|要求|强调|指出)"
)
_OPEN_NOTE = re.compile(r"\([^)]*\d[^)]*$")
"""A bracket that a number stands in and that the next line closes: (2021年7月19日…第三十八次会议通过)."""
_SPEAKING = re.compile("[\u4e00-\u9fff]{2,5}(?:要求|指出|强调|表示|希望|说|介绍)")
_NO_BEGINNING = re.compile("[了着过的地得们、，,。；;）)”]")
_CLEARLY, _LIKELY = 0.5, 0.3
"""Agreement (0–1) of a headline with its lead: enough by itself, enough together with the layout."""


def title_run(sheet: Sheet, at: int, stops: Container[int]) -> tuple[list[int], int]:
    """The title-like lines from `at` on, past furniture, and the line that follows them; none passes `stops`."""
    titles: list[int] = []
    while at < len(sheet) and len(titles) <= TITLE_LINES and at not in stops:
        kind = sheet.kinds[at]
        if titles and (_OPEN_NOTE.match(sheet.words[at]) or (titles[-1] == at - 1 and sheet.opens_column(at))):
            break
        if kind is Kind.TITLE or (kind is Kind.BYLINE and titles and sheet.adjacent(at)):
            if kind is Kind.BYLINE and (has_label(sheet.words[at]) or is_source_line(sheet.words[at])):
                break
            titles.append(at)
        elif kind not in SKIPPED:
            break
        at += 1
    strong = sheet.is_kind(at, Kind.LEAD) or (sheet.is_kind(at, Kind.DATED) and has_day(sheet.words[at]))
    strong = strong or _credits_lead(sheet, at) or (bool(titles) and _is_credited(sheet, titles, at))
    strong = strong and not (titles and sheet.runs_into(at) and _goes_on(sheet.words[titles[-1]], sheet.words[at]))
    while titles and (sheet.kinds[titles[-1]] is Kind.BYLINE or (not strong and sheet.in_column(titles[-1]))):
        at = titles.pop()
    if titles and not strong and sheet.in_column(titles[0]) and is_running_text("".join(sheet.words[title] for title in titles)):
        return [], titles[0]
    return titles, at


def _credits_lead(sheet: Sheet, at: int) -> bool:
    """Whether the line `at` says who wrote the news whose lead stands right below: 本报记者李明 over 本报讯."""
    return sheet.are_credits(at) and sheet.adjacent(at + 1) and sheet.is_kind(at + 1, Kind.LEAD)


def _is_credited(sheet: Sheet, titles: list[int], at: int) -> bool:
    """Whether lines between an empty line, below the end of a text, and a line of credits `at` are a headline."""
    below_end = titles[0] > 0 and not sheet.adjacent(titles[0]) and is_closed(sheet.words[titles[0] - 1])
    return below_end and titles[-1] == at - 1 and not is_closed(sheet.words[at - 1]) and sheet.are_credits(at)


def _goes_on(words: str, below: str) -> bool:
    """Whether a bracket is open where a line ends (…作的《关于), or a number that the line below goes on with (3月2 / 0日)."""
    if words[-1].isdigit() and below[0].isdigit():
        return True
    return any(words.rfind(left) > words.rfind(right) for left, right in ("《》", "()"))


def strangers(sheet: Sheet, titles: list[int], follower: int, top: bool) -> int:
    """How many of `titles` are none of the headline: set off by an empty line and not repeated by the lead.

    Such are slogans and the names of columns; at the page's `top` the names of those who publish it.
    """
    strange = 0
    for at in range(1, len(titles)):
        if sheet.adjacent(titles[at]) and titles[at] == titles[at - 1] + 1:
            continue
        if not _is_strange(sheet, titles[strange:at], titles[at:], follower, top and not strange):
            break
        strange = at
    return strange


def _is_strange(sheet: Sheet, above: list[int], rest: list[int], follower: int, top: bool) -> bool:
    """Whether the title-like lines `above` are none of the headline whose lines are `rest`."""
    between = sheet.kinds[above[-1] + 1 : rest[0]]
    if top and Kind.FURNITURE in between:
        return True
    words = "".join(sheet.words[title] for title in above)
    if _KICKER_END.search(words) or sheet.words[rest[0]][0] == "—" or sheet.lead_of_piece(above[-1]) is not None:
        return False
    masthead = top and (above[0] == 0 or sheet.adjacent(above[0]))
    likeness = sheet.likeness(above, follower)
    return likeness < (_STRANGE_AT_TOP if masthead else _STRANGE) and (masthead or likeness <= sheet.likeness(rest, follower))


def announces(sheet: Sheet, titles: list[int], follower: int) -> bool:
    """Whether `titles` are a headline whatever stands above them: a dated lead or the rest of an article follows."""
    if sheet.is_kind(follower, Kind.LEAD) or _credits_lead(sheet, follower):
        return True
    if is_salutation(sheet.words[follower]) or (sheet.is_kind(follower, Kind.NOTE) and "接" in sheet.words[follower]):
        return True
    return sheet.is_kind(follower, Kind.DATED) and has_day(sheet.words[follower]) and len(titles) <= TITLE_LINES


def interrupts(sheet: Sheet, titles: list[int], follower: int, first: int, last: int) -> bool:
    """Whether `titles` begin another article below an article that has lines from `first` to `last` and no byline yet."""
    words = "".join(sheet.words[title] for title in titles)
    if sheet.lead_elsewhere(titles[0], follower) is not None or _is_cut_off(words, sheet.words[follower]):
        return False
    likeness = agreement(words, sheet.words[follower])
    apart = not sheet.adjacent(titles[0]) or not sheet.is_kind(follower + 1, Kind.TITLE)
    credited = sheet.is_kind(follower, Kind.BYLINE) and apart
    if credited or likeness >= _CLEARLY or is_notice(words):
        return True
    if not is_closed(sheet.words[last]) or is_numbered(words):
        return False
    return _is_set_as_headline(sheet, titles, follower) or _reads_as_headline(sheet, titles, follower, first)


def _is_set_as_headline(sheet: Sheet, titles: list[int], follower: int) -> bool:
    """Whether titles below the end of an article look like a headline: with a line —… under them, or set apart."""
    if any(sheet.words[title][0] == "—" for title in titles[1:]) or _stands_between(sheet, titles, follower):
        return True
    words = "".join(sheet.words[title] for title in titles)
    return sheet.parts_articles_only and _set_off(sheet, titles) and not is_sentence_piece(words)


def _reads_as_headline(sheet: Sheet, titles: list[int], follower: int, first: int) -> bool:
    """Whether the words of titles, and of the line `follower` below them, are those of another article than that which
    begins at the line `first`."""
    words = "".join(sheet.words[title] for title in titles)
    likeness = agreement(words, sheet.words[follower])
    whole = not is_sentence_piece(words) or sheet.lines[titles[0]].empty_before >= _FAR
    plain = whole and sheet.is_kind(first, Kind.LEAD, Kind.DATED)
    if len(words) < _HEADLINE or (plain and _set_off(sheet, titles)):
        return plain and _set_off(sheet, titles)
    opens = is_opening(sheet.words[follower]) and not sheet.is_kind(follower, Kind.BYLINE)
    if opens or likeness >= _LIKELY:
        return True
    if not sheet.runs_into(titles[-1] + 1):
        likeness = sheet.likeness(titles, follower)
    return plain and likeness > 0 and sheet.stands_alone(titles[0], titles[-1])


def _stands_between(sheet: Sheet, titles: list[int], follower: int) -> bool:
    """Whether empty lines part titles from the text above and below, on a page whose paragraphs stand right below each other."""
    apart = not sheet.adjacent(titles[0]) and sheet.opens_column(follower) and follower == titles[-1] + 1
    return apart and sheet.parts_articles_only and not _SPEAKING.match(sheet.words[follower])


def _is_cut_off(words: str, next_words: str) -> bool:
    """Whether a line is a sentence that the end of a column cut: it hangs in the air, or the next line can't begin one.

    >>> _is_cut_off("县长对各组的应对情况进行", "了现场点评"), _is_cut_off("我县召开春耕会", "3月1日,我县召开春耕会")
    (True, False)
    """
    return bool(_HANGING.search(words) or _NO_BEGINNING.match(next_words))


def _set_off(sheet: Sheet, titles: list[int]) -> bool:
    """Whether titles stand flush below an empty line while the paragraphs above and below them are indented."""
    below = titles[-1] + 1
    flush = not sheet.lines[titles[0]].indent and not sheet.adjacent(titles[0])
    return flush and below < len(sheet) and sheet.adjacent(below) and sheet.measures[below].indented
