"""Turn saves and deletions of watched models into rows of the change log."""

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.dispatch import Signal

from search.changelog import page_signals
from search.changelog.log import record_changes
from search.registry import Registration, kind_registered, kind_unregistered, registrations

Receiver = Callable[..., None]
Connection = tuple[Signal, Receiver, Any]

_connections: dict[str, list[Connection]] = {}


def connect() -> None:
    """Listen to the models of every kind: those registered so far, and those that apps register later.

    Which of them come first depends on the order of `INSTALLED_APPS`.
    """
    for registration in registrations():
        connect_kind(registration)
    kind_registered.connect(connect_kind)
    kind_unregistered.connect(disconnect_kind)


def connect_kind(registration: Registration, **kwargs: Any) -> None:
    """Connect the signals that tell when documents of this kind may have changed. Doing it twice changes nothing."""
    if registration.kind in _connections:
        return
    connections = [
        *_own_connections(registration),
        *_relation_connections(registration),
        *_dependent_connections(registration),
        *page_signals.connections(registration),
    ]
    for signal, receiver, sender in connections:
        signal.connect(receiver, sender=sender, weak=False)
    _connections[registration.kind] = connections


def disconnect_kind(registration: Registration, **kwargs: Any) -> None:
    """Disconnect what `connect_kind` connected."""
    for signal, receiver, sender in _connections.pop(registration.kind, ()):
        signal.disconnect(receiver, sender=sender)


def _own_connections(registration: Registration) -> list[Connection]:
    kind, model = registration.kind, registration.model

    def changed(instance: Model, **kwargs: Any) -> None:
        record_changes(kind, [instance.pk])

    def changed_as_parent(instance: Model, **kwargs: Any) -> None:
        # A child object can be saved through its parent class, as Wagtail does with Page.
        if model._base_manager.filter(pk=instance.pk).exists():
            record_changes(kind, [instance.pk])

    family = [candidate for candidate in apps.get_models() if issubclass(candidate, model)]
    own = [(signal, changed, sender) for sender in family for signal in (post_save, post_delete)]
    parents = [(post_save, changed_as_parent, parent) for parent in model._meta.get_parent_list()]
    return [*own, *parents]


def _relation_connections(registration: Registration) -> list[Connection]:
    model = registration.model
    connections: list[Connection] = []
    for relation in model._meta.many_to_many:
        through = getattr(relation.remote_field, "through", None)
        if through is not None:
            connections.append((m2m_changed, _relation_receiver(registration, relation), through))
    for child in _inline_children(model):
        if child.related_model in registration.dependents:
            continue
        own_name = child.field.attname

        def keys_of(instance: Model, name: str = own_name) -> Iterable[Any]:
            return [getattr(instance, name)]

        connections += _keyed_connections(registration.kind, child.related_model, keys_of)
    return connections


def _relation_receiver(registration: Registration, relation: Any) -> Receiver:
    kind, model = registration.kind, registration.model

    def relation_changed(instance: Model, action: str, pk_set: set[Any] | None = None, **kwargs: Any) -> None:
        if isinstance(instance, model):
            if action.startswith("post_"):
                record_changes(kind, [instance.pk])
        elif action in ("post_add", "post_remove") and isinstance(instance, relation.related_model):
            record_changes(kind, pk_set or ())
        elif action == "pre_clear" and isinstance(instance, relation.related_model):
            # Once the relation is cleared, nothing tells which objects were in it: their keys are read before.
            keys = model._base_manager.filter(**{relation.name: instance.pk}).values_list("pk", flat=True)
            record_changes(kind, list(keys))

    return relation_changed


def _inline_children(model: type[Model]) -> list[Any]:
    """The relations whose objects are edited and saved as part of this model's objects."""
    try:
        from modelcluster.models import get_all_child_relations  # optional: comes with Wagtail
    except ImportError:
        return []
    return list(get_all_child_relations(model))


def _dependent_connections(registration: Registration) -> list[Connection]:
    connections: list[Connection] = []
    for dependent, keys_of in registration.dependents.items():
        connections += _keyed_connections(registration.kind, dependent, keys_of)
    return connections


def _keyed_connections(kind: str, sender: type[Model], keys_of: Callable[[Any], Iterable[Any]]) -> list[Connection]:
    """Record the keys an object concerns, both before and after it changes."""
    cached_until_change = f"_search_{kind}_{id(keys_of)}"

    def remember(instance: Model, raw: bool = False, **kwargs: Any) -> None:
        before = None if instance._state.adding else sender._base_manager.filter(pk=instance.pk).first()
        instance.__dict__[cached_until_change] = [] if before is None else list(keys_of(before))

    def saved(instance: Model, **kwargs: Any) -> None:
        before = instance.__dict__.pop(cached_until_change, [])
        record_changes(kind, _present([*before, *keys_of(instance)]))

    def deleting(instance: Model, **kwargs: Any) -> None:
        record_changes(kind, _present(keys_of(instance)))

    return [(pre_save, remember, sender), (post_save, saved, sender), (pre_delete, deleting, sender)]


def _present(keys: Iterable[Any]) -> list[Any]:
    return [key for key in keys if key is not None]
