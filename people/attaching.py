"""Documents find the people they mean: one who fits, else a record made for the document, or none while several fit.

Computed from all documents and citations of a name, so that the order in which they came doesn't matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q

from articles.models import ReviewState
from articles.rewriting import rewrite

from .clusters import OFFICIAL_KINDS
from .contradictions import SEVERAL, Contradiction
from .fitting import Candidate, Wanted, fitting
from .lines import Cited
from .models import CitedPost, Judgement, Person, PersonName, TenureConflict, TenureDocument
from .redirecting import write_redirects
from .sort_keys import pinyin_key, strokes_key
from .succeeding import CONFLICT_FIELDS, cited_of, key_of, stated, write_difference
from .telling import told

Pairs = set[tuple[int, int]]
"""(person, role) whose tenures have to be computed anew."""

Group = tuple[str, int | None, int]
"""Documents of one name in one area (or body without an area) that no page knows are of one person."""


def attach_documents(names: Iterable[str]) -> Pairs:
    """Attach all documents of these names anew, as citations and judgements stand now. Inside a transaction."""
    documents = list(TenureDocument.objects.filter(name__in=set(names)).select_related("role__organization__area").order_by("id"))
    if not documents:
        return set()
    before = {(row.person_id, row.role_id) for row in documents if row.person_id}
    held = {row.pk: (row.person_id, row.own_person_id, row.candidates) for row in documents}
    judged = _judged(documents)
    alone = []
    for row, found in _fitted([row for row in documents if row.withdrawn_at is None], judged):
        row.candidates = list(found) if len(found) > 1 else []
        row.person_id = found[0] if len(found) == 1 else None
        if not found:
            alone.append(row)
    for row in documents:
        if row.withdrawn_at is not None:
            row.person_id, row.candidates = None, []
    _give_records(alone, documents)
    rewrite([row for row in documents if held[row.pk] != (row.person_id, row.own_person_id, row.candidates)],
            ["person", "own_person", "candidates"])
    _end_records(documents, {key: own for key, (_, own, _) in held.items() if own})
    _rule({row.person_id for row in alone}, judged)
    _queue(documents)
    return before | {(row.person_id, row.role_id) for row in documents if row.person_id}


def _judged(documents: Sequence[TenureDocument]) -> list[Judgement]:
    """Active judgements on records that were made for these documents, oldest first."""
    own = {row.own_person_id for row in documents if row.own_person_id}
    about = Judgement.objects.filter(Q(left__in=own) | Q(right__in=own), record="person", withdrawn_at=None)
    return list(about.order_by("id")) if own else []


def _fitted(documents: Sequence[TenureDocument], judged: Sequence[Judgement]) -> list[tuple[TenureDocument, tuple[int, ...]]]:
    candidates = _candidates({row.name for row in documents})
    merged = {side for judgement in judged if judgement.kind == "same" for side in (judgement.left, judgement.right) if side}
    live = set(Person.objects.live().filter(pk__in=merged).values_list("id", flat=True))
    found = []
    for row in documents:
        area = row.role.organization.area
        told_apart, same = set[int](), set[int]()
        for judgement in judged:
            sides = {judgement.left, judgement.right}
            if row.own_person_id in sides:
                {"same": same, "differ": told_apart}.get(judgement.kind, set()).update(sides - {row.own_person_id, None})  # type: ignore[arg-type]
        of_name = [one for one in candidates[row.name] if one.person not in told_apart]
        fit = tuple(sorted(same & live)) or fitting(Wanted(row.role_id, area.path if area else "", *stated(row)), of_name)
        found.append((row, fit))
    return found


def _candidates(names: set[str]) -> dict[str, list[Candidate]]:
    """People whom pages cite, by every name they are printed under."""
    named = list(PersonName.objects.filter(name__in=names, person__live=True).values_list("name", "person_id"))
    cited: dict[int, list[tuple[int, Cited]]] = defaultdict(list)
    areas: dict[int, set[str]] = defaultdict(set)
    rows = CitedPost.objects.filter(person__in={person for _, person in named}).select_related("role__organization__area")
    for row in rows:
        cited[row.person_id] += [(row.role_id, one) for one in cited_of(row)]
        body = row.role.organization
        if body.area and body.kind in OFFICIAL_KINDS:
            areas[row.person_id].add(body.area.path)
    found: dict[str, list[Candidate]] = defaultdict(list)
    for name, person in sorted(named):
        if cited[person]:
            found[name].append(Candidate(person, frozenset(areas[person]), tuple(cited[person])))
    return found


def _give_records(alone: Sequence[TenureDocument], documents: Sequence[TenureDocument]) -> None:
    """Documents that no page knows the person of get one record a name and area, the one made for them before if there is."""
    given: dict[Group, int] = {}
    for row in documents:
        if row.own_person_id:
            given[_group(row)] = min(given.get(_group(row), row.own_person_id), row.own_person_id)
    groups: dict[Group, list[TenureDocument]] = defaultdict(list)
    for row in alone:
        groups[_group(row)].append(row)
    new = [key for key in groups if key not in given]
    given |= {key: row.pk for key, row in zip(new, Person.objects.bulk_create(Person(name=key[0]) for key in new), strict=True)}
    for key, rows in groups.items():
        for row in rows:
            row.person_id = row.own_person_id = given[key]
    _fill({given[key]: rows for key, rows in groups.items()})


def _group(row: TenureDocument) -> Group:
    body = row.role.organization
    return (row.name, body.area_id, 0 if body.area_id else body.pk)


def _fill(records: dict[int, list[TenureDocument]]) -> None:
    rows = Person.objects.in_bulk(records)
    changed = []
    for identifier, documents in records.items():
        row, name = rows[identifier], documents[0].name
        official = any(document.role.organization.kind in OFFICIAL_KINDS for document in documents)
        wanted: dict[str, Any] = {"name": name, "name_key": pinyin_key(name), "strokes": strokes_key(name),
                  "person_class": Person.PersonClass.OFFICIAL if official else Person.PersonClass.PRIVATE,
                  "area_id": documents[0].role.organization.area_id, "live": True, "withheld": False,
                  "review_state": ReviewState.UNREVIEWED}
        if any(getattr(row, field) != value for field, value in wanted.items()):
            for field, value in wanted.items():
                setattr(row, field, value)
            changed.append(row)
    rewrite(changed, ["name", "name_key", "strokes", "person_class", "area", "live", "withheld", "review_state"])
    named = set(PersonName.objects.filter(person__in=records).values_list("person_id", "name"))
    wanted_names = sorted({(identifier, rows[identifier].name) for identifier in records} - named)
    PersonName.objects.bulk_create(PersonName(person_id=identifier, name=name) for identifier, name in wanted_names)


def _end_records(documents: Sequence[TenureDocument], earlier: dict[int, int]) -> None:
    """Records made for documents that now mean somebody else end, and lead there; they come back when that is undone.

    `earlier`: the records made for documents till now, by the documents' ids.
    """
    used = {row.person_id for row in documents if row.person_id}
    own = {row.own_person_id for row in documents if row.own_person_id} | set(earlier.values())
    went: dict[int, int] = {}
    for row in documents:
        for identifier in (earlier.get(row.pk), row.own_person_id):
            if identifier and identifier not in used and row.person_id:
                went.setdefault(identifier, row.person_id)
    Person.objects.filter(pk__in=own - used, live=True).update(live=False)
    write_redirects("person", went, own)


def _rule(records: set[int | None], judged: Sequence[Judgement]) -> None:
    """What editors decided about records that rest on documents alone."""
    decided: dict[str, dict[str, Any]] = {"withhold": {"withheld": True}, "confirm": {"review_state": ReviewState.REVIEWED}}
    for judgement in judged:
        changes = {judgement.field: judgement.after} if judgement.field else decided.get(judgement.kind)
        if judgement.left in records and changes:
            Person.objects.filter(pk=judgement.left).update(**changes)


def _queue(documents: Sequence[TenureDocument]) -> None:
    """Documents that several people fit, as conflicts with the reasons."""
    several = [row for row in documents if row.candidates]
    people = Person.objects.in_bulk({person for row in several for person in row.candidates})
    wanted: dict[tuple[int, str], dict[str, Any]] = {}
    for row in several:
        one = Contradiction(SEVERAL, row.candidates[0], row.candidates[1], row.date_start, row.date_end, document=row.pk)
        listed = "、".join(f"{people[person].name} #{person}" for person in row.candidates if person in people)
        values = dict.fromkeys(CONFLICT_FIELDS) | {
            "kind": one.kind, "left_id": one.left, "right_id": one.right, "document_id": one.document,
            "first_day": one.first, "last_day": one.last, "reasons": told(one, row.printed, {}, {}, listed, row.name)}
        wanted[row.role_id, key_of(one)] = values
    about = TenureConflict.objects.filter(kind=SEVERAL, document__in=[row.pk for row in documents])
    write_difference({(row.role_id, row.key): row for row in about}, wanted)
