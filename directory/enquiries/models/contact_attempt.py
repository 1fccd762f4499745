"""Who called whom, how, what came of it, and what was said to whom."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .enquiry import Enquiry


class ContactAttempt(models.Model):
    """One call, message or letter, encrypted with the key of its enquiry but for when and by which moderator."""

    class Direction(models.TextChoices):
        OUT = "out", "We contacted them"
        IN = "in", "They contacted us"

    class With(models.TextChoices):
        PERSON = "person", "The person"
        SENDER = "sender", "The sender"
        SERVICE = "service", "A service"
        SOMEONE_ELSE = "someone_else", "Someone else"

    class Means(models.TextChoices):
        PHONE = "phone", "Phone call"
        TEXT = "text", "Text message"
        EMAIL = "email", "Email"
        LETTER = "letter", "Letter"
        IN_PERSON = "in_person", "In person"

    class Result(models.TextChoices):
        REACHED = "reached", "Reached them"
        MESSAGE = "message", "Left a message or wrote to them"
        NO_ANSWER = "no_answer", "No answer, no message left"
        WRONG = "wrong", "The number or address is wrong"
        NOT_SAFE = "not_safe", "Not safe to talk"
        TO_DO = "to_do", "Still to do"

    enquiry = models.ForeignKey(Enquiry, on_delete=models.CASCADE, related_name="contact_attempts")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    # An object with direction, contacted, means, result and said: with whom somebody spoke names them as well.
    sealed_text = models.TextField()

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ("made_at", "pk")
        default_permissions = ()

    def __str__(self) -> str:
        return f"Contact attempt {self.pk}"
