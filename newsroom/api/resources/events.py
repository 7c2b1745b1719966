"""Events: one record each, however many articles report them."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework import serializers

from articles.masking import mask
from articles.models import Capacity, DateBasis, EventKind
from articles.querysets import public_article
from people.models import Event, EventCitation, Participation
from people.querysets import public_person

from ..filtering import Day, Filters, Identity, Number, Where, Word, begins_on_or_before, ends_on_or_after, in_area
from ..moved import surviving_article, surviving_event, surviving_person
from ..ordering import ID, Key, Ordering
from ..projection import Context, Many, ParentKey, Row, Source, Value
from ..resource import Resource
from ..searching import events_of_series, events_with
from ..values import address, article_reference, choice, cut_date, integer, person_reference, text, whole_date


def public_event_citations() -> QuerySet[EventCitation, Any]:
    """Which public articles report which public events, today."""
    return EventCitation.objects.filter(public_article("report__article__"), active=True, event__in=Event.objects.public())


def _masking(keys: list[ParentKey]) -> QuerySet[EventCitation, Any]:
    cited = EventCitation.objects.filter(active=True, report__isnull=False, event__in=[key[0] for key in keys])
    return cited.exclude(report__article__masked_names=[])


def event_text(name: str, column: str, identity: str, nullable: bool = False) -> Value:
    """A text of the event whose id is in `identity`: names that any article of it must not show are blotted out."""
    masks = Source("masks", _masking, of=(identity,), by=("event_id",), columns=("report__article__masked_names",))

    def compute(row: Row, _context: Context) -> str | None:
        names = {masked for one in row["masks"] for masked in one["report__article__masked_names"]}
        return mask(row[column], sorted(names)) or (None if nullable else "")

    return Value(name, serializers.CharField(allow_null=nullable), (column,), compute, sources=(masks,))


def event_reference_fields(column: str) -> tuple[Value, ...]:
    """An event by the look-up that leads to it: id, url, name."""
    identity = f"{column}_id"
    return (integer("id", identity), address("events", identity), event_text("name", f"{column}__name", identity))


def _participants(keys: list[ParentKey]) -> QuerySet[Participation, Any]:
    taking_part = Participation.objects.filter(public_person("person__"), event__in=[key[0] for key in keys])
    return taking_part.order_by("event", "order", "pk")


def _reports(keys: list[ParentKey]) -> QuerySet[EventCitation, Any]:
    page = "report__article__page__"
    cited = public_event_citations().filter(event__in=[key[0] for key in keys])
    return cited.order_by("event", f"{page}name", f"{page}sha256", "report__article__reading_order", "pk")


WORDS = serializers.ListField(child=serializers.CharField())
PARTICIPANTS = Many(
    "participants",
    "Participant",
    (
        person_reference("person", "person"),
        text("name_as_printed"),
        Value("roles_as_printed", WORDS, ("roles_as_printed",)),
        choice("capacity", Capacity.choices, help_text=_("Coarse; what people are shown is the printed verb")),
        Value("verbs_as_printed", WORDS, ("verbs_as_printed",)),
        integer("order", help_text=_("Place in printed order")),
    ),
    Source("participant_rows", _participants, of=("id",), by=("event_id",)),
)
REPORTS = Many(
    "articles",
    "ArticleReference",
    article_reference("article", "report__article").fields,
    Source("report_rows", _reports, of=("id",), by=("event_id",), unique="report__article_id"),
)


class EventFilters(Filters):
    """The filters of events."""

    kind = Word(lambda kind: Q(kind=kind), words=EventKind.values, help_text=_("Coarse kind"))
    series = Where(events_of_series, help_text=_("Name of the series without its number, exactly"))
    number = Number(lambda number: Q(number=number), help_text=_("118 for 第118次"))
    date_after = Day(ends_on_or_after(), help_text=_("On this day or later"))
    date_before = Day(begins_on_or_before(), help_text=_("On this day or earlier"))
    person = Identity(
        lambda person: Q(pk__in=Participation.objects.filter(public_person("person__"), person=person).values("event")),
        surviving_person,
        help_text=_("Id of a person who took part"),
    )
    area = Where(in_area("area"), help_text=_("Name (云岭县) or full path (青原省临江市云岭县) of the area"))
    article = Identity(
        lambda article: Q(pk__in=public_event_citations().filter(report__article=article).values("event")),
        surviving_article,
        help_text=_("Id of an article that reports it"),
    )
    search = Where(events_with, help_text=_("Part of the name"))


EVENTS = Resource(
    name="events",
    component="Event",
    title=_("Events"),
    rows=Event.objects.public,
    fields=(
        integer("id"),
        address("events"),
        event_text("name", "name", "id"),
        choice("kind", EventKind.choices),
        event_text("activity_as_printed", "activity_as_printed", "id", nullable=True),
        text("organization", "organization__name", nullable=True),
        text("area", "area__name", nullable=True),
        event_text("series", "series", "id", nullable=True),
        integer("term", nullable=True),
        integer("number", nullable=True),
        cut_date("date", "date_first", "date_precision"),
        whole_date("date_end"),
        choice("date_basis", DateBasis.choices),
        event_text("place", "place", "id", nullable=True),
        PARTICIPANTS,
        REPORTS,
    ),
    orderings=(Ordering("date", (Key("date_first", "day", nullable=True), ID)),),
    filters=EventFilters,
    moved=surviving_event,
)
