"""Two people side by side, each with posts and quotations: one and the same, or different?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.curation import differ, merge
from people.models import Person

from .confirming import Question, ReasonForm, ask, carry_out
from .desk import Desk, address, link
from .evidence import Quoted, quotations, tenures_of, years_of

QUOTATIONS = 12


class MergeForm(ReasonForm):
    """Which of the two records stays; `keep` holds the id of one of the people given."""

    keep = forms.ChoiceField(label=gettext_lazy("This record stays"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        """Offer these people; the one named in more articles is chosen beforehand, else the older record."""
        super().__init__(*args, **kwargs)
        self.fields["keep"].choices = [(str(person.pk), person.name) for person in people]  # type: ignore[attr-defined]
        self.fields["keep"].initial = str(min(people, key=lambda person: (-person.article_count, person.pk)).pk)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two people as the comparison shows them; `stays` says whether this one is chosen to stay."""

    person: Person
    name: SafeString | str
    tenures: tuple[tuple[str, str], ...]
    quotations: list[Quoted]
    stays: bool


def decide_merge(desk: Desk, request: HttpRequest, queryset: QuerySet[Person]) -> HttpResponse | None:
    """Ask which of two people stays, then make them one; leads to the one that stayed."""
    if (people := _two(desk, request, queryset)) is None:
        return None
    form = MergeForm(request.POST if "apply" in request.POST else None, people=people)
    if not form.is_valid():
        return ask(desk, request, people, _question("merge", _("One and the same person?"), _(
            "All quotations, posts, events and statements of both will stand under the record that stays; "
            "the other address leads to it. This can be withdrawn under “Judgements”."), _("Merge"), people, form), form)
    by: Any = request.user
    keep, other = sorted(people, key=lambda person: str(person.pk) != form.cleaned_data["keep"])
    said = format_html(_("{} is now part of {}. To take it back, withdraw it under “Judgements”."), other.name, link(keep))
    done = carry_out(desk, request, lambda: [merge(keep, other, by=by, reason=form.cleaned_data["reason"])])
    return _finish(desk, request, keep, said, done)


def decide_differ(desk: Desk, request: HttpRequest, queryset: QuerySet[Person]) -> HttpResponse | None:
    """Ask whether two people are different, then say so for good; leads to the first of them."""
    if (people := _two(desk, request, queryset)) is None:
        return None
    form = ReasonForm(request.POST if "apply" in request.POST else None)
    if not form.is_valid():
        return ask(desk, request, people, _question("differ", _("Two different people?"), _(
            "They will never be made one by the machine, nor suggested as one. This can be withdrawn under “Judgements”."),
            _("Mark as different people"), people, form), form)
    by: Any = request.user
    first, second = people
    said = format_html(_("{} and {} are kept apart from now on."), link(first), link(second))
    done = carry_out(desk, request, lambda: [differ(first, second, by=by, reason=form.cleaned_data["reason"])])
    return _finish(desk, request, first, said, done)


def _two(desk: Desk, request: HttpRequest, queryset: QuerySet[Person]) -> list[Person] | None:
    """The two selected people, or None and a message."""
    people = list(queryset.order_by("pk")[:3])
    if len(people) == 2:
        return people
    desk.message_user(request, _("Select exactly two people for this."), messages.WARNING)
    return None


def _question(action: str, title: str, explanation: str, button: str, people: Sequence[Person], form: forms.Form) -> Question:
    kept = form["keep"].value() if "keep" in form.fields else ""
    sides = [_side(person, str(person.pk) == kept) for person in people]
    shown: dict[str, Any] = {"sides": sides, "choosing": "keep" in form.fields}
    return Question(action, title, explanation, button, template="admin/desk_pair.html", shown=shown)


def _side(person: Person, stays: bool) -> Side:
    tenures = tuple((f"{row.qualifier}{row.role}", years_of(row)) for row in tenures_of(person)[:QUOTATIONS])
    return Side(person, link(person), tenures, quotations(person, QUOTATIONS), stays)


def _finish(desk: Desk, request: HttpRequest, person: Person, said: SafeString, done: list[Any] | None) -> HttpResponse | None:
    if done is None:
        return None
    desk.message_user(request, said, messages.SUCCESS)
    return HttpResponseRedirect(address(person))
