"""python -m newsroom.environment: write a file `.env` for use on one's own machine, unless there is one already."""

from __future__ import annotations

import os
import secrets
import sys
from pathlib import Path

LINES = """\
# Newsroom 的本机设置，可以修改；删掉后下次启动会重新生成。 Settings of this machine; README.md says what there is.
NEWSROOM_SECRET_KEY={key}
NEWSROOM_DEBUG=true
# DATABASE_URL=postgres://user:password@localhost:5432/newsroom
"""


def write_environment(path: Path) -> bool:
    """Write `path` with a secret key made up on the spot, readable for its owner only; False where the file exists already.

    >>> write_environment(Path("/tmp/there-already/.env"))  # doctest: +SKIP
    False
    """
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(LINES.format(key=secrets.token_urlsafe(50)))
    return True


if __name__ == "__main__":
    target = Path(__file__).resolve().parent.parent / ".env"
    if write_environment(target):
        sys.stdout.write(f"已生成本机设置 {target.name} · wrote {target.name} with a new secret key\n")
