"""The questions on paper are those of the site."""

import pytest
from django.db import connection
from django.test import Client
from wagtail.models import Site

from directory.enquiries.form.offered import Offered
from directory.enquiries.form.questions import QUESTIONS
from directory.enquiries.steps.paper import printed_questions
from home.models import SiteSettings
from tests.directory.enquiries.privacy.test_faults import refuse_queries

pytestmark = pytest.mark.django_db
PAPER = "/enquiries/on-paper/"


def test_every_question_is_printed_with_what_can_be_ticked(client: Client) -> None:
    page = client.get(PAPER).content.decode()
    questions = list(printed_questions(Offered.read()))
    assert len(questions) == len(QUESTIONS)
    assert [question.label for question in questions if question.label not in page] == []
    assert all(question.boxes or question.lines for question in questions)


def test_it_says_where_to_send_it(client: Client) -> None:
    site = Site.objects.get(is_default_site=True)
    SiteSettings.objects.update_or_create(site=site, defaults={"contact_address": "Peer Hub\n1 Example Street"})
    page = client.get(PAPER).content.decode()
    assert "Peer Hub<br>1 Example Street" in page
    assert "never ask what anyone was convicted of" in page


def test_it_is_found_where_an_enquiry_begins(client: Client) -> None:
    assert f'href="{PAPER}"' in client.get("/enquiries/new/").content.decode()
    assert f'href="{PAPER}"' in client.get("/").content.decode()


def test_it_says_when_it_cannot_be_made(client: Client) -> None:
    with connection.execute_wrapper(refuse_queries):
        assert client.get(PAPER).status_code == 503
