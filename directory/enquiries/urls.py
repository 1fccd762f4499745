"""Public addresses of the enquiry. None of them ever carries a reference or anything typed."""

from django.urls import path

from directory.enquiries.receipt.views import receipt

from .views import NewEnquiryView, stop

app_name = "enquiries"
urlpatterns = [
    path("new/", NewEnquiryView.as_view(), name="new"),
    path("check/", NewEnquiryView.as_view(), name="check"),
    path("stop/", stop, name="stop"),
    path("receipt/", receipt, name="receipt"),
]
