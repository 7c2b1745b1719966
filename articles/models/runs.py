"""What the machine did and what it still has to do."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .pages import Page


class ImportRun(models.Model):
    """One call of the importer: what was asked and what came of it."""

    started_at = models.DateTimeField(_("started at"), auto_now_add=True)
    finished_at = models.DateTimeField(_("finished at"), null=True, blank=True)
    asked = models.JSONField(_("asked for"), default=dict)
    counts = models.JSONField(_("outcome"), default=dict)

    class Meta:
        verbose_name = _("import run")
        verbose_name_plural = _("import runs")
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class RefusedFile(models.Model):
    """A file that an import run could not take, and why."""

    run = models.ForeignKey(ImportRun, models.CASCADE, related_name="refused", verbose_name=_("import run"))
    path = models.CharField(_("path"), max_length=1000)
    reason = models.CharField(_("reason"), max_length=500)
    size = models.PositiveBigIntegerField(_("bytes"), null=True, blank=True)

    class Meta:
        verbose_name = _("refused file")
        verbose_name_plural = _("refused files")
        ordering = ("-run", "path")

    def __str__(self) -> str:
        return self.path


class ReadingRun(models.Model):
    """One reading of one page: which reader, with how many active corrections, and what it found."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="readings", verbose_name=_("page"))
    reader_version = models.CharField(_("reader version"), max_length=80)
    corrections = models.PositiveIntegerField(_("corrections"), default=0)
    counts = models.JSONField(_("found"), default=dict)
    read_at = models.DateTimeField(_("read at"), auto_now_add=True)

    class Meta:
        verbose_name = _("reading")
        verbose_name_plural = _("readings")
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.page} {self.reader_version}"


class StaleGroup(models.Model):
    """A group of evidence whose records have to be computed again: written with the page, removed by the linker.

    Marks are only ever added: the linker removes the rows it saw, so a mark set while it works survives.
    """

    class Kind(models.TextChoices):
        """Which stage has to run again."""

        FACTS = "facts", _("marks of time")
        DATES = "dates", _("dates")
        SIGHTINGS = "sightings", _("sightings")
        CHANGED = "changed", _("identity where sightings changed")
        NAME = "name", _("identity")
        EVENT = "event", _("events")

    kind = models.CharField(max_length=9, choices=Kind)
    key = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("stale group")
        verbose_name_plural = _("stale groups")
        indexes = [models.Index(fields=["kind", "key"], name="stalegroup_key")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
