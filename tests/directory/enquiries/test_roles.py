"""Who may read and do what. Every address, by method and role, is in `tests/hub/access_matrix.txt`."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from directory.enquiries.actions import claim_enquiry, open_enquiry
from directory.enquiries.models import Enquiry
from hub.accounts import roles
from hub.models import User
from tests.factories.enquiries import make_enquiry
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [roles.ADMINISTRATORS, roles.EDITORS, roles.DIRECTORY_EDITORS])
def test_other_roles_change_and_read_nothing(role: str) -> None:
    enquiry, user = make_enquiry(), make_user(role)
    assert not Enquiry.objects.visible_to(user).exists()
    for action in (open_enquiry, claim_enquiry):
        with pytest.raises(PermissionDenied):
            action(enquiry=enquiry, by=user)
    assert enquiry.events.count() == 1


def test_a_moderator_who_has_left_sees_nothing(moderator: User) -> None:
    make_enquiry()
    moderator.is_active = False
    moderator.save()
    assert not Enquiry.objects.visible_to(User.objects.get(pk=moderator.pk)).exists()


def test_an_enquiry_that_does_not_exist_is_not_found(inbox: Client) -> None:
    for path in ("", "claim/", "note/"):
        method = inbox.post if path else inbox.get
        assert method(f"/admin/enquiries/00000000-0000-4000-8000-000000000000/{path}").status_code == 404
