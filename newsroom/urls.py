"""Where everything is: the front page, the editors' desk under /admin/, the API under /api/v1/."""

from django.contrib import admin
from django.urls import include, path

from newsroom.admin.compiling import compiling_view
from newsroom.api.views import UnknownView
from newsroom.home import HomeView

urlpatterns = [
    path("", HomeView.as_view(), name="home"),
    path("admin/compiling/", admin.site.admin_view(compiling_view), name="compiling"),
    path("admin/", admin.site.urls),
    path("api/v1/", include("newsroom.api.urls")),
    path("api/v1", UnknownView.as_view()),
]
