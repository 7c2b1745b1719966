"""What the import command's options may say: refused with a reason before anything is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.core.management import CommandError

from articles.models import Newspaper, Page
from tests.conftest import COUNTY, ENGLISH
from tests.snapshot import dump

from .test_import_seeds import command


@pytest.mark.django_db
@pytest.mark.parametrize(
    "options",
    [
        {"issue_date": "2021-13-01"},
        {"issue_date": "0001-01-01"},
        {"area": "某处"},
        {"workers": 0},
        {"workers": 10_000},
        {"manifest": Path("nowhere.csv")},
        {"newspaper": "报" * 101},
        {"newspaper": "报" * 150, "area": COUNTY},
        {"newspaper": " \u3000"},
        {"newspaper": "白石\n报"},
        {"newspaper": "白石\x1b[2K报"},
        {"newspaper": "白石\x00报"},
        {"newspaper": os.fsdecode(b"\xff\xfe")},
        {"area": os.fsdecode(b"\xff\xfe") + "县"},
        {"area": "县" * 101},
        {"area": " "},
        {"issue_date": os.fsdecode(b"\xff\xfe")},
        {"manifest": Path(os.fsdecode(b"\xff\xfe.csv"))},
        {"manifest": Path("\x1b[2K.csv")},
    ],
)
def test_options_that_make_no_sense_are_refused(options, pages):
    with pytest.raises(CommandError) as refused:
        command(pages["later"], **options)
    assert str(refused.value).isprintable()
    assert not ENGLISH.search(str(refused.value).replace("No such file or directory", ""))
    assert not Page.objects.exists()
    assert not Newspaper.objects.exists()


@pytest.mark.django_db
def test_blanks_around_an_option_are_none_of_it(pages):
    command(pages["later"], newspaper=" 白石报\u3000", area=f" {COUNTY}", issue_date="2021-03-15 ")
    assert Page.objects.get().citation == "《白石报》2021年3月15日"


@pytest.mark.django_db
def test_an_empty_path_is_refused(pages):
    with pytest.raises(CommandError, match="路径是空的"):
        command(pages["later"], "")
    assert not Page.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("options", [{"newspaper": "白石报"}, {"area": COUNTY}, {"issue_date": "2021-03-15"}, {"manifest": True}])
def test_options_about_files_without_files_are_refused(options, pages, tmp_path):
    command(pages["later"])
    rows = dump()
    (tmp_path / "pages.csv").write_text("file,section\nlater.txt,2\n", encoding="utf-8")
    given = {**options, **({"manifest": tmp_path / "pages.csv"} if "manifest" in options else {})}
    for reread in (True, False):
        with pytest.raises(CommandError, match="请写明这些选项所指的文件"):
            command(reread=reread, **given)
    assert dump() == rows
