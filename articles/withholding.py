"""A withheld article counts as not imported: nothing else on its page may be read with its help. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .matching_rows import Stretch
from .reading.pipeline import read_page
from .reading.types import Area, Correction, Lexicon, PageReading


def covers(withheld: Stretch, span: Stretch) -> bool:
    """Whether half of either lies in the other: boundaries that moved later don't let withheld text out.

    >>> covers((0, 100), (60, 90)), covers((0, 100), (95, 200))
    (True, False)
    """
    shared = min(withheld[1], span[1]) - max(withheld[0], span[0])
    return shared > 0 and 2 * shared >= min(withheld[1] - withheld[0], span[1] - span[0])


def read_around(text: str, home: Area | None, lexicon: Lexicon, corrections: Sequence[Correction],
                withheld: Sequence[Stretch]) -> PageReading:
    """The reading of a page of which editors withheld these raw stretches.

    Withheld articles are read with the whole page (editors still see them), all others as if those were not there: a
    home county, or a name that only the withheld text proves, is not known to them. Raises as `read_page` does.
    """
    whole = read_page(text, home, lexicon, corrections)
    hidden = [article for article in whole.articles if any(covers(stretch, article.text.raw) for stretch in withheld)]
    if not hidden:
        return whole
    blanked, left = text, list(corrections)
    for start, end in (article.text.raw for article in hidden):
        blanked = blanked[:start] + "\n" * (end - start) + blanked[end:]
        left = [one for one in left if one.end < start or one.start >= end]
    around = read_page(blanked, home, lexicon, left)
    articles = sorted((*hidden, *around.articles), key=lambda article: article.text.raw)
    numbered = tuple(replace(article, reading_order=order) for order, article in enumerate(articles, 1))
    return replace(around, articles=numbered, clues=whole.clues, furniture=whole.furniture)
