"""Whether one person is one, and two are two: over all pairs of printed names."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

from people.models import Person, Suggestion
from tests.county.figures import Figure
from tests.county.making import County

Pair = tuple[int, int]
"""(person of the database, person of the truth)."""
Joined = dict[int, int]
"""Whom a person of the database is joined with, by the one that stands for all of them."""


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def precision(label: str, counted: Counter[Pair], county: County) -> Figure:
    """Of all pairs of names cited for one person: those that are one."""
    figure = Figure(label)
    clusters: dict[int, Counter[int]] = defaultdict(Counter)
    for (person, true), number in counted.items():
        clusters[person][true] += number
    for person, trues in clusters.items():
        one = sum(map(_pairs, trues.values()))
        figure.count(True, weight=one)
        if wrong := _pairs(trues.total()) - one:
            told = [f"{county.names[true]}#{true}×{number}" for true, number in trues.most_common()]
            namesakes = len({county.names[true] for true in trues}) == 1
            kind = "namesakes taken for one" if namesakes else "names taken for others"
            figure.count(False, kind, f"{person}: {told}", wrong)
    return figure


def recall(label: str, counted: Counter[Pair], joined: Joined, county: County) -> Figure:
    """Of all pairs of names that are one person's: those cited for one person, or for two that are joined."""
    figure = Figure(label)
    names = dict(Person.objects.values_list("id", "name"))
    trues: dict[int, Counter[int]] = defaultdict(Counter)
    for (person, true), number in counted.items():
        trues[true][joined.get(person, person)] += number
    for true, people in trues.items():
        figure.count(True, weight=sum(map(_pairs, people.values())))
        for one, other in combinations(sorted(people, key=lambda person: (-people[person], person)), 2):
            name = county.names[true]
            well = names[one] == names[other] == name
            example = f"{name}#{true}: {names[one]}×{people[one]} and {names[other]}×{people[other]} (people {one}, {other})"
            figure.count(False, "one name, two people" if well else "a misprinted name", example, people[one] * people[other])
    return figure


def meant(counted: Counter[Pair]) -> dict[int, int]:
    """Whom of the truth each person of the database mostly is."""
    best: dict[int, tuple[int, int]] = {}
    for (person, true), number in counted.items():
        best[person] = max(best.get(person, (0, 0)), (number, -true))
    return {person: -true for person, (_, true) in best.items()}


def open_suggestions() -> list[tuple[int, int]]:
    """The pairs that the desk offers."""
    return list(Suggestion.objects.filter(record="person").order_by("left", "right").values_list("left", "right"))


def accepted(counted: Counter[Pair]) -> Joined:
    """Who is joined once an editor who knows the truth has accepted the right ones of the open suggestions."""
    true = meant(counted)
    joined: Joined = {}

    def root(person: int) -> int:
        while person in joined:
            person = joined[person]
        return person

    for left, right in open_suggestions():
        if left in true and true[left] == true.get(right) and root(left) != root(right):
            joined[root(right)] = root(left)
    return {person: root(person) for person in true}


def suggestions(counted: Counter[Pair]) -> Figure:
    """How many of the open suggestions are right."""
    figure = Figure("suggestions that are right")
    true = meant(counted)
    names = dict(Person.objects.values_list("id", "name"))
    for left, right in open_suggestions():
        if left in true and right in true:
            alike = "of one name" if names[left] == names[right] else "of like names"
            figure.count(true[left] == true[right], alike, f"{names[left]} {names[right]} (people {left}, {right})")
    return figure
