"""Records in BibTeX: an archival document as `@misc`, nothing of its place lost."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from memo.citing.described import archive_with_place, listed, record_title, reprints
from memo.citing.latex import escape, protect_capitals
from memo.citing.markup import clean, safe_url
from memo.errors import RenderError
from memo.registry.model import Document
from memo.registry.parts import Name

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def citation_key(document: Document) -> str:
    """The id as a citation key, `[a-z0-9-]`: what an id that is none can keep."""
    bare = unicodedata.normalize("NFKD", document.id).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare.lower()).strip("-") or "document"


def check_keys(documents: Sequence[Document]) -> list[tuple[str, str]]:
    """The ids that are no citation keys themselves, with their keys. Raises RenderError where two have one key."""
    known: dict[str, str] = {}
    for document in documents:
        key = citation_key(document)
        if key in known:
            raise RenderError(
                f"{known[key]} and {document.id} would have one citation key, {key}", hint="give one file another name"
            )
        known[key] = document.id
    return [(name, key) for key, name in known.items() if name != key]


def bibtex(document: Document) -> str:
    """One entry, ending in a line feed."""
    lines = [f"  {name} = {value}," for name, value in _fields(document)]
    return "\n".join([f"@misc{{{citation_key(document)},", *lines, "}", ""])


def _fields(document: Document) -> Iterator[tuple[str, str]]:
    """The fields, in order, as they are written; what is missing is left out."""
    metadata = document.metadata
    title = record_title(document)
    if document.authors:
        yield "author", f"{{{_people(document.authors)}}}"
    else:
        yield "key", _braced(document.short_title or title)
    yield "title", f"{{{protect_capitals(title)}}}"
    yield from _date(document)
    yield from _braced_fields(_place_fields(document))
    if document.translators:
        yield "translator", f"{{{_people(document.translators)}}}"
    genre = document.genre
    rest = {
        "note": reprints(document),
        "language": metadata.get("language"),
        "type": genre if genre and genre.lower() not in title.lower() else None,
        "abstract": metadata.get("summary"),
    }
    yield from _braced_fields(rest)
    if document.source.url:
        yield "url", f"{{{safe_url(document.source.url)}}}"
    yield from _braced_fields(
        {"keywords": ", ".join(metadata.get("keywords") or ()), "copyright": metadata.get("rights")}
    )


def _place_fields(document: Document) -> dict[str, str | None]:
    archive = document.archive
    if archive is None:
        return {"howpublished": _how_published(document)}
    place, reference = archive_with_place(archive), archive.reference.place()
    return {
        "howpublished": _how_published(document),
        "archive": place,
        "archivelocation": reference,
        "library": ", ".join(filter(None, (place, reference))),
    }


def _braced_fields(fields: Mapping[str, str | None]) -> Iterator[tuple[str, str]]:
    """The fields that have a value, in braces, escaped."""
    return ((name, _braced(text)) for name, text in fields.items() if text)


def _braced(text: str) -> str:
    return f"{{{escape(clean(text))}}}"


def _people(names: tuple[Name, ...]) -> str:
    """Names as BibTeX parses them; bodies, and names that are never turned round, in braces of their own."""
    return " and ".join(
        f"{{{escape(clean(name.full), braces=False)}}}"
        if name.body or name.family_first or not name.given
        else f"{_part(name.family)}, {_part(name.given)}"
        for name in names
    )


def _part(text: str) -> str:
    """A part of a name; in braces where a comma or an “and” in it would divide it."""
    escaped = escape(clean(text), braces=False)
    return f"{{{escaped}}}" if "," in text or " and " in f" {text.lower()} " else escaped


def _date(document: Document) -> Iterator[tuple[str, str]]:
    """Year, month and day of a plain date; of a range or a doubtful one the year, as `howpublished` has its words."""
    point = document.date.first or document.date.last if document.date else None
    if point is None or document.date is None:
        return
    yield "year", f"{{{escape(point.year)}}}"
    if document.date.plain and point.month:
        yield "month", _MONTHS[point.month - 1]
        if point.day:
            yield "day", f"{{{point.day}}}"


def _how_published(document: Document) -> str:
    """The day, where it lies, the translator, where the text was got: what a style without fields for them prints."""
    date, archive = document.date, document.archive
    parts = [
        document.metadata.get("written-at") or "",
        date.printed() if date and not (date.plain and date.first and not date.first.day) else "",
        archive.reference.place() if archive else "",
        archive_with_place(archive) if archive else "",
        f"trans. {listed(document.translators)}" if document.translators else "",
        document.source.name or "",
    ]
    return ", ".join(filter(None, parts))
