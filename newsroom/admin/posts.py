"""The desk for areas, the bodies in them, their posts, and who held those."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import F, Prefetch
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from people.models import Area, Event, Organization, Person, Role, Tenure

from .desk import PANEL_ROWS, Desk, Panel, first_rows, link, list_address, number_of
from .filters import RelationFilter
from .tenures import gap_before, steps_of

LIVE_PEOPLE = Person.objects.live()


@admin.register(Role)
class RoleDesk(Desk):
    """Posts and their holders."""

    teaching = _("Posts, each in one body. Open one to see who held it, in order. Last cited does not mean left office.")
    empty_help = _("No posts yet. They come with the people: manage.py import_seeds FOLDER")
    list_display = ("label", "organization_link", "area_name", "exclusive", "holder_count")
    list_filter = ("exclusive", ("organization", RelationFilter), ("organization__area", RelationFilter), "organization__kind")
    list_select_related = ("organization__area",)
    search_fields = ("label", "post", "organization__name", "organization__aliases__name")
    search_help_text = _("Title, or any name of the body")
    ordering = ("label", "organization__name", "id")
    fields = ("label", "post", "organization_link", "area_name", "exclusive")

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the number of tenures."""
        return super().get_queryset(request).annotate(held=number_of(Tenure.objects.all(), "role"))

    def autocomplete_label(self, role: Role) -> str:
        """Title with its body."""
        return f"{role.label}（{role.organization.name}）"

    def panels(self, record: Role) -> list[Panel]:
        """The succession."""
        held = record.tenures.select_related("person", "first_article", "last_article").order_by(
            F("begins").asc(nulls_last=True), "person__name", "id")
        rows = first_rows(held, lambda row: (
            link(row.person), row.qualifier, steps_of(row), link(row.first_article, str(row.first_cited)),
            link(row.last_article, str(row.last_cited)), row.start or "", row.end or "", row.citations, gap_before(row)))
        columns = (_("person"), _("qualifier"), _("steps"), _("first cited"), _("last cited"), _("from"), _("until"),
                   _("citations"), _("before it nobody known"))
        more = list_address(Tenure, f"role__id__exact={record.pk}") if len(rows) == PANEL_ROWS else ""
        doubts = first_rows(record.conflicts.order_by("first_day", "kind", "id"), lambda row: (
            link(row, row.get_kind_display()), row.first_day, row.last_day, row.reasons.splitlines()[0]))
        return [
            Panel(_("Holders in order"), columns, rows, _("Nobody holds this post by today's reading."), more),
            Panel(_("Doubts about its holders"), (_("kind"), _("from"), _("until"), _("reasons")), doubts,
                  _("Nothing in the evidence contradicts itself.")),
        ]

    @admin.display(description=_("organization"), ordering="organization__name")
    def organization_link(self, role: Role) -> SafeString | str:
        """The body."""
        return link(role.organization)

    @admin.display(description=_("area"), ordering="organization__area__path")
    def area_name(self, role: Role) -> str:
        """The body's area in full."""
        return role.organization.area.path if role.organization.area else ""

    @admin.display(description=_("holders"), ordering="held")
    def holder_count(self, role: Any) -> int:
        """How many tenures there are."""
        return int(role.held)


@admin.register(Organization)
class OrganizationDesk(Desk):
    """Bodies."""

    teaching = _("Bodies by their official names. Bodies of one name in two areas are two bodies.")
    empty_help = _("No bodies yet. They come with the people: manage.py import_seeds FOLDER")
    list_display = ("name", "kind", "area_path", "parent", "role_count", "event_count")
    list_filter = ("kind", ("area", RelationFilter), ("parent", RelationFilter))
    list_select_related = ("area", "parent")
    search_fields = ("name", "aliases__name")
    search_help_text = _("Official name, or any other name it is printed under")
    ordering = ("name", "area__path", "id")
    fields = ("name", "kind", "area_path", "parent")

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the numbers of posts and events."""
        return super().get_queryset(request).annotate(
            posts=number_of(Role.objects.all(), "organization"), held=number_of(Event.objects.live(), "organization"))

    def autocomplete_label(self, body: Organization) -> str:
        """Name with the area, as names repeat."""
        return f"{body.name}（{body.area.path}）" if body.area_id and body.area else body.name

    def get_search_results(self, request: HttpRequest, queryset: Any, search_term: str) -> tuple[Any, bool]:
        """With the area, which the suggestions while typing show."""
        found, doubled = super().get_search_results(request, queryset, search_term)
        return found.select_related("area"), doubled

    def panels(self, record: Organization) -> list[Panel]:
        """Posts with their holders, and other names."""
        holders = Prefetch("tenures", Tenure.objects.select_related("person").order_by("begins", "id"), to_attr="held_by")
        posts = first_rows(record.roles.order_by("label", "id").prefetch_related(holders), lambda role: (
            link(role), format_html_join("、", "{}", ((link(row.person),) for row in role.held_by))))
        aliases = first_rows(record.aliases.order_by("name"), lambda row: (row.name, row.used_from, row.used_until))
        return [
            Panel(_("Posts"), (_("title"), _("holders")), posts, _("No post of this body is known.")),
            Panel(_("Other names"), (_("name"), _("from"), _("until")), aliases, _("It is printed under no other name.")),
        ]

    @admin.display(description=_("area"), ordering="area__path")
    def area_path(self, body: Organization) -> str:
        """Its area in full."""
        return body.area.path if body.area else ""

    @admin.display(description=_("posts"), ordering="posts")
    def role_count(self, body: Any) -> SafeString:
        """How many posts, leading to them."""
        return format_html('<a href="{}">{}</a>', list_address(Role, f"organization__id__exact={body.pk}"), body.posts)

    @admin.display(description=_("events"), ordering="held")
    def event_count(self, body: Any) -> SafeString:
        """How many events it held, leading to them."""
        return format_html('<a href="{}">{}</a>', list_address(Event, f"organization__id__exact={body.pk}"), body.held)


@admin.register(Area)
class AreaDesk(Desk):
    """Counties, cities, provinces."""

    teaching = _("Areas; names repeat, so each is known by its full path.")
    empty_help = _("No areas yet. They come with the people: manage.py import_seeds FOLDER")
    list_display = ("name", "path", "level", "parent", "organization_count", "person_count")
    list_filter = ("level", ("parent", RelationFilter))
    list_select_related = ("parent",)
    search_fields = ("path", "code")
    search_help_text = _("Any part of the full path, or the code")
    ordering = ("path",)
    fields = ("name", "path", "level", "code", "parent")

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the numbers of bodies and people."""
        return super().get_queryset(request).annotate(
            bodies=number_of(Organization.objects.all(), "area"), people_here=number_of(LIVE_PEOPLE, "area"))

    def autocomplete_label(self, area: Area) -> str:
        """The full path."""
        return area.path

    @admin.display(description=_("organizations"), ordering="bodies")
    def organization_count(self, area: Any) -> SafeString:
        """How many bodies, leading to them."""
        return format_html('<a href="{}">{}</a>', list_address(Organization, f"area__id__exact={area.pk}"), area.bodies)

    @admin.display(description=_("people"), ordering="people_here")
    def person_count(self, area: Any) -> SafeString:
        """How many people, leading to them."""
        return format_html('<a href="{}">{}</a>', list_address(Person, f"area__id__exact={area.pk}"), area.people_here)
