"""Where the server is, read from one setting."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from search.engines import current_engine, has_server, server_engine
from search.engines.distributed.dialect import ElasticsearchDialect, OpenSearchDialect, dialect_of
from search.engines.distributed.settings import read_url
from search.engines.embedded.engine import EmbeddedEngine


def test_one_host_with_everything_left_out():
    read = read_url("https://search.example")
    assert read.hosts == ("https://search.example:443",)
    assert (read.prefix, read.user, read.is_opensearch) == ("hub", "", False)


def test_several_hosts_a_user_and_a_name():
    read = read_url("opensearch+https://hub:p%40ss%3Aword@one:9200,two:9201,[::1]:9202/peer-hub")
    assert read.hosts == ("https://one:9200", "https://two:9201", "https://[::1]:9202")
    assert (read.user, read.password, read.prefix, read.is_opensearch) == ("hub", "p@ss:word", "peer-hub", True)


@pytest.mark.parametrize(
    "url",
    [
        "search.example:9200",
        "ftp://search.example",
        "https://",
        "https:///hub",
        "https://one:port",
        "https://one:99999",
        "https://one,,two",
        "https://one/Hub",
        "https://one/a/b",
        "https://one/*",
        "https://[::1",
    ],
)
def test_what_is_no_address_is_said_without_its_password(url):
    url = url.replace("://", "://somebody:secret-word@") if "://" in url else url
    with pytest.raises(ImproperlyConfigured) as raised:
        read_url(url)
    assert "secret-word" not in str(raised.value)


@pytest.mark.parametrize("options", [{"seconds": 0}, {"seconds": -1.0}, {"shards": 0}])
def test_numbers_that_make_no_sense(options):
    with pytest.raises(ImproperlyConfigured):
        read_url("https://one", **options)


@pytest.mark.parametrize("url", ["https://user:word@one", "opensearch+https://one"])
def test_an_api_key_goes_with_nothing_else(url):
    with pytest.raises(ImproperlyConfigured):
        read_url(url, api_key="key")


def test_secrets_are_not_printed():
    assert "secret" not in repr(read_url("https://somebody:secret@one"))
    assert "secret" not in repr(read_url("https://one", api_key="secret"))


def test_each_url_has_its_client():
    assert isinstance(dialect_of(read_url("http://one:9200")), ElasticsearchDialect)
    assert isinstance(dialect_of(read_url("opensearch+http://one:9200")), OpenSearchDialect)
    assert isinstance(dialect_of(read_url("https://one", api_key="key", ca_certs="")), ElasticsearchDialect)


def test_without_a_url_there_is_only_the_embedded_engine(settings):
    assert not has_server()
    assert server_engine() is None
    assert isinstance(current_engine(), EmbeddedEngine)
    settings.SEARCH_URL = "http://127.0.0.1:9"
    assert has_server()
    assert not isinstance(current_engine(), EmbeddedEngine)
