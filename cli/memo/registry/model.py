"""The model of a document. The parts of its metadata become types when they are asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memo.registry.dates import EdtfDate
    from memo.registry.parts import Archive, Name, Reprint, Source


@dataclass(frozen=True, eq=False)
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
    def date(self) -> "EdtfDate | None":
        """The document's date."""
        from memo.registry.dates import EdtfDate  # deferred: not every command asks

        date = self.metadata.get("date")
        return EdtfDate.parse(date) if date else None

    @property
    def authors(self) -> "tuple[Name, ...]":
        """Who wrote it."""
        return self._names("authors")

    @property
    def recipients(self) -> "tuple[Name, ...]":
        """Whom it was sent to."""
        return self._names("recipients")

    @property
    def translators(self) -> "tuple[Name, ...]":
        """Who translated the text."""
        return self._names("translators")

    @property
    def language(self) -> str:
        """Language of the text, a BCP 47 tag."""
        return self.metadata.get("language") or "en"

    @cached_property
    def archive(self) -> "Archive | None":
        """Where the original lies."""
        from memo.registry.parts import Archive  # deferred: a query whose citations are cached needs none

        table = self.metadata.get("archive")
        return Archive.of(table) if table else None

    @cached_property
    def reprints(self) -> "tuple[Reprint, ...]":
        """The printed volumes that hold it."""
        from memo.registry.parts import Reprint  # deferred, as above

        return tuple(map(Reprint.of, self.metadata.get("reprints") or ()))

    @property
    def source(self) -> "Source":
        """Where the text was got."""
        from memo.registry.parts import Source  # deferred, as above

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

    def _names(self, key: str) -> "tuple[Name, ...]":
        from memo.registry.parts import names  # deferred, as above

        return names(self.metadata.get(key))
