"""One writer of records at a time, many writers of pages: the lock that both take."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

WRITER_LOCK = 7203_1946


@contextmanager
def writing(*, alone: bool) -> Iterator[None]:
    """A transaction of a page (`alone=False`) or of the linker, which no page may be written beside.

    SQLite has one writer anyway; on PostgreSQL an advisory lock of the transaction keeps them apart.
    """
    with transaction.atomic():
        if connection.vendor == "postgresql":
            function = "pg_advisory_xact_lock" if alone else "pg_advisory_xact_lock_shared"
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT {function}(%s)", [WRITER_LOCK])
        yield
