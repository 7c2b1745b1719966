"""Names without a label on a line of their own below an article, where other articles of the page are signed in that way."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from articles.reading.layout import Kind, is_closed
from articles.reading.surnames import surname_weight
from articles.reading.tongues import LETTERS

if TYPE_CHECKING:
    from articles.reading.sheet import Sheet

_BARE = re.compile("[\u4e00-\u9fff]{2,3}")
_HEAD = re.compile(".*[讯闻版刊苑园窗廊台报栏网栈编委宣知告事]$|[要简短快][讯闻]|[导选]读|天气|广告|副刊")
_BELOW = (Kind.TITLE, Kind.SECTION, Kind.FURNITURE, Kind.NOTE, Kind.CAPTION)
_LIKELY = 0.3
"""The least weight of a surname."""


def take_bare_names(sheet: Sheet) -> None:
    """Take for bylines such names as read like words (周末, 白露) or begin with no known surname."""
    if not any(sheet.kinds[at] is Kind.BYLINE and _stands_below(sheet, at) for at in range(len(sheet))):
        return
    for at, words in enumerate(sheet.words):
        if sheet.kinds[at] not in (Kind.TITLE, Kind.STRAY) or _HEAD.fullmatch(words) or not _stands_below(sheet, at):
            continue
        by_sound = len(words) > 2 and all(letter in LETTERS for letter in words)
        if surname_weight(words) >= _LIKELY or by_sound:
            sheet.kinds[at] = Kind.BYLINE
            sheet.signing.add(at)


def _stands_below(sheet: Sheet, at: int) -> bool:
    """Whether the line is two or three letters set apart between the end of a text and what begins after it."""
    apart = not sheet.adjacent(at) and not sheet.adjacent(at + 1)
    above = at > 0 and sheet.kinds[at - 1] in (Kind.TEXT, Kind.LEAD, Kind.DATED) and is_closed(sheet.words[at - 1])
    return (
        apart
        and above
        and _BARE.fullmatch(sheet.words[at]) is not None
        and (at + 1 == len(sheet) or sheet.is_kind(at + 1, *_BELOW))
    )
