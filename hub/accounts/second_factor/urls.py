"""The pages of the second factor. They lie beside Wagtail's own addresses, which nobody reaches without it."""

from django.urls import path

from . import changes, views

app_name = "second_factor"
urlpatterns = [
    path("", views.EnterCodeView.as_view(), name="enter"),
    path("recovery/", views.EnterRecoveryCodeView.as_view(), name="recovery"),
    path("set-up/", views.SetUpView.as_view(), name="set_up"),
    path("recovery-codes/", changes.NewRecoveryCodesView.as_view(), name="recovery_codes"),
    path("remove/", changes.RemoveView.as_view(), name="remove"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("sign-out-everywhere/", views.SignOutEverywhereView.as_view(), name="sign_out_everywhere"),
]
