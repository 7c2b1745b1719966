"""资料卡片: extract, subject and source of articles, of events, or of what is printed of a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from articles.masking import mask
from articles.models import Article, EventReport, Mention
from articles.models.dated import Dated
from articles.querysets import public_article
from people.models import Event, Person
from people.querysets import public_person

from .career import person_meant
from .commission import CannotCompile, Commission, area_of
from .dates import with_certainty
from .documents import Card, Compilation
from .extracts import sentences_around
from .happenings import events_of
from .sources import dating_of, without_texts
from .texts import typeset

COLUMNS = ("主题", "时间", "摘录", "出处", "校核人")
NATURAL = ("page__name", "page__sha256", "reading_order")
BLOCK = 500
UNTITLED = "〔无题〕"


@dataclass(frozen=True, slots=True)
class Extract:
    """What one card holds; who checked it is written on it by hand."""

    subject: str
    when: str
    text: str
    source: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Its fields in the order of COLUMNS."""
        return self.subject, self.when, self.text, self.source, ""


def compile_cards(commission: Commission) -> Compilation:
    """Cards of the articles, events or person that were named, else of the chosen events of the area.

    Raises CannotCompile where none of these is asked for, and as `person_meant` and `area_of` do.
    """
    title, left_out = "资料卡片", []
    if commission.articles:
        rows = Article.objects.public().filter(pk__in=commission.articles)
        left_out = _absent(commission.articles, rows)
        made = partial(_of_articles, rows)
    elif commission.events:
        events = Event.objects.public().filter(pk__in=commission.events)
        left_out = _absent(commission.events, events)
        made = partial(_of_events, events)
    elif commission.person:
        person = person_meant(commission.person)
        title, made = f"资料卡片：{person.name}", partial(_of_person, person, commission)
    elif commission.only == "chosen":
        made = partial(_of_events, events_of(commission, area_of(commission)).filter(selection="chosen"))
    else:
        raise CannotCompile(_("say of what: articles or events by number, a person, or the chosen events"))
    return Compilation(
        title, COLUMNS, lambda: (Card(tuple(zip(COLUMNS, one.cells, strict=True))) for one in made()),
        lambda: (one.cells for one in made()), ["摘录照录报上文字；校核人由核对原报者填写。"], left_out)


def _absent(asked: Sequence[int], rows: QuerySet[Any]) -> list[str]:
    there = set(rows.order_by().values_list("pk", flat=True))
    return [_("#{number} isn't here or isn't public").format(number=one) for one in asked if one not in there]


def _extract(subject: str, text: str, article: Article, dated: Dated) -> Extract:
    """A card of an article's text; names that it must not show are blotted out of all of it."""
    when = dating_of(dated, article)
    return Extract(mask(subject, article.masked_names), with_certainty(when), text, article.page.citation)


def _of_articles(rows: QuerySet[Article]) -> Iterator[Extract]:
    """Each article whole."""
    cited = rows.select_related("page__newspaper").defer(*without_texts("", body=True))
    for article in cited.order_by(F("date_last").asc(nulls_last=True), *NATURAL).iterator(chunk_size=BLOCK):
        yield _extract(article.headline or UNTITLED, mask(article.body, article.masked_names), article, article)


def _of_events(events: QuerySet[Event]) -> Iterator[Extract]:
    """For each report of an event the sentences that tell of it."""
    told: Any = EventReport.objects.filter(
        public_article("article__"), citations__active=True, citations__event__in=events.order_by().values("pk")
    ).annotate(event_name=F("citations__event__name"), event_day=F("citations__event__date_last"))
    cited = told.select_related("article__page__newspaper").defer(*without_texts("article__", body=True))
    natural = [f"article__{column}" for column in NATURAL]
    for report in cited.order_by(F("event_day").asc(nulls_last=True), *natural, "order").iterator(chunk_size=BLOCK):
        body = mask(report.article.body, report.article.masked_names)
        yield _extract(typeset(report.event_name), sentences_around(body, [(report.start, report.end)]), report.article,
                       report if report.dated_apart else report.article)


def _of_person(person: Person, commission: Commission) -> Iterator[Extract]:
    """For each article the sentences that print the name, with the posts as printed there."""
    mentions = Mention.objects.filter(public_article("article__"), public_person("citations__person__"), field="body",
                                      citations__active=True, citations__person=person)
    within = mentions.filter(commission.dated_within("article__")).select_related("article__page__newspaper")
    natural = [f"article__{column}" for column in NATURAL]
    rows = within.defer(*without_texts("article__", body=True)).order_by(
        F("article__date_last").asc(nulls_last=True), *natural, "start").iterator(chunk_size=BLOCK)
    for _article, same in groupby(rows, key=lambda mention: mention.article_id):
        printed = list(same)
        article = printed[0].article
        posts = "、".join(dict.fromkeys(role["text"] for mention in printed for role in mention.roles))
        text = sentences_around(mask(article.body, article.masked_names), [(one.start, one.end) for one in printed])
        yield _extract(f"{person.name}（{posts}）" if posts else person.name, text, article, article)
