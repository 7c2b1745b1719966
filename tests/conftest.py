"""Pages to import, and an archive to import them into."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.utils import translation
from hypothesis import HealthCheck, settings

from articles.importing import mark_page_stale
from articles.models import Page
from newsroom.importrun import run
from newsroom.intake import settle
from newsroom.orders import Account, Order

# No test asserts times, hypothesis included; every run draws the same examples, `--hypothesis-profile=search` others.
_HOUSE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("search", **_HOUSE)
settings.register_profile("house", **_HOUSE, derandomize=True)
settings.load_profile("house")

SAMPLES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
SHARED = os.environ.get("NEWSROOM_SHARED", "")
COUNTY = "湖东省澄江市白石县"
ENGLISH = re.compile(r"\b(?:the|is|no|to|at|of|that|there|be|it|or|not|than|write|empty|but)\b")
"""Words that a message has only where nobody translated it."""

# Two pages of an invented county: a magistrate, a secretary, two namesakes, a numbered series told twice, statements.
MEETING = """白石县春耕备耕第12次专题会议召开

本报讯 2021年3月5日,白石县召开春耕备耕第12次专题会议。县委书记顾长河主持会议,
县委副书记、县长沈知秋出席会议并讲话,副县长陆远山汇报春耕情况。

沈知秋强调,要抓住农时,把种子化肥送到田头。顾长河要求,各乡镇要一线落实。

陶然

白石县人民医院开诊

本报讯 2021年3月6日,县人民医院新门诊楼开诊。副县长陆远山到场调研,县卫健局局长方有为陪同。方有为表示,要让群众少跑路。

陶然
"""
SERIES = """县领导督导春耕

本报讯 2021年3月8日,县委副书记、县长沈知秋到青石镇督导春耕工作,副县长陆远山陪同。沈知秋指出,田间管理要跟上。

孟白

白石县春耕备耕第12次专题会议要求抓落实

本报讯 2021年3月5日,白石县春耕备耕第12次专题会议召开,县委书记顾长河主持会议,县长沈知秋出席会议。白石县第一中学校长陆远山参加会议。

孟白
"""
LATER = """白石县举行植树活动

本报讯 2021年3月12日,白石县举行义务植树活动。县委书记顾长河、县长沈知秋参加活动,县林业局局长方有为介绍情况。

陶然
"""


@pytest.fixture(autouse=True)
def own_language() -> None:
    """A request leaves its reader's language behind; every test begins in the site's own."""
    translation.deactivate()


@pytest.fixture
def import_paths(db: None) -> Callable[..., Account]:
    """import_paths("a.txt", …, reread=True): one run of the importer."""

    def imported(*paths: Any, **asked: Any) -> Account:
        return run(Order([str(path) for path in paths], **asked))

    return imported


@pytest.fixture
def pages(tmp_path: Path) -> dict[str, Path]:
    """The three invented pages as files, by name."""
    files = {}
    for name, text in (("meeting", MEETING), ("series", SERIES), ("later", LATER)):
        files[name] = tmp_path / f"{name}.txt"
        files[name].write_text(text, encoding="utf-8")
    return files


@pytest.fixture
def archive(pages: dict[str, Path], import_paths: Callable[..., Account]) -> dict[str, Page]:
    """The three invented pages, imported, by name."""
    import_paths(*pages.values())
    return {page.name: page for page in Page.objects.all()}


@pytest.fixture
def editor(db: None) -> User:
    """Somebody who decides."""
    return User.objects.create_superuser("editor")


@pytest.fixture
def again(import_paths: Callable[..., Account], pages: dict[str, Path]) -> Callable[[], None]:
    """Import, read and link everything again: nothing of what editors decided may change by that."""

    def everything() -> None:
        import_paths(*pages.values())
        import_paths(reread=True)
        for page in Page.objects.all():
            mark_page_stale(page)
        settle()

    return everything
