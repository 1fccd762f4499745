from datetime import date
from typing import Any

from django.conf import settings
from django.db import migrations, models
from django.utils.crypto import salted_hmac

# As in search.sought when this was written.
SALT = "search.sought"
DAYS_BEFORE_TEXT = 3


def hash_texts(apps: Any, schema_editor: Any) -> None:
    """What was kept as text becomes a hash, unless it was sought in vain on three different days."""
    count, kept = apps.get_model("search", "SoughtCount"), apps.get_model("search", "SoughtText")
    days: dict[str, set[date]] = {}
    keys: dict[str, str] = {}
    for row in count.objects.order_by("pk").iterator():
        text = row.text_normalised
        if text not in keys:
            keys[text] = salted_hmac(SALT, text, secret=settings.SECRET_KEY, algorithm="sha256").hexdigest()
        if row.without_results:
            days.setdefault(text, set()).add(row.day)
        count.objects.filter(pk=row.pk).update(text_key=keys[text], text_normalised="")
    kept.objects.bulk_create(
        kept(text_key=keys[text], text=text) for text, seen in days.items() if len(seen) >= DAYS_BEFORE_TEXT
    )


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0006_distress_in_stop_notices"),
    ]

    operations = [
        migrations.CreateModel(
            name="SoughtText",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text_key", models.CharField(max_length=64, unique=True)),
                ("text", models.CharField(blank=True, max_length=100, verbose_name="searched for")),
                ("forgotten_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "search",
                "verbose_name_plural": "searches",
                "ordering": ("pk",),
                "default_permissions": ("view", "delete"),
            },
        ),
        migrations.RemoveConstraint(model_name="soughtcount", name="search_sought_once_a_day"),
        migrations.AddField(
            model_name="soughtcount",
            name="text_key",
            field=models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
        # Nothing comes back from a hash; the way back begins to count anew.
        migrations.RunPython(hash_texts, migrations.RunPython.noop),
        migrations.AlterModelOptions(
            name="soughtcount",
            options={"default_permissions": ("view",), "ordering": ("-day", "text_key", "kind_scope")},
        ),
        migrations.RemoveField(model_name="soughtcount", name="text_normalised"),
        migrations.AddConstraint(
            model_name="soughtcount",
            constraint=models.UniqueConstraint(
                fields=("day", "text_key", "kind_scope"), name="search_sought_once_a_day"
            ),
        ),
    ]
