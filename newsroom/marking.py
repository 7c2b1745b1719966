"""Text with stretches marked, as HTML that is safe whatever the text contains. Knows no Django model.

Everything that comes in is escaped here, so that nobody has to trust the text of a page: taking the tags out of what
comes out and unescaping the rest gives the text again, character by character.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

SENTENCE_ENDS = "。！？!?\n"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch `start`–`end` (characters of the text) to be marked.

    `css` holds class names, `title` what shows when the mouse rests on it, `href` where a click leads ("" for nowhere).
    """

    start: int
    end: int
    css: str = ""
    title: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place in the text (a character offset) that links can jump to by `name`."""

    at: int
    name: str


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage cut from a longer text, with `marks` counted from its own beginning."""

    text: str
    marks: tuple[Mark, ...]


def without_overlaps(marks: Iterable[Mark], length: int) -> list[Mark]:
    """The marks that lie within a text of `length` characters, in order; of two that overlap the longer one stays.

    >>> [(mark.start, mark.end) for mark in without_overlaps([Mark(0, 2), Mark(1, 4), Mark(5, 9)], 6)]
    [(1, 4)]
    """
    kept: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, mark.start - mark.end)):
        if not 0 <= mark.start < mark.end <= length:
            continue
        if kept and mark.start < kept[-1].end:
            if mark.end - mark.start > kept[-1].end - kept[-1].start:
                kept[-1] = mark
            continue
        kept.append(mark)
    return kept


def mark_up(text: str, marks: Iterable[Mark] = (), anchors: Iterable[Anchor] = ()) -> SafeString:
    """The text as HTML: each mark a `<mark>`, each anchor an empty `<a id>`; line ends stay for CSS to show.

    Marks outside the text are left out; an anchor that falls inside a mark is set before it, one
    outside the text at its nearer end.

    >>> mark_up("县长李强<讲话>", [Mark(2, 4, "person-0")])
    '县长<mark class="person-0">李强</mark>&lt;讲话&gt;'
    """
    waiting = sorted(anchors, key=lambda anchor: anchor.at, reverse=True)
    everything = max((anchor.at for anchor in waiting), default=0) + 1
    pieces: list[SafeString] = []
    done = 0
    for mark in without_overlaps(marks, len(text)):
        pieces.append(_plain(text, done, mark.start, waiting, mark.end))
        pieces.append(_marked(text[mark.start : mark.end], mark))
        done = mark.end
    pieces.append(_plain(text, done, len(text), waiting, everything))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def quote_around(text: str, start: int, end: int, css: str = "", reach: int = 60) -> Quote:
    """The sentence in which `text[start:end]` stands, at most `reach` characters to either side, with that stretch marked.

    >>> quote_around("会议召开。县长李强讲话。散会。", 7, 9).text
    '县长李强讲话。'
    """
    before = text[max(0, start - reach) : start]
    after = text[end : end + reach]
    opening = max(before.rfind(mark) for mark in SENTENCE_ENDS) + 1
    closings = [place for place in (after.find(mark) for mark in SENTENCE_ENDS) if place >= 0]
    left, right = before[opening:], after[: min(closings) + 1] if closings else after
    passage = left + text[start:end] + right
    return Quote(passage, (Mark(len(left), len(left) + end - start, css),))


def _plain(text: str, start: int, end: int, waiting: list[Anchor], until: int) -> SafeString:
    """Escaped `text[start:end]` with the anchors that come before `until`; takes those off `waiting` (last one first)."""
    pieces: list[SafeString] = []
    while waiting and waiting[-1].at < until:
        anchor = waiting.pop()
        at = min(max(anchor.at, start), end)
        pieces.append(format_html('{}<a id="{}"></a>', text[start:at], anchor.name))
        start = at
    pieces.append(format_html("{}", text[start:end]))
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _marked(passage: str, mark: Mark) -> SafeString:
    css = format_html(' class="{}"', mark.css) if mark.css else ""
    title = format_html(' title="{}"', mark.title) if mark.title else ""
    inner = format_html('<a href="{}">{}</a>', mark.href, passage) if mark.href else passage
    return format_html("<mark{}{}>{}</mark>", css, title, inner)
