from typing import Any

import search.models.editorial
from django.db import migrations, models

# What the words of a notice have to hold for it to be about a kind of distress.
TELLING = {
    'overdose': ('overdos',),
    'suicide': ('suicid', 'kill ', 'want to die', 'end my life'),
    'threat': ('death threat',),
    'child-at-risk': ('child abuse', 'child protection'),
    'domestic-abuse': ('domestic abuse', 'domestic violence'),
    'self-harm': ('self harm', 'self-harm', 'selfharm'),
}


def name_kinds(apps: Any, schema_editor: Any) -> None:
    """Notices that editors wrote for words of distress are shown whenever that distress is recognised."""
    for notice in apps.get_model('search', 'StopNotice').objects.all():
        words = notice.words.lower()
        kinds = [kind for kind, parts in TELLING.items() if any(part in words for part in parts)]
        if kinds:
            notice.kinds = ','.join(kinds)
            notice.save(update_fields=['kinds'])


class Migration(migrations.Migration):

    dependencies = [
        ('search', '0005_days_reached'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='stopnotice',
            options={'ordering': ('position', 'kinds', 'words', 'id'), 'verbose_name': 'stop notice'},
        ),
        migrations.AddField(
            model_name='stopnotice',
            name='harmless',
            field=models.CharField(blank=True, help_text='Phrases that mean something else, with commas between them: suicide squad, killer heels. They count for all notices.', max_length=500, validators=[search.models.editorial.check_phrases], verbose_name='harmless phrases'),
        ),
        migrations.AddField(
            model_name='stopnotice',
            name='heading',
            field=models.CharField(blank=True, help_text='When to call: If someone is in danger now.', max_length=100, verbose_name='heading'),
        ),
        migrations.AddField(
            model_name='stopnotice',
            name='kinds',
            field=models.CharField(blank=True, help_text='Shown whenever a search tells of one of these. The site knows many ways to say each of them.', max_length=200, validators=[search.models.editorial.check_kinds], verbose_name='kinds of distress'),
        ),
        migrations.AlterField(
            model_name='stopnotice',
            name='position',
            field=models.PositiveSmallIntegerField(default=0, help_text='The lowest comes first; calls to 999 come before all others.', verbose_name='position'),
        ),
        migrations.AlterField(
            model_name='stopnotice',
            name='words',
            field=models.CharField(blank=True, help_text='More words or phrases, with commas between them: unalive, cannae thole it. Other endings, typing errors and small words between do not matter. Without a kind, the message is shown for these words only.', max_length=500, validators=[search.models.editorial.check_phrases], verbose_name='words that tell of it'),
        ),
        migrations.RunPython(name_kinds, migrations.RunPython.noop, elidable=True),
    ]
