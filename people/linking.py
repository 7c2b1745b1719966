"""The identity stage: sightings of some names become people, citations and appearances, written by difference.

A pure plan (identity, identifiers) is computed first; then rows are written, and only those that differ. What is written
follows from the sightings that changed or stand for somebody else than before (`Touched`), so that a page costs the same
whatever the archive holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from articles.chunking import chunks
from articles.importing import mark_stale
from articles.models import Article, EventReport, Page
from articles.rewriting import rewrite

from .anchors import Places
from .appearing import write_appearances
from .citing import Judged, identified
from .citing_people import cite
from .clusters import Cluster, Verdict
from .gathering import Seen, gathered
from .identity import identify, printed_name
from .models import Citation, Person, PersonName
from .registry import areas_at
from .sort_keys import pinyin_key, strokes_key
from .storing_sightings import GONE, LATER
from .suggesting import write_suggestions
from .touching import Named, Touched, touched_by
from .verdicts import Ruling, judged

PERSON_FIELDS = ["name", "name_key", "strokes", "person_class", "area_id", "review_state", "withheld", "live"]


def settle_names(names: Iterable[str]) -> None:
    """Compute anew who these names stand for, whatever changed. Has to run inside a transaction, one writer at a time."""
    _settle(set(names), anew=True)


def settle_changed(names: Iterable[str]) -> None:
    """The same for names of which sightings changed: what rests on others of their sightings stays."""
    _settle(set(names), anew=False)


def _settle(names: set[str], anew: bool) -> None:
    block, seen = gathered(names, anew)
    standing = [item for item in seen if item.state != GONE]
    verdicts, rulings = judged(block.judgements, _places(standing if block.judgements else ()))
    by_anchor = {item.sighting.anchors[0]: item for item in standing}
    clusters = identify((item.sighting for item in standing), verdicts)
    people = [Named(cluster, [by_anchor[part.anchors[0]] for sighting in cluster.sightings
                              for part in sighting.parts or (sighting,)]) for cluster in clusters]
    old = set(Person.objects.filter(pk__in=block.ids, live=True).values_list("id", flat=True))
    _identify_rows(people, old)
    touched = touched_by(people, seen, old, verdicts, rulings, anew)
    concerned = [person for person in people if person.person in touched.people]
    _write_people(concerned, old - {person.person for person in people}, verdicts, rulings)
    moved = cite(touched, old if anew else set())
    _write_names(concerned)
    _mask(people, touched, block.keys, anew)
    write_appearances(concerned, touched, block.keys)
    write_suggestions([person.cluster for person in people], [person.person for person in people], old, verdicts,
                      touched.people, names)
    for some in chunks(moved):
        mark_stale(events=EventReport.objects.filter(article_id__in=some).values_list("group_key", flat=True))


def _places(seen: Iterable[Seen]) -> Places[str]:
    return Places(((item.sighting.order[1], start, end) for item in seen
                   for (_, start), end in zip(item.sighting.anchors, item.ends, strict=True)), LATER)


def _identify_rows(people: list[Named], old: set[int]) -> None:
    """Give every cluster the id of its person."""
    judged = [Judged(person.cluster.keep, person.cluster.fresh, frozenset(person.cluster.absorbed)) for person in people]
    cited = ((people for item in person.seen for people in item.cited) for person in people)
    given = identified("person", cited, judged, old, lambda made: (
        Person.objects.bulk_create(Person(name=people[at].cluster.sightings[0].name) for at in made)))
    for person, identifier in zip(people, given, strict=True):
        person.person = identifier


def _write_people(people: list[Named], gone: set[int], verdicts: Sequence[Verdict], rulings: Sequence[Ruling]) -> None:
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
    Person.objects.filter(pk__in=gone).update(live=False, article_count=0, event_count=0, first_cited=None, last_cited=None)


def _wanted(person: Named, areas: dict[str, int], kept: dict[int, frozenset[tuple[str, int]]],
            rulings: Sequence[Ruling]) -> dict[str, object]:
    """The values of a person's row: computed, then what editors ruled laid over them."""
    wanted: dict[str, object] = {
        "name": printed_name(person.cluster, kept.get(person.person, frozenset())),
        "person_class": "public_official" if _official(person.cluster) else "private",
        "area_id": areas.get(_area_path(person)), "review_state": "unreviewed", "withheld": False, "live": True,
    }
    anchors = person.cluster.anchors() if rulings else set()
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
    return any(sighting.official for sighting in cluster.sightings)


def _area_path(person: Named) -> str:
    """Where most of the person's public posts are; else the home area of the papers."""
    called = Counter(sighting.posts for sighting in person.cluster.sightings if sighting.posts)
    counted: Counter[str] = Counter()
    for posts, times in called.items():
        for post in posts:
            counted[post.area] += times if post.area else 0
    if not counted:
        counted = Counter(sighting.home for sighting in person.cluster.sightings if sighting.home)
    return max(sorted(counted), key=lambda path: counted[path], default="")


def _write_names(people: list[Named]) -> None:
    """Keep every form under which somebody is printed, and the name of the record."""
    names = dict(Person.objects.filter(pk__in=[person.person for person in people]).values_list("id", "name"))
    wanted = {(person.person, form) for person in people for item in person.seen for form in item.forms} | set(names.items())
    known = {(row.person_id, row.name): row.pk for row in PersonName.objects.filter(person_id__in=list(names))}
    PersonName.objects.filter(pk__in=[known[key] for key in known.keys() - wanted]).delete()
    PersonName.objects.bulk_create(PersonName(person_id=person, name=name) for person, name in sorted(wanted - known.keys()))


def _mask(people: list[Named], touched: Touched, block: set[str], anew: bool) -> None:
    """Keep the names of withheld people out of what the public sees of their articles."""
    everybody = [person.person for person in people]
    withheld = set(Person.objects.filter(pk__in=everybody, withheld=True).order_by().values_list("id", flat=True))
    hidden: dict[int, set[str]] = defaultdict(set)
    for person in people:
        if person.person in withheld:
            own = {item.sighting.name for item in person.seen}
            for item in person.seen:
                uncut = {item.sighting.name + letter for letter in item.sighting.followed} & own
                hidden[item.sighting.article].update((*item.forms, *uncut))
    rows = _masked(touched, anew)
    for some in chunks(hidden.keys() - {row.pk for row in rows}):
        rows += Article.objects.filter(pk__in=some).only("masked_names")
    changed = []
    for row in rows:
        names = sorted((set(row.masked_names) - block) | hidden.get(row.pk, set()))
        if names != row.masked_names:
            row.masked_names = names
            changed.append(row)
    Article.objects.bulk_update(changed, ["masked_names"], batch_size=1000)
    mark_stale(facts=Page.objects.filter(articles__in=changed).values_list("sha256", flat=True).distinct())


def _masked(touched: Touched, anew: bool) -> list[Article]:
    """The articles with hidden names in which these people are concerned."""
    masked = Article.objects.exclude(masked_names=[]).only("masked_names")
    if anew:
        return list(masked.filter(page_id__in=Citation.objects.filter(person_id__in=touched.people).values("page_id")))
    return [row for some in chunks({article for _, article in touched.pairs}) for row in masked.filter(pk__in=some)]
