"""The published schema, and that what memo prints is of it."""

import jsonschema
import pytest

from conftest import Library, gold_citations
from memo.registry.registry import Registry
from memo.registry.schema import as_json, json_schema

VALIDATOR = jsonschema.Draft202012Validator(json_schema())


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_bundled_documents_are_of_it(bundled: Registry) -> None:
    for document in bundled.documents():
        VALIDATOR.validate(as_json(document))


@pytest.mark.parametrize(
    "case", [case for case in gold_citations() if "metadata" in case], ids=lambda c: c["arguments"][0]
)
def test_all_kinds_of_documents_are_of_it(library: Library, case: dict[str, object]) -> None:
    metadata = case["metadata"]
    assert isinstance(metadata, dict)
    library.add("one", **{"title": "", **metadata})
    document = library.registry().load("one")
    assert document
    VALIDATOR.validate(as_json(document))


@pytest.mark.parametrize("bad", [{}, {"title": None}, {"title": "T", "date": 1949}, {"genre": "letter", "authors": []}])
def test_the_schema_refuses_what_the_reader_refuses(bad: dict[str, object]) -> None:
    assert not VALIDATOR.is_valid(bad)


def test_missing_values_are_null_and_unknown_keys_kept(library: Library) -> None:
    library.add("one", mine="x", archive={"fond": "39", "hall": "2"})
    document = library.registry().load("one")
    assert document
    shown = as_json(document)
    assert shown["id"] == "one"
    assert shown["summary"] is None
    assert shown["mine"] == "x"
    assert shown["archive"]["opis"] is None
    assert shown["archive"]["hall"] == "2"


def test_an_unknown_key_never_takes_the_ids_place(library: Library) -> None:
    library.add("one", id="other")
    document = library.registry().load("one")
    assert document
    assert as_json(document)["id"] == "one"
