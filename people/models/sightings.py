"""Sightings as stored: what the identity stage reads of each person of each article, so that it needn't read mentions."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Page

from .persons import Person


class StoredSighting(models.Model):
    """One person of one article that counts, computed page by page from mentions, reports and dates.

    `part`: 0, or the number of the part, where mentions with unlike posts are kept apart.
    `packed` is the pure sighting and what an appearance shows of it (people.packing, format `version`). `person` is whom all
    its mentions are cited for now. `cited`: for each mention the people that it is or was cited for, the first ones first, as
    JSON; empty where that is `person` alone. `former`: whom it stood for when it was linked last, if not any more; ids with
    blanks between.
    """

    class State(models.IntegerChoices):
        """Whether the records say what it says."""

        LINKED = 0, _("linked")
        CHANGED = 1, _("new or changed")
        GONE = 2, _("gone")

    page = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("page"))
    article = models.ForeignKey(Article, models.CASCADE, related_name="+", verbose_name=_("article"))
    referent = models.PositiveIntegerField()
    part = models.PositiveSmallIntegerField(default=0)
    name = models.CharField(_("name"), max_length=50)
    packed = models.TextField()
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+", db_index=False,
                               verbose_name=_("person"))
    cited = models.TextField(blank=True)
    former = models.TextField(blank=True)
    state = models.PositiveSmallIntegerField(choices=State, default=State.CHANGED)
    version = models.PositiveSmallIntegerField(db_index=True)

    class Meta:
        verbose_name = _("stored sighting")
        verbose_name_plural = _("stored sightings")
        indexes = [models.Index(fields=["name", "article"], name="storedsighting_name"),
                   models.Index(fields=["person", "name"], name="storedsighting_person")]
        constraints = [models.UniqueConstraint(fields=["article", "referent", "part"], name="storedsighting_once")]

    def __str__(self) -> str:
        return self.name


class SightingForm(models.Model):
    """Another form of the name of a sighting, printed in the same article."""

    sighting = models.ForeignKey(StoredSighting, models.CASCADE, related_name="other_forms", verbose_name=_("sighting"))
    name = models.CharField(_("name as printed"), max_length=50, db_index=True)

    class Meta:
        verbose_name = _("other form of a name")
        verbose_name_plural = _("other forms of names")
        constraints = [models.UniqueConstraint(fields=["sighting", "name"], name="sightingform_once")]

    def __str__(self) -> str:
        return self.name


class SightingTie(models.Model):
    """What ties a name to names that one character keeps apart: a post of one holder, or an article (people.name_ties)."""

    sighting = models.ForeignKey(StoredSighting, models.CASCADE, related_name="ties", verbose_name=_("sighting"))
    key = models.CharField(max_length=400)
    name = models.CharField(_("name"), max_length=50)

    class Meta:
        verbose_name = _("tie of a name")
        verbose_name_plural = _("ties of names")
        indexes = [models.Index(fields=["key", "name"], name="sightingtie_key")]
        constraints = [models.UniqueConstraint(fields=["sighting", "key"], name="sightingtie_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.key}"
