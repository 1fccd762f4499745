"""The site's addresses with the gallery before them. `hub.settings.dev` names these instead of `hub.urls`."""

from django.urls import path

from hub import urls as site

from .views import gallery

urlpatterns = [path("components/", gallery, name="components"), *site.urlpatterns]

handler400 = site.handler400
handler403 = site.handler403
handler404 = site.handler404
handler500 = site.handler500
