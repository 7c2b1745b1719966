"""Writes articles for tests with the names marked in the text: `{县委书记|王和}主持会议` or `{王和}强调`."""

from __future__ import annotations

import re

from articles.reading.folding import fold
from articles.reading.types import ArticleText, Mention, PrintedDate, PrintedRole, Run, Text

_MARK = re.compile(r"\{(?:([^{}|]*)\|)?([^{}|]+)\}")


def marked(body: str, headline: str = "", date: PrintedDate | None = None) -> tuple[ArticleText, tuple[Mention, ...], list[str]]:
    """The article, its mentions, and the names by referent.

    >>> article, mentions, names = marked("{县长|王和}强调,路要修好。")
    >>> article.body.printed, mentions[0].start, mentions[0].roles[0].text, names
    ('县长王和强调,路要修好。', 2, '县长', ['王和'])
    """
    names: list[str] = []
    mentions: list[Mention] = []
    texts: list[Text] = []
    for field, source in (("headline", headline), ("body", body)):
        plain, at = "", 0
        for found in _MARK.finditer(source):
            titles, name = found.group(1) or "", found.group(2)
            plain += source[at : found.start()] + titles
            if name not in names:
                names.append(name)
            roles = tuple(PrintedRole(title) for title in re.split("[、,，]", titles) if title)
            start = len(plain)
            mentions.append(
                Mention("headline" if field == "headline" else "body", start, start + len(name), name, names.index(name), roles)
            )
            plain += name
            at = found.end()
        plain += source[at:]
        runs = (Run(0, len(plain), 0, len(plain)),) if plain else ()
        texts.append(Text(plain, fold(plain), runs))
    article = ArticleText(texts[0], "complete" if headline else "missing", texts[1], date=date)
    return article, tuple(mentions), names
