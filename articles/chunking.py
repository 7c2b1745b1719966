"""Keys by the thousand: a query takes so many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

CHUNK = 5000
Key = TypeVar("Key", int, str)


def chunks(keys: Iterable[Key], at_once: int = CHUNK) -> Iterator[list[Key]]:
    """The keys in order, `at_once` in each list.

    >>> list(chunks({3, 1, 2}, 2))
    [[1, 2], [3]]
    """
    ordered = sorted(keys)
    return (ordered[at : at + at_once] for at in range(0, len(ordered), at_once))
