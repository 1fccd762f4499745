"""Addresses of the readiness check, below `/guidance/readiness/`."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.start, name="readiness_start"),
    path("begin/", views.begin, name="readiness_begin"),
    path("open/", views.open_link, name="readiness_open"),
    path("stage/<slug:slug>/", views.questions, name="readiness_questions"),
    path("stage/<slug:slug>/save/", views.save_questions, name="readiness_save_questions"),
    path("result/", views.result, name="readiness_result"),
    path("compare/", views.compare, name="readiness_compare"),
    path("frameworks/", views.frameworks, name="readiness_frameworks"),
    path("plan/", views.plan, name="readiness_plan"),
    path("plan/save/", views.save_dates, name="readiness_save_dates"),
    path("plan/print/", views.print_plan, name="readiness_print_plan"),
    path("plan/word/", views.plan_word_file, name="readiness_plan_word_file"),
    path("plan/calendar/", views.plan_calendar_file, name="readiness_plan_calendar_file"),
    path("link/", views.link, name="readiness_link"),
    path("close/", views.close_check, name="readiness_close_check"),
    path("delete/", views.delete, name="readiness_delete_check"),
    path("delete/for-good/", views.delete_for_good, name="readiness_delete_for_good"),
]
