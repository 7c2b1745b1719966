"""What was found in an article: people with their posts and mentions, events, statements."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from articles.models import Mention, Statement
from people.models import Appearance, EventCitation
from people.querysets import public_person

from ..projection import Field, Many, ParentKey, Source
from ..values import address, body_if_masked, integer, masked, masked_list, person_reference, stretch, text
from .events import event_reference_fields, public_event_citations
from .statements import SAID, SPEAKER, public_statements


class PrintedPost(serializers.Serializer[Any]):
    """A post that is printed beside a name."""

    label = serializers.CharField(help_text=_("The customary short title"))  # type: ignore[assignment]
    organization = serializers.CharField(allow_null=True, help_text=_("Full official name"))
    area = serializers.CharField(allow_null=True)


def _appearances(keys: list[ParentKey]) -> QuerySet[Appearance, Any]:
    return Appearance.objects.filter(public_person("person__"), article__in=[key[0] for key in keys]).order_by(
        "article", "order", "pk"
    )


def _mentions(keys: list[ParentKey]) -> QuerySet[Mention, Any]:
    articles, people = {article for article, _person in keys}, {person for _article, person in keys}
    cited = Mention.objects.filter(field="body", article__in=articles, citations__active=True, citations__person__in=people)
    return cited.order_by("article", "start")


def _events(keys: list[ParentKey]) -> QuerySet[EventCitation, Any]:
    return (
        public_event_citations()
        .filter(report__article__in=[key[0] for key in keys])
        .order_by("report__article", "report__order", "pk")
    )


def _statements(keys: list[ParentKey]) -> QuerySet[Statement, Any]:
    return public_statements().filter(article__in=[key[0] for key in keys]).order_by("article", "start", "pk")


MENTION: tuple[Field, ...] = (
    integer("start", help_text=_("Offset in the article's body, in Unicode code points")),
    integer("end"),
    stretch("exact", "article__", lambda row: row["start"], lambda row: row["end"], "exact"),
    stretch("prefix", "article__", lambda row: row["start"] - len(row["prefix"]), lambda row: row["start"], "prefix"),
    stretch("suffix", "article__", lambda row: row["end"], lambda row: row["end"] + len(row["suffix"]), "suffix"),
)
MENTIONS = Many(
    "mentions",
    "Mention",
    MENTION,
    Source(
        "mention_list",
        _mentions,
        of=("article_id", "person_id"),
        by=("article_id", "citations__person_id"),
        expressions=body_if_masked("article__"),
    ),
)
PEOPLE_NAMED = Many(
    "people",
    "PersonNamed",
    (
        person_reference("person", "person"),
        masked("name_as_printed", "name_as_printed", "article__"),
        masked_list("roles_as_printed", "article__"),
        text("area", nullable=True, help_text=_("County, city or province of the first post; 全国 for national posts")),
        masked_list("posts", "article__", shape=PrintedPost(many=True)),
        MENTIONS,
    ),
    Source("people_list", _appearances, of=("id",), by=("article_id",)),
)
EVENTS_REPORTED = Many(
    "events",
    "EventReference",
    event_reference_fields("event"),
    Source("event_list", _events, of=("id",), by=("report__article_id",), unique="event_id"),
)
STATEMENTS_MADE = Many(
    "statements",
    "StatementMade",
    (integer("id"), address("statements"), person_reference("speaker", SPEAKER), *SAID),
    Source("statement_list", _statements, of=("id",), by=("article_id",), expressions=body_if_masked("article__")),
)
