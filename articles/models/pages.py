"""Newspapers and the pages that were imported from them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Newspaper(models.Model):
    """A paper and the county it serves. `area` is the path of its home area (山西省运城市绛县), empty if not known."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    area = models.CharField(_("home area"), max_length=100, blank=True)
    sample = models.BooleanField(_("sample pages"), default=False, help_text=_("Invented pages that come with Newsroom"))

    class Meta:
        verbose_name = _("newspaper")
        verbose_name_plural = _("newspapers")
        ordering = ("name",)

    def __str__(self) -> str:
        return f"《{self.name}》"


class Page(models.Model):
    """The bytes of one imported file, decoded. `text` never changes; what editors correct are rows of `Correction`.

    `name` is the file's stem; when the same bytes came under several names, the first in order. `stated_area` is the path
    of its newspaper's home area, `home_area` the one that the page was read for: stated, or concluded from its own text.
    `statement_ids` ([[id, raw start, raw end], …]) remembers the id of every statement that was ever read from it.
    """

    sha256 = models.CharField(_("SHA-256"), max_length=64, unique=True)
    name = models.CharField(_("name"), max_length=200, db_index=True)
    text = models.TextField(_("text"))
    encoding = models.CharField(_("encoding"), max_length=20)
    newspaper = models.ForeignKey(Newspaper, models.PROTECT, null=True, blank=True, related_name="pages",
                                  verbose_name=_("newspaper"))
    issue_date = models.DateField(_("issue date"), null=True, blank=True, db_index=True)
    issue_number = models.CharField(_("issue number"), max_length=30, blank=True)
    section = models.CharField(_("page number"), max_length=30, blank=True, help_text=_("第几版"))
    image = models.CharField(_("image"), max_length=500, blank=True)
    stated_area = models.CharField(_("home area as stated"), max_length=100, blank=True)
    home_area = models.CharField(_("home area"), max_length=100, blank=True, db_index=True)
    clues = models.JSONField(_("clues to the year"), default=list, blank=True)
    furniture = models.JSONField(_("furniture"), default=list, blank=True)
    statement_ids = models.JSONField(default=list, blank=True)
    reader_version = models.CharField(_("reader version"), max_length=80, blank=True, db_index=True)
    reading_digest = models.CharField(max_length=64, blank=True)
    imported_at = models.DateTimeField(_("imported at"), auto_now_add=True)

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        ordering = ("name", "sha256")
        indexes = [models.Index(fields=["name", "sha256"], name="page_natural_order")]
        constraints = [models.CheckConstraint(name="page_sha256_whole", condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"))]

    def __str__(self) -> str:
        return self.name

    @property
    def citation(self) -> str:
        """How a historian cites the page: 《报名》YYYY年M月D日第N版, or 〔出处待补〕 with its name."""
        if not (self.newspaper and self.issue_date):
            return f"〔出处待补〕{self.name}"
        day = self.issue_date
        section = f"第{self.section.removeprefix('第').removesuffix('版')}版" if self.section else ""
        return f"《{self.newspaper.name}》{day.year}年{day.month}月{day.day}日{section}"


class PageSource(models.Model):
    """A place that a page's bytes were imported from, with what a manifest said of it there."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="sources", verbose_name=_("page"))
    path = models.CharField(_("path"), max_length=1000)
    stated = models.JSONField(_("stated"), default=dict, blank=True, help_text=_("What the manifest or the command line says"))

    class Meta:
        verbose_name = _("page source")
        verbose_name_plural = _("page sources")
        ordering = ("path",)
        constraints = [models.UniqueConstraint(fields=["page", "path"], name="pagesource_once")]

    def __str__(self) -> str:
        return self.path
