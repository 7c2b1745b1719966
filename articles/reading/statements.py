"""Who says what: the clauses in which a named person 强调/指出/要求/表示/希望/说, and what is said, to its end."""

from __future__ import annotations

import re

from articles.reading.clauses import Scene, Sentence, scene_of, within
from articles.reading.speakers import Head, heads, interrupts
from articles.reading.types import ArticleText, Mention, Span, Statement

_OPENING = frozenset("“「『")
_ENDS_SPEECH = frozenset("。!?…,;")
_GOES_ON = re.compile(
    r"\s*(?:[一二三四五六七八九十][是要、]|第[一二三四五六七八九十]|\([一二三四五六七八九十]\)|[要既更]|必须|务必|同时,?要|各[级乡镇部单]|坚决|[“「『])"
)


def read_statements(article: ArticleText, mentions: tuple[Mention, ...]) -> tuple[Statement, ...]:
    """What named people say in an article's body, in printed order.

    The speaker is the named subject, the person that 他/她 stands for, or the one carried over (并表示, 要求各部门…).
    What is said begins after the verb with its comma, colon and quotation mark, and ends with the quotation, before the
    next speaker, or with the paragraph, unless the next one plainly goes on (二是…). Offsets count characters of the
    body. What a meeting says (会议强调), and what somebody unnamed says, is left out.

    >>> from articles.reading.types import Text
    >>> body = Text("县长王和强调,路要修好。", "县长王和强调,路要修好。")
    >>> reading = read_statements(ArticleText(Text(), "missing", body), (Mention("body", 2, 4, "王和", 0),))
    >>> reading[0].verb, reading[0].quote
    ('强调', '路要修好。')
    """
    return statements_of(scene_of(article.body, mentions))


def statements_of(scene: Scene) -> tuple[Statement, ...]:
    """What named people say in a text that is divided into sentences already; see `read_statements`."""
    found = tuple(heads(scene.body.folded, scene.quoted, scene.told))
    spoken: list[Statement] = []
    for at, head in enumerate(found):
        limit = found[at + 1].start if at + 1 < len(found) else len(scene.body)
        start, end = _said(scene, head, limit)
        if start < end:
            quote = scene.body.printed[start:end]
            spoken += [Statement(speaker, head.verb, start, end, quote) for speaker in head.speakers]
    return tuple(spoken)


def _said(scene: Scene, head: Head, limit: int) -> tuple[int, int]:
    """Start and end of what is said, at most up to `limit`, where the next speaker's clause begins."""
    folded, printed, told = scene.body.folded, scene.body.printed, scene.told
    start = head.said
    quotation = within(scene.quoted, start)
    if quotation and quotation.start == start and _is_speech(folded, quotation):
        return start + 1, quotation.end - 1
    if quotation is None and printed[start : start + 1] in _OPENING:
        start += 1  # a speech over several paragraphs, each of which begins with a quotation mark
    end = min(limit, told[head.sentence].end)
    for at in range(head.sentence + 1, len(told)):
        sentence = told[at]
        if sentence.start >= limit or _ends_before(folded, printed, sentence):
            break
        end = min(limit, sentence.end)
    unprinted = "\n ,,”」』" if start > head.said else "\n ,,"
    return start, start + len(printed[start:end].rstrip(unprinted))


def _is_speech(folded: str, quotation: Span) -> bool:
    """Whether a quotation is all that is said, rather than a quoted word that the sentence begins with."""
    return folded[quotation.end - 2] in _ENDS_SPEECH or folded[quotation.end : quotation.end + 1] in ("", "。", "\n")


def _ends_before(folded: str, printed: str, sentence: Sentence) -> bool:
    """Whether what was said before a sentence has come to its end."""
    if interrupts(folded, sentence):
        return True
    new_paragraph = sentence.start > 0 and folded[sentence.start - 1] == "\n"
    return new_paragraph and not _GOES_ON.match(printed, sentence.start)
