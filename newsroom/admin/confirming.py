"""Decisions asked back: what was chosen is shown, a reason may be given, and only then it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from articles.corrections import CannotDecide
from newsroom.intake import settle, writing
from people.curation import CannotJudge

from .desk import Desk, address

MOST_AT_ONCE = 200


class ReasonForm(forms.Form):
    """Why it is decided so."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        required=False,
        max_length=2000,
        strip=True,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text=gettext_lazy("Optional. Stays in the log with your name, e.g. “compared with the bound volume”."),
    )


@dataclass(frozen=True, slots=True)
class Question:
    """What the confirmation page says. `action` is the action's name; `warning` marks what hides something from readers."""

    action: str
    title: Any
    explanation: Any
    button: Any
    warning: bool = False
    template: str = "admin/desk_confirm.html"
    shown: dict[str, Any] = field(default_factory=dict)


def chosen(desk: Desk, request: HttpRequest, queryset: QuerySet[Any]) -> list[Any] | None:
    """The selected records in the list's order; None (and a message) for none of them or more than MOST_AT_ONCE."""
    records = list(queryset[: MOST_AT_ONCE + 1])
    if 0 < len(records) <= MOST_AT_ONCE:
        return records
    trouble = _("At most %(most)d at once, please.") % {"most": MOST_AT_ONCE} if records else _("There is nothing to do here.")
    desk.message_user(request, trouble, messages.WARNING)
    return None


def decide_each(
    desk: Desk, request: HttpRequest, queryset: QuerySet[Any], question: Question, decide: Callable[[Any, Any, str], Any]
) -> HttpResponse | None:
    """Ask back about each selected record, then call `decide(record, by, reason)` for all or, if one fails, for none."""
    records = chosen(desk, request, queryset)
    if records is None:
        return None
    form = ReasonForm(request.POST if "apply" in request.POST else None)
    if not form.is_valid():
        return ask(desk, request, records, question, form)
    reason, by = form.cleaned_data["reason"], request.user
    done = carry_out(desk, request, lambda: [decide(record, by, reason) for record in records])
    if done is not None:
        said = ngettext("%(count)d decision made.", "%(count)d decisions made.", len(done)) % {"count": len(done)}
        desk.message_user(request, said, messages.SUCCESS)
    return back(request, records)


def ask(desk: Desk, request: HttpRequest, records: Sequence[Any], question: Question, form: forms.Form) -> TemplateResponse:
    """The confirmation page: what was selected, what will happen, why, and a way back."""
    context = {
        **desk.admin_site.each_context(request),
        "title": question.title,
        "question": question,
        "records": records,
        "form": form,
        "opts": desk.opts,
        "checkbox": ACTION_CHECKBOX_NAME,
        "return_to": "record" if request.POST.get("return_to") == "record" else "list",
        **question.shown,
    }
    return TemplateResponse(request, question.template, context)


def carry_out(desk: Desk, request: HttpRequest, decide: Callable[[], list[Any]]) -> list[Any] | None:
    """Make decisions all together and let the records follow; None (and a message) if they can't be made."""
    try:
        with writing(alone=False):
            done = decide()
    except (CannotDecide, CannotJudge) as refusal:
        desk.message_user(request, _("Nothing was changed: %(reason)s") % {"reason": refusal}, messages.ERROR)
        return None
    settle()
    return done


def back(request: HttpRequest, records: Sequence[Any]) -> HttpResponse | None:
    """To the record's page where the decision was asked for there, else to the list (None, as admin actions say it)."""
    if request.POST.get("return_to") == "record" and len(records) == 1:
        return HttpResponseRedirect(address(records[0]))
    return None


def decision_action(description: Any) -> Callable[[Any], Any]:
    """Decorator of an action that only those may take who may decide about these records."""
    return admin.action(description=description, permissions=["decide"])
