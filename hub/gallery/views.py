"""The page of all components and blocks."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import get_page_models

from .examples import EXAMPLES, Example
from .form_examples import form_states


@dataclass(frozen=True, slots=True)
class Specimen:
    """A component or block as it looks in each of its states, by what the state is called."""

    name: str
    states: tuple[tuple[str, SafeString], ...]


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Show them all on one page."""
    context = {
        "components": [_component(name, examples, request) for name, examples in sorted(EXAMPLES.items())],
        "forms": list(form_states()),
        "blocks": [_block(block) for block in page_blocks()],
    }
    return render(request, "hub/components.html", context)


def page_blocks() -> Iterator[blocks.Block]:
    """What editors can put on a page of any type, each kind of ours once."""
    shown = set()
    for model in get_page_models():
        for block in _blocks_of(model):
            # A line of text, as Wagtail has it, looks like nothing by itself.
            if type(block) not in shown and not type(block).__module__.startswith("wagtail."):
                shown.add(type(block))
                yield block


def _blocks_of(model: type[Model]) -> Iterator[blocks.Block]:
    for field in model._meta.get_fields():
        if isinstance(field, StreamField):
            yield from field.stream_block.child_blocks.values()


def _component(name: str, examples: tuple[Example, ...], request: HttpRequest) -> Specimen:
    template = f"components/{name}.html"
    states = ((example.state, render_to_string(template, example.context, request)) for example in examples)
    return Specimen(name, tuple(states))


def _block(block: blocks.Block) -> Specimen:
    return Specimen(str(block.label), (("as editors preview it", block.render(block.get_preview_value())),))
