"""What editors put first, and what they say before any result."""

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from taggit.models import Tag

from search.api import find
from search.models import Promotion, StopNotice
from search.query import Notice, Promoted, SearchQuery

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("findable_tags")]

ADDRESS = {"title": "Find a grant", "url": "https://www.find-government-grants.service.gov.uk/"}


@pytest.fixture
def bail(findable_tags) -> Tag:
    Tag.objects.create(name="Bail hostels", slug="hostels")
    return Tag.objects.create(name="Before court", slug="before-court")


@pytest.mark.parametrize("text", ["bail", "BAIL", " Báil! ", "bail hostel", "wait’s", "waits"])
def test_something_findable_comes_first_for_exactly_these_words(bail, text):
    Promotion.objects.create(words="bail, Bail Hostel, wait's", kind="tag", key=str(bail.pk))

    result = find(SearchQuery(text=text))

    assert result.promoted == (Promoted("Before court", "/tags/before-court/", kind="tag", key=str(bail.pk)),)


def test_other_words_promote_nothing(bail):
    Promotion.objects.create(words="bail", kind="tag", key=str(bail.pk))

    assert find(SearchQuery(text="bail hostels")).promoted == ()
    assert find(SearchQuery()).promoted == ()


def test_what_is_hidden_renamed_or_deleted_is_promoted_as_it_is_now(bail):
    Promotion.objects.create(words="bail", kind="tag", key=str(bail.pk))

    bail.name = "Renamed"
    bail.save()
    assert [promoted.title for promoted in find(SearchQuery(text="bail")).promoted] == ["Renamed"]
    bail.name = "Hidden now"
    bail.save()
    assert find(SearchQuery(text="bail")).promoted == ()


def test_an_address_can_be_promoted_and_the_lowest_position_comes_first(bail):
    Promotion.objects.create(words="bail", kind="tag", key=str(bail.pk), position=2)
    Promotion.objects.create(words="bail", position=1, **ADDRESS)

    promoted = find(SearchQuery(text="bail")).promoted

    assert [item.title for item in promoted] == ["Find a grant", "Before court"]
    assert promoted[0] == Promoted(**ADDRESS)


def test_only_the_kinds_asked_for_and_only_on_the_first_page(bail):
    Promotion.objects.create(words="bail", kind="tag", key=str(bail.pk))

    assert find(SearchQuery(text="bail", kinds=("service",))).promoted == ()
    assert find(SearchQuery(text="bail", kinds=("tag",))).promoted
    assert find(SearchQuery(text="bail", offset=20)).promoted == ()


def test_what_is_promoted_need_not_be_shown_twice(bail):
    hostels = Tag.objects.get(slug="hostels")
    Promotion.objects.create(words="bail", kind="tag", key=str(hostels.pk))

    result = find(SearchQuery(text="bail"))

    assert (result.total, len(result.hits), result.hits_not_promoted) == (1, 1, ())


@pytest.mark.parametrize(
    "text",
    [
        "recall",
        "RECALLED",
        "licence recal please",
        "been put back  in jail",
        "put me back in the jail",
        "putback in jail",
    ],
)
def test_a_stop_notice_is_said_for_its_words_however_they_are_typed(text):
    StopNotice.objects.create(
        words="recall, put back in jail", message="Call your solicitor.", link_url="tel:101", link_text="Call 101"
    )

    result = find(SearchQuery(text=text))

    assert result.notices == (Notice("Call your solicitor.", "tel:101", "Call 101"),)
    assert result.distress == ()


@pytest.mark.parametrize("text", ["", "call", "jail in back put", "put money back in an account"])
def test_other_words_stop_nobody(text):
    StopNotice.objects.create(words="recall, put back in jail", message="Call your solicitor.")

    assert find(SearchQuery(text=text)).notices == ()


def test_harmless_phrases_of_editors_count_for_all_notices():
    StopNotice.objects.create(words="recall", message="Call your solicitor.")
    StopNotice.objects.create(words="bail", harmless="product recall", message="Ask at the court.")

    assert find(SearchQuery(text="product recalls")).notices == ()


@pytest.mark.django_db(transaction=True)
def test_one_query_reads_all_that_editors_decided(bail, django_assert_num_queries):
    # What the process builds at its first search is not what is counted.
    find(SearchQuery(text="bail"))
    Promotion.objects.create(words="bail", kind="tag", key=str(bail.pk))
    StopNotice.objects.create(words="bail", message="Call your solicitor.")

    # The third reads the phrases of terms.
    with django_assert_num_queries(3):
        find(SearchQuery(text="bail"))
    with django_assert_num_queries(1):
        result = find(SearchQuery(text="bail"))

    assert (len(result.promoted), len(result.notices)) == (1, 1)


def test_hundreds_of_either_are_bounded():
    Promotion.objects.bulk_create([Promotion(words="bail", **ADDRESS) for _ in range(300)])
    StopNotice.objects.bulk_create([StopNotice(words="bail", message=str(number)) for number in range(300)])
    StopNotice.objects.create(words="bail", message="last")

    result = find(SearchQuery(text="bail"))

    assert (len(result.promoted), len(result.notices)) == (5, 5)


@pytest.mark.parametrize(
    "values",
    [
        {"words": "bail"},
        {"words": "bail", "kind": "tag"},
        {"words": "bail", "title": "A title"},
        {"words": "bail", "kind": "tag", "key": "1", **ADDRESS},
        {"words": " ,!", **ADDRESS},
        {"words": "bail", "title": "x", "url": "javascript:alert(1)"},
        {"words": "bail", "title": "x", "url": "//elsewhere.example/"},
        {"words": "bail", "kind": "nothing", "key": "1"},
    ],
)
def test_a_promotion_without_a_clear_target_is_refused(values):
    with pytest.raises(ValidationError):
        Promotion(**values).full_clean()


def test_a_link_needs_its_text():
    with pytest.raises(ValidationError, match="both the text and the address"):
        StopNotice(words="x", message="y", link_url="tel:999").full_clean()


def test_the_admin_refuses_what_the_public_cannot_see(admin_client: Client, bail):
    hidden = Tag.objects.create(name="Hidden", slug="hidden")
    add = "/admin/snippets/search/promotion/add/"
    data = {"words": "bail", "kind": "tag", "title": "", "url": "", "position": 0}

    for key in (hidden.pk, 999_999, "abc"):
        assert "Nothing public has this number" in admin_client.post(add, {**data, "key": key}).content.decode()
    admin_client.post(add, {**data, "key": bail.pk})

    assert Promotion.objects.get().revisions.count() == 1
    assert "bail" in admin_client.get("/admin/snippets/search/promotion/").content.decode()


def test_the_admin_keeps_stop_notices(admin_client: Client):
    data = {
        "kinds": ["overdose", "self-harm"],
        "words": "gauching hard",
        "harmless": "",
        "heading": "If someone has taken too much",
        "message": "Call now.",
        "link_text": "Call 999",
        "link_url": "tel:999",
        "position": 0,
    }

    admin_client.post("/admin/snippets/search/stopnotice/add/", data)

    saved = StopNotice.objects.get()
    assert saved.kinds == "overdose,self-harm"
    assert find(SearchQuery(text="he is gauching really hard")).notices[0].message == "Call now."
    form = admin_client.get(f"/admin/snippets/search/stopnotice/edit/{saved.pk}/").content.decode()
    assert form.count("checked") == 2


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"words": " ,! "},
        {"kinds": "sadness"},
        {"words": "a b c d e f g h i"},
        {"kinds": "suicide", "harmless": "!"},
    ],
)
def test_a_stop_notice_without_anything_to_be_shown_for_is_refused(values):
    with pytest.raises(ValidationError):
        StopNotice(message="Call 999.", **values).full_clean()
