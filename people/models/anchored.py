"""What ties a record to a place on a raw page."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Page


class Anchored(models.Model):
    """Evidence stands for a record. Anchored to the raw page, so that it outlives a new reading.

    One active row per piece of evidence. Inactive ones remember which record the same characters once stood for: by them a
    record that is computed again gets its old id back. `EVIDENCE` and `RECORD` name the two foreign keys.
    """

    EVIDENCE: ClassVar[str]
    RECORD: ClassVar[str]

    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    raw_start = models.PositiveIntegerField()
    active = models.BooleanField(default=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.page}:{self.raw_start}"

    @property
    def evidence_id(self) -> Any:
        """The id of the mention or report, None while a new reading hasn't got it."""
        return getattr(self, f"{self.EVIDENCE}_id")

    @property
    def record_id(self) -> Any:
        """The id of the person or event."""
        return getattr(self, f"{self.RECORD}_id")
