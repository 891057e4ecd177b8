"""Front matter: YAML read with the place of every fault, and written."""

from pathlib import Path
from typing import Any

import yaml

from memo.errors import FileError
from memo.registry.fields import CHECKS, FIELDS, NAME_FIELDS, Field
from memo.registry.fileformat import Metadata


def parse_front_matter(front: str, path: Path) -> Metadata:
    """Read front matter; every scalar is a string, unknown keys are kept.

    Raises FileError with the line, the key and what was expected.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(front, Loader=loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else None
        raise FileError(path, f"broken YAML: {error.problem or error}", line=line) from error
    except yaml.YAMLError as error:
        raise FileError(path, f"broken YAML: {error}".replace("\n", " ")) from error
    except RecursionError as error:
        raise FileError(path, "broken YAML: nested too deeply") from error
    if root is None:
        root = yaml.MappingNode("", [])
    metadata = _Reader(path).table(root, FIELDS, "front matter")
    if not metadata.get("title") and not all(metadata.get(key) for key in ("genre", "authors", "recipients")):
        raise FileError(path, "title: missing; a title, or a genre with authors and recipients, was expected", line=1)
    return metadata


class _Reader:
    """Turns YAML nodes into plain data, checked against the table of fields."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.seen: set[int] = set()

    def fault(self, node: yaml.Node, key: str, expected: str) -> FileError:
        kind = "a mapping" if isinstance(node, yaml.MappingNode) else "a list"
        shown = f"“{node.value}”" if isinstance(node, yaml.ScalarNode) else kind
        line = node.start_mark.line + 2 if node.start_mark else None
        return FileError(self.path, f"{key}: {shown}: {expected} was expected", line=line)

    def once(self, node: yaml.Node, key: str) -> None:
        """No node stands in two places: ten aliases deep, a few lines would unfold to gigabytes."""
        if id(node) in self.seen:
            raise FileError(self.path, f"{key}: YAML aliases (*name) are not allowed", line=node.start_mark.line + 2)
        self.seen.add(id(node))

    def table(self, node: yaml.Node, fields: tuple[Field, ...], name: str) -> Metadata:
        if not isinstance(node, yaml.MappingNode):
            raise self.fault(node, name, "keys with values")
        known = {field.key: field for field in fields}
        result: Metadata = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self.fault(key_node, name, "a word as key")
            key = key_node.value
            if key in result:
                raise self.fault(key_node, key, "each key once")
            self.once(value_node, key)
            value = self.value(value_node, known[key], key) if key in known else self.unknown(value_node, key)
            if value is not None:
                result[key] = value
        return result

    def value(self, node: yaml.Node, field: Field, key: str) -> Any:
        if isinstance(node, yaml.ScalarNode) and not node.value.strip():
            return None  # a key without a value
        if field.kind == "table":
            return self.table(node, field.fields, key)
        if field.kind in ("tables", "names", "texts"):
            if not isinstance(node, yaml.SequenceNode):
                raise self.fault(node, key, "a list")
            return [self.item(item, field, f"{key}[{n}]") for n, item in enumerate(node.value)]
        return self.scalar(node, field, key)

    def item(self, node: yaml.Node, field: Field, key: str) -> Any:
        self.once(node, key)
        if field.kind == "tables":
            return self.table(node, field.fields, key)
        if field.kind == "names" and isinstance(node, yaml.MappingNode):
            name = self.table(node, NAME_FIELDS, key)
            if not name.get("family") and not name.get("name"):
                raise self.fault(node, key, "family (and given), or name")
            return name
        if isinstance(node, yaml.ScalarNode) and not node.value.strip():
            raise self.fault(node, key, "a name" if field.kind == "names" else "a word")
        return self.scalar(node, field, key)

    def scalar(self, node: yaml.Node, field: Field, key: str) -> str:
        if not isinstance(node, yaml.ScalarNode):
            raise self.fault(node, key, "a single value")
        value: str = node.value.strip()
        try:
            CHECKS.get(field.kind, len)(value)
        except ValueError as error:
            raise self.fault(node, key, str(error)) from error
        return value

    def unknown(self, node: yaml.Node, key: str) -> Any:
        """The value of a key that the format doesn't know: kept, whatever its shape."""
        if isinstance(node, yaml.MappingNode):
            return self.table(node, (), key)
        if isinstance(node, yaml.SequenceNode):
            items = []
            for item in node.value:
                self.once(item, key)
                items.append(self.unknown(item, key))
            return items
        return node.value


_BARE_KEYS = frozenset(("date", "year", "title-is-description", "family-first", "pages", "listy"))
"""Keys whose values no reader mistakes for anything else: written without quotation marks."""


def write(metadata: Metadata, text: str) -> str:
    """A document's file; keys in the order of the table. `split` and `parse_front_matter` undo this."""
    order = {field.key: place for place, field in enumerate(FIELDS)}
    keys = sorted(metadata, key=lambda key: order.get(key, len(order)))
    node = yaml.MappingNode(
        "tag:yaml.org,2002:map", [(_scalar(key, ""), _node(metadata[key], key)) for key in keys], flow_style=False
    )
    front = yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True, width=110)
    return f"---\n{front}---\n\n{text}"


def _node(value: Any, key: str) -> yaml.Node:
    if isinstance(value, dict):
        pairs = [(_scalar(name, ""), _node(inner, name)) for name, inner in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)
    if isinstance(value, list):
        flow = all(isinstance(item, str) for item in value)
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(item, "") for item in value], flow_style=flow)
    return _scalar(value, key)


def _scalar(value: str, key: str) -> yaml.ScalarNode:
    plain = "tag:yaml.org,2002:str"
    resolved = str(yaml.SafeLoader("").resolve(yaml.ScalarNode, value, (True, False)))  # type: ignore[no-untyped-call]
    if key in _BARE_KEYS:
        return yaml.ScalarNode(resolved, value)
    style = (
        '"' if resolved != plain or not value.isprintable() else ">" if len(value) > 100 and "\n" not in value else None
    )
    return yaml.ScalarNode(plain, value, style=style)
