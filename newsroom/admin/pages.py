"""The desk for newspapers, their pages, and the files those came from."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Newspaper, Page, PageSource
from newsroom.marking import Anchor, mark_up
from people.models import Appearance

from .desk import PANEL_ROWS, Desk, Panel, first_rows, link, list_address, number_of
from .filters import RelationFilter
from .wording import how_known, shown_date

LIVE = Article.objects.live()


@admin.register(Newspaper)
class NewspaperDesk(Desk):
    """Papers."""

    teaching = _("The papers that pages were imported for, and the county each of them serves.")
    empty_help = _("No newspaper yet. Name it while importing: manage.py import_seeds FOLDER --newspaper NAME --area COUNTY")
    list_display = ("name", "area", "sample", "page_count", "first_issue", "last_issue")
    list_filter = ("sample", "area")
    search_fields = ("name", "area")
    ordering = ("name",)
    fields = ("name", "area", "sample", "page_count")

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the number of pages and the span of issues."""
        pages = Page.objects.exclude(issue_date=None).filter(newspaper=OuterRef("pk")).values("issue_date")
        return super().get_queryset(request).annotate(
            pages_held=number_of(Page.objects.all(), "newspaper"),
            issues_from=Subquery(pages.order_by("issue_date")[:1]),
            issues_until=Subquery(pages.order_by("-issue_date")[:1]),
        )

    @admin.display(description=_("pages"), ordering="pages_held")
    def page_count(self, paper: Any) -> SafeString | str:
        """How many pages there are, leading to them."""
        return format_html('<a href="{}">{}</a>', list_address(Page, f"newspaper__id__exact={paper.pk}"), paper.pages_held)

    @admin.display(description=_("first issue"), ordering="issues_from")
    def first_issue(self, paper: Any) -> Any:
        """Day of the oldest issue."""
        return paper.issues_from

    @admin.display(description=_("last issue"), ordering="issues_until")
    def last_issue(self, paper: Any) -> Any:
        """Day of the newest issue."""
        return paper.issues_until


@admin.register(Page)
class PageDesk(Desk):
    """Pages as they were imported."""

    teaching = _("Each page as it came from OCR. Its text is never changed; what editors correct is kept apart.")
    empty_help = _("No pages yet. Import some: manage.py import_seeds FOLDER (without FOLDER: the sample newspaper).")
    list_display = ("name", "citation", "newspaper", "issue_date", "section", "home_area", "article_count", "imported_at")
    list_filter = (("newspaper", RelationFilter), "issue_date", "home_area", "encoding", "reader_version")
    list_select_related = ("newspaper",)
    search_fields = ("name", "sha256", "sources__path", "issue_number", "newspaper__name")
    search_help_text = _("Name of the file, its path, issue number, newspaper or SHA-256")
    date_hierarchy = "issue_date"
    ordering = ("name", "sha256")
    change_form_template = "admin/desk_page.html"
    fieldsets = (
        (None, {"fields": ("citation", "newspaper_link", "issue_date", "issue_number", "section", "home_area", "image")}),
        (_("Where it comes from"), {"fields": ("paths", "sha256", "encoding", "reader_version", "imported_at")}),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the number of articles; without the text, which lists don't show."""
        return super().get_queryset(request).annotate(articles_read=number_of(LIVE, "page")).defer("text")

    def record_context(self, request: HttpRequest, record: Page) -> dict[str, Any]:
        """The raw text, with a place to jump to at each article's beginning."""
        starts = Article.objects.live().filter(page=record).order_by("raw_start").values_list("raw_start", "pk")
        anchors = [Anchor(start, f"article-{pk}") for start, pk in starts]
        return {**super().record_context(request, record), "raw_text": mark_up(record.text, (), anchors)}

    def panels(self, record: Page) -> list[Panel]:
        """The page's articles and who is named most on it."""
        named = number_of(Appearance.objects.all(), "article")
        articles = Article.objects.live().filter(page=record).order_by("reading_order").annotate(named=named)
        rows = first_rows(articles, lambda row: (
            row.reading_order, link(row), row.get_headline_state_display(), shown_date(row, row.printed_date), how_known(row),
            row.byline, row.named, format_html('<a href="#article-{}">{}</a>', row.pk, _("in the raw text")),
        ))
        columns = (_("no."), _("headline"), _("headline state"), _("date"), _("basis of the date"), _("byline"), _("people"), "")
        more = list_address(Article, f"page__id__exact={record.pk}") if len(rows) == PANEL_ROWS else ""
        return [Panel(_("Articles on this page"), columns, rows, _("No article was found on this page."), more)]

    @admin.display(description=_("articles"), ordering="articles_read")
    def article_count(self, page: Any) -> SafeString:
        """How many articles were read from it, leading to them."""
        return format_html('<a href="{}">{}</a>', list_address(Article, f"page__id__exact={page.pk}"), page.articles_read)

    @admin.display(description=_("source"))
    def citation(self, page: Page) -> str:
        """How to cite it."""
        return page.citation

    @admin.display(description=_("newspaper"))
    def newspaper_link(self, page: Page) -> SafeString | str:
        """Its paper."""
        return link(page.newspaper)

    @admin.display(description=_("files"))
    def paths(self, page: Page) -> SafeString:
        """Every file that had these bytes."""
        return format_html_join(SafeString("<br>"), "{}", page.sources.values_list("path"))


@admin.register(PageSource)
class PageSourceDesk(Desk):
    """Files that pages came from."""

    teaching = _("Which file each page came from; the same bytes may have come from several.")
    list_display = ("path", "page_link")
    list_filter = (("page", RelationFilter), "page__newspaper")
    list_select_related = ("page",)
    search_fields = ("path", "page__name")
    ordering = ("path", "id")
    fields = ("path", "page_link")

    @admin.display(description=_("page"), ordering="page__name")
    def page_link(self, source: PageSource) -> SafeString | str:
        """The page with these bytes."""
        return link(source.page)
