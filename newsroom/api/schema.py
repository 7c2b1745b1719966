"""OpenAPI from the declarations: serializers for drf-spectacular's components, and the parameters of each address."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers

from .filtering import Filters
from .paging import DEFAULT_SIZE, LARGEST_SIZE
from .parameters import CHOOSING, CURSOR, ORDERING, PAGE_NUMBER, PAGE_SIZE
from .problems import CONTENT_TYPE
from .projection import Field, Nested, Value
from .resource import Resource

PAGING_SCHEMAS: dict[str, tuple[dict[str, Any], Any]] = {
    PAGE_NUMBER: ({"type": "integer", "minimum": 1}, _("Number of the page, from 1; as far as 10,000 rows")),
    PAGE_SIZE: ({"type": "integer", "minimum": 1, "maximum": LARGEST_SIZE, "default": DEFAULT_SIZE}, _("Rows a page")),
    CURSOR: ({"type": "string"}, _("Empty to start, then as next and previous give it; not beside page_number")),
}
OF_A_ROLE = frozenset({"holders", "succession"})
CHOOSING_HELP = {
    "fields": _("Only these fields: names separated by commas, nested ones with dots"),
    "omit": _("Without these fields: names separated by commas, nested ones with dots"),
}


class Problem(serializers.Serializer[Any]):
    """A problem document (RFC 9457)."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    detail = serializers.CharField()
    parameter = serializers.CharField(required=False, help_text=_("The query parameter that is at fault"))
    allowed = serializers.ListField(child=serializers.CharField(), required=False, help_text=_("What it may be"))


class Moved(serializers.Serializer[Any]):
    """Where a merged record is now."""

    id = serializers.IntegerField()
    url = serializers.URLField()


class Serializers:
    """Serializer classes by component; one component has the same fields wherever it is used."""

    def __init__(self) -> None:
        """Begins without any."""
        self.made: dict[str, type[serializers.Serializer[Any]]] = {}

    def of(self, component: str, fields: Sequence[Field]) -> type[serializers.Serializer[Any]]:
        """The serializer of a component. Raises ValueError when two declarations of it differ in their fields."""
        made = self.made.get(component)
        if made is None:
            shapes: dict[str, Any] = {one.name: self._shape(one) for one in fields}
            made = self.made[component] = type(component, (serializers.Serializer,), dict(shapes))
            # The class sorts them by when they were made; documents show them as declared.
            made._declared_fields = shapes
        if list(made._declared_fields) != [one.name for one in fields]:
            raise ValueError(f"component {component} is declared twice with other fields")
        return made

    def page_of(self, component: str, fields: Sequence[Field]) -> type[serializers.Serializer[Any]]:
        """The serializer of one page of a list."""
        name = f"{component}Page"
        if name not in self.made:
            self.made[name] = type(
                name,
                (serializers.Serializer,),
                {
                    "count": serializers.IntegerField(required=False, help_text=_("Left out when reading by cursor")),
                    "next": serializers.URLField(allow_null=True),
                    "previous": serializers.URLField(allow_null=True),
                    "results": self.of(component, fields)(many=True),
                },
            )
        return self.made[name]

    def _shape(self, one: Field) -> serializers.Field[Any, Any, Any, Any]:
        if isinstance(one, Value):
            return deepcopy(one.shape)  # a field belongs to one serializer only
        if isinstance(one, Nested):
            return self.of(one.component, one.fields)(allow_null=bool(one.present))
        if one.flat:
            return serializers.ListField(child=self._shape(one.fields[0]))
        return self.of(one.component, one.fields)(many=True)


COMPONENTS = Serializers()


class DeclaredSchema(AutoSchema):
    """Describes the views of views.py by their resource and the `listing` flag."""

    view: Any

    @property
    def resource(self) -> Resource:
        """The declaration that the view answers from."""
        declared: Resource = self.view.resource
        return declared

    def get_operation_id(self) -> str:
        """articles_list, articles_read."""
        return f"{self.resource.name}_{'list' if self.view.listing else 'read'}"

    def get_tags(self) -> list[str]:
        """Operations are grouped by the first word of the address."""
        return ["roles" if self.resource.name in OF_A_ROLE else self.resource.name]

    def get_summary(self) -> str:
        """What people see as the title."""
        return str(self.resource.title)

    def get_description(self) -> str:  # type: ignore[override]
        """None besides the summary."""
        return ""

    def get_request_serializer(self) -> None:
        """Bodies are not read."""

    def get_filter_backends(self) -> list[Any]:
        """The parameters come from the declaration."""
        return []

    def get_override_parameters(self) -> list[Any]:
        """The query parameters that the address takes."""
        choosing = [_query(name, {"type": "string", "minLength": 1}, CHOOSING_HELP[name]) for name in CHOOSING]
        if not self.view.listing:
            return choosing
        paging = [_query(name, *PAGING_SCHEMAS[name]) for name in PAGING_SCHEMAS]
        offered = list(self.resource.offered)
        ordering = [_query(ORDERING, {"type": "string", "enum": offered}, _("Order; unknown values last"))] if offered else []
        return [*_filters(self.resource.filters), *ordering, *paging, *choosing]

    def get_response_serializers(self) -> Any:
        """The answers by status."""
        resource, listing = self.resource, self.view.listing
        answers: dict[Any, Any] = {
            (400, CONTENT_TYPE): OpenApiResponse(Problem, description=str(_("A parameter that cannot be answered")))
        }
        if not listing or resource.name in OF_A_ROLE:
            answers[404, CONTENT_TYPE] = OpenApiResponse(Problem, description=str(_("No such record")))
        if listing:
            component = f"{resource.component}Item" if resource.detail else resource.component
            return {200: COMPONENTS.page_of(component, resource.fields), **answers}
        if resource.moved:
            answers[301] = OpenApiResponse(Moved, description=str(_("Merged into another record")))
        return {200: COMPONENTS.of(resource.component, (*resource.fields, *resource.detail)), **answers}


def _query(name: str, schema: dict[str, Any], description: Any) -> OpenApiParameter:
    return OpenApiParameter(name, schema, OpenApiParameter.QUERY, description=str(description))


def _filters(filters: type[Filters]) -> list[OpenApiParameter]:
    return [_query(name, one.field.openapi, one.extra["help_text"]) for name, one in filters.base_filters.items()]
