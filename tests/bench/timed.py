"""python -m tests.bench.timed reading|jieba FOLDER: what one process does with the pages of a folder, timed, as JSON.

`reading` is articles.reading alone, without Django or a database; `jieba` is that library's own tokenizing of the same text.
Loading (modules, lexicons, jieba's dictionary) is timed apart from the work.
"""

from __future__ import annotations

import importlib
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

WARM_UP = "3月1日，县委书记王晓明主持召开会议。"


def reader() -> Callable[[str], object]:
    """The reading pipeline, loaded."""
    return importlib.import_module("articles.reading.pipeline").read_page


def tokenizer() -> Callable[[str], object]:
    """jieba.lcut with its dictionary loaded; its cache lies in a folder of its own, not in the shared temporary one."""
    jieba = importlib.import_module("jieba")
    jieba.setLogLevel("WARNING")
    with tempfile.TemporaryDirectory() as private:
        jieba.dt.tmp_dir = private
        jieba.initialize()
    return jieba.lcut


WORK = {"reading": reader, "jieba": tokenizer}


def timed(work: str, folder: Path) -> dict[str, float]:
    """Seconds of loading and of working, the processor's of working, the pages and characters worked on."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    started = time.perf_counter()
    function = WORK[work]()
    function(WARM_UP)
    loaded, ready = time.perf_counter(), time.process_time()
    for text in texts:
        function(text)
    done, worked = time.perf_counter(), time.process_time()
    return {"pages": len(texts), "characters": sum(map(len, texts)), "loading": loaded - started,
            "seconds": done - loaded, "processor": worked - ready}


if __name__ == "__main__":
    print(json.dumps(timed(sys.argv[1], Path(sys.argv[2]))))
