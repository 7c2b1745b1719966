"""Pages: the imported files, as a historian cites them."""

from typing import Any

from django.db.models import Count, OuterRef, Subquery
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from articles.models import Article, Newspaper, Page

from ..ordering import ID, Key, Ordering
from ..projection import Context, Nested, Row, Value
from ..resource import Resource
from ..values import address, integer, text, whole_date

CITED = ("name", "newspaper__name", "issue_date", "section")


def _citation(row: Row, _context: Context) -> str:
    paper = Newspaper(name=row["newspaper__name"]) if row["newspaper__name"] else None
    return Page(name=row["name"], newspaper=paper, issue_date=row["issue_date"], section=row["section"]).citation


def _imported_at(row: Row, _context: Context) -> str:
    return localtime(row["imported_at"]).isoformat(timespec="seconds")


def _articles(_context: Context) -> Combinable:
    found: Any = Article.objects.public().filter(page=OuterRef("pk")).order_by().values("page").annotate(number=Count("pk"))
    return Coalesce(Subquery(found.values("number")), 0)


NEWSPAPER = Nested(
    "newspaper", "Newspaper", (integer("id", "newspaper_id"), text("name", "newspaper__name")), present="newspaper_id"
)

PAGES = Resource(
    name="pages",
    component="Page",
    title=_("Pages"),
    rows=Page.objects.all,
    fields=(
        integer("id"),
        address("pages"),
        text("name", help_text=_("Name of the file without its ending")),
        NEWSPAPER,
        whole_date("issue_date"),
        text("issue_number", nullable=True),
        text("section", nullable=True, help_text=_("Which page of the issue (第几版)")),
        Value(
            "citation",
            serializers.CharField(help_text=_("《报名》YYYY年M月D日第N版, or 〔出处待补〕 with the page's name")),
            CITED,
            _citation,
        ),
        integer("article_count", "public_articles"),
        Value("imported_at", serializers.DateTimeField(), ("imported_at",), _imported_at),
        text("reader_version"),
    ),
    orderings=(Ordering("", (Key("name", "text"), Key("sha256", "text"), ID)),),
    expressions={"public_articles": _articles},
)
