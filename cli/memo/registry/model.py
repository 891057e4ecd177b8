"""The model: a document, its names, where it lies, where it was printed, where its text was got."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from memo.archives.leaves import Leaves
from memo.archives.reference import Reference
from memo.registry.dates import EdtfDate
from memo.registry.fields import FIELDS, Field


@dataclass(frozen=True, slots=True)
class Name:
    """A person's or a body's name; a body has only `family`. `family_first` names are never turned round."""

    family: str
    given: str | None = None
    family_first: bool = False
    body: bool = False

    @classmethod
    def of(cls, value: str | Mapping[str, str]) -> "Name":
        """From “Given Family” (particles go with the family name), or from the keys of the file format."""
        if not isinstance(value, str):
            if "family" not in value:
                return cls(value["name"], body=True)
            return cls(value["family"], value.get("given"), value.get("family-first") == "true")
        words = value.split()
        at = len(words) - 1
        while at > 1 and words[at - 1].islower():
            at -= 1
        return cls(" ".join(words[at:]), " ".join(words[:at]) or None)

    @property
    def full(self) -> str:
        """The name as running text has it."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(filter(None, parts))


@dataclass(frozen=True, slots=True)
class Archive:
    """Where the original lies."""

    name: str | None
    short: str | None
    place: str | None
    reference: Reference

    @classmethod
    def of(cls, table: Mapping[str, str]) -> "Archive":
        """From the keys of the file format."""
        get = table.get
        listy = Leaves.parse(table["listy"]) if get("listy") else None
        reference = Reference(
            get("short") or get("name"), get("fond"), get("opis"), get("papka"), get("delo"), listy, get("location")
        )
        return cls(get("name"), get("short"), get("place"), reference)


@dataclass(frozen=True, slots=True)
class Reprint:
    """A printed volume that holds the document, with its pages or its number there."""

    title: str | None
    title_editors: tuple[Name, ...]
    volume: str | None
    book: str | None
    volume_title: str | None
    editors: tuple[Name, ...]
    place: str | None
    publisher: str | None
    year: str | None
    pages: str | None
    document: str | None

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> "Reprint":
        """From the keys of the file format."""
        get = table.get
        return cls(
            get("title"),
            _names(get("title-editors")),
            get("volume"),
            get("book"),
            get("volume-title"),
            _names(get("editors")),
            get("place"),
            get("publisher"),
            get("year"),
            get("pages"),
            get("document"),
        )


@dataclass(frozen=True, slots=True)
class Source:
    """Where the text was got."""

    name: str | None
    url: str | None
    record: str | None


@dataclass(frozen=True)
class Document:
    """One archival document: its id, its metadata as the file has them, its text, and the file.

    The properties give the metadata as types.
    """

    id: str
    metadata: Mapping[str, Any]
    text: str
    path: Path | None = None

    @property
    def title(self) -> str | None:
        """The title, if it has one."""
        return self.metadata.get("title")

    @property
    def short_title(self) -> str | None:
        """The title for short notes, where one is given."""
        return self.metadata.get("short-title")

    @property
    def title_is_description(self) -> bool:
        """Whether the title is an archivist's or editor's words."""
        return self.metadata.get("title-is-description") == "true"

    @property
    def genre(self) -> str | None:
        """What kind of document it is."""
        return self.metadata.get("genre")

    @cached_property
    def date(self) -> EdtfDate | None:
        """The document's date."""
        date = self.metadata.get("date")
        return EdtfDate.parse(date) if date else None

    @property
    def authors(self) -> tuple[Name, ...]:
        """Who wrote it."""
        return _names(self.metadata.get("authors"))

    @property
    def recipients(self) -> tuple[Name, ...]:
        """Whom it was sent to."""
        return _names(self.metadata.get("recipients"))

    @property
    def translators(self) -> tuple[Name, ...]:
        """Who translated the text."""
        return _names(self.metadata.get("translators"))

    @property
    def language(self) -> str:
        """Language of the text, a BCP 47 tag."""
        return self.metadata.get("language") or "en"

    @cached_property
    def archive(self) -> Archive | None:
        """Where the original lies."""
        table = self.metadata.get("archive")
        return Archive.of(table) if table else None

    @cached_property
    def reprints(self) -> tuple[Reprint, ...]:
        """The printed volumes that hold it."""
        return tuple(map(Reprint.of, self.metadata.get("reprints") or ()))

    @property
    def source(self) -> Source:
        """Where the text was got."""
        table = self.metadata.get("source") or {}
        return Source(table.get("name"), table.get("url"), table.get("record"))

    @property
    def name(self) -> str:
        """What lists call it: its title, or a letter's genre and people."""
        if self.title:
            return self.title
        people = " to ".join(" and ".join(name.full for name in side) for side in (self.authors, self.recipients))
        return f"{people}, {self.genre}"

    def sort_key(self) -> tuple[tuple[int, int, int], str]:
        """By date, then id; documents without a date come last."""
        return self.date.sort_key() if self.date else (9999, 99, 99), self.id

    def as_json(self) -> dict[str, Any]:
        """The id and every key of the file format, null where missing, then unknown keys."""
        known = {field.key: _filled(self.metadata.get(field.key), field) for field in FIELDS}
        return {"id": self.id, **known, **{key: value for key, value in self.metadata.items() if key not in known}}


def _names(values: Iterable[str | Mapping[str, str]] | None) -> tuple[Name, ...]:
    return tuple(map(Name.of, values or ()))


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
