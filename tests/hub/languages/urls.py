"""The addresses of a hub with several languages, which are decided when it starts."""

from hub import urls as site
from hub.urls import addresses

urlpatterns = addresses(is_multilingual=True)

handler400 = site.handler400
handler403 = site.handler403
handler404 = site.handler404
handler500 = site.handler500
