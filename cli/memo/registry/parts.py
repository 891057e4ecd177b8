"""The parts of a document's metadata: names, where it lies, where it was printed, where its text was got."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from memo.archives.leaves import Leaves
from memo.archives.reference import Reference


@dataclass(frozen=True)
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
        if at > 1 and words[at].rstrip(".") in ("Jr", "Sr", "II", "III", "IV"):
            at -= 1
        while at > 1 and words[at - 1].islower():
            at -= 1
        return cls(" ".join(words[at:]), " ".join(words[:at]) or None)

    @property
    def full(self) -> str:
        """The name as running text has it."""
        parts = (self.family, self.given) if self.family_first else (self.given, self.family)
        return " ".join(filter(None, parts))


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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
            names(get("title-editors")),
            get("volume"),
            get("book"),
            get("volume-title"),
            names(get("editors")),
            get("place"),
            get("publisher"),
            get("year"),
            get("pages"),
            get("document"),
        )


@dataclass(frozen=True)
class Source:
    """Where the text was got."""

    name: str | None
    url: str | None
    record: str | None


def names(values: Iterable[str | Mapping[str, str]] | None) -> tuple[Name, ...]:
    """Names from the values of a key of the file format."""
    return tuple(map(Name.of, values or ()))
