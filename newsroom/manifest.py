"""The manifest: a CSV table that says of each file what the file's text doesn't."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePath

from articles.decoding import Unreadable, decode
from articles.reading.areas import parse_area
from articles.storing import PageFacts

COLUMNS = ("file", "newspaper", "issue_date", "issue_number", "section", "image", "area")

LONGEST = {"newspaper": 100, "issue_number": 30, "section": 30, "image": 500, "area": 100}
FIRST_YEAR, LAST_YEAR = 1800, 2200


class BadManifest(ValueError):
    """The manifest can't be used; the message names the file, the line and what to write."""


class Manifest:
    """What is said of files: looked up by path below the manifest's folder, else by bare file name."""

    def __init__(self, rows: dict[str, PageFacts]) -> None:
        """`rows` maps the column `file` to what its line says."""
        self.rows = rows
        self.used: set[str] = set()

    def facts_of(self, path: str, default: PageFacts) -> PageFacts:
        """The facts for a file: its line's, and `default` where that says nothing."""
        posix = path.replace("\\", "/").replace("!", "/")
        row = next((name for name in (posix, *_tails(posix)) if name in self.rows), None)
        if row is None:
            return default
        self.used.add(row)
        said = self.rows[row]
        return replace(default, **{field: value for field in PageFacts.__dataclass_fields__ if (value := getattr(said, field))})

    def unused(self) -> list[str]:
        """Lines that no file was found for."""
        return sorted(self.rows.keys() - self.used)


def _tails(path: str) -> list[str]:
    parts = PurePath(path).parts
    return ["/".join(parts[at:]) for at in range(1, len(parts))]


def read_manifest(path: Path) -> Manifest:
    """Read pages.csv: the column `file`, and any of newspaper, issue_date (YYYY-MM-DD), issue_number, section, image, area.

    Raises BadManifest.
    """
    try:
        text, _ = decode(path.read_bytes())
    except (OSError, Unreadable) as error:
        raise BadManifest(f"{path}: {error}") from error
    try:
        return Manifest(_rows(csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline="")), path))
    except csv.Error as error:
        raise BadManifest(f"{path}: no CSV table: {error}") from error


def _rows(reader: csv.DictReader[str], path: Path) -> dict[str, PageFacts]:
    header = [name.strip() for name in reader.fieldnames or ()]
    if "file" not in header or set(header) - set(COLUMNS):
        raise BadManifest(f"{path}: the first line has to name columns out of {', '.join(COLUMNS)}, with file among them; "
                          f"it reads {', '.join(header)}")
    reader.fieldnames = header
    rows: dict[str, PageFacts] = {}
    for line in reader:
        if None in line:
            raise BadManifest(f"{path}, line {reader.line_num}: more cells than the first line names columns")
        values = {column: (line.get(column) or "").strip() for column in COLUMNS}
        name = values.pop("file").replace("\\", "/").removeprefix("./")
        if not name:
            raise BadManifest(f"{path}, line {reader.line_num}: no file is named")
        if name in rows:
            raise BadManifest(f"{path}, line {reader.line_num}: {name} is named twice")
        rows[name] = _facts(values, f"{path}, line {reader.line_num}")
    return rows


def _facts(values: dict[str, str], where: str) -> PageFacts:
    for column, longest in LONGEST.items():
        if len(values[column]) > longest:
            raise BadManifest(f"{where}: {column} has {len(values[column])} characters, at most {longest} are taken")
    try:
        return PageFacts(**values | {"issue_date": iso_date(values["issue_date"]), "area": area_path(values["area"])})  # type: ignore[arg-type]
    except ValueError as error:
        raise BadManifest(f"{where}: {error}") from error


def iso_date(given: str) -> str:
    """YYYY-MM-DD, YYYY/M/D or YYYY.M.D as ISO; "" stays. Raises ValueError saying what to write."""
    if not given:
        return ""
    try:
        year, month, day = (int(part) for part in given.replace("/", "-").replace(".", "-").split("-"))
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValueError(year)
        return date(year, month, day).isoformat()
    except ValueError as error:
        raise ValueError(f"“{given}” is no date of a newspaper: write it as 2022-12-26") from error


def area_path(given: str) -> str:
    """The full path of a given area; "" stays. Raises ValueError saying what to write."""
    return parse_area(given).path if given else ""
