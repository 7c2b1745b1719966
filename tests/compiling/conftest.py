"""The sample newspaper imported once for all tests of a module, and products as text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction

from newsroom.compiling.commission import Commission
from newsroom.compiling.products import PRODUCTS
from newsroom.compiling.writing import text_lines


@pytest.fixture(scope="module")
def samples(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The sample newspaper, taken back after the module; its tests only look."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("import_seeds", stdout=StringIO(), stderr=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def compiled() -> Callable[..., str]:
    """compiled("chronicle", area="白石县"): the product as text."""

    def text(product: str, **asked: object) -> str:
        return "".join(text_lines(PRODUCTS[product].compile(Commission(**asked))))

    return text
