"""Routes of the public API, from the declared resources."""

from django.urls import URLPattern, path, re_path, register_converter
from django.urls.converters import IntConverter

from .resources import RESOURCES
from .views import UNKNOWN, ContentsView, DocsView, HolderListView, ListView, RecordView, SchemaView, SuccessionView, UnknownView


class IdentityConverter(IntConverter):
    """An id in the one way that it is written: without zeros before it."""

    regex = "[1-9][0-9]*"


register_converter(IdentityConverter, "identity")

app_name = "api"
urlpatterns: list[URLPattern] = [path("", ContentsView.as_view(), name="contents")]
for resource in RESOURCES:
    urlpatterns += [
        path(f"{resource.name}/", ListView.as_view(resource=resource), name=f"{resource.name}-list"),
        path(f"{resource.name}/<identity:id>/", RecordView.as_view(resource=resource), name=f"{resource.name}-record"),
    ]
urlpatterns += [
    path("roles/<identity:id>/holders/", HolderListView.as_view(), name="holders-list"),
    path("roles/<identity:id>/succession/", SuccessionView.as_view(), name="succession-list"),
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocsView.as_view(), name="docs"),
    re_path("", UnknownView.as_view(), name=UNKNOWN),
]
