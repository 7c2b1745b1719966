"""The desk for tenures: who held which post, what documents state, and what contradicts itself."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import admin
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.documents import restore, withdraw
from people.models import Person, Tenure, TenureConflict, TenureDocument

from .confirming import Question, decide_each, decision_action
from .desk import Desk, Panel, first_rows, link
from .evidence import quotations
from .filters import RelationFilter, WithdrawnFilter
from .wording import listed

QUOTATIONS = 12


def steps_of(tenure: Tenure) -> str:
    """How the holder is called in order of time: 代 2016-06-12、（无） 2018-03-19; "" where there is but one step."""
    if len(tenure.steps) < 2:
        return ""
    return listed(f"{step['qualifier'] or _('in full')} {step['first_cited'] or ''}".strip() for step in tenure.steps)


def gap_before(tenure: Tenure) -> str:
    """The days before a tenure of which nothing says who held the post."""
    if not tenure.gap_from or not tenure.begins or tenure.gap_from >= tenure.begins:
        return ""
    return f"{tenure.gap_from} – {tenure.begins - timedelta(1)}"


@admin.register(Tenure)
class TenureDesk(Desk):
    """Who held which post when."""

    teaching = _("Who held which post. First and last cited is what pages attest; from and until is what documents and "
                 "editors know.")
    list_display = ("person_link", "qualifier", "role_link", "organization_name", "first_cited", "last_cited", "citations",
                    "held")
    list_filter = (("person", RelationFilter), ("role", RelationFilter), ("role__organization", RelationFilter),
                   ("role__organization__area", RelationFilter), "qualifier")
    list_select_related = ("person", "role__organization")
    search_fields = ("person__name", "role__label", "role__organization__name")
    search_help_text = _("Person, title or body")
    date_hierarchy = "begins"
    ordering = (F("begins").asc(nulls_last=True), "role__label", "person__name", "id")
    fields = ("person_link", "role_link", "organization_name", "qualifier", "steps_shown", "term", "how", "first_cited",
              "last_cited", "held", "citations")

    def panels(self, record: Tenure) -> list[Panel]:
        """What documents state of it, and what attests it first and last."""
        documents = TenureDocument.objects.filter(person=record.person_id, role=record.role_id, withdrawn_at=None)
        stated = first_rows(documents.order_by("date_start", "id"), lambda row: (
            link(row, row.source), row.printed, row.start or "", row.end or "", row.how, row.remark))
        cited = [(heading, day, link(article)) for heading, day, article in (
            (_("first cited"), record.first_cited, record.first_article),
            (_("last cited"), record.last_cited, record.last_article)) if article]
        return [
            Panel(_("Documents"), (_("source"), _("post as written"), _("from"), _("until"), _("how"), _("remark")), stated,
                  _("No document states it: manage.py import_tenures FILE.csv")),
            Panel(_("What attests it"), (_("citation"), _("date"), _("article")), cited, _("No article of a known day.")),
        ]

    @admin.display(description=_("steps"))
    def steps_shown(self, tenure: Tenure) -> str:
        """The qualifiers in order."""
        return steps_of(tenure)

    @admin.display(description=_("person"), ordering="person__name")
    def person_link(self, tenure: Tenure) -> SafeString | str:
        """The holder."""
        return link(tenure.person)

    @admin.display(description=_("role"), ordering="role__label")
    def role_link(self, tenure: Tenure) -> SafeString | str:
        """The post."""
        return link(tenure.role)

    @admin.display(description=_("organization"), ordering="role__organization__name")
    def organization_name(self, tenure: Tenure) -> str:
        """The body."""
        return tenure.role.organization.name

    @admin.display(description=_("from – until"), ordering="date_start")
    def held(self, tenure: Tenure) -> str:
        """When it was taken up and left, where that is known."""
        return f"{tenure.start or ''} – {tenure.end or ''}" if tenure.start or tenure.end else ""


@admin.register(TenureConflict)
class TenureConflictDesk(Desk):
    """What is to be looked at."""

    teaching = _("What contradicts itself in the evidence for a post, and long gaps. A wrong name, post or date on a page is "
                 "corrected in the article; a wrong document is withdrawn; the rest is for you to know. What is mended "
                 "disappears from here by itself.")
    empty_help = _("No doubts about who held which post.")
    list_display = ("pair", "kind", "role_link", "left_link", "right_link", "why_in_short")
    list_filter = ("kind", ("role", RelationFilter), ("role__organization__area", RelationFilter))
    list_select_related = ("role__organization", "left", "right", "document", "other_document")
    search_fields = ("left__name", "right__name", "role__label", "role__organization__name")
    search_help_text = _("Person, title or body")
    date_hierarchy = "first_day"
    ordering = ("role__label", "first_day", "kind", "id")
    fields = ("kind", "role_link", "left_link", "right_link", "first_day", "last_day", "why", "document_link", "other_link")

    def panels(self, record: TenureConflict) -> list[Panel]:
        """Both people's quotations with that post, side by side."""
        return [self._quoted(person, record) for person in (record.left, record.right) if person]

    @staticmethod
    def _quoted(person: Person, record: TenureConflict) -> Panel:
        rows = [(row.date, row.basis, row.posts, row.quote, row.article, row.source)
                for row in quotations(person, QUOTATIONS, record.role)]
        columns = (_("date"), _("basis of the date"), _("posts as printed"), _("quote"), _("article"), _("source"))
        return Panel(person.name, columns, rows, _("No page prints this post beside this name."))

    @admin.display(description=_("pair"))
    def pair(self, row: TenureConflict) -> str:
        """Its number."""
        return f"#{row.pk}"

    @admin.display(description=_("role"), ordering="role__label")
    def role_link(self, row: TenureConflict) -> SafeString:
        """The post, with its body."""
        return format_html("{}（{}）", link(row.role), row.role.organization.name)

    @admin.display(description=_("one"), ordering="left__name")
    def left_link(self, row: TenureConflict) -> SafeString | str:
        """One of the people."""
        return link(row.left)

    @admin.display(description=_("other"), ordering="right__name")
    def right_link(self, row: TenureConflict) -> SafeString | str:
        """The other one."""
        return link(row.right)

    @admin.display(description=_("reasons"), ordering="first_day")
    def why_in_short(self, row: TenureConflict) -> str:
        """In the reader's language."""
        lines = row.reasons.splitlines() or [""]
        return lines[0] if get_language() == "zh-hans" else lines[-1]

    @admin.display(description=_("reasons"))
    def why(self, row: TenureConflict) -> SafeString:
        """In words, Chinese first."""
        return format_html_join(SafeString("<br>"), "{}", ((line,) for line in row.reasons.splitlines()))

    @admin.display(description=_("document"))
    def document_link(self, row: TenureConflict) -> SafeString | str:
        """The document concerned."""
        return link(row.document)

    @admin.display(description=_("other document"))
    def other_link(self, row: TenureConflict) -> SafeString | str:
        """The document that it disagrees with."""
        return link(row.other_document)


@admin.register(TenureDocument)
class TenureDocumentDesk(Desk):
    """What the office already held."""

    teaching = _("What documents state about who held which post, each with its source. Select rows and choose “Withdraw” where "
                 "a line is wrong; everything becomes what it would be without it.")
    empty_help = _("No documents yet: manage.py import_tenures FILE.csv")
    list_display = ("name", "role_link", "qualifier", "start", "end", "how", "term", "source", "person_link", "in_force")
    list_filter = (WithdrawnFilter, ("role", RelationFilter), ("person", RelationFilter))
    list_select_related = ("role", "person")
    search_fields = ("name", "source", "role__label", "printed")
    search_help_text = _("Name, title or source")
    date_hierarchy = "date_start"
    ordering = ("name", "date_start", "id")
    actions = ("withdraw", "restore")
    fields = ("name", "printed", "role_link", "qualifier", "start", "end", "how", "term", "remark", "source", "file", "line",
              "person_link", "imported_at", "withdrawn_by", "withdrawn_at")

    @decision_action(_("Withdraw"))
    def withdraw(self, request: HttpRequest, queryset: QuerySet[TenureDocument]) -> HttpResponse | None:
        """Documents count no more."""
        question = Question("withdraw", _("Withdraw these documents?"), _(
            "Everything becomes what it would be without them. They stay here, marked as withdrawn, and importing the table "
            "again does not bring them back."), _("Withdraw"), warning=True)
        return decide_each(self, request, queryset.filter(withdrawn_at=None), question,
                           lambda document, by, _reason: withdraw(document, by=by))

    @decision_action(_("Let count again"))
    def restore(self, request: HttpRequest, queryset: QuerySet[TenureDocument]) -> HttpResponse | None:
        """Withdrawn documents count again."""
        question = Question("restore", _("Let these documents count again?"), _(
            "Everything becomes what it would be with them."), _("Let count again"))
        return decide_each(self, request, queryset.exclude(withdrawn_at=None), question,
                           lambda document, _by, _reason: restore(document))

    @admin.display(description=_("role"), ordering="role__label")
    def role_link(self, document: TenureDocument) -> SafeString | str:
        """The post."""
        return link(document.role)

    @admin.display(description=_("means"), ordering="person__name")
    def person_link(self, document: TenureDocument) -> SafeString | str:
        """Whom it means today."""
        return link(document.person)

    @admin.display(description=_("from"), ordering="date_start")
    def start(self, document: TenureDocument) -> str:
        """As far as it is known."""
        return document.start or ""

    @admin.display(description=_("until"), ordering="date_end")
    def end(self, document: TenureDocument) -> str:
        """As far as it is known."""
        return document.end or ""

    @admin.display(description=_("in force"), boolean=True, ordering="withdrawn_at")
    def in_force(self, document: Any) -> bool:
        """Whether it counts."""
        return document.withdrawn_at is None
