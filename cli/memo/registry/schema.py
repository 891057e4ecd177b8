"""A document's metadata as JSON, and the published JSON Schema of it, made from the table of fields."""

from collections.abc import Iterable
from typing import Any

from memo.registry.fields import FIELDS, NAME_FIELDS, PATTERNS, Field
from memo.registry.model import Document

Schema = dict[str, Any]


def json_schema() -> Schema:
    """The schema (draft 2020-12) of what `memo show -f json` prints: every scalar a string, missing ones null."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "memo document",
        "description": "The metadata of an archival document: the front matter of its file, and its id.",
        "type": "object",
        "properties": {
            "id": {"type": "string", "description": "the file's stem, and the citation key"},
            **_properties(FIELDS),
        },
        "anyOf": [
            {"required": ["title"], "properties": {"title": {"type": "string", "minLength": 1}}},
            {
                "required": ["genre", "authors", "recipients"],
                "properties": {
                    "genre": {"type": "string", "minLength": 1},
                    "authors": {"type": "array", "minItems": 1},
                    "recipients": {"type": "array", "minItems": 1},
                },
            },
        ],
        "$defs": {
            "name": {
                "description": "“Given Family”, or the parts of a name, or a body's name",
                "anyOf": [
                    {"type": "string", "minLength": 1},
                    {"type": "object", "required": ["family"], "properties": _properties(NAME_FIELDS)},
                    {"type": "object", "required": ["name"], "properties": _properties(NAME_FIELDS)},
                ],
            }
        },
    }


def _properties(fields: Iterable[Field]) -> Schema:
    return {field.key: _value(field) for field in fields}


def _value(field: Field) -> Schema:
    about = {"description": field.about}
    if field.kind == "names":
        return {"type": ["array", "null"], "items": {"$ref": "#/$defs/name"}} | about
    if field.kind == "texts":
        return {"type": ["array", "null"], "items": {"type": "string"}} | about
    if field.kind == "table":
        return {"type": ["object", "null"], "properties": _properties(field.fields)} | about
    if field.kind == "tables":
        item = {"type": "object", "properties": _properties(field.fields)}
        return {"type": ["array", "null"], "items": item} | about
    pattern = PATTERNS.get(field.kind)
    return {"type": ["string", "null"]} | ({"pattern": pattern} if pattern else {}) | about


def as_json(document: Document) -> dict[str, Any]:
    """The id and every key of the file format, null where missing, then unknown keys."""
    known = {field.key: _filled(document.metadata.get(field.key), field) for field in FIELDS}
    unknown = {key: value for key, value in document.metadata.items() if key not in (*known, "id")}
    return {"id": document.id, **known, **unknown}


def _filled(value: Any, field: Field) -> Any:
    """A value with the missing keys of its tables as None."""
    if value is None or not field.fields:
        return value
    tables = value if isinstance(value, list) else [value]
    filled = [
        {inner.key: _filled(table.get(inner.key), inner) for inner in field.fields}
        | {key: own for key, own in table.items() if key not in {inner.key for inner in field.fields}}
        for table in tables
    ]
    return filled if isinstance(value, list) else filled[0]
