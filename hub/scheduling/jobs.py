"""Everything that happens at a time and not because somebody asked."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext_lazy as lazy

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Job:
    """A management command and how often it runs. The name is the key of its row."""

    name: str
    title: str
    every: timedelta
    command: tuple[str, ...]
    # How long it rests at most when it has failed again and again.
    longest_pause: timedelta = 30 * MINUTE


# A page that cannot be published must not delay the others, so publishing runs every minute even after a failure.
JOBS = (
    Job(
        "publish_scheduled",
        lazy("Publish and expire pages at the time editors set"),
        MINUTE,
        ("publish_scheduled",),
        MINUTE,
    ),
    Job("send_queued_mail", lazy("Try again to send mail to staff"), MINUTE, ("send_queued_mail",)),
    Job(
        "update_search",
        lazy("Search: changes, the new day, and counts that end"),
        10 * MINUTE,
        ("search", "update", "--only", "embedded"),
    ),
    Job("recover_tasks", lazy("Take up tasks whose worker died"), 10 * MINUTE, ("recover_tasks",)),
    Job(
        "anonymise_enquiries",
        lazy("Delete names and words of enquiries whose time has come"),
        HOUR,
        ("anonymise_enquiries", "--apply"),
    ),
    Job("sweep_drafts", lazy("Delete drafts of enquiries whose time is over"), 10 * MINUTE, ("sweep_drafts",)),
    Job("tell_senders", lazy("Tell senders how it stands before thirty days are over"), HOUR, ("tell_senders",)),
    Job("sweep_enquiry_keys", lazy("Erase keys of enquiries that belong to nothing"), HOUR, ("sweep_enquiry_keys",)),
    Job("verify_access_log", lazy("Check that nobody changed the access log"), DAY, ("verify_access_log",)),
    Job(
        "send_log_witness", lazy("Mail the newest hash of the access log to who keeps it"), DAY, ("send_log_witness",)
    ),
    Job("find_unusual_reading", lazy("Tell leads of unusual reading of enquiries"), HOUR, ("find_unusual_reading",)),
    Job(
        "forget_failed_sign_ins",
        lazy("Forget who typed a wrong passphrase a day ago"),
        HOUR,
        ("forget_failed_sign_ins",),
    ),
    Job(
        "purge_readiness_checks", lazy("Delete readiness checks whose year is over"), DAY, ("purge_readiness_checks",)
    ),
    Job("forget_feedback", lazy("Forget what readers said of pages two years ago"), DAY, ("forget_feedback",)),
    Job("clear_sessions", lazy("Clear sessions that have ended"), DAY, ("clearsessions",)),
    Job("clear_tasks", lazy("Clear tasks finished a week ago"), DAY, ("prune_db_task_results", "--min-age-days", "7")),
)
JOBS_BY_NAME = {job.name: job for job in JOBS}
