"""How lines cite their pages: 《报名》YYYY年M月D日第N版, or 〔出处待补〕 with the page's name."""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import Article
from articles.models.dated import Dated

from .dates import Dating, dating

PAGE_TEXTS = ("page__text", "page__clues", "page__furniture", "page__statement_ids")
ARTICLE_TEXTS = ("body", "body_runs", "headline_runs", "date_reasons")
UNCITED = "〔出处待补〕"
MOST_CITED = 5


def without_texts(prefix: str, body: bool = False) -> list[str]:
    """What of articles (reached by `prefix`) and their pages is large and not needed to cite them; `body` keeps the text."""
    kept = {"body"} if body else set()
    return [prefix + name for name in (*ARTICLE_TEXTS, *PAGE_TEXTS) if name not in kept]


def cited(citations: Iterable[str]) -> str:
    """Several sources in one: each once, the first few of many, 〔出处待补〕 for none.

    >>> cited(["《甲报》2020年1月2日", "《甲报》2020年1月2日", "《乙报》2020年1月3日第一版"])
    '《甲报》2020年1月2日；《乙报》2020年1月3日第一版'
    """
    each = list(dict.fromkeys(citations))
    if not each:
        return UNCITED
    more = f"等{len(each)}处" if len(each) > MOST_CITED else ""
    return "；".join(each[:MOST_CITED]) + more


def dating_of(record: Dated, article: Article | None = None) -> Dating:
    """The dating of a record with what its article prints of the date."""
    printed = article.printed_date if article else None
    return dating(record.date_first, record.date_precision, record.date_end, record.date_basis, record.date_certainty, printed)
