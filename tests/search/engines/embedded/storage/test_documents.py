"""What an index stores of documents."""

import json

from search.document import Document
from search.query import MAX_LIMIT, SearchQuery
from tests.search.conftest import only_embedded


@only_embedded
def test_documents_are_compressed_in_small_blocks(engine, publish):
    publish(*(Document(kind="service", key=str(number), title=f"Hub {number}", url="/") for number in range(300)))

    settings = json.loads((engine.live().folder / "meta.json").read_text())["index_settings"]

    assert settings["docstore_blocksize"] == 2_048
    pages = [engine.search(SearchQuery(text="hub", limit=MAX_LIMIT, offset=offset)) for offset in (0, MAX_LIMIT)]
    assert len({hit.key for page in pages for hit in page.hits}) == min(300, 2 * MAX_LIMIT)
