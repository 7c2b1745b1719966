"""The addresses of the API: lists and single records of the declared resources, its table of contents, schema and docs."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpResponsePermanentRedirect
from django.urls import resolve, reverse
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularJSONAPIView, SpectacularSwaggerSplitView
from rest_framework.renderers import TemplateHTMLRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from .choosing import choose
from .paging import Listing, answer
from .parameters import CHOOSING, SCRIPT, taken
from .problems import answer_problem
from .projection import Context, build, needed, table
from .rendering import AlwaysJSON, JSONRenderer
from .resource import Resource
from .resources import HOLDERS, RESOURCES, ROLES, SUCCESSION_LIST
from .schema import DeclaredSchema

UNKNOWN = "unknown"


class ReadOnlyView(APIView):
    """Answers GET, HEAD and OPTIONS in JSON, and everything else with a problem document."""

    http_method_names = ["get", "head", "options"]
    renderer_classes = [JSONRenderer]
    parser_classes: Any = ()
    content_negotiation_class = AlwaysJSON

    def get_exception_handler(self) -> Callable[..., Response | None]:
        """Problems are answered as RFC 9457 has them."""
        return answer_problem


def root(request: Request) -> str:
    """Absolute URL of the API, with its closing slash."""
    return request.build_absolute_uri(reverse("api:contents"))


class ListView(ReadOnlyView):
    """A list of records, filtered, ordered and cut into pages."""

    resource: Resource = RESOURCES[0]
    listing = True
    schema = DeclaredSchema()

    def get(self, request: Request, **parents: int) -> Response:
        """One page of the list."""
        resource = self.resource
        asked = taken(request.query_params, resource.parameters)
        filters = resource.filters(asked, queryset=self.rows(**parents))
        filters.settled()
        context = Context(root(request), filters.holding())
        fields = choose(resource.fields, asked, context)
        ordering = resource.ordering(asked)
        listing = Listing(
            resource.name, filters.qs, fields, resource.expressions, ordering, context, request.build_absolute_uri()
        )
        return Response(answer(listing, asked))

    def rows(self, **_parents: int) -> Any:
        """All public rows of the resource."""
        return self.resource.rows()


class HolderListView(ListView):
    """Who held a role, in order."""

    resource = HOLDERS

    def rows(self, **parents: int) -> Any:
        """The public tenures of the role. Raises Http404 for a role that does not show."""
        if not ROLES.rows().filter(pk=parents["id"]).exists():
            raise Http404
        return HOLDERS.rows().filter(role=parents["id"])


class SuccessionView(HolderListView):
    """Who held a role, in order, with citations, documents and gaps."""

    resource = SUCCESSION_LIST


class RecordView(ReadOnlyView):
    """A single record."""

    resource: Resource = RESOURCES[0]
    listing = False
    schema = DeclaredSchema()

    def get(self, request: Request, id: int) -> Response:
        """The record; 301 to the one that it was merged into."""
        resource, context = self.resource, Context(root(request))
        asked = taken(request.query_params, CHOOSING)
        fields = choose((*resource.fields, *resource.detail), asked, context)
        rows = list(table(resource.rows().filter(pk=id), needed(fields) | {"id"}, resource.expressions, context))
        if not rows:
            return self.moved(request, id, context)
        return Response(build(fields, rows, context)[0])

    def moved(self, request: Request, identity: int, context: Context) -> Response:
        """301 to where a merged record is now, with the same query. Raises Http404 where there is none to show."""
        resource = self.resource
        now = resource.moved(identity) if resource.moved else identity
        if now == identity or not resource.rows().filter(pk=now).exists():
            raise Http404
        url = context.url(resource.name, now)
        query = request.META.get("QUERY_STRING", "")
        headers = {"Location": f"{url}?{query}" if query else url, "Cache-Control": "no-cache"}
        return Response({"id": now, "url": url}, status=301, headers=headers)


class ContentsView(ReadOnlyView):
    """What the API has, and where."""

    @extend_schema(exclude=True)
    def get(self, request: Request) -> Response:
        """The URLs of the resources, of the schema and of its reading pages."""
        taken(request.query_params, ())
        here = root(request)
        names = [*(resource.name for resource in RESOURCES), "schema", "docs"]
        return Response({name: f"{here}{name}/" for name in names})


class UnknownView(ReadOnlyView):
    """Any other address; one that lacks only its slash leads to the right one."""

    @extend_schema(exclude=True)
    def get(self, request: Request, **_rest: Any) -> HttpResponsePermanentRedirect:
        """301 to the same address with a slash where there is one, else 404 as a problem document."""
        whole = f"{request.path_info}/"
        if request.path_info.endswith("/") or resolve(whole).url_name == UNKNOWN:
            raise Http404
        return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))

    @extend_schema(exclude=True)
    def options(self, request: Request, **_rest: Any) -> HttpResponsePermanentRedirect:  # type: ignore[override]
        """Like `get`: there is nothing here whose options could be told."""
        return self.get(request)


class SchemaView(ReadOnlyView, SpectacularJSONAPIView):
    """The OpenAPI document."""

    renderer_classes = [JSONRenderer]

    @extend_schema(exclude=True)
    def get(self, request: Request, **_rest: Any) -> Response:
        """The document; it takes no parameters."""
        taken(request.query_params, ())
        document: Response = super().get(request)  # type: ignore[no-untyped-call]
        return document


class DocsView(ReadOnlyView, SpectacularSwaggerSplitView):
    """The OpenAPI document to be read and tried out; scripts and styles come from this very server."""

    url_name = "api:schema"
    renderer_classes: Any = [JSONRenderer, TemplateHTMLRenderer]
    title: Any = _("Newsroom: the JSON API")

    @extend_schema(exclude=True)
    def get(self, request: Request, **_rest: Any) -> Response:
        """The page, and with `script=` the script that fills it."""
        taken(request.query_params, (SCRIPT,))
        request.accepted_renderer = TemplateHTMLRenderer()
        page: Response = super().get(request)  # type: ignore[no-untyped-call]
        return page
