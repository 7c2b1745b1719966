"""Areas, the bodies in them, the posts in those, and who held them."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from articles.models.choices import DatePrecision
from articles.models.dated import partial_date
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


class Tenure(models.Model):
    """A person holds a role. First and last cited is what pages attest; start and end what documents and editors know."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="tenures", verbose_name=_("person"))
    role = models.ForeignKey(Role, models.PROTECT, related_name="tenures", verbose_name=_("role"))
    first_cited = models.DateField(_("first cited"), null=True, blank=True)
    last_cited = models.DateField(_("last cited"), null=True, blank=True)
    citations = models.PositiveIntegerField(_("citations"), default=0)
    date_start = models.DateField(_("from"), null=True, blank=True)
    date_start_precision = models.CharField(max_length=5, choices=DatePrecision, blank=True)
    date_end = models.DateField(_("until"), null=True, blank=True)
    date_end_precision = models.CharField(max_length=5, choices=DatePrecision, blank=True)
    qualifier = models.CharField(_("qualifier"), max_length=20, blank=True, help_text=_("常务 代 挂职 兼 主持工作 拟任"))
    term = models.PositiveIntegerField(_("term"), null=True, blank=True)
    how = models.CharField(_("how"), max_length=20, blank=True, help_text=_("选举 任命"))

    class Meta:
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        ordering = ("first_cited", "role__label", "person__name", "id")
        indexes = [models.Index(fields=["role", "first_cited"], name="tenure_succession"),
                   models.Index(fields=["first_cited", "last_cited"], name="tenure_on")]
        constraints = [
            models.UniqueConstraint(fields=["person", "role", "qualifier"], name="tenure_once"),
            models.CheckConstraint(name="tenure_cited_order", condition=Q(first_cited__isnull=True, last_cited__isnull=True)
                                   | Q(first_cited__lte=F("last_cited"))),
            models.CheckConstraint(name="tenure_held_order", condition=Q(date_start__isnull=True) | Q(date_end__isnull=True)
                                   | Q(date_start__lte=F("date_end"))),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.role}"

    @property
    def start(self) -> str | None:
        """When the post was taken up, cut to what is known of it."""
        return partial_date(self.date_start, self.date_start_precision or DatePrecision.DAY)

    @property
    def end(self) -> str | None:
        """When the post was left, cut to what is known of it."""
        return partial_date(self.date_end, self.date_end_precision or DatePrecision.DAY)


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
