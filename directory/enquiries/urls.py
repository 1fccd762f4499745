"""Public addresses of the enquiry. None of them ever carries a reference or anything typed."""

from django.urls import path

from .views import NewEnquiryView, receipt

app_name = "enquiries"
urlpatterns = [
    path("new/", NewEnquiryView.as_view(), name="new"),
    path("receipt/", receipt, name="receipt"),
]
