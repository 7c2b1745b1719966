"""How an import of a synthetic county compares with the truth: years, identity, successions, series."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from tests.county.evidence import SeenName, ToldArticle, seen_names, told_articles
from tests.county.figures import Figure
from tests.county.identities import Pair, accepted, meant, precision, recall, suggestions
from tests.county.making import SECOND_IDS, County
from tests.county.numbers import series_figures
from tests.county.successions import successions


def judge(county: County) -> dict[str, Figure]:
    """All figures by name, of what the database holds after the county's pages were imported."""
    articles = told_articles(county)
    names = list(seen_names(articles))
    counted: Counter[Pair] = Counter((name.person, name.true.person) for name in names if name.person is not None)
    own = Counter({pair: number for pair, number in counted.items() if pair[1] < SECOND_IDS})
    joined, persons = accepted(counted), meant(counted)
    figures = [
        _readable(names, county), *_years(articles),
        precision("identity precision, first county", own, county), recall("identity recall, first county", own, {}, county),
        precision("identity precision", counted, county), recall("identity recall", counted, {}, county),
        recall("identity recall with suggestions", counted, joined, county), suggestions(counted),
        successions("successions exactly right", articles, persons, {}, county),
        successions("successions with suggestions", articles, persons, joined, county), *series_figures(articles),
    ]
    return {figure.name: figure for figure in figures}


def _readable(names: Iterable[SeenName], county: County) -> Figure:
    figure = Figure("printed names read")
    for name in names:
        kind = "misprinted" if name.true.misprinted else "printed well"
        example = f"{name.true.printed} ({county.names[name.true.person]}) {name.article.page.name}"
        figure.count(name.person is not None, kind, example)
    return figure


def _years(articles: Sequence[ToldArticle]) -> list[Figure]:
    """Years right among those decided, certain ones apart, days right, and the share that is decided, by what is printed."""
    right, certain = Figure("years right among decided"), Figure("years right among certain")
    decided, days = Figure("years decided"), Figure("days right among decided")
    for article in articles:
        row, true = article.row, article.true
        where = f"{article.page.name} {true.day}"
        year = _year(article)
        decided.count(year is not None, _printed(article), where)
        if row is None or year is None:
            continue
        told = f"{where}: {row.date} {row.date_certainty}"
        right.count(year == true.day.year, _printed(article), told)
        days.count(row.date == true.day.isoformat(), _printed(article), told)
        if row.date_certainty == "certain":
            certain.count(year == true.day.year, _printed(article), told)
    return [right, certain, decided, days]


def _year(article: ToldArticle) -> int | None:
    """The year that was concluded, None where several are left."""
    row = article.row
    if row is None or row.date_first is None or row.date_last is None or row.date_first.year != row.date_last.year:
        return None
    return row.date_first.year


def _printed(article: ToldArticle) -> str:
    """What the page says of the year."""
    if article.true.year_printed:
        return "year printed"
    return "no year on the page" if article.page.yearless else "year elsewhere on the page, or lost everywhere"
