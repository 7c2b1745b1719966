"""Runs a program as a child process and says how long it took and how much memory it had at most."""

from __future__ import annotations

import os
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RSS_UNIT = 1024


class Failed(Exception):
    """The program ended with an exit status other than 0; the message has what it printed."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a child: what it printed, seconds by the clock and of the processor, its peak resident memory in bytes."""

    output: str
    seconds: float
    processor: float
    peak: int


def run_child(command: list[str], environment: dict[str, str] | None = None) -> Ran:
    """Run `command` in the project's folder with `environment` added to this one's. Raises Failed."""
    started = time.perf_counter()
    child = subprocess.Popen(command, cwd=ROOT, env=os.environ | (environment or {}), text=True, encoding="utf-8",
                             stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert child.stdout is not None
    with child.stdout:
        output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise Failed(f"{' '.join(command)} ended with {child.returncode}:\n{output}")
    return Ran(output, time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * RSS_UNIT)
