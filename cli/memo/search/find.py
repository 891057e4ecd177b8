"""Finding passages in documents: exact and folded ones first, near ones where there are none."""

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from memo.registry.model import Document
from memo.search.phrases import may_hold, occurrences
from memo.search.query import Query
from memo.text.blocks import Place, Structure, structure
from memo.text.folding import fold
from memo.text.sentences import sentences

MatchKind = Literal["exact", "folded", "fuzzy"]
Span = Literal["match", "sentence", "paragraph"]
SPANS: tuple[Span, ...] = ("match", "sentence", "paragraph")

_WORTH: dict[MatchKind, int] = {"exact": 0, "folded": 1, "fuzzy": 2}
_SCORES: dict[MatchKind, float] = {"exact": 100.0, "folded": 99.0}


class Match(NamedTuple):
    """What answers a query: a stretch of a document's text, how, and how well, of 100."""

    start: int
    end: int
    kind: MatchKind
    score: float


class Passage(NamedTuple):
    """A stretch of a document that holds one match or more. `start` and `end` count characters of its text."""

    document: Document
    start: int
    end: int
    matches: tuple[Match, ...]
    place: Place

    @property
    def text(self) -> str:
        """The passage, verbatim."""
        return self.document.text[self.start : self.end]

    @property
    def best(self) -> Match:
        """Its best match: what the passage is worth."""
        return min(self.matches, key=lambda match: (_WORTH[match.kind], -match.score))


def find(
    query: Query,
    documents: Iterable[Document],
    *,
    exact: bool = False,
    fuzzy: bool = False,
    span: Span = "sentence",
) -> list[Passage]:
    """The passages that answer a query, best first, equal ones by date and place.

    Near passages are looked for where there are no others, or with `fuzzy`; with `exact`, only what is the source's
    character for character but for white space.
    """
    documents = list(documents)
    found = {document.id: _equal(query, document) for document in documents}
    if exact:
        found = {name: [match for match in matches if match.kind == "exact"] for name, matches in found.items()}
    elif fuzzy or not any(found.values()):
        for document in documents:
            found[document.id] += _near(query, document, found[document.id])
    passages = [
        passage
        for document in documents
        if found[document.id]
        for passage in _passages(document, sorted(found[document.id], key=lambda match: match.start), span)
    ]
    return sorted(
        passages, key=lambda each: (_WORTH[each.best.kind], -each.best.score, each.document.sort_key(), each.start)
    )


def _equal(query: Query, document: Document) -> list[Match]:
    """The matches that are equal after folding, exact ones told apart."""
    if not any(may_hold(document.text, phrase) for phrase in query.phrases):
        return []
    folded = fold(document.text)
    places = dict.fromkeys(folded.slice(*words) for phrase in query.phrases for words in occurrences(folded, phrase))
    matches = []
    for start, end in places:
        kind: MatchKind = "folded"
        for narrow in _without_outer_brackets(folded.text, start, end):
            if " ".join(folded.text[slice(*narrow)].split()) == query.text:
                kind, (start, end) = "exact", narrow
                break
        matches.append(Match(start, end, kind, _SCORES[kind]))
    return matches


def _without_outer_brackets(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A stretch as it is, and without the editorial brackets at its ends."""
    inner = text[start:end].strip("[]")
    begin = start + text[start:end].find(inner)
    return [(start, end), (begin, begin + len(inner))]


def _near(query: Query, document: Document, known: Iterable[Match]) -> list[Match]:
    from memo.search.nearly import near  # deferred: most queries are found as they are

    folded = fold(document.text)
    matches = [Match(*folded.slice(*each.words), "fuzzy", each.score) for each in near(folded, query.phrases[0].words)]
    taken = [(match.start, match.end) for match in known]
    return [match for match in matches if all(match.end <= start or match.start >= end for start, end in taken)]


def _passages(document: Document, matches: Iterable[Match], span: Span) -> Iterator[Passage]:
    """Matches, in order, as passages: those that share a sentence (or paragraph) are one."""
    blocks = structure(document.text)
    group: list[Match] = []
    start = end = 0
    for match in matches:
        begin, stop = (match.start, match.end) if span == "match" else _stretch(blocks, match, span)
        if group and begin < end:
            end = max(end, stop)
            group.append(match)
            continue
        if group:
            yield Passage(document, start, end, tuple(group), blocks.place(start, end))
        group, start, end = [match], begin, stop
    if group:
        yield Passage(document, start, end, tuple(group), blocks.place(start, end))


def _stretch(blocks: Structure, match: Match, span: Span) -> tuple[int, int]:
    """The sentences, or the blocks, that a match touches."""
    places = [
        place
        for block in blocks.between(match.start, match.end)
        for place in (
            [(block.start, block.end)]
            if span == "paragraph" or block.kind == "heading"
            else sentences(blocks.text, block.start, block.end)
        )
        if place[0] < match.end and place[1] > match.start
    ]
    return min([match.start, *(start for start, _ in places)]), max([match.end, *(end for _, end in places)])
