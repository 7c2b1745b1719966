"""System checks say what is wrong, and nothing where nothing is."""

import sqlite3

import pytest
from django.core.checks import Error, Warning
from django.db import connection

from newsroom import checks


def ids(messages):
    return [message.id for message in messages]


def test_a_made_up_key_is_warned_of(settings):
    settings.SECRET_KEY_GIVEN = False
    (message,) = checks.check_secret_key()
    assert (type(message), message.id) == (Warning, "newsroom.W001")
    assert "newsroom.environment" in message.hint


def test_a_given_key_is_fine(settings):
    settings.SECRET_KEY_GIVEN = True
    assert checks.check_secret_key() == []


@pytest.mark.parametrize(
    ("scope", "wrong"), [("all", []), ("reviewed", []), ("Reviewed", ["newsroom.E001"]), ("", ["newsroom.E001"])]
)
def test_public_scope(settings, scope, wrong):
    settings.NEWSROOM_PUBLIC_SCOPE = scope
    assert ids(checks.check_public_scope()) == wrong


def test_this_machine_is_good_enough():
    assert checks.check_sqlite(databases=["default"]) == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_old_sqlite(monkeypatch):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    (message,) = checks.check_sqlite(databases=["default"])
    assert (type(message), message.id) == (Error, "newsroom.E002")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="about SQLite")
def test_sqlite_without_full_text(monkeypatch):
    monkeypatch.setattr(checks, "has_full_text", lambda: False)
    assert ids(checks.check_sqlite(databases=["default"])) == ["newsroom.E003"]


@pytest.mark.django_db
def test_postgresql_encoding():
    assert checks.check_postgresql(databases=["default"]) == []


class Latin:
    """A connection to a database in another encoding."""

    vendor = "postgresql"

    def cursor(self):
        return self

    def __enter__(self):
        return self

    def __exit__(self, *error):
        return None

    def execute(self, query):
        assert query == "SHOW server_encoding"

    def fetchone(self):
        return ("LATIN1",)


def test_postgresql_in_another_encoding(monkeypatch):
    monkeypatch.setattr(checks, "connections", {"default": Latin()})
    (message,) = checks.check_postgresql(databases=["default"])
    assert (message.id, "LATIN1" in message.msg) == ("newsroom.E004", True)


def test_nothing_is_asked_of_databases_that_no_command_uses():
    assert checks.check_sqlite() == checks.check_postgresql() == []
