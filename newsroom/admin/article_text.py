"""An article's text with its people marked, and beside it who they are, what they say and what takes place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles.models import Article, Mention
from newsroom.marking import Anchor, Mark, mark_up
from people.models import Appearance, Citation, EventCitation

from .desk import address, link
from .wording import FOUND_BY, LIKELY, how_known, in_words, listed, shown_date

COLOURS = 8


@dataclass(frozen=True, slots=True)
class Named:
    """A person of the article as listed beside it."""

    css: str
    name: SafeString | str
    posts: str
    area: str
    times: int


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as listed beside the text; `place` is the anchor of its words."""

    place: str
    speaker: SafeString | str
    verb: str
    quote: str


@dataclass(frozen=True, slots=True)
class Reported:
    """An event as listed beside the text, its participants with the printed verbs."""

    place: str
    name: SafeString | str
    kind: str
    date: str
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleText:
    """All that the article's page shows of what was read, ready for the template."""

    headline: SafeString
    body: SafeString
    people: tuple[Named, ...]
    statements: tuple[Said, ...]
    events: tuple[Reported, ...]


def article_text(article: Article) -> ArticleText:
    """Everything read from one article, in a number of queries that doesn't depend on its length."""
    mentions = list(article.mentions.order_by("field", "start"))
    meant = {row.mention_id: row.person for row in
             Citation.objects.filter(mention__article=article, active=True).select_related("person")}
    seen = {row.person_id: row for row in article.appearances.order_by("order", "id")}
    colours = _colours(mentions, meant)
    statements = list(article.statements.select_related("speaker").order_by("start"))
    reports = list(article.event_reports.order_by("order"))
    places = [Anchor(row.start, f"statement-{row.pk}") for row in statements]
    places += [Anchor(row.start, f"event-{row.pk}") for row in reports]

    def marks(field: str) -> list[Mark]:
        return [_mark(mention, meant.get(mention.pk), seen, colours) for mention in mentions if mention.field == field]

    return ArticleText(
        headline=mark_up(article.headline, marks("headline")),
        body=mark_up(article.body, marks("body"), places),
        people=_people(mentions, meant, seen, colours),
        statements=tuple(Said(f"#statement-{row.pk}", _name(row.speaker, meant), row.verb, row.quote) for row in statements),
        events=_events(article, reports, mentions),
    )


def _colours(mentions: Iterable[Mention], meant: dict[Any, Any]) -> dict[Any, str]:
    """A colour class for each person, in order of appearance; an unlinked referent has its own."""
    colours: dict[Any, str] = {}
    for mention in mentions:
        colours.setdefault(_key(mention, meant), f"person-{len(colours) % COLOURS}")
    return colours


def _key(mention: Mention, meant: dict[Any, Any]) -> tuple[str, int]:
    person = meant.get(mention.pk)
    return ("person", person.pk) if person else ("referent", mention.referent)


def _mark(mention: Mention, person: Any, seen: dict[Any, Appearance], colours: dict[Any, str]) -> Mark:
    """The mark of one mention; its title says who is meant, what is printed there, and how that was found."""
    key = ("person", person.pk) if person else ("referent", mention.referent)
    classes = [colours[key]]
    if mention.decided:
        classes.append("decided")
    elif mention.confidence < LIKELY:
        classes.append("unsure")
    appearance = seen.get(person.pk) if person else None
    posts = listed(appearance.roles_as_printed) if appearance else printed_posts(mention)
    found = _("decided by an editor") if mention.decided else _("%(rule)s, %(confidence)s") % {
        "rule": FOUND_BY.get(mention.rule, mention.rule), "confidence": in_words(mention.confidence)}
    who = person.name if person else mention.name_as_printed
    title = _("%(who)s · %(posts)s · found by: %(found)s") % {"who": who, "posts": posts or _("no post printed"), "found": found}
    return Mark(mention.start, mention.end, " ".join(classes), title, address(person) if person else "")


def printed_posts(mention: Mention) -> str:
    """The posts printed beside one mention: 县委常委、宣传部长."""
    return listed(role.get("text", "") for role in mention.roles if isinstance(role, dict))


def _people(mentions: Iterable[Mention], meant: dict[Any, Any], seen: dict[Any, Appearance],
            colours: dict[Any, str]) -> tuple[Named, ...]:
    """Who is named, in order of appearance, each once."""
    found: dict[Any, list[Mention]] = {}
    for mention in mentions:
        found.setdefault(_key(mention, meant), []).append(mention)
    people = []
    for key, own in found.items():
        appearance = seen.get(key[1]) if key[0] == "person" else None
        posts = listed(appearance.roles_as_printed) if appearance else listed(filter(None, map(printed_posts, own)))
        people.append(Named(colours[key], _name(own[0], meant), posts, appearance.area if appearance else "", len(own)))
    return tuple(people)


def _name(mention: Mention, meant: dict[Any, Any]) -> SafeString | str:
    return link(meant.get(mention.pk), mention.name_as_printed) or mention.name_as_printed


def _events(article: Article, reports: Iterable[Any], mentions: Iterable[Mention]) -> tuple[Reported, ...]:
    """The events reported, each with its participants as printed."""
    stands_for = {row.report_id: row.event for row in
                  EventCitation.objects.filter(report__article=article, active=True).select_related("event")}
    names: dict[int, str] = {}
    for mention in mentions:
        names.setdefault(mention.referent, mention.name_as_printed)
    events = []
    for row in reports:
        ordered = sorted(row.participants, key=lambda taking_part: taking_part["order"])
        participants = tuple(f"{names.get(entry['referent'], '')} {listed(entry['verbs'])}".strip() for entry in ordered)
        date = " ".join(filter(None, (shown_date(row, row.printed_date), how_known(row))))
        name = link(stands_for.get(row.pk), row.name) or row.name
        events.append(Reported(f"#event-{row.pk}", name, row.activity_as_printed or row.get_kind_display(), date, participants))
    return tuple(events)
