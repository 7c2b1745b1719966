"""Routes of the public API, from the declared resources."""

from django.urls import URLPattern, path, re_path

from .resources import RESOURCES
from .views import ContentsView, DocsView, HolderListView, ListView, RecordView, SchemaView, UnknownView

app_name = "api"
urlpatterns: list[URLPattern] = [path("", ContentsView.as_view(), name="contents")]
for resource in RESOURCES:
    urlpatterns += [
        path(f"{resource.name}/", ListView.as_view(resource=resource), name=f"{resource.name}-list"),
        path(f"{resource.name}/<int:id>/", RecordView.as_view(resource=resource), name=f"{resource.name}-record"),
    ]
urlpatterns += [
    path("roles/<int:id>/holders/", HolderListView.as_view(), name="holders-list"),
    path("schema/", SchemaView.as_view(), name="schema"),
    path("docs/", DocsView.as_view(), name="docs"),
    # Ends in a slash, so that an address that lacks only its slash is sent on to the right one.
    re_path(r"^.*/$", UnknownView.as_view(), name="unknown"),
]
