"""How right mentions are beside how sure the reader was of them."""

from __future__ import annotations

from dataclasses import dataclass

from articles.reading.pipeline import read_page
from tests.evaluate.people import KnownPage
from tests.reading.tally import squash

STEPS = (0.0, 0.6, 0.7, 0.8, 0.9, 0.95)
SURE = 0.9


@dataclass(slots=True)
class Bin:
    """Mentions with a confidence from `least` on, below that of the next bin."""

    least: float
    right: int = 0
    all: int = 0


def calibration(pages: list[KnownPage]) -> list[Bin]:
    """Mentions by confidence; one is right if its characters are the name of somebody whom the page's facts name."""
    bins = [Bin(least) for least in STEPS]
    for page in pages:
        names = page.names()
        for article in read_page(page.text, page.home).articles:
            for mention in article.mentions:
                one = max((one for one in bins if mention.confidence >= one.least), key=lambda one: one.least)
                one.all += 1
                one.right += squash(mention.exact) in names
    return bins


def sure_and_right(bins: list[Bin]) -> float:
    """The share of right ones among the mentions with a confidence of SURE and more; 1.0 where there are none."""
    sure = [one for one in bins if one.least >= SURE]
    every = sum(one.all for one in sure)
    return sum(one.right for one in sure) / every if every else 1.0
