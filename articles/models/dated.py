"""A date that may be known to the day, the month or the year only, with what it rests on."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from .choices import DateBasis, DateCertainty, DatePrecision

SHOWN_CHARACTERS = {DatePrecision.DAY: 10, DatePrecision.MONTH: 7, DatePrecision.YEAR: 4}


def partial_date(first: date | None, precision: str) -> str | None:
    """ISO date cut to what is known of it: (2022-10-01, "month") → "2022-10"; None stays None."""
    return first.isoformat()[: SHOWN_CHARACTERS[DatePrecision(precision)]] if first else None


class Dated(models.Model):
    """`date_first`–`date_last` bound the date (equal for a known day); `date_end` closes a printed range of days."""

    date_first = models.DateField(_("earliest date"), null=True, blank=True)
    date_last = models.DateField(_("latest date"), null=True, blank=True)
    date_precision = models.CharField(_("precision"), max_length=5, choices=DatePrecision, blank=True)
    date_end = models.DateField(_("last day of a range"), null=True, blank=True)
    date_basis = models.CharField(_("basis of the date"), max_length=8, choices=DateBasis, default=DateBasis.UNKNOWN)
    date_certainty = models.CharField(_("certainty"), max_length=8, choices=DateCertainty, blank=True)

    class Meta:
        abstract = True

    @property
    def date(self) -> str | None:
        """The date as the API shows it: "2022-12-26", "2022-12", "2022" or None."""
        return partial_date(self.date_first, self.date_precision)

    @staticmethod
    def date_constraints(table: str) -> list[models.BaseConstraint]:
        """Either all of a date or none of it, and its bounds in order."""
        known = models.Q(date_first__isnull=False, date_last__isnull=False) & ~models.Q(date_precision="")
        unknown = models.Q(date_first__isnull=True, date_last__isnull=True, date_end__isnull=True, date_precision="",
                           date_basis=DateBasis.UNKNOWN)
        return [
            models.CheckConstraint(name=f"{table}_date_whole", condition=known | unknown),
            models.CheckConstraint(name=f"{table}_date_order", condition=models.Q(date_first__isnull=True)
                                   | models.Q(date_first__lte=models.F("date_last"))),
            models.CheckConstraint(name=f"{table}_date_range", condition=models.Q(date_end__isnull=True)
                                   | models.Q(date_end__gte=models.F("date_first"))),
        ]
