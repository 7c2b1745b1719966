"""The desk for articles: the text with its names marked, what it says and reports, and what editors may decide about it."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.corrections import confirm_article, withhold_article
from articles.models import Article, Correction, EventReport, Statement
from people.models import Appearance

from .article_form import ArticleForm, correct_article
from .article_text import article_text
from .confirming import Question, decide_each, decision_action
from .desk import Desk, Panel, PublicColumn, first_rows, link, number_of
from .filters import LiveFilter, RelationFilter
from .wording import how_known, reason_in_words, shown_date


@admin.register(Article)
class ArticleDesk(PublicColumn, Desk):
    """Articles as read, with the decisions that editors make about them."""

    teaching = _("Articles as the machine read them. Open one to compare it with the page, then mark it as reviewed.")
    empty_help = _("No articles yet. Import pages first: manage.py import_seeds FOLDER")
    list_display = ("headline_shown", "date_shown", "how_dated", "source", "people_count", "statement_count", "event_count",
                    "review_state", "is_public")
    list_filter = (LiveFilter, "review_state", "withheld", "headline_state", "date_basis", "date_certainty",
                   ("page", RelationFilter), "page__newspaper", "page__home_area")
    list_select_related = ("page__newspaper",)
    search_fields = ("headline", "body", "byline", "dateline", "page__name")
    search_help_text = _("Words of the headline, the text or the byline, or the page's name")
    date_hierarchy = "date_first"
    ordering = ("page__name", "page__sha256", "reading_order", "id")
    actions = ("mark_reviewed", "withhold")
    change_form_template = "admin/desk_article.html"
    fieldsets = (
        (None, {"fields": ("source", "page_link", "section", "dateline", "byline", "headline_state")}),
        (_("Date"), {"fields": ("date_shown", "how_dated", "reasons")}),
        (_("State"), {"fields": ("review_state", "is_public", "text_version", "goes_on", "goes_on_from")}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the numbers of people, statements and events, each counted apart."""
        return super().get_queryset(request).annotate(
            people_named=number_of(Appearance.objects.all(), "article"),
            statements_read=number_of(Statement.objects.all(), "article"),
            events_read=number_of(EventReport.objects.all(), "article"),
        )

    def get_urls(self) -> list[URLPattern]:
        """Besides the usual pages the one that takes the small form."""
        view = self.admin_site.admin_view(self.correct_view)
        return [path("<int:article_id>/correct/", view, name="articles_article_correct"), *super().get_urls()]

    def correct_view(self, request: HttpRequest, article_id: int) -> HttpResponse:
        """Take the small form for headline and date. Raises Http404, or PermissionDenied for those who may not decide."""
        if not (self.has_view_permission(request) and self.has_decide_permission(request)):
            raise PermissionDenied
        article = Article.objects.select_related("page").filter(pk=article_id).first()
        if article is None:
            raise Http404
        return correct_article(self, request, article)

    def record_context(self, request: HttpRequest, record: Article) -> dict[str, Any]:
        """The marked text, and the form where it may be used."""
        shown = super().record_context(request, record)
        if shown["may_decide"] and record.live:
            shown["article_form"] = ArticleForm(initial=ArticleForm.initial_of(record))
        return {**shown, "text": article_text(record)}

    def panels(self, record: Article) -> list[Panel]:
        """What editors decided about this stretch of the page."""
        decisions = Correction.objects.filter(page=record.page_id, start__lte=record.raw_end, end__gte=record.raw_start)
        rows = first_rows(decisions.select_related("made_by", "withdrawn_by"), lambda row: (
            link(row, row.get_kind_display()), row.before, row.after, row.reason, row.made_by, row.made_at, row.withdrawn_at,
        ))
        columns = (_("kind"), _("before"), _("after"), _("reason"), _("by"), _("at"), _("withdrawn at"))
        return [Panel(_("Decisions"), columns, rows, _("No editor has decided anything here yet."))]

    @decision_action(_("Mark as reviewed"))
    def mark_reviewed(self, request: HttpRequest, queryset: QuerySet[Article]) -> HttpResponse | None:
        """Editors stand by these articles."""
        question = Question("mark_reviewed", _("Mark these articles as reviewed?"), _(
            "You have compared the text, headline and date with the page and stand by them. This can be withdrawn."),
            _("Mark as reviewed"))
        return decide_each(self, request, queryset.select_related("page"), question,
                           lambda article, by, reason: confirm_article(article, by=by, reason=reason))

    @decision_action(_("Withhold from the public"))
    def withhold(self, request: HttpRequest, queryset: QuerySet[Article]) -> HttpResponse | None:
        """Take these articles out of everything public and computed."""
        question = Question("withhold", _("Withhold these articles?"), _(
            "Nobody will find them in the public interface, and nothing in them counts for people, posts and events. "
            "The pages themselves are kept. This can be withdrawn."), _("Withhold from the public"), warning=True)
        return decide_each(self, request, queryset.select_related("page"), question,
                           lambda article, by, reason: withhold_article(article, by=by, reason=reason))

    @admin.display(description=_("headline"), ordering="headline")
    def headline_shown(self, article: Article) -> str:
        """The headline, or the first words where there is none."""
        return str(article)

    @admin.display(description=_("date"), ordering="date_first")
    def date_shown(self, article: Article) -> str:
        """The date, its year bracketed where the article doesn't print one."""
        return shown_date(article, article.printed_date)

    @admin.display(description=_("basis of the date"), ordering="date_basis")
    def how_dated(self, article: Article) -> str:
        """What the date rests on."""
        return how_known(article)

    @admin.display(description=_("reasons for the date"))
    def reasons(self, article: Article) -> SafeString:
        """Each reason on a line."""
        printed = (article.printed_date or {}).get("text")
        lines = [_("Printed: %(text)s") % {"text": printed}] if printed else []
        lines += [reason_in_words(reason) for reason in article.date_reasons]
        if years := "、".join(f"{year}（{share:.0%}）" for year, share in article.date_candidates):
            lines.append(_("Years that may be meant: %(years)s") % {"years": years})
        return format_html_join(SafeString("<br>"), "{}", ((line,) for line in lines))

    @admin.display(description=_("source"), ordering="page__name")
    def source(self, article: Article) -> str:
        """How to cite it."""
        return article.page.citation

    @admin.display(description=_("page"))
    def page_link(self, article: Article) -> SafeString | str:
        """The raw text, at the article's beginning."""
        return link(article.page, _("raw text of %(page)s") % {"page": article.page}, f"#article-{article.pk}")

    @admin.display(description=_("continued in"))
    def goes_on(self, article: Article) -> SafeString | str:
        """The piece that goes on from this one, or that took its place."""
        return link(article.continued_in) or link(article.superseded_by) or article.continuation

    @admin.display(description=_("continues"))
    def goes_on_from(self, article: Article) -> SafeString:
        """The pieces that this one goes on from."""
        return format_html_join(", ", "{}", ((link(piece),) for piece in article.continues.all()))

    @admin.display(description=_("people"), ordering="people_named")
    def people_count(self, article: Any) -> int:
        """How many people are named."""
        return int(article.people_named)

    @admin.display(description=_("statements"), ordering="statements_read")
    def statement_count(self, article: Any) -> int:
        """How many statements it reports."""
        return int(article.statements_read)

    @admin.display(description=_("events"), ordering="events_read")
    def event_count(self, article: Any) -> int:
        """How many events it reports."""
        return int(article.events_read)
