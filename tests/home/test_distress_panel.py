"""What the search of the site and the finder show before anything else to who types of distress."""

import pytest
from django.test import Client

from search.models import StopNotice
from tests.factories.directory import ServiceFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("page", ["/search/", "/find/"])
class TestPanel:
    def test_numbers_stand_before_what_was_found(self, client: Client, page: str) -> None:
        ServiceFactory(name="Football for life")

        content = client.get(page, {"q": "end my life"}).content.decode()

        panel = content[content.index('class="hub-distress"') : content.index('id="results"')]
        assert panel.index("tel:999") < panel.index("tel:116123")
        assert 'aria-labelledby="distress-heading"' in panel

    def test_other_searches_have_none(self, client: Client, page: str) -> None:
        content = client.get(page, {"q": "suicide prevention training"}).content.decode()

        assert "hub-distress" not in content

    def test_what_editors_write_is_text(self, client: Client, page: str) -> None:
        StopNotice(kinds="suicide", heading="<b>Now</b>", message="<script>alert(1)</script>").save()

        content = client.get(page, {"q": "kill myself"}).content.decode()

        assert "&lt;script&gt;alert(1)" in content
        assert "<script>alert(1)" not in content
        assert "<b>Now" not in content
