"""Who held which post when: the tenures, the documents that state them, and what contradicts itself in the evidence."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.models.choices import DatePrecision
from articles.models.dated import partial_date

from .persons import Person
from .posts import Role


class Held(models.Model):
    """From when to when a post is known to be held, each bound to the day, the month or the year."""

    date_start = models.DateField(_("from"), null=True, blank=True)
    date_start_precision = models.CharField(max_length=5, choices=DatePrecision, blank=True)
    date_end = models.DateField(_("until"), null=True, blank=True)
    date_end_precision = models.CharField(max_length=5, choices=DatePrecision, blank=True)
    qualifier = models.CharField(_("qualifier"), max_length=20, blank=True, help_text=_("常务 代 挂职 兼 主持工作 拟任"))
    term = models.PositiveIntegerField(_("term"), null=True, blank=True)
    how = models.CharField(_("how"), max_length=20, blank=True, help_text=_("选举 任命"))

    class Meta:
        abstract = True

    @property
    def start(self) -> str | None:
        """When the post was taken up, cut to what is known of it."""
        return partial_date(self.date_start, self.date_start_precision or DatePrecision.DAY)

    @property
    def end(self) -> str | None:
        """When the post was left, cut to what is known of it."""
        return partial_date(self.date_end, self.date_end_precision or DatePrecision.DAY)


class Tenure(Held):
    """A person holds a role. First and last cited is what pages attest; start and end what documents and editors know.

    One row a person and role, more (`sequence`) only where documents tell of stretches apart. `begins` is what succession
    lists sort by. `gap_from`: the first day of the gap before it, in which nobody is known to hold a post that has one holder.
    `presumed_from`, `presumed_until`: how far into a short gap before or after it the tenure may reach.
    `doubtful`: seldom printed, one character apart from another holder of that time; lists of holders leave it out.
    `steps`: [{"qualifier", "first_cited", "last_cited", "citations"}], as 代县长 and then as 县长.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="tenures", verbose_name=_("person"))
    role = models.ForeignKey(Role, models.PROTECT, related_name="tenures", verbose_name=_("role"))
    sequence = models.PositiveSmallIntegerField(default=1)
    first_cited = models.DateField(_("first cited"), null=True, blank=True)
    last_cited = models.DateField(_("last cited"), null=True, blank=True)
    first_article = models.ForeignKey(Article, models.SET_NULL, null=True, blank=True, related_name="+",
                                      verbose_name=_("first cited in"))
    last_article = models.ForeignKey(Article, models.SET_NULL, null=True, blank=True, related_name="+",
                                     verbose_name=_("last cited in"))
    citations = models.PositiveIntegerField(_("citations"), default=0)
    steps = models.JSONField(_("steps"), default=list, blank=True)
    begins = models.GeneratedField(expression=Coalesce("date_start", "first_cited"), db_persist=True, verbose_name=_("begins"),
                                   output_field=models.DateField(null=True))
    gap_from = models.DateField(null=True, blank=True)
    presumed_from = models.DateField(null=True, blank=True)
    presumed_until = models.DateField(null=True, blank=True)
    doubtful = models.BooleanField(_("likelier a misprint of another holder's name"), default=False)

    class Meta:
        verbose_name = _("tenure")
        verbose_name_plural = _("tenures")
        ordering = ("begins", "role__label", "person__name", "id")
        indexes = [models.Index(fields=["role", "begins"], name="tenure_succession"),
                   models.Index(fields=["first_cited", "last_cited"], name="tenure_on")]
        constraints = [
            models.UniqueConstraint(fields=["person", "role", "sequence"], name="tenure_once"),
            models.CheckConstraint(name="tenure_cited_order", condition=Q(first_cited__isnull=True, last_cited__isnull=True)
                                   | Q(first_cited__lte=F("last_cited"))),
            models.CheckConstraint(name="tenure_held_order", condition=Q(date_start__isnull=True) | Q(date_end__isnull=True)
                                   | Q(date_start__lte=F("date_end"))),
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.role}"


class TenureDocument(Held):
    """A line of what the office already holds (组织史资料, 任免文件): somebody of this name held the post, says the source.

    Evidence of an editor's grade, withdrawn but never changed. `person` is whom it means today, None while several fit;
    `own_person` is the record made for it where nobody fitted, kept for its id. `digest` is of what the line says, so that
    the same line is stored once.
    """

    digest = models.CharField(max_length=64, unique=True)
    name = models.CharField(_("name"), max_length=50, db_index=True)
    role = models.ForeignKey(Role, models.PROTECT, related_name="documents", verbose_name=_("role"))
    printed = models.CharField(_("post as written"), max_length=200)
    remark = models.CharField(_("remark"), max_length=300, blank=True)
    source = models.CharField(_("source"), max_length=300)
    file = models.CharField(_("file"), max_length=300, blank=True)
    line = models.PositiveIntegerField(_("line"), default=0)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="tenure_documents",
                               verbose_name=_("person"))
    own_person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    candidates = models.JSONField(default=list, blank=True)
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+",
                                     verbose_name=_("withdrawn by"))
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True)

    class Meta:
        verbose_name = _("tenure document")
        verbose_name_plural = _("tenure documents")
        ordering = ("role", "date_start", "name", "id")
        constraints = [
            models.CheckConstraint(name="tenuredocument_sourced", condition=~Q(source="")),
            models.CheckConstraint(name="tenuredocument_order", condition=Q(date_start__isnull=True) | Q(date_end__isnull=True)
                                   | Q(date_start__lte=F("date_end"))),
            models.CheckConstraint(name="tenuredocument_withdrawn_whole", condition=Q(withdrawn_at=None, withdrawn_by=None)
                                   | Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.printed}（{self.source}）"


class TenureConflict(models.Model):
    """What contradicts itself in the evidence for a post, or is missing in it; computed anew whenever that changes.

    `kind` and `key` as in people.contradictions; `reasons` in words, Chinese first.
    """

    class Kind(models.TextChoices):
        """What is to be looked at."""

        TOGETHER = "together", _("two holders at once")
        AFTER_SUCCESSOR = "after_successor", _("cited after the successor")
        BEFORE_PREDECESSOR = "before_predecessor", _("cited before the predecessor was gone")
        STRAY = "stray", _("cited amid another's tenure")
        AFTER_FORMER = "after_former", _("cited after having been called former")
        BEFORE_START = "before_start", _("cited before the document's start")
        AFTER_END = "after_end", _("cited after the document's end")
        DOCUMENTS = "documents", _("two documents disagree")
        OTHERS_DOCUMENT = "others_document", _("a document has somebody else")
        SEVERAL = "several", _("a document may mean several people")
        GAP = "gap", _("a long gap")

    role = models.ForeignKey(Role, models.CASCADE, related_name="conflicts", verbose_name=_("role"))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    key = models.CharField(max_length=120)
    left = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("one"))
    right = models.ForeignKey(Person, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("other"))
    document = models.ForeignKey(TenureDocument, models.CASCADE, null=True, blank=True, related_name="+",
                                 verbose_name=_("document"))
    other_document = models.ForeignKey(TenureDocument, models.CASCADE, null=True, blank=True, related_name="+",
                                       verbose_name=_("other document"))
    first_day = models.DateField(_("from"), null=True, blank=True)
    last_day = models.DateField(_("until"), null=True, blank=True)
    reasons = models.TextField(_("reasons"))

    class Meta:
        verbose_name = _("conflict of tenures")
        verbose_name_plural = _("conflicts of tenures")
        ordering = ("role", "first_day", "kind", "id")
        constraints = [models.UniqueConstraint(fields=["role", "key"], name="tenureconflict_once")]

    def __str__(self) -> str:
        return f"{self.role}: {self.get_kind_display()}"
