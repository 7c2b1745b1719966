"""What one declaration of a resource holds."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from .filtering import Filters
from .ordering import Ordering
from .parameters import CHOOSING, ORDERING, PAGING
from .problems import BadParameter
from .projection import Expressions, Field


@dataclass(frozen=True, eq=False)
class Resource:
    """A kind of record as the API shows it: everything that lists, single records and OpenAPI are made from.

    `rows` gives the public rows. `fields` show in lists, `detail` besides them in a single record. The first ordering
    is the default; those with a name are offered, from either end. `moved` tells where a merged record went.
    """

    name: str
    component: str
    title: Any
    rows: Callable[[], QuerySet[Any, Any]]
    fields: tuple[Field, ...]
    orderings: tuple[Ordering, ...]
    filters: type[Filters] = Filters
    detail: tuple[Field, ...] = ()
    expressions: Expressions = field(default_factory=dict)
    moved: Callable[[int], int] | None = None

    @property
    def offered(self) -> Mapping[str, Ordering]:
        """The orderings by the words that `ordering=` takes."""
        named = [one for ordering in self.orderings if ordering.name for one in (ordering, ordering.falling())]
        return {str(ordering): ordering for ordering in named}

    @property
    def parameters(self) -> list[str]:
        """Every query parameter that the list takes."""
        ordering = [ORDERING] if self.offered else []
        return [*self.filters.base_filters, *ordering, *PAGING, *CHOOSING]

    def ordering(self, asked: Mapping[str, str]) -> Ordering:
        """The ordering that is asked for, or the default one. Raises BadParameter for one that is not offered."""
        if ORDERING not in asked:
            return self.orderings[0]
        if asked[ORDERING] not in self.offered:
            raise BadParameter("ordering-not-offered", ORDERING, _("This ordering is not offered."), self.offered)
        return self.offered[asked[ORDERING]]
