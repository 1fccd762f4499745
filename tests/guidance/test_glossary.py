"""The words explained: their page, their marks in guides, their place in the search, and who may change them."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.test.utils.form_data import nested_form_data

from guidance.models import GlossaryTerm, GuidePage
from hub.accounts.demo_accounts import ACCOUNTS
from tests.factories.guidance import make_guide, make_section, make_stage
from tests.factories.hub import make_user

pytestmark = pytest.mark.django_db
PAGE = "/glossary/"
EDITING_ROLES = {"Administrators", "Editors"}
ROLES = sorted({account.role for account in ACCOUNTS})


def make_term(
    name: str = "Protecting Vulnerable Groups scheme", acronym: str = "PVG", **fields: object
) -> GlossaryTerm:
    return GlossaryTerm.objects.create(
        **{"name": name, "acronym": acronym, "definition": f"What {name} is.", **fields}
    )


@pytest.fixture
def guide() -> GuidePage:
    return make_guide(
        make_stage(make_section(), "Set it up"), "Checks", body=[("text", "<p>Is a PVG needed? Ask the PVG team.</p>")]
    )


def test_words_stand_under_their_letters_with_their_sources(client: Client) -> None:
    make_term(source_title="The Act", source_publisher="Parliament", source_url="https://law.example/")
    make_term("Recall", "", jurisdictions=["scotland"])
    html = client.get(PAGE).content.decode()
    assert html.index('id="letter-p"') < html.index('id="word-pvg"') < html.index('id="letter-r"')
    assert '<a class="hub-link" href="https://law.example/">The Act</a>, Parliament, date not shown' in html
    assert "Our own words" in html
    assert "Scotland" in html


def test_an_empty_glossary_says_so(client: Client) -> None:
    assert "No word is explained here yet" in client.get(PAGE).content.decode()


def test_a_word_that_begins_with_a_digit_or_in_another_script_has_a_place(client: Client) -> None:
    make_term("12-step fellowship", "")
    make_term("Éducation", "")
    html = client.get(PAGE).content.decode()
    assert 'id="letter-0-9"' in html
    assert 'id="letter-é"' in html


def test_three_hundred_words_cost_what_three_do(client: Client, guide: GuidePage) -> None:
    def costs() -> list[int]:
        counts = []
        for address in (PAGE, guide.url):
            client.get(address)
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            counts.append(len(captured))
        return counts

    make_term()
    few = costs()
    for number in range(300):
        make_term(f"Word number {number}", f"WN{number}")
    assert costs() == few
    assert max(few) <= 12


def test_a_guide_marks_a_word_once_and_explains_it_at_its_end(client: Client, guide: GuidePage) -> None:
    make_term()
    html = client.get(guide.url).content.decode()
    assert html.count('<a class="hub-term" href="#word-pvg">PVG</a>') == 1
    assert html.index("hub-term") < html.index('id="word-pvg"')
    assert "What Protecting Vulnerable Groups scheme is." in html


def test_a_word_that_is_not_marked_or_not_used_is_not_explained(client: Client, guide: GuidePage) -> None:
    make_term(is_marked=False)
    make_term("Recall", "")
    html = client.get(guide.url).content.decode()
    assert "hub-term" not in html
    assert "Words on this page" not in html


def test_what_an_editor_changes_shows_at_the_next_request(client: Client, guide: GuidePage) -> None:
    term = make_term()
    assert "What Protecting" in client.get(guide.url).content.decode()
    term.definition = "<script>alert(1)</script> & more"
    term.save()
    html = client.get(guide.url).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in html
    term.delete()
    assert "hub-term" not in client.get(guide.url).content.decode()


def test_addresses_are_made_and_never_twice() -> None:
    assert make_term().slug == "pvg"
    assert make_term("Another thing", "pvg!").slug == "pvg-2"
    assert make_term("言葉", "").slug == "word"
    assert make_term("Spent conviction", "").slug == "spent-conviction"


def test_a_name_stands_for_one_word_only() -> None:
    make_term(other_names="PVG scheme")
    with pytest.raises(ValidationError, match="PVG Scheme"):
        GlossaryTerm(name="PVG Scheme", definition="Something else.").full_clean()


def test_an_address_without_a_source_is_refused() -> None:
    with pytest.raises(ValidationError, match="what the address leads to"):
        GlossaryTerm(name="Recall", definition="Back.", source_url="https://law.example/").full_clean()


@pytest.mark.parametrize("typed", ["PVG", "pvg", "pvg scheme"])
def test_an_acronym_is_found(client: Client, typed: str) -> None:
    term = make_term(other_names="PVG scheme")
    hits = client.get("/search/", {"q": typed}).context["results"].hits
    assert [(hit.title, hit.url, hit.kind) for hit in hits] == [
        (term.heading, "/glossary/#word-pvg", "Word explained")
    ]
    term.delete()
    assert client.get("/search/", {"q": typed}).context["results"].hits == ()


def test_an_acronym_is_offered_while_it_is_typed(client: Client) -> None:
    make_term()
    groups = client.get("/search/suggestions/", {"q": "PVG"}).json()["groups"]
    assert [option["url"] for group in groups for option in group["options"]] == ["/glossary/#word-pvg"]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(
    "page", ["", "add/", "edit/{pk}/", "delete/{pk}/", "history/{pk}/", "usage/{pk}/", "?export=csv"]
)
def test_only_editors_see_and_change_it_in_the_admin(client: Client, role: str, page: str) -> None:
    address = f"/admin/snippets/guidance/glossaryterm/{page.format(pk=make_term().pk)}"
    client.force_login(make_user(role))
    assert (client.get(address).status_code == 200) == (role in EDITING_ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_only_editors_add_a_word(client: Client, role: str) -> None:
    client.force_login(make_user(role))
    data = nested_form_data({"name": "Recall", "definition": "Back to prison.", "slug": ""}) | {
        "jurisdictions": ["scotland"]
    }
    client.post("/admin/snippets/guidance/glossaryterm/add/", data)
    assert GlossaryTerm.objects.filter(slug="recall").exists() == (role in EDITING_ROLES)
