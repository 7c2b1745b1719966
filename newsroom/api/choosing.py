"""`fields=` and `omit=`: which of the declared fields an answer has."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from .problems import BadParameter
from .projection import Context, Field, Many, Nested, Value

Path = tuple[str, ...]


def hidden(one: Field, context: Context) -> bool:
    """Whether the field never shows in such an answer."""
    return isinstance(one, Value) and one.when is not None and not one.when(context)


def paths(fields: Sequence[Field], context: Context | None = None, above: Path = ()) -> Iterator[str]:
    """Every field that can be named, nested ones with dots; with `context`, only those that can show in such an answer.

    >>> list(paths((Nested("page", "Page", (Value("id", None, ("page_id",)),), "page_id"),)))
    ['page', 'page.id']
    """
    for one in fields:
        if context and hidden(one, context):
            continue
        here = (*above, one.name)
        yield ".".join(here)
        if isinstance(one, Nested) or (isinstance(one, Many) and not one.flat):
            yield from paths(one.fields, context, here)


def named(parameter: str, given: str | None, known: Sequence[str]) -> frozenset[Path] | None:
    """The paths that a parameter's value names, None without the parameter.

    Raises BadParameter when a name is none of the `known` ones.
    """
    if given is None:
        return None
    names = given.split(",")
    if not set(names) <= set(known):
        raise BadParameter("unknown-field", parameter, _("Names of fields separated by commas, nested ones with dots."), known)
    return frozenset(tuple(name.split(".")) for name in names)


def choose(fields: Sequence[Field], asked: dict[str, str], context: Context) -> tuple[Field, ...]:
    """The fields that an answer has: those of `fields=` without those of `omit=`; all where neither is given."""
    wanted = named("fields", asked.get("fields"), list(paths(fields, context)))
    dropped = named("omit", asked.get("omit"), list(paths(fields)))
    return tuple(_kept(fields, wanted, dropped or frozenset(), (), context))


def _kept(
    fields: Sequence[Field], wanted: frozenset[Path] | None, dropped: frozenset[Path], above: Path, context: Context
) -> Iterator[Field]:
    for one in fields:
        here = (*above, one.name)
        if hidden(one, context) or here in dropped or not (wanted is None or _asked(here, wanted)):
            continue
        if isinstance(one, Value) or (isinstance(one, Many) and one.flat):
            yield one
        else:
            yield replace(one, fields=tuple(_kept(one.fields, wanted, dropped, here, context)))


def _asked(here: Path, wanted: frozenset[Path]) -> bool:
    """Whether the field, one above it or one below it is named."""
    return any(path[: len(here)] == here or here[: len(path)] == path for path in wanted)
