"""A reading as a page to look at: the text with everything that was found in it marked, and why."""

from __future__ import annotations

from collections.abc import Iterator

from articles.reading.types import ArticleReading, Mention, PageReading, PrintedRole, Statement, Text, roles_of

RULES = {
    "post": "前有职务", "title": "后有称谓", "list": "在名单中", "label": "前有身份", "verb": "后有动作", "known": "版上他处已见",
    "body": "前有单位", "likely": "字形似姓名", "unlisted": "姓氏表外", "dotted": "带间隔号", "appointment": "任免",
    "prize": "获奖", "corrected": "编辑所定", "lexicon": "众所周知或编辑已确认", "whole": "诸迹象合计",
}  # fmt: skip
"""What a name was found by (`Mention.rule`), in words."""
LEGEND = "【姓名】① 〔职务〕 «活动» 说话人⟶“讲话”；文后为依据与把握 (names, posts, events, statements; rules, confidence)"


def explained(reading: PageReading) -> str:
    """The page as lines of text: each article with its marks, then its people, events and statements with their grounds.

    >>> from articles.reading.pipeline import read_page
    >>> "【李明】" in explained(read_page("我县开会\\n\\n本报讯 3月1日,县长李明主持会议。"))
    True
    """
    home = reading.home.path if reading.home else "没有依据 (nothing tells)"
    lines = [f"报纸所在 home area: {home}"]
    lines += [f"年份依据 clue: {clue.text} ({clue.rule}, {clue.weight})" for clue in reading.clues]
    lines.append(LEGEND)
    for article in reading.articles:
        lines += ["", *_article(article)]
    return "\n".join(lines) + "\n"


def _article(article: ArticleReading) -> Iterator[str]:
    text = article.text
    headline = _marked(text.headline, article, "headline") or "（无）"
    yield f"════ 第{article.reading_order}篇 · 标题 {text.headline_state}: {headline}"
    date = text.date.text if text.date else None
    told = [("栏目", text.section), ("电头", text.dateline), ("日期", date), ("署名", text.byline)]
    yield " · ".join(f"{name} {words or '—'}" for name, words in told)
    yield _marked(text.body, article, "body")
    yield from _people(article)
    yield from _events(article)
    yield from _statements(article)


def _marked(text: Text, article: ArticleReading, field: str) -> str:
    """The text with marks put in; where several end or begin at one place, what ends comes first."""
    marks: list[tuple[int, int, str]] = []
    for mention in (mention for mention in article.mentions if mention.field == field):
        marks += [(mention.start, 1, "【"), (mention.end, 0, f"】{_number(mention.referent)}{_posts(mention)}")]
    for event in article.events if field == "body" else ():
        marks += [(event.start, 1, "«"), (event.end, 0, "»")]
    for said in article.statements if field == "body" else ():
        marks += [(said.start, 1, f"{_number(said.speaker)}⟶“"), (said.end, 0, "”")]
    out: list[str] = []
    at = 0
    for place, _, mark in sorted(marks):
        out += [text.printed[at:place], mark]
        at = place
    return "".join([*out, text.printed[at:]])


def _number(referent: int) -> str:
    return chr(ord("①") + referent) if referent < 20 else f"({referent + 1})"


def _posts(mention: Mention) -> str:
    return "".join(f"〔{role.text}〕" for role in mention.roles)


def _people(article: ArticleReading) -> Iterator[str]:
    for referent in sorted({mention.referent for mention in article.mentions}):
        own = [mention for mention in article.mentions if mention.referent == referent]
        grounds = dict.fromkeys(f"{RULES.get(one.rule, one.rule)}({one.rule}) {one.confidence:.2f}" for one in own)
        posts = "；".join(map(_post, roles_of(article.mentions, referent))) or "未见职务"
        yield f"  {_number(referent)} {own[0].exact} ×{len(own)} — {posts} — {'、'.join(grounds)}"


def _post(role: PrintedRole) -> str:
    body = f"，属 {role.organization}" if role.organization else ""
    shared = "（合称，不作职务）" if role.generic else ""
    return f"{''.join(role.qualifiers)}{role.text}{shared}{body}，{role.area or '地区不明'}"


def _events(article: ArticleReading) -> Iterator[str]:
    for event in article.events:
        number = f" 第{event.number}次" if event.number else ""
        yield f"  « 活动 {event.kind}: {event.name}{number} — 由“{event.activity}”得 — {event.place or '地点未见'}"
        for one in event.participants:
            yield f"      {_number(one.referent)} {one.capacity}（{'、'.join(one.verbs) or '名单'}）"


def _statements(article: ArticleReading) -> Iterator[str]:
    names = {mention.referent: mention.exact for mention in reversed(article.mentions)}
    for said in article.statements:
        yield f"  “ 讲话 {_number(said.speaker)} {names[said.speaker]} {said.verb}: {_beginning(said)}"


def _beginning(said: Statement) -> str:
    return said.quote if len(said.quote) <= 30 else said.quote[:28] + "……"
