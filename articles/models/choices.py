"""The closed vocabularies of the evidence, with the words that people see."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HeadlineState(models.TextChoices):
    """How much of a headline the page still shows."""

    COMPLETE = "complete", _("complete")
    DAMAGED = "damaged", _("damaged")
    MISSING = "missing", _("missing")


class DatePrecision(models.TextChoices):
    """How finely a date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


class DateBasis(models.TextChoices):
    """What the weakest part of a date rests on."""

    STATED = "stated", _("stated")
    INFERRED = "inferred", _("inferred")
    EDITED = "edited", _("edited")
    UNKNOWN = "unknown", _("unknown")


class DateCertainty(models.TextChoices):
    """How sure a date is (确定 / 推定 / 存疑)."""

    CERTAIN = "certain", _("certain")
    PROBABLE = "probable", _("probable")
    DOUBTFUL = "doubtful", _("doubtful")


class ReviewState(models.TextChoices):
    """Whether an editor has looked at it."""

    UNREVIEWED = "unreviewed", _("unreviewed")
    REVIEWED = "reviewed", _("reviewed")


class EventKind(models.TextChoices):
    """The coarse kind of an event; what people see is the printed word."""

    MEETING = "meeting", _("meeting")
    INSPECTION = "inspection", _("inspection")
    VISIT = "visit", _("visit")
    CONTEST = "contest", _("contest")
    DRILL = "drill", _("drill")
    BROADCAST = "broadcast", _("broadcast")
    CEREMONY = "ceremony", _("ceremony")
    APPOINTMENT = "appointment", _("appointment")
    OTHER = "other", _("other")


class Capacity(models.TextChoices):
    """In what capacity somebody took part; the first that fits, in this order."""

    CHAIR = "chair", _("chair")
    LEAD = "lead", _("lead")
    REPORT = "report", _("report")
    SPEAK = "speak", _("speak")
    ACCOMPANY = "accompany", _("accompany")
    ATTEND = "attend", _("attend")
    AWARD = "award", _("award")
    PRESENT = "present", _("present")
