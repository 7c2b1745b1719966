"""A real browser on a real server, with two short pages read and linked and an editor who can log in."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import transaction
from django.test import override_settings
from playwright.sync_api import Browser, Page, sync_playwright

from articles.importing import write_reading
from articles.reading.types import Lexicon
from articles.rereading import read_stored
from articles.storing import IncomingPage, PageFacts, store
from newsroom.intake import settle

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]
PASSWORD = "long enough for a test"
PAGES = (
    "县水利工作会议召开\n\n本报讯 2021年3月5日,县委副书记、县长钟离远主持召开县水利工作会议。副县长苗青山参加会议。\n\n"
    "钟离远强调,要修好水渠,保证春灌。\n",
    "苗青山调研春耕\n\n本报讯 2021年4月8日,副县长苗青山到河口镇调研春耕。县农业农村局局长安平原陪同。\n\n"
    "苗青山要求,要抢抓农时。\n",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, started once."""
    if not CHROMIUM.exists():
        pytest.skip(f"no browser: {CHROMIUM} is missing (apt-get install chromium)")
    # Playwright keeps an event loop in this thread; Django takes that for asynchronous code and would refuse the database.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        with sync_playwright() as driver:
            chromium = driver.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
            yield chromium
            chromium.close()
    finally:
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
        else:
            os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = before


@pytest.fixture(scope="session", autouse=True)
def no_collected_files() -> Iterator[None]:
    """Static files come from the applications; nothing has been collected in a working copy."""
    with override_settings(STATIC_ROOT=None):
        yield


@pytest.fixture
def archive(transactional_db) -> None:
    """Two pages, read and linked as an import does it, and an editor."""
    User.objects.create_superuser("editor", password=PASSWORD)
    for number, text in enumerate(PAGES):
        facts = PageFacts(newspaper="青岭报", area="明州市青岭县", issue_date=f"2021-0{number + 3}-09", section="1")
        digest = hashlib.sha256(text.encode()).hexdigest()
        with transaction.atomic():
            page, *_ = store(IncomingPage(f"/pages/{number}.txt", f"{number}", digest, text, "utf-8", facts))
            write_reading(page, read_stored(page, Lexicon()))
    settle()


@pytest.fixture
def tab(browser: Browser, archive: None, live_server) -> Iterator[Page]:
    """A tab of 1280×720, in Chinese, in which the editor has logged in; anything the page complains of fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 720}, locale="zh-CN", base_url=live_server.url)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.on("request", lambda request: None if request.url.startswith(live_server.url) else complaints.append(request.url))
    page.goto("/admin/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")
    yield page
    context.close()
    assert complaints == []
