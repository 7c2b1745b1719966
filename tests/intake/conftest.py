"""A folder of many pages, and archives that child processes import them into."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.bench.variation import varied_pages

from .archives import SeparateArchive, separate_archive


@pytest.fixture(scope="session")
def folder_of_pages(tmp_path_factory) -> Callable[[int], Path]:
    """folder_of_pages(40): a folder with so many made-up pages and their manifest."""

    def write(number: int) -> Path:
        folder = tmp_path_factory.mktemp("pages")
        lines = ["file,newspaper,issue_date,issue_number,section,image"]
        for page in varied_pages(number):
            (folder / f"{page.name}.txt").write_text(page.text, encoding="utf-8")
            lines.append(",".join([f"{page.name}.txt", *(page.manifest.get(column, "") for column in lines[0].split(",")[1:])]))
        (folder / "manifest.txt").write_text("\n".join(lines), encoding="utf-8")
        return folder

    return write


@pytest.fixture
def new_archive(tmp_path, transactional_db) -> Iterator[Callable[[], SeparateArchive]]:
    """new_archive(): an empty archive of its own, as often as it is called."""
    with ExitStack() as stack:
        yield lambda: stack.enter_context(separate_archive(tmp_path))
