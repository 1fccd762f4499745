"""Where a home page still has the words it came with, give it words that listings keep."""

import json

from django.db import migrations

OLD_LEDE = (
    "Peer workers have lived through arrest, court or prison themselves. "
    "Find one for the person in front of you, or set up a scheme of your own."
)
NEW_LEDE = (
    "Peer workers have lived through arrest, court or prison themselves. "
    "Find services with peer workers and the help they lead to, or set up a scheme of your own."
)
OLD_DOOR = "See who it takes, how to refer, how long the wait is, and when that was last checked."
NEW_DOOR = "See who each is for, how to reach it, what is unknown and when it was last checked."


def say_what_listings_keep(apps, schema_editor):
    HomePage = apps.get_model("home", "HomePage")
    Revision = apps.get_model("wagtailcore", "Revision")
    for page in HomePage.objects.all():
        page.lede = NEW_LEDE if page.lede == OLD_LEDE else page.lede
        doors = list(page.doors.raw_data)
        if _mend(doors):
            page.doors = page._meta.get_field("doors").to_python(json.dumps(doors))
        page.save(update_fields=["lede", "doors"])
        # What an editor opens next is the newest revision.
        revision = Revision.objects.filter(pk=page.latest_revision_id).first()
        if revision is not None:
            _mend_revision(revision)


def _mend_revision(revision):
    content = revision.content
    if content.get("lede") == OLD_LEDE:
        content["lede"] = NEW_LEDE
    doors = json.loads(content.get("doors") or "[]")
    if _mend(doors):
        content["doors"] = json.dumps(doors)
    revision.save(update_fields=["content"])


def _mend(doors):
    """Replace the old words in doors; whether there were any."""
    old = [door for door in doors if door["value"].get("text") == OLD_DOOR]
    for door in old:
        door["value"]["text"] = NEW_DOOR
    return bool(old)


class Migration(migrations.Migration):
    dependencies = [("home", "0004_demonstration"), ("wagtailcore", "0098_apitoken")]

    operations = [migrations.RunPython(say_what_listings_keep, migrations.RunPython.noop)]
