"""What is done with answers of readers."""

from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from wagtail.models import Page

from guidance.models import PageFeedback

from .robots import is_full, looks_like_a_machine


class FeedbackFull(Exception):
    """So much was set aside that nobody could look through more."""


@sensitive_variables("comment")
def receive_feedback(*, page: Page, path: str, is_useful: bool, comment: str, trap: str, opened: str) -> PageFeedback:
    """Keep an answer about a page. Raises `FeedbackFull` for one that would be set aside while there is no room."""
    is_set_aside = looks_like_a_machine(comment=comment, trap=trap, opened=opened)
    if is_set_aside and is_full():
        raise FeedbackFull
    return PageFeedback.objects.create(
        page=page,
        page_title=page.title,
        page_path=path,
        is_useful=is_useful,
        comment=comment,
        is_set_aside=is_set_aside,
    )


def mark_feedback(*, feedback: PageFeedback, is_done: bool) -> None:
    """Note that an editor has dealt with it, or take that back."""
    feedback.done_on = timezone.localdate() if is_done else None
    feedback.save(update_fields=["done_on"])


def forget_feedback() -> int:
    """Delete what was kept long enough, and say how many."""
    return PageFeedback.objects.outdated(timezone.localdate()).delete()[0]
