"""What a page answers, in the words of people who ask."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AnswersQuestions(models.Model):
    """A page that is found by questions which stand nowhere on it."""

    questions = models.TextField(
        _("questions it answers"),
        blank=True,
        help_text=_(
            "In the words of people who ask, one a line: how do we pay peer workers? They are not shown; who "
            "searches for one of them, or for its words, finds this page."
        ),
    )

    class Meta:
        abstract = True

    @property
    def question_list(self) -> tuple[str, ...]:
        """Each question that holds anything."""
        return tuple(filter(None, map(str.strip, self.questions.splitlines())))
