"""Documents as people read them on a terminal, and as pipes get them."""

from collections.abc import Iterator, Sequence

from memo.citing.described import archive_with_place, listed, reprints
from memo.registry.model import Document
from memo.terminal.output import harmless


def table(documents: Sequence[Document], width: int | None) -> Iterator[str]:
    """Documents, one a line: id, date, title, reference; in columns where there is a `width`, else divided by tabs."""
    rows = [_row(document) for document in documents]
    if width is None:
        yield from ("\t".join(row) for row in rows)
        return
    widths = [max(len(row[column]) for row in rows) for column in range(4)] if rows else []
    for name, date, title, reference in rows:
        left = f"{harmless(name):{widths[0]}}  {harmless(date):{widths[1]}}  "
        for_title = max(width - len(left) - widths[3] - 2, 20)
        shown = harmless(title)
        shown = shown if len(shown) <= for_title else shown[: for_title - 1] + "…"
        yield f"{left}{shown:{min(for_title, widths[2])}}  {harmless(reference)}".rstrip()


def _row(document: Document) -> tuple[str, str, str, str]:
    archive = document.archive
    reference = ", ".join(filter(None, (archive.short or archive.name, archive.reference.place()))) if archive else ""
    fields = (document.id, document.date.edtf if document.date else "", document.name, reference)
    one, two, three, four = (" ".join(text.split()) for text in fields)
    return one, two, three, four


def details(document: Document) -> Iterator[tuple[str, str]]:
    """A document's metadata as labels and values."""
    archive, source, metadata = document.archive, document.source, document.metadata
    date = document.date
    values = {
        "Id": document.id,
        "Title": document.title,
        "Genre": document.genre,
        "Date": f"{date.edtf} ({date.printed()})" if date else None,
        "Authors": listed(document.authors),
        "Recipients": listed(document.recipients),
        "Written at": metadata.get("written-at"),
        "Language": metadata.get("language"),
        "Translated from": metadata.get("original-language"),
        "Translators": listed(document.translators),
        "Archive": archive_with_place(archive) if archive else None,
        "Reference": archive.reference.place() if archive else None,
        "Reprints": reprints(document),
        "Source": ", ".join(filter(None, (source.name, source.url))),
        "Citation": metadata.get("citation"),
        "Summary": metadata.get("summary"),
        "Rights": metadata.get("rights"),
        "Keywords": ", ".join(metadata.get("keywords") or ()),
        "Text": f"{len(document.text.split())} words" if document.text else "none",
        "File": str(document.path) if document.path else None,
    }
    return ((label, value) for label, value in values.items() if value)
