"""manage.py create_editor: an account for the editors' desk, its password printed once."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from newsroom.accounts import AccountExists, create_editor, reset_password


class Command(BaseCommand):
    """Options in, one call out (newsroom.accounts)."""

    help = "新建编辑账号；密码当场生成，只显示一次。 Make an editor's account; its password is made up and shown once."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The command line."""
        parser.add_argument("name", metavar="NAME", help="账号名，如 editor")
        parser.add_argument("--reset", action="store_true", help="账号已存在：换一个新密码")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the account or give it a new password; CommandError where the account is there already, or isn't."""
        name = options["name"]
        try:
            password = reset_password(name) if options["reset"] else create_editor(name)
        except AccountExists as error:
            raise CommandError(_("account “{name}” exists; for a new password: manage.py create_editor {name} --reset").format(
                name=name)) from error
        except User.DoesNotExist as error:
            raise CommandError(_("there is no account “{name}”").format(name=name)) from error
        self.stdout.write(_("account: {name}   password: {password}").format(name=name, password=password))
        self.stdout.write(_("The password is shown this once; write it down."))
