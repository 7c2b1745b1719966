"""Printed facts by which pages tell each other's years."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .pages import Page


class DatingMark(models.Model):
    """A fact of an article that places it in time: a name with its post, a reporter, a number of a series.

    `key` is the same for the same fact wherever it is printed; `label` is how people read it. `day` is the page's day where
    the page tells it by itself (a printed year, its issue, an editor's date), empty for a page whose year is concluded.
    """

    page = models.ForeignKey(Page, models.CASCADE, related_name="dating_marks", verbose_name=_("page"))
    reading_order = models.PositiveIntegerField(_("reading order"))
    key = models.CharField(max_length=300)
    label = models.CharField(_("as printed"), max_length=200)
    number = models.PositiveIntegerField(_("number"), null=True, blank=True)
    day = models.DateField(_("day"), null=True, blank=True)

    class Meta:
        verbose_name = _("mark of time")
        verbose_name_plural = _("marks of time")
        ordering = ("page", "reading_order", "key", "number")
        indexes = [models.Index(fields=["key", "day"], name="datingmark_key")]

    def __str__(self) -> str:
        return self.label


class AttestedQuarter(models.Model):
    """On how many pages of known day a fact is printed in a quarter (articles.attested.quarter): what its marks add up to.

    `slot` is the same for all names with one post that has one holder at a time, empty for other facts.
    """

    key = models.CharField(max_length=300)
    slot = models.CharField(max_length=300, blank=True)
    quarter = models.PositiveIntegerField()
    pages = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("attested quarter")
        verbose_name_plural = _("attested quarters")
        ordering = ("key", "quarter")
        indexes = [models.Index(fields=["slot", "quarter"], name="attestedquarter_slot")]
        constraints = [models.UniqueConstraint(fields=["key", "quarter"], name="attestedquarter_once")]

    def __str__(self) -> str:
        return f"{self.key} {self.quarter}"
