"""The sightings of a closed block of names, loaded from where they are stored: queries, and nothing decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from articles.chunking import CHUNK, chunks

from .blocks import Block, closed_block
from .clusters import Sighting
from .lookalikes import UNCUT, Likeness, character_apart, uncut, variants
from .misprints import could_misprint
from .models import Citation, PersonName, SightingForm, SightingTie, StoredSighting
from .name_ties import shared_keys
from .packing import Dated, Shown, unpack
from .printed import Printed
from .storing_sightings import GONE, cited_from_text, refresh_named

LINKED = StoredSighting.State.LINKED
Pair = tuple[str, str]
COLUMNS = ("id", "page_id", "article_id", "referent", "part", "name", "packed", "person_id", "cited", "former", "state")


@dataclass(slots=True)
class Seen:
    """A sighting with its row: the page's id, where its mentions end, whom it stands and stood for, and whether that is settled;
    its ties to other names.

    `cited`: for each mention the people that it is or was cited for. `former`: whom it stood for when it was linked last.
    """

    sighting: Sighting
    row: int
    page: int
    ends: tuple[int, ...]
    dated: Dated
    shown: Shown
    person: int | None
    cited: list[list[int]]
    former: list[int]
    state: int
    ties: list[str]

    @property
    def forms(self) -> tuple[str, ...]:
        """All forms of the name in the article."""
        return (self.sighting.name, *self.sighting.forms)

    @property
    def places(self) -> list[tuple[int, int]]:
        """(page id, raw offset) of each mention."""
        return [(self.page, start) for _, start in self.sighting.anchors]

    def stood_for(self) -> set[int]:
        """Everybody whom it stands or stood for."""
        return {*self.former, *(person for people in self.cited for person in people)}


def gathered(names: Iterable[str], anew: bool) -> tuple[Block, list[Seen]]:
    """The closed block of these names and its sightings, those that are gone among them; `anew`: from the evidence on."""
    seen: list[Seen] = []
    known: set[str] = set()
    known_ids: set[int] = set()
    printed = Printed()

    def reach(new_names: set[str], new_ids: set[int]) -> tuple[set[str], set[int]]:
        moved = refresh_named(new_names) if anew and new_names else set()
        found = (new_names | _first_forms(new_names)) - known
        moved |= refresh_named(found - new_names) if anew and found - new_names else set()
        known.update(found)
        loaded = _load(found)
        seen.extend(loaded)
        printed.add(found, ((item.sighting.name, item.state, item.sighting.article) for item in loaded))
        ids = {person for item in loaded for person in item.stood_for()} | new_ids
        named = PersonName.objects.filter(name__in=found, person__live=True).order_by()
        ids.update(named.values_list("person_id", flat=True))
        forms = {form for item in loaded for form in item.forms}
        tied = _names_of(ids - known_ids)
        known_ids.update(ids)
        return found | moved | forms | tied | _misprints(found, loaded, printed), ids

    return closed_block("person", names, reach), seen


def _load(names: set[str]) -> list[Seen]:
    found = []
    for some in chunks(names):
        rows = StoredSighting.objects.filter(name__in=some).values_list(*COLUMNS)
        for row, page, article, referent, part, name, packed, person, cited, former, state in rows.iterator(CHUNK):
            sighting, ends, dated, shown, ties = unpack(packed, article, name, referent, part)
            found.append(Seen(sighting, row, page, ends, dated, shown, person,
                              cited_from_text(cited, person, len(ends)), [int(one) for one in former.split()], state, ties))
    return found


def _names_of(ids: set[int]) -> set[str]:
    """The names of all evidence that stands or stood for these people, and of the people."""
    names = set(StoredSighting.objects.filter(person_id__in=ids).order_by().values_list("name", flat=True).distinct())
    former = Citation.objects.filter(person_id__in=ids, active=False, mention__isnull=False)
    names.update(former.order_by().values_list("mention__name_as_printed", flat=True).distinct())
    names.update(PersonName.objects.filter(person_id__in=ids).order_by().values_list("name", flat=True))
    return names


def _first_forms(names: set[str]) -> set[str]:
    """The names of sightings that these are other forms of."""
    return set(SightingForm.objects.filter(name__in=names).values_list("sighting__name", flat=True).distinct())


def _misprints(names: Iterable[str], loaded: Sequence[Seen], printed: Printed) -> set[str]:
    """Names that are, by letters and numbers, misprints of these, or of which these are misprints."""
    pairs = {Likeness.ALIKE: {(name, other) for name in names for other in variants(name)},
             Likeness.CUT: _cut(loaded), Likeness.ANY: _tied(loaded)}
    every = {name for some in pairs.values() for pair in some for name in pair}
    counted = printed.articles_of(every)
    gone = printed.articles_of(every, (GONE,)) if any(item.state == GONE for item in loaded) else {}
    found: set[str] = set()
    for likeness, some in pairs.items():
        for pair in some:
            few = min(counted.get(name, 0) for name in pair)
            many = max(counted.get(name, 0) + gone.get(name, 0) for name in pair)
            if few and could_misprint(few, many, likeness):
                found.update(pair)
    return found


def _tied(loaded: Iterable[Seen]) -> set[Pair]:
    """These names with those one character apart that share a post of one holder or an article with them."""
    ties: dict[str, set[str]] = defaultdict(set)
    for item in loaded:
        ties[item.sighting.name].update(item.ties)
    held: dict[str, set[str]] = defaultdict(set)
    for name, own in ties.items():
        for key in shared_keys(own, name):
            held[key].add(name)
    return {(own, name) for some in chunks(held)
            for key, name in _names_by_key(some)
            for own in held[key] if character_apart(own, name)}


def _names_by_key(keys: Sequence[str]) -> QuerySet[SightingTie, tuple[str, str]]:
    return SightingTie.objects.filter(key__in=keys).order_by().values_list("key", "name").distinct()


def _cut(loaded: Iterable[Seen]) -> set[Pair]:
    """Names with what they may be the beginning of, cut short by the reader."""
    followed: dict[str, set[str]] = defaultdict(set)
    for item in loaded:
        followed[item.sighting.name].update(item.sighting.followed)
    return ({(name, whole) for name, letters in followed.items() for whole in uncut(name, letters)}
            | {(name[:-1], name) for name in followed if len(name) == UNCUT})
