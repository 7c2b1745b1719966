"""The desk for decisions: what editors decided, what the machine suggests, and the way back."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Case, CharField, OuterRef, QuerySet, Subquery, When
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.corrections import undo as undo_correction
from articles.models import Correction
from people.curation import undo as undo_judgement
from people.models import Event, Judgement, Person, Redirect, Suggestion
from people.models.decisions import RecordKind

from .confirming import Question, decide_each, decision_action
from .desk import Desk, link
from .filters import RelationFilter, WithdrawnFilter
from .wording import in_words, listed, reason_in_words

RECORDS: dict[str, type[Person | Event]] = {RecordKind.PERSON: Person, RecordKind.EVENT: Event}


def name_of(column: str) -> Case:
    """The name of the person or event whose id stands in `column`, by what the row's `record` says, as one expression."""
    names = {kind: Subquery(model.objects.filter(pk=OuterRef(column)).values("name")[:1]) for kind, model in RECORDS.items()}
    return Case(*(When(record=kind, then=name) for kind, name in names.items()), output_field=CharField())


class DecisionDesk(Desk):
    """A log of decisions: rows are withdrawn, never changed."""

    actions = ("withdraw",)
    date_hierarchy = "made_at"
    ordering = ("-id",)
    undo: Any = None

    @decision_action(_("Withdraw"))
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
        """Take decisions back; everything becomes what it would be without them."""
        question = Question("withdraw", _("Withdraw these decisions?"), _(
            "Everything becomes what it would be without them, as if they had never been made. "
            "They stay in the log, marked as withdrawn."), _("Withdraw"), warning=True)
        return decide_each(self, request, queryset.filter(withdrawn_at=None), question,
                           lambda decision, by, _reason: type(self).undo(decision, by=by))

    @admin.display(description=_("in force"), boolean=True, ordering="withdrawn_at")
    def in_force(self, decision: Any) -> bool:
        """Whether it counts."""
        return decision.withdrawn_at is None


@admin.register(Correction)
class CorrectionDesk(DecisionDesk):
    """What editors decided about pages and articles."""

    undo = staticmethod(undo_correction)
    teaching = _("What editors decided about texts. Select rows and choose “Withdraw” to take decisions back.")
    empty_help = _("No decision yet. Open an article to correct its headline or date, or mark articles as reviewed.")
    list_display = ("made_at", "kind", "page", "before_shown", "after_shown", "reason", "made_by", "in_force", "withdrawn_by")
    list_filter = (WithdrawnFilter, "kind", ("page", RelationFilter), ("made_by", admin.RelatedOnlyFieldListFilter), "made_at")
    list_select_related = ("page", "made_by", "withdrawn_by")
    search_fields = ("reason", "page__name", "made_by__username")
    search_help_text = _("Reason, page or user")
    fields = ("kind", "page", "start", "end", "before_shown", "after_shown", "reason", "made_by", "made_at", "withdrawn_by",
              "withdrawn_at")

    @admin.display(description=_("before"))
    def before_shown(self, decision: Correction) -> Any:
        """What stood there."""
        return decision.before

    @admin.display(description=_("after"))
    def after_shown(self, decision: Correction) -> Any:
        """What shall stand there."""
        return decision.after


@admin.register(Judgement)
class JudgementDesk(DecisionDesk):
    """What editors decided about people and events."""

    undo = staticmethod(undo_judgement)
    teaching = _("What editors decided about people and events. Select rows and choose “Withdraw” to take decisions back.")
    empty_help = _("No decision yet. Select two people in their list to say whether they are one.")
    list_display = ("made_at", "kind", "record", "left_link", "right_link", "field", "after", "reason", "made_by", "in_force",
                    "withdrawn_by")
    list_filter = (WithdrawnFilter, "kind", "record", ("made_by", admin.RelatedOnlyFieldListFilter), "made_at")
    list_select_related = ("made_by", "withdrawn_by")
    search_fields = ("reason", "made_by__username", "left_name", "right_name")
    search_help_text = _("Name, reason or user")
    fields = ("kind", "record", "left_link", "right_link", "names_shown", "field", "before", "after", "reason", "made_by",
              "made_at", "withdrawn_by", "withdrawn_at")

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the names behind the ids."""
        return super().get_queryset(request).annotate(left_name=name_of("left"), right_name=name_of("right"))

    @admin.display(description=_("names concerned"))
    def names_shown(self, row: Judgement) -> str:
        """The printed names it is about."""
        return listed(row.names)

    @admin.display(description=_("about"), ordering="left_name")
    def left_link(self, row: Any) -> SafeString | str:
        """The record decided about."""
        return named(row.record, row.left, row.left_name)

    @admin.display(description=_("and"), ordering="right_name")
    def right_link(self, row: Any) -> SafeString | str:
        """The other one of a pair."""
        return named(row.record, row.right, row.right_name)


@admin.register(Suggestion)
class SuggestionDesk(Desk):
    """Pairs that may be one."""

    teaching = _("Records that may be one, as the machine sees it. Nothing happens until an editor decides: open one of the "
                 "two to compare them.")
    empty_help = _("No doubtful pairs. When pages leave open whether two names are one person, they are listed here.")
    list_display = ("pair", "record", "left_link", "right_link", "how_sure", "why")
    list_filter = ("record", "linker_version")
    search_fields = ("left_name", "right_name")
    search_help_text = _("A name")
    ordering = ("-score", "left", "right", "id")
    fields = ("record", "left_link", "right_link", "how_sure", "why", "linker_version")

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the names behind the ids."""
        return super().get_queryset(request).annotate(left_name=name_of("left"), right_name=name_of("right"))

    @admin.display(description=_("pair"))
    def pair(self, row: Suggestion) -> str:
        """Its number."""
        return f"#{row.pk}"

    @admin.display(description=_("one"), ordering="left_name")
    def left_link(self, row: Any) -> SafeString | str:
        """The older record."""
        return named(row.record, row.left, row.left_name)

    @admin.display(description=_("other"), ordering="right_name")
    def right_link(self, row: Any) -> SafeString | str:
        """The younger record."""
        return named(row.record, row.right, row.right_name)

    @admin.display(description=_("same?"), ordering="score")
    def how_sure(self, row: Suggestion) -> str:
        """In words."""
        return in_words(row.score)

    @admin.display(description=_("reasons"))
    def why(self, row: Suggestion) -> str:
        """The linker's reasons in words."""
        return "；".join(reason_in_words(reason) for reason in row.reasons)


@admin.register(Redirect)
class RedirectDesk(Desk):
    """Merged records."""

    teaching = _("Addresses of merged records and where they lead now.")
    empty_help = _("Nothing has been merged yet.")
    list_display = ("old", "record", "new_link")
    list_filter = ("record",)
    search_fields = ("new_name", "=old", "=new")
    search_help_text = _("A name or a number")
    ordering = ("record", "old")
    fields = ("record", "old", "new_link")

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the name of the record that stayed."""
        return super().get_queryset(request).annotate(new_name=name_of("new"))

    @admin.display(description=_("now"), ordering="new_name")
    def new_link(self, row: Any) -> SafeString | str:
        """The record that stayed."""
        return named(row.record, row.new, row.new_name)


def named(record: str, identifier: int | None, name: str | None) -> SafeString | str:
    """A link to the person or event of that id, by its name and number."""
    if identifier is None:
        return ""
    return link(RECORDS[RecordKind(record)](pk=identifier), f"{name or '?'} #{identifier}")
