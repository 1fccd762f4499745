"""Addresses of requests about data inside Wagtail's admin. They carry keys, never a reference or anything typed."""

from django.urls import path

from . import changes, printing, views

app_name = "enquiries_requests"
urlpatterns = [
    path("", views.RequestsView.as_view(), name="list"),
    path("find/", views.FindView.as_view(), name="find"),
    path("workload/", views.WorkloadView.as_view(), name="workload"),
    path("export/", printing.ExportView.as_view(), name="export"),
    path("answer/<uuid:pk>/", changes.AnswerView.as_view(), name="answer"),
    path("lift/<int:pk>/", changes.LiftView.as_view(), name="lift"),
    path("about/<uuid:pk>/", views.AboutView.as_view(), name="about"),
    path("about/<uuid:pk>/record/", changes.RecordView.as_view(), name="record"),
    path("about/<uuid:pk>/hold/", changes.HoldView.as_view(), name="hold"),
    path("about/<uuid:pk>/correct/", changes.CorrectView.as_view(), name="correct"),
    path("about/<uuid:pk>/erase/", changes.EraseView.as_view(), name="erase"),
    path("about/<uuid:pk>/print/", printing.PrintView.as_view(), name="print"),
]
