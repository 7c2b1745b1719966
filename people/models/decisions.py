"""What machines suggest and editors decide about records."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class RecordKind(models.TextChoices):
    """Which kind of record a decision is about."""

    PERSON = "person", _("person")
    EVENT = "event", _("event")


class Judgement(models.Model):
    """One decision about records, withdrawn but never changed.

    same, differ, unsure: between `left` and `right` (public ids; on `same` the left one stays). assign: the mention at
    `anchors` means person `left`. field: `field` of record `left` shall be `after`. confirm, withhold: record `left`.
    `anchors`: {"left": […], "right": […]} of [page sha256, raw offset], the evidence that stood for each side then; by it
    the decision finds its records again.
    """

    class Kind(models.TextChoices):
        """What is decided."""

        SAME = "same", _("the same")
        DIFFER = "differ", _("different")
        UNSURE = "unsure", _("unsure")
        ASSIGN = "assign", _("whom the name means")
        FIELD = "field", _("a field's value")
        CONFIRM = "confirm", _("confirmed")
        WITHHOLD = "withhold", _("withheld")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    record = models.CharField(_("record"), max_length=6, choices=RecordKind, default=RecordKind.PERSON)
    left = models.PositiveBigIntegerField(_("record id"))
    right = models.PositiveBigIntegerField(_("other record id"), null=True, blank=True)
    field = models.CharField(_("field"), max_length=40, blank=True)
    before = models.JSONField(_("before"), null=True, blank=True)
    after = models.JSONField(_("after"), null=True, blank=True)
    anchors = models.JSONField(_("evidence"), default=dict)
    names = models.JSONField(_("names concerned"), default=list)
    reason = models.TextField(_("reason"), blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by"))
    made_at = models.DateTimeField(_("at"), auto_now_add=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
                                     verbose_name=_("withdrawn by"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("judgement")
        verbose_name_plural = _("judgements")
        ordering = ("-id",)
        indexes = [
            models.Index(fields=["record", "left"], condition=Q(withdrawn_at=None), name="judgement_left"),
            models.Index(fields=["record", "right"], condition=Q(withdrawn_at=None), name="judgement_right"),
        ]
        constraints = [
            models.CheckConstraint(name="judgement_pair", condition=(
                Q(kind__in=["same", "differ", "unsure"], right__isnull=False) & ~Q(left=F("right")))
                | (~Q(kind__in=["same", "differ", "unsure"]) & Q(right__isnull=True))),
            models.CheckConstraint(name="judgement_field_named", condition=Q(kind="field") & ~Q(field="")
                                   | ~Q(kind="field") & Q(field="")),
            models.CheckConstraint(name="judgement_withdrawn_whole", condition=Q(withdrawn_at=None, withdrawn_by=None)
                                   | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.left} {self.right or ''}".rstrip()


class Suggestion(models.Model):
    """Two records that may be one, with the linker's reasons; refreshed at will, never a decision."""

    record = models.CharField(_("record"), max_length=6, choices=RecordKind, default=RecordKind.PERSON)
    left = models.PositiveBigIntegerField(_("record id"))
    right = models.PositiveBigIntegerField(_("other record id"))
    score = models.FloatField(_("score"))
    reasons = models.JSONField(_("reasons"), default=list)
    linker_version = models.CharField(_("linker version"), max_length=40)

    class Meta:
        verbose_name = _("suggestion")
        verbose_name_plural = _("suggestions")
        ordering = ("-score", "left", "right")
        indexes = [models.Index(fields=["record", "right"], name="suggestion_right")]
        constraints = [
            models.UniqueConstraint(fields=["record", "left", "right"], name="suggestion_once"),
            models.CheckConstraint(name="suggestion_pair", condition=Q(left__lt=F("right"))),
            models.CheckConstraint(name="suggestion_score_share", condition=Q(score__gte=0, score__lte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.left} ~ {self.right}"


class Redirect(models.Model):
    """The record `old` is now part of `new`; ends when the merge is undone."""

    record = models.CharField(_("record"), max_length=6, choices=RecordKind, default=RecordKind.PERSON)
    old = models.PositiveBigIntegerField(_("old id"))
    new = models.PositiveBigIntegerField(_("new id"))

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        ordering = ("record", "old")
        indexes = [models.Index(fields=["record", "new"], name="redirect_new")]
        constraints = [
            models.UniqueConstraint(fields=["record", "old"], name="redirect_once"),
            models.CheckConstraint(name="redirect_away", condition=~Q(old=F("new"))),
        ]

    def __str__(self) -> str:
        return f"{self.old} → {self.new}"
