"""The form behind “Was this page useful?”."""

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from directory.forms.public_form import PublicForm
from guidance.models.feedback import LONGEST_COMMENT

YES, NO = "yes", "no"


class FeedbackForm(PublicForm):
    """Yes or no, and perhaps a comment."""

    answer = forms.ChoiceField(
        label=_("Was it useful?"),
        choices=[(YES, _("Yes")), (NO, _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether the page was useful"), "invalid_choice": _("Choose yes or no")},
    )
    comment = forms.CharField(
        label=_("What was missing, wrong or hard to read? You can leave this empty"),
        required=False,
        max_length=LONGEST_COMMENT,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=format_lazy(
            _("Do not write about a person, and not who you are. We cannot answer here. At most {most} characters."),
            most=f"{LONGEST_COMMENT:,}",
        ),
        error_messages={
            "max_length": format_lazy(
                _("Shorten your comment to {most} characters. It has %(show_value)s"), most=f"{LONGEST_COMMENT:,}"
            ),
            "null_characters_not_allowed": _("Take out characters that cannot be read"),
        },
    )

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        # The browser would cut what is pasted without a word. The server says so and keeps it.
        self.fields["comment"].widget.attrs.pop("maxlength", None)
