"""The fields of an index and what each is for."""

from collections.abc import Sequence

import tantivy

from search.engines.embedded import analysis

IDENTITY = "identity"
KIND = "kind"
EXACT = "exact"
TITLE = "title"
ALIASES = "aliases"
SUMMARY = "summary"
BODY = "body"
# The words of all four: where it only matters that a document has a word, one list is quicker than four.
WORDS = "words"
NAME_WORDS = "name_words"
TEXT_WORDS = "text_words"
FACETS = "facets"
# What a document is about, as facet:value; its length tells how much else it is about.
TOPICS = "topics"
# Of documents that nobody files, such as guides.
NO_TOPIC = "-"
COVERAGE = "coverage"
CELL = "cell"
WEIGHT = "weight"
POINT = "point"
BY_TITLE = "by_title"
BY_RANK = "by_rank"
BY_CHECKED = "by_checked"
RECORD = "record"
LONG_TEXT = "long_text"

# Points beyond these are read from the stored record, which is slower and seldom needed.
FAST_POINTS = 4
POINT_COUNT = "point_count"

# Of an aggregation. More than any facet has values: one that is cut off would count wrongly.
MAX_BUCKETS = 60_000

# The one entry that is not a document: it holds the progress and is committed with what it describes.
PROGRESS_ENTRY = "\x00progress"


def point_field(number: int) -> str:
    """The column of one point of a document, counted from 0."""
    return f"point_{number}"


def set_field(facet: str) -> str:
    """The column that holds all values a document has of one facet, as one value."""
    return f"set_{facet}"


def build_schema(facets: Sequence[str] = ()) -> tantivy.Schema:
    """The schema of every generation of this layout; facets are those whose sets of values are counted."""
    builder = tantivy.SchemaBuilder()
    for name in (IDENTITY, EXACT, COVERAGE):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(KIND, tokenizer_name="raw", index_option="basic", fast=True)
    for name in (TITLE, ALIASES, SUMMARY, BODY):
        builder.add_text_field(name, tokenizer_name=analysis.STEMMED, index_option="position")
    builder.add_text_field(WORDS, tokenizer_name=analysis.STEMMED, index_option="basic")
    for name in (NAME_WORDS, TEXT_WORDS):
        builder.add_text_field(name, tokenizer_name=analysis.PLAIN, index_option="basic")
    builder.add_json_field(FACETS, tokenizer_name="raw", index_option="basic", fast=True)
    # Columns of their own: inside a field of many, counting a thousand documents takes twice as long.
    for name in map(set_field, facets):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_text_field(TOPICS, tokenizer_name="raw", index_option="freq")
    builder.add_integer_field(CELL, indexed=True)
    builder.add_integer_field(POINT, fast=True)
    builder.add_float_field(WEIGHT, fast=True)
    builder.add_unsigned_field(POINT_COUNT, fast=True)
    for number in range(FAST_POINTS):
        builder.add_integer_field(point_field(number), fast=True)
    for name in (BY_TITLE, BY_RANK, BY_CHECKED):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in (RECORD, LONG_TEXT):
        builder.add_bytes_field(name, stored=True)
    return builder.build()
