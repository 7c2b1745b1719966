"""What the learner sees: the signs of every stretch that may be a name, and whether it is one."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from articles.reading.blanks import telling_blanks
from articles.reading.clean import clean
from articles.reading.composing import article_of
from articles.reading.homes import conclude_home
from articles.reading.names import Proposals, propose
from articles.reading.signs import signs
from articles.reading.split import split
from articles.reading.types import Area, ArticleText, Lexicon, Text
from articles.reading.weighing import around_of, sights
from tests.evaluate.people import KnownPage, known_pages
from tests.reading.golden import SETS
from tests.training.marked import MarkedPage, Swapper, marked_texts, unmarked

LEARNED_FROM = ("samples", "develop", "survey")
"""The sets of pages with facts that are learned from; those held out are not."""
_SWAPS = 2
"""How often every text is seen again with other names."""
_CONFIRMED = 0.25
"""Share of a swapped text's names that the lexicon of editors has."""

Spans = Collection[tuple[int, int]]
TruthOf = Callable[[Text, int], tuple[Spans, Spans]]


class Example(NamedTuple):
    """The signs of one stretch and whether it is a name."""

    signs: list[str]
    is_name: bool


def examples(seed: int = 1) -> Iterator[Example]:
    """Every example, in the same order each time."""
    swapper = Swapper(seed)
    pages = [page for one in SETS if one.name in LEARNED_FROM for page in known_pages(one)]
    for page in pages:
        yield from _of_page(page, Lexicon())
    for marked in marked_texts():
        yield from _of_marked(unmarked(marked), Lexicon())
    for _ in range(_SWAPS):
        for page in pages:
            other = swapper.page(page)
            yield from _of_page(other, _some(other.names(), swapper.chance))
        for marked in marked_texts():
            text = unmarked(swapper.marked(marked))
            yield from _of_marked(text, _some({text.text[start:end] for start, end in text.names}, swapper.chance))


def _some(names: Collection[str], chance: random.Random) -> Lexicon:
    return Lexicon(names=frozenset(name for name in sorted(names) if chance.random() < _CONFIRMED))


def articles_of(text: str) -> tuple[list[ArticleText], Area | None, frozenset[int]]:
    """The articles of a page, its home and the raw offsets behind blanks."""
    page = clean(text)
    blocks, furniture = split(page)
    articles = [article_of(block) for block in blocks]
    return articles, conclude_home(articles, "\n".join(text[span.start : span.end] for span in furniture)), telling_blanks(page)


def _of_page(page: KnownPage, lexicon: Lexicon) -> Iterator[Example]:
    """The examples of a page whose facts say who is named in each article, but not where."""
    articles, home, blanks = articles_of(page.text)
    named = [_named_in(article, page) for article in articles]

    def truth(text: Text, article: int) -> tuple[Spans, Spans]:
        people, reporters = named[article]
        spans = {match.span() for name in people for match in re.finditer(re.escape(name), text.folded)}
        longest = {span for span in spans if not any(_holds(other, span) for other in spans)}
        return longest, {match.span() for name in reporters for match in re.finditer(re.escape(name), text.folded)}

    yield from _examples(propose(articles, page.home or home, lexicon, blanks), truth)


def _holds(whole: tuple[int, int], part: tuple[int, int]) -> bool:
    return whole != part and whole[0] <= part[0] and part[1] <= whole[1]


def _named_in(article: ArticleText, page: KnownPage) -> tuple[set[str], set[str]]:
    """The people of the facts' article with that opening (of all where none fits), and reporters who are none of them."""
    body = "".join(article.body.printed.split())
    fitting = [facts for facts in page.facts["articles"] if 0 <= body.find("".join(facts["opening"].split())) <= 40]
    facts = fitting[:1] or page.facts["articles"]
    people = {person["name"] for one in facts for person in one["people"]}
    return people, {name for one in facts for name in one["bylines"]} - people


def _of_marked(page: MarkedPage, lexicon: Lexicon) -> Iterator[Example]:
    articles, home, blanks = articles_of(page.text)

    def truth(text: Text, _article: int) -> tuple[Spans, Spans]:
        raw = [text.raw_span(at, at + 1) for at in range(len(text))]
        starts, ends = {span.start: at for at, span in enumerate(raw)}, {span.end: at + 1 for at, span in enumerate(raw)}
        return {(starts[start], ends[end]) for start, end in page.names if start in starts and end in ends}, ()

    yield from _examples(propose(articles, home, lexicon, blanks), truth)


def _examples(proposed: Proposals, truth: TruthOf) -> Iterator[Example]:
    for at, (text, spans) in enumerate(zip(proposed.texts, proposed.spans, strict=True)):
        names, ignored = truth(text, at // 2)
        setting = proposed.setting(text)
        seen = sights(text.folded, spans, proposed.page, setting.blanks)
        around = around_of(setting.text, seen)
        for sight in seen:
            if not any(start < sight.end and end > sight.start for start, end in ignored):
                yield Example(signs(setting, sight, around), (sight.start, sight.end) in names)
