"""Addresses of the readiness check, below `/guidance/readiness/`."""

from django.urls import path

from . import views

app_name = "readiness"
urlpatterns = [
    path("", views.start, name="start"),
    path("begin/", views.begin, name="begin"),
    path("open/", views.open_link, name="open"),
    path("stage/<slug:slug>/", views.questions, name="questions"),
    path("stage/<slug:slug>/save/", views.save_questions, name="save_questions"),
    path("result/", views.result, name="result"),
    path("compare/", views.compare, name="compare"),
    path("frameworks/", views.frameworks, name="frameworks"),
    path("plan/", views.plan, name="plan"),
    path("plan/save/", views.save_dates, name="save_dates"),
    path("plan/print/", views.print_plan, name="print_plan"),
    path("plan/word/", views.plan_word_file, name="plan_word_file"),
    path("plan/calendar/", views.plan_calendar_file, name="plan_calendar_file"),
    path("link/", views.link, name="link"),
    path("close/", views.close_check, name="close_check"),
    path("delete/", views.delete, name="delete_check"),
    path("delete/for-good/", views.delete_for_good, name="delete_for_good"),
]
