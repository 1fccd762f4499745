from collections import defaultdict

import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
from django.conf import settings
from django.core.management.base import CommandError
from django.db import migrations, models

from hub.accounts.email_addresses import normalised


def write_addresses_in_one_way(apps, schema_editor):
    """Small letters everywhere. Names nobody when two accounts collide: a log may keep the message."""
    users = apps.get_model('hub', 'User').objects.using(schema_editor.connection.alias)
    accounts = defaultdict(list)
    for key, address in users.order_by('pk').values_list('pk', 'email'):
        accounts[normalised(address)].append((key, address))
    twice = [keys for keys in accounts.values() if len(keys) > 1]
    if twice:
        groups = '; '.join(' and '.join(str(key) for key, _ in keys) for keys in twice)
        raise CommandError(
            f'Some accounts have the same e-mail address but for capitals: {groups}. Before you migrate, give one of '
            'each another address or delete it: at /admin/users/edit/NUMBER/ with the version before this one.'
        )
    for address, keys in accounts.items():
        if keys[0][1] != address:
            users.filter(pk=keys[0][0]).update(email=address)


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('hub', '0004_consent_of_people_in_images'),
    ]

    operations = [
        migrations.RunPython(write_addresses_in_one_way, migrations.RunPython.noop),
        migrations.CreateModel(
            name='Authenticator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='The human-readable name of this device.', max_length=64)),
                ('confirmed', models.BooleanField(default=True, help_text='Is this device ready for use?')),
                ('throttling_failure_timestamp', models.DateTimeField(blank=True, default=None, help_text='A timestamp of the last failed verification attempt. Null if last attempt succeeded.', null=True)),
                ('throttling_failure_count', models.PositiveIntegerField(default=0, help_text='Number of successive failed attempts.')),
                ('sealed_secret', models.BinaryField()),
                ('last_step', models.BigIntegerField(default=-1)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='RecoveryCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='user',
            name='session_salt',
            field=models.CharField(blank=True, editable=False, max_length=32),
        ),
        migrations.AlterField(
            model_name='user',
            name='email',
            field=models.EmailField(error_messages={'unique': 'Somebody else has this e-mail address.'}, max_length=254, unique=True, verbose_name='email address'),
        ),
        migrations.AddConstraint(
            model_name='user',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), name='email_once_in_any_case', violation_error_message='Somebody else has this e-mail address.'),
        ),
        migrations.AddField(
            model_name='authenticator',
            name='user',
            field=models.ForeignKey(help_text='The user that this device belongs to.', on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='recoverycode',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='recovery_codes', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='authenticator',
            constraint=models.UniqueConstraint(fields=('user',), name='one_authenticator_each'),
        ),
        migrations.AddConstraint(
            model_name='recoverycode',
            constraint=models.UniqueConstraint(fields=('user', 'digest'), name='recovery_code_once'),
        ),
    ]
