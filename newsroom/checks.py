"""System checks: what would fail later or quietly, said at start-up with what to do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import DEFAULT_DB_ALIAS, connections

SCOPES = ("all", "reviewed")
SQLITE_AT_LEAST = (3, 37, 0)


def register_checks() -> None:
    """Hand the checks to Django; called once, when the application is ready."""
    register(check_secret_key, Tags.security)
    register(check_public_scope)
    register(check_sqlite, Tags.database)
    register(check_postgresql, Tags.database)


def check_secret_key(**_given: Any) -> list[CheckMessage]:
    """A key made up by each process signs sessions that no other process believes."""
    if settings.SECRET_KEY_GIVEN:
        return []
    return [Warning("NEWSROOM_SECRET_KEY is not set: editors are logged out at every restart, or between two processes.",
                    hint="Set it in the environment or in .env; `python -m newsroom.environment` writes one.",
                    id="newsroom.W001")]


def check_public_scope(**_given: Any) -> list[CheckMessage]:
    """A misspelt scope must not decide what the public sees."""
    if settings.NEWSROOM_PUBLIC_SCOPE in SCOPES:
        return []
    return [Error(f"NEWSROOM_PUBLIC_SCOPE is {settings.NEWSROOM_PUBLIC_SCOPE!r}.",
                  hint=f"Write one of: {', '.join(SCOPES)}.", id="newsroom.E001")]


def check_sqlite(databases: Sequence[str] | None = None, **_given: Any) -> list[CheckMessage]:
    """SQLite too old for what the tables and the search need, or built without its full-text module."""
    if not any(connections[alias].vendor == "sqlite" for alias in _ours(databases)):
        return []
    found: list[CheckMessage] = []
    if sqlite3.sqlite_version_info < SQLITE_AT_LEAST:
        found.append(Error(f"SQLite {sqlite3.sqlite_version} is older than {'.'.join(map(str, SQLITE_AT_LEAST))}.",
                           hint="Use a newer Python or system library, or PostgreSQL through DATABASE_URL.", id="newsroom.E002"))
    if not has_full_text():
        found.append(Error("This SQLite is built without FTS5, the full-text module.",
                           hint="Use another Python or system library, or PostgreSQL through DATABASE_URL.", id="newsroom.E003"))
    return found


def has_full_text() -> bool:
    """Whether this Python's SQLite has the full-text module FTS5."""
    with closing(sqlite3.connect(":memory:")) as probe:
        try:
            probe.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
        except sqlite3.OperationalError:
            return False
    return True


def check_postgresql(databases: Sequence[str] | None = None, **_given: Any) -> list[CheckMessage]:
    """A PostgreSQL database that can't hold Chinese text."""
    found: list[CheckMessage] = []
    for alias in _ours(databases):
        if connections[alias].vendor == "postgresql":
            with connections[alias].cursor() as cursor:
                cursor.execute("SHOW server_encoding")
                encoding = cursor.fetchone()[0]
            if encoding != "UTF8":
                found.append(Error(f"The database is encoded in {encoding}, which can't hold every page.",
                                   hint="createdb --encoding=UTF8 --locale=C.UTF-8 --template=template0 newsroom",
                                   id="newsroom.E004"))
    return found


def _ours(databases: Sequence[str] | None) -> Iterable[str]:
    """Databases that are being checked: Django names none unless a command (migrate, check --database) uses them."""
    return [alias for alias in databases or () if alias == DEFAULT_DB_ALIAS]
