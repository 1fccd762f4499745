"""Addresses of the enquiry."""

app_name = "enquiries"
urlpatterns: list = []
