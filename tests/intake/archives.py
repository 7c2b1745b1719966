"""Archives of their own for processes of their own: made, imported into, read out, and dropped."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ
import psycopg
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class SeparateArchive:
    """A database that only child processes open."""

    url: str

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """manage.py with these arguments, running."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=os.environ | {"DATABASE_URL": self.url},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def finish(self, process: subprocess.Popen[bytes]) -> str:
        said = process.communicate()[0].decode()
        assert process.returncode == 0, said
        return said

    def manage(self, *arguments: str) -> str:
        return self.finish(self.start(*arguments))

    def told(self) -> dict[str, Any]:
        """What tests.snapshot says of it."""
        done = subprocess.run(
            [sys.executable, "-m", "tests.snapshot"],
            cwd=ROOT,
            capture_output=True,
            check=False,
            env=os.environ | {"DATABASE_URL": self.url, "DJANGO_SETTINGS_MODULE": "newsroom.settings"},
        )
        assert done.returncode == 0, done.stderr.decode()
        return json.loads(done.stdout)

    def pages(self) -> int:
        """How many whole pages are in, asked through a connection of our own."""
        if self.url.startswith("sqlite"):
            own: Any = sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=60)
        else:
            settings = environ.Env.db_url_config(self.url)
            own = psycopg.connect(
                dbname=settings["NAME"],
                user=settings["USER"],
                password=settings["PASSWORD"],
                host=settings["HOST"],
                port=settings["PORT"] or None,
            )
        try:
            return own.execute("SELECT count(*) FROM articles_page").fetchone()[0]
        finally:
            own.close()


@contextmanager
def separate_archive(folder: Path) -> Iterator[SeparateArchive]:
    """An empty archive on the kind of database that the tests run on."""
    if connection.vendor == "sqlite":
        archive = SeparateArchive(f"sqlite:///{folder / uuid.uuid4().hex}.sqlite3")
        archive.manage("migrate", "-v0")
        yield archive
        return
    told = connection.settings_dict
    name = f"test_newsroom_{uuid.uuid4().hex[:12]}"
    login = f"{told['USER']}:{told['PASSWORD']}@" if told["PASSWORD"] else f"{told['USER']}@"
    with connection.cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
    try:
        archive = SeparateArchive(f"postgres://{login}{told['HOST']}:{told['PORT'] or 5432}/{name}")
        archive.manage("migrate", "-v0")
        yield archive
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
