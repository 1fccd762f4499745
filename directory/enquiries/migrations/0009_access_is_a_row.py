import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

# The groups whose permission let people in until now, and what their members become. A member of both is a lead.
GROUPS = (('Leads', 'lead'), ('Moderators', 'moderator'))
PERMISSIONS = ('work_inbox', 'view_access_log')


def take_over_groups(apps, schema_editor):
    """Members of the groups keep what they had, so that a running hub goes on. Superusers as such get nothing."""
    access = apps.get_model('enquiries', 'InboxAccess')
    users = apps.get_model(settings.AUTH_USER_MODEL).objects.filter(is_active=True).order_by('pk')
    now, taken = timezone.now(), set()
    for group, kind in GROUPS:
        for user in users.filter(groups__name=group).exclude(pk__in=taken).distinct():
            taken.add(user.pk)
            name = f'{user.first_name} {user.last_name}'.strip() or user.email
            access.objects.create(
                person=user, account_number=user.pk, name=name, kind=kind, origin='migrated',
                granted_at=now, confirmed_at=now,
            )


def forget_permissions(apps, schema_editor):
    """Django keeps a permission that no model has any more, and the groups that hold it."""
    permissions = apps.get_model('auth', 'Permission').objects
    permissions.filter(content_type__app_label='enquiries', codename__in=PERMISSIONS).delete()


class Migration(migrations.Migration):

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('enquiries', '0008_keys_and_requests'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AllowedChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account_number', models.BigIntegerField()),
                ('change', models.CharField(choices=[('password', 'Password'), ('email', 'E-mail address'), ('second_factor', 'Second factor'), ('active', 'Switched on or off'), ('deletion', 'Deletion')], max_length=20)),
                ('allowed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('used_at', models.DateTimeField(null=True)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='InboxAccess',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('account_number', models.BigIntegerField()),
                ('name', models.CharField(max_length=320)),
                ('kind', models.CharField(choices=[('moderator', 'Moderator'), ('lead', 'Lead')], max_length=10)),
                ('origin', models.CharField(choices=[('granted', 'Granted by a lead'), ('appointed', 'Appointed on the server'), ('migrated', 'Taken over from the group'), ('demo', 'Account of the demo')], default='granted', max_length=10)),
                ('reason', models.CharField(blank=True, max_length=200)),
                ('granted_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('confirmed_at', models.DateTimeField(null=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('end_reason', models.CharField(blank=True, max_length=200)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ReadingNotice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(choices=[('many', 'Opened many more than usual in an hour'), ('closed', 'Opened closed enquiries of others'), ('others', 'Opened enquiries that others work on'), ('hours', 'Opened enquiries outside usual hours')], max_length=10)),
                ('account_number', models.BigIntegerField()),
                ('name', models.CharField(max_length=320)),
                ('since', models.DateTimeField()),
                ('count', models.PositiveIntegerField()),
                ('found_at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.AlterModelOptions(
            name='enquiry',
            options={'default_permissions': (), 'permissions': (('export_lists', 'Can export lists of enquiries'),), 'verbose_name_plural': 'enquiries'},
        ),
        migrations.AddField(
            model_name='auditevent',
            name='actor_role',
            field=models.CharField(blank=True, choices=[('moderator', 'Moderator'), ('lead', 'Lead')], max_length=10),
        ),
        migrations.AddField(
            model_name='auditevent',
            name='subject_id',
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='auditevent',
            name='subject_name',
            field=models.CharField(blank=True, max_length=320),
        ),
        migrations.AddField(
            model_name='auditevent',
            name='version',
            field=models.PositiveSmallIntegerField(default=1),
            preserve_default=False,
        ),
        migrations.AlterField(
            model_name='auditevent',
            name='action',
            field=models.CharField(choices=[('received', 'Received'), ('opened', 'Opened'), ('claimed', 'Claimed'), ('released', 'Put back to triage'), ('noted', 'Note added'), ('closed', 'Closed'), ('anonymised', 'Names and words deleted'), ('held', 'Kept from deletion'), ('hold_lifted', 'No longer kept from deletion'), ('asked', 'A request about data came'), ('request_answered', 'A request about data was answered'), ('exported', 'Printed for the person'), ('corrected', 'Correction written beside it'), ('listed', 'Exported in a list without names and words'), ('lead_appointed', 'Lead appointed on the server'), ('access_granted', 'Access granted'), ('access_confirmed', 'Access confirmed'), ('access_ended', 'Access ended'), ('change_allowed', 'Change of account allowed'), ('account_changed', 'Account changed'), ('log_read', 'Access log read'), ('statement_made', 'Statement made')], max_length=20),
        ),
        migrations.AlterField(
            model_name='auditevent',
            name='enquiry',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='events', to='enquiries.enquiry'),
        ),
        migrations.AddIndex(
            model_name='auditevent',
            index=models.Index(fields=['actor_id'], name='log_of_actor'),
        ),
        migrations.AddIndex(
            model_name='auditevent',
            index=models.Index(fields=['subject_id'], name='log_of_subject'),
        ),
        migrations.AddIndex(
            model_name='auditevent',
            index=models.Index(fields=['at'], name='log_by_time'),
        ),
        migrations.AddField(
            model_name='allowedchange',
            name='person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='inboxaccess',
            name='confirmed_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enquiries.inboxaccess'),
        ),
        migrations.AddField(
            model_name='inboxaccess',
            name='ended_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enquiries.inboxaccess'),
        ),
        migrations.AddField(
            model_name='inboxaccess',
            name='granted_by',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enquiries.inboxaccess'),
        ),
        migrations.AddField(
            model_name='inboxaccess',
            name='person',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='allowedchange',
            name='allowed_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='enquiries.inboxaccess'),
        ),
        migrations.AddIndex(
            model_name='readingnotice',
            index=models.Index(fields=['since'], name='reading_notice_since'),
        ),
        migrations.AddConstraint(
            model_name='readingnotice',
            constraint=models.UniqueConstraint(fields=('rule', 'account_number', 'since'), name='one_reading_notice'),
        ),
        migrations.AddIndex(
            model_name='inboxaccess',
            index=models.Index(fields=['account_number'], name='access_of_account'),
        ),
        migrations.AddConstraint(
            model_name='inboxaccess',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_at__isnull', True)), fields=('account_number', 'kind'), name='one_access_of_a_kind'),
        ),
        migrations.AddConstraint(
            model_name='inboxaccess',
            constraint=models.CheckConstraint(condition=models.Q(('confirmed_by', models.F('granted_by')), _negated=True), name='access_confirmed_by_another'),
        ),
        migrations.AddIndex(
            model_name='allowedchange',
            index=models.Index(fields=['account_number', 'change'], name='allowed_change_of_account'),
        ),
        # Last: PostgreSQL alters no table whose new rows have not been checked yet.
        migrations.RunPython(take_over_groups, migrations.RunPython.noop),
        migrations.RunPython(forget_permissions, migrations.RunPython.noop),
    ]
