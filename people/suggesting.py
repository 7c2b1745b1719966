"""Suggestions: pairs of people that machines can't decide, refreshed whenever one of the two is computed anew.

A pair's score rests on the two profiles alone, so that the order in which names are computed doesn't matter. Who is compared
with whom: people of one name; names one character apart that share an area and tell more than a name; names whose one
different character looks alike. Both are looked up by keys, never by going through everybody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from django.db.models import F, Q

from articles.chunking import chunks

from .clusters import Cluster, Verdict, judged_apart
from .identity import LINKER_VERSION
from .lookalikes import name_keys, variants
from .matching import BOTH_IN_ONE, match, may_be_misprint
from .models import Appearance, NameKey, Person, PersonName, Profile, Suggestion
from .profiles import Profile as Summary
from .profiles import from_json, profile_of, to_json

Pair = tuple[int, int]


def write_suggestions(clusters: Sequence[Cluster], people: Sequence[int], old: set[int], verdicts: Sequence[Verdict],
                      touched: set[int], names: set[str]) -> None:
    """Make profiles, keys and suggestions about `people` (the ids of `clusters`, in their order) and `old` ones what they
    are by these clusters. Only the profiles of those `touched` can have changed, and who comes next to whom among their
    namesakes and people of these `names`."""
    own = dict(zip(people, clusters, strict=True))
    near = _namesakes_of(touched, own, names)
    profiles = {person: profile_of(own[person]) for person in near}
    concerned = (old - own.keys()) | near.keys()
    _write_profiles({person: profile for person, profile in profiles.items() if person in touched}, touched)
    keys = {person: set(_keys(profile)) for person, profile in profiles.items()}
    _write_keys({person: found for person, found in keys.items() if person in touched}, touched)
    pairs = {*_namesakes(profiles), *_by_key(keys, profiles), *_by_shape(profiles)}
    everybody = profiles | _stored({person for pair in pairs for person in pair} - profiles.keys())
    found = {}
    for left, right in sorted(pairs):
        likely = match(everybody[left], everybody[right]) if left in everybody and right in everybody else None
        if likely:
            found[left, right] = (likely.score, list(likely.reasons))
    apart = {pair for pair in found if _judged_apart(pair, own, verdicts)}
    for pair in _in_one_article(found, own):
        if may_be_misprint(everybody[pair[0]], everybody[pair[1]]):
            found[pair][1].append(BOTH_IN_ONE)
        else:
            apart.add(pair)
    _write({pair: told for pair, told in found.items() if pair not in apart}, concerned)


def _namesakes_of(touched: set[int], own: Mapping[int, Cluster], names: set[str]) -> dict[int, None]:
    """Those of `touched` who are computed here, everybody of a form of theirs or of these names, everybody of another form of
    those, and so on, in the order of `own`: whose suggestions are written anew has all namesakes looked at."""
    forms = {person: {sighting.name for sighting in cluster.sightings} for person, cluster in own.items()}
    named: dict[str, list[int]] = defaultdict(list)
    for person, own_forms in forms.items():
        for form in own_forms:
            named[form].append(person)
    wanted, more = set[str](), names.union(*(forms[person] for person in touched & own.keys()))
    while more:
        wanted |= more
        more = {form for name in more for person in named[name] for form in forms[person]} - wanted
    return {person: None for person in own if not forms[person].isdisjoint(wanted)}


def _keys(profile: Summary) -> Iterator[str]:
    """By what others find this person: the names with one character open, in each area; for who has more than a name."""
    if profile.telling:
        for area in profile.areas:
            for key in name_keys(name for name, _ in profile.names):
                yield f"{area}|{key}"


def _namesakes(profiles: Mapping[int, Summary]) -> Iterator[Pair]:
    """Pairs of one form; of people without a post each only with the next in order of first sight."""
    named: dict[str, list[int]] = defaultdict(list)
    for person, profile in profiles.items():
        for name, _ in profile.names:
            named[name].append(person)
    for people in named.values():
        posted = [person for person in people if profiles[person].held]
        bare = [person for person in people if not profiles[person].held]
        for at, person in enumerate(posted):
            yield from (_pair(person, other) for other in (*posted[at + 1:], *bare))
        yield from (_pair(one, other) for one, other in pairwise(bare))


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _by_key(keys: Mapping[int, set[str]], profiles: Mapping[int, Summary]) -> Iterator[Pair]:
    """Pairs that share a key but no form, one of them at least of those computed; namesakes are always computed together."""
    forms = {person: {name for name, _ in profile.names} for person, profile in profiles.items()}
    held: dict[str, list[int]] = defaultdict(list)
    for some in chunks({key for own in keys.values() for key in own}):
        for person, key in NameKey.objects.filter(key__in=some).values_list("person_id", "key"):
            held[key].append(person)
    for person, own in keys.items():
        yield from (_pair(person, other) for key in own for other in held[key]
                    if other not in forms or forms[person].isdisjoint(forms[other]))


def _by_shape(profiles: Mapping[int, Summary]) -> Iterator[Pair]:
    """Pairs of which one name is the other with one character that looks alike."""
    alike: dict[str, list[int]] = defaultdict(list)
    for person, profile in profiles.items():
        for name, _ in profile.names:
            for variant in variants(name):
                alike[variant].append(person)
    for some in chunks(alike):
        named = list(PersonName.objects.filter(name__in=some).order_by().values_list("person_id", "name"))
        live = set(Person.objects.filter(pk__in={other for other, _ in named}, live=True).order_by().values_list("id", flat=True))
        for other, name in named:
            yield from (_pair(person, other) for person in alike[name] if person != other and other in live)


def _stored(people: set[int]) -> dict[int, Summary]:
    found = {}
    for some in chunks(people):
        rows = Profile.objects.filter(person_id__in=some).values_list("person_id", "summary")
        found.update({person: from_json(summary) for person, summary in rows})
    return found


def _judged_apart(pair: Pair, own: Mapping[int, Cluster], verdicts: Sequence[Verdict]) -> bool:
    """Whether both are computed here and known to differ; a judgement on a pair brings both into one computation."""
    one, other = own.get(pair[0]), own.get(pair[1])
    return bool(one and other and judged_apart(one, other, verdicts))


def _in_one_article(pairs: Iterable[Pair], own: Mapping[int, Cluster]) -> set[Pair]:
    """Those of the pairs that stand in one article."""
    inside = {pair for pair in pairs if pair[0] in own and pair[1] in own}
    outside = {pair for pair in pairs if pair not in inside}
    here = {person for pair in outside for person in pair if person in own}
    there = {person for pair in outside for person in pair if person not in own}
    together: set[Pair] = set()
    for some in chunks(here):
        rows = Appearance.objects.filter(person_id__in=some, article__appearances__person_id__in=there)
        both = rows.order_by().annotate(other=F("article__appearances__person_id")).values_list("person_id", "other")
        together.update(_pair(one, other) for one, other in both.distinct())
    return together & outside | {pair for pair in inside if not own[pair[0]].articles.isdisjoint(own[pair[1]].articles)}


def _write_profiles(profiles: Mapping[int, Summary], concerned: set[int]) -> None:
    wanted = {person: to_json(profile) for person, profile in profiles.items()}
    known = {row.person_id: row for row in Profile.objects.filter(person_id__in=concerned)}
    Profile.objects.filter(person_id__in=known.keys() - wanted.keys()).delete()
    changed = [Profile(person_id=person, summary=summary) for person, summary in wanted.items()
               if person not in known or known[person].summary != summary]
    Profile.objects.bulk_create(changed, batch_size=2000, update_conflicts=True, unique_fields=["person"],
                                update_fields=["summary"])


def _write_keys(keys: Mapping[int, set[str]], concerned: set[int]) -> None:
    wanted = {(person, key) for person, own in keys.items() for key in own}
    known = {(row.person_id, row.key): row.pk for row in NameKey.objects.filter(person_id__in=concerned)}
    NameKey.objects.filter(pk__in=[known[entry] for entry in known.keys() - wanted]).delete()
    NameKey.objects.bulk_create((NameKey(person_id=person, key=key) for person, key in sorted(wanted - known.keys())),
                                batch_size=2000)


def _write(wanted: Mapping[Pair, tuple[float, list[str]]], concerned: set[int]) -> None:
    about = Suggestion.objects.filter(Q(left__in=concerned) | Q(right__in=concerned), record="person")
    known = {(row.left, row.right): row for row in about}
    stale = [row.pk for key, row in known.items() if wanted.get(key) != (row.score, row.reasons)]
    Suggestion.objects.filter(pk__in=stale).delete()
    Suggestion.objects.bulk_create(
        Suggestion(record="person", left=left, right=right, score=score, reasons=reasons, linker_version=LINKER_VERSION)
        for (left, right), (score, reasons) in sorted(wanted.items())
        if (left, right) not in known or (known[left, right].score, known[left, right].reasons) != (score, reasons))
