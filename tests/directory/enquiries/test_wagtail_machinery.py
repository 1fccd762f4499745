"""Enquiries stay outside everything in Wagtail and the hub that copies, indexes or lists content."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from modelcluster.models import ClusterableModel
from wagtail.models import ReferenceIndex, RevisionMixin
from wagtail.models.audit_log import ModelLogEntry
from wagtail.search.index import Indexed
from wagtail.snippets.models import get_snippet_models

from directory.enquiries.actions import claim_enquiry
from hub.models import User
from tests.factories.directory import ServiceFactory
from tests.factories.enquiries import make_enquiry

MODELS = list(apps.get_app_config("enquiries").get_models(include_auto_created=True))


@pytest.mark.parametrize("model", MODELS)
def test_no_model_is_part_of_wagtails_machinery(model: type) -> None:
    assert model not in get_snippet_models()
    assert not issubclass(model, (RevisionMixin, Indexed, ClusterableModel))
    assert not ReferenceIndex.model_is_indexable(model)
    assert not ReferenceIndex.is_indexed(model)


def test_nothing_outside_points_at_an_enquiry() -> None:
    outside = [model for model in apps.get_models() if model._meta.app_label != "enquiries"]
    pointing = [
        field
        for model in outside
        for field in model._meta.get_fields()
        if field.is_relation and getattr(field.related_model, "_meta", None) and field.related_model in MODELS
    ]
    assert pointing == [], "not even a reverse relation: a template could follow it"


@pytest.mark.django_db
def test_work_on_an_enquiry_leaves_no_entry_elsewhere(moderator: User) -> None:
    service = ServiceFactory()
    before = (ModelLogEntry.objects.count(), ReferenceIndex.objects.count(), _changes())
    claim_enquiry(enquiry=make_enquiry(service=service), by=moderator)
    assert (ModelLogEntry.objects.count(), ReferenceIndex.objects.count(), _changes()) == before


@pytest.mark.django_db
def test_the_only_permission_is_to_export() -> None:
    names = Permission.objects.filter(content_type__app_label="enquiries").values_list("codename", flat=True)
    assert set(names) == {"export_lists"}


def _changes() -> int:
    return sum(model.objects.count() for model in apps.get_app_config("search").get_models())
