from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("enquiries", "0005_move_keys")]
    operations = [
        migrations.RemoveField(
            model_name="enquiry",
            name="consent_basis",
        ),
        migrations.RemoveField(
            model_name="enquiry",
            name="consent_wording",
        ),
        migrations.RemoveField(
            model_name="enquiry",
            name="wrapped_key",
        ),
        migrations.AlterField(
            model_name="enquiry",
            name="key_id",
            field=models.UUIDField(editable=False, unique=True),
        ),
    ]
