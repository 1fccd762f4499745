"""Engines on the tests' server: one index for a run and a client, emptied for each test."""

import secrets
from dataclasses import dataclass, field

from search.changelog.position import Position
from search.engines.base import Engine, Progress
from search.engines.distributed import fields
from search.engines.distributed.dialect import Dialect, ElasticsearchDialect, OpenSearchDialect
from search.engines.distributed.engine import DistributedEngine
from search.engines.distributed.server import Server
from search.engines.distributed.settings import OPENSEARCH, ServerSettings, read_url
from search.engines.embedded.engine import EmbeddedEngine
from tests.search.server.elasticsearch_node import ElasticsearchLikeNode

CLIENTS = ("elasticsearch", "opensearch")
FACETS = ("need", "setting")
# A machine that runs many tests at a time answers late.
PATIENT = 30.0


class ElasticsearchLikeDialect(ElasticsearchDialect):
    """The client of Elasticsearch, with scores as its server has them."""

    similarity = OpenSearchDialect.similarity
    node_class = ElasticsearchLikeNode


def dialect(settings: ServerSettings) -> Dialect:
    """How the tests' server is spoken to."""
    return OpenSearchDialect(settings) if settings.is_opensearch else ElasticsearchLikeDialect(settings)


def server_at(url: str, client: str = "opensearch", *, seconds: float = PATIENT, prefix: str = "") -> Server:
    """The tests' server by one of the clients, with indexes of its own."""
    scheme = OPENSEARCH if client == "opensearch" else ""
    settings = read_url(f"{scheme}{url}/{prefix or f'test-{secrets.token_hex(4)}'}", seconds=seconds)
    return Server(settings, dialect(settings))


def emptied(engine: Engine) -> None:
    """Serve an empty index."""
    with engine.building():
        index = engine.begin(Position())
        with index.session() as session:
            session.apply((), (), Progress(Position()))
        engine.promote()


@dataclass
class ServedEngines:
    """One engine for each client. Making an index takes longer than most tests, so it is emptied instead."""

    url: str
    made: dict[str, DistributedEngine] = field(default_factory=dict)

    def empty(self, client: str, standby: EmbeddedEngine) -> DistributedEngine:
        """The engine of a client, without documents, with this one standing by."""
        if client not in self.made:
            self.made[client] = DistributedEngine(server_at(self.url, client), standby, facets=FACETS)
            emptied(self.made[client])
        else:
            self._made_anew(self.made[client])
        self.made[client].standby = standby
        return self.made[client]

    def _made_anew(self, engine: DistributedEngine) -> None:
        """What is only emptied goes on counting what was removed wherever words are weighed."""
        live, server = engine.live(), engine.server
        assert live is not None
        names = server.ask("GET", f"/{live.name}/_alias", patient=True)[live.name]
        server.ask("DELETE", f"/{live.name}", patient=True)
        body = fields.index_body(server.dialect.similarity, server.settings.shards)
        server.ask("PUT", f"/{live.name}", {**body, **names}, patient=True)
        with live.session() as session:
            session.apply((), (), Progress(Position()))

    def clear(self) -> None:
        """Remove what was made."""
        for engine in self.made.values():
            if (live := engine.live()) is not None:
                engine.server.ask("DELETE", f"/{live.name}", patient=True)
                engine.server.ask("DELETE", f"/{engine.server.settings.prefix}-locks", patient=True)
