"""Public addresses of the enquiry. None of them ever carries a reference, a code or anything typed."""

from django.urls import path

from directory.enquiries.receipt.views import receipt
from directory.enquiries.status.views import add, leave_word, lock, look_up, status
from directory.enquiries.steps.coming_back import return_by_code, save, stop
from directory.enquiries.steps.paper import on_paper
from directory.enquiries.steps.sending import send
from directory.enquiries.steps.views import answer, new, question

app_name = "enquiries"
urlpatterns = [
    path("new/", new, name="new"),
    path("answer/", answer, name="answer"),
    path("save/", save, name="save"),
    path("send/", send, name="send"),
    path("come-back/", return_by_code, name="come_back"),
    path("on-paper/", on_paper, name="on_paper"),
    path("stop/", stop, name="stop"),
    path("receipt/", receipt, name="receipt"),
    path("find/", look_up, name="look_up"),
    path("status/", status, name="status"),
    path("status/lock/", lock, name="lock"),
    path("status/send/", leave_word, name="leave_word"),
    path("status/<slug:kind>/", add, name="add"),
    path("<int:number>/stop/", stop, name="stop_one"),
    path("<int:number>/<slug:slug>/", question, name="question"),
]
