"""The project's own files, as the tests of the house see them."""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("articles", "people", "newsroom")


def tracked_files() -> list[Path]:
    """The files under version control; in an unpacked bundle, which has none, all but what installing made."""
    if (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                                capture_output=True, text=True, encoding="utf-8", check=True)
        return sorted({ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()})
    made = {".venv", "wheels", "staticfiles", "dist", "__pycache__"}
    return sorted(path for path in ROOT.rglob("*") if path.is_file() and not made & set(path.relative_to(ROOT).parts))


def package_modules(*packages: str) -> list[Path]:
    """The Python files of the application's packages, migrations left out."""
    wanted = packages or PACKAGES
    return [path for path in tracked_files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in wanted
            and "migrations" not in path.parts]


def module_name(path: Path) -> str:
    """articles/reading/split.py → articles.reading.split."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
