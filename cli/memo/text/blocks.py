"""The structure of a text: headings, paragraphs, list items, block quotes, notes; marks of leaves and pages."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from memo.patterns import lazy
from memo.text.markup import BARE_MARK, LEADING_MARKS, MARK, NOTE_MARK, Sign, hide_markup, without_markup

Kind = Literal["heading", "paragraph", "item", "quote", "note"]

_TRAILING_MARKS = lazy(rf"(?:\s*{BARE_MARK})+$")

_HEADING = lazy(r"[ \t]{0,3}#{1,6}[ \t]+(?P<title>\S.*?)(?:[ \t]+#+)?[ \t]*$")
_NOTE = lazy(r"\[\^(?P<label>[^\]\s]+)\]:[ \t]*(?=\S)")
_ITEM = lazy(r"[ \t]*(?:[-*+]|(?P<number>\d{1,3})[.)])[ \t]+(?=\S)")
_QUOTE = lazy(r"[ \t]{0,3}(?:>[ \t]?)+")
_LINE = lazy(r"[^\n]*\n|[^\n]+\Z")


class Block(NamedTuple):
    """A stretch of a text that is one thing; `start` and `end` leave out its sign and the line feed after it."""

    kind: Kind
    start: int
    end: int
    label: str | None = None


class Place(NamedTuple):
    """Where a passage stands, as far as the text says: the heading above it, the leaf and page, the note's label.

    `leaf` and `page` are as the marks have them, two joined by a hyphen where the passage runs over a mark.
    """

    heading: str | None = None
    leaf: str | None = None
    page: str | None = None
    note: str | None = None


class Structure:
    """The blocks of a text and its signs, in order, and what can be told from them. Offsets count characters from 0."""

    def __init__(self, text: str, blocks: Sequence[Block], signs: Sequence[Sign]) -> None:
        self.text = text
        self.blocks = blocks
        self.signs = signs

    def between(self, start: int, end: int) -> list[Block]:
        """The blocks that the stretch from `start` to `end` touches."""
        first = max(bisect_right(self._starts, start) - 1, 0)
        touched = []
        for block in self.blocks[first:]:
            if block.start >= end:
                break
            if block.end > start:
                touched.append(block)
        return touched

    def place(self, start: int, end: int) -> Place:
        """Where the stretch from `start` to `end` stands. What stands in a note is placed by the note's mark."""
        note = next((block.label for block in self.between(start, end) if block.kind == "note"), None)
        if note is not None:
            mark = self._note_marks.get(note)
            if mark is None:
                return Place(note=note)
            start, end = mark, mark + 1
        return Place(self._heading(start), self._marked("l", start, end), self._marked("p", start, end), note)

    def _heading(self, at: int) -> str | None:
        last = bisect_right(self._headings, at, key=lambda block: block.start)
        if not last:
            return None
        heading = self._headings[last - 1]
        return without_markup(self.text[heading.start : heading.end])

    def _marked(self, kind: str, start: int, end: int) -> str | None:
        """The leaf or page that the text marks; what stands before the first mark is on no marked one."""
        before = [place for at, place in self._marks[kind] if at <= start]
        inside = [place for at, place in self._marks[kind] if start < at < end]
        if not before:
            return None
        if not inside:
            return before[-1]
        first, last = before[-1].partition("-")[0].strip(), inside[-1].rpartition("-")[2].strip()
        return first if first == last else f"{first}-{last}"

    @cached_property
    def shown(self) -> str:
        """The text, character for character as long, with all its markup hidden."""
        return hide_markup(self.text, self.signs)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _headings(self) -> list[Block]:
        return [block for block in self.blocks if block.kind == "heading"]

    @cached_property
    def _marks(self) -> dict[str, list[tuple[int, str]]]:
        marks: dict[str, list[tuple[int, str]]] = {"l": [], "p": []}
        for found in re.finditer(MARK, self.text):
            marks[found["mark"]].append((found.start(), found["place"].strip()))
        return marks

    @cached_property
    def _note_marks(self) -> dict[str, int]:
        marks: dict[str, int] = {}
        for found in re.finditer(NOTE_MARK, self.text):
            marks.setdefault(found["note"] or found["sup"], found.start())
        return marks


@lru_cache(maxsize=8)
def structure(text: str) -> Structure:
    """Divide a text into its blocks. Marks of leaves and pages at a block's ends are no part of it."""
    blocks: list[Block] = []
    signs: list[Sign] = []
    open_block: Block | None = None
    for found in _LINE.finditer(text):
        line = found[0].rstrip()
        at = found.start()
        if not line:
            open_block = None
            continue
        within = open_block.kind if open_block else None
        kind, skip, label = _opening(line, within)
        signed = skip > 0 and kind != "paragraph"
        if signed:
            signs.append(Sign(at, at + skip))
        elif within is None and blocks and blocks[-1].kind == "note" and line.startswith(("    ", "\t")):
            kind, label = "note", blocks[-1].label  # a note's further paragraph
        stop = at + len(_TRAILING_MARKS.sub("", line)) if "}" in line else at + len(line)
        if "{" in line and (marks := LEADING_MARKS.match(line, skip)):
            skip = marks.end()
        if at + skip >= stop:  # a sign or a mark and nothing behind it
            open_block = None if signed else open_block
            continue
        if open_block and kind == within and (kind == "quote" or not signed):
            open_block = blocks[-1] = Block(kind, open_block.start, stop, open_block.label)
            continue
        if kind == "heading" and (title := _HEADING.match(line)):
            stop = min(stop, at + title.end("title"))
        open_block = Block(kind, at + skip, stop, label)
        blocks.append(open_block)
        if kind == "heading":
            open_block = None
    return Structure(text, blocks, signs)


def _opening(line: str, within: Kind | None) -> tuple[Kind, int, str | None]:
    """What a line is, the length of its sign, and a note's label. A line without a sign goes on what it is within.

    A numbered line opens an item within a paragraph only if it is numbered 1, as in CommonMark: a line of a
    wrapped paragraph may begin with the number that ends a sentence.
    """
    if found := _HEADING.match(line):
        return "heading", found.start("title"), None
    if found := _NOTE.match(line):
        return "note", found.end(), found["label"]
    if found := _QUOTE.match(line):
        return "quote", found.end(), None
    found = _ITEM.match(line)
    if found and (within in (None, "item") or found["number"] in (None, "1")):
        return "item", found.end(), None
    if within in (None, "heading"):
        return "paragraph", len(line) - len(line.lstrip()), None
    return within, 0, None
