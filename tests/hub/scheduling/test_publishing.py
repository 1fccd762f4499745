"""Publishing and expiring at the time editors set, each page on its own."""

from datetime import timedelta
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import CommandError
from django.utils import timezone
from wagtail.models import Page

from home.models import HomePage, StandardPage


@pytest.mark.django_db
def test_a_page_that_cannot_be_published_keeps_no_other(caplog: pytest.LogCaptureFixture) -> None:
    home, past = HomePage.objects.get(), timezone.now() - timedelta(minutes=5)
    pages = [home.add_child(instance=StandardPage(title=f"Canary {slug}", slug=slug)) for slug in "abcd"]
    for page in pages[:2]:
        StandardPage.objects.filter(pk=page.pk).update(expire_at=past)
    for page in pages[2:]:
        StandardPage.objects.filter(pk=page.pk).update(live=False)
        page.save_revision(approved_go_live_at=past)
    unpublish, publish = Page.unpublish, Page.publish

    def refuse(original, slug):
        def method(self, *args: object, **options: object) -> object:
            if self.slug == slug:
                raise ValidationError("canary")
            return original(self, *args, **options)

        return method

    with (
        mock.patch.object(Page, "unpublish", refuse(unpublish, "a")),
        mock.patch.object(Page, "publish", refuse(publish, "c")),
        pytest.raises(CommandError),
    ):
        call_command("publish_scheduled", verbosity=0)
    live = set(StandardPage.objects.live().values_list("slug", flat=True))
    assert "a" in live
    assert "b" not in live
    assert "c" not in live
    assert "d" in live
    assert "canary" not in caplog.text.lower()
    call_command("publish_scheduled", verbosity=0)
    live = set(StandardPage.objects.live().values_list("slug", flat=True))
    assert {"a", "b", "c", "d"} & live == {"c", "d"}
