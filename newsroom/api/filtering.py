"""The kinds of filters that resources are declared with: strict about values, each one condition."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from django_filters import Filter, FilterSet  # type: ignore[import-untyped]

from .cursors import LARGEST_INTEGER
from .holding import Holding
from .problems import BadParameter

LONGEST_TEXT = 200
LARGEST_NUMBER = 2**31 - 1
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)


class WholeNumberField(forms.Field):
    """A whole number in ASCII digits, from `least` to `most`; `settle` then says which id stands for it today."""

    openapi: dict[str, Any]

    def __init__(self, *, least: int, most: int, settle: Callable[[int], int] | None = None, **options: Any) -> None:
        """`settle` is one of moved.surviving_…"""
        super().__init__(**options)
        self.least, self.most, self.settle = least, most, settle
        self.allowed = [f"{least}–{most}"]
        self.openapi = {"type": "integer", "minimum": least, "maximum": most}

    def to_python(self, value: Any) -> int | None:
        """The number; None without a value. Raises ValidationError for anything else."""
        if value in self.empty_values:
            return None
        if not re.fullmatch(r"[0-9]{1,19}", value, re.ASCII) or not self.least <= int(value) <= self.most:
            raise forms.ValidationError(
                _("A whole number from %(least)d to %(most)d.") % {"least": self.least, "most": self.most}
            )
        return self.settle(int(value)) if self.settle else int(value)


class DayField(forms.Field):
    """A day as YYYY-MM-DD and nothing else."""

    allowed = ["YYYY-MM-DD"]
    openapi = {"type": "string", "format": "date"}

    def to_python(self, value: Any) -> date | None:
        """The day; None without a value. Raises ValidationError for anything else."""
        if value in self.empty_values:
            return None
        try:
            if DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass  # 2022-02-30: refused below like any other malformed day
        raise forms.ValidationError(_("A day as YYYY-MM-DD."))


class TextField(forms.CharField):
    """A text as it stands, blanks included."""

    openapi = {"type": "string", "minLength": 1, "maxLength": LONGEST_TEXT}

    def __init__(self, **options: Any) -> None:
        """Takes at most LONGEST_TEXT characters."""
        super().__init__(max_length=LONGEST_TEXT, strip=False, **options)
        self.allowed = [f"1–{LONGEST_TEXT}"]


class WordField(forms.ChoiceField):
    """One of a closed list of words."""

    def __init__(self, *, words: Iterable[str], **options: Any) -> None:
        """`words` are what is allowed."""
        self.allowed = list(words)
        self.openapi = {"type": "string", "enum": self.allowed}
        super().__init__(choices=[(word, word) for word in self.allowed], **options)


class Where(Filter):  # type: ignore[misc]
    """A filter that is one condition made from its value."""

    field_class: type[forms.Field] = TextField

    def __init__(self, condition: Callable[[Any], Q] | None = None, help_text: Any = "", **options: Any) -> None:
        """`condition` makes the condition; None where a method of the filter set does the filtering."""
        super().__init__(help_text=help_text, **options)
        self.condition = condition

    def filter(self, qs: QuerySet[Any, Any], value: Any) -> QuerySet[Any, Any]:
        """The rows that meet the condition; all without a value."""
        return qs if value in (None, "") or self.condition is None else qs.filter(self.condition(value))


class Identity(Where):
    """By the id of a record; a merged one's stands for the survivor's."""

    field_class = WholeNumberField

    def __init__(self, condition: Callable[[Any], Q], settle: Callable[[int], int] | None = None, **options: Any) -> None:
        """`settle` is one of moved.surviving_…"""
        super().__init__(condition, least=1, most=LARGEST_INTEGER, settle=settle, **options)


class Number(Where):
    """By a number that is printed."""

    field_class = WholeNumberField

    def __init__(self, condition: Callable[[Any], Q], **options: Any) -> None:
        """Takes 0 to the largest number that a record can hold."""
        super().__init__(condition, least=0, most=LARGEST_NUMBER, **options)


class Day(Where):
    """By a day."""

    field_class = DayField


class Word(Where):
    """By one of a closed list of words."""

    field_class = WordField


def ends_on_or_after(prefix: str = "") -> Callable[[date], Q]:
    """The date (of Dated, reached by `prefix`) is known and may lie on the day or later."""
    return lambda day: Q((f"{prefix}date_last__gte", day)) | Q((f"{prefix}date_end__gte", day))


def begins_on_or_before(prefix: str = "") -> Callable[[date], Q]:
    """The date (of Dated, reached by `prefix`) is known and may lie on the day or earlier."""
    return lambda day: Q((f"{prefix}date_first__lte", day))


def in_area(column: str) -> Callable[[str], Q]:
    """The area that `column` leads to has this name (云岭县) or this full path (青原省临江市云岭县)."""
    return lambda area: Q((f"{column}__name", area)) | Q((f"{column}__path", area))


class Filters(FilterSet):  # type: ignore[misc]
    """The filters of one resource."""

    def settled(self) -> None:
        """Checks the values. Raises BadParameter for the first that is malformed, with what is allowed."""
        for name, errors in self.form.errors.items():
            raise BadParameter("malformed-value", name, str(errors[0]), self.form.fields[name].allowed)

    def holding(self) -> Holding | None:
        """What `on=` asks for; None without it."""
        given = self.form.cleaned_data
        return Holding(given["on"], given.get("role"), given.get("person")) if given.get("on") else None
