"""The desk for people in articles and for what ties names to people."""

from __future__ import annotations

from django.contrib import admin
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from people.models import Appearance, Citation

from .desk import Desk, link
from .filters import RelationFilter
from .wording import listed, shown_date


@admin.register(Appearance)
class AppearanceDesk(Desk):
    """People in articles, as printed there."""

    teaching = _("Who is named in which article, as what, in printed order.")
    list_display = ("person_link", "name_as_printed", "posts_printed", "area", "article_link", "article_date", "order")
    list_filter = (("person", RelationFilter), ("article", RelationFilter), ("article__page", RelationFilter),
                   ("post_rows__role", RelationFilter))
    list_select_related = ("person", "article")
    search_fields = ("name_as_printed", "person__name", "area")
    date_hierarchy = "article__date_first"
    ordering = ("article__page__name", "article__page__sha256", "article__reading_order", "order", "id")
    fields = ("person_link", "name_as_printed", "posts_printed", "posts_meant", "area", "article_link", "order")

    @admin.display(description=_("person"), ordering="person__name")
    def person_link(self, row: Appearance) -> SafeString | str:
        """Who."""
        return link(row.person)

    @admin.display(description=_("article"), ordering="article__headline")
    def article_link(self, row: Appearance) -> SafeString | str:
        """Where."""
        return link(row.article)

    @admin.display(description=_("date"), ordering="article__date_first")
    def article_date(self, row: Appearance) -> str:
        """When."""
        return shown_date(row.article, row.article.printed_date)

    @admin.display(description=_("posts as printed"))
    def posts_printed(self, row: Appearance) -> str:
        """As what."""
        return listed(row.roles_as_printed)

    @admin.display(description=_("posts"))
    def posts_meant(self, row: Appearance) -> str:
        """The posts by their customary titles, with the bodies."""
        return listed(f"{post.get('label')}（{post.get('organization')}）" for post in row.posts)


@admin.register(Citation)
class CitationDesk(Desk):
    """Which printed name stands for whom."""

    teaching = _("Which printed name stands for whom. Inactive rows remember whom the same characters once stood for.")
    list_display = ("mention_link", "person_link", "page_link", "raw_start", "active")
    list_filter = ("active", ("person", RelationFilter), ("page", RelationFilter))
    list_select_related = ("person", "mention", "page")
    search_fields = ("person__name", "mention__name_as_printed", "page__name")
    date_hierarchy = "mention__article__date_first"
    ordering = ("page__name", "page__sha256", "raw_start", "id")
    fields = ("mention_link", "person_link", "page_link", "raw_start", "active")

    @admin.display(description=_("mention"), ordering="mention__name_as_printed")
    def mention_link(self, row: Citation) -> SafeString | str:
        """The printed name."""
        return link(row.mention) or str(_("no longer read"))

    @admin.display(description=_("person"), ordering="person__name")
    def person_link(self, row: Citation) -> SafeString | str:
        """Whom it means."""
        return link(row.person)

    @admin.display(description=_("page"), ordering="page__name")
    def page_link(self, row: Citation) -> SafeString | str:
        """The page it stands on."""
        return link(row.page)
