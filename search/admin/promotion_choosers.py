"""What editors can put first, chosen by its title. Each app says by which window its objects are chosen."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Model
from django.forms import Widget

from search.document import identity
from search.engines import current_engine
from search.registry import registration_of, registrations


@dataclass(frozen=True, slots=True)
class PromotionChooser:
    """One window: the form's field for it, its label, and the model whose objects it chooses."""

    name: str
    label: str
    model: type[Model]
    widget: Callable[[], Widget]


_choosers: dict[str, PromotionChooser] = {}


def register_promotion_chooser(name: str, label: str, *, model: type[Model], widget: Callable[[], Widget]) -> None:
    """Let editors choose among the objects of a model. Call it in `AppConfig.ready()`; `widget` is called later."""
    _choosers[name] = PromotionChooser(name, label, model, widget)


def promotion_choosers() -> tuple[PromotionChooser, ...]:
    """All of them, in the order of their registration."""
    return tuple(_choosers.values())


def chooser_of(kind: str) -> PromotionChooser | None:
    """The window in which something of this kind is chosen."""
    registration = registration_of(kind)
    if registration is None:
        return None
    return next((chooser for chooser in promotion_choosers() if issubclass(registration.model, chooser.model)), None)


def kind_of(chosen: Model) -> str:
    """The kind under which an object is found, or nothing. A page is chosen without saying of which type it is."""
    for registration in registrations():
        model = registration.model
        if issubclass(model, type(chosen)) and model._base_manager.filter(pk=chosen.pk).exists():
            return registration.kind
    return ""


def title_of(kind: str, key: str) -> str:
    """What the public reads of it, or nothing when the public sees nothing. No SQL query."""
    named = identity(kind, key)
    hit = current_engine().named([named]).get(named)
    return hit.title if hit else ""
