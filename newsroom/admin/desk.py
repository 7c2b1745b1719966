"""What all desks share: looking without touching, and the panels that a record is shown in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.views.main import ERROR_FLAG
from django.contrib.auth import get_permission_codename
from django.db.models import Count, IntegerField, Model, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from .filters import relation_media

PANEL_ROWS = 100
FIRST_YEAR, LAST_YEAR = 2, 9998
"""Years whose days have a moment before and after them in every time zone."""
Words = str | Promise


@dataclass(frozen=True, slots=True)
class Panel:
    """A table on a record's page. Cells that are no SafeString are escaped by the template.

    `more` leads to the whole list where the panel shows only its first PANEL_ROWS rows; `empty` says what no rows mean.
    """

    heading: Words
    columns: Sequence[Words]
    rows: Sequence[Sequence[Any]]
    empty: Words = ""
    more: str = ""


class Desk(admin.ModelAdmin):  # type: ignore[type-arg]
    """A window on one kind of record. Nothing is added, changed or deleted by hand; decisions are made through actions.

    `teaching` says above the list what one sees here; `empty_help` says below it what to do while there is nothing.
    """

    teaching: Any = ""
    empty_help: Any = _("Nothing here yet. Import pages first: manage.py import_seeds …")
    list_per_page = 50
    show_full_result_count = False
    change_list_template = "admin/desk_list.html"
    change_form_template = "admin/desk_record.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Evidence and records are computed, never typed in."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Changes are decisions, and those are made through actions."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """What is wrong is withheld or withdrawn, never deleted."""
        return False

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether this user may decide about these records: whoever has Django's permission to change them."""
        return request.user.has_perm(f"{self.opts.app_label}.{get_permission_codename('change', self.opts)}")

    @property
    def media(self) -> forms.Media:
        """Scripts of the choice fields in the filters, all served by the application itself."""
        return super().media + relation_media(self.admin_site)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """The rows that the list and the record's page start from; desks add their counts here."""
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The list, with its teaching line; a day in its address that no calendar has leads to the whole list."""
        if self.date_hierarchy and not is_day(request, self.date_hierarchy):
            return HttpResponseRedirect(f"{request.path}?{ERROR_FLAG}=1")
        help_texts = {"teaching": self.teaching, "empty_help": self.empty_help}
        return super().changelist_view(request, {**help_texts, **(extra_context or {})})

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One record: its panels after its fields."""
        record = self.get_object(request, object_id) if self.has_view_permission(request) else None
        shown = {} if record is None else self.record_context(request, record)
        return super().change_view(request, object_id, form_url, {**shown, **(extra_context or {})})

    def record_context(self, request: HttpRequest, record: Any) -> dict[str, Any]:
        """What the record's page shows besides its fields."""
        return {"panels": self.panels(record), "may_decide": self.has_decide_permission(request)}

    def panels(self, record: Any) -> list[Panel]:
        """The tables below the fields; each desk has its own."""
        return []


def is_day(request: HttpRequest, column: str) -> bool:
    """Whether the year, month and day that the address gives for a date column can be those of one day."""
    given = [request.GET.get(f"{column}__{part}") for part in ("year", "month", "day")]
    try:
        year, month, day = (default if part is None else int(part) for part, default in zip(given, (2000, 1, 1), strict=True))
        date(year, month, day)
    except (ValueError, OverflowError):
        return False
    return FIRST_YEAR <= year <= LAST_YEAR


class PublicColumn:
    """A column that says whether the public may see a record that can be withheld."""

    @admin.display(description=_("public"), boolean=True, ordering="withheld")
    def is_public(self, record: Any) -> bool:
        """Not withheld."""
        return not record.withheld


def link(record: Model | None, label: str = "", fragment: str = "") -> SafeString | str:
    """A link to the record's own page, labelled by itself unless a label is given; "" for no record."""
    if record is None:
        return ""
    return format_html('<a href="{}{}">{}</a>', address(record), fragment, label or str(record))


def address(record: Model) -> str:
    """Where the record's page is: /admin/articles/article/12/change/."""
    return reverse(f"admin:{record._meta.app_label}_{record._meta.model_name}_change", args=[record.pk])


def list_address(model: type[Model], query: str) -> str:
    """Where the list of a model is, narrowed by a query string such as person__id__exact=3."""
    return f"{reverse(f'admin:{model._meta.app_label}_{model._meta.model_name}_changelist')}?{query}"


def number_of(rows: QuerySet[Any], path: str) -> Coalesce:
    """How many of `rows` point by `path` at each row of the outer query, as one subquery of it (never a query a row)."""
    counted = rows.order_by().filter(**{path: OuterRef("pk")}).values(path).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def first_rows(rows: Iterable[Any], cells: Callable[[Any], Sequence[Any]]) -> list[Sequence[Any]]:
    """The cells of the first PANEL_ROWS rows; a queryset is cut before it is fetched."""
    return [cells(row) for row in (rows[:PANEL_ROWS] if isinstance(rows, QuerySet) else list(rows)[:PANEL_ROWS])]
