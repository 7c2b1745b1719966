"""When Python looks for what nobody holds any more."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collected_later() -> Iterator[None]:
    """Let the collector of cycles wait till the end of a batch of bounded size.

    A batch holds on to nearly all that it makes; to look through that again and again took a sixth of its time.
    """
    waits = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if waits:
            gc.enable()
