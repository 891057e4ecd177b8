"""A document's file: YAML front matter and Markdown text, read with the place of every fault, and written."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from memo.errors import FileError
from memo.registry.fields import CHECKS, FIELDS, NAME_FIELDS, Field

if TYPE_CHECKING:
    import yaml

Metadata = dict[str, Any]
"""Front matter as plain data: strings, lists and dictionaries of them, keys as in the file."""

_FENCE = re.compile(r"^---[ \t]*\r?\n", re.MULTILINE)


def split(raw: bytes, path: Path) -> tuple[str, str]:
    """Divide a file into its front matter and its text; the text is kept character for character.

    Raises FileError for what is not UTF-8 or has no front matter.
    """
    try:
        whole = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise FileError(path, f"not UTF-8 (byte {error.start + 1}): UTF-8 was expected", line=line) from error
    opening = _FENCE.match(whole)
    if not opening:
        raise FileError(path, "front matter was expected: metadata between two lines of ---", line=1)
    closing = _FENCE.search(whole + ("" if whole.endswith("\n") else "\n"), opening.end())
    if not closing:
        raise FileError(path, "the line --- that ends the front matter was expected", line=1)
    text = whole[closing.end() :]
    blank = re.match(r"[ \t]*\r?\n", text)
    return whole[opening.end() : closing.start()], text[blank.end() :] if blank else text


def parse_front_matter(front: str, path: Path) -> Metadata:
    """Read front matter; every scalar is a string, unknown keys are kept.

    Raises FileError with the line, the key and what was expected.
    """
    import yaml  # deferred: a document whose metadata is cached needs none

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
    metadata = _Reader(path, yaml).table(root, FIELDS, "front matter")
    if not metadata.get("title") and not all(metadata.get(key) for key in ("genre", "authors", "recipients")):
        raise FileError(path, "title: missing; a title, or a genre with authors and recipients, was expected", line=1)
    return metadata


class _Reader:
    """Turns YAML nodes into plain data, checked against the table of fields."""

    def __init__(self, path: Path, yaml: Any) -> None:
        self.path = path
        self.yaml = yaml
        self.seen: set[int] = set()

    def fault(self, node: "yaml.Node", key: str, expected: str) -> FileError:
        shown = f"“{node.value}”" if isinstance(node, self.yaml.ScalarNode) else f"a {node.id}"
        line = node.start_mark.line + 2 if node.start_mark else None
        return FileError(self.path, f"{key}: {shown}: {expected} was expected", line=line)

    def once(self, node: "yaml.Node", key: str) -> None:
        """No node stands in two places: ten aliases deep, a few lines would unfold to gigabytes."""
        if id(node) in self.seen:
            raise FileError(self.path, f"{key}: YAML aliases (*name) are not allowed", line=node.start_mark.line + 2)
        self.seen.add(id(node))

    def table(self, node: "yaml.Node", fields: tuple[Field, ...], name: str) -> Metadata:
        if not isinstance(node, self.yaml.MappingNode):
            raise self.fault(node, name, "keys with values")
        known = {field.key: field for field in fields}
        result: Metadata = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, self.yaml.ScalarNode):
                raise self.fault(key_node, name, "a word as key")
            key = key_node.value
            if key in result:
                raise self.fault(key_node, key, "each key once")
            self.once(value_node, key)
            value = self.value(value_node, known[key], key) if key in known else self.unknown(value_node, key)
            if value is not None:
                result[key] = value
        return result

    def value(self, node: "yaml.Node", field: Field, key: str) -> Any:
        if isinstance(node, self.yaml.ScalarNode) and not node.value.strip():
            return None  # a key without a value
        if field.kind == "table":
            return self.table(node, field.fields, key)
        if field.kind in ("tables", "names", "texts"):
            if not isinstance(node, self.yaml.SequenceNode):
                raise self.fault(node, key, "a list")
            return [self.item(item, field, f"{key}[{n}]") for n, item in enumerate(node.value)]
        return self.scalar(node, field, key)

    def item(self, node: "yaml.Node", field: Field, key: str) -> Any:
        self.once(node, key)
        if field.kind == "tables":
            return self.table(node, field.fields, key)
        if field.kind == "names" and isinstance(node, self.yaml.MappingNode):
            name = self.table(node, NAME_FIELDS, key)
            if not name.get("family") and not name.get("name"):
                raise self.fault(node, key, "family (and given), or name")
            return name
        if isinstance(node, self.yaml.ScalarNode) and not node.value.strip():
            raise self.fault(node, key, "a name" if field.kind == "names" else "a word")
        return self.scalar(node, field, key)

    def scalar(self, node: "yaml.Node", field: Field, key: str) -> str:
        if not isinstance(node, self.yaml.ScalarNode):
            raise self.fault(node, key, "a single value")
        value: str = node.value.strip()
        try:
            CHECKS.get(field.kind, len)(value)
        except ValueError as error:
            raise self.fault(node, key, str(error)) from error
        return value

    def unknown(self, node: "yaml.Node", key: str) -> Any:
        """The value of a key that the format doesn't know: kept, whatever its shape."""
        if isinstance(node, self.yaml.MappingNode):
            return self.table(node, (), key)
        if isinstance(node, self.yaml.SequenceNode):
            items = []
            for item in node.value:
                self.once(item, key)
                items.append(self.unknown(item, key))
            return items
        return node.value


_BARE_KEYS = frozenset(("date", "year", "title-is-description", "family-first", "pages", "listy"))
"""Keys whose values no reader mistakes for anything else: written without quotation marks."""


def write(metadata: Metadata, text: str) -> str:
    """A document's file. Keys in the order of the table, unknown ones last; `split` and `parse_front_matter` undo it."""
    import yaml  # deferred: reading through the cache needs none

    order = {field.key: place for place, field in enumerate(FIELDS)}
    keys = sorted(metadata, key=lambda key: order.get(key, len(order)))
    node = yaml.MappingNode(
        "tag:yaml.org,2002:map", [(_scalar(key, ""), _node(metadata[key], key)) for key in keys], flow_style=False
    )
    front = yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True, width=110)
    return f"---\n{front}---\n\n{text}"


def _node(value: Any, key: str) -> "yaml.Node":
    import yaml  # deferred, as above

    if isinstance(value, dict):
        pairs = [(_scalar(name, ""), _node(inner, name)) for name, inner in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)
    if isinstance(value, list):
        flow = all(isinstance(item, str) for item in value)
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(item, "") for item in value], flow_style=flow)
    return _scalar(value, key)


def _scalar(value: str, key: str) -> "yaml.ScalarNode":
    import yaml  # deferred, as above

    plain = "tag:yaml.org,2002:str"
    resolved = yaml.SafeLoader("").resolve(yaml.ScalarNode, value, (True, False))
    if key in _BARE_KEYS:
        return yaml.ScalarNode(resolved, value)
    style = '"' if resolved != plain else ">" if len(value) > 100 and "\n" not in value else None
    return yaml.ScalarNode(plain, value, style=style)
