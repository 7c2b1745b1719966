"""What a fresh machine needs before the site is served: tables, sample pages, an editor's account, a free port."""

from __future__ import annotations

import socket
import sys
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils.translation import gettext as _

from articles.models import Page
from newsroom.accounts import create_editor
from newsroom.intake import settle

ADDRESS = "127.0.0.1"
EDITOR = "editor"
WAYS_IN = ("/", "/admin/", "/api/v1/docs/")


class PortTaken(Exception):
    """Another program serves at the wanted port."""


def make_ready(tell: Callable[[str], None]) -> None:
    """Bring the database up to date; fill an empty one with the sample pages; make the first account.

    Done again it changes nothing. `tell` gets lines for the person who waits.
    """
    call_command("migrate", verbosity=0)
    settle()
    if not Page.objects.exists():
        tell(_("The archive is empty: importing the sample newspaper, an invented county."))
        call_command("import_seeds")
    if not settings.DEBUG:
        call_command("collectstatic", interactive=False, verbosity=0)
    if not User.objects.exists():
        tell(_("The editors' desk: account {name}, password {password}").format(name=EDITOR, password=create_editor(EDITOR)))
        tell(_("The password is shown this once; write it down."))
    else:
        tell(_("For a new password of the editors' desk: manage.py create_editor NAME --reset"))


def check_port(port: int) -> None:
    """Raise PortTaken if nothing can be served at `port` of this machine."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as error:
            raise PortTaken(_("port {port} can't be had ({reason}): choose another, e.g. make run PORT={other}").format(
                port=port, reason=error.strerror, other=port + 1)) from error


def server_command(port: int) -> list[str]:
    """The command line of the server: ["python", "-m", "gunicorn", …]. Two processes, so that an import stops nobody reading."""
    return [
        sys.executable, "-m", "gunicorn", "newsroom.wsgi", "--bind", f"{ADDRESS}:{port}",
        "--workers", "2", "--threads", "4", "--log-level", "warning",
    ]
