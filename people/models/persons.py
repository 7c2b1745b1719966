"""People, and the printed names they are cited by."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models import Article, Mention, ReviewState
from people.querysets import PersonQuerySet

from .anchored import Anchored


class Person(models.Model):
    """A person as the active decisions and all evidence make them out.

    A row is never deleted: `live` is False while nothing is cited for it (merged, withheld evidence), so that its id comes
    back to the same evidence. `name_key` is the pinyin key, `strokes` the stroke key that lists are sorted by.
    """

    class PersonClass(models.TextChoices):
        """Whether a public record of this person is proper."""

        OFFICIAL = "public_official", _("public official")
        FIGURE = "public_figure", _("public figure")
        PRIVATE = "private", _("private person")
        MINOR = "minor", _("minor")

    name = models.CharField(_("name"), max_length=50, db_index=True)
    name_key = models.CharField(_("pinyin key"), max_length=200, blank=True)
    strokes = models.CharField(_("stroke key"), max_length=60, blank=True)
    person_class = models.CharField(_("class"), max_length=15, choices=PersonClass, default=PersonClass.PRIVATE, db_index=True)
    area = models.ForeignKey("Area", models.SET_NULL, null=True, blank=True, related_name="people", verbose_name=_("area"))
    first_cited = models.DateField(_("first cited"), null=True, blank=True)
    last_cited = models.DateField(_("last cited"), null=True, blank=True)
    article_count = models.PositiveIntegerField(_("articles"), default=0)
    event_count = models.PositiveIntegerField(_("events"), default=0)
    review_state = models.CharField(_("review"), max_length=10, choices=ReviewState, default=ReviewState.UNREVIEWED,
                                    db_index=True)
    withheld = models.BooleanField(_("withheld"), default=False)
    live = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        ordering = ("name_key", "name", "id")
        indexes = [
            models.Index(fields=["name_key", "id"], name="person_name_key"),
            models.Index(fields=["strokes", "id"], name="person_strokes"),
            models.Index(fields=["first_cited", "id"], name="person_first_cited"),
            models.Index(fields=["last_cited", "id"], name="person_last_cited"),
            models.Index(fields=["article_count", "id"], name="person_article_count"),
            models.Index(fields=["live", "withheld", "id"], name="person_public"),
        ]
        constraints = [
            models.CheckConstraint(name="person_cited_order", condition=Q(first_cited__isnull=True, last_cited__isnull=True)
                                   | Q(first_cited__lte=F("last_cited"))),
        ]

    def __str__(self) -> str:
        return self.name


class PersonName(models.Model):
    """A form under which a person is printed, `name` included; kept for looking people up by any form."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="names", verbose_name=_("person"))
    name = models.CharField(_("name"), max_length=50, db_index=True)

    class Meta:
        verbose_name = _("name as printed")
        verbose_name_plural = _("names as printed")
        ordering = ("person", "name")
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="personname_once")]

    def __str__(self) -> str:
        return self.name


class Citation(Anchored):
    """A mention stands for a person."""

    EVIDENCE, RECORD = "mention", "person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="citations", verbose_name=_("person"))
    mention = models.ForeignKey(Mention, models.SET_NULL, null=True, blank=True, related_name="citations",
                                verbose_name=_("mention"))

    class Meta:
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        ordering = ("page__name", "page__sha256", "raw_start")
        indexes = [models.Index(fields=["page", "raw_start"], name="citation_anchor"),
                   models.Index(fields=["person"], condition=Q(active=False), name="citation_former")]
        constraints = [
            models.UniqueConstraint(fields=["mention"], condition=Q(active=True), name="citation_one_active"),
            models.UniqueConstraint(fields=["person", "page", "raw_start"], name="citation_once"),
        ]


class Appearance(models.Model):
    """A person in one article, computed from the active citations: what the API lists under an article's `people`.

    `area` is the name of the county, city or province of the first post (全国 for national posts), empty for none.
    `posts`: [{"label", "organization", "area"}], normalised; list titles such as 县领导 are in `roles_as_printed` only.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="appearances", verbose_name=_("person"))
    article = models.ForeignKey(Article, models.CASCADE, related_name="appearances", verbose_name=_("article"))
    order = models.PositiveIntegerField(_("order"))
    name_as_printed = models.CharField(_("name as printed"), max_length=50)
    roles_as_printed = models.JSONField(_("posts as printed"), default=list, blank=True)
    area = models.CharField(_("area"), max_length=50, blank=True)
    posts = models.JSONField(_("posts"), default=list, blank=True)

    class Meta:
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")
        ordering = ("article", "order", "id")
        constraints = [models.UniqueConstraint(fields=["article", "person"], name="appearance_once")]

    def __str__(self) -> str:
        return f"{self.person} · {self.article}"


class Profile(models.Model):
    """What a person is compared by (people.profiles), kept so that comparing doesn't cost more as the archive grows."""

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="profile", verbose_name=_("person"))
    summary = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("profile")
        verbose_name_plural = _("profiles")

    def __str__(self) -> str:
        return str(self.person)


class NameKey(models.Model):
    """A person's name with one character left open, in an area: by it names one character apart find each other."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="name_keys", verbose_name=_("person"))
    key = models.CharField(max_length=160, db_index=True)

    class Meta:
        verbose_name = _("name key")
        verbose_name_plural = _("name keys")
        constraints = [models.UniqueConstraint(fields=["person", "key"], name="namekey_once")]

    def __str__(self) -> str:
        return self.key
