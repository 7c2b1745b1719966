"""Questions about the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from .models import Article  # noqa: F401 -- the QuerySet below is of these


def public_article(prefix: str = "") -> Q:
    """Condition under which an article (reached by `prefix`) shows to the public.

    >>> public_article("article__").children[0]
    ('article__live', True)
    """
    shown = Q((f"{prefix}live", True), (f"{prefix}withheld", False))
    if settings.NEWSROOM_PUBLIC_SCOPE == "reviewed":
        shown &= Q((f"{prefix}review_state", "reviewed"))
    return shown


class ArticleQuerySet(models.QuerySet["Article"]):
    """Articles."""

    def live(self) -> ArticleQuerySet:
        """What today's readings and boundaries make an article."""
        return self.filter(live=True)

    def public(self) -> ArticleQuerySet:
        """What anybody may see."""
        return self.filter(public_article())

    def counting(self) -> ArticleQuerySet:
        """What records are computed from: a withheld article counts as not imported."""
        return self.filter(live=True, withheld=False)
