"""Citations written by difference, the same for people and events: which evidence stands for which record, and its ids."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.db.models import Model, QuerySet

from articles.chunking import chunks
from articles.rewriting import rewrite

from .anchors import Places
from .identifiers import Claim, allot, moved_to
from .models import Anchored
from .redirecting import write_redirects

Row = TypeVar("Row", bound=Anchored)
Anchor = tuple[int, int, int]
"""Of a citation: the record's id, the page's, the offset in the page's text."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What judgements say of one record's id: see `Claim`."""

    keep: int | None
    fresh: bool
    absorbed: frozenset[int]


@dataclass(frozen=True, slots=True)
class Difference(Generic[Row]):
    """The citations that ended, came back and were made."""

    lapsed: list[Row]
    revived: list[Row]
    new: list[Row]

    def __iter__(self) -> Iterator[Row]:
        yield from self.lapsed
        yield from self.revived
        yield from self.new


def reattach(citations: type[Row], evidence: Mapping[tuple[int, int], int], places: Places[int]) -> None:
    """Citations that lost their evidence to a new reading find it again by its place on the page.

    `evidence`: its ids by (page, offset); `places`: its stretches. What moved is remembered but no longer counts.
    """
    found = []
    for pages in chunks({page for page, _ in evidence}):
        lost = citations._default_manager.filter(page_id__in=pages, **{citations.EVIDENCE: None})
        for row in lost:
            now = places.now(row.page_id, row.raw_start)
            if now is not None:
                setattr(row, f"{citations.EVIDENCE}_id", evidence[row.page_id, now])
                row.active = row.active and now == row.raw_start
                found.append(row)
    rewrite(found, [citations.EVIDENCE, "active"])


def cited_for(citations: type[Row], evidence: Sequence[int]) -> list[Row]:
    """All citations of this evidence, active or not, the first ones first."""
    found: list[Row] = []
    for some in chunks(evidence):
        found += _of(citations, some).order_by("id")
    return found


def _of(citations: type[Row], evidence: Sequence[int]) -> QuerySet[Row]:
    return citations._default_manager.filter(**{f"{citations.EVIDENCE}_id__in": evidence})


def stood_for(citations: type[Row], evidence: Sequence[int]) -> dict[int, list[int]]:
    """The records that each piece of evidence is or was cited for, the first ones first."""
    found: dict[int, list[int]] = defaultdict(list)
    for row in cited_for(citations, evidence):
        if row.record_id not in found[row.evidence_id]:
            found[row.evidence_id].append(row.record_id)
    return found


def identified(record: str, cited: Iterable[Iterable[Sequence[int]]], judged: Sequence[Judged], old: set[int],
               made: Callable[[Iterable[int]], Sequence[Model]]) -> list[int]:
    """An id for every record to be: old ones by evidence and judgement, new rows for the rest; sets redirects.

    `cited` are, for each record's evidence, the ids that this is or was cited for, the first ones first; `old` the ids of
    records that stood for it till now; `made` makes rows for the records at the positions it is given.
    """
    claims = []
    for evidence, said in zip(cited, judged, strict=True):
        of_each = [ids for ids in evidence if ids]
        first, later = Counter(ids[0] for ids in of_each), Counter(one for ids in of_each for one in ids[1:])
        claims.append(Claim(first, said.keep, said.fresh, later, said.absorbed))
    given = allot(claims)
    rows = iter(made(at for at, identifier in enumerate(given) if identifier is None))
    ids_now = [identifier if identifier is not None else int(next(rows).pk) for identifier in given]
    _redirect(record, claims, ids_now, old)
    return ids_now


def _redirect(record: str, claims: Sequence[Claim], given: Sequence[int], old: set[int]) -> None:
    absorbed = {gone: stays for claim, stays in zip(claims, given, strict=True) for gone in claim.absorbed if gone != stays}
    earlier = {identifier for claim in claims for identifier in (*claim.votes, *claim.later)} | old
    went = moved_to(claims, given, earlier) | absorbed
    kept = set(given)
    write_redirects(record, {gone: stays for gone, stays in went.items() if gone not in kept}, earlier | kept | set(absorbed))


def write_citations(citations: type[Row], wanted: Mapping[Anchor, int], evidence: Sequence[int]) -> Difference[Row]:
    """Make the citations of this evidence what is `wanted`: its ids by anchor."""
    held = {(row.record_id, row.page_id, row.raw_start): row for row in cited_for(citations, evidence)}
    difference = Difference(
        [row for key, row in held.items() if row.active and key not in wanted],
        [row for key, row in held.items() if not row.active and key in wanted],
        [citations(page_id=page, raw_start=start, **{f"{citations.RECORD}_id": record, f"{citations.EVIDENCE}_id": item})
         for (record, page, start), item in wanted.items() if (record, page, start) not in held])
    rows = citations._default_manager
    rows.filter(pk__in=[row.pk for row in difference.lapsed]).update(active=False)
    rows.filter(pk__in=[row.pk for row in difference.revived]).update(active=True)
    rows.bulk_create(difference.new, batch_size=2000)
    return difference


def end_citations(citations: type[Row], now: set[int], gone: set[int]) -> None:
    """End what is cited for records that are gone, and what lost its evidence for those that stand."""
    active = citations._default_manager.filter(active=True)
    active.filter(**{f"{citations.RECORD}_id__in": now, citations.EVIDENCE: None}).update(active=False)
    active.filter(**{f"{citations.RECORD}_id__in": gone}).update(active=False)
