"""Finds the people that a page names, with the posts printed beside them.

Strong contexts (a post before the name, 同志 or a verb of saying after it, a list that is known to be one) establish names
on the page; established names are then proposed wherever they stand; what was learned from marked texts decides.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from articles.reading.after_names import COMMON, right_side
from articles.reading.areas import parse_area, stem_of
from articles.reading.before_names import left_on
from articles.reading.candidates import CONFUSABLE, Page
from articles.reading.institutions import INSTITUTION
from articles.reading.lists import list_after, list_before, listed_names, names_run_together
from articles.reading.overlaps import NameSpan, without_overlaps
from articles.reading.proofs import proved_names
from articles.reading.roles import roles_of_names
from articles.reading.row_names import row_names
from articles.reading.signs import Setting
from articles.reading.tables import any_of, words_of
from articles.reading.texts import after_blanks
from articles.reading.types import Area, ArticleText, Correction, Field, Lexicon, Mention, PrintedRole, Text
from articles.reading.unlisted import unlisted_names
from articles.reading.weighing import weigh

LEADERS = words_of("leaders")
_FEW = 100  # names of one page that are looked for one by one
_MANY = 2000  # names of one page: past it they are not counted one by one
_WELL_PROVED = 0.9
_REPORTERS = frozenset({"记者", "讯员", "訊員", "訊员", "記者"})
_CREDIT = re.compile("\\([^()\n]{0,30}?(?:图|摄|文[ /图]|供稿|供图|通讯员|记者)[^()\n]{0,16}\\)(?=\n|$)")
_NEAR_INSTITUTION = re.compile("[村庄镇乡路街桥寺庙祠墓杯牌家]|氏")


@dataclass(frozen=True, slots=True)
class Proposals:
    """What the rules take for names on a page: `texts` are the headline and body of every article, `spans` each one's.

    `proved` counts the names that are left where spans overlap; `blanks` as in `read_names`.
    """

    page: Page
    texts: list[Text]
    spans: list[list[NameSpan]]
    proved: Counter[str]
    blanks: Container[int]

    def setting(self, text: Text) -> Setting:
        """What the names of `text`, one of the texts, are weighed in."""
        return Setting(text.folded, self.page, self.proved, after_blanks(text, self.blanks))


def read_names(
    articles: Sequence[ArticleText],
    home: Area | None,
    lexicon: Lexicon,
    corrections: Sequence[Correction],
    blanks: Container[int] = frozenset(),
) -> list[tuple[Mention, ...]]:
    """The mentions of every article, in order of appearance, headline before body.

    `home` is the area that 县 and 我县 stand for, `lexicon` what editors confirmed, `corrections` their decisions about
    names on this page (raw offsets), `blanks` the raw offsets of characters before which a blank stood.
    """
    proposed = propose(articles, home, lexicon, blanks)
    texts = proposed.texts
    spans: list[list[NameSpan]] = []
    for text, found in zip(texts, proposed.spans, strict=True):
        weighed = weigh(proposed.setting(text), found)
        spans.append(_corrected(text, without_credits(text.folded, without_overlaps(weighed)), corrections))
    _drop_halves(texts, spans)
    return [_mentions(texts[at : at + 2], spans[at : at + 2], home) for at in range(0, len(texts), 2)]


def propose(
    articles: Sequence[ArticleText], home: Area | None, lexicon: Lexicon, blanks: Container[int] = frozenset()
) -> Proposals:
    """What the rules take for names, overlaps and all."""
    texts = [part for article in articles for part in (article.headline, article.body)]
    page = Page("\n".join(text.folded for text in texts), _own_places(home))
    strong = [[*_strong(text.folded, page), *row_names(text.folded, after_blanks(text, blanks))] for text in texts]
    general = LEADERS | lexicon.names
    known = _established(texts, strong, general)
    elsewhere = _elsewhere(texts, strong, known, page)
    spans: list[list[NameSpan]] = []
    proved: Counter[str] = Counter()
    for text, found in zip(texts, strong, strict=True):
        again = _known_again(text.folded, found, known, general, elsewhere, page)
        spans.append([*found, *again, *listed_names(text.folded, page), *names_run_together(text.folded, page)])
        kept = without_credits(text.folded, without_overlaps(spans[-1]))
        proved.update(text.folded[span.start : span.end] for span in kept)
    return Proposals(page, texts, spans, proved, blanks)


def _drop_halves(texts: Sequence[Text], spans: Sequence[list[NameSpan]]) -> None:
    """Leave out what a headline that lost its beginning opens with: 汉超率队… above 覃汉超率队."""
    for at in range(0, len(texts), 2):
        first = next((span for span in spans[at] if not span.start), None)
        if first is None:
            continue
        half = texts[at].folded[: first.end]
        if any(len(name) > len(half) and name.endswith(half) for name in _printed(texts[at + 1], spans[at + 1])):
            spans[at].remove(first)


def _printed(text: Text, spans: Sequence[NameSpan]) -> set[str]:
    return {text.folded[span.start : span.end] for span in spans}


def _own_places(home: Area | None) -> frozenset[str]:
    """How the paper calls its own county and what that lies in for short, which is never a person there."""
    if home is None:
        return frozenset()
    names = [home.name, *(parse_area(path).name for path in home.parents)]
    whole = frozenset(stem for stem in map(stem_of, names) if len(stem) == 2)
    return whole | frozenset(verb + home.name[0] for verb in "来返赴在离抵访")


def _strong(text: str, page: Page) -> list[NameSpan]:
    """The names that their own surroundings prove, and the lists that go on from them."""
    unlisted = unlisted_names(text, page)
    lists = (span for name in unlisted for span in (*list_before(text, name, page), *list_after(text, name, page)))
    return [*proved_names(text, page), *unlisted, *lists]


def _established(texts: Sequence[Text], strong: Sequence[list[NameSpan]], general: Collection[str]) -> dict[str, float]:
    """The names that the page proves, or that are known in `general`, with the best confidence of each."""
    known: dict[str, float] = dict.fromkeys(general, 0.95)
    for text, spans in zip(texts, strong, strict=True):
        for span in spans:
            name = text.folded[span.start : span.end]
            known[name] = max(known.get(name, 0.0), span.confidence)
    return known


def _elsewhere(
    texts: Sequence[Text], strong: Sequence[list[NameSpan]], known: dict[str, float], page: Page
) -> Callable[[str], Iterable[tuple[int, int]]]:
    """What finds, in a text, the established names that the page prints more often than where they are proved."""
    proved = Counter(text.folded[span.start : span.end] for text, spans in zip(texts, strong, strict=True) for span in spans)
    more = frozenset(name for name in known if page.count(name) > proved[name] or len(known) > _MANY)
    if len(more) > _FEW:
        pattern = re.compile(any_of(more))
        return lambda text: (match.span() for match in pattern.finditer(text))
    return partial(_spans_of, sorted(more))


def _spans_of(names: Sequence[str], text: str) -> Iterator[tuple[int, int]]:
    """Where `names` stand in `text`, the longest of those that begin at one place, none within another."""
    found: dict[int, int] = {}
    for name in names:
        at = text.find(name)
        while at >= 0:
            found[at] = max(at + len(name), found.get(at, 0))
            at = text.find(name, at + len(name))
    last = 0
    for start, end in sorted(found.items()):
        if start >= last:
            yield start, end
            last = end


def _known_again(
    text: str,
    proved: list[NameSpan],
    known: dict[str, float],
    general: Collection[str],
    elsewhere: Callable[[str], Iterable[tuple[int, int]]],
    page: Page,
) -> list[NameSpan]:
    """Every further place of established names, with the lists that go on from there."""
    found: list[NameSpan] = []
    starts = {span.start for span in proved}
    listed = 0
    for start, end in elsewhere(text):
        name = text[start:end]
        word = name in CONFUSABLE and left_on(page, text, start) == "closed"
        if start in starts or word or _is_no_person(text, start, end):
            continue
        if right_side(text, end) == 0 and not _stands_out(text, start, end, known[name], page):
            continue
        span = NameSpan(start, end, "lexicon" if name in general else "known", round(known[name] - 0.02, 3))
        found.append(span)
        if start >= listed:
            found += list_after(text, span, page)
            listed = found[-1].end
    return found


def _stands_out(text: str, start: int, end: int, confidence: float, page: Page) -> bool:
    """Whether an established name may be meant where nothing behind it says so (王小川一口气…).

    It is not where it reads as the beginning of a longer name (于静 in 于静怡颁奖), as a part of a word (高峰期), or where
    two characters with little proof could be anything.
    """
    name = text[start:end]
    if name in CONFUSABLE or (confidence < _WELL_PROVED and end - start == 2) or text[start - 1 : start + 1] in COMMON:
        return False
    return not any(one.end > end and one.right >= 3 and one.score > 2 for one in page.candidates_at(text, start))


def _is_no_person(text: str, start: int, end: int) -> bool:
    if text[start - 2 : start] in _REPORTERS:
        return True
    if INSTITUTION.match(text, end) or text.startswith("(化名", end):
        return True
    return bool(_NEAR_INSTITUTION.match(text, end)) and right_side(text, end) == 0


def without_credits(text: str, spans: list[NameSpan]) -> list[NameSpan]:
    """The spans that don't stand in the brackets that end an article and tell who wrote or photographed."""
    credits = [match.span() for match in _CREDIT.finditer(text)]
    return [span for span in spans if not any(start < span.start < end for start, end in credits)] if credits else spans


def _corrected(text: Text, spans: list[NameSpan], corrections: Sequence[Correction]) -> list[NameSpan]:
    """The spans after the editors' decisions about names, which stand at offsets of the raw page."""
    decided = [one for one in corrections if one.kind in ("name", "not_name")]
    if not decided or not text.printed:
        return spans
    kept = list(spans)
    for one in decided:
        at = [place for place in range(len(text)) if one.start <= text.raw_span(place, place + 1).start < one.end]
        if not at:
            continue
        start, end = at[0], at[-1] + 1
        kept = [span for span in kept if span.end <= start or span.start >= end]
        if one.kind == "name":
            kept.append(NameSpan(start, end, "corrected", 1.0))
    return sorted(kept, key=lambda span: span.start)


def _mentions(texts: Sequence[Text], spans: Sequence[list[NameSpan]], home: Area | None) -> tuple[Mention, ...]:
    """The mentions of one article, numbered by person."""
    fields: tuple[Field, Field] = ("headline", "body")
    referents: dict[str, int] = {}
    found: list[Mention] = []
    for field, text, names in zip(fields, texts, spans, strict=True):
        roles: list[tuple[PrintedRole, ...]] = roles_of_names(text, names, home, "" if field == "headline" else texts[0].folded)
        for name, posts in zip(names, roles, strict=True):
            exact = text.printed[name.start : name.end]
            referent = referents.setdefault(text.folded[name.start : name.end], len(referents))
            found.append(Mention(field, name.start, name.end, exact, referent, posts, name.rule, name.confidence))
    return tuple(found)
