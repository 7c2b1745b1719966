"""Query parameters, taken strictly: what is not offered, empty or given twice is refused, never passed over."""

from collections.abc import Iterable

from django.http import QueryDict
from django.utils.translation import gettext as _

from .problems import BadParameter

CURSOR, PAGE_NUMBER, PAGE_SIZE, ORDERING, SCRIPT = "cursor", "page_number", "page_size", "ordering", "script"
CHOOSING = ("fields", "omit")
PAGING = (PAGE_NUMBER, PAGE_SIZE, CURSOR)
MAY_BE_EMPTY = {CURSOR, SCRIPT}


def taken(query: QueryDict, offered: Iterable[str]) -> dict[str, str]:
    """The parameters of a request by name. Only those of MAY_BE_EMPTY may be empty.

    Raises BadParameter for one that is not offered, given twice, empty, or holds a NUL character.
    """
    offered = list(offered)
    for name, values in query.lists():
        if name not in offered:
            raise BadParameter("unknown-parameter", name, _("There is no such parameter here."), offered)
        if len(values) > 1:
            raise BadParameter("malformed-value", name, _("The parameter is given more than once."), [_("one value")])
        if "\0" in values[0]:
            raise BadParameter("malformed-value", name, _("NUL characters are not allowed."), [_("text without NUL characters")])
        if not values[0] and name not in MAY_BE_EMPTY:
            raise BadParameter(
                "malformed-value", name, _("The parameter has no value: give one or leave it out."), [_("a value")]
            )
    return {name: values[0] for name, values in query.lists()}


def whole_number(asked: dict[str, str], name: str, default: int, most: int) -> int:
    """A parameter's number between 1 and `most`. Raises BadParameter for anything else."""
    given = asked.get(name)
    if given is None:
        return default
    if not (given.isascii() and given.isdigit() and len(given) <= len(str(most)) and 1 <= int(given) <= most):
        raise BadParameter("malformed-value", name, _("A whole number from 1 to %(most)d.") % {"most": most}, [f"1–{most}"])
    return int(given)
