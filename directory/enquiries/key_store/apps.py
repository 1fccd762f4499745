from django.apps import AppConfig


class EnquiryKeysConfig(AppConfig):
    name = "directory.enquiries.key_store"
    label = "enquiry_keys"
    verbose_name = "Keys of enquiries"
