"""A block of the page → an article's text: its opening and its byline told apart from its body."""

from __future__ import annotations

from dataclasses import replace

from articles.reading.bylines import last_line, read_byline
from articles.reading.datelines import read_opening, signed_date, without
from articles.reading.headlines import headline_state
from articles.reading.layout import is_notice
from articles.reading.paragraphs import Block
from articles.reading.texts import cut
from articles.reading.types import ArticleText


def article_of(block: Block) -> ArticleText:
    """The article that a block is: its opening and its byline taken off the body."""
    opening = read_opening(block.body, block.breaks)
    byline = read_byline(block.body, block.breaks)
    if block.signed and byline.text is None:
        byline = last_line(block.body)
    start = opening.kept[0][0] if opening.kept else 0
    if byline.start <= start:
        byline = replace(byline, text=None, reporters=(), start=len(block.body))
    kept = tuple((left, min(right, byline.start)) for left, right in opening.kept if left < byline.start)
    body = without(block.body, kept)
    while body.printed.endswith("\n"):
        body = cut(body, 0, len(body) - 1)
    signed = signed_date(body)
    stated = opening.date is not None and opening.date.year is not None
    date = signed if signed and (opening.date is None or (is_notice(block.headline.folded) and not stated)) else opening.date
    reporters = tuple(dict.fromkeys((*opening.reporters, *byline.reporters)))
    return ArticleText(
        headline=block.headline,
        headline_state=headline_state(block.headline, body),
        body=body,
        section=block.section,
        dateline=opening.dateline,
        date=date,
        byline=byline.text or opening.credits,
        reporters=reporters,
        continues=block.continues,
        raw=block.raw,
    )
