"""The desk for what the machine did and still has to do."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from articles.models import ImportRun, ReadingRun, RefusedFile, StaleGroup

from .desk import PANEL_ROWS, Desk, Panel, first_rows, link, list_address, number_of
from .filters import RelationFilter
from .wording import counted

START_IMPORT = _("Nothing has been imported yet. Start with: manage.py import_seeds FOLDER")


@admin.register(ImportRun)
class ImportRunDesk(Desk):
    """Calls of the importer."""

    teaching = _("Each call of manage.py import_seeds: what was asked, what came in, what was refused and why.")
    empty_help = START_IMPORT
    list_display = ("started_at", "finished_at", "outcome", "refused_count")
    list_filter = ("started_at",)
    search_fields = ("refused__path",)
    search_help_text = _("Path of a refused file")
    date_hierarchy = "started_at"
    ordering = ("-id",)
    fields = ("started_at", "finished_at", "asked_for", "outcome")

    def get_queryset(self, request: HttpRequest) -> Any:
        """With the number of refused files."""
        return super().get_queryset(request).annotate(files_refused=number_of(RefusedFile.objects.all(), "run"))

    def panels(self, record: ImportRun) -> list[Panel]:
        """What was refused."""
        refused = first_rows(record.refused.order_by("path", "id"), lambda row: (row.path, row.reason, row.size))
        more = list_address(RefusedFile, f"run__id__exact={record.pk}") if len(refused) == PANEL_ROWS else ""
        columns = (_("path"), _("reason"), _("bytes"))
        return [Panel(_("Refused files"), columns, refused, _("No file was refused."), more)]

    @admin.display(description=_("outcome"))
    def outcome(self, run: ImportRun) -> str:
        """Its figures."""
        return counted(run.counts)

    @admin.display(description=_("asked for"))
    def asked_for(self, run: ImportRun) -> str:
        """Its options."""
        return counted(run.asked)

    @admin.display(description=_("refused files"), ordering="files_refused")
    def refused_count(self, run: Any) -> SafeString:
        """How many, leading to them."""
        return format_html('<a href="{}">{}</a>', list_address(RefusedFile, f"run__id__exact={run.pk}"), run.files_refused)


@admin.register(RefusedFile)
class RefusedFileDesk(Desk):
    """Files that could not be taken."""

    teaching = _("Files that could not be taken in, with the reason. Mend them and import again; the others are in already.")
    empty_help = _("No file was ever refused.")
    list_display = ("path", "reason", "size", "run_link")
    list_filter = (("run", RelationFilter), "reason")
    list_select_related = ("run",)
    search_fields = ("path", "reason")
    date_hierarchy = "run__started_at"
    ordering = ("-run", "path", "id")
    fields = ("path", "reason", "size", "run_link")

    @admin.display(description=_("import run"), ordering="run")
    def run_link(self, row: RefusedFile) -> SafeString | str:
        """The call that refused it."""
        return link(row.run)


@admin.register(ReadingRun)
class ReadingRunDesk(Desk):
    """Readings of pages."""

    teaching = _("Each reading of a page: by which version of the reader, with how many corrections, and what it found.")
    empty_help = START_IMPORT
    list_display = ("page_link", "read_at", "reader_version", "corrections", "found")
    list_filter = (("page", RelationFilter), "reader_version", "read_at")
    list_select_related = ("page",)
    search_fields = ("page__name", "reader_version")
    date_hierarchy = "read_at"
    ordering = ("-id",)
    fields = ("page_link", "read_at", "reader_version", "corrections", "found")

    @admin.display(description=_("page"), ordering="page__name")
    def page_link(self, run: ReadingRun) -> SafeString | str:
        """What was read."""
        return link(run.page)

    @admin.display(description=_("found"))
    def found(self, run: ReadingRun) -> str:
        """Its figures."""
        return counted(run.counts)


@admin.register(StaleGroup)
class StaleGroupDesk(Desk):
    """Work still to be done."""

    teaching = _("What still has to be computed again. Normally empty; the next import or decision works it off.")
    empty_help = _("Everything is up to date.")
    list_display = ("key", "kind")
    list_filter = ("kind",)
    search_fields = ("key",)
    ordering = ("id",)
    fields = ("kind", "key")
