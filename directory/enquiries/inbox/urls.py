"""Addresses of the inbox inside Wagtail's admin. They carry an enquiry's key, never its reference."""

from django.urls import path

from directory.enquiries.access_admin import log, statement

from . import views

app_name = "enquiries_inbox"
urlpatterns = [
    path("", views.InboxView.as_view(), name="list"),
    path("find/", views.FindReferenceView.as_view(), name="find"),
    path("log/", log.AccessLogView.as_view(), name="log"),
    path("log/search/", log.LogSearchView.as_view(), name="log_search"),
    path("log/statement/<uuid:pk>/", statement.StatementView.as_view(), name="statement"),
    path("<uuid:pk>/", views.EnquiryView.as_view(), name="enquiry"),
    path("<uuid:pk>/claim/", views.ClaimView.as_view(), name="claim"),
    path("<uuid:pk>/release/", views.ReleaseView.as_view(), name="release"),
    path("<uuid:pk>/note/", views.NoteView.as_view(), name="note"),
    path("<uuid:pk>/close/", views.CloseView.as_view(), name="close"),
]
