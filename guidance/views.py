"""Public pages of the guidance that are not Wagtail pages."""

from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from directory.navigation.page_lifetime import same_for_everyone

from .models import GlossaryTerm

DIGITS = "0-9"


@require_safe
@same_for_everyone
def glossary(request: HttpRequest) -> HttpResponse:
    """Every word explained, by its first letter. One query, however many."""
    terms = GlossaryTerm.objects.alphabetical()
    groups = [(letter, list(words)) for letter, words in groupby(terms, key=_letter)]
    return render(request, "guidance/glossary.html", {"groups": groups})


def _letter(term: GlossaryTerm) -> str:
    first = term.heading[:1].upper()
    return first if first.isalpha() else DIGITS
