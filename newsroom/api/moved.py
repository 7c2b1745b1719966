"""Records that became part of another one: where they are now."""

from articles.models import Article
from people.models import Redirect


def surviving_person(identity: int) -> int:
    """The id of the person that this one was merged into; the id itself without a merge."""
    return _redirected("person", identity)


def surviving_event(identity: int) -> int:
    """The id of the event that this one was merged into; the id itself without a merge."""
    return _redirected("event", identity)


def surviving_article(identity: int) -> int:
    """The id of the article that holds this one's text now; the id itself while it is an article of its own."""
    seen: set[int] = set()
    while identity not in seen:
        seen.add(identity)
        found = (
            Article.objects.filter(pk=identity, live=False, superseded_by__isnull=False)
            .values_list("superseded_by", flat=True)
            .first()
        )
        identity = identity if found is None else found
    return identity


def _redirected(record: str, identity: int) -> int:
    seen: set[int] = set()
    while identity not in seen:
        seen.add(identity)
        found = Redirect.objects.filter(record=record, old=identity).values_list("new", flat=True).first()
        identity = identity if found is None else found
    return identity
