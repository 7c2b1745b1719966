"""What is told of a post that somebody holds, beside the person and beside the role alike."""

from datetime import timedelta
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from articles.masking import mask
from articles.models import Article
from people.models import TenureDocument

from ..projection import Context, Expressions, Field, Many, ParentKey, Row, Source, Value
from ..values import certainty, cut_date, integer, text, whole_date

TERMS: tuple[Field, ...] = (
    whole_date("first_cited", help_text=_("What the pages attest; not when the post was taken up")),
    whole_date("last_cited", help_text=_("What the pages attest; not when the post was left")),
    integer("citations", help_text=_("Articles that print the post beside the name")),
    cut_date(
        "date_start", "date_start", "date_start_precision", help_text=_("What documents and editors know, cut short if need be")
    ),
    cut_date("date_end", "date_end", "date_end_precision", help_text=_("What documents and editors know, cut short if need be")),
    text("qualifier", nullable=True, help_text=_("常务 代 挂职 兼 主持工作 拟任")),
    integer("term", nullable=True, help_text=_("届")),
)
HOW = text("how", nullable=True, help_text=_("选举 任命"))
CERTAINTY = certainty()


class Step(serializers.Serializer[Any]):
    """How a holder is called by the post, and when: 代县长, then 县长."""

    qualifier = serializers.CharField(allow_null=True)
    first_cited = serializers.DateField(allow_null=True)
    last_cited = serializers.DateField(allow_null=True)
    citations = serializers.IntegerField()


class CitingArticle(serializers.Serializer[Any]):
    """An article that attests a post."""

    id = serializers.IntegerField()
    url = serializers.URLField()
    headline = serializers.CharField(allow_null=True)


class Gap(serializers.Serializer[Any]):
    """Days of which nothing says who held a post; that says nothing of the post, as not every issue is there."""

    first = serializers.DateField()
    last = serializers.DateField()


def _citing(keys: list[ParentKey]) -> QuerySet[Article, Any]:
    return Article.objects.public().filter(pk__in=[key[0] for key in keys])


def _cited_in(name: str, help_text: Any) -> Value:
    """The public article whose id is in the column `name`_id, withheld names blotted out of its headline."""
    column = f"{name}_id"
    source = Source(f"{name}_rows", _citing, of=(column,), by=("id",), columns=("id", "headline", "masked_names"))

    def compute(row: Row, context: Context) -> dict[str, Any] | None:
        for article in row[source.name]:
            headline = mask(article["headline"], article["masked_names"]) or None
            return {"id": article["id"], "url": context.url("articles", article["id"]), "headline": headline}
        return None

    return Value(name, CitingArticle(allow_null=True, help_text=help_text), (column,), compute, sources=(source,))


def _documents(keys: list[ParentKey]) -> QuerySet[TenureDocument, Any]:
    people, roles = {person for person, _role in keys}, {role for _person, role in keys}
    active = TenureDocument.objects.filter(person__in=people, role__in=roles, withdrawn_at=None)
    return active.order_by("person", "role", F("date_start").asc(nulls_first=True), "source", "pk")


def _gap(row: Row, _context: Context) -> dict[str, Any] | None:
    if row["gap_from"] is None or row["begins"] is None or row["gap_from"] >= row["begins"]:
        return None
    return {"first": row["gap_from"], "last": row["begins"] - timedelta(1)}


DOCUMENTS = Many(
    "documents",
    "TenureDocument",
    (
        text("source", help_text=_("The document or book")),
        text("post", "printed", help_text=_("The post as the document has it")),
        cut_date("date_start", "date_start", "date_start_precision"),
        cut_date("date_end", "date_end", "date_end_precision"),
        text("qualifier", nullable=True),
        integer("term", nullable=True, help_text=_("届")),
        text("how", nullable=True, help_text=_("选举 任命")),
        text("remark", nullable=True),
    ),
    Source("document_rows", _documents, of=("person_id", "role_id"), by=("person_id", "role_id")),
)
EVIDENCE: tuple[Field, ...] = (
    Value("steps", Step(many=True, help_text=_("The qualifiers that pages print, in order of time")), ("steps",)),
    _cited_in("first_article", _("The article of the first citation")),
    _cited_in("last_article", _("The article of the last citation")),
    DOCUMENTS,
    Value("gap_before", Gap(allow_null=True, help_text=_("Days before it of which nothing says who held the post")),
          ("gap_from", "begins"), _gap),
)


def _rank(context: Context) -> Combinable:
    holding: Any = context.holding
    rank: Combinable = holding.rank()
    return rank


RANKED: Expressions = {"rank": _rank}
