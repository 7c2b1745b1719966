"""People, and the posts they held."""

from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from articles.models import ReviewState
from articles.querysets import public_article
from people.models import Appearance, Event, Participation, Person, PersonName, Tenure

from ..filtering import Day, Filters, Identity, Where, Word, in_area
from ..holding import strongest_first
from ..moved import surviving_article, surviving_event, surviving_person
from ..ordering import ID, Key, Ordering
from ..projection import Context, Many, Nested, ParentKey, Source
from ..resource import Resource
from ..searching import people_with
from ..values import address, choice, integer, text, whole_date
from .tenures import CERTAINTY, RANKED, TERMS


def _other_names(keys: list[ParentKey]) -> QuerySet[PersonName, Any]:
    return (
        PersonName.objects.filter(person__in=[key[0] for key in keys]).exclude(name=F("person__name")).order_by("person", "name")
    )


def _tenures(keys: list[ParentKey]) -> QuerySet[Tenure, Any]:
    held = Tenure.objects.filter(person__in=[key[0] for key in keys])
    return held.order_by("person", F("begins").asc(nulls_last=True), "role__label", "role__organization__name", "pk")


def _rank(context: Context) -> Combinable:
    holding: Any = context.holding
    return Subquery(strongest_first(holding.tenures().filter(person=OuterRef("pk"))).values("rank")[:1])


def _of_area(area: str) -> Q:
    return in_area("area")(area) | Q(pk__in=Tenure.objects.filter(in_area("role__organization__area")(area)).values("person"))


def _named(name: str) -> Q:
    return Q(pk__in=PersonName.objects.filter(name=name).values("person"))


ROLE = Nested(
    "role",
    "RoleReference",
    (
        integer("id", "role_id"),
        address("roles", "role_id"),
        text("label", "role__label"),
        text("organization", "role__organization__name"),
        text("area", "role__organization__area__name", nullable=True),
    ),
)
OTHER_NAMES = Many(
    "other_names", "OtherName", (text("name"),), Source("name_rows", _other_names, of=("id",), by=("person_id",)), flat=True
)
TENURES = Many(
    "tenures",
    "Tenure",
    (ROLE, *TERMS, CERTAINTY),
    Source("tenure_rows", _tenures, of=("id",), by=("person_id",), expressions=RANKED),
)


class PersonFilters(Filters):
    """The filters of people."""

    name = Where(_named, help_text=_("Any form of the name, exactly"))
    search = Where(people_with, help_text=_("Part of any form of the name"))
    role = Identity(
        lambda role: Q(pk__in=Tenure.objects.filter(role=role).values("person")), help_text=_("Id of a role that they held")
    )
    area = Where(_of_area, help_text=_("Name (云岭县) or full path (青原省临江市云岭县) of their area or of a post's"))
    event = Identity(
        lambda event: Q(pk__in=Participation.objects.filter(event=event, event__in=Event.objects.public()).values("person")),
        surviving_event,
        help_text=_("Id of an event that they took part in"),
    )
    article = Identity(
        lambda article: Q(pk__in=Appearance.objects.filter(public_article("article__"), article=article).values("person")),
        surviving_article,
        help_text=_("Id of an article that names them"),
    )
    on = Day(method="held_on", help_text=_("Holding some role (or `role`) on this day"))
    person_class = Word(
        lambda name: Q(person_class=name), words=Person.PersonClass.values, help_text=_("Whether a public record is proper")
    )
    review_state = Word(
        lambda state: Q(review_state=state), words=ReviewState.values, help_text=_("Whether an editor has looked at it")
    )

    def held_on(self, rows: QuerySet[Person, Any], _name: str, _day: date) -> QuerySet[Person, Any]:
        """The people who held a post on the day."""
        holding: Any = self.holding()
        return rows.filter(pk__in=holding.tenures().values("person"))


PEOPLE = Resource(
    name="people",
    component="Person",
    title=_("People"),
    rows=Person.objects.public,
    fields=(
        integer("id"),
        address("people"),
        text("name"),
        OTHER_NAMES,
        choice("person_class", Person.PersonClass.choices),
        whole_date("first_cited"),
        whole_date("last_cited"),
        integer("article_count"),
        integer("event_count"),
        choice("review_state", ReviewState.choices),
        TENURES,
        CERTAINTY,
    ),
    orderings=(
        Ordering("name", (Key("name_key", "text"), Key("name", "text"), ID)),
        Ordering("strokes", (Key("strokes", "text"), ID)),
        Ordering("first_cited", (Key("first_cited", "day", nullable=True), ID)),
        Ordering("last_cited", (Key("last_cited", "day", nullable=True), ID)),
        Ordering("article_count", (Key("article_count", "integer"), ID)),
    ),
    filters=PersonFilters,
    expressions={"rank": _rank},
    moved=surviving_person,
)
