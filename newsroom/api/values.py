"""The kinds of values that records are declared with."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Case, F, Q, TextField, When
from django.db.models import Value as Constant
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from articles.masking import mask
from articles.models.dated import partial_date

from .holding import CERTAINTIES
from .projection import Context, Expressions, Nested, Row, Value

PARTIAL_DATE = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"


def integer(name: str, column: str = "", nullable: bool = False, **shape: Any) -> Value:
    """A whole number."""
    return Value(name, serializers.IntegerField(allow_null=nullable, **shape), (column or name,))


def truth(name: str, **shape: Any) -> Value:
    """True or false."""
    return Value(name, serializers.BooleanField(**shape), (name,))


def text(name: str, column: str = "", nullable: bool = False, **shape: Any) -> Value:
    """A text; with `nullable`, an empty one is null."""
    column = column or name
    compute = (lambda row, _context: row[column] or None) if nullable else None
    return Value(name, serializers.CharField(allow_null=nullable, **shape), (column,), compute)


def choice(name: str, choices: Iterable[tuple[str, Any]], nullable: bool = False, **shape: Any) -> Value:
    """One of a closed list of words; with `nullable`, an empty one is null."""
    field = serializers.ChoiceField(choices=list(choices), allow_null=nullable, **shape)
    return Value(name, field, (name,), (lambda row, _context: row[name] or None) if nullable else None)


def whole_date(name: str, column: str = "", **shape: Any) -> Value:
    """A day, YYYY-MM-DD, or null."""
    return Value(name, serializers.DateField(allow_null=True, **shape), (column or name,))


def cut_date(name: str, column: str, precision: str, **shape: Any) -> Value:
    """A date cut short to what is known of it (2022-12-26, 2022-12, 2022), or null."""

    def compute(row: Row, _context: Context) -> str | None:
        return partial_date(row[column], row[precision] or "day")

    shape.setdefault("help_text", _("YYYY-MM-DD, cut short to YYYY-MM or YYYY when less is known"))
    return Value(name, serializers.RegexField(PARTIAL_DATE, allow_null=True, **shape), (column, precision), compute)


def address(resource: str, column: str = "id", name: str = "url") -> Value:
    """The absolute URL of the record whose id is in the column."""
    return Value(name, serializers.URLField(), (column,), lambda row, context: context.url(resource, row[column]))


def certainty() -> Value:
    """How a post is known to be held on the day that `on=` asks for; shows in such answers only."""
    field = serializers.ChoiceField(
        choices=[(name, name) for name in CERTAINTIES],
        allow_null=True,
        required=False,
        help_text=_(
            "In answers to on= only: attested, an article of that very day prints it; edited, documents or editors state it; "
            "between, the day lies between citations, or in a gap of two years at most between two holders of a post that has "
            "one (both answer)"
        ),
    )

    def compute(row: Row, _context: Context) -> str | None:
        return None if row["rank"] is None else CERTAINTIES[row["rank"]]

    return Value("certainty", field, ("rank",), compute, when=lambda context: context.holding is not None)


def masked(name: str, column: str = "", article: str = "", nullable: bool = False, **shape: Any) -> Value:
    """A text of the article at the end of the look-up `article` ("", "article__"), withheld names blotted out."""
    column, names = column or f"{article}{name}", f"{article}masked_names"

    def compute(row: Row, _context: Context) -> str | None:
        return mask(row[column] or "", row[names]) or (None if nullable else "")

    return Value(name, serializers.CharField(allow_null=nullable, **shape), (column, names), compute)


def masked_list(name: str, article: str, column: str = "", shape: serializers.Field[Any, Any, Any, Any] | None = None) -> Value:
    """A stored JSON list whose texts come from the article, withheld names blotted out."""
    column, names = column or name, f"{article}masked_names"

    def compute(row: Row, _context: Context) -> Any:
        return blotted(row[column], row[names])

    return Value(name, shape or serializers.ListField(child=serializers.CharField()), (column, names), compute)


def blotted(stored: Any, names: list[str]) -> Any:
    """Stored JSON of our own making (lists of flat objects at most) with the names blotted out of every text.

    >>> blotted([{"label": "柳青的秘书"}], ["柳青"])
    [{'label': '○○的秘书'}]
    """
    if not names:
        return stored
    if isinstance(stored, str):
        return mask(stored, names)
    if isinstance(stored, list):
        return [blotted(one, names) for one in stored]
    if isinstance(stored, dict):
        return {key: blotted(value, names) for key, value in stored.items()}
    return stored


def stretch(name: str, article: str, start: Callable[[Row], int], end: Callable[[Row], int], column: str, **shape: Any) -> Value:
    """A stretch of the body that is stored in `column`; where names are masked it is cut from the masked body anew.

    A stored stretch may begin or end inside a withheld name, so masking the stretch alone would show half of it.
    """
    names = f"{article}masked_names"

    def compute(row: Row, _context: Context) -> str:
        if not row[names]:
            return str(row[column])
        return mask(row["masked_body"], row[names])[max(start(row), 0) : end(row)]

    return Value(name, serializers.CharField(**shape), (column, names, "masked_body", "start", "end"), compute)


def body_if_masked(article: str) -> Expressions:
    """`masked_body`: the body of the article, read only where names are masked in it."""

    def make(_context: Context) -> Combinable:
        return Case(
            When(Q((f"{article}masked_names", [])), then=Constant("")), default=F(f"{article}body"), output_field=TextField()
        )

    return {"masked_body": make}


def reference(name: str, component: str, resource: str, column: str, label: Value) -> Nested:
    """A nested record: id, url and what it is called."""
    return Nested(name, component, (integer("id", column), address(resource, column), label))


def person_reference(name: str, column: str) -> Nested:
    """A person by the look-up that leads to it (`person`, `speaker__citations__person`)."""
    return reference(name, "PersonReference", "people", f"{column}_id", text("name", f"{column}__name"))


def article_reference(name: str, column: str) -> Nested:
    """An article by the look-up that leads to it; a missing headline is null."""
    headline = masked("headline", article=f"{column}__", nullable=True)
    return reference(name, "ArticleReference", "articles", f"{column}_id", headline)
