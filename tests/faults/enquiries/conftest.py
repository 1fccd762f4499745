"""A hub that sends its mail to a server of the tests, and offers what an enquiry chooses from."""

from collections.abc import Iterator

import pytest

from directory.models import Taxonomy
from tests.factories.directory import TermFactory
from tests.faults.mail_server import MailServer, Mood
from tests.faults.running_hub import RunningHub
from tests.faults.size import size
from tests.fixtures.database import StoredDatabases

# Little room for what looks like a machine's, so that a flood fills it.
QUARANTINE_MOST = size(3, 200)
TERMS = """
from directory.models import Taxonomy
from tests.factories.directory import TermFactory
TermFactory(slug="community-sentence", taxonomy=Taxonomy.SETTING)
TermFactory(slug="housing", taxonomy=Taxonomy.NEED)
"""


@pytest.fixture(scope="package")
def one_mail_server() -> Iterator[MailServer]:
    server = MailServer()
    server.be(Mood.TAKES_MAIL)
    yield server
    server.be(Mood.AWAY)


@pytest.fixture
def mail_server(one_mail_server: MailServer) -> MailServer:
    """The same, as it was at first."""
    one_mail_server.be(Mood.TAKES_MAIL)
    one_mail_server.seconds_a_mail = 0.0
    return one_mail_server


@pytest.fixture(scope="package")
def mailing_hub(
    tmp_path_factory: pytest.TempPathFactory,
    stored_databases: StoredDatabases,
    django_db_setup: None,
    one_mail_server: MailServer,
) -> Iterator[RunningHub]:
    extra = {"MAIL_PORT": str(one_mail_server.port), "ENQUIRY_QUARANTINE_MOST": str(QUARANTINE_MOST)}
    running = RunningHub(tmp_path_factory.mktemp("mailing"), stored_databases, extra=extra)
    try:
        running.start()
        running.run(TERMS)
        yield running
    finally:
        running.stop()


@pytest.fixture
def terms(db: None) -> None:
    """What an enquiry chooses from, for tests that run no hub."""
    TermFactory(slug="community-sentence", taxonomy=Taxonomy.SETTING)
    TermFactory(slug="housing", taxonomy=Taxonomy.NEED)
