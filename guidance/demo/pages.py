"""Makes the demo's pages, and keeps up to date those that nobody but the demo has written."""

from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.fields import StreamField
from wagtail.models import Page, Site

from .building import stream_value
from .page_links import with_page_links

# Rows of their own below a page, each with a guide.
LINKS = ("guide_links", "related_guides")


def create_page(
    parent: Page,
    model: type[Page],
    slug: str,
    *,
    earlier_slugs: tuple[str, ...] = (),
    is_published: bool = True,
    is_finished: bool = True,
    **values: Any,
) -> Page:
    """Create a page through a revision. One that an editor has saved, published or taken down stays as it is.

    One that only the demo has written is given these values: what the demo says may have been mended since. The
    addresses it had under its earlier slugs lead to it. One that is new and not finished has no revision until
    `bring_up_to_date` gives it the rest: publishing takes longest.
    """
    existing = parent.get_children().filter(slug__in=(slug, *earlier_slugs)).first()
    if existing is not None:
        page = existing.specific
        bring_up_to_date(page, slug=slug, is_published=is_published, **values)
    else:
        page = model(slug=slug, live=False)
        _write(page, values)
        parent.add_child(instance=page)
        if is_finished:
            _save_only_revision(page, is_published)
    for earlier in earlier_slugs:
        # An editor may have kept the earlier one: a redirect from a page to itself would never end.
        if earlier != page.slug:
            _redirect(parent, earlier, page)
    return page


def bring_up_to_date(page: Page, *, is_published: bool = True, **values: Any) -> None:
    """Give a page that only the demo has written these values, where it differs from them."""
    if is_unfinished(page):
        _write(page, values)
        _save_only_revision(page, is_published)
        return
    if page.live != is_published or not is_only_the_demos(page):
        return
    draft = page.get_latest_revision_as_object()
    if any(_differs(draft, name, value) for name, value in values.items()):
        _write(page, values)
        _save_only_revision(page, is_published)


def is_unfinished(page: Page) -> bool:
    """Whether it was only just begun: nobody else makes a page without a revision that is not published."""
    return not page.live and page.latest_revision_id is None


def is_only_the_demos(page: Page) -> bool:
    """Whether nobody has saved the page but the demo, which keeps one revision, or nobody at all."""
    revisions = list(page.revisions.all()[:2])
    return not revisions or (len(revisions) == 1 and revisions[0].user_id is None)


def _differs(page: Page, name: str, value: Any) -> bool:
    if name in LINKS:
        return [link.guide_id for link in getattr(page, name).all()] != [link.guide_id for link in value]
    field = page._meta.get_field(name)
    if isinstance(field, StreamField):
        return _plain(getattr(page, name)) != _plain(stream_value(field, with_page_links(value)))
    if field.many_to_many:
        return set(getattr(page, name).all()) != set(value)
    return getattr(page, name) != value


def _plain(value: Any) -> Any:
    """A stream as it is written, without what saving adds: identifiers, wrapped items of lists, fields left empty."""
    return _as_written(value.get_prep_value())


def _as_written(stored: Any) -> Any:
    if isinstance(stored, list):
        return [_as_written(item) for item in stored]
    if isinstance(stored, dict):
        kept = {name: _as_written(item) for name, item in stored.items() if name != "id" and item is not None}
        return kept["value"] if kept.keys() == {"type", "value"} and kept["type"] == "item" else kept
    return stored


def _write(page: Page, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if name in LINKS:
            setattr(page, name, value)
            continue
        field = page._meta.get_field(name)
        setattr(page, name, stream_value(field, with_page_links(value)) if isinstance(field, StreamField) else value)


def _save_only_revision(page: Page, is_published: bool) -> None:
    """Save the page through a revision. The demo's earlier one goes: a second one would look like an editor's."""
    revision = page.save_revision()
    if is_published:
        revision.publish()
    page.revisions.exclude(pk=revision.pk).delete()


def _redirect(parent: Page, earlier_slug: str, page: Page) -> None:
    site = Site.objects.get(is_default_site=True)
    old_path = Redirect.normalise_path(f"{parent.get_url_parts()[2]}{earlier_slug}/")
    Redirect.objects.get_or_create(old_path=old_path, site=site, defaults={"redirect_page": page})
