"""The names that the rules alone find, without what was learned: what learning is measured against."""

from __future__ import annotations

from articles.reading.names import propose, without_credits
from articles.reading.overlaps import without_overlaps
from articles.reading.types import Lexicon
from tests.evaluate.people import KnownPage
from tests.training.examples import articles_of


def names_by_rules_alone(page: KnownPage) -> set[str]:
    """Everybody whom the rules name on a page; of overlapping proposals the surest."""
    articles, home, _ = articles_of(page.text)
    proposed = propose(articles, page.home or home, Lexicon())
    return {
        text.printed[span.start : span.end]
        for text, spans in zip(proposed.texts, proposed.spans, strict=True)
        for span in without_credits(text.folded, without_overlaps(spans))
    }
