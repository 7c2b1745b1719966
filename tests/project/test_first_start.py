"""What `make run` does before it serves: settings, tables, samples, an account with a made-up password."""

import re
import socket
import stat
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

from articles.models import Page
from newsroom import serving
from newsroom.accounts import LETTERS, made_up_password
from newsroom.environment import write_environment

PASSWORD = re.compile(rf"(?:[{LETTERS}]{{4}}-){{3}}[{LETTERS}]{{4}}")


def test_settings_are_written_once_and_for_the_owner_only(tmp_path):
    path = tmp_path / ".env"
    assert write_environment(path) is True
    first = path.read_text(encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert re.search(r"^NEWSROOM_SECRET_KEY=\S{60,}$", first, re.MULTILINE)
    assert write_environment(path) is False
    assert path.read_text(encoding="utf-8") == first


def test_passwords_differ():
    made = {made_up_password() for _ in range(100)}
    assert len(made) == 100
    assert all(PASSWORD.fullmatch(password) for password in made)


@pytest.fixture
def imports(monkeypatch):
    """Which commands making ready calls."""
    called = []
    monkeypatch.setattr(serving, "call_command", lambda name, **options: called.append(name))
    return called


@pytest.mark.django_db
def test_an_empty_archive_gets_samples_and_an_account(imports):
    told = []
    serving.make_ready(told.append)
    assert imports[:2] == ["migrate", "import_seeds"]
    password = PASSWORD.search("\n".join(told))[0]
    assert authenticate(username="editor", password=password).is_superuser


@pytest.mark.django_db
def test_the_second_start_leaves_everything_alone(imports):
    serving.make_ready(lambda line: None)
    Page.objects.create(sha256="0" * 64, text="一", name="a")
    stored = User.objects.get().password
    imports.clear()
    told = []
    serving.make_ready(told.append)
    assert "import_seeds" not in imports
    assert User.objects.get().password == stored
    assert not PASSWORD.search("\n".join(told))
    assert "create_editor" in "\n".join(told)


@pytest.mark.django_db
def test_create_editor_prints_the_password_once():
    out = StringIO()
    call_command("create_editor", "bianji", stdout=out)
    (password,) = PASSWORD.findall(out.getvalue())
    assert authenticate(username="bianji", password=password)
    with pytest.raises(CommandError, match="--reset"):
        call_command("create_editor", "bianji")


@pytest.mark.django_db
def test_reset_gives_another_password():
    User.objects.create_user("bianji", password="made-up-before")
    out = StringIO()
    call_command("create_editor", "bianji", "--reset", stdout=out)
    assert authenticate(username="bianji", password="made-up-before") is None
    assert authenticate(username="bianji", password=PASSWORD.search(out.getvalue())[0])
    with pytest.raises(CommandError, match="nobody"):
        call_command("create_editor", "nobody", "--reset")


def test_a_taken_port_is_named():
    with socket.socket() as taken:
        taken.bind((serving.ADDRESS, 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=str(port)):
            call_command("serve", "--port", str(port))


def test_only_this_machine_is_served():
    assert "127.0.0.1:8123" in serving.server_command(8123)
