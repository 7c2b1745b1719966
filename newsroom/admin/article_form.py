"""The small form on an article's page: its headline and its date."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.corrections import set_date, set_headline
from articles.given_dates import bounds
from articles.models import Article

from .confirming import ReasonForm, carry_out
from .desk import Desk, address


class ArticleForm(ReasonForm):
    """What an editor may set by hand. `version` is the article's when the page was opened, so that nobody overwrites another."""

    headline = forms.CharField(
        label=gettext_lazy("Headline"),
        required=False,
        max_length=500,
        widget=forms.TextInput(attrs={"size": 60}),
        help_text=gettext_lazy("As printed. Leave it empty where the page shows none."),
    )
    date = forms.CharField(
        label=gettext_lazy("Date of the news"),
        required=False,
        max_length=10,
        widget=forms.TextInput(attrs={"size": 12}),
        help_text=gettext_lazy("2022-12-26, or 2022-12 or 2022 where no more is known. The day of the news, not of the issue."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ("headline", "date", "reason", "version")

    @staticmethod
    def initial_of(article: Article) -> dict[str, Any]:
        """What stands there now."""
        return {"headline": article.headline, "date": article.date or "", "version": article.version}

    def clean_date(self) -> str:
        """A day, month or year that exists, or nothing."""
        given = str(self.cleaned_data["date"])
        try:
            if given:
                bounds(given)
        except ValueError as error:
            raise forms.ValidationError(_("No such date. Write 2022-12-26, 2022-12 or 2022.")) from error
        return given


def correct_article(desk: Desk, request: HttpRequest, article: Article) -> HttpResponse:
    """Make a decision of each field that was changed; shows the form again where it can't be taken."""
    form = ArticleForm(request.POST if request.method == "POST" else None, initial=ArticleForm.initial_of(article))
    if not (form.is_valid() and _still_current(form, article)):
        context = {**desk.admin_site.each_context(request), "title": _("Correct headline or date"), "opts": desk.opts,
                   "original": article, "article_form": form}
        return TemplateResponse(request, "admin/desk_article_correct.html", context)
    done = carry_out(desk, request, lambda: _decide(form, article, request.user))
    if done == []:
        desk.message_user(request, _("Nothing was changed."), messages.INFO)
    elif done:
        desk.message_user(request, _("Corrected. It can be withdrawn under “Corrections”."), messages.SUCCESS)
    return HttpResponseRedirect(address(article))


def _still_current(form: ArticleForm, article: Article) -> bool:
    """Whether nobody changed the article since the form was shown, and a date that stands isn't just wiped out."""
    if form.cleaned_data["version"] != article.version:
        form.add_error(None, _("Somebody else changed this article meanwhile. Please open it again and compare."))
    if article.date and not form.cleaned_data["date"]:
        form.add_error("date", _("A date can't be emptied. To withdraw an editor's date use “Corrections”."))
    return form.is_valid()


def _decide(form: ArticleForm, article: Article, by: Any) -> list[Any]:
    """One decision for each changed field, none for the others."""
    given, reason = form.cleaned_data, form.cleaned_data["reason"]
    decisions = []
    if given["headline"] != article.headline.strip():
        decisions.append(set_headline(article, given["headline"], by=by, reason=reason))
    if given["date"] != (article.date or ""):
        decisions.append(set_date(article, given["date"], by=by, reason=reason))
    return decisions
