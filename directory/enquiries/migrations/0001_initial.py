import directory.enquiries.storage.append_only
import directory.enquiries.content.references
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


def make_access_log_append_only(apps, schema_editor):
    directory.enquiries.storage.append_only.install(schema_editor.connection)


def let_access_log_be_changed(apps, schema_editor):
    directory.enquiries.storage.append_only.remove(schema_editor.connection)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('directory', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('reference', models.CharField(default=directory.enquiries.content.references.new_reference, editable=False, max_length=13, unique=True)),
                ('token', models.UUIDField(editable=False, unique=True)),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('service_name', models.CharField(blank=True, max_length=200)),
                ('sender_kind', models.CharField(choices=[('person', 'The person'), ('relative', 'A relative or friend'), ('professional', 'A professional')], max_length=20)),
                ('setting', models.CharField(max_length=50)),
                ('needs', models.JSONField(default=list)),
                ('postcode_district', models.CharField(blank=True, max_length=4)),
                ('no_voicemail', models.BooleanField(default=False)),
                ('consent_basis', models.CharField(choices=[('own', 'About the sender'), ('agreed', 'The person agrees'), ('serious_harm', 'To protect someone from serious harm')], max_length=20)),
                ('consent_wording', models.CharField(max_length=10)),
                ('wrapped_key', models.TextField(editable=False)),
                ('sealed_answers', models.TextField(editable=False)),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('close_reason', models.CharField(blank=True, choices=[('passed_on', 'Passed to the service'), ('better_place', 'Pointed somewhere better'), ('not_wanted', 'The person does not want it'), ('no_contact', 'We could not reach anyone'), ('duplicate', 'Same as another enquiry'), ('not_an_enquiry', 'Not an enquiry')], max_length=20)),
                ('anonymised_at', models.DateTimeField(blank=True, null=True)),
                ('claimed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('service', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='directory.service')),
            ],
            options={
                'verbose_name_plural': 'enquiries',
                'permissions': (('work_inbox', 'Can work on enquiries'), ('view_access_log', 'Can see who opened enquiries')),
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AuditEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('action', models.CharField(choices=[('received', 'Received'), ('opened', 'Opened'), ('claimed', 'Claimed'), ('released', 'Put back to triage'), ('noted', 'Note added'), ('closed', 'Closed'), ('anonymised', 'Names and words deleted')], max_length=20)),
                ('detail', models.CharField(blank=True, max_length=20)),
                ('actor_id', models.BigIntegerField(null=True)),
                ('actor_name', models.CharField(blank=True, max_length=320)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('previous_hash', models.CharField(max_length=64, unique=True)),
                ('entry_hash', models.CharField(max_length=64, unique=True)),
                ('enquiry', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='enquiries.enquiry')),
            ],
            options={
                'ordering': ('pk',),
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Note',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('written_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('sealed_text', models.TextField()),
                ('enquiry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notes', to='enquiries.enquiry')),
                ('written_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('written_at', 'pk'),
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='OutboxMessage',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('receipt', 'Reference for the sender'), ('notice', 'Notice for moderators')], max_length=10)),
                ('sealed_recipient', models.TextField(blank=True)),
                ('message_id', models.CharField(max_length=200, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('next_attempt_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('lease', models.UUIDField(blank=True, null=True)),
                ('leased_until', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('last_error', models.CharField(blank=True, max_length=100)),
                ('enquiry', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='outbox', to='enquiries.enquiry')),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.AddIndex(
            model_name='enquiry',
            index=models.Index(condition=models.Q(('closed_at__isnull', True)), fields=['received_at'], name='enquiry_open'),
        ),
        migrations.AddIndex(
            model_name='enquiry',
            index=models.Index(fields=['closed_at'], name='enquiry_closed'),
        ),
        migrations.AddConstraint(
            model_name='enquiry',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('close_reason', ''), ('closed_at__isnull', True)), models.Q(('closed_at__isnull', False), models.Q(('close_reason', ''), _negated=True)), _connector='OR'), name='enquiry_closed_with_a_reason'),
        ),
        migrations.AddIndex(
            model_name='outboxmessage',
            index=models.Index(condition=models.Q(('sent_at__isnull', True)), fields=['next_attempt_at'], name='outbox_owed'),
        ),
        migrations.AddConstraint(
            model_name='outboxmessage',
            constraint=models.UniqueConstraint(fields=('enquiry', 'kind'), name='unique_kind_of_enquiry_in_outbox'),
        ),
        migrations.RunPython(make_access_log_append_only, let_access_log_be_changed),
    ]
