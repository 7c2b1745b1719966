"""Questions about the records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.querysets import public_article

if TYPE_CHECKING:
    from .models import Event, Person, Role  # noqa: F401 -- the QuerySets below are of these


def public_person(prefix: str = "") -> Q:
    """Condition under which a person (reached by `prefix`) has a public record."""
    shown = Q((f"{prefix}live", True), (f"{prefix}withheld", False))
    if settings.NEWSROOM_PUBLIC_SCOPE == "reviewed":
        shown &= Q((f"{prefix}person_class__in", ("public_official", "public_figure")))
    return shown


class PersonQuerySet(models.QuerySet["Person"]):
    """People."""

    def live(self) -> PersonQuerySet:
        """Who is cited by what counts today."""
        return self.filter(live=True)

    def public(self) -> PersonQuerySet:
        """Whom anybody may see."""
        return self.filter(public_person())


class RoleQuerySet(models.QuerySet["Role"]):
    """Posts."""

    def public(self) -> RoleQuerySet:
        """Posts that somebody public holds; a post without holders is what an older reading left behind."""
        held = self.model.tenures.rel.related_model._base_manager.filter(public_person("person__"), role=models.OuterRef("pk"))
        return self.filter(models.Exists(held))


class EventQuerySet(models.QuerySet["Event"]):
    """Events."""

    def live(self) -> EventQuerySet:
        """What today's evidence attests."""
        return self.filter(live=True)

    def public(self) -> EventQuerySet:
        """What anybody may see; on a server that shows reviewed articles only, what one of those reports."""
        if settings.NEWSROOM_PUBLIC_SCOPE != "reviewed":
            return self.live()
        citations = self.model.citations.rel.related_model._base_manager
        reported = citations.filter(public_article("report__article__"), active=True, event=models.OuterRef("pk"))
        return self.live().filter(models.Exists(reported))
