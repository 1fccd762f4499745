"""Everything in which Elasticsearch and OpenSearch differ: their clients, and the name of one way to score.

Whatever else is sent is what Elasticsearch 8 and 9 and OpenSearch 3 all accept.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from django.core.exceptions import ImproperlyConfigured

from search.engines.distributed.punctual import make_punctual
from search.engines.distributed.settings import ServerSettings

# Writing many documents, and making or removing an index, take longer than a search may.
PATIENCE_SECONDS = 60.0
JSON_LINES = {"accept": "application/json", "content-type": "application/x-ndjson"}
JSON = {"accept": "application/json", "content-type": "application/json"}

Parameters = Mapping[str, Any]


class Unreachable(Exception):
    """No answer came, or none that can be read."""


class Refused(Exception):
    """An answer with a status of 400 or more."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(f"{status} {reason}")
        self.status = status


class Dialect(Protocol):
    """One kind of server and its client."""

    # BM25 in the form that Tantivy has it: Lucene's newer one leaves a constant factor out.
    similarity: str

    def ask(
        self,
        method: str,
        path: str,
        parameters: Parameters,
        body: Any = None,
        *,
        lines: bool = False,
        seconds: float,
    ) -> Any:
        """Send one request and wait so long. lines: body is a list of objects, one a line.

        Raises Unreachable or Refused.
        """


def dialect_of(server: ServerSettings) -> Dialect:
    """The dialect of the server that the settings name. Raises ImproperlyConfigured when its client is missing."""
    return OpenSearchDialect(server) if server.is_opensearch else ElasticsearchDialect(server)


class ElasticsearchDialect:
    """Elasticsearch 8 and 9."""

    similarity = "BM25"
    # What sends the requests; a server that only speaks like Elasticsearch can be given another.
    node_class: Any = "urllib3"

    def __init__(self, server: ServerSettings) -> None:
        # Imported late: only who has a server loads its client.
        from elasticsearch import Elasticsearch

        options: dict[str, Any] = {"ca_certs": server.ca_certs} if server.ca_certs else {}
        if server.api_key:
            options["api_key"] = server.api_key
        elif server.user:
            options["basic_auth"] = (server.user, server.password)
        client = Elasticsearch(
            list(server.hosts),
            node_class=self.node_class,
            max_retries=len(server.hosts) - 1,
            retry_on_timeout=False,
            retry_on_status=(),
            **options,
        )
        nodes: list[Any] = client.transport.node_pool.all()
        for node in nodes:
            make_punctual(node.pool)
        self._client = client
        # Making one for each request would take longer than most of what else is done for it.
        usual = (server.seconds, PATIENCE_SECONDS)
        self._clients = {seconds: client.options(request_timeout=seconds) for seconds in usual}

    def ask(
        self,
        method: str,
        path: str,
        parameters: Parameters,
        body: Any = None,
        *,
        lines: bool = False,
        seconds: float,
    ) -> Any:
        from elastic_transport import ApiError, TransportError
        from elasticsearch import UnsupportedProductError

        client = self._clients.get(seconds) or self._client.options(request_timeout=seconds)
        headers = JSON_LINES if lines else JSON
        try:
            answer = client.perform_request(method, path, params=dict(parameters), headers=headers, body=body)
        except UnsupportedProductError as fault:
            raise Unreachable("what answers is not Elasticsearch") from fault
        except ApiError as fault:
            raise Refused(fault.meta.status, _reason(fault.body)) from fault
        except TransportError as fault:
            raise Unreachable(type(fault).__name__) from fault
        return answer.body


class OpenSearchDialect:
    """OpenSearch 3."""

    similarity = "LegacyBM25"

    def __init__(self, server: ServerSettings) -> None:
        try:
            from opensearchpy import OpenSearch
        except ImportError as fault:
            raise ImproperlyConfigured("Install requirements/opensearch.txt, or use Elasticsearch.") from fault
        options: dict[str, Any] = {"ca_certs": server.ca_certs} if server.ca_certs else {}
        if server.user:
            options["http_auth"] = (server.user, server.password)
        client = OpenSearch(
            list(server.hosts),
            max_retries=len(server.hosts) - 1,
            retry_on_timeout=False,
            retry_on_status=(),
            **options,
        )
        self._transport = client.transport
        for connection in self._transport.connection_pool.connections:
            make_punctual(connection.pool)

    def ask(
        self,
        method: str,
        path: str,
        parameters: Parameters,
        body: Any = None,
        *,
        lines: bool = False,
        seconds: float,
    ) -> Any:
        from opensearchpy.exceptions import OpenSearchException, TransportError

        if lines:
            body = _as_lines(body)
        try:
            return self._transport.perform_request(
                method,
                path,
                params=dict(parameters),
                body=body,
                timeout=seconds,
                headers={"content-type": JSON_LINES["content-type"]} if lines else None,
            )
        except TransportError as fault:
            if isinstance(fault.status_code, int):
                raise Refused(fault.status_code, _reason(fault.info)) from fault
            raise Unreachable(type(fault).__name__) from fault
        except OpenSearchException as fault:
            raise Unreachable(type(fault).__name__) from fault


def _as_lines(body: Sequence[Any]) -> str:
    return "".join(f"{json.dumps(line, separators=(',', ':'), ensure_ascii=False)}\n" for line in body)


def _reason(body: Any) -> str:
    """The type of an error alone: its text may quote what somebody typed."""
    error = body.get("error") if isinstance(body, dict) else None
    return str(error.get("type", "")) if isinstance(error, dict) else ""
