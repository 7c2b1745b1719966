"""What editors decided about the evidence: a log in which rows are withdrawn, never changed."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from .pages import Page


class Correction(models.Model):
    """One decision about a page, anchored to raw offsets (`start`–`end` of `Page.text`).

    text, name, not_name, split, join, furniture: as reading.types.Correction takes them. headline, section, date,
    review, withhold: what one field of the article that holds the anchor shall be, in `after`. `before` is what stood
    there when it was decided. Active while `withdrawn_at` is empty; of two active ones of a kind on one anchor the later
    counts.
    """

    class Kind(models.TextChoices):
        """What is decided."""

        TEXT = "text", _("text")
        NAME = "name", _("this is a name")
        NOT_NAME = "not_name", _("this is no name")
        SPLIT = "split", _("an article begins here")
        JOIN = "join", _("goes on from the article before")
        FURNITURE = "furniture", _("furniture, no text")
        HEADLINE = "headline", _("headline")
        SECTION = "section", _("section head")
        DATE = "date", _("date")
        REVIEW = "review", _("reviewed")
        WITHHOLD = "withhold", _("withheld")

    kind = models.CharField(_("kind"), max_length=9, choices=Kind)
    page = models.ForeignKey(Page, models.CASCADE, related_name="corrections", verbose_name=_("page"))
    start = models.PositiveIntegerField(_("start"))
    end = models.PositiveIntegerField(_("end"))
    before = models.JSONField(_("before"), null=True, blank=True)
    after = models.JSONField(_("after"), null=True, blank=True)
    reason = models.TextField(_("reason"), blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    made_at = models.DateTimeField(_("at"), auto_now_add=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
                                     verbose_name=_("withdrawn by"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ("-id",)
        indexes = [
            models.Index(fields=["page", "start"], condition=Q(withdrawn_at=None), name="correction_active"),
            models.Index(fields=["kind", "page"], condition=Q(withdrawn_at=None), name="correction_active_kind"),
        ]
        constraints = [
            models.CheckConstraint(name="correction_span", condition=Q(start__lte=F("end"))),
            models.CheckConstraint(name="correction_withdrawn_whole", condition=Q(withdrawn_at=None, withdrawn_by=None)
                                   | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.start}–{self.end}"
