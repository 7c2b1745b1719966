"""Filters of the lists: relations found while typing, and what counts today."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.admin.options import IncorrectLookupParameters
from django.contrib.admin.views.main import ChangeList
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from .wording import FOUND_BY

LARGEST_ID = 2**63 - 1


def relation_media(site: AdminSite) -> forms.Media:
    """Scripts and styles of the choice fields, all served by the application itself."""
    return AutocompleteSelect(None, site).media


class RelationFilter(admin.FieldListFilter):
    """Narrows a list to one related record, which is found by typing a part of its name (no list of thousands)."""

    template = "admin/relation_filter.html"

    def __init__(self, field: Any, request: HttpRequest, params: Any, model: Any, model_admin: Any, field_path: str) -> None:
        """As FieldListFilter; `field_path` may lead over several relations (article__page)."""
        self.parameter = f"{field_path}__id__exact"
        self.site = model_admin.admin_site
        self.related = field.remote_field.model
        super().__init__(field, request, params, model, model_admin, field_path)

    def expected_parameters(self) -> list[str | None]:
        """The one parameter of the address that this filter reads."""
        return [self.parameter]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """The rows of that related record. Raises IncorrectLookupParameters for anything but an id."""
        if not (given := self._given()):
            return queryset
        if not (given.isascii() and given.isdigit() and int(given) <= LARGEST_ID):
            raise IncorrectLookupParameters(self.parameter)
        return queryset.filter(**{f"{self.field_path}__id": int(given)})

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """One entry for the template: the field, the parameters to keep, and the way back to all rows."""
        records = self.related._default_manager.all()
        widget = AutocompleteSelect(self.field, self.site, attrs={"id": f"filter-{self.field_path}", "class": "relation"})
        choice = forms.ModelChoiceField(records, widget=widget, required=False)
        kept = [(name, value) for name, values in self.request.GET.lists() for value in values
                if name not in (self.parameter, "p", "e")]
        yield {
            "id": f"filter-{self.field_path}",
            "field": choice.widget.render(self.parameter, self._given()),
            "kept": kept,
            "selected": bool(self._given()),
            "all": changelist.get_query_string(remove=[self.parameter]),
            "query_string": changelist.get_query_string(remove=[self.parameter]),
            "display": self.title,
        }

    def get_facet_counts(self, pk_attname: str, filtered_qs: QuerySet[Any]) -> dict[str, Any]:
        """No counts: there would be thousands."""
        return {}

    def _given(self) -> str:
        values = self.used_parameters.get(self.parameter) or [""]
        return str(values[-1] if isinstance(values, list) else values)


class LiveFilter(admin.SimpleListFilter):
    """What counts today; what an older reading or a merge left behind is shown on demand only."""

    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Besides the default: what is gone, and everything."""
        return [("gone", _("no longer valid")), ("all", _("all, valid or not"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        """Live rows unless asked otherwise."""
        if self.value() == "all":
            return queryset
        return queryset.filter(live=self.value() != "gone")

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        """The default is called by what it shows, not 'All'."""
        default, *others = super().choices(changelist)
        yield {**default, "display": _("valid today")}
        yield from others


class FoundByFilter(admin.SimpleListFilter):
    """Mentions by the rule that found them, in words."""

    title = _("rule")
    parameter_name = "rule"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """Every rule that has words."""
        return list(FOUND_BY.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        """What that rule found."""
        return queryset.filter(rule=self.value()) if self.value() else None


class WithdrawnFilter(admin.SimpleListFilter):
    """Decisions in force, or withdrawn ones."""

    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        """In force or not."""
        return [("active", _("in force")), ("withdrawn", _("withdrawn"))]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any] | None:
        """All unless asked otherwise."""
        if self.value() not in ("active", "withdrawn"):
            return None
        return queryset.filter(withdrawn_at__isnull=self.value() == "active")
