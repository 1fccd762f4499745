"""Whether pages were useful, as readers say: with no word on who said it."""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from wagtail.models import Page

LONGEST_COMMENT = 1000
KEPT_FOR = timedelta(days=730)


class PageFeedbackQuerySet(models.QuerySet):
    """Reads of what readers said, as verbs."""

    def newest(self) -> "PageFeedbackQuerySet":
        """What waits first, and what looks like a machine's last."""
        return self.order_by("is_set_aside", models.F("done_on").asc(nulls_first=True), "-received_on", "-pk")

    def outdated(self, today: date) -> "PageFeedbackQuerySet":
        """What was kept long enough."""
        return self.filter(received_on__lte=today - KEPT_FOR)


class PageFeedback(models.Model):
    """One answer. It keeps the day and not the hour, and nothing of the reader's network, browser or session."""

    page = models.ForeignKey(
        Page, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=lazy("page")
    )
    # Copied, because a page may be renamed, moved or deleted, and what was said was about this one.
    page_title = models.CharField(lazy("page"), max_length=255)
    page_path = models.CharField(lazy("address"), max_length=500)
    is_useful = models.BooleanField(lazy("useful"))
    comment = models.TextField(max_length=LONGEST_COMMENT, blank=True)
    received_on = models.DateField(lazy("received"), default=timezone.localdate)
    is_set_aside = models.BooleanField(lazy("looks like a machine"), default=False)
    done_on = models.DateField(lazy("done"), null=True, blank=True)

    objects = PageFeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = lazy("answer of a reader")
        verbose_name_plural = lazy("answers of readers")
        indexes = [models.Index(fields=["received_on"], name="feedback_received_on")]

    def __str__(self) -> str:
        # Never the comment: this stands in logs and messages.
        return _("Answer about “%(page_title)s”") % {"page_title": self.page_title}
