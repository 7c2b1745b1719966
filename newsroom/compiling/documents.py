"""What a product is made of before it is written as .docx, .csv or text. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is below the title."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `quiet` for a remark of the compilation's own."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its header; `widths` are shares of the page, one a column."""

    columns: Sequence[str]
    rows: Iterable[Sequence[str]]
    widths: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A card: (label, text) one below the other, kept together on a page."""

    fields: Sequence[tuple[str, str]]


Block = Heading | Line | Table | Card


@dataclass(frozen=True, slots=True)
class Compilation:
    """A product. `blocks` makes what people read, `rows` what a table takes, each anew at every call and lazily.

    `notes` say what it rests on and what is missing; `left_out` what was not taken, and why, for whoever asked for it.
    """

    title: str
    columns: Sequence[str]
    blocks: Callable[[], Iterable[Block]]
    rows: Callable[[], Iterable[Sequence[str]]]
    notes: Sequence[str] = ()
    left_out: Sequence[str] = field(default=())
    landscape: bool = False
