"""Addresses of the list of answers in the admin."""

from django.urls import path

from .reports import FeedbackDeleteView, FeedbackDoneView, FeedbackView

urlpatterns = [
    path("reports/useful/", FeedbackView.as_view(), name="guidance_feedback"),
    path("reports/useful/results/", FeedbackView.as_view(results_only=True), name="guidance_feedback_results"),
    path("reports/useful/done/<int:pk>/", FeedbackDoneView.as_view(), name="guidance_feedback_done"),
    path("reports/useful/delete/<int:pk>/", FeedbackDeleteView.as_view(), name="guidance_feedback_delete"),
]
