"""What holds for any text at all: nothing fails, nothing is invented, everything leads back to the page."""

from __future__ import annotations

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from articles.reading.clean import clean
from articles.reading.clues import read_clues
from articles.reading.composing import article_of
from articles.reading.split import split
from articles.reading.types import ArticleText, Correction, Text

_PHASES = (Phase.explicit, Phase.generate)
_WORDS = st.sampled_from(
    [
        "本报讯", "3月1日,", "二〇二一年三月", "县长李明", "强调", "我县召开春耕工作会议", "\n", "\n\n", "\n　　", " ",
        "　", "。", "，", "(记者 张伟)", "王小红", "陈 敏", "——要闻——", "▲图为现场", "(下转第三版)", "(上接第一版)",
        "11/", "丆", "“", "”", "(", ")", "昨天", "24日", "第118次", "\ufeff",
        "\u200b", "\x00", "\ud800", "\r\n", "\t", "Ａ１", "abc", "责任编辑:李明", "。李明", "12月9日至10日",
        "文/图", "·", "通讯员", "摄",
    ]
)  # fmt: skip
PAGES = st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=60).map("".join))


def articles_of(raw: str, corrections: tuple[Correction, ...] = ()) -> list[ArticleText]:
    return [article_of(block) for block in split(clean(raw, corrections), corrections)[0]]


def check_way_back(text: Text, raw: str) -> None:
    """Every character that is no paragraph break is the raw page's character at the place it leads to."""
    for at, character in enumerate(text.printed):
        if character != "\n":
            start, end = text.raw_span(at, at + 1)
            assert raw[start:end] == character


def facts(article: ArticleText) -> tuple[object, ...]:
    """An article without the places on the page, which differ between the page and its clean text."""
    date = article.date
    parts = (date.text, date.year, date.month, date.day, date.end_day, date.relative) if date else None
    return (
        article.headline.printed, article.headline_state, article.body.printed, article.section, article.dateline,
        parts, article.byline, article.reporters, article.continues,
    )  # fmt: skip


@settings(max_examples=300, phases=_PHASES)
@given(PAGES)
def test_every_character_leads_back_to_the_page(raw: str) -> None:
    for article in articles_of(raw):
        check_way_back(article.headline, raw)
        check_way_back(article.body, raw)
        assert len(article.body.folded) == len(article.body.printed)


@settings(max_examples=300, phases=_PHASES)
@given(PAGES)
def test_reading_the_clean_text_again_gives_the_same_reading(raw: str) -> None:
    plain = clean(raw).plain
    assert clean(plain).plain == plain
    assert [facts(article) for article in articles_of(plain)] == [facts(article) for article in articles_of(raw)]


@settings(max_examples=200, phases=_PHASES)
@given(PAGES, st.data())
def test_any_correction_that_fits_the_page_is_obeyed_without_failing(raw: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(raw)))
    end = data.draw(st.integers(start, len(raw)))
    kind = data.draw(st.sampled_from(["text", "split", "join", "furniture"]))
    correction = Correction(kind, start, end, data.draw(st.text(max_size=10)))
    for article in articles_of(raw, (correction,)):
        for at in range(len(article.body)):
            span = article.body.raw_span(at, at + 1)
            assert 0 <= span.start <= span.end <= len(raw)


@settings(max_examples=200, phases=_PHASES)
@given(PAGES)
def test_clues_lie_on_the_page(raw: str) -> None:
    page = clean(raw)
    for clue in read_clues(page.text, split(page)[1]):
        assert 0 <= clue.raw.start < clue.raw.end <= len(raw)
