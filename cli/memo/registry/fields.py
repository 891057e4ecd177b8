"""The keys of a document's front matter: one table, from which the reader's checks and the JSON Schema are made."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from memo.archives.leaves import Leaves
from memo.errors import ParseError
from memo.registry.dates import EdtfDate

Kind = Literal["text", "flag", "date", "year", "leaves", "digest", "texts", "names", "table", "tables"]


class Field(NamedTuple):
    """A key, the kind of its value, and what it is; a table's own keys are its `fields`."""

    key: str
    kind: Kind
    about: str
    fields: tuple["Field", ...] = ()


NAME_FIELDS = (
    Field("family", "text", "family name"),
    Field("given", "text", "given name"),
    Field("family-first", "flag", "true where the family name comes first and the name is never turned round"),
    Field("name", "text", "the name of a body, in the place of family and given"),
)

FIELDS = (
    Field("title", "text", "the document's title"),
    Field("short-title", "text", "the title as short notes give it"),
    Field("title-is-description", "flag", "true: an archivist's or editor's words, cited without quotation marks"),
    Field("original-title", "text", "the title in the original language"),
    Field("genre", "text", "what kind of document it is, such as telegram or memorandum of conversation"),
    Field("date", "date", "the document's date, in EDTF"),
    Field("authors", "names", "who wrote it"),
    Field("recipients", "names", "whom a letter or telegram was sent to"),
    Field("written-at", "text", "the place where it was written"),
    Field("language", "text", "language of the text, as a BCP 47 tag; en where none is given"),
    Field("original-language", "text", "language of the original, as a BCP 47 tag"),
    Field("translators", "names", "who translated the text"),
    Field(
        "archive",
        "table",
        "where the original lies",
        (
            Field("name", "text", "name of the archive"),
            Field("short", "text", "its abbreviation"),
            Field("place", "text", "where it is"),
            Field("fond", "text", "fond"),
            Field("opis", "text", "opis"),
            Field("papka", "text", "papka"),
            Field("delo", "text", "delo"),
            Field("listy", "leaves", "leaves, such as 54-62 or 3-7ob."),
            Field("location", "text", "the call number, where an archive has no fonds"),
        ),
    ),
    Field(
        "reprints",
        "tables",
        "printed volumes that hold the document",
        (
            Field("title", "text", "title of the volume, or of the whole set"),
            Field("title-editors", "names", "editors of the whole set"),
            Field("volume", "text", "number of the volume"),
            Field("book", "text", "number of the book in the volume"),
            Field("volume-title", "text", "title of this volume of a set"),
            Field("editors", "names", "editors of the volume"),
            Field("place", "text", "place of publication"),
            Field("publisher", "text", "publisher"),
            Field("year", "year", "year of publication"),
            Field("pages", "text", "pages, such as 66-72"),
            Field("document", "text", "the document's number in the volume"),
        ),
    ),
    Field(
        "source",
        "table",
        "where the text was got",
        (
            Field("name", "text", "name of the digital archive or other source"),
            Field("url", "text", "where the text stands"),
            Field("record", "text", "the document's number there"),
        ),
    ),
    Field("citation", "text", "the source's own recommended citation, as printed"),
    Field("summary", "text", "the archive's summary: never quoted as the document"),
    Field("rights", "text", "terms of reuse"),
    Field("keywords", "texts", "keywords"),
    Field("sha256", "digest", "SHA-256 of the file that it was read from"),
    Field("text-sha256", "digest", "SHA-256 of the text as it was read, in UTF-8"),
)

PATTERNS: dict[Kind, str] = {
    "flag": r"^(true|false)$",
    "year": r"^\d{4}([-–/]\d{2,4})?$",
    "digest": r"^[0-9a-f]{64}$",
}
"""What the JSON Schema and the reader alike ask of a string."""


def _flag(text: str) -> None:
    if text not in ("true", "false"):
        raise ValueError("true or false")


def _year(text: str) -> None:
    if not re.match(PATTERNS["year"], text):
        raise ValueError("a year of four digits")


def _digest(text: str) -> None:
    if not re.match(PATTERNS["digest"], text):
        raise ValueError("64 hexadecimal digits")


def _parsed(parse: Callable[[str], object]) -> Callable[[str], None]:
    def check(text: str) -> None:
        try:
            parse(text)
        except ParseError as error:
            raise ValueError(error.expected) from error

    return check


CHECKS: dict[Kind, Callable[[str], None]] = {
    "flag": _flag,
    "year": _year,
    "digest": _digest,
    "date": _parsed(EdtfDate.parse),
    "leaves": _parsed(Leaves.parse),
}
"""By kind, a check of a scalar that raises ValueError with what was expected."""
