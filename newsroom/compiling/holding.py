"""Posts that people held, with the pages that mention them first and last, and the documents that state them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.db.models import QuerySet

from articles.models import Newspaper, Page
from articles.querysets import public_article
from people.models import AppearancePost, Tenure, TenureConflict, TenureDocument
from people.qualifiers import COMING, PASSING, holds, parts
from people.querysets import public_person

from .dates import UNKNOWN, Dating, dating, in_full, with_certainty
from .ranks import body_rank, post_rank, remarks
from .sources import UNCITED

CITED = tuple(f"appearance__article__{column}" for column in (
    "date_first", "date_precision", "date_basis", "date_certainty", "printed_date", "reading_order", "page__name", "page__sha256",
    "page__newspaper__name", "page__issue_date", "page__section"))
CHUNK = 5000
NEVER = date.max
NO_DOUBT = (TenureConflict.Kind.GAP, TenureConflict.Kind.SEVERAL)


@dataclass(frozen=True, slots=True)
class Seen:
    """A post beside a name in one article: when, where, and after how many other people."""

    when: Dating
    citation: str
    place: tuple[Any, ...]
    order: int


@dataclass(slots=True)
class Held:
    """A tenure with its first and last mention that is public (None where there is none).

    `steps`: the first and last mention of those in which the post is printed as one not yet held in full (代, 主持工作);
    `documents` state it; `doubted`: evidence contradicts itself about it. `several_terms`: the line is one of several, one
    a term (届), and the mentions are those of all of them.
    """

    tenure: Tenure
    first: Seen | None = None
    last: Seen | None = None
    steps: dict[str, tuple[Seen, Seen]] = field(default_factory=dict)
    documents: list[TenureDocument] = field(default_factory=list)
    doubted: bool = False
    several_terms: bool = False

    @property
    def begins(self) -> tuple[Any, ...]:
        """By what successions are ordered: when the post was taken up or first seen, then as the names are printed."""
        seen = self.first
        day = self.tenure.date_start or (seen.when.first if seen else None) or NEVER
        role = self.tenure.role
        rank = body_rank(role.organization.kind), role.organization.name, post_rank(role.post), self.tenure.sequence
        return day, seen.place if seen else (), seen.order if seen else 0, self.tenure.person.name_key, *rank, self.tenure.pk

    @property
    def coming(self) -> bool:
        """Whether the post is only about to be taken (拟任)."""
        return COMING in parts(self.tenure.qualifier)

    def within(self, first_year: int, last_year: int) -> bool:
        """Whether it touches these years, as far as anything is known of its time."""
        days = [day for day in (self.tenure.date_start, self.tenure.date_end, self.first and self.first.when.first,
                                self.last and self.last.when.first) if day]
        return bool(days) and min(days).year <= last_year and max(days).year >= first_year

    def apart(self, day: date | None) -> int:
        """How many days a mention lies from what documents state of the tenure; 0 within it, or where either is unknown."""
        start, end = self.tenure.date_start or date.min, self.tenure.date_end or NEVER
        return max((start - day).days, (day - end).days, 0) if day else 0

    def add(self, seen: Seen, qualifier: str) -> None:
        """One more mention, with the qualifier that is printed there."""
        self.first = min(self.first or seen, seen, key=_earliest)
        self.last = max(self.last or seen, seen, key=_latest)
        for word in sorted(parts(qualifier) & (PASSING - parts(self.tenure.qualifier))):
            first, last = self.steps.get(word, (seen, seen))
            self.steps[word] = min(first, seen, key=_earliest), max(last, seen, key=_latest)


def held(tenures: QuerySet[Tenure], posts: QuerySet[AppearancePost]) -> list[Held]:
    """These tenures with what these posts in articles and the documents say of them, in so many questions for any number.

    Those without any public evidence are left out.
    """
    rows = tenures.filter(public_person("person__")).select_related("person", "role__organization__area")
    found = [Held(row) for row in rows.order_by("pk")]
    by_holder: dict[tuple[int, int], list[Held]] = defaultdict(list)
    for one in found:
        by_holder[one.tenure.person_id, one.tenure.role_id].append(one)
    _add_mentions(by_holder, posts)
    _add_documents(by_holder, tenures)
    return [one for one in found if one.first or one.documents or one.tenure.date_start or one.tenure.date_end]


def _add_mentions(by_holder: dict[tuple[int, int], list[Held]], posts: QuerySet[AppearancePost]) -> None:
    public = posts.filter(public_article("appearance__article__"), public_person("appearance__person__"))
    for person, role, qualifier, order, *columns in public.order_by().values_list(
            "appearance__person", "role", "qualifier", "appearance__order", *CITED).iterator(chunk_size=CHUNK):
        stretches = [one for one in by_holder.get((person, role), ()) if holds(qualifier) or one.coming]
        if stretches:
            seen = _mention(order, columns)
            _nearest(stretches, seen.when.first).add(seen, qualifier)


def _nearest(stretches: Sequence[Held], day: date | None) -> Held:
    """The one of a person's tenures of a post that a day lies nearest to, the first of several."""
    return min(stretches, key=lambda one: (one.apart(day), one.tenure.sequence))


def _add_documents(by_holder: dict[tuple[int, int], list[Held]], tenures: QuerySet[Tenure]) -> None:
    """The sources of documents, each with the stretch that it lies nearest to; and which tenures are doubted."""
    roles = tenures.order_by().values("role")
    stated = TenureDocument.objects.filter(role__in=roles, withdrawn_at=None, person__isnull=False)
    for row in stated.order_by("source", "pk"):
        stretches = by_holder.get((row.person_id or 0, row.role_id), [])
        if stretches:
            _nearest(stretches, row.date_start or row.date_end).documents.append(row)
    doubts = TenureConflict.objects.filter(role__in=roles).exclude(kind__in=NO_DOUBT)
    for role, left, right in doubts.values_list("role", "left", "right"):
        for one in (*by_holder.get((left, role), ()), *by_holder.get((right, role), ())):
            one.doubted = True


def _mention(order: int, columns: Iterable[Any]) -> Seen:
    day, precision, basis, certainty, printed, reading_order, name, sha256, paper, issue, section = columns
    newspaper = Newspaper(name=paper) if paper else None
    page = Page(name=name, newspaper=newspaper, issue_date=issue, section=section)
    return Seen(dating(day, precision, None, basis, certainty, printed), page.citation, (name, sha256, reading_order), order)


def by_term(one: Held) -> list[Held]:
    """A tenure over several documented terms as one line a term, each with what the documents state of that term."""
    terms = sorted({row.term for row in one.documents if row.term})
    return [_in_term(one, term) for term in terms] if len(terms) > 1 else [one]


def _in_term(one: Held, term: int) -> Held:
    rows = [row for row in one.documents if row.term == term]
    begun = min((row for row in rows if row.date_start), key=lambda row: row.date_start or NEVER, default=None)
    ended = max(rows, key=lambda row: row.date_end or NEVER)
    tenure = copy(one.tenure)
    tenure.term, tenure.how = term, next((row.how for row in rows if row.how), "")
    tenure.date_start, tenure.date_start_precision = (begun.date_start, begun.date_start_precision) if begun else (None, "")
    tenure.date_end, tenure.date_end_precision = ended.date_end, ended.date_end_precision
    return replace(one, tenure=tenure, documents=rows, several_terms=True)


def _earliest(seen: Seen) -> tuple[Any, ...]:
    dated = seen.when.first is not None and seen.when.precision == "day"
    return not dated, seen.when.first or NEVER, seen.place


def _latest(seen: Seen) -> tuple[Any, ...]:
    dated = seen.when.first is not None and seen.when.precision == "day"
    return dated, seen.when.first or date.min, seen.place


def mentioned(seen: Seen | None) -> str:
    """When, with how sure where a part of it is supplied: 〔2014〕年10月15日（推定）."""
    if seen is None or seen.when.first is None:
        return UNKNOWN
    return with_certainty(seen.when)


def in_office(tenure: Tenure) -> str:
    """From when to when, as documents and editors know it: 2016年6月—2018年3月; 待考 for neither."""
    if not (tenure.date_start or tenure.date_end):
        return "待考"
    start = in_full(Dating(tenure.date_start, tenure.date_start_precision)) if tenure.date_start else ""
    end = in_full(Dating(tenure.date_end, tenure.date_end_precision)) if tenure.date_end else ""
    return f"{start}—{end}"


def where_seen(one: Held) -> str:
    """The sources of the first and the last mention, and of what documents state."""
    pages = [] if one.first is None or one.last is None else [one.first.citation]
    if one.first and one.last and one.first.citation != one.last.citation:
        pages = [f"首见{one.first.citation}", f"末见{one.last.citation}"]
    sources = dict.fromkeys(row.source for row in one.documents)
    documents = [f"任职据{'、'.join(sources)}"] if sources else []
    return "；".join([*pages, *documents]) or UNCITED


def post_line(one: Held) -> tuple[str, ...]:
    """职务 首见 末见 任职起止 任职方式 备注 出处 of a tenure."""
    acting, rest = remarks(one.tenure.qualifier)
    how = "、".join(word for word in (one.tenure.how, acting) if word)
    doubt = ["有任职疑点"] if one.doubted else []
    spanning = ["首见、末见为历届合计"] if one.several_terms else []
    remark = "；".join([*([rest] if rest else []), *_steps_told(one.steps), *spanning, *doubt])
    return (one.tenure.role.label, mentioned(one.first), mentioned(one.last), in_office(one.tenure), how, remark, where_seen(one))


def _steps_told(steps: dict[str, tuple[Seen, Seen]]) -> Sequence[str]:
    """代（首见…，末见…）: how the post was held before it was held in full."""
    return [f"{word}（首见{in_full(first.when)}，末见{in_full(last.when)}）" for word, (first, last) in steps.items()]
