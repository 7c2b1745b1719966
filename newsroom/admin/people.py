"""The desk for people: who they are made out to be, by which quotations, and whether two of them are one."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import F, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Statement
from people.curation import confirm, withhold
from people.models import Appearance, Participation, Person, Redirect, Suggestion, Tenure

from .confirming import Question, decide_each, decision_action
from .desk import PANEL_ROWS, Desk, Panel, PublicColumn, first_rows, link, list_address
from .evidence import quotations, tenures_of, years_of
from .filters import LiveFilter, RelationFilter
from .pairs import decide_differ, decide_merge
from .wording import in_words, listed, reason_in_words, shown_date

POSTS_SHOWN = 3


@admin.register(Person)
class PersonDesk(PublicColumn, Desk):
    """People, with the decisions that editors make about them."""

    teaching = _("People as the articles attest them. Select two to say that they are one person, or that they are not. "
                 "Namesakes are told apart by their posts.")
    empty_help = _("No people yet. Import pages first: manage.py import_seeds FOLDER")
    list_display = ("name", "latest_posts", "person_class", "area", "first_cited", "last_cited", "article_count",
                    "event_count", "review_state", "is_public")
    list_filter = (LiveFilter, "review_state", "person_class", "withheld", ("area", RelationFilter),
                   ("tenures__role", RelationFilter))
    list_select_related = ("area",)
    search_fields = ("name", "names__name", "name_key")
    search_help_text = _("Any form of the name, or its pinyin")
    date_hierarchy = "first_cited"
    ordering = ("name_key", "name", "id")
    actions = ("merge", "differ", "mark_reviewed", "withhold")
    change_form_template = "admin/desk_person.html"
    fieldsets = (
        (None, {"fields": ("name", "other_names", "person_class", "area", "became")}),
        (_("State"), {"fields": (("first_cited", "last_cited"), ("article_count", "event_count"),
                                 ("review_state", "is_public"))}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the posts, fetched for all rows together."""
        held = Tenure.objects.select_related("role").order_by(F("last_cited").desc(nulls_last=True), "role__label", "id")
        return super().get_queryset(request).prefetch_related(Prefetch("tenures", held, to_attr="held"))

    def autocomplete_label(self, person: Any) -> str:
        """Name with the latest posts, so that namesakes are told apart."""
        posts = self.latest_posts(person) or str(_("no post"))
        return f"{person.name}（{posts} · #{person.pk}）"

    def panels(self, record: Person) -> list[Panel]:
        """Posts in order, quotations, events, statements."""
        return [_posts(record), _quotations(record), _events(record), _statements(record)]

    def record_context(self, request: HttpRequest, record: Person) -> dict[str, Any]:
        """Besides the panels: who else may be the same person."""
        return {**super().record_context(request, record), "suggestions": _suggested(record)}

    @decision_action(_("Merge: one and the same person"))
    def merge(self, request: HttpRequest, queryset: QuerySet[Person]) -> HttpResponse | None:
        """Two selected people are one."""
        return decide_merge(self, request, queryset)

    @decision_action(_("Mark as different people"))
    def differ(self, request: HttpRequest, queryset: QuerySet[Person]) -> HttpResponse | None:
        """Two selected people are not one, and shall not be suggested again."""
        return decide_differ(self, request, queryset)

    @decision_action(_("Mark as reviewed"))
    def mark_reviewed(self, request: HttpRequest, queryset: QuerySet[Person]) -> HttpResponse | None:
        """Editors stand by these people's records."""
        question = Question("mark_reviewed", _("Mark these people as reviewed?"), _(
            "You have compared their posts and quotations and stand by them. This can be withdrawn."), _("Mark as reviewed"))
        return decide_each(self, request, queryset, question,
                           lambda person, by, reason: confirm(person, by=by, reason=reason))

    @decision_action(_("Withhold from the public"))
    def withhold(self, request: HttpRequest, queryset: QuerySet[Person]) -> HttpResponse | None:
        """These people have no public record."""
        question = Question("withhold", _("Withhold these people?"), _(
            "They get no public record, and each character of their names shows as ○ in public text. "
            "This can be withdrawn."), _("Withhold from the public"), warning=True)
        return decide_each(self, request, queryset, question,
                           lambda person, by, reason: withhold(person, by=by, reason=reason))

    @admin.display(description=_("posts"))
    def latest_posts(self, person: Any) -> str:
        """The posts attested last."""
        return listed(f"{tenure.qualifier}{tenure.role}" for tenure in person.held[:POSTS_SHOWN])

    @admin.display(description=_("names as printed"))
    def other_names(self, person: Person) -> str:
        """All printed forms."""
        return listed(person.names.order_by("name").values_list("name", flat=True))

    @admin.display(description=_("now part of"))
    def became(self, person: Person) -> SafeString | str:
        """Into whom this person was merged."""
        redirect = Redirect.objects.filter(record="person", old=person.pk).first()
        return link(Person.objects.filter(pk=redirect.new).first()) if redirect else ""


def _posts(person: Person) -> Panel:
    rows = first_rows(tenures_of(person), lambda row: (
        link(row.role, f"{row.qualifier}{row.role}"), row.role.organization.name, row.role.organization.area or "",
        years_of(row), row.citations,
    ))
    columns = (_("title"), _("organization"), _("area"), _("attested · held"), _("citations"))
    return Panel(_("Posts in order"), columns, rows, _("No post is printed beside this name."))


def _quotations(person: Person) -> Panel:
    rows = [(row.date, row.basis, row.posts, row.quote, row.article, row.source) for row in quotations(person, PANEL_ROWS)]
    columns = (_("date"), _("basis of the date"), _("posts as printed"), _("quote"), _("article"), _("source"))
    more = list_address(Appearance, f"person__id__exact={person.pk}") if len(rows) == PANEL_ROWS else ""
    return Panel(_("Where the name is printed"), columns, rows, _("No valid evidence names this person today."), more)


def _events(person: Person) -> Panel:
    taking_part = Participation.objects.filter(person=person).select_related("event")
    ordered = taking_part.order_by(F("event__date_first").asc(nulls_last=True), "event_id")
    rows = first_rows(ordered, lambda row: (
        shown_date(row.event), link(row.event), listed(row.verbs_as_printed), listed(row.roles_as_printed)))
    more = list_address(Participation, f"person__id__exact={person.pk}") if len(rows) == PANEL_ROWS else ""
    columns = (_("date"), _("event"), _("verbs as printed"), _("posts as printed"))
    return Panel(_("Events"), columns, rows, _("Took part in no reported event."), more)


def _statements(person: Person) -> Panel:
    said = Statement.objects.filter(speaker__citations__person=person, speaker__citations__active=True)
    ordered = said.select_related("article").order_by(F("article__date_first").asc(nulls_last=True), "article_id", "start")
    rows = first_rows(ordered, lambda row: (
        shown_date(row.article, row.article.printed_date), row.verb, row.quote, link(row.article)))
    return Panel(_("What was said"), (_("date"), _("verb"), _("quote"), _("article")), rows, _("Nothing said is reported."))


def _suggested(person: Person) -> list[dict[str, Any]]:
    """Who may be the same person, with the reasons in words; the likeliest first."""
    pairs = list(Suggestion.objects.filter(Q(left=person.pk) | Q(right=person.pk), record="person")[:PANEL_ROWS])
    others = Person.objects.in_bulk([pair.right if pair.left == person.pk else pair.left for pair in pairs])
    found = []
    for pair in pairs:
        other = others.get(pair.right if pair.left == person.pk else pair.left)
        if other:
            reasons = [reason_in_words(reason) for reason in pair.reasons]
            found.append({"person": link(other), "id": other.pk, "how_sure": in_words(pair.score), "reasons": reasons})
    return found
