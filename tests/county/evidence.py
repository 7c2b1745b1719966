"""What the database holds after an import, laid beside the truth: articles and names by where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from articles.models import Article
from people.models import Citation
from tests.county.making import County
from tests.county.printing import PrintedName, TrueArticle, TruePage


@dataclass(frozen=True, slots=True)
class ToldArticle:
    """An article of the truth with the row that was made of it, if any."""

    page: TruePage
    true: TrueArticle
    row: Article | None


@dataclass(frozen=True, slots=True)
class SeenName:
    """A printed name with the person that it is cited for, None where it was not read or is cited for nobody."""

    article: ToldArticle
    true: PrintedName
    person: int | None


def told_articles(county: County) -> list[ToldArticle]:
    """Every true article with the row that shares most of its letters."""
    rows: dict[str, list[Article]] = defaultdict(list)
    for row in Article.objects.filter(live=True).select_related("page").defer("body", "page__text", "date_reasons"):
        rows[row.page.name].append(row)
    return [ToldArticle(page, true, _same(true, rows[page.name])) for page in county.pages for true in page.articles]


def _same(true: TrueArticle, rows: list[Article]) -> Article | None:
    shared = [(min(row.raw_end, true.end) - max(row.raw_start, true.start), row) for row in rows]
    best = max(shared, key=lambda item: item[0], default=None)
    return best[1] if best and best[0] * 2 > true.end - true.start else None


def seen_names(articles: list[ToldArticle]) -> Iterator[SeenName]:
    """Every printed name of the truth with the person it is cited for."""
    cited: dict[tuple[str, int], int] = {}
    active = Citation.objects.filter(active=True, mention__isnull=False)
    for page, start, person in active.values_list("page__name", "mention__raw_start", "person_id"):
        cited[page, start] = person
    for article in articles:
        for name in article.true.names:
            yield SeenName(article, name, cited.get((article.page.name, name.start)))
