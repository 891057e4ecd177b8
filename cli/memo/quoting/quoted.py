"""Passages with all that a reader gets of them: the quotation, the citation, the place."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from memo.cache import Cache
from memo.citing.citation import cite
from memo.citing.markup import to_format
from memo.citing.pinpoint import pinpoint_of
from memo.citing.styles import Form, Style
from memo.quoting.quotation import marked_quotation, without_matches
from memo.search.find import Passage


class Quoted(NamedTuple):
    """A passage, its quotation with the matches marked, and its citation as plain text."""

    passage: Passage
    marked: str
    citation: str

    @property
    def quotation(self) -> str:
        """The quotation, ready for use."""
        return without_matches(self.marked)

    def as_json(self) -> dict[str, Any]:
        """The passage with the keys of the published shape; places count characters of the document's text."""
        passage, best, place = self.passage, self.passage.best, self.passage.place
        document = passage.document
        return {
            "document": document.id,
            "title": document.title,
            "date": document.date.edtf if document.date else None,
            "text": passage.text,
            "start": passage.start,
            "end": passage.end,
            "matches": [
                {"text": document.text[match.start : match.end], "start": match.start, "end": match.end}
                for match in passage.matches
            ],
            "kind": best.kind,
            "score": best.score,
            "aliases": [],
            "heading": place.heading,
            "leaf": place.leaf,
            "page": place.page,
            "note": place.note,
            "quotation": self.quotation,
            "citation": self.citation,
        }


def quoted(passages: Iterable[Passage], style: Style, form: Form, cache: Cache) -> list[Quoted]:
    """Each passage as a quotation with its citation, pinpointed to where it stands."""
    result = []
    for passage in passages:
        pinpoint = pinpoint_of(passage.place, passage.document)
        citation = to_format(cite([(passage.document, pinpoint)], style, form, cache), "text")
        result.append(Quoted(passage, marked_quotation(passage), citation))
    return result


def as_json(query: str, total: int, passages: Sequence[Quoted]) -> dict[str, Any]:
    """The answer to a query: how many passages there are, and those that were asked for."""
    return {"query": query, "total": total, "passages": [each.as_json() for each in passages]}
