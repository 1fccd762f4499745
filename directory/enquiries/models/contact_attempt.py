"""Who called whom, how, what came of it, and what was said to whom."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from .enquiry import Enquiry


class ContactAttempt(models.Model):
    """One call, message or letter, encrypted with the key of its enquiry but for when and by which moderator."""

    class Direction(models.TextChoices):
        OUT = "out", lazy("We contacted them")
        IN = "in", lazy("They contacted us")

    class With(models.TextChoices):
        PERSON = "person", lazy("The person")
        SENDER = "sender", lazy("The sender")
        SERVICE = "service", lazy("A service")
        SOMEONE_ELSE = "someone_else", lazy("Someone else")

    class Means(models.TextChoices):
        PHONE = "phone", lazy("Phone call")
        TEXT = "text", lazy("Text message")
        EMAIL = "email", lazy("Email")
        LETTER = "letter", lazy("Letter")
        IN_PERSON = "in_person", lazy("In person")

    class Result(models.TextChoices):
        REACHED = "reached", lazy("Reached them")
        MESSAGE = "message", lazy("Left a message or wrote to them")
        NO_ANSWER = "no_answer", lazy("No answer, no message left")
        WRONG = "wrong", lazy("The number or address is wrong")
        NOT_SAFE = "not_safe", lazy("Not safe to talk")
        TO_DO = "to_do", lazy("Still to do")

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
        return _("Contact attempt %(pk)s") % {"pk": self.pk}
