"""Editors' accounts with passwords made up on the spot: there is no default password anywhere."""

from __future__ import annotations

import secrets

from django.contrib.auth.models import User

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS = 4
GROUP_LENGTH = 4


class AccountExists(Exception):
    """There is an account of this name already; its password was left alone."""


def made_up_password() -> str:
    """A password of about 79 bits in groups that can be copied by hand, without letters that look alike: k7wm-x2pd-9hts-e4qa."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(GROUP_LENGTH)) for _ in range(GROUPS))


def create_editor(name: str) -> str:
    """Make an account that may do everything on the desk, accounts included, and return its password. Raises AccountExists."""
    if User.objects.filter(username=name).exists():
        raise AccountExists(name)
    password = made_up_password()
    User.objects.create_superuser(name, password=password)
    return password


def reset_password(name: str) -> str:
    """Give an account a new password and return it. Raises User.DoesNotExist."""
    user = User.objects.get(username=name)
    password = made_up_password()
    user.set_password(password)
    user.save(update_fields=["password"])
    return password
