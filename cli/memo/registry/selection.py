"""Finding the document that a word on the command line means."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from memo.archives.authority import same_archive
from memo.archives.leaves import Leaves
from memo.archives.reference import Reference, parse_reference
from memo.errors import AmbiguousError, NotFoundError, ParseError
from memo.nearest import nearest
from memo.registry.dates import parse_typed
from memo.registry.model import Document
from memo.registry.registry import Registry
from memo.text.folding import finding_words, fold


class Selected(NamedTuple):
    """A document that was named, and the leaves where it was named by a reference with leaves."""

    document: Document
    leaves: Leaves | None = None


def select(registry: Registry, name: str) -> list[Selected]:
    """All documents that a name means, by date: one, or several where it is ambiguous.

    A name is an id, a beginning of one, a date, a URL, an archival reference, or words of the title; the first of these
    that anything answers to counts. Raises NotFoundError, naming the nearest ids, and ParseError for a reference that
    can be read only in part: what it leaves out might name another document.
    """
    name = name.strip()
    document = registry.load(name)
    if document:
        return [Selected(document)]
    if fault := registry.fault(name):
        raise fault
    for way in (_by_beginning, _by_date, _by_url, _by_reference, _by_location, _by_title):
        found = way(registry, name)
        if found:
            return sorted(found, key=lambda selected: selected.document.sort_key())
    raise NotFoundError("document", name, nearest(name, registry.ids), hint="`memo list` lists them all")


def select_one(
    registry: Registry, name: str, choose: Callable[[str, Sequence[Document]], Document] | None = None
) -> Selected:
    """The one document that a name means; where several answer, `choose` is asked, else AmbiguousError is raised."""
    found = select(registry, name)
    if len(found) == 1:
        return found[0]
    if choose is None:
        raise AmbiguousError("document", name, [selected.document.id for selected in found], hint="an id names one")
    chosen = choose(name, [selected.document for selected in found])
    return next(selected for selected in found if selected.document is chosen)


def _by_beginning(registry: Registry, name: str) -> list[Selected]:
    begun = [known for known in registry.ids if name and known.startswith(name)]
    return [Selected(document) for document in map(registry.load, begun) if document]


def _by_date(registry: Registry, name: str) -> list[Selected]:
    date = parse_typed(name)
    if date is None:
        return []
    return [Selected(each) for each in registry.documents() if each.date and date.holds(each.date)]


def _by_url(registry: Registry, name: str) -> list[Selected]:
    if "/" not in name or " " in name:
        return []
    wanted = _bare_url(name)
    return [Selected(each) for each in registry.documents() if each.source.url and _bare_url(each.source.url) == wanted]


def _bare_url(url: str) -> str:
    scheme_gone = re.sub(r"^https?://", "", url.strip(), flags=re.IGNORECASE)
    host, slash, rest = re.sub(r"^www\.", "", scheme_gone, flags=re.IGNORECASE).partition("/")
    return host.lower() + slash + rest.rstrip("/") if rest.rstrip("/") else host.lower()


def _by_reference(registry: Registry, name: str) -> list[Selected]:
    try:
        parse_reference(name)
    except ParseError:
        return []
    reference = parse_reference(name, whole=True)
    return [Selected(each, reference.listy) for each in lying_at(registry, reference)]


def _by_location(registry: Registry, name: str) -> list[Selected]:
    """By the call number of an archive without fonds, with the archive before it or without."""
    wanted = fold(name, document=False).keys
    found = []
    for document in registry.documents():
        archive = document.archive
        if archive and archive.reference.location:
            places = [archive.reference.place(), f"{archive.short}, {archive.reference.place()}"]
            if wanted in [fold(place, document=False).keys for place in places]:
                found.append(Selected(document))
    return found


def lying_at(registry: Registry, reference: Reference) -> list[Document]:
    """The documents that lie at a reference, by date: those whose own reference holds it."""
    known = registry.archives()
    return [
        document
        for document in registry.documents()
        if document.archive
        and reference.lies_in(document.archive.reference)
        and (
            reference.archive is None
            or same_archive(reference.archive, (document.archive.short, document.archive.name), known)
        )
    ]


def _by_title(registry: Registry, name: str) -> list[Selected]:
    wanted = finding_words(name)
    if not wanted:
        return []
    return [Selected(document) for document in registry.documents() if set(wanted) <= set(fold(document.name).keys)]
