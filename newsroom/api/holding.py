"""Who held a post on a day, and how that is known."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value, When

from articles.models import DatePrecision
from articles.querysets import public_article
from people.models import AppearancePost, Tenure
from people.qualifiers import COMING, FORMER
from people.querysets import public_person

ATTESTED, EDITED, BETWEEN = CERTAINTIES = ("attested", "edited", "between")


@dataclass(frozen=True)
class Holding:
    """The question "held on `day`", of one role or one person where given.

    A bound that documents or editors set (`date_start`, `date_end`) counts in place of the attested one on its side; a bound
    that is not known at all never matches. attested: an article of that very day prints the post; edited: between bounds of
    which at least one is a document's; between: between first and last citation, or in a short gap between two holders of a
    post that has one at a time (then either may have held it: both answer). 原 and 拟任 are no answer.
    """

    day: date
    role: int | None = None
    person: int | None = None

    def tenures(self) -> QuerySet[Any, Any]:
        """The public tenures that answer the question, each with `rank`, its place in `CERTAINTIES`."""
        asked = {name: value for name, value in (("role", self.role), ("person", self.person)) if value is not None}
        undoubted = Tenure.objects.filter(public_person("person__"), self._within(), doubtful=False, **asked)
        return undoubted.annotate(rank=self.rank())

    def rank(self) -> Case:
        """For a row of `Tenure`: the place in `CERTAINTIES`, or None where the post was not held that day."""
        printed = AppearancePost.objects.filter(
            public_article("appearance__article__"),
            ~Q(qualifier__contains=FORMER),
            ~Q(qualifier__contains=COMING),
            role=OuterRef("role"),
            appearance__person=OuterRef("person"),
            appearance__article__date_first=self.day,
            appearance__article__date_last=self.day,
        )
        edited = Q(date_start__isnull=False) | Q(date_end__isnull=False)
        within = self._within()
        return Case(
            When(within & Q(Exists(printed)), then=Value(CERTAINTIES.index(ATTESTED))),
            When(within & edited, then=Value(CERTAINTIES.index(EDITED))),
            When(within, then=Value(CERTAINTIES.index(BETWEEN))),
            default=Value(None),
            output_field=IntegerField(null=True),
        )

    def _within(self) -> Q:
        """The day lies between the bounds; of a bound known to the month or year, anywhere in that month or year."""
        day = self.day
        month_last = day.replace(day=monthrange(day.year, day.month)[1])
        begun = (
            Q(date_start__lte=day)
            | Q(date_start__lte=month_last, date_start_precision=DatePrecision.MONTH)
            | Q(date_start__lte=day.replace(month=12, day=31), date_start_precision=DatePrecision.YEAR)
            | Q(date_start=None, first_cited__lte=day)
            | Q(date_start=None, presumed_from__lte=day)
        )
        unfinished = (
            Q(date_end__gte=day)
            | Q(date_end__gte=day.replace(day=1), date_end_precision=DatePrecision.MONTH)
            | Q(date_end__gte=day.replace(month=1, day=1), date_end_precision=DatePrecision.YEAR)
            | Q(date_end=None, last_cited__gte=day)
            | Q(date_end=None, presumed_until__gte=day)
            | Q(date_end=None, last_cited=None) & self._in_first_period()
        )
        return begun & unfinished & ~Q(qualifier__contains=COMING)

    def _in_first_period(self) -> Q:
        """Of a tenure of which only the beginning is known: the day lies in the day, month or year of that."""
        return (
            Q(date_start=self.day)
            | Q(date_start=self.day.replace(day=1), date_start_precision=DatePrecision.MONTH)
            | Q(date_start=self.day.replace(month=1, day=1), date_start_precision=DatePrecision.YEAR)
        )


def strongest_first(tenures: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    """Tenures of `Holding.tenures`, the surest first."""
    return tenures.order_by(F("rank").asc(), "pk")
