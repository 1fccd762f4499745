"""The test settings, on the database of the test that started this process."""

import os

from hub.settings.test import *  # noqa: F403
from hub.settings.test import DATABASES

DATABASES["default"]["NAME"] = os.environ["ENQUIRY_TEST_DATABASE"]
DATABASES["enquiry_keys"]["NAME"] = os.environ["ENQUIRY_KEYS_TEST_DATABASE"]
ENQUIRY_NOTIFY = ["moderators@hub.example"]
