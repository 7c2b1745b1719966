"""Rates given on the command line are a plan's rates, or are refused with what to write."""

from __future__ import annotations

import pytest

from tests.county.__main__ import rates


def test_rates_are_read():
    assert rates(["look_alikes=0", "yearless_pages=0.25"]) == {"look_alikes": 0.0, "yearless_pages": 0.25}
    assert rates([]) == {}


@pytest.mark.parametrize(("setting", "said"), [
    ("lookalikes=0", "no rate lookalikes, only any_letters, look_alikes"), ("swaps=1", "between 0 and 1"),
    ("swaps=-0.1", "between 0 and 1"), ("swaps=", "could not convert"), ("pages=100", "no rate pages"),
])
def test_what_is_no_rate_is_refused(setting, said):
    with pytest.raises(ValueError, match=said):
        rates([setting])
