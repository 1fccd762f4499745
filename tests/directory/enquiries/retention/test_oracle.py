"""What a run deletes, compared with the promises applied row by row."""

from datetime import timedelta

import pytest
from django.utils import timezone

from directory.enquiries.key_store.models import EnquiryKey
from directory.enquiries.models import Enquiry
from directory.enquiries.retention import anonymisation
from directory.enquiries.retention.anonymisation import anonymise_due_enquiries, plan_anonymising
from directory.enquiries.storage.access_log import find_problems
from tests.factories.retention import make_rows, store_rows

pytestmark = pytest.mark.django_db


def test_a_run_deletes_what_is_due_and_nothing_else() -> None:
    compare_with_the_promises(400)


def compare_with_the_promises(count: int) -> None:
    now = timezone.now()
    rows = make_rows(count, now)
    store_rows(rows, now)
    due = {row.pk for row in rows if row.is_due(now)}
    # Otherwise nothing would be proved.
    assert count / 10 < len(due) < count / 2
    emptied = {row.pk for row in rows if row.emptied}
    plan = plan_anonymising(now)
    assert set(plan.due) == due
    assert len(plan.due) == len(due)
    assert all((plan.closed, plan.practice, plan.unclosed))
    assert anonymise_due_enquiries(confirmed=len(due)) == len(due)
    gone = set(Enquiry.objects.exclude(anonymised_at=None).values_list("pk", flat=True)) - emptied
    assert gone == due
    kept_keys = {row.key_id for row in rows if row.pk not in due and not row.emptied}
    assert set(EnquiryKey.objects.values_list("pk", flat=True)) == kept_keys
    assert not Enquiry.objects.filter(pk__in=list(due)[:500]).exclude(sealed_answers="").exists()
    assert list(find_problems()) == []


def test_control_a_rule_that_is_a_day_off_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.now()
    rows = make_rows(400, now)
    store_rows(rows, now)
    due = {row.pk for row in rows if row.is_due(now)}
    right = anonymisation.delete_on
    monkeypatch.setattr(anonymisation, "delete_on", lambda row: (day := right(row)) and day + timedelta(days=1))
    assert set(plan_anonymising(now).due) != due
