"""All that an archive says, with ids replaced by natural keys, so that two databases can be compared.

`python -m tests.snapshot` prints the archive of DATABASE_URL as JSON.
"""

from __future__ import annotations

import json
import os
import sys
from typing import Any

import django
from django.apps import apps
from django.db import connection
from django.forms.models import model_to_dict

LOGS = {"importrun", "refusedfile", "readingrun", "stalegroup"}


def dump(without: set[str] = frozenset()) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the logs, timestamps and versions included."""
    tables = {}
    for label in ("articles", "people"):
        for model in apps.get_app_config(label).get_models():
            if model._meta.model_name in LOGS | without:
                continue
            with connection.cursor() as cursor:
                cursor.execute(f'SELECT * FROM "{model._meta.db_table}" ORDER BY {model._meta.pk.column}')
                tables[model._meta.db_table] = cursor.fetchall()
    return tables


def snapshot(ids: bool = False) -> dict[str, Any]:
    """What the archive says of pages, articles, people, roles, events and what machines suggest, in natural order.

    `ids` adds the public ids, for comparing a database with itself at another time.
    """
    return _Archive(ids).told()


class _Archive:
    def __init__(self, ids: bool) -> None:
        from articles.models import Article, Page  # noqa: PLC0415 (run as a program, the settings are there only now)
        from people.models import Citation, Event, Person, Role, Suggestion, TenureConflict  # noqa: PLC0415

        self.ids = ids
        self.pages = list(Page.objects.order_by("sha256"))
        self.articles = list(
            Article.objects.counting()
            .select_related("page")
            .prefetch_related("reporter_rows", "mentions", "statements", "event_reports", "appearances__post_rows__role")
        )
        self.people = list(
            Person.objects.live()
            .prefetch_related("names", "citations__page", "tenures__role__organization__area", "participations")
            .select_related("area")
        )
        self.events = list(
            Event.objects.live()
            .prefetch_related("citations__page", "participations")
            .select_related("area", "organization__area")
        )
        self.roles = list(Role.objects.select_related("organization__area").filter(tenures__person__live=True).distinct())
        self.suggestions = list(Suggestion.objects.all())
        self.conflicts = list(TenureConflict.objects.select_related("role"))
        self.printed = dict(Citation.objects.filter(active=True).values_list("id", "mention__name_as_printed"))
        self.person = {person.pk: self._anchored(person.name, person.citations) for person in self.people}
        self.event = {event.pk: self._anchored(event.name, event.citations) for event in self.events}

    @staticmethod
    def _anchored(name: str, citations: Any) -> str:
        """A record by its name and the first place on a page that stands for it."""
        places = sorted((row.page.sha256, row.raw_start) for row in citations.all() if row.active)
        return f"{name}@{places[0][0][:12]}:{places[0][1]}" if places else f"{name}@nowhere"

    def told(self) -> dict[str, Any]:
        def in_order(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
            return sorted(told, key=lambda one: json.dumps(one, ensure_ascii=False, sort_keys=True))

        return {
            "pages": [self._page(page) for page in self.pages],
            "articles": in_order([self._article(article) for article in self.articles]),
            "people": in_order([self._person(person) for person in self.people]),
            "roles": in_order([self._role(role) for role in self.roles]),
            "events": in_order([self._event(event) for event in self.events]),
            "suggestions": in_order([self._suggestion(row) for row in self.suggestions]),
            "conflicts": sorted([row.kind, str(row.role), row.reasons] for row in self.conflicts),
        }

    def _with_id(self, row: Any, told: dict[str, Any]) -> dict[str, Any]:
        return {"id": row.pk, **told} if self.ids else told

    def _page(self, page: Any) -> dict[str, Any]:
        return self._with_id(
            page,
            {
                "sha256": page.sha256,
                "name": page.name,
                "citation": page.citation,
                "newspaper": str(page.newspaper),
                "issue_date": str(page.issue_date),
                "issue_number": page.issue_number,
                "section": page.section,
                "image": page.image,
                "stated_area": page.stated_area,
                "home_area": page.home_area,
                "clues": page.clues,
                "furniture": page.furniture,
                "encoding": page.encoding,
            },
        )

    def _article(self, article: Any) -> dict[str, Any]:
        fields = (
            "reading_order",
            "raw_start",
            "raw_end",
            "headline",
            "headline_runs",
            "headline_state",
            "section",
            "dateline",
            "byline",
            "printed_date",
            "date_reasons",
            "body",
            "body_runs",
            "continuation",
            "text_version",
            "review_state",
            "masked_names",
            "date_basis",
            "date_certainty",
            "date_precision",
        )
        mentions = {row.pk: row for row in article.mentions.all()}
        told = {field: getattr(article, field) for field in fields} | {
            "page": article.page.sha256,
            "date": article.date,
            "date_end": str(article.date_end),
            "reporters": [row.name for row in article.reporter_rows.all()],
            "mentions": sorted(
                [
                    row.field,
                    row.start,
                    row.end,
                    row.raw_start,
                    row.raw_end,
                    row.exact,
                    row.referent,
                    row.rule,
                    row.decided,
                    row.prefix,
                    row.suffix,
                    row.roles,
                ]
                for row in mentions.values()
            ),
            "people": sorted(
                (
                    [
                        row.order,
                        row.name_as_printed,
                        row.roles_as_printed,
                        row.area,
                        row.posts,
                        self.person[row.person_id],
                        sorted([post.role.label, post.qualifier] for post in row.post_rows.all()),
                    ]
                    for row in article.appearances.all()
                ),
                key=str,
            ),
            "statements": sorted(
                [
                    row.start,
                    row.end,
                    row.verb,
                    row.quote,
                    mentions[row.speaker_id].start,
                    mentions[row.speaker_id].name_as_printed,
                    row.pk if self.ids else 0,
                ]
                for row in article.statements.all()
            ),
            "reports": sorted(
                (
                    [row.order, row.raw_start, row.name, row.date, row.group_key, row.participants]
                    for row in article.event_reports.all()
                ),
                key=str,
            ),
        }
        return self._with_id(article, told)

    def _person(self, person: Any) -> dict[str, Any]:
        return self._with_id(
            person,
            {
                "key": self.person[person.pk],
                "name_key": person.name_key,
                "strokes": person.strokes,
                "class": person.person_class,
                "area": person.area.path if person.area else None,
                "cited": [str(person.first_cited), str(person.last_cited)],
                "counts": [person.article_count, person.event_count],
                "review": person.review_state,
                "withheld": person.withheld,
                "names": sorted(row.name for row in person.names.all()),
                "evidence": sorted(
                    [row.page.sha256, row.raw_start, self.printed[row.pk]] for row in person.citations.all() if row.active
                ),
                "tenures": sorted(
                    (
                        [
                            self._role_key(row.role),
                            row.qualifier,
                            str(row.first_cited),
                            str(row.last_cited),
                            row.citations,
                            row.steps,
                            [row.start, row.end, row.term, row.how],
                            [str(row.gap_from), str(row.presumed_from), str(row.presumed_until)],
                        ]
                        for row in person.tenures.all()
                    ),
                    key=str,
                ),
            },
        )

    @staticmethod
    def _role_key(role: Any) -> list[Any]:
        area = role.organization.area
        return [
            role.label,
            role.post,
            role.organization.name,
            role.organization.kind,
            area.path if area else None,
            role.exclusive,
        ]

    def _role(self, role: Any) -> dict[str, Any]:
        return self._with_id(role, {"role": self._role_key(role)})

    def _event(self, event: Any) -> dict[str, Any]:
        fields = model_to_dict(
            event,
            fields=[
                "name",
                "kind",
                "activity_as_printed",
                "series",
                "term",
                "number",
                "place",
                "review_state",
                "selection",
                "group_key",
                "date_basis",
                "date_certainty",
            ],
        )
        body = event.organization
        return self._with_id(
            event,
            fields
            | {
                "key": self.event[event.pk],
                "date": event.date,
                "date_end": str(event.date_end),
                "area": event.area.path if event.area else None,
                "organization": [body.name, body.kind, body.area.path if body.area else None] if body else None,
                "participants": sorted(
                    (
                        [
                            row.order,
                            row.name_as_printed,
                            row.roles_as_printed,
                            row.capacity,
                            row.verbs_as_printed,
                            self.person[row.person_id],
                        ]
                        for row in event.participations.all()
                    ),
                    key=str,
                ),
                "reports": sorted([row.page.sha256, row.raw_start] for row in event.citations.all() if row.active),
            },
        )

    def _suggestion(self, row: Any) -> dict[str, Any]:
        names = self.person if row.record == "person" else self.event
        return {
            "pair": sorted([names.get(row.left, f"gone {row.left}"), names.get(row.right, f"gone {row.right}")]),
            "score": row.score,
            "reasons": row.reasons,
        }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    django.setup()
    json.dump(snapshot(), sys.stdout, ensure_ascii=False, sort_keys=True, default=str)
