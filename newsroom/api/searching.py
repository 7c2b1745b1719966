"""What `search=` finds: texts that contain the term. All search goes through here, so that an index can take its place.

A term is looked for as it stands, ASCII letters of either case. What readers see as ○ is not found: texts with masked
names are looked at once more as readers see them.
"""

from django.db.models import Q

from articles.masking import mask
from articles.models import Article, Statement
from people.models import Event, EventCitation, PersonName

Names = list[str]


def shows(text: str, names: Names, term: str) -> bool:
    """Whether the term can be read in the text with the names masked.

    >>> shows("县长柳青", ["柳青"], "柳")
    False
    """
    return term.casefold() in mask(text, names).casefold()


def articles_with(term: str) -> Q:
    """Articles that show the term in headline or body."""
    found = Q(headline__icontains=term) | Q(body__icontains=term)
    texts = Article.objects.public().filter(found).exclude(masked_names=[]).values_list("pk", "headline", "body", "masked_names")
    hidden = [
        pk for pk, headline, body, names in texts.iterator() if not (shows(headline, names, term) or shows(body, names, term))
    ]
    return found & ~Q(pk__in=hidden)


def articles_by(reporter: str) -> Q:
    """Articles that show exactly this reporter's name in the byline."""
    found = Q(reporter_rows__name=reporter)
    names = Article.objects.public().filter(found).exclude(masked_names=[]).values_list("pk", "masked_names")
    hidden = [pk for pk, masked in names.iterator() if not shows(reporter, masked, reporter)]
    return Q(pk__in=Article.objects.filter(found).values("pk")) & ~Q(pk__in=hidden)


def statements_with(term: str) -> Q:
    """Statements that show the term in the words said."""
    found = Q(quote__icontains=term)
    texts = Statement.objects.filter(found).exclude(article__masked_names=[])
    rows = texts.values_list("pk", "article__body", "start", "end", "article__masked_names")
    hidden = [
        pk for pk, body, start, end, names in rows.iterator() if term.casefold() not in mask(body, names)[start:end].casefold()
    ]
    return found & ~Q(pk__in=hidden)


def people_with(term: str) -> Q:
    """People with the term in any form of their name."""
    return Q(pk__in=PersonName.objects.filter(name__icontains=term).values("person"))


def roles_with(term: str) -> Q:
    """Roles with the term in their title or their organization's name."""
    return Q(label__icontains=term) | Q(organization__name__icontains=term)


def events_with(term: str) -> Q:
    """Events that show the term in their name."""
    return Q(name__icontains=term) & ~Q(pk__in=_hiding_events(Q(event__name__icontains=term), "name", term))


def events_of_series(series: str) -> Q:
    """Events that show exactly this name of a series."""
    return Q(series=series) & ~Q(pk__in=_hiding_events(Q(event__series=series), "series", series))


def _hiding_events(found: Q, field: str, term: str) -> list[int]:
    """Events whose articles mask names so that the term cannot be read in the field."""
    citations = EventCitation.objects.filter(found, active=True, report__isnull=False, event__in=Event.objects.public())
    masks: dict[tuple[int, str], set[str]] = {}
    rows = citations.exclude(report__article__masked_names=[]).values_list(
        "event", f"event__{field}", "report__article__masked_names"
    )
    for pk, text, names in rows.iterator():
        masks.setdefault((pk, text), set()).update(names)
    return [pk for (pk, text), names in masks.items() if not shows(text, sorted(names), term)]
