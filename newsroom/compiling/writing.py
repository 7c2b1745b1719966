"""A compilation as text or as a table of commas. Pure; every line is made as it is asked for."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from .documents import Block, Card, Compilation, Heading, Table

BOM = "\ufeff"
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
SEPARATOR = "　"


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        """The line itself."""
        return line


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> harmless("=1+1"), harmless("26日")
    ("'=1+1", '26日')
    """
    return f"'{cell}" if cell.lstrip(" \n").startswith(FORMULA) else cell


def table_lines(compilation: Compilation) -> Iterator[str]:
    """UTF-8 with a byte order mark, so that spreadsheets know the letters; the notes after the rows, below an empty line."""
    writer = csv.writer(_Echo())
    yield BOM + str(writer.writerow(compilation.columns))
    for row in compilation.rows():
        yield str(writer.writerow([harmless(cell) for cell in row]))
    if compilation.notes:
        yield str(writer.writerow([]))
    for note in compilation.notes:
        yield str(writer.writerow([harmless(f"说明：{note}")]))


def text_lines(compilation: Compilation) -> Iterator[str]:
    """Plain text to read: title, notes, then the blocks."""
    yield f"{compilation.title}\n\n"
    for note in compilation.notes:
        yield f"{note}\n"
    for block in compilation.blocks():
        yield from _block_lines(block)


def _block_lines(block: Block) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"\n{'#' * block.level} {block.text}\n\n"
    elif isinstance(block, Table):
        yield from _rows_as_text((block.columns, *block.rows))
    elif isinstance(block, Card):
        yield "\n" + "".join(f"{label}：{text}\n" for label, text in block.fields)
    else:
        yield f"{block.text}\n"


def _rows_as_text(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    for row in rows:
        yield SEPARATOR.join(cell.replace("\n", " ") or "—" for cell in row) + "\n"
