"""What happens to a branch of the page tree reaches every page in it."""

import pytest
from wagtail.models import Page, PageViewRestriction, Site

from search.models import Change
from search.registry import registered

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.SEARCH_INDEX_DIR = tmp_path


@pytest.fixture
def branch():
    """A page with a child, below the root, in a registered kind."""
    with registered("anypage", model=Page, documents=lambda keys: [], all_keys=list):
        root = Page.get_first_root_node()
        parent = root.add_child(instance=Page(title="Parent", slug="parent-page"))
        child = parent.add_child(instance=Page(title="Child", slug="child-page"))
        Change.objects.all().delete()
        yield parent, child


def recorded() -> set[int]:
    return set(map(int, Change.objects.filter(kind="anypage").values_list("key", flat=True)))


def test_another_slug(branch):
    parent, child = branch
    parent.slug = "renamed-page"
    parent.save()

    assert {parent.pk, child.pk} <= recorded()


def test_a_move(branch):
    parent, child = branch
    target = Page.get_first_root_node().add_child(instance=Page(title="PromotionChooser", slug="target-page"))
    Change.objects.all().delete()

    parent.move(target, pos="last-child")

    assert {parent.pk, child.pk} <= recorded()


def test_a_branch_made_private_and_public_again(branch):
    parent, child = branch
    restriction = PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)
    assert {parent.pk, child.pk} <= recorded()

    Change.objects.all().delete()
    restriction.delete()
    assert {parent.pk, child.pk} <= recorded()


def test_unpublishing(branch):
    _, child = branch
    child.unpublish()

    assert child.pk in recorded()


@pytest.fixture
def other_site():
    """A site besides the first; what it changes is known to this test alone."""
    yield Site.objects.create(hostname="other.example", root_page=Page.get_first_root_node())
    Site.clear_site_root_paths_cache()


def test_a_site_with_another_root_and_without_one(branch, other_site):
    parent, child = branch
    assert {parent.pk, child.pk} <= recorded()

    Change.objects.all().delete()
    other_site.root_page = parent
    other_site.save()
    assert {parent.pk, child.pk} <= recorded()

    Change.objects.all().delete()
    other_site.delete()
    assert {parent.pk, child.pk} <= recorded()
