"""manage.py serve: make everything ready and serve the site on this machine."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom.serving import ADDRESS, WAYS_IN, PortTaken, check_port, make_ready, server_command


class Command(BaseCommand):
    """Options in; tables, samples and account by newsroom.serving; then this process becomes the server's."""

    help = "在本机启动网站；首次启动会建库、导入样报、生成编辑账号。 Serve the site on this machine, made ready first."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("--port", type=int, default=8000, help="端口（默认 8000）")
        parser.add_argument("--ready-only", action="store_true", help="只做准备，不启动")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make ready, say where the site is, serve until Ctrl-C. CommandError where the port is taken."""
        try:
            check_port(options["port"])
        except PortTaken as error:
            raise CommandError(str(error)) from error
        make_ready(self.stdout.write)
        if options["ready_only"]:
            return
        for way in WAYS_IN:
            self.stdout.write(f"  http://{ADDRESS}:{options['port']}{way}")
        self.stdout.write(_("Ctrl-C ends it."))
        self.stdout.flush()
        command = server_command(options["port"])
        os.execv(command[0], command)  # noqa: S606 (a fixed command line of our own, no shell wanted)
