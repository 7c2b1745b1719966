"""Everything that people read has its Chinese, and the compiled catalogue is the one that is written."""

from __future__ import annotations

import ast
import gettext
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation.template import templatize

ROOT = Path(settings.BASE_DIR)
ROOMS = ("articles", "people", "newsroom")
CATALOGUE = ROOT / "newsroom" / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"
ASKING = {"_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
QUOTED = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
IN_TEMPLATES = re.compile(rf"\bn?gettext\({QUOTED}")
FIELD = re.compile(r"%(?:\(\w+\))?[sd]|\{\w*(?::[^}]*)?\}")
Message = tuple[str, str]


def written() -> dict[Message, list[str]]:
    """The catalogue as its text has it: (context, message) → translations; fuzzy and obsolete entries are no entries."""
    entries = {}
    for block in CATALOGUE.read_text("utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if any(line.startswith("#,") and "fuzzy" in line for line in block.splitlines()) or not lines:
            continue
        parts: dict[str, str] = {}
        keyword = ""
        for line in lines:
            if not line.startswith('"'):
                keyword = line.partition(" ")[0]
            parts[keyword] = parts.get(keyword, "") + ast.literal_eval(line.removeprefix(keyword).strip())
        translations = [text for key, text in parts.items() if key.startswith("msgstr")]
        entries[parts.get("msgctxt", ""), parts["msgid"]] = translations
    return entries


def messages_of_code(path: Path) -> set[Message]:
    found = set()
    aliases = {"_": "gettext"}
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("django.utils.translation"):
            aliases.update({name.asname or name.name: name.name for name in node.names})
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and aliases.get(node.func.id) in ASKING):
            continue
        words = [argument.value for argument in node.args if isinstance(argument, ast.Constant)]
        if words and isinstance(words[0], str):
            contextual = aliases[node.func.id].startswith("p")
            found.add((words[0], words[1]) if contextual else ("", words[0]))
    return found


def messages_of_template(path: Path) -> set[Message]:
    source = templatize(path.read_text("utf-8"), str(path))
    return {("", ast.literal_eval(quoted).replace("%%", "%")) for quoted in IN_TEMPLATES.findall(source)}


def asked() -> set[Message]:
    code = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py")) if "migrations" not in path.parts]
    templates = sorted((ROOT / "newsroom" / "templates").rglob("*.html"))
    return set().union(*map(messages_of_code, code), *map(messages_of_template, templates))


def test_every_message_has_its_chinese() -> None:
    catalogue = written()
    missing = {message for message in asked() if not all(catalogue.get(message) or [""])}
    assert not missing, "manage.py makemessages -l zh_Hans, then translate these"


def test_translations_fill_in_the_same_fields() -> None:
    for (_, message), translations in written().items():
        for translation in translations if message else ():
            assert set(FIELD.findall(translation)) <= set(FIELD.findall(message)), message


def test_the_compiled_catalogue_is_up_to_date() -> None:
    with CATALOGUE.with_suffix(".mo").open("rb") as compiled:
        catalogue = gettext.GNUTranslations(compiled)._catalog
    for (context, message), translations in written().items():
        key = f"{context}\x04{message}" if context else message
        found = catalogue.get(key, catalogue.get((key, 0)))
        assert found == translations[0] or not message, f"manage.py compilemessages: {message}"


def test_the_catalogue_is_where_the_settings_look() -> None:
    assert CATALOGUE.parents[2] in [Path(place) for place in settings.LOCALE_PATHS]


@pytest.mark.parametrize(("language", "expected"), [
    ("zh-CN,zh;q=0.9", "编辑部"),
    ("en-GB,en;q=0.5", "the editors&#x27; desk"),
    ("fr", "编辑部"),
])
def test_chinese_comes_first(client, db, language: str, expected: str) -> None:
    assert expected in client.get("/admin/login/", headers={"accept-language": language}).content.decode()
