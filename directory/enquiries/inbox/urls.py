"""Addresses of the inbox inside Wagtail's admin. They carry an enquiry's key, never its reference."""

from django.urls import path

from directory.enquiries.access_admin import log, statement

from . import changes, comparing, lists, practice, recording, sender_messages, views
from .asking import QUESTIONS

app_name = "enquiries_inbox"
urlpatterns = [
    path("", lists.InboxView.as_view(), name="list"),
    path("find/", lists.FindEnquiryView.as_view(), name="find"),
    path("claim/", lists.BulkClaimView.as_view(), name="bulk_claim"),
    path("hand-over/", lists.HandOverView.as_view(), name="hand_over"),
    path("record/", recording.RecordEnquiryView.as_view(), name="record"),
    path("practice/", practice.PracticeView.as_view(), name="practice"),
    path("practice/start/", practice.StartPracticeView.as_view(), name="start_practice"),
    path("practice/end/", practice.EndPracticeView.as_view(), name="end_practice"),
    path("log/", log.AccessLogView.as_view(), name="log"),
    path("log/search/", log.LogSearchView.as_view(), name="log_search"),
    path("log/statement/<uuid:pk>/", statement.StatementView.as_view(), name="statement"),
    path("<uuid:pk>/", views.EnquiryView.as_view(), name="enquiry"),
    path("<uuid:pk>/claim/", changes.ClaimView.as_view(), name="claim"),
    path("<uuid:pk>/release/", changes.ReleaseView.as_view(), name="release"),
    path("<uuid:pk>/let-through/", changes.LetThroughView.as_view(), name="let_through"),
    path("<uuid:pk>/discard/", changes.DiscardView.as_view(), name="discard"),
    path("<uuid:pk>/lift-flag/", changes.LiftFlagView.as_view(), name="lift_flag"),
    path("<uuid:pk>/close-withdrawn/", changes.CloseWithdrawnView.as_view(), name="close_withdrawn"),
    path("<uuid:pk>/message-read/", sender_messages.AcknowledgeView.as_view(), name="acknowledge_message"),
    path("<uuid:pk>/message-done/", sender_messages.HandleView.as_view(), name="handle_message"),
    path("<uuid:pk>/sender-told/", sender_messages.SenderToldView.as_view(), name="sender_told"),
    path("<uuid:pk>/contact/", views.ShowContactView.as_view(), name="contact"),
    path("<uuid:pk>/safety/", views.SafetyNoteView.as_view(), name="safety"),
    path("<uuid:pk>/safety/ask/", views.AskForSafetyNoteView.as_view(), name="ask_safety"),
    path("<uuid:pk>/safety/answer/", views.AnswerSafetyRequestView.as_view(), name="answer_safety"),
    path("<uuid:pk>/readers/", views.ReadersView.as_view(), name="readers"),
    path("<uuid:pk>/compare/<uuid:other>/", comparing.CompareView.as_view(), name="compare"),
    path("<uuid:pk>/merge/<uuid:other>/", comparing.MergeView.as_view(), name="merge"),
    path("<uuid:pk>/keep-apart/<uuid:other>/", comparing.KeepApartView.as_view(), name="keep_apart"),
    *(path(f"<uuid:pk>/{name}/", view.as_view(), name=name) for name, view in QUESTIONS.items()),
]
