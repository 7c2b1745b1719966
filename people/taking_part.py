"""Who took part in an event, as its reports say: participations, written by difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Protocol

from django.db.models import Count

from articles.models import Capacity, EventReport
from articles.rewriting import rewrite

from .models import Appearance, Citation, Participation, Person

PARTICIPATION_FIELDS = ["name_as_printed", "roles_as_printed", "capacity", "verbs_as_printed", "order"]
CAPACITY_RANK = {capacity: rank for rank, capacity in enumerate(Capacity.values)}


class HasReports(Protocol):
    """An event's id and the reports that tell of it, in natural order."""

    event: int
    rows: list[EventReport]


def write_participations(told: Sequence[HasReports], old: set[int]) -> set[int]:
    """Make participations what the reports say; the people whose events changed."""
    wanted = _participants(told)
    concerned = old | {item.event for item in told}
    known = {(row.event_id, row.person_id): row for row in Participation.objects.filter(event_id__in=concerned)}
    lapsed = [row for key, row in known.items() if key not in wanted]
    Participation.objects.filter(pk__in=[row.pk for row in lapsed]).delete()
    changed, made = [], []
    for (event, person), values in wanted.items():
        row = known.get((event, person))
        if row is None:
            made.append(Participation(event_id=event, person_id=person, **values))
        elif any(getattr(row, field) != value for field, value in values.items()):
            for field, value in values.items():
                setattr(row, field, value)
            changed.append(row)
    rewrite(changed, PARTICIPATION_FIELDS)
    Participation.objects.bulk_create(made, batch_size=2000)
    return {row.person_id for row in (*lapsed, *made)}


def _participants(told: Sequence[HasReports]) -> dict[tuple[int, int], dict[str, object]]:
    articles = {row.article_id for item in told for row in item.rows}
    cited = Citation.objects.filter(active=True, mention__article_id__in=articles)
    last_first = cited.order_by("mention__field", "-mention__start")  # of two namesakes read as one person the first is meant
    meant = {(article, referent): person for article, referent, person in
             last_first.values_list("mention__article_id", "mention__referent", "person_id")}
    appearing = {(article, person): (name, roles) for article, person, name, roles in
                 Appearance.objects.filter(article_id__in=articles)
                 .values_list("article_id", "person_id", "name_as_printed", "roles_as_printed")}
    wanted: dict[tuple[int, int], dict[str, object]] = {}
    orders: dict[int, int] = defaultdict(int)
    for item in told:
        for row in item.rows:
            for participant in sorted(row.participants, key=lambda participant: participant["order"]):
                person = meant.get((row.article_id, participant["referent"]))
                appearance = appearing.get((row.article_id, person)) if person else None
                if person is None or appearance is None:
                    continue
                if (item.event, person) not in wanted:
                    orders[item.event] += 1
                    wanted[item.event, person] = {
                        "name_as_printed": appearance[0], "roles_as_printed": appearance[1],
                        "capacity": participant["capacity"], "verbs_as_printed": list(participant["verbs"]),
                        "order": orders[item.event]}
                else:
                    _add(wanted[item.event, person], participant)
    return wanted


def _add(values: dict[str, object], participant: dict[str, object]) -> None:
    """Another report's word on somebody: the first capacity that fits, all printed verbs."""
    values["capacity"] = min(str(values["capacity"]), str(participant["capacity"]), key=CAPACITY_RANK.__getitem__)
    values["verbs_as_printed"] = list(dict.fromkeys([*values["verbs_as_printed"], *participant["verbs"]]))  # type: ignore[misc]


def count_events(people: set[int]) -> None:
    """Count anew in how many events these people took part."""
    counted = dict(Participation.objects.filter(person_id__in=people).values_list("person_id").annotate(events=Count("id")))
    changed = []
    for row in Person.objects.filter(pk__in=people):
        if row.event_count != counted.get(row.pk, 0):
            row.event_count = counted.get(row.pk, 0)
            changed.append(row)
    rewrite(changed, ["event_count"])
