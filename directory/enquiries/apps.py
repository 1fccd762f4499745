from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    name = "directory.enquiries"
    label = "enquiries"
