"""The desk for what articles contain: names, bylines, statements and reports of events."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Prefetch
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from articles.models import EventReport, Mention, Reporter, Statement
from newsroom.marking import Mark, mark_up
from people.models import Citation

from .article_text import printed_posts
from .desk import Desk, link
from .filters import FoundByFilter, RelationFilter
from .wording import FOUND_BY, how_known, in_words, listed, shown_date


class InArticleDesk(Desk):
    """What belongs to one article and is shown with it."""

    empty_help = _("Nothing here yet. Import pages first: manage.py import_seeds FOLDER")

    @admin.display(description=_("article"), ordering="article__headline")
    def article_link(self, row: Any) -> SafeString | str:
        """The article it stands in."""
        return link(row.article)

    @admin.display(description=_("date"), ordering="article__date_first")
    def article_date(self, row: Any) -> str:
        """The article's date."""
        return shown_date(row.article, row.article.printed_date)


@admin.register(Mention)
class MentionDesk(InArticleDesk):
    """Names where they are printed."""

    teaching = _("Every place where a name is printed, with the words around it. Doubtful ones first: sort by confidence.")
    list_display = ("context", "person_link", "posts", "article_link", "article_date", "found_by", "confidence_shown", "decided")
    list_filter = ("decided", "field", FoundByFilter, ("article", RelationFilter), ("article__page", RelationFilter),
                   "article__page__newspaper")
    list_select_related = ("article__page",)
    search_fields = ("name_as_printed", "exact")
    date_hierarchy = "article__date_first"
    ordering = ("article__page__name", "article__page__sha256", "article__reading_order", "field", "start", "id")
    fields = ("context", "person_link", "posts", "article_link", "article_date", "field", "start", "end", "found_by",
              "confidence_shown", "decided")

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the person that each name stands for, fetched for all rows together."""
        active = Prefetch("citations", Citation.objects.filter(active=True).select_related("person"), to_attr="standing")
        return super().get_queryset(request).prefetch_related(active).defer("article__body")

    @admin.display(description=_("as printed"), ordering="name_as_printed")
    def context(self, mention: Mention) -> SafeString:
        """The name, marked, between the words around it."""
        before = len(mention.prefix)
        text = f"{mention.prefix}{mention.exact}{mention.suffix}".replace("\n", " ")
        return mark_up(text, (Mark(before, before + len(mention.exact), "person-0"),))

    @admin.display(description=_("person"))
    def person_link(self, mention: Any) -> SafeString | str:
        """Who is meant."""
        return link(mention.standing[0].person) if mention.standing else ""

    @admin.display(description=_("posts as printed"))
    def posts(self, mention: Mention) -> str:
        """What is printed beside the name."""
        return printed_posts(mention)

    @admin.display(description=_("rule"), ordering="rule")
    def found_by(self, mention: Mention) -> str:
        """What found it, in words."""
        return str(FOUND_BY.get(mention.rule, mention.rule))

    @admin.display(description=_("confidence"), ordering="confidence")
    def confidence_shown(self, mention: Mention) -> str:
        """In words, with the figure for those who sort by it."""
        return f"{in_words(mention.confidence)} {mention.confidence:.2f}"


@admin.register(Reporter)
class ReporterDesk(InArticleDesk):
    """Names in bylines."""

    teaching = _("Who signed which article.")
    list_display = ("name", "article_link", "article_date", "order")
    list_filter = (("article", RelationFilter), "article__page__newspaper")
    list_select_related = ("article",)
    search_fields = ("name",)
    search_help_text = _("A reporter's name")
    date_hierarchy = "article__date_first"
    ordering = ("name", "article_id", "order")
    fields = ("name", "article_link", "article_date", "order")


@admin.register(Statement)
class StatementDesk(InArticleDesk):
    """What people said."""

    teaching = _("What somebody said, in the words that the paper printed.")
    list_display = ("speaker_name", "verb", "quote_begin", "article_link", "article_date")
    list_filter = ("verb", ("article", RelationFilter), ("article__page", RelationFilter), "article__page__newspaper")
    list_select_related = ("speaker", "article")
    search_fields = ("quote", "speaker__name_as_printed")
    search_help_text = _("Words that were said, or who said them")
    date_hierarchy = "article__date_first"
    ordering = ("article__page__name", "article__page__sha256", "article__reading_order", "start", "id")
    fields = ("speaker_name", "verb", "quote", "article_link", "article_date", "start", "end")

    @admin.display(description=_("speaker"), ordering="speaker__name_as_printed")
    def speaker_name(self, statement: Statement) -> SafeString | str:
        """Who said it, leading to the place where the name stands."""
        return link(statement.speaker)

    @admin.display(description=_("quote"), ordering="quote")
    def quote_begin(self, statement: Statement) -> str:
        """The first words."""
        return Truncator(statement.quote).chars(60)


@admin.register(EventReport)
class EventReportDesk(InArticleDesk):
    """Events as one article reports them."""

    teaching = _("An event as one article reports it; several reports may be of one event.")
    list_display = ("name", "kind", "activity_as_printed", "event_date", "number", "place", "article_link")
    list_filter = ("kind", "date_basis", ("article", RelationFilter), ("article__page", RelationFilter), "area")
    list_select_related = ("article",)
    search_fields = ("name", "series", "place", "organizer")
    search_help_text = _("Name, series, place or organizer")
    date_hierarchy = "date_first"
    ordering = ("article__page__name", "article__page__sha256", "article__reading_order", "order", "id")
    fields = ("name", "kind", "activity_as_printed", "event_date", "how_dated", "organizer", "area", "series", "term", "number",
              "place", "article_link", "taking_part")

    @admin.display(description=_("date"), ordering="date_first")
    def event_date(self, report: EventReport) -> str:
        """When it took place."""
        return shown_date(report, report.printed_date)

    @admin.display(description=_("basis of the date"))
    def how_dated(self, report: EventReport) -> str:
        """What the date rests on."""
        return how_known(report)

    @admin.display(description=_("participants"))
    def taking_part(self, report: EventReport) -> str:
        """Who took part, in printed order, with the printed verbs."""
        names: dict[int, str] = {}
        for mention in report.article.mentions.order_by("field", "start"):
            names.setdefault(mention.referent, mention.name_as_printed)
        ordered = sorted(report.participants, key=lambda entry: entry["order"])
        return listed(f"{names.get(entry['referent'], '')}（{listed(entry['verbs'])}）" for entry in ordered)
