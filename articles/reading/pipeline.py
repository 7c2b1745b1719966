"""One page, read: clean → split → headline, dateline, byline → home area → names → events → statements."""

from __future__ import annotations

from collections.abc import Sequence

from articles.reading import events, homes, names
from articles.reading.blanks import telling_blanks
from articles.reading.clean import clean
from articles.reading.clues import read_clues
from articles.reading.composing import article_of
from articles.reading.split import split
from articles.reading.types import Area, ArticleReading, Correction, Lexicon, PageReading

READER_VERSION = "7"
_EMPTY = Lexicon()


def read_page(
    text: str, home: Area | None = None, lexicon: Lexicon = _EMPTY, corrections: Sequence[Correction] = ()
) -> PageReading:
    """Read the raw page `text`. `home` is the paper's county if it is known; else the page concludes it by itself.

    Raises ValueError where a correction does not fit the page (see `clean`); any text can be read.

    >>> read_page("我县召开春耕会\\n本报讯 3月1日,我县召开春耕会。\\n").articles[0].text.dateline
    '本报讯 3月1日'
    """
    page = clean(text, corrections)
    blocks, furniture = split(page, corrections)
    articles = [article_of(block) for block in blocks]
    home = home or homes.conclude_home(articles, "\n".join(text[span.start : span.end] for span in furniture))
    mentions = names.read_names(articles, home, lexicon, corrections, telling_blanks(page))
    readings = tuple(
        ArticleReading(order, article, found, *events.read_deeds_and_words(article, found, home))
        for order, (article, found) in enumerate(zip(articles, mentions, strict=True), 1)
    )
    return PageReading(READER_VERSION + lexicon.version, home, readings, read_clues(page.text, furniture, home), furniture)
