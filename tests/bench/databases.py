"""Fresh databases for one measurement each, and gone afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from psycopg import sql


@contextmanager
def fresh_sqlite(folder: Path, label: str) -> Iterator[str]:
    """DATABASE_URL of an empty SQLite file below `folder`."""
    path = folder / f"{label}.sqlite3"
    yield f"sqlite:///{path}"
    path.unlink(missing_ok=True)


@contextmanager
def fresh_postgresql(server: str, label: str) -> Iterator[str]:
    """DATABASE_URL of an empty database on the server of the URL `server`, whose user has to be allowed to create one."""
    name = f"newsroom_bench_{label}_{os.getpid()}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name)))
        try:
            yield urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
        finally:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
