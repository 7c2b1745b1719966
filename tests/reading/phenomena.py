"""Everything that a page can throw at the reader, one row for each: the table that `test_phenomena.py` reads.

The rows stand in modules of their own, by what they are about. `FILES` is what a file can throw before there is a page: how
that is tried stands in `tests/intake`.
"""

from __future__ import annotations

from tests.reading import (
    phenomena_dates,
    phenomena_deeds,
    phenomena_letters,
    phenomena_names,
    phenomena_page,
    phenomena_people,
)
from tests.reading.phenomenon import Phenomenon

FILES = (
    ("UTF-8", "utf-8", "test_bad_files.py", "test_every_way_to_write_a_page_reads_the_same", r"本报讯"),
    ("UTF-8 with BOM", "utf-8", "test_bad_files.py", "test_every_way_to_write_a_page_reads_the_same", r"\A\ufeff"),
    ("GB18030", "gb18030", "test_bad_files.py", "test_every_way_to_write_a_page_reads_the_same", r"本报讯"),
    ("UTF-16", "utf-16-le", "test_bad_files.py", "test_every_way_to_write_a_page_reads_the_same", r"\A\ufeff"),
    ("CRLF", "utf-8", "test_bad_files.py", "test_every_way_to_write_a_page_reads_the_same", r"\r\n"),
    ("empty", None, "test_bad_files.py", "test_a_folder_of_good_and_bad_files", ""),
    ("one line of 100 MB", None, "test_bad_files.py", "test_a_folder_of_good_and_bad_files", ""),
    ("binary", None, "test_bad_files.py", "test_a_folder_of_good_and_bad_files", ""),
    ("what can't be read is named and refused", None, "test_bad_files.py", "test_a_folder_of_good_and_bad_files", ""),
)
"""Name, encoding of a sample page that shows it (None: no page can), module and test in `tests/intake`, what the page holds."""

PHENOMENA: tuple[Phenomenon, ...] = (
    *phenomena_page.ROWS,
    *phenomena_letters.ROWS,
    *phenomena_dates.ROWS,
    *phenomena_people.ROWS,
    *phenomena_names.ROWS,
    *phenomena_deeds.ROWS,
)
