"""Documents as CSL items, for memo's own styles: the variables are listed at the head of `styles/chicago.csl`."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from memo.archives.leaves import Leaves
from memo.citing.markup import LINK, LINK_END, STOP, clean, safe_url
from memo.citing.pinpoint import Pinpoint
from memo.citing.styles import Form
from memo.patterns import lazy
from memo.registry.dates import MONTHS, EdtfDate
from memo.registry.model import Document
from memo.registry.parts import Archive, Name, Reprint
from memo.text.headline import Edition, headline, recase_prepositions
from memo.text.quotes import nest_quotes
from memo.text.sentences import is_abbreviation

Item = dict[str, Any]
"""A CSL-JSON item."""

_RANGE = lazy(rf"(?<=\d)-(?=\d|(?:{'|'.join(MONTHS)})\b)")


class Cite(NamedTuple):
    """An item with what a citation adds to it: a prefix, and a locator with its CSL label."""

    item: Item
    prefix: str = ""
    label: str | None = None
    locator: str | None = None


def cites(document: Document, form: Form, edition: Edition, pinpoint: Pinpoint) -> list[Cite]:
    """The document and the volumes that reprint it, as one citation holds them. A bibliography names no pinpoint."""
    short = form == "short"
    if form == "bibliography":
        pinpoint = Pinpoint()
    main = _main(document, form, edition, pinpoint)
    first = _locate(main, pinpoint, short=short)
    if short:
        return [first]
    # Without an archive the first volume is where the document stands, and no reprint.
    reprints = document.reprints if document.archive else document.reprints[1:]
    volumes = [
        Cite({"type": "book", **_volume(reprint, pinpoint)}, "reprinted in " if number == 0 else "and in ")
        for number, reprint in enumerate(reprints)
    ]
    return [first, *volumes]


def _locate(item: Item, pinpoint: Pinpoint, *, short: bool) -> Cite:
    if pinpoint.leaves:
        return Cite(item, "", "folio", str(pinpoint.leaves).replace("ob", f"ob{STOP}"))
    if pinpoint.page and short:
        return Cite(item, "", "page", pinpoint.page)
    return Cite(item)


def _main(document: Document, form: Form, edition: Edition, pinpoint: Pinpoint) -> Item:
    short = form == "short"
    item: Item = {"type": "manuscript", "language": document.language}
    letter = bool(document.recipients) and not document.title
    title = _without_full_stop(clean((document.short_title if short else None) or document.title or ""))
    if title and document.title_is_description:
        item["genre"] = title
    elif title:
        if _is_english(document):
            title = recase_prepositions(title, edition)
        item["title"] = nest_quotes(title)
        item["title-short"] = item["title"]
    if letter and document.genre and not (short or (document.genre == "letter" and form == "note")):
        item["genre"] = clean(document.genre)
    item["author"] = _names(document.authors, short=short)
    if form == "bibliography" and len(document.authors) == 2 and "literal" in item["author"][0]:
        # No comma after a first name that is not inverted (CMOS 18 13.78), which citeproc-py can't tell.
        item["author"] = [{"literal": clean(" and ".join(name.full for name in document.authors))}]
    item["recipient"] = _names(document.recipients, short=short) if letter else None
    item["event-place"] = clean(document.metadata.get("written-at") or "")
    item["translator"] = _names(document.translators)
    item["issued"] = csl_date(document.date)
    if document.archive:
        item |= _archive(document.archive, pinpoint.leaves)
    elif document.reprints:
        item |= _volume(document.reprints[0], pinpoint)
    item["source"] = clean(document.source.name or "")
    if document.source.url:
        item["URL"] = f"{LINK}{safe_url(document.source.url)}{LINK_END}"
    if pinpoint.heading:
        heading = headline(pinpoint.heading, document.text, edition, english=_is_english(document))
        item["section"] = nest_quotes(clean(heading))
    if pinpoint.note:
        item["note"] = f"n. {clean(pinpoint.note)}"
    return {key: value for key, value in item.items() if value}


def _without_full_stop(title: str) -> str:
    """A title without the full stop at its end, unless it is an ellipsis's or an abbreviation's."""
    words = title.removesuffix(".").split()
    keeps = not words or words[-1].endswith(".") or is_abbreviation(words[-1])
    return title if keeps else title.removesuffix(".")


def _is_english(document: Document) -> bool:
    return document.language.lower().partition("-")[0] == "en"


def _archive(archive: Archive, pinpointed: Leaves | None) -> Item:
    reference = archive.reference
    return {
        "archive": clean(archive_name(archive)),
        "archive-place": clean(archive.place or ""),
        "archive_location": clean(reference.file() if pinpointed else reference.place()),
    }


def archive_name(archive: Archive) -> str:
    """The archive as a note names it: `Archive of the President of the Russian Federation (APRF)`."""
    if archive.name and archive.short:
        return f"{archive.name} ({archive.short})"
    return archive.name or archive.short or ""


def _volume(reprint: Reprint, pinpoint: Pinpoint) -> Item:
    item: Item = {
        "container-title": dash_ranges(clean(reprint.title or "")),
        "collection-editor": _names(reprint.title_editors),
        "volume": clean(reprint.volume or ""),
        "issue": clean(reprint.book or ""),
        "collection-title": dash_ranges(clean(reprint.volume_title or "")),
        "editor": _names(reprint.editors),
        "publisher": clean(reprint.publisher or ""),
        "publisher-place": clean(reprint.place or ""),
        "original-date": {"literal": dash_ranges(reprint.year)} if reprint.year else None,
        "page": clean(pinpoint.page or reprint.pages or ""),
        "chapter-number": clean(reprint.document or ""),
    }
    return {key: value for key, value in item.items() if value}


def dash_ranges(title: str) -> str:
    """A volume's title; ranges of numbers and dates in it take an en dash (CMOS 18 6.83)."""
    return _RANGE.sub("–", title)


def _names(names: Iterable[Name], *, short: bool = False) -> list[dict[str, str]]:
    """CSL names. Bodies, single names and names that are never turned round are literal."""
    return [
        {"literal": clean(name.family if short else name.full)}
        if name.body or name.family_first or not name.given
        else {"family": clean(name.family), "given": clean(name.given)}
        for name in names
    ]


def csl_date(date: EdtfDate | None) -> dict[str, Any] | None:
    """A CSL date: parts for a plain single date, else the literal that print has (`[ca. 1949]`, a range of days)."""
    if date is None:
        return None
    point = date.first
    if point and date.plain:
        parts = [int(point.year), *filter(None, (point.month, point.day))]
        return {"date-parts": [parts]}
    literal = date.printed()
    return {"literal": literal, "circa": 1} if date.doubtful else {"literal": literal}
