"""Engines on the tests' server: one index for a run and a client, emptied for each test."""

import secrets
from dataclasses import dataclass, field

from search.changelog.position import Position
from search.engines.base import Engine, Progress
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
    tests: int = 0

    def empty(self, client: str, standby: EmbeddedEngine) -> DistributedEngine:
        """The engine of a client, without documents, with this one standing by."""
        if client not in self.made:
            self.made[client] = DistributedEngine(server_at(self.url, client), standby, facets=FACETS)
        engine = self.made[client]
        engine.standby = standby
        if (live := engine.live()) is not None:
            # What is only emptied goes on counting what was removed wherever words are weighed.
            engine.server.ask("DELETE", f"/{live.name}", patient=True)
        emptied(engine)
        return engine

    def clear(self) -> None:
        """Remove what was made."""
        for engine in self.made.values():
            if (live := engine.live()) is not None:
                engine.server.ask("DELETE", f"/{live.name}", patient=True)
                engine.server.ask("DELETE", f"/{engine.server.settings.prefix}-locks", patient=True)
