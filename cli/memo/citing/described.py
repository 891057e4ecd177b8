"""A document's archive, reference and reprints in plain words, as records and lists have them."""

from memo.citing.items import archive_name, dash_ranges
from memo.citing.markup import clean
from memo.registry.model import Document
from memo.registry.parts import Archive, Name, Reprint


def listed(names: tuple[Name, ...]) -> str:
    """Names as running text lists them, with the serial comma."""
    full = [clean(name.full) for name in names]
    if len(full) > 2:
        return f"{', '.join(full[:-1])}, and {full[-1]}"
    return " and ".join(full)


def archive_with_place(archive: Archive) -> str:
    """The archive and where it is: `Archive of the President of the Russian Federation (APRF), Moscow`."""
    return clean(", ".join(filter(None, (archive_name(archive), archive.place))))


def record_title(document: Document) -> str:
    """The title, or what a letter without one is called: `Telegram to Joseph Stalin`."""
    if document.title:
        return clean(document.title)
    genre = clean(document.genre or "")
    return f"{genre[:1].upper()}{genre[1:]} to {listed(document.recipients)}"


def reprint(volume: Reprint, *, first: str) -> str:
    """A volume as a note has it, opened by the word `first`: `Reprinted in …, vol. 5 (Moscow: …, 2005), 66–72`."""
    titled = [
        clean(volume.title or ""),
        f"ed. {listed(volume.title_editors)}" if volume.title_editors else "",
        f"vol. {clean(volume.volume)}" if volume.volume else "",
        f"bk. {clean(volume.book)}" if volume.book else "",
        dash_ranges(clean(volume.volume_title or "")),
        f"ed. {listed(volume.editors)}" if volume.editors else "",
    ]
    house = ": ".join(filter(None, (clean(volume.place or ""), clean(volume.publisher or ""))))
    imprint = ", ".join(filter(None, (house, volume.year)))
    where = [clean(volume.pages or "").replace("-", "–"), f"doc. {clean(volume.document)}" if volume.document else ""]
    head = ", ".join(filter(None, titled)) + (f" ({imprint})" if imprint else "")
    return f"{first} {', '.join(filter(None, (head, *where)))}"


def reprints(document: Document) -> str:
    """All volumes that hold the document: reprints of an original, or, without an archive, where it stands."""
    first = "Reprinted in" if document.archive else "In"
    parts = [
        reprint(volume, first=first if number == 0 else "and in") for number, volume in enumerate(document.reprints)
    ]
    return "; ".join(parts)
