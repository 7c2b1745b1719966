"""How rows become JSON: fields are declared once, and only the columns and queries that the asked fields need are run.

A `Value` is computed from columns of its row, `Nested` groups fields of the same row into an object, `Many` lists the
rows of another table that belong to the row, read by one query for all rows of an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import Combinable
from rest_framework import serializers

from .holding import Holding

Row = dict[str, Any]
ParentKey = tuple[Any, ...]


@dataclass(frozen=True)
class Context:
    """What an answer depends on besides its rows: `root` is the absolute URL of the API, with its closing slash."""

    root: str
    holding: Holding | None = None

    def url(self, resource: str, identity: int) -> str:
        """Absolute URL of a record.

        >>> Context("http://localhost/api/v1/").url("people", 3)
        'http://localhost/api/v1/people/3/'
        """
        return f"{self.root}{resource}/{identity}/"


Expressions = Mapping[str, Callable[[Context], Combinable]]


@dataclass(frozen=True, eq=False)
class Source:
    """Rows of another table: those whose `by` columns equal the parent's `of` columns, in the order of `rows(keys)`.

    `columns` are read whenever a Value uses the source; of several rows with one `unique` column the first is kept.
    """

    name: str
    rows: Callable[[list[ParentKey]], QuerySet[Any, Any]]
    of: tuple[str, ...]
    by: tuple[str, ...]
    columns: tuple[str, ...] = ()
    unique: str = ""
    expressions: Expressions = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Value:
    """A JSON value computed from columns of its row (the first column as it is, unless `compute` is given).

    `shape` is its type in OpenAPI. `when` says in which answers it shows at all.
    """

    name: str
    shape: serializers.Field[Any, Any, Any, Any]
    columns: tuple[str, ...]
    compute: Callable[[Row, Context], Any] | None = None
    sources: tuple[Source, ...] = ()
    when: Callable[[Context], bool] | None = None

    def of(self, row: Row, context: Context) -> Any:
        """The value for one row."""
        return row[self.columns[0]] if self.compute is None else self.compute(row, context)


@dataclass(frozen=True, eq=False)
class Nested:
    """An object of the row's own columns, named `component` in OpenAPI; null where column `present`, if given, is NULL."""

    name: str
    component: str
    fields: tuple[Field, ...]
    present: str = ""

    def of(self, row: Row, context: Context) -> Any:
        """The object for one row, or None."""
        return None if self.present and row[self.present] is None else shaped(self.fields, row, context)


@dataclass(frozen=True, eq=False)
class Many:
    """A list of objects from another table; with `flat`, of the bare values of its only field."""

    name: str
    component: str
    fields: tuple[Field, ...]
    source: Source
    flat: bool = False

    def of(self, row: Row, context: Context) -> Any:
        """The list for one row, which `build` has put there."""
        return row[self.source.name]


Field = Value | Nested | Many


def shaped(fields: Sequence[Field], row: Row, context: Context) -> dict[str, Any]:
    """One row as a JSON object."""
    return {one.name: one.of(row, context) for one in fields}


def _own(fields: Iterable[Field]) -> Iterator[Field]:
    """All fields that are computed from the same row, nested ones included."""
    for one in fields:
        yield one
        if isinstance(one, Nested):
            yield from _own(one.fields)


def needed(fields: Sequence[Field]) -> set[str]:
    """The columns that the fields read from their row."""
    columns: set[str] = set()
    for one in _own(fields):
        if isinstance(one, Value):
            columns.update(one.columns, *(source.of for source in one.sources))
        elif isinstance(one, Many):
            columns.update(one.source.of)
        elif one.present:
            columns.add(one.present)
    return columns


def table(queryset: QuerySet[Any, Any], columns: set[str], expressions: Expressions, context: Context) -> QuerySet[Any, Row]:
    """The queryset as plain rows of the columns, those of `expressions` computed by the database."""
    computed = {name: make(context) for name, make in expressions.items() if name in columns}
    rows: QuerySet[Any, Row] = queryset.annotate(**computed).values(*sorted(columns))
    return rows


def build(fields: Sequence[Field], rows: list[Row], context: Context) -> list[dict[str, Any]]:
    """The rows (of `table(…, needed(fields))`) as JSON objects; one further query per source, whatever the number of rows."""
    for one in _own(fields):
        if isinstance(one, Many):
            _attach(one, rows, context)
        elif isinstance(one, Value):
            for source in one.sources:
                if rows and source.name not in rows[0]:
                    _put(source, rows, [(key, row) for key, row in _related(source, set(source.columns), rows, context)])
    return [shaped(fields, row, context) for row in rows]


def _attach(many: Many, rows: list[Row], context: Context) -> None:
    related = _related(many.source, needed(many.fields), rows, context)
    built = build(many.fields, [row for _, row in related], context)
    values = [one[many.fields[0].name] for one in built] if many.flat else built
    _put(many.source, rows, [(key, value) for (key, _), value in zip(related, values, strict=True)])


def _put(source: Source, rows: list[Row], found: list[tuple[ParentKey, Any]]) -> None:
    lists: dict[ParentKey, list[Any]] = {}
    for key, value in found:
        lists.setdefault(key, []).append(value)
    for row in rows:
        row[source.name] = lists.get(tuple(row[column] for column in source.of), [])


def _related(source: Source, columns: set[str], parents: list[Row], context: Context) -> list[tuple[ParentKey, Row]]:
    """The source's rows for all parents, each with the key of its parent."""
    keys = sorted({key for row in parents if None not in (key := tuple(row[column] for column in source.of))})
    if not keys:
        return []
    read = columns | set(source.by) | ({source.unique} if source.unique else set())
    found, seen = [], set()
    for row in table(source.rows(keys), read, source.expressions, context):
        key = tuple(row[column] for column in source.by)
        once = (key, row[source.unique]) if source.unique else None
        if once is None or once not in seen:
            seen.add(once)
            found.append((key, row))
    return found
