"""Leaves (listy): single ones and ranges, with their versos (ob., oborot)."""

import re
from typing import NamedTuple

from memo.errors import ParseError
from memo.patterns import lazy

_NUMBER, _LETTER, _VERSO = r"\d+", r"(?:(?!(?:ob|об)\b|[rv]\b)[a-zа-я])?", r"(?:\s*(?:ob|об)\b\.?|v\b)?"
_TO, _AND = r"\s*[-‐‑‒–—]\s*", r"(?:\s*[,;]\s*|\s+(?:and|и)\s+)"
_ONE = rf"{_NUMBER}{_LETTER}{_VERSO}(?:r\b)?"
LEAVES = rf"{_ONE}(?:(?:{_TO}|{_AND}){_ONE})*"
"""Leaves as print has them: numbers, letters, versos, in ranges and lists."""
_LEAF = lazy(rf"(?P<number>{_NUMBER})(?P<letter>{_LETTER})(?P<verso>{_VERSO})(?:r\b)?", re.IGNORECASE)
_DASH, _COMMA = lazy(_TO), lazy(_AND)
_CYRILLIC = str.maketrans("абвгдежз", "abvgdezh")


class Leaf(NamedTuple):
    """One side of a leaf; a verso follows its recto."""

    number: int
    letter: str = ""
    verso: bool = False

    def __str__(self) -> str:
        return f"{self.number}{self.letter}{'ob' if self.verso else ''}"


class LeafRange(NamedTuple):
    """The leaves from `first` to `last`, both included; a last leaf without `ob` is meant with its verso."""

    first: Leaf
    last: Leaf

    def holds(self, leaf: Leaf) -> bool:
        """Whether a leaf lies in the range."""
        return self.first <= leaf and (leaf.number, leaf.letter) <= (self.last.number, self.last.letter)

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


class Leaves(NamedTuple):
    """Leaves of a file, as ranges in the order given."""

    ranges: tuple[LeafRange, ...]

    @classmethod
    def parse(cls, text: str) -> "Leaves":
        """Read `54-62`, `3–7 ob.`, `54-72, 75-87`, `100-3` (a shortened end is written out). Raises ParseError."""
        ranges: list[LeafRange] = []
        at = 0
        while True:
            first, at = _leaf(text, at)
            last = first
            if found := _DASH.match(text, at):
                last, stop = _leaf(text, found.end(), shortened_from=first)
                if last < first:
                    raise ParseError("range of leaves", text, "its end after its beginning", found.end())
                at = stop
            ranges.append(LeafRange(first, last))
            if not text[at:].strip(" ."):
                return cls(tuple(ranges))
            if not (found := _COMMA.match(text, at)):
                raise ParseError("list of leaves", text, "a comma or the end", at)
            at = found.end()

    def holds(self, other: "Leaves") -> bool:
        """Whether every leaf of `other` lies in one of the ranges."""
        return all(
            any(mine.holds(theirs.first) and mine.holds(theirs.last) for mine in self.ranges) for theirs in other.ranges
        )

    @property
    def several(self) -> bool:
        """Whether they are more than one leaf: ll., not l."""
        return len(self.ranges) > 1 or self.ranges[0].first != self.ranges[0].last

    def __str__(self) -> str:
        """With hyphens and a bare `ob`, as data has them: `57-58ob`."""
        return ", ".join(map(str, self.ranges))

    def printed(self) -> str:
        """With en dashes and `ob.`, as print has them: `57–58ob.`; never shortened."""
        return str(self).replace("-", "–").replace("ob", "ob.")


def _leaf(text: str, at: int, shortened_from: Leaf | None = None) -> tuple[Leaf, int]:
    found = _LEAF.match(text, at)
    if not found:
        raise ParseError("list of leaves", text, "the number of a leaf, such as 57 or 57ob.", at)
    digits = found["number"]
    if shortened_from and len(digits) < len(str(shortened_from.number)) and int(digits) < shortened_from.number:
        digits = str(shortened_from.number)[: -len(digits)] + digits
    return Leaf(int(digits), found["letter"].lower().translate(_CYRILLIC), bool(found["verso"])), found.end()
