"""python -m tests.bench.hostile: how reading time grows on text made to be slow, of one length and of four times that."""

from __future__ import annotations

import json
import time

from articles.reading.pipeline import read_page

SMALL, FACTOR = 60_000, 4
UNITS = {
    "posts without an end": "县委副书记、", "opening brackets": "(", "no marks at all": "县里的人们都在春天里种下一棵又一棵树",
    "names in a list": "王小川、", "one letter": "张", "bylines": "(记者王小川)", "days": "2月3日,", "quotes": "“",
    "places": "甲乙镇", "speech": "王小川说:", "meetings": "县委第9次常委会会议", "lines": "县长\n",
}  # fmt: skip


def seconds(text: str) -> float:
    """Processor seconds of reading the text as one page."""
    started = time.process_time()
    read_page(text)
    return time.process_time() - started


def measured() -> dict[str, float]:
    """How many times as long four times the text takes, kind by kind."""
    read_page("3月1日，县委书记王晓明主持召开会议。")
    times = {}
    for kind, unit in UNITS.items():
        text = unit * (SMALL * FACTOR // len(unit))
        times[kind] = seconds(text) / seconds(text[:SMALL])
    return times


if __name__ == "__main__":
    print(json.dumps(measured()))
