"""The sightings stage: what pages say of people becomes stored sightings, written by difference; marks the names that differ.

The only reader of mentions for identity: the identity stage takes stored sightings alone.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import orjson
from django.db.models import Q

from articles.chunking import chunks
from articles.importing import mark_stale
from articles.models import Mention, Page
from articles.rewriting import rewrite

from .anchors import Places
from .citing import reattach
from .clusters import Sighting
from .models import Citation, SightingForm, SightingTie, StoredSighting
from .name_ties import beside_keys, tie_keys
from .packing import FORMAT, pack
from .sightings import Evidence, seen_on

FIELDS = ["page", "name", "packed", "person", "cited", "former", "state", "version"]
CHANGED, GONE = StoredSighting.State.CHANGED, StoredSighting.State.GONE
LATER = 1
"""By how many characters a name may begin later than it did and still be the same place: two names never begin so close."""
Key = tuple[int, int, int]
"""(article, referent, part)"""
Cited = tuple[list[int], int | None]
"""The people that a mention is or was cited for, the first ones first, and for whom it is now."""


@dataclass(slots=True)
class _Difference:
    """Rows to change, make and remove, forms and ties to keep by sighting's key, and the names concerned."""

    changed: list[StoredSighting] = field(default_factory=list)
    made: list[StoredSighting] = field(default_factory=list)
    removed: list[int] = field(default_factory=list)
    forms: dict[Key, tuple[str, ...]] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    ties: dict[Key, Sequence[str]] = field(default_factory=dict)


def settle_sightings(sha256s: Iterable[str]) -> None:
    """Compute the sightings of these pages anew; marks the names of those that changed. Inside a transaction."""
    pages = Page.objects.filter(sha256__in=list(sha256s)).values_list("id", flat=True)
    mark_stale(changed=refresh(pages))


def mark_outdated() -> None:
    """Mark the pages whose sightings are stored in another format."""
    others = StoredSighting.objects.filter(Q(version__lt=FORMAT) | Q(version__gt=FORMAT))
    if others.exists():
        mark_stale(sightings=others.order_by().values_list("page__sha256", flat=True).distinct())


def refresh_named(names: set[str]) -> set[str]:
    """Compute anew the sightings of pages whose mentions of these names aren't those that are stored; the names, old and new,
    of sightings that changed."""
    pages: set[int] = set()
    for some in chunks(names):
        mentions = Mention.objects.filter(name_as_printed__in=some, article__live=True, article__withheld=False).order_by()
        printed = set(mentions.values_list("article__page_id", "article_id", "referent", "name_as_printed"))
        first = StoredSighting.objects.filter(name__in=some).exclude(state=GONE)
        stored = set(first.values_list("page_id", "article_id", "referent", "name"))
        others = SightingForm.objects.filter(name__in=some).exclude(sighting__state=GONE)
        stored.update(others.values_list("sighting__page_id", "sighting__article_id", "sighting__referent", "name"))
        pages.update(page for page, *_ in printed ^ stored)
    return refresh(pages)


def refresh(pages: Iterable[int]) -> set[str]:
    """Compute the sightings of these pages (ids) anew; the names, old and new, of those that changed."""
    names: set[str] = set()
    for some in chunks(pages):
        names |= _refresh(some)
    return names


def _refresh(pages: Sequence[int]) -> set[str]:
    found = seen_on(pages)
    _reattach(pages, found)
    stood_for = _stood_for(pages)
    known = {(row.article_id, row.referent, row.part): row
             for row in StoredSighting.objects.filter(page_id__in=pages).prefetch_related("other_forms")}
    difference = _Difference()
    beside = _beside(found)
    for evidence in found:
        ties = tie_keys(evidence.sighting, beside[evidence.sighting.article].get(evidence.sighting.name, ()))
        _compare(evidence, known.pop(key_of(evidence.sighting), None), stood_for, ties, difference)
    for row in known.values():
        _let_go(row, difference)
    _write(difference)
    return difference.names


def key_of(sighting: Sighting) -> Key:
    """By what its row is found."""
    return (sighting.article, sighting.order[3], sighting.part)


def _beside(found: Iterable[Evidence]) -> Mapping[int, Mapping[str, set[str]]]:
    """By article, for each name the keys of those one character apart."""
    names: dict[tuple[int, str], set[str]] = defaultdict(set)
    for evidence in found:
        _, sha256, reading_order, *_ = evidence.sighting.order
        names[evidence.sighting.article, f"{sha256}:{reading_order}"].add(evidence.sighting.name)
    return {article: beside_keys(printed, place) for (article, place), printed in names.items()}


def _reattach(pages: Sequence[int], found: Sequence[Evidence]) -> None:
    """Citations find the mentions that a new reading made of the same places; what found none counts no longer."""
    evidence = {(item.page, start): mention for item in found
                for (_, start), mention in zip(item.sighting.anchors, item.mentions, strict=True)}
    places = Places(((item.page, start, end) for item in found
                     for (_, start), end in zip(item.sighting.anchors, item.ends, strict=True)), LATER)
    reattach(Citation, evidence, places)
    Citation.objects.filter(page_id__in=pages, mention=None, active=True).update(active=False)


def _stood_for(pages: Sequence[int]) -> dict[int, Cited]:
    """What each mention of these pages is cited for, by its id."""
    ids: dict[int, list[int]] = defaultdict(list)
    now: dict[int, int] = {}
    rows = Citation.objects.filter(page_id__in=pages, mention__isnull=False).order_by("id")
    for mention, person, active in rows.values_list("mention_id", "person_id", "active"):
        if person not in ids[mention]:
            ids[mention].append(person)
        if active:
            now[mention] = person
    return {mention: (people, now.get(mention)) for mention, people in ids.items()}


def _compare(evidence: Evidence, row: StoredSighting | None, stood_for: Mapping[int, Cited],
             ties: Sequence[str], difference: _Difference) -> None:
    sighting = evidence.sighting
    cited = [stood_for.get(mention, ([], None)) for mention in evidence.mentions]
    now = {person for _, person in cited}
    person = now.pop() if len(now) == 1 else None
    wanted = {"page_id": evidence.page, "name": sighting.name, "person_id": person,
              "packed": pack(sighting, evidence.ends, evidence.dated, evidence.shown, ties),
              "cited": cited_as_text([people for people, _ in cited], person), "version": FORMAT}
    if row and row.state != GONE and all(getattr(row, field) == value for field, value in wanted.items()):
        return
    forms = sighting.forms
    if row is None:
        article, referent, part = key_of(sighting)
        row = StoredSighting(article_id=article, referent=referent, part=part, **wanted)
        difference.made.append(row)
    else:
        difference.names.update((row.name, *(form.name for form in row.other_forms.all())))
        row.former = with_former(row.former, row.person_id)
        for name, value in wanted.items():
            setattr(row, name, value)
        row.state = CHANGED
        difference.changed.append(row)
    difference.ties[key_of(sighting)] = ties
    difference.names.update((sighting.name, *forms))
    if forms or row.pk:
        difference.forms[key_of(sighting)] = forms


def _let_go(row: StoredSighting, difference: _Difference) -> None:
    """A sighting that no page has any more stays until those whom it stood for are linked anew."""
    if row.state == GONE:
        return
    difference.names.update((row.name, *(form.name for form in row.other_forms.all())))
    row.former = with_former(row.former, row.person_id)
    if not row.former:
        difference.removed.append(row.pk)
        return
    row.person_id, row.cited, row.state = None, "", GONE
    difference.changed.append(row)


def _write(difference: _Difference) -> None:
    StoredSighting.objects.filter(pk__in=difference.removed).delete()
    rewrite(difference.changed, FIELDS)
    made = StoredSighting.objects.bulk_create(difference.made, batch_size=2000)
    SightingForm.objects.filter(sighting__in=[row.pk for row in difference.changed]).delete()
    SightingForm.objects.bulk_create(
        (SightingForm(sighting_id=row.pk, name=name) for row in (*difference.changed, *made)
         for name in difference.forms.get((row.article_id, row.referent, row.part), ())), batch_size=2000)
    SightingTie.objects.filter(sighting__in=[row.pk for row in difference.changed]).delete()
    SightingTie.objects.bulk_create(
        (SightingTie(sighting_id=row.pk, key=key, name=row.name) for row in (*difference.changed, *made)
         for key in difference.ties.get((row.article_id, row.referent, row.part), ())), batch_size=2000)


def cited_as_text(cited: Sequence[Sequence[int]], person: int | None) -> str:
    """`StoredSighting.cited`: whom each mention is or was cited for.

    >>> cited_as_text([[7], [7]], 7), cited_as_text([[7, 9], [9]], 9)
    ('', '[[7,9],[9]]')
    """
    alone = [] if person is None else [person]
    return "" if all(list(people) == alone for people in cited) else json.dumps(cited, separators=(",", ":"))


def cited_from_text(text: str, person: int | None, mentions: int) -> list[list[int]]:
    """What `cited_as_text` wrote, for so many mentions."""
    return orjson.loads(text) if text else [[] if person is None else [person]] * mentions


def with_former(former: str, person: int | None) -> str:
    """`StoredSighting.former` with one more.

    >>> with_former("", 7), with_former("7", 9), with_former("7", None)
    ('7', '7 9', '7')
    """
    ids = former.split()
    return " ".join([*ids, str(person)]) if person is not None and str(person) not in ids else former
