"""Statements: who said what, as the paper reports it."""

from typing import Any

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from articles.models import Statement
from articles.querysets import public_article
from people.querysets import public_person

from ..filtering import Day, Filters, Identity, Where, begins_on_or_before, ends_on_or_after
from ..moved import surviving_article, surviving_person
from ..ordering import ID, Key, Ordering
from ..projection import Field
from ..resource import Resource
from ..searching import statements_with
from ..values import address, article_reference, body_if_masked, cut_date, integer, person_reference, stretch, text

SPEAKER = "speaker__citations__person"


def public_statements() -> QuerySet[Statement, Any]:
    """Statements of public articles whose speaker is linked to a public person, whose id is `person`."""
    linked = Statement.objects.filter(public_article("article__"), public_person(f"{SPEAKER}__"), speaker__citations__active=True)
    return linked.alias(person=F(f"{SPEAKER}_id"))


SAID: tuple[Field, ...] = (
    text("verb", help_text=_("As printed: 强调, 指出, 要求 …")),
    stretch("quote", "article__", lambda row: row["start"], lambda row: row["end"], "quote"),
    integer("start", help_text=_("Offset in the article's body, in Unicode code points")),
    integer("end"),
)


class StatementFilters(Filters):
    """The filters of statements."""

    person = Identity(lambda person: Q(person=person), surviving_person, help_text=_("Id of the speaker"))
    article = Identity(lambda article: Q(article=article), surviving_article, help_text=_("Id of the article"))
    verb = Where(lambda verb: Q(verb=verb), help_text=_("The verb as printed, exactly"))
    date_after = Day(ends_on_or_after("article__"), help_text=_("On this day or later"))
    date_before = Day(begins_on_or_before("article__"), help_text=_("On this day or earlier"))
    search = Where(statements_with, help_text=_("Part of what was said"))


STATEMENTS = Resource(
    name="statements",
    component="Statement",
    title=_("Statements"),
    rows=public_statements,
    fields=(
        integer("id"),
        address("statements"),
        person_reference("speaker", SPEAKER),
        article_reference("article", "article"),
        *SAID,
        cut_date("date", "article__date_first", "article__date_precision"),
    ),
    orderings=(
        Ordering(
            "",
            (
                Key("article__page__name", "text"),
                Key("article__page__sha256", "text"),
                Key("article__reading_order", "integer"),
                Key("start", "integer"),
                ID,
            ),
        ),
    ),
    filters=StatementFilters,
    expressions=body_if_masked("article__"),
)
