"""What jieba's own person tags find on the same pages."""

from __future__ import annotations

import importlib
import tempfile

PERSON_TAGS = frozenset({"nr", "nrfg", "nrt"})


def names_by_jieba(text: str) -> set[str]:
    """The words of two characters and more that jieba.posseg tags as a person's name; line breaks are left out first."""
    tagger = _tagger()
    return {word.word for word in tagger.lcut("".join(text.split())) if word.flag in PERSON_TAGS and len(word.word) > 1}


def _tagger():
    jieba = importlib.import_module("jieba")
    if not jieba.dt.initialized:
        jieba.setLogLevel("WARNING")
        with tempfile.TemporaryDirectory() as private:
            jieba.dt.tmp_dir = private
            jieba.initialize()
    return importlib.import_module("jieba.posseg")
