"""Which reports tell of one event. Pure.

Reports come in groups of one key (series and number, or day, area and kind; articles.grouping.group_key). Within a group
only what fits is united: compatible dates for a numbered series; the same principals and a like name for a day's events.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from .clusters import Anchor, Verdict

DAYS_APART = 3
LIKE_ENOUGH = 0.5
EMPTY_WORDS = re.compile(r"[我全本]?[县市区省旗]|召开|举行|举办|会议?|活动|工作|情况|[的了、，,\s]")


@dataclass(frozen=True, slots=True)
class Report:
    """One event as one article tells it. `principals` are the printed names of those who chair or lead."""

    order: tuple[str, str, int, int]
    article: int
    anchor: Anchor
    key: str
    name: str
    day: date | None
    principals: frozenset[str] = frozenset()


@dataclass(slots=True)
class Occurrence:
    """The reports of one event."""

    reports: list[Report]
    keep: int | None = None
    absorbed: set[int] = field(default_factory=set)
    fresh: bool = False

    @property
    def first(self) -> tuple[str, str, int, int]:
        """The first report's place; events sort by it."""
        return min(report.order for report in self.reports)

    def anchors(self) -> set[Anchor]:
        """Where the reports stand."""
        return {report.anchor for report in self.reports}


def unite(reports: Iterable[Report], verdicts: Sequence[Verdict] = ()) -> list[Occurrence]:
    """Events of these reports in natural order; the result doesn't depend on the order of the reports."""
    groups: dict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda report: report.order):
        groups[report.key].append(report)
    found = []
    for key in sorted(groups):
        found += _of_series(groups[key]) if key.startswith("series|") else _of_day(groups[key])
    for verdict in verdicts:  # oldest first, so that a later one wins
        found = _parted(found, verdict) if verdict.kind == "differ" else _joined(found, verdict)
    for occurrence in found:
        occurrence.reports.sort(key=lambda report: report.order)
    return sorted(found, key=lambda occurrence: occurrence.first)


def _of_series(reports: list[Report]) -> list[Occurrence]:
    """One event per cluster of days; undated reports join when there is only one."""
    found: list[Occurrence] = []
    dated = sorted((report for report in reports if report.day), key=lambda report: (report.day, report.order))
    last: date | None = None
    for report in dated:
        if report.day and last and (report.day - last).days <= DAYS_APART:
            found[-1].reports.append(report)
        else:
            found.append(Occurrence([report]))
        last = report.day
    for report in (report for report in reports if not report.day):
        if len(found) == 1 and dated:
            found[0].reports.append(report)
        else:
            found.append(Occurrence([report]))
    return found


def _of_day(reports: list[Report]) -> list[Occurrence]:
    found: list[Occurrence] = []
    for report in reports:
        fitting = next((occurrence for occurrence in found if _fits(report, occurrence)), None)
        if fitting:
            fitting.reports.append(report)
        else:
            found.append(Occurrence([report]))
    return found


def _fits(report: Report, occurrence: Occurrence) -> bool:
    return all(other.article != report.article for other in occurrence.reports) and any(
        report.principals & other.principals and likeness(report.name, other.name) >= LIKE_ENOUGH
        for other in occurrence.reports)


def likeness(one: str, other: str) -> float:
    """Share of character pairs that two names have in common (Jaccard), empty words left out; 0–1."""
    left, right = _pairs(one), _pairs(other)
    return len(left & right) / len(left | right) if left | right else float(one == other)


def _pairs(name: str) -> set[str]:
    bare = EMPTY_WORDS.sub("", name)
    return {bare[at:at + 2] for at in range(len(bare) - 1)}


def _holding(found: list[Occurrence], anchors: frozenset[Anchor]) -> Occurrence | None:
    shares = [(len(anchors & occurrence.anchors()), -at) for at, occurrence in enumerate(found)]
    best = max(shares, default=(0, 0))
    return found[-best[1]] if best[0] else None


def _parted(found: list[Occurrence], verdict: Verdict) -> list[Occurrence]:
    one, other = _holding(found, verdict.left), _holding(found, verdict.right)
    if one is None or one is not other:
        return found
    moving = [report for report in one.reports if report.anchor in verdict.right]
    one.reports = [report for report in one.reports if report not in moving]
    return [*(occurrence for occurrence in found if occurrence.reports), Occurrence(moving, fresh=True)]


def _joined(found: list[Occurrence], verdict: Verdict) -> list[Occurrence]:
    stays, goes = _holding(found, verdict.left), _holding(found, verdict.right)
    if stays is None or goes is None:
        return found
    stays.keep = stays.keep or verdict.left_id
    stays.absorbed |= {verdict.right_id}
    if stays is not goes:
        stays.reports += goes.reports
        stays.fresh = stays.fresh and goes.fresh
        stays.absorbed |= goes.absorbed | ({goes.keep} if goes.keep else set())
    stays.absorbed -= {stays.keep}
    return [occurrence for occurrence in found if occurrence is stays or occurrence is not goes]
