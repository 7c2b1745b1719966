"""The counter of steps sees what grows too fast, also inside loops of loops."""

from collections.abc import Callable
from functools import partial

import pytest

from tests.steps import assert_linear, steps


def once(times: int) -> int:
    total = 0
    for one in range(times):
        total += one
    return total


def squared(times: int) -> int:
    total = 0
    for _ in range(times):
        total += once(times)
    return total


def of(function: Callable[[int], int]) -> Callable[[int], Callable[[], object]]:
    return lambda times: partial(function, times)


def test_steps_are_the_same_every_time() -> None:
    assert steps(partial(once, 50)) == steps(partial(once, 50)) > 100


def test_linear_passes_and_square_fails() -> None:
    assert_linear(of(once))
    with pytest.raises(AssertionError, match="times the steps"):
        assert_linear(of(squared))
