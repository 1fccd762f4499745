"""Put a home page where Wagtail puts its welcome page, so that a fresh database answers at /."""

from django.db import migrations

TITLE = "Peer Support Hub"


def create_home_page(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    HomePage = apps.get_model("home", "HomePage")

    root = Page.objects.filter(depth=1).first()
    if root is None or HomePage.objects.exists():
        return
    welcome = Page.objects.filter(
        depth=2, slug="home", content_type__app_label="wagtailcore", content_type__model="page"
    ).first()
    # Deleting the welcome page would take its site with it.
    Site.objects.filter(root_page=welcome).update(root_page=root)
    if welcome is not None:
        welcome.delete()
    last = Page.objects.filter(depth=2).order_by("path").last()
    content_type, _ = ContentType.objects.get_or_create(app_label="home", model="homepage")
    home = HomePage.objects.create(
        title=TITLE,
        draft_title=TITLE,
        slug="home",
        url_path="/home/",
        path=f"{root.path}{_next_step(last)}",
        depth=2,
        numchild=0,
        content_type=content_type,
        locale=Locale.objects.first(),
        live=True,
    )
    Page.objects.filter(pk=root.pk).update(numchild=Page.objects.filter(depth=2).count())
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page_id=home.pk, is_default_site=True, site_name=TITLE)
    else:
        Site.objects.filter(pk=site.pk).update(root_page_id=home.pk, site_name=TITLE)


def _next_step(last):
    """The tree's next four-character step below the root; its digits run from 0 to Z."""
    digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    number = int(last.path[-4:], 36) + 1 if last else 1
    step = ""
    for _ in range(4):
        number, digit = divmod(number, 36)
        step = digits[digit] + step
    return step


class Migration(migrations.Migration):
    dependencies = [("home", "0001_initial"), ("guidance", "0001_initial")]

    operations = [migrations.RunPython(create_home_page, migrations.RunPython.noop)]
