"""How plain pages become something that can be found."""

from collections.abc import Iterable, Iterator
from typing import Any

from guidance.body_text import labels, prose
from guidance.search_documents import keys_of, public_pages, with_languages
from search.document import Document
from search.registry import register

from .models import StandardPage

PAGE = "page"


def register_pages() -> None:
    """Register plain pages."""
    register(PAGE, model=StandardPage, documents=page_documents, all_keys=lambda: keys_of(StandardPage), version=3)


def page_documents(keys: Iterable[Any]) -> Iterator[Document]:
    for page, address, elsewhere in with_languages(public_pages(StandardPage).filter(pk__in=list(keys))):
        yield Document(
            kind=PAGE,
            key=str(page.pk),
            title=page.title,
            url=address,
            phrases=page.question_list,
            summary=page.lede,
            body=prose(page.body),
            keywords=labels(page.body),
            facets=elsewhere,
        )
