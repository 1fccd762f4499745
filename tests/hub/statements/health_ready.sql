
            SELECT name, type FROM sqlite_master
            WHERE type in ('table', 'view') AND NOT name='sqlite_sequence'
            ORDER BY name
SELECT django_migrations.id, django_migrations.app, django_migrations.name, django_migrations.applied FROM django_migrations
SELECT enquiries_keyprobe.sealed_text AS sealed_text FROM enquiries_keyprobe ORDER BY enquiries_keyprobe.id ASC LIMIT 1
SELECT enquiries_keystorepair.pair_id AS pair_id FROM enquiries_keystorepair ORDER BY enquiries_keystorepair.id ASC LIMIT 1
SELECT enquiries_enquiry.key_id AS key_id FROM enquiries_enquiry WHERE enquiries_enquiry.anonymised_at IS NULL ORDER BY enquiries_enquiry.received_at DESC LIMIT 20
