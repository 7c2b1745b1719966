"""The identity stage: sightings of some names become people, citations and appearances, written by difference.

A pure plan (identity, identifiers) is computed first; then rows are written, and only those that differ.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from articles.importing import mark_stale
from articles.models import Article, EventReport, Page
from articles.rewriting import rewrite

from .anchors import Places
from .appearing import write_appearances
from .blocks import Block, closed_block
from .citing import CHUNK, Judged, identified, reattach, write_citations
from .clusters import OFFICIAL_KINDS, Cluster, Verdict
from .identity import identify, printed_name
from .models import Citation, Person, PersonName
from .registry import areas_at
from .sightings import Seen, seen_named, with_misprints, with_other_forms
from .sort_keys import pinyin_key, strokes_key
from .suggesting import write_suggestions
from .verdicts import Ruling, judged

PERSON_FIELDS = ["name", "name_key", "strokes", "person_class", "area_id", "review_state", "withheld", "live"]
LATER = 1
"""By how many characters a name may begin later than it did and still be the same place: two names never begin so close."""


@dataclass(slots=True)
class Named:
    """A cluster on its way to being a person."""

    cluster: Cluster
    seen: list[Seen]
    person: int = 0

    def mentions(self) -> list[int]:
        """The ids of all its mentions."""
        return [mention for item in self.seen for mention in item.mentions]


def settle_names(names: Iterable[str]) -> None:
    """Compute anew who these names stand for. Has to run inside a transaction, one writer at a time."""
    block, seen = _gathered(names)
    places = Places(((item.sighting.anchors[0][0], start, end) for item in seen
                     for (_, start), end in zip(item.places, item.ends, strict=True)), LATER)
    verdicts, rulings = judged(block.judgements, places)
    by_sighting = {item.sighting.order: item for item in seen}
    clusters = identify((item.sighting for item in seen), verdicts)
    people = [Named(cluster, [by_sighting[sighting.order] for sighting in cluster.sightings]) for cluster in clusters]
    old = set(Person.objects.filter(pk__in=block.ids, live=True).values_list("id", flat=True))
    _identify_rows(people, old)
    _write_people(people, old, verdicts, rulings)
    moved = _cite(people, old)
    _write_names(people)
    _mask(people, old, block.keys)
    write_appearances(people, old, block.keys)
    write_suggestions([person.cluster for person in people], [person.person for person in people], old, verdicts)
    for at in range(0, len(moved), CHUNK):
        mark_stale(events=EventReport.objects.filter(article_id__in=moved[at:at + CHUNK]).values_list("group_key", flat=True))


def _gathered(names: Iterable[str]) -> tuple[Block, list[Seen]]:
    """The closed block of these names, and its sightings; citations find their mentions on the way."""
    seen: list[Seen] = []
    known: set[str] = set()

    def reach(new_names: set[str], new_ids: set[int]) -> tuple[set[str], set[int]]:
        found = with_other_forms(new_names | with_misprints(new_names)) - known
        known.update(found)
        sighted = seen_named(found)
        seen.extend(sighted)
        _reattach(sighted)
        ids = set(Citation.objects.filter(mention__name_as_printed__in=found).values_list("person_id", flat=True).distinct())
        ids |= set(PersonName.objects.filter(name__in=found, person__live=True).values_list("person_id", flat=True))
        ids |= new_ids
        cited = Citation.objects.filter(person_id__in=ids, mention__isnull=False)
        tied = set(cited.values_list("mention__name_as_printed", flat=True).distinct())
        return found | tied | set(PersonName.objects.filter(person_id__in=ids).values_list("name", flat=True)), ids

    return closed_block("person", names, reach), seen


def _reattach(seen: Sequence[Seen]) -> None:
    reattach(Citation, {place: mention for item in seen for place, mention in zip(item.places, item.mentions, strict=True)},
             Places(((page, start, end) for item in seen
                     for (page, start), end in zip(item.places, item.ends, strict=True)), LATER))


def _identify_rows(people: list[Named], old: set[int]) -> None:
    """Give every cluster the id of its person."""
    judged = [Judged(person.cluster.keep, person.cluster.fresh, frozenset(person.cluster.absorbed)) for person in people]
    given = identified("person", Citation, [person.mentions() for person in people], judged, old, lambda made: (
        Person.objects.bulk_create(Person(name=people[at].cluster.sightings[0].name) for at in made)))
    for person, identifier in zip(people, given, strict=True):
        person.person = identifier


def _write_people(people: list[Named], old: set[int], verdicts: Sequence[Verdict], rulings: Sequence[Ruling]) -> None:
    areas = areas_at({path for person in people for path in [_area_path(person)] if path})
    rows = {row.pk: row for row in Person.objects.filter(pk__in=[person.person for person in people])}
    kept_sides = {verdict.left_id: verdict.left for verdict in verdicts if verdict.kind == "same"}
    changed = []
    for person in people:
        row = rows[person.person]
        wanted = _wanted(person, areas, kept_sides, rulings)
        if any(getattr(row, field) != value for field, value in wanted.items()):
            for field, value in wanted.items():
                setattr(row, field, value)
            row.version += 1
            changed.append(row)
    rewrite(changed, [*PERSON_FIELDS, "version"])
    gone = old - {person.person for person in people}
    Person.objects.filter(pk__in=gone).update(live=False, article_count=0, event_count=0, first_cited=None, last_cited=None)


def _wanted(person: Named, areas: dict[str, int], kept: dict[int, frozenset[tuple[str, int]]],
            rulings: Sequence[Ruling]) -> dict[str, object]:
    """The values of a person's row: computed, then what editors ruled laid over them."""
    wanted: dict[str, object] = {
        "name": printed_name(person.cluster, kept.get(person.person, frozenset())),
        "person_class": "public_official" if _official(person.cluster) else "private",
        "area_id": areas.get(_area_path(person)), "review_state": "unreviewed", "withheld": False, "live": True,
    }
    anchors = person.cluster.anchors()
    for ruling in rulings:
        if not _rules(ruling, person, anchors):
            continue
        if ruling.kind == "withhold":
            wanted["withheld"] = True
        elif ruling.kind == "confirm":
            wanted["review_state"] = "reviewed"
        else:
            wanted[ruling.field] = ruling.after
    name = str(wanted["name"])
    return wanted | {"name_key": pinyin_key(name), "strokes": strokes_key(name)}


def _rules(ruling: Ruling, person: Named, anchors: set[tuple[str, int]]) -> bool:
    """Whether a ruling is on this person: it holds most of the evidence that the ruling was made on."""
    shared = len(ruling.anchors & anchors)
    return shared > 0 and (shared * 2 > len(ruling.anchors) or person.person == ruling.left_id)


def _official(cluster: Cluster) -> bool:
    return any(sighting.listed or sighting.national or any(post.kind in OFFICIAL_KINDS for post in sighting.posts)
               for sighting in cluster.sightings)


def _area_path(person: Named) -> str:
    """Where most of the person's public posts are; else the home area of the papers."""
    counted = Counter(post.area for sighting in person.cluster.sightings for post in sighting.posts if post.area)
    if not counted:
        counted = Counter(sighting.home for sighting in person.cluster.sightings if sighting.home)
    return max(sorted(counted), key=lambda path: counted[path], default="")


def _cite(people: list[Named], old: set[int]) -> list[int]:
    """Make citations say who is meant; the articles in which that changed."""
    wanted = {(person.person, *place): mention for person in people for item in person.seen
              for place, mention in zip(item.places, item.mentions, strict=True)}
    articles = {mention: item.sighting.article for person in people for item in person.seen for mention in item.mentions}
    changed = write_citations(Citation, wanted, sorted(articles), old)
    return sorted({articles[row.evidence_id] for row in changed if row.evidence_id in articles})


def _write_names(people: list[Named]) -> None:
    """Keep every form under which somebody is printed, and the name of the record."""
    names = dict(Person.objects.filter(pk__in=[person.person for person in people]).values_list("id", "name"))
    wanted = {(person.person, form) for person in people for item in person.seen for form in item.forms} | set(names.items())
    known = {(row.person_id, row.name): row.pk for row in PersonName.objects.filter(person_id__in=list(names))}
    PersonName.objects.filter(pk__in=[known[key] for key in known.keys() - wanted]).delete()
    PersonName.objects.bulk_create(PersonName(person_id=person, name=name) for person, name in sorted(wanted - known.keys()))


def _mask(people: list[Named], old: set[int], block: set[str]) -> None:
    """Keep the names of withheld people out of what the public sees of their articles."""
    concerned = old | {person.person for person in people}
    withheld = set(Person.objects.filter(pk__in=concerned, withheld=True).values_list("id", flat=True))
    hidden: dict[int, set[str]] = defaultdict(set)
    for person in people:
        if person.person in withheld:
            for item in person.seen:
                hidden[item.sighting.article].update(item.forms)
    pages = Citation.objects.filter(person_id__in=concerned).values("page_id")
    rows = list(Article.objects.filter(page_id__in=pages).exclude(masked_names=[]).only("masked_names"))
    unmasked = sorted(hidden.keys() - {row.pk for row in rows})
    for at in range(0, len(unmasked), CHUNK):
        rows += Article.objects.filter(pk__in=unmasked[at:at + CHUNK]).only("masked_names")
    changed = []
    for row in rows:
        names = sorted((set(row.masked_names) - block) | hidden.get(row.pk, set()))
        if names != row.masked_names:
            row.masked_names = names
            changed.append(row)
    Article.objects.bulk_update(changed, ["masked_names"], batch_size=1000)
    mark_stale(facts=Page.objects.filter(articles__in=changed).values_list("sha256", flat=True).distinct())
