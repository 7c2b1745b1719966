"""Imports run newsroom → people → articles → articles.reading, never back by any road; the pure modules know no Django."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.tracked import PACKAGES, ROOT, module_name, package_modules

ROOMS = ("articles.reading", "articles", "people", "newsroom")
PURE_FOLDERS = ("articles.reading",)
PURE_MODULES = {
    "articles.dating", "articles.decoding", "articles.masking", "articles.matching_rows", "articles.places",
    "articles.attested", "articles.numbered", "articles.page_year", "articles.year_evidence",
    "newsroom.compiling.dates", "newsroom.compiling.documents", "newsroom.compiling.entries",
    "newsroom.compiling.extracts", "newsroom.compiling.numbers", "newsroom.compiling.ranks", "newsroom.compiling.texts",
    "newsroom.compiling.writing", "people.careers", "people.clusters", "people.contradictions", "people.fitting",
    "people.identifiers", "people.identity", "people.judging", "people.lines", "people.lookalikes", "people.matching",
    "people.misprints", "people.occurrences", "people.other_names", "people.packing", "people.posts", "people.profiles",
    "people.qualifiers", "people.rows", "people.slips", "people.sort_keys", "people.standing", "people.telling",
    "people.tenure_table",
    "people.tenures", "people.unposted",
}
OUTSIDERS = ("django", "rest_framework", "django_filters", "drf_spectacular", "environ")
APP_REFERENCE = re.compile(r"(articles|people|newsroom)\.[A-Z]\w+|admin:(articles|people)_\w+")
DYNAMIC = {"get_model", "import_module", "import_string", "__import__"}


def room_of(module: str) -> int:
    """The rank of the room a module of ours is in; the reading is lowest, the faces are highest."""
    return next(rank for rank, room in enumerate(ROOMS) if module == room or module.startswith(room + "."))


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """(line, module) of every import in a file, relative ones resolved, `from a import b` also as a.b."""
    package = module_name(path) if path.name == "__init__.py" else module_name(path).rpartition(".")[0]
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[:len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield node.lineno, base
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def is_pure(module: str) -> bool:
    return module in PURE_MODULES or any(module == folder or module.startswith(folder + ".") for folder in PURE_FOLDERS)


def where(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT)}:{line}"


def test_imports_run_one_way():
    backwards = [
        f"{where(path, line)} imports {target}"
        for path in package_modules() for line, target in imported(path)
        if target.split(".")[0] in PACKAGES and room_of(target) > room_of(module_name(path))
    ]
    assert backwards == []


def test_no_way_back_by_string_or_lookup():
    """"people.Person" in a foreign key, get_model("people", …), "admin:people_person_change" are imports in disguise."""
    hidden = []
    for path in package_modules("articles", "people"):
        rank = room_of(module_name(path))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and APP_REFERENCE.fullmatch(node.value):
                app = re.search("articles|people|newsroom", node.value)[0]
                if room_of(app) > rank or node.value.startswith("admin:"):
                    hidden.append(f"{where(path, node.lineno)} names {node.value}")
            if isinstance(node, (ast.Name, ast.Attribute)) and getattr(node, "id", getattr(node, "attr", "")) in DYNAMIC:
                hidden.append(f"{where(path, node.lineno)} looks modules or models up by name")
    assert hidden == []


def test_no_signals_between_rooms():
    signals = [
        f"{where(path, line)} imports {target}"
        for path in package_modules() for line, target in imported(path)
        if target.startswith(("django.dispatch", "django.db.models.signals", "django.core.signals"))
    ]
    assert signals == []


def test_pure_modules_import_no_django():
    """Not of their own; what they import is held to it by test_loading_a_pure_module_loads_no_django."""
    impure = [
        f"{where(path, line)} imports {target}"
        for path in package_modules() if is_pure(module_name(path))
        for line, target in imported(path) if target.split(".")[0] in OUTSIDERS
    ]
    assert impure == []


def test_every_pure_module_is_there():
    assert PURE_MODULES - {module_name(path) for path in package_modules()} == set()


@pytest.mark.parametrize("module", ["articles.reading.pipeline", *sorted(PURE_MODULES)])
def test_loading_a_pure_module_loads_no_django(module):
    code = f"import {module}, sys; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_no_imports_inside_functions():
    inside = [
        where(path, node.lineno)
        for path in package_modules()
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function) if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    assert inside == []
