"""The succession stage: citations by month and documents become tenures, and a queue of what contradicts itself.

Works on summaries: of a post with one holder at a time all its holders', of any other post those of the people concerned.
Rows are written by difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from articles.rewriting import rewrite

from .contradictions import SEVERAL, Contradiction, contradictions_of
from .lines import Cited, Documented, Line, Stated
from .models import CitedPost, Person, Role, Tenure, TenureConflict, TenureDocument
from .slips import slips
from .telling import told
from .tenures import gaps_of, lines_of, presumed

Months = list[list[Any]]
TENURE_FIELDS = (
    "first_cited", "last_cited", "first_article_id", "last_article_id", "citations", "steps", "gap_from", "presumed_from",
    "presumed_until", "doubtful", "date_start", "date_start_precision", "date_end", "date_end_precision", "qualifier", "term",
    "how",
)
CONFLICT_FIELDS = ("kind", "left_id", "right_id", "document_id", "other_document_id", "first_day", "last_day", "reasons")


def settle_successions(people: Iterable[int], roles: Iterable[int]) -> None:
    """Compute anew the tenures of these people in these posts, and what contradicts itself there. Inside a transaction."""
    chosen = {row.pk: row for row in Role.objects.filter(pk__in=set(roles))}
    whole = [row.pk for row in chosen.values() if row.exclusive]
    concerned = Q(role__in=whole) | Q(role__in=list(chosen), person__in=set(people))
    lines = _lines(concerned)
    holders = Person.objects.filter(pk__in={line.person for found in lines.values() for line in found})
    hidden = set(holders.filter(withheld=True).values_list("id", flat=True))
    names = dict(holders.values_list("id", "name"))
    _write_tenures(concerned, {
        key: values for role, found in lines.items()
        for key, values in _tenures(role, chosen[role].exclusive, found, hidden, names)})
    _write_conflicts(chosen, {role: contradictions_of(found, chosen[role].exclusive) for role, found in lines.items()}, people)


def cited_of(row: CitedPost) -> list[Cited]:
    """The citations that a row sums up."""
    return [Cited(row.person_id, qualifier, _day(first), _day(last), count, exact, (opening, closing))
            for qualifier, first, last, count, exact, opening, closing in row.months]


def documented(row: TenureDocument) -> Documented:
    """A stored document as the pure stages take it; has to be attached to a person."""
    return Documented(row.person_id or 0, *stated(row), row.qualifier, row.how, row.term, row.pk)


def stated(row: TenureDocument) -> tuple[Stated | None, Stated | None]:
    """What a document says of beginning and end."""
    return (Stated(row.date_start, row.date_start_precision or "day") if row.date_start else None,
            Stated(row.date_end, row.date_end_precision or "day") if row.date_end else None)


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None


def _lines(concerned: Q) -> dict[int, list[Line]]:
    cited: dict[int, list[Cited]] = defaultdict(list)
    documents: dict[int, list[Documented]] = defaultdict(list)
    ranks: dict[int, dict[int, str]] = defaultdict(dict)
    for row in CitedPost.objects.filter(concerned):
        cited[row.role_id] += cited_of(row)
        ranks[row.role_id][row.person_id] = row.place
    for document in TenureDocument.objects.filter(concerned, withdrawn_at=None, person__isnull=False):
        documents[document.role_id].append(documented(document))
        ranks[document.role_id].setdefault(document.person_id or 0, document.name)
    return {role: lines_of(cited[role], documents[role], ranks[role]) for role in cited.keys() | documents.keys()}


def _tenures(role: int, exclusive: bool, lines: Sequence[Line],
             hidden: set[int], names: dict[int, str]) -> Iterable[tuple[tuple[int, int, int], dict[str, Any]]]:
    doubtful = slips(lines, names) if exclusive else set()
    shown = [line for line in lines if line.person not in hidden and (line.person, line.sequence) not in doubtful]
    reach = presumed(shown) if exclusive else {}
    gaps = {(gap.after, gap.last + timedelta(1)): gap.first for gap in gaps_of(shown)} if exclusive else {}
    for line in lines:
        documents = sorted(line.documents, key=lambda one: (one.bounds, one.key))
        since, until = reach.get((line.person, line.sequence), (None, None))
        opening, closing = line.articles
        yield (line.person, role, line.sequence), {
            "first_cited": line.first, "last_cited": line.last, "first_article_id": opening, "last_article_id": closing,
            "citations": sum(one.count for one in line.cited), "qualifier": line.qualifier,
            "gap_from": gaps.get((line.person, line.begins)) if line.begins else None, "presumed_from": since,
            "presumed_until": until, "doubtful": (line.person, line.sequence) in doubtful,
            "steps": [{"qualifier": step.qualifier or None, "first_cited": step.first and step.first.isoformat(),
                       "last_cited": step.last and step.last.isoformat(), "citations": step.citations} for step in line.steps],
            **_bound("date_start", line.start), **_bound("date_end", line.end),
            "term": next((one.term for one in reversed(documents) if one.term), None),
            "how": next((one.how for one in documents if one.how), ""),
        }


def _bound(field: str, known: Stated | None) -> dict[str, Any]:
    return {field: known.day if known else None, f"{field}_precision": known.precision if known else ""}


def _write_tenures(concerned: Q, wanted: dict[tuple[int, int, int], dict[str, Any]]) -> None:
    known = {(row.person_id, row.role_id, row.sequence): row for row in Tenure.objects.filter(concerned)}
    Tenure.objects.filter(pk__in=[row.pk for key, row in known.items() if key not in wanted]).delete()
    changed: list[Tenure] = []
    made: list[Tenure] = []
    for key, values in wanted.items():
        row = known.get(key) or Tenure(person_id=key[0], role_id=key[1], sequence=key[2])
        if row.pk is None or any(getattr(row, field) != values[field] for field in TENURE_FIELDS):
            for field in TENURE_FIELDS:
                setattr(row, field, values[field])
            (changed if row.pk else made).append(row)
    rewrite(changed, [field.removesuffix("_id") for field in TENURE_FIELDS])
    Tenure.objects.bulk_create(made, batch_size=2000)


def _write_conflicts(roles: dict[int, Role], found: dict[int, list[Contradiction]], people: Iterable[int]) -> None:
    """Of a post with one holder at a time all conflicts are written anew, of another post those of the people concerned."""
    whole = [row.pk for row in roles.values() if row.exclusive]
    about = TenureConflict.objects.filter(Q(role__in=whole) | Q(role__in=list(roles), left__in=set(people))).exclude(kind=SEVERAL)
    known = {(row.role_id, row.key): row for row in about}
    names = _names(found.values())
    sources = {row.pk: str(row) for row in TenureDocument.objects.filter(
        pk__in={key for items in found.values() for one in items for key in (one.document, one.other) if key})}
    wanted = {(role, key_of(one)): _conflict(one, roles[role], names, sources) for role, items in found.items() for one in items}
    write_difference(known, wanted)


def _names(found: Iterable[Sequence[Contradiction]]) -> dict[int, str]:
    ids = {person for items in found for one in items for person in (one.left, one.right) if person}
    return dict(Person.objects.filter(pk__in=ids).values_list("id", "name"))


def key_of(one: Contradiction) -> str:
    """What a conflict is told apart by within its post."""
    return ":".join(str(part) for part in one.key)


def _conflict(one: Contradiction, role: Role, names: dict[int, str], sources: dict[int, str]) -> dict[str, Any]:
    return {"kind": one.kind, "left_id": one.left, "right_id": one.right, "document_id": one.document,
            "other_document_id": one.other, "first_day": one.first, "last_day": one.last,
            "reasons": told(one, role.label, names, sources)}


def write_difference(known: dict[tuple[int, str], TenureConflict], wanted: dict[tuple[int, str], dict[str, Any]]) -> None:
    """Make the conflicts by (role, key) what is wanted; rows that say the same already keep their ids."""
    stale = [row.pk for key, row in known.items() if key not in wanted]
    TenureConflict.objects.filter(pk__in=stale).delete()
    changed: list[TenureConflict] = []
    made: list[TenureConflict] = []
    for key, values in sorted(wanted.items()):
        row = known.get(key) or TenureConflict(role_id=key[0], key=key[1])
        if row.pk is None or any(getattr(row, field) != values[field] for field in CONFLICT_FIELDS):
            for field in CONFLICT_FIELDS:
                setattr(row, field, values[field])
            (changed if row.pk else made).append(row)
    rewrite(changed, [field.removesuffix("_id") for field in CONFLICT_FIELDS])
    TenureConflict.objects.bulk_create(made, batch_size=2000)
