"""Orders that rows are listed in, and how reading goes on after a row (keyset paging).

Every order is total: its last key is the id. Unknown values of the first key come last in either direction. Reading on
is a comparison of rows, `(date, id) > (…, …)`, which both databases answer from an index, so that it costs the same
anywhere in the list; where the keys lie in several tables, the leading table's keys are compared by themselves as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Literal

from django.db.models import BooleanField, CharField, F, Func, QuerySet, Value

KeyValue = str | int | None
Position = tuple[Any, ...]


@dataclass(frozen=True)
class Key:
    """A column to order by. Only an ordering's first key may be nullable."""

    column: str
    kind: Literal["text", "integer", "day"]
    nullable: bool = False


ID = Key("id", "integer")


class _Row(Func):
    template = "(%(expressions)s)"
    output_field = CharField()


class _Beyond(Func):
    template = "%(expressions)s"
    output_field = BooleanField()


def beyond(keys: tuple[Key, ...], values: Position, operator: str) -> Func:
    """The condition that a row's keys lie beyond the values: `(a, b) > (1, 2)`."""
    columns, constants = (F(key.column) for key in keys), (Value(value) for value in values)
    return _Beyond(_Row(*columns), _Row(*constants), arg_joiner=f" {operator} ")


@dataclass(frozen=True)
class Ordering:
    """An order by `name` (empty: only as the default one)."""

    name: str
    keys: tuple[Key, ...]
    descending: bool = False

    def __str__(self) -> str:
        return f"-{self.name}" if self.descending else self.name

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that make up a position."""
        return tuple(key.column for key in self.keys)

    def falling(self) -> Ordering:
        """The same order from the other end, unknown values still last."""
        return replace(self, descending=True)

    def position(self, row: dict[str, Any]) -> Position:
        """Where a row stands in this order."""
        return tuple(row[column] for column in self.columns)

    def sorted(self, rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
        """The rows in this order."""
        first, *rest = self.keys
        head = (
            F(first.column).desc(nulls_last=first.nullable or None)
            if self.descending
            else F(first.column).asc(nulls_last=first.nullable or None)
        )
        return rows.order_by(head, *(f"-{key.column}" if self.descending else key.column for key in rest))

    def runs(self, rows: QuerySet[Any, Any], position: Position | None, backwards: bool) -> Iterator[QuerySet[Any, Any]]:
        """What follows the position (or precedes it, nearest first), as querysets to be read one after the other."""
        if not self.keys[0].nullable:
            yield self._run(rows, self.keys, position, backwards)
            return
        column, rest = self.keys[0].column, self.keys[1:]
        known, unknown = rows.filter(**{f"{column}__isnull": False}), rows.filter(**{f"{column}__isnull": True})
        among_unknown = position is not None and position[0] is None
        tail = position[1:] if position and among_unknown else None
        if backwards and among_unknown:
            yield self._run(unknown, rest, tail, backwards)
            yield self._run(known, self.keys, None, backwards)
        elif backwards:
            yield self._run(known, self.keys, position, backwards)
        else:
            if not among_unknown:
                yield self._run(known, self.keys, position, backwards)
            yield self._run(unknown, rest, tail, backwards)

    def _run(
        self, rows: QuerySet[Any, Any], keys: tuple[Key, ...], position: Position | None, backwards: bool
    ) -> QuerySet[Any, Any]:
        falling = self.descending != backwards
        if position is not None:
            operator = "<" if falling else ">"
            table = keys[0].column.rpartition("__")[0]
            lead = sum(1 for _key in takewhile(lambda key: key.column.rpartition("__")[0] == table, keys))
            if lead < len(keys):
                rows = rows.filter(beyond(keys[:lead], position[:lead], f"{operator}="))
            rows = rows.filter(beyond(keys, position, operator))
        return rows.order_by(*(f"-{key.column}" if falling else key.column for key in keys))
