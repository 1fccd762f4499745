"""How gunicorn serves the hub, in `make serve` and in production. gunicorn reads this file where it is started."""

import resource

worker_class = "hub.deployment.gunicorn_worker.BufferingWorker"
workers = 2
threads = 4
# The index and the pages' templates are read once, and the workers share the memory.
preload_app = True
loglevel = "warning"
# No access log: addresses and query strings of visitors are written nowhere.
accesslog = None
graceful_timeout = 30


def when_ready(server: object) -> None:
    """A worker's thousand connections need up to three files each; most systems begin with 1,024 in all."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4096 if most == resource.RLIM_INFINITY else min(4096, most)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def post_worker_init(worker: object) -> None:
    """Before a worker takes its first request. No worker could use an index that was opened before it was made."""
    from django.apps import apps

    if apps.ready:
        # Imported late: it needs loaded models.
        from search.first_search import open_index

        open_index()
