"""Pinpoints: the place inside a document that a citation names."""

from typing import TYPE_CHECKING, NamedTuple

from memo.errors import ParseError
from memo.registry.model import Document
from memo.text.blocks import Place

if TYPE_CHECKING:
    from memo.archives.leaves import Leaves


class Pinpoint(NamedTuple):
    """A place inside a document: leaves of the original, a page of the reprint, or the heading it stands under.

    `heading` has the source's capitals; `note` is the number of the editor's note that holds the words.
    """

    leaves: "Leaves | None" = None
    page: str | None = None
    heading: str | None = None
    note: str | None = None

    def __bool__(self) -> bool:
        return any((self.leaves, self.page, self.heading, self.note))


def pinpoint_of(place: Place, document: Document) -> Pinpoint:
    """The pinpoint of a passage's place: leaf and page where the text marks them, else the heading.

    A marked page counts where one reprint has it; a leaf that is not one, or lies outside the document, does not.
    """
    leaves = _marked_leaves(place.leaf, document)
    page = place.page if place.page and len(document.reprints) == 1 else None
    return Pinpoint(leaves, page, None if leaves or page else place.heading, place.note)


def _marked_leaves(marked: str | None, document: Document) -> "Leaves | None":
    if marked is None:
        return None
    from memo.archives.leaves import Leaves  # deferred: most texts have no marks

    try:
        leaves = Leaves.parse(marked)
    except ParseError:
        return None
    own = document.archive.reference.listy if document.archive else None
    return leaves if own is None or own.holds(leaves) else None
