"""The manifest: a CSV table that says of each file what the file's text doesn't."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from django.utils.translation import gettext as _

from articles.decoding import Unreadable, decode
from articles.reading.areas import parse_area
from articles.reading.refusals import Refusal
from articles.storable import one_line
from articles.storing import MEMBER, PageFacts

from .sources import LONGEST_PATH, shown, visible

COLUMNS = ("file", "newspaper", "issue_date", "issue_number", "section", "image", "area")
OF_ONE_PAGE = ("issue_date", "issue_number", "section", "image")
"""What can't be said of several files at once: a line that says it and fits several (01.txt) is in `Manifest.several`."""

LONGEST = {"newspaper": 100, "issue_date": 30, "issue_number": 30, "section": 30, "image": 500, "area": 100}
FIRST_YEAR, LAST_YEAR = 1800, 2200


class BadManifest(ValueError):
    """The manifest can't be used; the message names the file, the line and what to write."""


class Manifest:
    """What is said of files: looked up by path below the manifest's folder, else by bare file name."""

    def __init__(self, rows: dict[str, PageFacts]) -> None:
        """`rows` maps the column `file` to what its line says."""
        self.rows = rows
        self.used: dict[str, str] = {}
        self.several: dict[str, tuple[str, str]] = {}

    def facts_of(self, path: str, default: PageFacts) -> PageFacts:
        """The facts for a file: its line's, and `default` where that says nothing."""
        written = plain(path)
        row = next((name for name in (written, *_tails(written)) if name in self.rows), None)
        if row is None:
            return default
        said = self.rows[row]
        first = self.used.setdefault(row, path)
        if first != path and any(getattr(said, field) for field in OF_ONE_PAGE):
            self.several.setdefault(row, (first, path))
        return replace(default, **{field: value for field in PageFacts.__dataclass_fields__ if (value := getattr(said, field))})

    def unused(self) -> list[str]:
        """Lines that no file was found for."""
        return sorted(self.rows.keys() - self.used.keys())


def _tails(path: str) -> list[str]:
    parts = PurePosixPath(path).parts
    return ["/".join(parts[at:]) for at in range(1, len(parts))]


def read_manifest(path: Path) -> Manifest:
    """Read pages.csv: the column `file`, and any of newspaper, issue_date (YYYY-MM-DD), issue_number, section, image, area.

    Raises BadManifest.
    """
    where = shown(str(path))
    try:
        text = decode(path.read_bytes())[0]
    except OSError as error:
        raise BadManifest(_("{path}: can't be opened: {error}").format(path=where, error=error.strerror or error)) from error
    except Unreadable as error:
        raise BadManifest(_("{path}: {reason}").format(path=where, reason=error.said(_))) from error
    lines = _lines(text.lstrip("\ufeff"), where)
    header = _header(next(lines, (where, []))[1], where)
    rows: dict[str, PageFacts] = {}
    for place, cells in lines:
        values = _values(header, cells, place)
        name = plain(values.pop("file"))
        if name in rows:
            raise BadManifest(_("{place}: {name} is named twice").format(place=place, name=name))
        rows[name] = _facts(values, place)
    return Manifest(rows)


def _lines(text: str, where: str) -> Iterator[tuple[str, list[str]]]:
    """The rows that aren't empty, each with the path and the number of the line that it begins in."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        place = _("{path}, line {number}").format(path=where, number=reader.line_num + 1)
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise BadManifest(_(
                "{place}: no CSV table: close every quotation mark, double one inside a cell, "
                "and keep cells below {longest} characters"
            ).format(place=place, longest=csv.field_size_limit())) from error
        if cells:
            yield place, cells


def _header(cells: list[str], where: str) -> list[str]:
    header = [name.strip() for name in cells]
    if "file" not in header or set(header) - set(COLUMNS):
        raise BadManifest(_(
            "{path}: the first line has to name columns out of {columns}, with file among them; it reads {header}"
        ).format(path=where, columns=", ".join(COLUMNS), header=visible(", ".join(header))))
    for name in header:
        if header.count(name) > 1:
            raise BadManifest(_("{path}: the first line names the column {name} twice").format(path=where, name=name))
    return header


def _values(header: list[str], cells: list[str], place: str) -> dict[str, str]:
    """The cells of a row by column, "" for those that it doesn't have."""
    if len(cells) > len(header):
        raise BadManifest(_("{place}: more cells than the first line names columns").format(place=place))
    values = dict.fromkeys(COLUMNS, "")
    try:
        values |= {column: stated(column, cell) for column, cell in zip(header, cells, strict=False)}
    except ValueError as error:
        raise BadManifest(_("{place}: {reason}").format(place=place, reason=error)) from error
    if plain(values["file"]) in ("", "."):
        raise BadManifest(_("{place}: no file is named").format(place=place))
    return values


def _facts(values: dict[str, str], place: str) -> PageFacts:
    try:
        return PageFacts(**values | {"issue_date": iso_date(values["issue_date"]), "area": area_path(values["area"])})  # type: ignore[arg-type]
    except ValueError as error:
        raise BadManifest(_("{place}: {reason}").format(place=place, reason=error)) from error


def plain(name: str) -> str:
    """The one way to write the path of a file, or of a member of an archive.

    >>> plain("./d1//01.txt"), plain("d1\\\\01.txt"), plain("x.zip!d1/01.txt")
    ('d1/01.txt', 'd1/01.txt', 'x.zip/d1/01.txt')
    """
    return PurePosixPath(MEMBER.sub("/", name.replace("\\", "/"))).as_posix() if name else ""


def stated(what: str, given: str) -> str:
    """What a cell or an option says, without blanks around it. Raises ValueError that names it by `what`."""
    longest = LONGEST.get(what.removeprefix("--").replace("-", "_"), LONGEST_PATH)
    try:
        return one_line(given, longest)
    except Refusal as refusal:
        raise ValueError(_("{what}: {reason}").format(what=what, reason=refusal.said(_))) from refusal


def iso_date(given: str) -> str:
    """YYYY-MM-DD, YYYY/M/D or YYYY.M.D as ISO; "" stays. Raises ValueError saying what to write."""
    if not given:
        return ""
    try:
        year, month, day = (int(part) for part in given.replace("/", "-").replace(".", "-").split("-"))
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(year)
        return date(year, month, day).isoformat()
    except (ValueError, OverflowError) as error:
        raise ValueError(_("“{given}” is no date of a newspaper: write it as 2022-12-26").format(given=given)) from error


def area_path(given: str) -> str:
    """The full path of a given area; "" stays. Raises ValueError saying what to write."""
    try:
        return parse_area(given).path if given else ""
    except Refusal as refusal:
        raise ValueError(refusal.said(_)) from refusal
