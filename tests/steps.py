"""How much work a call does, counted and not timed: the same on every machine, however busy it is."""

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(call: Callable[[], object]) -> int:
    """Lines of Python that `call` executes; what a single regular expression does inside isn't seen (`make bench` times that)."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def assert_linear(work: Callable[[int], Callable[[], object]], small: int = 100, factor: int = 4, slack: float = 1.3) -> None:
    """`work(n)` prepares a call on n units: that on `factor` times as many may take `factor` times as many steps, and a few."""
    few = steps(work(small))
    many = steps(work(small * factor))
    assert many <= slack * factor * few + 1000, f"{factor} times the text takes {many / max(few, 1):.1f} times the steps"
