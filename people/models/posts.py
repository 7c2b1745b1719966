"""Areas, the bodies in them, the posts in those, and who is called by them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.querysets import RoleQuerySet

from .persons import Appearance, Person


class Area(models.Model):
    """A county, city or province. Names repeat, so `path` (山西省运城市绛县) is what tells areas apart."""

    path = models.CharField(_("full path"), max_length=100, unique=True)
    name = models.CharField(_("name"), max_length=50, db_index=True)
    level = models.CharField(_("level"), max_length=10)
    code = models.CharField(_("code"), max_length=12, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of"))

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ("path",)

    def __str__(self) -> str:
        return self.name


class Organization(models.Model):
    """A body by its full official name. `area` is empty for companies and bodies of unknown place."""

    name = models.CharField(_("official name"), max_length=200)
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, related_name="organizations", verbose_name=_("area"))
    kind = models.CharField(_("kind"), max_length=10, blank=True,
                            help_text=_("党委 人大 政府 政协 纪委监委 法院 检察院 部门 乡镇 企业 …"))
    parent = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="children", verbose_name=_("part of"))

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ("name", "area__path")
        constraints = [
            models.UniqueConstraint(fields=["name", "area"], name="organization_once"),
            models.UniqueConstraint(fields=["name"], condition=Q(area=None), name="organization_without_area_once"),
        ]

    def __str__(self) -> str:
        return self.name


class OrganizationAlias(models.Model):
    """Another name that a body is printed under, with the years it was in use where known."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="aliases", verbose_name=_("organization"))
    name = models.CharField(_("name"), max_length=200, db_index=True)
    used_from = models.DateField(_("from"), null=True, blank=True)
    used_until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        ordering = ("organization", "name")
        constraints = [models.UniqueConstraint(fields=["organization", "name"], name="alias_once")]

    def __str__(self) -> str:
        return self.name


class Role(models.Model):
    """A post in one organization: `label` the customary short title (县委书记), `post` the bare post (书记)."""

    label = models.CharField(_("title"), max_length=200, db_index=True)
    post = models.CharField(_("post"), max_length=100)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="roles", verbose_name=_("organization"))
    exclusive = models.BooleanField(_("one holder at a time"), default=False)

    objects = RoleQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ("label", "organization__name", "id")
        constraints = [models.UniqueConstraint(fields=["organization", "post"], name="role_once")]

    def __str__(self) -> str:
        return self.label


class CitedPost(models.Model):
    """When and how often a person is called by a post, summed up by month: what tenures are computed from.

    `months`: [[qualifier, first day, last day, articles, whether the days are exact, id of the first article, of the last]];
    null days: the articles' dates are unknown. `basis`: what else the tenures were computed with, so that they are computed
    anew only where months or basis changed. `place`: where the first of the citations stands, in the order of pages' digests.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="cited_posts", verbose_name=_("person"))
    role = models.ForeignKey(Role, models.PROTECT, related_name="cited_posts", verbose_name=_("role"))
    months = models.JSONField(default=list)
    basis = models.CharField(max_length=80, blank=True)
    place = models.CharField(max_length=100, blank=True)

    class Meta:
        verbose_name = _("citations of a post")
        verbose_name_plural = _("citations of posts")
        ordering = ("role", "person")
        constraints = [models.UniqueConstraint(fields=["person", "role"], name="citedpost_once")]

    def __str__(self) -> str:
        return f"{self.person} {self.role}"


class AppearancePost(models.Model):
    """A post printed beside a person in an article, as a role; what tenures and their citations are counted from."""

    appearance = models.ForeignKey(Appearance, models.CASCADE, related_name="post_rows", verbose_name=_("appearance"))
    role = models.ForeignKey(Role, models.PROTECT, related_name="appearance_rows", verbose_name=_("role"))
    qualifier = models.CharField(_("qualifier"), max_length=20, blank=True)

    class Meta:
        verbose_name = _("post in an article")
        verbose_name_plural = _("posts in articles")
        ordering = ("appearance", "id")
        constraints = [models.UniqueConstraint(fields=["appearance", "role"], name="appearancepost_once")]

    def __str__(self) -> str:
        return f"{self.qualifier}{self.role}"
