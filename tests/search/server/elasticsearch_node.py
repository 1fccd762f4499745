"""Lets the client of Elasticsearch speak to the OpenSearch of the tests, which is another product and says so."""

from typing import Any

from elastic_transport import HttpHeaders, Urllib3HttpNode
from elastic_transport._node import NodeApiResponse

SENT = {
    "application/vnd.elasticsearch+json": "application/json",
    "application/vnd.elasticsearch+x-ndjson": "application/x-ndjson",
}


class ElasticsearchLikeNode(Urllib3HttpNode):
    """Asks in plain JSON and answers as Elasticsearch would."""

    def perform_request(self, *args: Any, headers: HttpHeaders | None = None, **kwargs: Any) -> NodeApiResponse:
        plain = HttpHeaders(
            {name: SENT.get(value.split(";")[0].strip(), value) for name, value in (headers or {}).items()}
        )
        meta, body = super().perform_request(*args, headers=plain, **kwargs)
        meta.headers = HttpHeaders({**meta.headers, "x-elastic-product": "Elasticsearch"})
        return NodeApiResponse(meta, body)
