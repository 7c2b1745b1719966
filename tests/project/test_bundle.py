"""The offline archive: unpacked, installed and used where no network is (make bundle; make the archive first)."""

from __future__ import annotations

import os
import subprocess
import tarfile
import tomllib
from pathlib import Path

import pytest

from tests.project.tracked import ROOT

pytestmark = pytest.mark.bundle
NOWHERE = "http://127.0.0.1:9"
WITHOUT_NETWORK = (["unshare", "--net"], ["unshare", "--net", "--map-root-user"])
USE = """
import json, re
import django
django.setup()
from django.test import Client
client = Client(headers={"host": "localhost"})
pages = json.loads(client.get("/api/v1/pages/").content)["count"]
article = json.loads(client.get("/api/v1/articles/").content)["results"][0]
detail = json.loads(client.get(article["url"].replace("http://localhost", "")).content)
for way in ("/", "/admin/login/", "/api/v1/docs/", "/api/v1/schema/"):
    answer = client.get(way)
    assert answer.status_code == 200, way
    for link in re.findall(r'(?:src|href)="([^"#]+)"', answer.content.decode()):
        assert not re.match(r"(https?:)?//(?!localhost)", link), link
        if link.startswith("/static/"):
            assert client.get(link).status_code == 200, link
print(json.dumps({"pages": pages, "body": len(detail["body"])}))
"""


def isolation() -> list[str]:
    """The command that runs another one in a network namespace without network, where this system allows it."""
    for command in WITHOUT_NETWORK:
        try:
            if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
                return command
        except FileNotFoundError:
            continue
    return []


def run(command: list[str], folder: Path) -> str:
    """Run in `folder` with a bare environment and no way out; what it printed."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8", "http_proxy": NOWHERE,
                   "https_proxy": NOWHERE, "no_proxy": "", "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    done = subprocess.run([*isolation(), *command], cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True,
                          text=True, encoding="utf-8", timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    archive = ROOT / "dist" / f"newsroom-{version}.tar.gz"
    if not archive.exists():
        pytest.skip("no archive: run `make bundle` first")
    folder = tmp_path_factory.mktemp("bundle")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / f"newsroom-{version}"


def test_installs_and_answers_without_network(unpacked):
    assert ".venv/bin/python manage.py serve" in run(["./install.sh"], unpacked)
    first = run([".venv/bin/python", "manage.py", "serve", "--ready-only"], unpacked)
    assert "editor" in first
    answered = run([".venv/bin/python", "-c", USE], unpacked)
    pages = len(list((ROOT / "fixtures" / "pages").glob("*.txt")))
    assert f'"pages": {pages}' in answered
    assert '"body": 0' not in answered


def test_the_archive_has_no_leftovers(unpacked):
    leftovers = {path.name for path in unpacked.rglob("*")} & {".git", "newsroom.sqlite3-journal", ".pytest_cache", ".ruff_cache"}
    assert leftovers == set()
