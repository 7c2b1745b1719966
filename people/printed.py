"""In how many articles names are printed, of sightings stored and loaded: queries for those only that aren't loaded."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

from django.db.models import Count

from articles.chunking import chunks

from .models import SightingForm, StoredSighting

State = StoredSighting.State
STANDING = (State.LINKED, State.CHANGED)


class Printed:
    """Names with the articles that print them, by the state of the sightings."""

    def __init__(self) -> None:
        """Nothing loaded."""
        self._loaded: dict[str, dict[int, set[int]]] = {}

    def add(self, names: Iterable[str], sightings: Iterable[tuple[str, int, int]]) -> None:
        """All sightings of these names, as (name, state, article)."""
        own: dict[str, dict[int, set[int]]] = {name: defaultdict(set) for name in names}
        for name, state, article in sightings:
            own[name][state].add(article)
        self._loaded |= own

    def articles_of(self, names: set[str], states: Collection[int] = STANDING) -> dict[str, int]:
        """In how many articles each of these names is printed, also as another form, by sightings of these states."""
        found = {name: self._first(name, states) for name in names & self._loaded.keys()}
        counted: dict[str, int] = {}
        for some in chunks(names - self._loaded.keys()):
            rows = StoredSighting.objects.filter(name__in=some, state__in=states).order_by()
            counted.update(rows.values_list("name").annotate(number=Count("article", distinct=True)))
        forms: dict[str, set[int]] = defaultdict(set)
        for some in chunks(names):
            others = SightingForm.objects.filter(name__in=some, sighting__state__in=states)
            for name, article in others.values_list("name", "sighting__article_id"):
                forms[name].add(article)
        for some in chunks(forms.keys() & counted.keys()):
            for name, article in StoredSighting.objects.filter(name__in=some, state__in=states).values_list("name", "article_id"):
                forms[name].add(article)
        counted.update({name: len(articles | found.get(name, set())) for name, articles in forms.items()})
        return {name: len(articles) for name, articles in found.items()} | counted

    def _first(self, name: str, states: Collection[int]) -> set[int]:
        """The articles of its loaded sightings."""
        return set().union(*(articles for state, articles in self._loaded[name].items() if state in states))
