"""The one year that fits everything printed on a page, and what other pages of known day tell. Pure."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from articles.attested import Attested, Elsewhere, likelihoods, months_of, telling_names
from articles.numbered import Numbered, neighbours, series_fit
from articles.reading.types import PrintedDate, TimeClue
from articles.year_evidence import FIRST_YEAR, LAST_YEAR, calendar_day, distinct, near, reason, telling_reasons, weigh

Certainty = Literal["certain", "probable", "doubtful"]

_DOUBTFUL, _PROBABLE, _CERTAIN = 0.7, 0.9, 0.985
_NAMES_SHOWN = 3
_CANDIDATES_SHOWN, _LEAST_SHARE = 4, 0.05
_NOTHING = 1e-9
"""The share of the likeliest year below which another one is not weighed any further."""
_TELLS = 0.15
"""What a reason has to weigh to be shown."""


@dataclass(frozen=True, slots=True)
class PageYear:
    """The day that stands for the page in the likeliest year, how sure that is (None: not enough), and why.

    `names` are the reasons that names and posts give, for each article of the page; `candidates` the likeliest years and how
    likely they are, 0–1.
    """

    reference: date
    certainty: Certainty | None
    reasons: tuple[dict[str, Any], ...]
    names: tuple[dict[str, Any] | None, ...]
    candidates: tuple[tuple[int, float], ...]

    def reasons_of(self, at: int) -> tuple[dict[str, Any], ...]:
        """All reasons of the article at place `at`, the weightiest first."""
        named = self.names[at] if self.names else None
        told = [*self.reasons, *([named] if named else [])]
        return tuple(sorted(told, key=lambda one: (-one["weight"], one["detail"])))


def page_year(
    articles: Sequence[PrintedDate | None],
    months: Sequence[int | None],
    clues: Sequence[TimeClue],
    stated: Sequence[tuple[str, date]],
    issue_date: date | None,
    elsewhere: Sequence[Elsewhere],
) -> PageYear | None:
    """The year of a page's dates that print none; None where all of them do or no year fits at all.

    `months` are those of each article, printed or supplied; `stated` the whole dates on the page with the rule that they count
    by; `elsewhere` what other pages tell of each article.
    """
    dated = zip(articles, months, strict=True)
    days = [(month, printed.day or 15) for printed, month in dated if printed and month and not printed.year]
    references = _references(days)
    if not references:
        return None
    attested = list(dict.fromkeys(one for told in elsewhere for one in told.attested))
    numbered = list(dict.fromkeys(one for told in elsewhere for one in told.numbered))
    facts = distinct(clues)
    candidates = {year: weigh(day, articles, days, facts, stated, issue_date) for year, day in references.items()}
    by_names = dict(zip(references, likelihoods(list(references.values()), attested), strict=True))
    weights = {year: by_names[year] * math.prod([factor for _, factor, _ in factors]) for year, factors in candidates.items()}
    shares = _shares(weights, references, numbered)
    total = sum(shares.values())
    if not total:
        return None
    best = max(shares, key=lambda year: (shares[year], -year))
    for one in numbered:
        detail = _numbered(references[best], one)
        for year in near(best, candidates):
            candidates[year].append(("series", series_fit(references[year], one), detail))
    names = tuple(_named(best, references, by_names, told.attested) for told in elsewhere)
    shown = _shown({year: share / total for year, share in shares.items()})
    reasons = telling_reasons(best, candidates)
    return PageYear(references[best], _certainty(shares[best] / total, bool(reasons)), reasons, names, shown)


def _shares(weights: Mapping[int, float], references: Mapping[int, date], numbered: Sequence[Numbered]) -> dict[int, float]:
    """How likely each year is by everything, numbers of series too; without years that could not count whatever they fit."""
    found: dict[int, float] = {}
    most = 0.0
    for year in sorted(weights, key=lambda year: (-weights[year], year)):
        if weights[year] <= most * _NOTHING:
            break
        found[year] = weights[year] * math.prod([series_fit(references[year], one) for one in numbered])
        most = max(most, found[year])
    return found


def _shown(shares: dict[int, float]) -> tuple[tuple[int, float], ...]:
    """The likeliest years with their shares."""
    likely = sorted(((year, round(share, 3)) for year, share in shares.items()), key=lambda one: (-one[1], one[0]))
    return tuple(one for one in likely[:_CANDIDATES_SHOWN] if one[1] >= _LEAST_SHARE)


def _certainty(share: float, told: bool) -> Certainty | None:
    """How sure a year of this share is; where names alone tell it, nothing else (`told`), no more than probable."""
    steps: tuple[tuple[float, Certainty], ...] = ((_CERTAIN, "certain"), (_PROBABLE, "probable"), (_DOUBTFUL, "doubtful"))
    found = next((certainty for least, certainty in steps if share >= least), None)
    return "probable" if found == "certain" and not told else found


def _references(days: Sequence[tuple[int, int]]) -> dict[int, date]:
    """`reference` in every year; which of the dates is the latest is the same in all of them."""
    day = reference(days, LAST_YEAR)
    return {year: day.replace(year=day.year - LAST_YEAR + year) for year in range(FIRST_YEAR, LAST_YEAR + 1)} if day else {}


def reference(days: Sequence[tuple[int, int]], year: int) -> date | None:
    """The latest of a page's dates in `year`; where a page spans a new year, November and December lie before it."""
    turns = any(month >= 11 for month, _ in days) and any(month <= 2 for month, _ in days)
    dates = [
        found
        for month, day in days
        if (found := calendar_day(year - 1 if turns and month >= 11 else year, month, min(day, 28) if month == 2 else day))
    ]
    return max(dates) if dates else None


def _numbered(day: date, series: Numbered) -> str:
    beside = "、".join(f"第{number}次印于{known.isoformat()}" for known, number in neighbours(day, series))
    return f"{series.label}，印有年份的版面上{beside} (numbers of a series run in time)"


def _named(
    best: int, references: dict[int, date], named: dict[int, float], attested: Sequence[Attested]
) -> dict[str, Any] | None:
    """The reason that the names and posts of one article give for the year; none where they tell little."""
    others = [year for year in references if year != best and abs(year - best) <= 3]
    weight = named[best] * (1 - sum(named[year] for year in others) / max(len(others), 1))
    if weight < _TELLS:
        return None
    telling = telling_names(references[best], [references[year] for year in others], attested)[:_NAMES_SHOWN]
    if not telling:
        return None
    told = "；".join(f"{one.label}见于{_span(one)}" for one in telling)
    return reason("holder", [best], weight, f"印有年份的版面上，{told} (names and posts on pages of known year)")


def _span(one: Attested) -> str:
    first, last = months_of(one.stretch.first), months_of(one.stretch.last)
    return first if first == last else f"{first}—{last}"
