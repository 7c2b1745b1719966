"""The desk for events and those who took part."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from people.curation import set_field
from people.models import Event, EventCitation, Participation

from .confirming import Question, decide_each, decision_action
from .desk import PANEL_ROWS, Desk, Panel, first_rows, link, list_address, number_of
from .filters import LiveFilter, RelationFilter
from .wording import how_known, listed, shown_date

REPORTS = EventCitation.objects.filter(active=True)


@admin.register(Event)
class EventDesk(Desk):
    """Events, one record each however many articles report them."""

    teaching = _("Meetings, inspections, visits …: one record each, however many articles report it.")
    empty_help = _("No events yet. Import pages first: manage.py import_seeds FOLDER")
    list_display = ("name", "date_shown", "how_dated", "activity_as_printed", "kind", "organization_link", "number", "place",
                    "participant_count", "report_count", "selection", "review_state")
    list_filter = (LiveFilter, "selection", "kind", "date_basis", "review_state", ("organization", RelationFilter),
                   ("area", RelationFilter), ("participations__person", RelationFilter))
    list_select_related = ("organization", "area")
    search_fields = ("name", "series", "place", "organization__name", "activity_as_printed")
    search_help_text = _("Name, series, place, organizer or kind as printed")
    date_hierarchy = "date_first"
    ordering = (F("date_first").asc(nulls_last=True), "id")
    actions = ("choose", "reject", "leave_open")
    fieldsets = (
        (None, {"fields": ("name", "activity_as_printed", "kind", "organization_link", "area", "place")}),
        (_("Date"), {"fields": ("date_shown", "how_dated")}),
        (_("Series"), {"fields": ("series", "term", "number")}),
        (_("State"), {"fields": ("selection", "review_state")}),
    )

    @decision_action(_("Put into the chronicle"))
    def choose(self, request: HttpRequest, queryset: QuerySet[Event]) -> HttpResponse | None:
        """These events go into the chronicle."""
        question = Question("choose", _("Put these events into the chronicle?"), _(
            "They are chosen entries from now on. This can be withdrawn."), _("Put into the chronicle"))
        return _select(self, request, queryset, question, Event.Selection.CHOSEN)

    @decision_action(_("Leave out of the chronicle"))
    def reject(self, request: HttpRequest, queryset: QuerySet[Event]) -> HttpResponse | None:
        """These events don't go into the chronicle."""
        question = Question("reject", _("Leave these events out of the chronicle?"), _(
            "They appear in no chronicle; their records stay. This can be withdrawn."), _("Leave out of the chronicle"))
        return _select(self, request, queryset, question, Event.Selection.REJECTED)

    @decision_action(_("Make candidates of the chronicle again"))
    def leave_open(self, request: HttpRequest, queryset: QuerySet[Event]) -> HttpResponse | None:
        """It is open again whether these events go into the chronicle."""
        question = Question("leave_open", _("Make these events candidates again?"), _(
            "They appear in the chronicle marked as candidates. This can be withdrawn."),
            _("Make candidates of the chronicle again"))
        return _select(self, request, queryset, question, Event.Selection.CANDIDATE)

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the numbers of participants and reports."""
        return super().get_queryset(request).annotate(
            taking_part=number_of(Participation.objects.all(), "event"), reports=number_of(REPORTS, "event"))

    def autocomplete_label(self, event: Event) -> str:
        """Name with the date, as names repeat."""
        day = shown_date(event) or str(_("date unknown"))
        return f"{event.name}（{day}）"

    def panels(self, record: Event) -> list[Panel]:
        """Who took part, with the printed verbs, and who reports it."""
        people = record.participations.select_related("person").order_by("order", "id")
        part = first_rows(people, lambda row: (
            row.order, link(row.person), row.name_as_printed, listed(row.verbs_as_printed), listed(row.roles_as_printed)))
        cited = record.citations.filter(active=True).select_related("report__article__page__newspaper", "page")
        reports = first_rows(cited.defer("report__article__body", "report__article__page__text", "page__text"), lambda row: (
            link(row.report.article) if row.report else "", row.report.name if row.report else "",
            shown_date(row.report, row.report.printed_date) if row.report else "",
            (row.report.article.page if row.report else row.page).citation))
        columns = (_("no."), _("person"), _("name as printed"), _("verbs as printed"), _("posts as printed"))
        more = list_address(Participation, f"event__id__exact={record.pk}") if len(part) == PANEL_ROWS else ""
        return [
            Panel(_("Participants in printed order"), columns, part, _("No participant is named."), more),
            Panel(_("Reports"), (_("article"), _("event as reported"), _("date"), _("source")), reports,
                  _("No valid article reports it today.")),
        ]

    @admin.display(description=_("date"), ordering="date_first")
    def date_shown(self, event: Event) -> str:
        """The date, its year bracketed where it is a conclusion."""
        return shown_date(event)

    @admin.display(description=_("basis of the date"), ordering="date_basis")
    def how_dated(self, event: Event) -> str:
        """What the date rests on."""
        return how_known(event)

    @admin.display(description=_("organizer"), ordering="organization__name")
    def organization_link(self, event: Event) -> SafeString | str:
        """The body that held it."""
        return link(event.organization)

    @admin.display(description=_("participants"), ordering="taking_part")
    def participant_count(self, event: Any) -> int:
        """How many people took part."""
        return int(event.taking_part)

    @admin.display(description=_("reports"), ordering="reports")
    def report_count(self, event: Any) -> int:
        """How many articles report it."""
        return int(event.reports)


def _select(desk: EventDesk, request: HttpRequest, queryset: QuerySet[Event], question: Question,
            value: str) -> HttpResponse | None:
    return decide_each(desk, request, queryset, question,
                       lambda event, by, reason: set_field(event, "selection", value, by=by, reason=reason))


@admin.register(Participation)
class ParticipationDesk(Desk):
    """Who took part in what."""

    teaching = _("Who took part in which event, with the words the paper printed. Being mentioned is not taking part.")
    list_display = ("person_link", "verbs", "event_link", "event_date", "posts", "order")
    list_filter = ("capacity", ("person", RelationFilter), ("event", RelationFilter), "event__kind")
    list_select_related = ("person", "event")
    search_fields = ("person__name", "name_as_printed", "event__name")
    search_help_text = _("Person or event")
    date_hierarchy = "event__date_first"
    ordering = (F("event__date_first").asc(nulls_last=True), "event_id", "order", "id")
    fields = ("person_link", "name_as_printed", "verbs", "posts", "event_link", "event_date", "order")

    @admin.display(description=_("person"), ordering="person__name")
    def person_link(self, row: Participation) -> SafeString | str:
        """Who."""
        return link(row.person)

    @admin.display(description=_("event"), ordering="event__name")
    def event_link(self, row: Participation) -> SafeString | str:
        """What."""
        return link(row.event)

    @admin.display(description=_("date"), ordering="event__date_first")
    def event_date(self, row: Participation) -> str:
        """When."""
        return shown_date(row.event)

    @admin.display(description=_("verbs as printed"))
    def verbs(self, row: Participation) -> str:
        """How, in the printed words."""
        return listed(row.verbs_as_printed)

    @admin.display(description=_("posts as printed"))
    def posts(self, row: Participation) -> str:
        """As what."""
        return listed(row.roles_as_printed)


@admin.register(EventCitation)
class EventCitationDesk(Desk):
    """Which report stands for which event."""

    teaching = _("Which article's report stands for which event. Inactive rows remember what once did.")
    list_display = ("event_link", "article_link", "page_link", "raw_start", "active")
    list_filter = ("active", ("event", RelationFilter), ("page", RelationFilter))
    list_select_related = ("event", "report__article", "page")
    search_fields = ("event__name", "report__name", "page__name")
    date_hierarchy = "event__date_first"
    ordering = ("page__name", "page__sha256", "raw_start", "id")
    fields = ("event_link", "article_link", "page_link", "raw_start", "active")

    @admin.display(description=_("event"), ordering="event__name")
    def event_link(self, row: EventCitation) -> SafeString | str:
        """The event."""
        return link(row.event)

    @admin.display(description=_("article"))
    def article_link(self, row: EventCitation) -> SafeString | str:
        """The article that reports it."""
        return link(row.report.article) if row.report else ""

    @admin.display(description=_("page"), ordering="page__name")
    def page_link(self, row: EventCitation) -> SafeString | str:
        """The page it stands on."""
        return link(row.page)
