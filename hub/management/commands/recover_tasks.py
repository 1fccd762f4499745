"""Give tasks whose worker died to another one."""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

# No task of ours or of Wagtail's takes so long.
LONGEST_TASK = timedelta(minutes=15)
# A task that was running when this many workers died is most likely what killed them.
MOST_WORKERS = 3


class Command(BaseCommand):
    """Every task may run twice: they index, and send mail that is queued."""

    help = "Puts tasks that were begun long ago and never finished back into the queue, three times at most."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        lost = DBTaskResult.objects.running().filter(started_at__lt=now - LONGEST_TASK)
        recovered = given_up = 0
        for task in lost.only("pk", "worker_ids", "started_at"):
            # Only if nobody finished it meanwhile.
            unchanged = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
            if len(task.worker_ids) < MOST_WORKERS:
                recovered += unchanged.update(status=TaskResultStatus.READY, started_at=None)
            else:
                given_up += unchanged.update(
                    status=TaskResultStatus.FAILED, finished_at=now, exception_class_path="hub.WorkerDied"
                )
        self.stdout.write(f"{recovered} put back, {given_up} given up")
