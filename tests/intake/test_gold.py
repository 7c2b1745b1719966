"""The real pages, through the whole house: imported, linked, served, and scored over the API by the scorer itself."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from articles.models import Article
from newsroom.importrun import run
from newsroom.orders import Order
from tests.conftest import SHARED

FLOORS = {
    "articles": 1.0,
    "spans": 1.0,
    "event_numbers": 1.0,
    "headlines": 0.95,
    "headline_states": 0.95,
    "dates": 0.95,
    "bylines": 0.95,
    "people": 0.95,
    "roles": 0.90,
    "areas": 0.90,
    "participants": 0.85,
    "capacities": 0.80,
    "statements": 0.80,
}
needs_shared = pytest.mark.skipif(
    not SHARED, reason="NEWSROOM_SHARED IS NOT SET: the real pages and their gold facts are NOT tested here"
)


@needs_shared
@pytest.mark.django_db(transaction=True)
def test_figures_over_the_api(live_server: object) -> None:
    account = run(Order([str(Path(SHARED) / "seeds")]))
    assert (account.new, account.refused) == (5, [])
    assert Article.objects.live().count() == 23
    told = subprocess.run(
        [
            sys.executable,
            str(Path(SHARED) / "tools" / "score_reading.py"),
            "--json",
            "--api",
            f"{live_server}/api/v1",
            str(Path(SHARED) / "gold"),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    figures = json.loads(told.stdout)
    assert {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor} == {}
