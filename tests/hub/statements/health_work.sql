SELECT hub_scheduledjob.name, hub_scheduledjob.due_at, hub_scheduledjob.holder, hub_scheduledjob.leased_until, hub_scheduledjob.started_at, hub_scheduledjob.finished_at, hub_scheduledjob.done_at, hub_scheduledjob.seconds, hub_scheduledjob.outcome, hub_scheduledjob.failures FROM hub_scheduledjob ORDER BY hub_scheduledjob.name ASC
SELECT enquiries_outboxmessage.created_at AS created_at FROM enquiries_outboxmessage WHERE enquiries_outboxmessage.sent_at IS NULL ORDER BY 1 ASC LIMIT 1
SELECT COUNT(*) AS __count FROM enquiries_outboxmessage WHERE enquiries_outboxmessage.sent_at IS NULL
SELECT hub_queuedmail.created_at AS created_at FROM hub_queuedmail ORDER BY 1 ASC LIMIT 1
SELECT COUNT(*) AS __count FROM hub_queuedmail
SELECT django_tasks_database_dbtaskresult.enqueued_at AS enqueued_at FROM django_tasks_database_dbtaskresult WHERE (django_tasks_database_dbtaskresult.status = %s AND (django_tasks_database_dbtaskresult.run_after = %s OR django_tasks_database_dbtaskresult.run_after <= %s)) ORDER BY 1 ASC LIMIT 1
SELECT COUNT(*) AS __count FROM django_tasks_database_dbtaskresult WHERE (django_tasks_database_dbtaskresult.status = %s AND (django_tasks_database_dbtaskresult.run_after = %s OR django_tasks_database_dbtaskresult.run_after <= %s))
SELECT django_tasks_database_dbtaskresult.started_at AS started_at FROM django_tasks_database_dbtaskresult WHERE django_tasks_database_dbtaskresult.status = %s ORDER BY 1 ASC LIMIT 1
SELECT COUNT(*) AS __count FROM django_tasks_database_dbtaskresult WHERE django_tasks_database_dbtaskresult.status = %s
