"""Roles: one post in one organization, with those who held it."""

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import Combinable
from django.utils.translation import gettext_lazy as _

from people.models import OrganizationAlias, Role, Tenure
from people.querysets import public_person

from ..filtering import Day, Filters, Identity, Where, in_area
from ..holding import strongest_first
from ..moved import surviving_person
from ..ordering import ID, Key, Ordering
from ..projection import Context, Field, Many, ParentKey, Source
from ..resource import Resource
from ..searching import roles_with
from ..values import address, integer, person_reference, text, truth
from .tenures import CERTAINTY, EVIDENCE, HOW, RANKED, TERMS

HOLDER: tuple[Field, ...] = (person_reference("person", "person"), *TERMS, HOW, CERTAINTY)
SUCCESSION = Ordering("", (Key("begins", "day", nullable=True), Key("person__name", "text"), ID))


def public_tenures() -> QuerySet[Tenure, Any]:
    """Posts that public people hold."""
    return Tenure.objects.filter(public_person("person__"))


def undoubted_tenures() -> QuerySet[Tenure, Any]:
    """Those of them that are no slip of the paper or the OCR, as far as one can tell."""
    return public_tenures().filter(doubtful=False)


def _holders(keys: list[ParentKey]) -> QuerySet[Tenure, Any]:
    return SUCCESSION.sorted(undoubted_tenures().filter(role__in=[key[0] for key in keys]))


def _rank(context: Context) -> Combinable:
    holding: Any = context.holding
    return Subquery(strongest_first(holding.tenures().filter(role=OuterRef("pk"))).values("rank")[:1])


def _of_body(name: str) -> Q:
    return Q(organization__name=name) | Q(organization__in=OrganizationAlias.objects.filter(name=name).values("organization"))


class RoleFilters(Filters):
    """The filters of roles."""

    label = Where(lambda label: Q(label=label), help_text=_("The customary short title (县委书记), exactly"))
    organization = Where(_of_body, help_text=_("Official or other name of the organization, exactly"))
    area = Where(in_area("organization__area"), help_text=_("Name (云岭县) or full path (青原省临江市云岭县) of the area"))
    person = Identity(
        lambda person: Q(pk__in=public_tenures().filter(person=person).values("role")),
        surviving_person,
        help_text=_("Id of a person who held it"),
    )
    on = Day(method="held_on", help_text=_("Held by somebody (or by `person`) on this day"))
    search = Where(roles_with, help_text=_("Part of the title or of the organization's name"))

    def held_on(self, rows: QuerySet[Role, Any], _name: str, _day: date) -> QuerySet[Role, Any]:
        """The roles that were held on the day."""
        holding: Any = self.holding()
        return rows.filter(pk__in=holding.tenures().values("role"))


class HolderFilters(Filters):
    """The filters of a role's holders."""

    on = Day(method="held_on", help_text=_("Who held it on this day"))

    def held_on(self, rows: QuerySet[Tenure, Any], _name: str, _day: date) -> QuerySet[Tenure, Any]:
        """The tenures that contain the day."""
        holding: Any = self.holding()
        return rows.filter(pk__in=holding.tenures().values("pk"))


ROLES = Resource(
    name="roles",
    component="Role",
    title=_("Roles"),
    rows=Role.objects.public,
    fields=(
        integer("id"),
        address("roles"),
        text("label", help_text=_("The customary short title")),
        text("post", help_text=_("The bare post")),
        text("organization", "organization__name", help_text=_("Full official name")),
        text("area", "organization__area__name", nullable=True),
        truth("exclusive", help_text=_("One holder at a time")),
        Many("holders", "Holder", HOLDER, Source("holder_rows", _holders, of=("id",), by=("role_id",), expressions=RANKED)),
        CERTAINTY,
    ),
    orderings=(Ordering("", (Key("label", "text"), Key("organization__name", "text"), ID)),),
    filters=RoleFilters,
    expressions={"rank": _rank},
)

SUCCESSION_LIST = Resource(
    name="succession",
    component="SuccessionLine",
    title=_("Holders of a role, in order, with the evidence"),
    rows=public_tenures,
    fields=(
        *HOLDER,
        *EVIDENCE,
        truth("doubtful", help_text=_("Likelier a misprint of another holder's name; not among `holders`")),
    ),
    orderings=(SUCCESSION,),
    filters=HolderFilters,
    expressions=RANKED,
)

HOLDERS = Resource(
    name="holders",
    component="Holder",
    title=_("Holders of a role, in order"),
    rows=undoubted_tenures,
    fields=HOLDER,
    orderings=(SUCCESSION,),
    filters=HolderFilters,
    expressions=RANKED,
)
