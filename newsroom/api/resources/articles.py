"""Articles: what the pages print."""

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.functions import Left
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from articles.masking import mask
from articles.models import Article, DateBasis, DateCertainty, HeadlineState, Reporter, ReviewState
from people.models import Appearance
from people.querysets import public_person

from ..filtering import Day, Filters, Identity, Where, Word, begins_on_or_before, ends_on_or_after
from ..moved import surviving_article, surviving_event, surviving_person
from ..ordering import ID, Key, Ordering
from ..projection import Context, Many, ParentKey, Row, Source, Value
from ..resource import Resource
from ..searching import articles_by, articles_with
from ..values import address, choice, cut_date, integer, masked, masked_list, reference, text, whole_date
from .article_parts import EVENTS_REPORTED, PEOPLE_NAMED, STATEMENTS_MADE
from .events import public_event_citations

EXCERPT_CHARACTERS = 120
LONGEST_NAME_CHARACTERS = 50
NATURAL = (Key("page__name", "text"), Key("page__sha256", "text"), Key("reading_order", "integer"), ID)


class DateReason(serializers.Serializer[Any]):
    """Why an article is of that year."""

    rule = serializers.CharField()
    years = serializers.ListField(child=serializers.IntegerField())
    weight = serializers.FloatField()
    detail = serializers.CharField()


class DateCandidate(serializers.Serializer[Any]):
    """A year that an article may be of, and how likely it is, 0–1."""

    year = serializers.IntegerField()
    weight = serializers.FloatField()


def _candidates(row: Row, _context: Context) -> list[dict[str, float]]:
    return [{"year": year, "weight": share} for year, share in row["date_candidates"]]


def _excerpt(row: Row, _context: Context) -> str:
    opening = mask(row["opening"], row["masked_names"])
    return opening if len(opening) <= EXCERPT_CHARACTERS else opening[:EXCERPT_CHARACTERS] + "…"


def _opening(_context: Context) -> Combinable:
    # Longer than what is shown by one name, so that a name that must be masked is not cut in two before it is.
    return Left("body", EXCERPT_CHARACTERS + LONGEST_NAME_CHARACTERS)


def _reporters(keys: list[ParentKey]) -> QuerySet[Reporter, Any]:
    return Reporter.objects.filter(article__in=[key[0] for key in keys]).order_by("article", "order")


def _naming(*conditions: Q, **more: Any) -> Q:
    return Q(pk__in=Appearance.objects.filter(public_person("person__"), *conditions, **more).values("article"))


def _of_area(area: str) -> Q:
    return _naming(Q(area=area) | Q(post_rows__role__organization__area__path=area))


class ArticleFilters(Filters):
    """The filters of articles."""

    page = Identity(lambda page: Q(page=page), help_text=_("Id of the page"))
    page_name = Where(lambda name: Q(page__name=name), help_text=_("Name of the page, exactly; several pages may have it"))
    person = Identity(lambda person: _naming(person=person), surviving_person, help_text=_("Id of a person who is named"))
    role = Identity(lambda role: _naming(post_rows__role=role), help_text=_("Id of a role that is printed beside a name"))
    event = Identity(
        lambda event: Q(pk__in=public_event_citations().filter(event=event).values("report__article")),
        surviving_event,
        help_text=_("Id of an event that is reported"),
    )
    date_after = Day(ends_on_or_after(), help_text=_("On this day or later"))
    date_before = Day(begins_on_or_before(), help_text=_("On this day or earlier"))
    date_basis = Word(
        lambda basis: Q(date_basis=basis), words=DateBasis.values, help_text=_("What the weakest part of the date rests on")
    )
    headline_state = Word(
        lambda state: Q(headline_state=state), words=HeadlineState.values, help_text=_("How much of the headline is left")
    )
    review_state = Word(
        lambda state: Q(review_state=state), words=ReviewState.values, help_text=_("Whether an editor has looked at it")
    )
    reporter = Where(articles_by, help_text=_("A name in the byline, exactly"))
    area = Where(_of_area, help_text=_("Name (云岭县) or full path (青原省临江市云岭县) of the area of a post that is printed"))
    search = Where(articles_with, help_text=_("Part of headline or body"))


ARTICLES = Resource(
    name="articles",
    component="Article",
    title=_("Articles"),
    rows=Article.objects.public,
    fields=(
        integer("id"),
        address("articles"),
        reference("page", "PageReference", "pages", "page_id", text("name", "page__name")),
        integer("reading_order", help_text=_("Place on the page, from 1")),
        masked("headline", nullable=True),
        choice("headline_state", HeadlineState.choices),
        masked("section", nullable=True, help_text=_("Section head")),
        masked("dateline", nullable=True, help_text=_("As printed")),
        cut_date("date", "date_first", "date_precision"),
        whole_date("date_end", help_text=_("Last day of a printed range")),
        choice("date_basis", DateBasis.choices),
        choice("date_certainty", DateCertainty.choices, nullable=True),
        masked("byline", nullable=True, help_text=_("As printed")),
        Many(
            "reporters",
            "Reporter",
            (masked("name", article="article__", column="name"),),
            Source("reporter_list", _reporters, of=("id",), by=("article_id",)),
            flat=True,
        ),
        Value("excerpt", serializers.CharField(), ("opening", "masked_names"), _excerpt),
        choice("review_state", ReviewState.choices),
    ),
    detail=(
        masked("body", help_text=_("Paragraphs separated by a newline; offsets count its Unicode code points")),
        integer("text_version"),
        masked_list("date_reasons", "", shape=DateReason(many=True)),
        Value("date_candidates", DateCandidate(many=True), ("date_candidates",), _candidates),
        PEOPLE_NAMED,
        EVENTS_REPORTED,
        STATEMENTS_MADE,
    ),
    orderings=(
        Ordering("", NATURAL),
        Ordering("date", (Key("date_first", "day", nullable=True), *NATURAL)),
        Ordering("id", (ID,)),
    ),
    filters=ArticleFilters,
    expressions={"opening": _opening},
    moved=surviving_article,
)
