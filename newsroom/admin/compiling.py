"""The desk where compilers take away what they need: choose a product, get a file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from tempfile import TemporaryFile
from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from newsroom.compiling.commission import CannotCompile, Commission, home_areas, years_asked
from newsroom.compiling.documents import Compilation
from newsroom.compiling.products import LINES, PRODUCTS
from newsroom.compiling.word import write_docx

TYPES = {"csv": "text/csv; charset=utf-8", "txt": "text/plain; charset=utf-8"}
FORMATS = (("docx", "Word (.docx)"), ("csv", gettext_lazy("Table (.csv)")), ("txt", gettext_lazy("Text (.txt)")))
ONLY = (("", gettext_lazy("chosen and candidates")), ("chosen", gettext_lazy("chosen only")),
        ("candidate", gettext_lazy("candidates only")))
SORTING = (("printed", gettext_lazy("in printed order")), ("strokes", gettext_lazy("by strokes")),
           ("pinyin", gettext_lazy("by pinyin")))


class IdsField(forms.CharField):
    """Numbers of records, set apart by blanks or commas."""

    def clean(self, value: Any) -> tuple[int, ...]:
        """(12, 15) of "12，15"."""
        words = str(super().clean(value) or "").replace("，", " ").replace("、", " ").replace(",", " ").split()
        if not all(word.isascii() and word.isdigit() and len(word) < 19 for word in words):
            raise forms.ValidationError(_("Numbers only, set apart by blanks: 12 15"))
        return tuple(int(word) for word in words)


class CompilingForm(forms.Form):
    """What to compile."""

    product = forms.ChoiceField(label=gettext_lazy("Product"))
    area = forms.ChoiceField(label=gettext_lazy("Area"), required=False)
    years = forms.CharField(label=gettext_lazy("Years"), required=False, max_length=9, help_text=gettext_lazy(
        "2020, 2020-2022, 2020- or -2022; empty: all"))
    only = forms.ChoiceField(label=gettext_lazy("Entries"), required=False, choices=ONLY, help_text=gettext_lazy(
        "For the chronicle. Entries are chosen in the list of events."))
    sorting = forms.ChoiceField(label=gettext_lazy("Names"), required=False, choices=SORTING)
    more_bodies = forms.BooleanField(label=gettext_lazy("Departments and towns too"), required=False, help_text=gettext_lazy(
        "For the register of office-holders."))
    person = forms.CharField(label=gettext_lazy("Person"), required=False, max_length=50, help_text=gettext_lazy(
        "Name or number; for a career or for cards."))
    articles = IdsField(label=gettext_lazy("Articles"), required=False, max_length=2000, help_text=gettext_lazy(
        "Numbers of articles, for cards."))
    events = IdsField(label=gettext_lazy("Events"), required=False, max_length=2000, help_text=gettext_lazy(
        "Numbers of events, for cards."))
    format = forms.ChoiceField(label=pgettext_lazy("file", "Format"), choices=FORMATS)

    def __init__(self, *args: Any, products: dict[str, str], **kwargs: Any) -> None:
        """`products` are the titles of those that the reader may compile."""
        super().__init__(*args, **kwargs)
        areas = home_areas()
        choices = [(path, path) for path in areas] if len(areas) == 1 else [("", "—"), *((path, path) for path in areas)]
        self.fields["product"].choices = list(products.items())  # type: ignore[attr-defined]
        self.fields["area"].choices = choices or [("", "—")]  # type: ignore[attr-defined]

    def compiled(self) -> Compilation:
        """The product asked for. Raises CannotCompile."""
        given = self.cleaned_data
        first, last = years_asked(given["years"])
        commission = Commission(
            area=given["area"], first_year=first, last_year=last, only=given["only"], sorting=given["sorting"] or "printed",
            person=given["person"], articles=given["articles"], events=given["events"], more_bodies=given["more_bodies"])
        compilation = PRODUCTS[given["product"]].compile(commission)
        return replace(compilation, notes=[*compilation.notes, *compilation.left_out])


def compiling_view(request: HttpRequest) -> HttpResponseBase:
    """The form; with a product in the address, the file. Only for who may view what it is made of."""
    products = {name: product.title for name, product in PRODUCTS.items() if request.user.has_perm(product.permission)}
    if not products:
        raise PermissionDenied
    form = CompilingForm(request.GET if "product" in request.GET else None, products=products)
    if form.is_valid():
        try:
            return _file(form.compiled(), form.cleaned_data["format"])
        except CannotCompile as refusal:
            form.add_error(None, str(refusal))
    return _page(request, form)


def _page(request: HttpRequest, form: CompilingForm) -> HttpResponse:
    context = {**admin.site.each_context(request), "title": _("Compiling"), "form": form}
    return TemplateResponse(request, "admin/compiling.html", context)


def _file(compilation: Compilation, form: str) -> HttpResponseBase:
    name = get_valid_filename(f"{compilation.title}.{form}")
    if form == "docx":
        written = TemporaryFile()  # noqa: SIM115 -- the response closes it
        write_docx(compilation, written)
        written.seek(0)
        return FileResponse(written, as_attachment=True, filename=name)
    lines: Iterator[bytes] = (line.encode() for line in LINES[form](compilation))
    header = content_disposition_header(True, name) or "attachment"
    return StreamingHttpResponse(lines, content_type=TYPES[form], headers={"Content-Disposition": header})
